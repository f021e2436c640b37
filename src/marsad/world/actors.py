"""Armed bodies, states, agencies, monitors and outlets with their names in each language, kept by hand in ``data/actors.tsv``.

docs/actors.md describes the columns and the marks an alias may bear.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import cast, get_args

from marsad.model import MarsadError
from marsad.model.values import ActorType, SourceType
from marsad.text import key
from marsad.world.spelling import spelled, state_forms
from marsad.world.table import rows

COLUMNS = ("id", "type", "source_type", "country", "parent", "from", "until", "names")
_TYPES: frozenset[str] = frozenset(get_args(ActorType))
_SOURCE_TYPES: frozenset[str] = frozenset(get_args(SourceType))
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DAY = re.compile(r"\d{4}(?:-\d\d-\d\d)?")
_ANYWHERE = frozenset({"*"})
_ACRONYM = 5  # letters at most: IS, US, WHO and AA are also words when folded to lower case

HEADS = frozenset(
    key(word)
    for word in (
        "ميليشيا مليشيا ميليشيات مليشيات تنظيم جماعة حركة قوات فصيل مسلحو مسلحي مقاتلو مقاتلي عناصر "
        "عصابات طيران طائرات وكالة صحيفة جريدة قناة شبكة إذاعة"
    ).split()
)
"""Folded nouns that may stand before a name without changing whom it names ("ميليشيا X", "وكالة X")."""


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """A row of the file. ``since`` and ``until`` are a year or an ISO day, both inclusive; ``names[0]`` is the preferred one.

    ``names`` are those written out in the row; the index also holds their other spellings and a state's forces.

    ``type`` is ACLED's, ``source_type`` what the body is when it asserts something, ``country`` an ISO 3166 alpha-2
    code; ``parent`` the id of the body it belongs to. What the file leaves empty is None.
    """

    id: str
    type: ActorType
    source_type: SourceType
    country: str | None
    parent: str | None
    since: str | None
    until: str | None
    names: tuple[str, ...]

    def stood(self, on: date) -> bool:
        """Whether the body existed on that day, as far as the file knows."""
        day = on.isoformat()
        return (self.since is None or day >= self.since) and (self.until is None or day[: len(self.until)] <= self.until)


Scope = frozenset[str] | None
"""The countries within which a shared name stands for a body ("*" is any); None for a name that is one body's alone."""


@dataclass(frozen=True, slots=True)
class _Claim:
    """The keys one row claims under one scope."""

    id: str
    within: Scope
    keys: list[str]
    where: str


@dataclass(frozen=True)
class Actors:
    """The actor file, looked up by folded name (``marsad.text.key``).

    ``names`` maps a key to the ids that bear it, in the order of the file; ``seats`` maps a capital to the state it may
    stand for ("Moscow said") and is kept apart because it is a place first; ``acronyms`` are the keys of short Latin
    acronyms, which stand for a body only where the text writes them in capitals ("IS", not "is").
    """

    entries: Mapping[str, ActorEntry]
    names: Mapping[str, tuple[str, ...]]
    seats: Mapping[str, tuple[str, ...]]
    acronyms: frozenset[str]
    _within: Mapping[tuple[str, str], frozenset[str]]

    @classmethod
    def load(cls, path: Path | Traversable | None = None) -> "Actors":
        """The actors of ``path``, by default of the file that comes with Marsad.

        Raises MarsadError with the file, line and fault of the first bad row.
        """
        return _read(path or files("marsad.world") / "data" / "actors.tsv")

    def entry(self, id: str) -> ActorEntry:
        """The row of that id; MarsadError when there is none."""
        try:
            return self.entries[id]
        except KeyError:
            raise MarsadError(f"no actor {id!r} in the actor file; add a row (docs/actors.md)") from None

    def resolve(self, name: str, country: str | None = None, on: date | None = None) -> ActorEntry | None:
        """The one body a name stands for in an article about ``country`` of the day ``on``; None when none or several do.

        A name that is not listed is tried as a seat of government, and again without its leading general nouns (``HEADS``).
        """
        folded = key(name)
        while not (ids := self.bearers(folded, country)):
            head, _, folded = folded.partition(" ")
            if not folded or head not in HEADS:
                return None
        if len(ids) > 1 and on is not None:
            ids = [id for id in ids if self.entries[id].stood(on)]
        return self.entries[ids[0]] if len(ids) == 1 else None

    def bearers(self, folded: str, country: str | None = None) -> list[str]:
        """The ids a folded name or seat may stand for in an article about ``country``, in the order of the file.

        A body that bears the name in that very country goes before one that bears it anywhere.
        """
        ids = self.names.get(folded) or self.seats.get(folded, ())
        here = [id for id in ids if country in self._within.get((folded, id), ())]
        return here or [id for id in ids if self._within.get((folded, id), _ANYWHERE) == _ANYWHERE]

    def family(self, id: str) -> str:
        """The id at the top of the parents of ``id``; itself when it has none."""
        while (parent := self.entries[id].parent) is not None:
            id = parent
        return id


