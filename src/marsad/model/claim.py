"""The five kinds of claim: one assertion in one article, with the characters that make it and the one who asserts it."""

from dataclasses import dataclass
from typing import ClassVar

from marsad.model.dated import AsOf, When
from marsad.model.named import Actor, Person, Place, Source, Speaker
from marsad.model.quantity import Count
from marsad.model.values import Act, Change, Extent, Group, Kind, Means, Outcome, Period, Stance, TargetType


@dataclass(frozen=True, slots=True)
class Evidence:
    """The characters that make a claim: ``text == article.text[start:end]`` (of ``article.title`` when ``in_`` is "title")."""

    text: str
    start: int
    end: int
    in_: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What every claim holds. ``source`` is None only when the outlet speaks in its own voice.

    ``twin`` is the id of the same assertion in the article's other language, where a page tells itself twice.
    """

    kind: ClassVar[Kind]
    id: str
    rule: str
    evidence: Evidence
    source: Source | None = None
    place: Place | None = None
    date: When | None = None
    stance: Stance = "asserted"
    reader: str = ""
    twin: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Casualty(Claim):
    """How many were killed, wounded, went missing, fled or were taken. ``since`` is an ISO day, month or year."""

    kind: ClassVar[Kind] = "casualty"
    as_of: AsOf | None = None
    outcome: Outcome
    count: Count
    group: Group = "people"
    affiliation: Actor | None = None
    period: Period = "incident"
    since: str | None = None
    by: Actor | None = None
    means: Means | None = None
    person: Person | None = None
    part_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Control(Claim):
    """Who holds, takes or loses a place."""

    kind: ClassVar[Kind] = "control"
    change: Change
    actor: Actor | None = None
    counterpart: Actor | None = None
    extent: Extent | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attack(Claim):
    """A violent event: by what means, by whom, on what; ``weapon`` as written."""

    kind: ClassVar[Kind] = "attack"
    means: Means | None = None
    weapon: str | None = None
    actor: Actor | None = None
    target: Actor | None = None
    target_type: TargetType | None = None
    claimed_by: Actor | None = None
    denied_by: Actor | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """The exact characters inside the quotation marks: ``text == article.text[start:end]``."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Claim):
    """A direct quotation and who said it; ``verb`` is the verb of saying, as written."""

    kind: ClassVar[Kind] = "statement"
    speaker: Speaker
    quote: Quote
    verb: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Talks(Claim):
    """A diplomatic act and those who take part; ``track`` is a slug (geneva, astana)."""

    kind: ClassVar[Kind] = "talks"
    act: Act
    participants: tuple[Actor, ...] = ()
    role: str | None = None
    topic: str | None = None
    track: str | None = None
    instrument: str | None = None


AnyClaim = Casualty | Control | Attack | Statement | Talks
