"""The names of places, actors and persons in one look-up, as a reader meets them word by word."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from marsad.text import parted
from marsad.world.actors import Actors
from marsad.world.persons import Persons
from marsad.world.places import HEADS, Gazetteer

_CITY = 100_000
"""People of a town whose name alone is taken for the town."""

_AREAS = frozenset(["country", "province"])

_SITES = frozenset(["landmark", "crossing"])
"""Kinds of places that are named with their noun."""

_LONGEST = 7
"""Words of the longest name looked for."""


@dataclass(frozen=True, slots=True)
class NameHit:
    """What a name can stand for: its kinds in a sentence, candidate places and actors.

    ``common``: an ordinary word too; ``strong``: a city, a listed actor or several words; ``kept``: of a hand-kept file;
    ``armed``: only a side that bears arms; ``headed``: it begins with the noun that says what sort of place it is ("مخيم كذا");
    ``acronym``: a name in capitals alone, such as "IS".
    """

    kinds: str
    places: tuple[str, ...]
    actor: tuple[str, ...]
    common: bool
    strong: bool
    kept: bool = False
    armed: bool = False
    headed: bool = False
    acronym: bool = False


class Names:
    """Places, actors and persons by folded name, the longest first; of persons only whole names, a surname may be anyone's."""

    def __init__(self, gazetteer: Gazetteer, actors: Actors) -> None:
        self.gazetteer = gazetteer
        self.actors = actors
        self.persons = Persons.load()
        self._heads: dict[str, int] = {}
        self._seconds: dict[str, set[str]] = {}
        self._hits: dict[str, NameHit | None] = {}
        self._bodies: dict[str, tuple[str, ...]] = {parted(name): ids for name, ids in actors.names.items()}
        self._persons = frozenset(map(parted, self.persons.names))
        for name in (*gazetteer.names, *self._bodies, *self._persons):
            if " " not in name:
                self._heads.setdefault(name, 1)
                continue
            words = name.split(" ")
            self._seconds.setdefault(words[0], set()).add(words[1])
            if len(words) > self._heads.get(words[0], 0):
                self._heads[words[0]] = min(len(words), _LONGEST)

    def heads(self, word: str) -> bool:
        """Whether a name starts with this folded word."""
        return word in self._heads

    def seconds(self, word: str) -> frozenset[str]:
        """The words that follow this one at the start of some name."""
        return frozenset(self._seconds.get(word, ()))

    def find(self, words: Sequence[str]) -> tuple[int, NameHit] | None:
        """The longest name at the start of the folded words: (how many words, what it can be)."""
        most = min(self._heads.get(words[0], 0), len(words))
        for length in range(most, 0, -1):
            name = words[0] if length == 1 else " ".join(words[:length])
            hit = self._hits[name] if name in self._hits else self._look_up(name)
            if hit is not None:
                return length, hit
        return None

    def _look_up(self, name: str) -> NameHit | None:
        places = tuple(self.gazetteer.names.get(name, ()))
        actor = self._bodies.get(name, ())
        hit = None
        if places or actor:
            entries = [self.gazetteer.entry(p) for p in places]
            common = not actor and name in self.gazetteer.common
            state = any(e.kind == "country" or (actor and e.population > _CITY) for e in entries)
            kinds = "PLACE STATE" if state else "ACTOR" if actor else "PLACE"
            kept = bool(actor) or any(e.kept for e in entries)
            strong = kept or " " in name or any(e.population > _CITY or e.kind in _AREAS for e in entries)
            armed = bool(actor) and not places and all(self.actors.entry(a).type not in ("civilians", "other") for a in actor)
            noun, _, rest = name.partition(" ")
            headed = bool(rest) and not actor and any(e.kind in HEADS.get(noun, _SITES) for e in entries)
            acronym = not places and name in self.actors.acronyms
            hit = NameHit(kinds, places, actor, common, strong, kept, armed, headed, acronym)
        elif name in self._persons:
            hit = NameHit("PERSON", (), (), False, True)
        self._hits[name] = hit
        return hit


def world(own: Path | None = None) -> Names:
    """The names of places and actors that come with Marsad, and a user's ``own`` places, loaded once for all rooms.

    ``own`` is a file as ``marsad.world.gazetteer.install`` writes it. Raises MarsadError when it cannot be read.
    """
    return _world(own)


@cache
def _world(own: Path | None) -> Names:
    return Names(Gazetteer.load([own] if own else ()), Actors.load())
