"""Who held a place, since when and by whose word."""

from dataclasses import dataclass

from marsad.model.named import Actor, Place
from marsad.model.values import Extent, HoldState


@dataclass(frozen=True, slots=True)
class Holding:
    """One stretch of a place's history. ``until`` is None while nobody has said that it ended.

    ``by`` are those who say so; ``contested_by`` the ids or names of actors who say otherwise or fight for it; ``last_stated``
    the last day on which anyone said it, ``stale_from`` the day from which it is too long unsaid to be taken for the present.
    """

    from_: str
    until: str | None
    actor: Actor | None
    state: HoldState
    extent: Extent | None
    claims: tuple[str, ...]
    contested_by: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    counterpart: Actor | None = None
    last_stated: str = ""
    stale_from: str = ""


@dataclass(frozen=True, slots=True)
class Territory:
    """A place's dated history of control, the earliest stretch first."""

    id: str
    place: Place
    history: tuple[Holding, ...]
    articles: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    restricted: bool = False
