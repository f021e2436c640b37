"""A person named as dead, hurt, missing, taken or speaking, across spellings."""

from dataclasses import dataclass

from marsad.model.values import AgeBand, Fate, Sex


@dataclass(frozen=True, slots=True)
class Individual:
    """One person. ``names`` are all spellings met, ``name`` the commonest; age (years), band and sex only as stated in words.

    ``fate`` is the gravest outcome asserted of the person, None for one who only speaks. ``age`` is as stated at that time.
    """

    id: str
    name: str
    names: tuple[str, ...]
    role: str | None
    affiliation: str | None
    fate: Fate | None
    incidents: tuple[str, ...]
    claims: tuple[str, ...]
    age: int | None = None
    age_band: AgeBand | None = None
    sex: Sex | None = None
    articles: tuple[str, ...] = ()
    restricted: bool = False
