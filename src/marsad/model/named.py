"""The named things a claim speaks of."""

from dataclasses import dataclass

from marsad.model.values import ActorType, AgeBand, Sex, SourceType


@dataclass(frozen=True, slots=True)
class Place:
    """A place as the text names it. ``id`` is None and the coordinates are None or the town's when the place is unlisted.

    ``latitude`` and ``longitude`` are WGS84 degrees; ``precision`` is UCDP's ``where_prec``: 1 exact, 2 near,
    3 district, 4 province, 5 region, 6 country, 7 sea or air; ``country`` an ISO 3166 alpha-2 code.
    """

    name: str
    id: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: int | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """An armed body, state or side as the text names it; ``id`` and ``type`` (ACLED's) when the actor file knows it."""

    name: str
    id: str | None = None
    type: ActorType | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The one who asserts; ``via`` is the name of the one who relayed it."""

    name: str
    id: str | None = None
    type: SourceType | None = None
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A named person; role, rank, affiliation, age (years) and sex only as the text states them in words."""

    name: str
    id: str | None = None
    role: str | None = None
    rank: str | None = None
    affiliation: str | None = None
    age: int | None = None
    age_band: AgeBand | None = None
    sex: Sex | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says the quoted words."""

    name: str
    role: str | None = None
    affiliation: str | None = None
    id: str | None = None
