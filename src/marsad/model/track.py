"""The history of a diplomatic track."""

from dataclasses import dataclass

from marsad.model.incident import Days
from marsad.model.named import Actor, Place
from marsad.model.values import Act


@dataclass(frozen=True, slots=True)
class TalksEvent:
    """One act of diplomacy, told by one claim or several; ``by`` are those who tell it."""

    act: Act
    date: Days | None
    place: Place | None
    participants: tuple[Actor, ...]
    topic: str | None
    instrument: str | None
    claims: tuple[str, ...]
    role: str | None = None
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Track:
    """The acts of one track by date; ``track`` is its slug (geneva, astana), None for the dealings of parties outside a known
    track."""

    id: str
    track: str | None
    events: tuple[TalksEvent, ...]
    articles: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    restricted: bool = False
