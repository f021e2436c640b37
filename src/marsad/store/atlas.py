"""Places and actors as the store needs them: which areas a place lies in, whom or what a name may mean, how an id is called."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Literal

from marsad.store.wording import Language
from marsad.text import key
from marsad.world.actors import Actors
from marsad.world.names import world
from marsad.world.persons import Persons
from marsad.world.places import HEADS, PRECISION, Gazetteer

_ID = re.compile(r"[a-z]+:\S+")  # of a place in the gazetteer, or in a user's own
CODE = re.compile(r"witness[0-9a-f]{8}")
"""The code by which a protected source is called."""
_NEAR = 2  # the precision of towns and their like, after UCDP's where_prec
_DWARFED = 50  # how many times smaller than its largest namesake a place is that a bare name does not mean
_KINDS: Mapping[str, Mapping[Language, str]] = {
    "province": {"en": "{} province", "ar": "محافظة {}"},
    "district": {"en": "{} district", "ar": "منطقة {}"},
}


class Atlas:
    """The world's names, looked up by id and by name."""

    def __init__(self, gazetteer: Gazetteer, actors: Actors, persons: Persons) -> None:
        self._gazetteer = gazetteer
        self._actors = actors
        self._persons = persons

    def areas(self, place: str | None, country: str | None) -> list[str]:
        """The ids of the areas a place lies in, itself first, and the code of its country last; by its country alone where it is unlisted."""
        found = [place] if place else []
        if place and place in self._gazetteer:
            found += [entry.id for entry in self._gazetteer.area(self._gazetteer.entry(place))]
        return list(dict.fromkeys(found + ([country] if country else [])))

    def province(self, place: str | None, country: str | None) -> str | None:
        """The province a place lies in, else its country's code."""
        if place and place in self._gazetteer:
            entry = self._gazetteer.entry(place)
            return next((area.id for area in (entry, *self._gazetteer.area(entry)) if area.kind == "province"), country)
        return country

    def division(self, place: str | None, kind: Literal["province", "district"]) -> str | None:
        """The bare name, Latin where there is one, of the province or district that a place is or lies in; None where none is listed."""
        if place is None or place not in self._gazetteer:
            return None
        entry = self._gazetteer.entry(place)
        found = next((area for area in (entry, *self._gazetteer.area(entry)) if area.kind == kind), None)
        return _preferred(found.arabic, found.latin, "en") if found else None

    def places(self, name: str) -> list[str]:
        """The values of the area filter that an id, a country's code or a name may mean.

        A bare name is that of a town where one bears it, else of an area; a noun before it ("محافظة الرقة") says which is meant.
        Namesakes that another dwarfs are not meant; unlisted places of that name are.
        """
        if name in self._gazetteer or name.startswith("~") or _ID.fullmatch(name):
            return [name]
        if len(name) == 2 and self._gazetteer.country(name.upper()):
            return [name.upper()]
        words = key(name).split()
        announced = HEADS.get(words[0]) or HEADS.get(words[-1]) if len(words) > 1 else None
        named = self._gazetteer.candidates(name)
        if announced:
            meant = [entry for entry in named if entry.kind in announced]
        else:
            meant = [entry for entry in named if PRECISION[entry.kind] <= _NEAR] or list(named)
        most = max((entry.population for entry in meant), default=0)
        meant = [entry for entry in meant if entry.population * _DWARFED >= most]
        ids = [entry.country if entry.kind == "country" and entry.country else entry.id for entry in meant]
        return list(dict.fromkeys([*ids, "~" + key(name)]))

    def actors(self, name: str) -> list[str]:
        """The values of the actor and source filters that an id or a name may mean; by name also those unlisted."""
        if name in self._actors.entries or name.startswith("~"):
            return [name]
        return list(dict.fromkeys([*self._actors.bearers(key(name)), "~" + key(name)]))

    def asserter_of(self, name: str) -> str | None:
        """The id of the one body that a name means; None where it is listed for none, or for several."""
        found = self._actors.bearers(key(name))
        return found[0] if len(found) == 1 else None

    def asserter(self, label: str) -> str:
        """What the asserter of a label is filtered by: an id, or a protected source's code, as it is; a name folded after a tilde."""
        known = label in self._actors.entries or label in self._persons.entries
        return label if known or label.startswith("~") or CODE.fullmatch(label) else "~" + key(label)

    def sources(self, name: str) -> list[str]:
        """The values of the source filter that an id or a name may mean: also the names by which reports tell it alone, as an outlet's own voice."""
        found = [name] if name in self._persons.entries or CODE.fullmatch(name) else self.actors(name)
        own = [
            "~" + key(spelled)
            for id in found
            if (entry := self._actors.entries.get(id) or self._persons.entries.get(id)) is not None
            for spelled in entry.names
            if self._actors.bearers(key(spelled)) in ([], [id])
        ]
        return list(dict.fromkeys([*found, *own]))

    def place(self, name: str) -> dict[str, Any]:
        """A place by the name a person gives it, as the contract writes one; with an id and coordinates only where one place bears the name."""
        found = self._gazetteer.candidates(name)
        if len(found) != 1:
            return {"name": name}
        entry = found[0]
        return {
            "name": name, "id": entry.id, "latitude": entry.latitude, "longitude": entry.longitude,
            "precision": PRECISION[entry.kind], "country": entry.country,
        }  # fmt: skip

    def place_name(self, id: str, language: Language) -> str:
        """A place's preferred name in a language, in the other where it has none; the id where it is unknown.

        A province or district is called one, since the town it is named after is mostly another thing.
        """
        if id in self._gazetteer:
            entry = self._gazetteer.entry(id)
            named = _preferred(entry.arabic, entry.latin, language) or id
            return _KINDS[entry.kind][language].format(named) if entry.kind in _KINDS else named
        if (land := self._gazetteer.country(id)) is not None:
            return _preferred(land.arabic, land.latin, language) or id
        return id.removeprefix("~")

    def actor_name(self, id: str, language: Language) -> str:
        """An actor's, or a known person's, first name in the letters of a language, else its first; the id where it is unknown."""
        entry = self._actors.entries.get(id) or self._persons.entries.get(id)
        if entry is None:
            return id.removeprefix("~")
        fitting = (name for name in entry.names if name.isascii() is (language == "en"))
        return next(fitting, entry.names[0])

    def all_areas(self, places: Iterable[tuple[str, str | None]]) -> list[dict[str, str]]:
        """Rows of (area, place) for places with their countries' codes."""
        return [{"area": area, "place": place} for place, country in places for area in self.areas(place, country)]


def _preferred(arabic: str | None, latin: str | None, language: Language) -> str | None:
    return (arabic or latin) if language == "ar" else (latin or arabic)


@cache
def atlas() -> Atlas:
    """The atlas of the world's files, made once."""
    names = world()
    return Atlas(names.gazetteer, names.actors, names.persons)
