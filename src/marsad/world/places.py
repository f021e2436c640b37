"""Places: countries, provinces, districts, towns and landmarks with their names, looked up by name and told apart by context.

Two files are read: ``data/places.tsv``, kept by hand, and ``data/gazetteer.tsv.gz``, made by ``tools/gazetteer.py`` from
GeoNames and OpenSyria (both CC BY 4.0). A row kept by hand completes and overrides the row of the same id.
docs/places.md describes the columns.
"""

import gzip
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from importlib.resources import files
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

from marsad.model import MarsadError, Place
from marsad.text import fold, parted, phrase
from marsad.world.table import rows

COLUMNS = ("id", "kind", "country", "parent", "latitude", "longitude", "population", "names")
"""Columns of a places file. ``names`` are parted by "|": the preferred Arabic (or empty), the preferred Latin (or empty), others."""

COMMON = ("word", "why")
"""Columns of the file of names that are ordinary words or persons' names as well."""

DEMONYMS = ("code", "arabic", "nisba", "english", "adjective", "capital")
"""Columns of demonyms.tsv: names, adjectives and the capital that stands for a government; "|" parts a cell, the preferred first."""

PRECISION = {
    "town": 1, "village": 1, "quarter": 1, "camp": 1, "landmark": 1, "crossing": 1, "front": 2,
    "district": 3, "province": 4, "region": 5, "country": 6, "water": 7,
}  # fmt: skip
"""Kind of place to UCDP ``where_prec`` (UCDP GED codebook, version 23.1)."""

HEADS: dict[str, frozenset[str]] = {
    head: frozenset(kinds.split())
    for kinds, heads in {
        "town": "مدينه بلده city",
        "town village": "قريه village town",
        "quarter town": "حي ضاحيه neighborhood neighbourhood",
        "camp": "مخيم camp",
        "district": "ناحيه مديريه قضاء معتمديه district",
        "district region": "منطقه",
        "province": "محافظه ولايه ريف province governorate countryside",
        "province region": "اقليم region",
    }.items()
    for head in heads.split()
}
"""Folded noun before or after a name to the kinds of place it can announce."""

_RANK = {
    kind: rank
    for rank, group in enumerate(
        ("region front landmark crossing water", "province", "district", "town village quarter camp", "country")
    )
    for kind in group.split()
}
_NEAR_KM, _AROUND_KM, _SAME_LAND_KM = 30, 100, 1000
_AROUND = 2  # the closeness of a place within _AROUND_KM
_CITY, _DWARFED = 500_000, 50  # people of a city known everywhere; how many times smaller a place is that gives way to it
_FAR = frozenset(("country", "town", "province", "region", "water"))
_TOLD = 50_000  # people of a town that news of another country may name alone
_SETTLED, _WIDE = frozenset(("city", "town", "village", "quarter", "camp")), frozenset(("country", "province"))
"""What a noun such as "قرية" says a place is, and what it then is not: a village of Idlib is no province of Yemen of that name."""
_REMEMBERED = 50_000  # answers of ``resolve``, which news asks again and again
_EARTH_KM = 6371.0088  # mean radius, IUGG
_DATA = files("marsad.world") / "data"


@dataclass(frozen=True, slots=True)
class Entry:
    """A place. ``latitude`` and ``longitude`` are WGS84 degrees or None, ``population`` people, 0 when unknown.

    ``country`` is an ISO 3166 alpha-2 code, None for seas; ``parent`` the id of the area it lies in; ``common`` tells that
    its preferred name is an ordinary word or a person's name too; ``kept`` that a person keeps the row by hand.
    """

    id: str
    kind: str
    country: str | None
    parent: str | None
    latitude: float | None
    longitude: float | None
    population: int
    arabic: str | None
    latin: str | None
    names: tuple[str, ...]
    common: bool = False
    kept: bool = False

    def called(self, language: str) -> str | None:
        """Its preferred name in a language: the Arabic one, else the one in Latin letters."""
        return self.arabic if language == "ar" else self.latin