def _read(path: Path | Traversable) -> Actors:
    entries: dict[str, ActorEntry] = {}
    lines: dict[str, int] = {}
    written: list[_Claim] = []
    formed: list[_Claim] = []
    seated: list[_Claim] = []
    for number, row in rows(path, COLUMNS):
        where = f"{path.name}, line {number}"
        aliases = _aliases(row["names"], row["country"], where)
        entry = _entry(row, tuple(dict.fromkeys(name for name, _, _ in aliases if name[0] not in "%@")), where)
        if entry.id in entries:
            raise MarsadError(f"{where}: id {entry.id!r} is already on line {lines[entry.id]}; give each body one row")
        entries[entry.id] = entry
        lines[entry.id] = number
        for within, keys in _by_scope(aliases).items():
            plain = [folded for folded in keys if folded[0] not in "%@"]
            written.append(_Claim(entry.id, within, spelled(plain), where))
            if len(plain) < len(keys):
                adjectives = [folded[1:] for folded in keys if folded[0] == "%"]
                formed.append(_Claim(entry.id, within, spelled(state_forms(adjectives)), where))
                seated.append(_Claim(entry.id, within, [folded[1:] for folded in keys if folded[0] == "@"], where))
    _check_parents(entries, lines, path.name)
    names, scopes = _index(written, formed)
    seats, seat_scopes = _index(seated, [])
    return Actors(entries, names, seats, _acronyms(entries.values()), seat_scopes | scopes)


def _by_scope(aliases: list[tuple[str, str, Scope]]) -> dict[Scope, list[str]]:
    keys: dict[Scope, list[str]] = {}
    for _, folded, within in aliases:
        keys.setdefault(within, []).append(folded)
    return keys


def _index(
    written: list[_Claim], formed: list[_Claim]
) -> tuple[dict[str, tuple[str, ...]], dict[tuple[str, str], frozenset[str]]]:
    """The ids of each key, and the scope of each shared key and id.

    A key of several ids is allowed only where each row marks it as shared; what is formed from a state's adjective
    yields to a name written out in another row.
    """
    names: dict[str, tuple[str, ...]] = {}
    scopes: dict[tuple[str, str], frozenset[str]] = {}
    for claims, yields in ((written, False), (formed, True)):
        for claim in claims:
            id, within = claim.id, claim.within
            for name in claim.keys:
                holders = names.get(name, ())
                if id in holders:
                    continue
                if holders and (within is None or any((name, holder) not in scopes for holder in holders)):
                    if yields:
                        continue
                    raise MarsadError(
                        f"{claim.where}: {name!r} of {id!r} is also a name of {' and '.join(map(repr, holders))}; mark it with ~ in each row or drop it"
                    )
                names[name] = (*holders, id)
                if within is not None:
                    scopes[name, id] = within
    return names, scopes


def _acronyms(entries: Iterable[ActorEntry]) -> frozenset[str]:
    latin = {name for entry in entries for name in entry.names if name.isascii() and len(name) <= _ACRONYM}
    return frozenset(key(name) for name in latin if name.isupper()) - {key(name) for name in latin if not name.isupper()}


def _entry(row: dict[str, str], names: tuple[str, ...], where: str) -> ActorEntry:
    if not _SLUG.fullmatch(row["id"]):
        raise MarsadError(f"{where}: id {row['id']!r} is not a slug; use small Latin letters, digits and hyphens")
    if row["type"] not in _TYPES:
        raise MarsadError(f"{where}: unknown type {row['type']!r}; use one of {', '.join(sorted(_TYPES))}")
    if row["source_type"] not in _SOURCE_TYPES:
        raise MarsadError(f"{where}: unknown source_type {row['source_type']!r}; use one of {', '.join(sorted(_SOURCE_TYPES))}")
    for column in ("from", "until"):
        if row[column] and not _DAY.fullmatch(row[column]):
            raise MarsadError(f"{where}: {column} {row[column]!r} is neither a year nor an ISO day; write 2014 or 2014-06-29")
    if not names:
        raise MarsadError(f"{where}: {row['id']!r} has no name; give at least the preferred one")
    return ActorEntry(
        row["id"], cast(ActorType, row["type"]), cast(SourceType, row["source_type"]),
        row["country"] or None, row["parent"] or None, row["from"] or None, row["until"] or None, names,
    )  # fmt: skip


def _aliases(cell: str, country: str, where: str) -> list[tuple[str, str, Scope]]:
    """(as written, folded, scope) of each name of a cell; "%" before a name marks a state's adjective, "@" a seat of government."""
    out: list[tuple[str, str, Scope]] = []
    for name, folded in zip(cell.split("|"), key(cell).split("|"), strict=True):
        within: Scope = None
        name, folded = name.strip(), folded.strip()
        if name.startswith("~"):
            scope, colon, rest = name[1:].partition(":")
            within = _scope(scope if colon else country)
            if not within:
                raise MarsadError(f"{where}: {name!r} is shared but says no country; write ~XX:name, ~XX+YY:name or ~*:name")
            name = rest if colon else name[1:]
            folded = folded.partition(":")[2] if colon else folded[1:]
        if folded:
            out.append((name, folded, within))
    return out


@cache
def _scope(countries: str) -> frozenset[str]:
    return frozenset(filter(None, countries.split("+")))


def _check_parents(entries: Mapping[str, ActorEntry], lines: Mapping[str, int], file: str) -> None:
    for entry in entries.values():
        seen = {entry.id}
        parent = entry.parent
        while parent is not None:
            if parent not in entries:
                raise MarsadError(
                    f"{file}, line {lines[entry.id]}: parent {parent!r} of {entry.id!r} has no row; add it or leave the column empty"
                )
            if parent in seen:
                raise MarsadError(f"{file}, line {lines[entry.id]}: {entry.id!r} is its own ancestor; mend the parent column")
            seen.add(parent)
            parent = entries[parent].parent
