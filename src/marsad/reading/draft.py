"""A claim on its way: what a rule took, before place, date and source are worked out from the discourse."""

from dataclasses import dataclass, field
from typing import Any

from marsad.model.values import Kind, Stance
from marsad.reading.items import Sentence


@dataclass(slots=True)
class Draft:
    """One claim being read. ``anchor`` is the item the claim hangs on; ``first:last`` the items of its evidence.

    ``fields`` are the kind's own (model objects); ``place_item``, ``date_item`` and ``source`` when a rule or the kind's
    reader settled them, else they are looked for. ``whole`` is the draft whose figure contains this one's;
    ``part`` marks a figure "among the dead" told of before, ``inherits`` figures of "others", who are of the group named before;
    ``holds`` are items that no later rule may count again; ``grain`` how fine its
    place is, 0 the finest, ``carried`` that its own sentence does not give it, ``dated`` that this says when; ``event`` marks drafts that tell of one blow: a casualty and the attacks that caused it; ``blow`` the attack of all its mentions.
    """

    kind: Kind
    rule: str
    sentence: Sentence
    anchor: int
    first: int
    last: int
    fields: dict[str, Any] = field(default_factory=dict)
    stance: Stance = "asserted"
    place: Any = None
    date: Any = None
    source: Any = None
    whole: "Draft | None" = None
    inherits: bool = False
    part: bool = False
    holds: tuple[int, ...] = ()
    grain: int = 3
    carried: bool = False
    dated: bool = False
    event: Any = None
    blow: Any = None
    seek: frozenset[str] = frozenset(("place", "date", "source"))


@dataclass(slots=True)
class Refused:
    """Words that looked like a claim, and why they are none."""

    reason: str
    sentence: Sentence
    first: int
    last: int