def distance_km(a: Entry, b: Entry) -> float | None:
    """Great-circle distance in kilometres; None when either has no coordinates."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    south, north = radians(a.latitude), radians(b.latitude)
    half = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin(radians(b.longitude - a.longitude) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(half))


class Gazetteer:
    """Places by name. ``names`` maps a key (see ``phrase``) to the ids that bear it; ``common`` holds the keys that are
    ordinary words or persons' names as well, and ask for a place's context."""

    def __init__(
        self, lines: dict[str, str], kept: dict[str, str], names: dict[str, tuple[str, ...]], common: frozenset[str]
    ) -> None:
        self._lines = lines
        self._kept = kept
        self._own: dict[str, Entry] = {}
        self._entries: dict[str, Entry] = {}
        self._resolved: dict[tuple[str, tuple[str, ...], str | None, frozenset[str]], Entry | None] = {}
        self._lands = {line.split("\t", 2)[1]: id for id, line in lines.items() if line.startswith("country")}
        self.names: Mapping[str, tuple[str, ...]] = names
        self.common = common

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> "Gazetteer":
        """The whole gazetteer, with users' own files (as ``marsad.world.gazetteer.install`` writes them) last.

        Raises MarsadError when a file cannot be read.
        """
        common = frozenset(phrase(row["word"]) for _, row in rows(_DATA / "places-common.tsv", COMMON))
        lines, names = _package()
        kept = _by_hand(names)
        gazetteer = cls(lines, kept, names, common)
        for path in extra:
            for number, row in rows(path, COLUMNS):
                entry = _read(row, f"{path.name}, line {number}", common)
                gazetteer._own[entry.id] = entry
                for name in dict.fromkeys(map(phrase, entry.names)):
                    _hold(names, name, entry.id)
        return gazetteer

    def __len__(self) -> int:
        return len(self.ids())

    def __contains__(self, id: object) -> bool:
        return id in self._lines or id in self._kept or id in self._own

    def ids(self) -> list[str]:
        """Every id, those kept by hand and users' own last."""
        return list(dict.fromkeys((*self._lines, *self._kept, *self._own)))

    def entry(self, id: str) -> Entry:
        """The place of that id. Raises KeyError when there is none."""
        entry = self._entries.get(id)
        if entry is None:
            found = [
                e for e in (self._own.get(id), self._decoded(self._kept, id, True), self._decoded(self._lines, id, False)) if e
            ]
            if not found:
                raise KeyError(id)
            entry = self._entries[id] = reduce(_joined, found)
        return entry

    def _decoded(self, lines: dict[str, str], id: str, kept: bool) -> Entry | None:
        if id not in lines:
            return None
        cells = lines[id].split("\t")
        row = dict(zip(COLUMNS, (id, *cells, *("",) * (len(COLUMNS) - 1 - len(cells))), strict=True))
        return _read(row, f"{'places.tsv' if kept else 'gazetteer.tsv.gz'}, {id}", self.common, kept)

    def area(self, entry: Entry) -> tuple[Entry, ...]:
        """The areas a place lies in, the smallest first, its country last."""
        chain: list[Entry] = []
        parent = entry.parent
        while parent is not None and parent in self and len(chain) < 8:
            chain.append(self.entry(parent))
            parent = chain[-1].parent
        if entry.kind != "country" and entry.country and (not chain or chain[-1].kind != "country"):
            land = self.country(entry.country)
            if land is not None:
                chain.append(land)
        return tuple(chain)

    def country(self, code: str) -> Entry | None:
        """The country of an ISO 3166 alpha-2 code."""
        id = self._lands.get(code)
        return None if id is None else self.entry(id)

    def candidates(self, name: str) -> tuple[Entry, ...]:
        """The places that bear a name, whether or not a noun such as "مدينة" stands before it."""
        return self._candidates(name)[0]

    def _candidates(self, name: str) -> tuple[tuple[Entry, ...], frozenset[str], str]:
        """The places of a name, the kinds its noun announces, and the key without the noun."""
        folded = name if name in self.names else phrase(name)
        first, _, rest = folded.partition(" ")
        start, _, last = folded.rpartition(" ")
        forms = [(folded, ""), (rest, first), (start, last)]
        if rest in self.names and self._announces(first, rest) and not self._announces(first, folded):
            forms = forms[1:]  # "مدينة مأرب" is the town, though a district is listed by that name
        for bare, noun in forms:
            if bare in self.names and (not noun or noun in HEADS):
                return tuple(map(self.entry, self.names[bare])), HEADS.get(noun, frozenset()), bare
        return (), frozenset(), folded

    def _announces(self, noun: str, name: str) -> bool:
        """Whether a noun announces a place listed by this name."""
        kinds = HEADS.get(noun, frozenset())
        return any(self.entry(id).kind in kinds for id in self.names.get(name, ()))

    def resolve(
        self, name: str, near: Sequence[Entry] = (), country: str | None = None, kinds: frozenset[str] = frozenset()
    ) -> Entry | None:
        """The best of the places that bear a name, or None.

        Without a noun that announces it, a quarter, village or landmark, or a far smaller town that is not close to the
        context, gives way to a city of the same name (الرياض, القدس). Then, in this order: of a kind that the noun beside it announces (``kinds``, or read from the name itself); a country
        before a town of the same name in it; inside or close to the places of the context ``near``; in ``country``; a
        country, then a town before the district and the province of the same name; kept by hand; the most populous.
        """
        asked = (name, tuple([e.id for e in near]), country, kinds)
        if asked not in self._resolved:
            if len(self._resolved) >= _REMEMBERED:
                self._resolved.clear()
            self._resolved[asked] = self._best(name, near, country, kinds)
        return self._resolved[asked]

    def _best(self, name: str, near: Sequence[Entry], country: str | None, kinds: frozenset[str]) -> Entry | None:
        found, announced, folded = self._candidates(name)
        wanted = kinds or announced
        if wanted and wanted <= _SETTLED:
            found = tuple(e for e in found if e.kind not in _WIDE)
        found = tuple(e for e in found if not self._foreign(e, near, country, wanted))
        if len(found) < 2:
            return found[0] if found else None
        lands = {e.country for e in found}
        if not wanted and len(lands) == 1:
            for entry in found:
                if entry.kind == "country":
                    return entry
        close = {e.id: max((self._closeness(e, other) for other in near), default=0) for e in found}
        city = 0 if wanted else max(e.population for e in found if e.kind != "country")
        if city >= _CITY:
            found = tuple(e for e in found if e.kind in _FAR and (e.population * _DWARFED > city or close[e.id] > _AROUND))
        return max(
            found,
            key=lambda e: (
                e.kind in wanted,
                close[e.id],
                e.country == country,
                self._nearness(e, near),
                e.kept and (_RANK[e.kind] > 2 or len(lands) > 1),
                _RANK[e.kind],
                e.kept,
                folded in (phrase(e.arabic or ""), phrase(e.latin or "")),
                e.population,
            ),
        )

    def _foreign(self, entry: Entry, near: Sequence[Entry], country: str | None, wanted: frozenset[str]) -> bool:
        """Whether a place too small to be told of from afar lies in a country that neither the article nor what it names is of: a namesake."""
        if country is None or entry.country in (None, country) or entry.kind == "country":
            return False
        if entry.population >= _TOLD and ("village" not in wanted or "city" in wanted):
            return False
        return entry.kind in _SETTLED and not any(
            entry.country == other.country or self._closeness(entry, other) >= _AROUND for other in near
        )

    def _closeness(self, entry: Entry, other: Entry) -> int:
        """4 inside the other, 3 holding it, in its province or within 30 km, 2 within 100 km, 1 in the same country."""
        if entry.id == other.id:
            return 4
        mine, its = self.area(entry), self.area(other)
        if other.kind != "country" and other in mine:
            return 4
        if entry.kind != "country" and entry in its:
            return 3
        apart = self.distance(entry, other)
        if entry.kind != "country" and other.kind != "country":
            if any(e.kind in ("province", "district") for e in mine if e in its) or (apart is not None and apart < _NEAR_KM):
                return 3
            if apart is not None and apart < _AROUND_KM:
                return _AROUND
        return 1 if entry.country is not None and entry.country == other.country else 0

    def _nearness(self, entry: Entry, near: Sequence[Entry]) -> float:
        """Minus the distance to the nearest place of the context, in steps of 1,000 km; 0 without context."""
        apart = [d for other in near if (d := self.distance(entry, other)) is not None]
        return -(min(apart) // _SAME_LAND_KM) if apart else 0

    def distance(self, a: Entry, b: Entry) -> float | None:
        """``distance_km`` of where the two lie, an area standing in for a place without coordinates."""
        return distance_km(self._located(a), self._located(b))

    def _located(self, entry: Entry) -> Entry:
        """The entry, or the smallest area about it that has coordinates, or the entry."""
        if entry.latitude is not None:
            return entry
        return next((e for e in self.area(entry) if e.latitude is not None), entry)

    def place(self, entry: Entry, name: str) -> Place:
        """The place as a text names it, with UCDP's precision for its kind.

        A place without coordinates takes those of the smallest area about it that has some, and a precision no finer than 2
        nor than that area's.
        """
        at = self._located(entry)
        precision = PRECISION[entry.kind]
        if at is not entry:
            precision = max(precision, 2, PRECISION[at.kind])
        return Place(name, entry.id, at.latitude, at.longitude, precision, entry.country)


def _joined(kept: Entry, made: Entry) -> Entry:
    """What a person keeps, completed by what another row of the same id knows."""
    told = {name: getattr(kept, name) or getattr(made, name) for name in ("country", "parent", "population", "arabic", "latin")}
    at = {name: getattr(made if getattr(kept, name) is None else kept, name) for name in ("latitude", "longitude")}
    return replace(kept, **told, **at, names=tuple(dict.fromkeys((*kept.names, *made.names))), kept=True)


def _package() -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """Rows by id, still as text, and ids by key. The first column of the file holds the keys, folded when it was made."""
    lines: dict[str, str] = {}
    names: dict[str, tuple[str, ...]] = {}
    text = gzip.decompress((_DATA / "gazetteer.tsv.gz").read_bytes()).decode()
    for line in text.split("\n"):
        if not line or line[0] == "#":
            continue
        keys, id, rest = line.split("\t", 2)
        lines[id] = rest
        one = (id,)
        for name in keys.split("|"):
            held = names.get(name)
            names[name] = one if held is None else held + one
    return lines, names


def _by_hand(names: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """Rows kept by hand by id, still as text; their names join ``names``.

    The names are folded all at once: name by name takes 40 ms of the 150 that loading may take.
    """
    text = (_DATA / "places.tsv").read_text(encoding="utf-8")
    kept = [line for line in text.split("\n") if line and line[0] != "#"][1:]
    folded = fold("\n".join(row.rpartition("\t")[2] for row in kept)).text.split("\n")
    lines: dict[str, str] = {}
    for row, cell in zip(kept, folded, strict=True):
        id, lines[id] = row.split("\t", 1)
        for name in cell.split("|"):
            _hold(names, parted(name), id)
    return lines


def _hold(names: dict[str, tuple[str, ...]], name: str, id: str) -> None:
    held = names.get(name, ())
    if name and id not in held:
        names[name] = (*held, id)


def _read(row: Mapping[str, str], where: str, common: frozenset[str], by_hand: bool = True) -> Entry:
    """The entry of a row. Raises MarsadError when a cell cannot be used."""
    names = row["names"].split("|")
    if row["kind"] not in PRECISION:
        raise MarsadError(f"{where}: kind {row['kind']!r} is unknown; use one of {', '.join(PRECISION)}")
    if not row["id"] or not any(names):
        raise MarsadError(f"{where}: a place needs an id and a name")
    return Entry(
        row["id"],
        row["kind"],
        row["country"] or None,
        row["parent"] or None,
        _degrees(row["latitude"], 90, "latitude", where),
        _degrees(row["longitude"], 180, "longitude", where),
        _people(row["population"], where),
        names[0] or None,
        names[1] if len(names) > 1 and names[1] else None,
        tuple(filter(None, names)),
        phrase(names[0] or names[1]) in common,
        by_hand,
    )


def _people(cell: str, where: str) -> int:
    if cell and not cell.isdecimal():
        raise MarsadError(f"{where}: population {cell!r} is not a whole number")
    return int(cell or 0)


def _degrees(cell: str, most: int, column: str, where: str) -> float | None:
    if not cell:
        return None
    try:
        value = float(cell)
    except ValueError:
        value = most + 1.0
    if not -most <= value <= most:
        raise MarsadError(f"{where}: {column} {cell!r} is not a number of degrees between -{most} and {most}")
    return value
