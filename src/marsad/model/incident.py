"""What several articles say of one violent event, every figure by whose word."""

from dataclasses import dataclass

from marsad.model.named import Actor, Place
from marsad.model.values import ActorType, Bound, Grade, Group, Means, Outcome, Role, Stand, TargetType


@dataclass(frozen=True, slots=True)
class Days:
    """The days an event may have been on, ISO, both inclusive; ``precision`` is UCDP's ``date_prec``."""

    start: str
    end: str
    precision: int


@dataclass(frozen=True, slots=True)
class Involved:
    """An actor of an incident as its claims name it; ``role`` is what the claims say it did or underwent."""

    name: str
    id: str | None = None
    type: ActorType | None = None
    role: Role = "attacker"


@dataclass(frozen=True, slots=True)
class Assertion:
    """One claim's figure, in its words and by whose word.

    ``by`` is the asserter's id, or its name where it has none; ``outlet`` the one that printed it. ``revises`` is the claim of
    the same asserter's older figure that this one supersedes; ``contradicts`` the first claims of other asserters' standing
    figures that have no number in common with this one. ``standing`` is False once the same asserter has given a newer figure, and for
    a part of another figure of the same article. ``independent`` is True for the first telling of an asserter; wire copies and
    repeats are not.
    """

    claim: str
    article: str
    by: str
    outlet: str | None
    text: str
    low: int | None
    high: int | None
    bound: Bound
    as_of: str | None = None
    revises: str | None = None
    contradicts: tuple[str, ...] = ()
    standing: bool = True
    independent: bool = True


@dataclass(frozen=True, slots=True)
class Figure:
    """How many suffered an outcome in one incident: from the lowest to the highest standing figure, and who gives each end.

    ``low`` and ``high`` are people, both inclusive; an open end is None. ``best`` is None unless a person or a named policy has
    set it. ``contested`` tells that the civilian status of those counted is disputed and ``policy`` names the rule that then
    set ``low`` to 0 (``stated_low`` keeps what was stated). ``derived`` tells that only vague words were said, and that the
    ends are Marsad's reading of them and no source's number.
    """

    outcome: Outcome
    group: Group
    low: int | None
    high: int | None
    best: int | None
    low_by: tuple[str, ...]
    high_by: tuple[str, ...]
    independent_sources: int
    claims: tuple[str, ...]
    assertions: tuple[Assertion, ...] = ()
    contested: bool = False
    policy: str | None = None
    stated_low: int | None = None
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Why two claims are held to tell of one event: ``score`` from 0 to 1, and the reasons in words, those against it too."""

    a: str
    b: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Responsibility:
    """What an actor says of its own part, or is said to have done: ``stand`` is claimed, denied or blamed; ``by`` those who say
    so."""

    actor: Actor
    stand: Stand
    by: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A grade the rules would give, with the reason; only a person sets ``Incident.grade``."""

    grade: Grade
    reason: str


@dataclass(frozen=True, slots=True)
class Incident:
    """One violent event. ``id`` is made from the earliest of its claims by article date and hash.

    ``articles`` report it; those in ``recalled`` only recall it, their own news being another event. ``first_seen`` and
    ``last_seen`` are the days of its first and last article of either sort. ``cluster`` is shared by incidents that must be
    gathered anew together when one of their blocks is touched.
    """

    id: str
    date: Days | None
    place: Place | None
    means: tuple[Means, ...]
    actors: tuple[Involved, ...]
    figures: tuple[Figure, ...]
    articles: tuple[str, ...]
    claims: tuple[str, ...]
    links: tuple[Link, ...]
    responsibility: tuple[Responsibility, ...] = ()
    target_type: tuple[TargetType, ...] = ()
    grade: Grade | None = None
    proposed: Proposal | None = None
    restricted: bool = False
    recalled: tuple[str, ...] = ()
    first_seen: str | None = None
    last_seen: str | None = None
    cluster: str = ""
