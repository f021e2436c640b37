"""Armed bodies, states, agencies, monitors and outlets with their names in each language, kept by hand in ``data/actors.tsv``.

docs/actors.md describes the columns and the marks an alias may bear.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import get_args

from marsad.model import MarsadError
from marsad.model.values import ActorType, SourceType
from marsad.text import key
from marsad.world.spelling import spellings, state_forms
from marsad.world.table import rows

COLUMNS = ("id", "type", "source_type", "country", "parent", "from", "until", "names")
_TYPES: frozenset[str] = frozenset(get_args(ActorType))
_SOURCE_TYPES: frozenset[str] = frozenset(get_args(SourceType))
_ANYWHERE = frozenset({"*"})
_ACRONYM = 5  # letters at most: IS, US, WHO and AA are also words when folded to lower case

HEADS = frozenset(
    key(word)
    for word in (
        "ميليشيا مليشيا ميليشيات مليشيات تنظيم جماعة حركة حزب قوات فصائل فصيل مسلحو مسلحي مقاتلو مقاتلي عناصر "
        "عصابات مرتزقة طيران طائرات وكالة صحيفة قناة منظمة موقع شبكة إذاعة جريدة"
    ).split()
)
"""Folded nouns that may stand before a name without changing whom it names ("ميليشيا X", "وكالة X")."""


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """A row of the file. ``since`` and ``until`` are a year or an ISO day, both inclusive; ``names[0]`` is the preferred one.

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


@dataclass(frozen=True, slots=True)
class _Alias:
    """A written name and where it counts: None everywhere and for one body only; else the countries ("*" is any).

    A ``formed`` one is made from a state's adjective and yields to a name written out in another row.
    """

    name: str
    within: frozenset[str] | None
    formed: bool = False


@dataclass(frozen=True)
class Actors:
    """The actor file, looked up by folded name (``marsad.text.key``).

    ``names`` maps a key to the ids that bear it, in the order of the file; ``acronyms`` are the keys of short Latin
    acronyms, which stand for a body only where the text writes them in capitals ("IS", not "is").
    """

    entries: Mapping[str, ActorEntry]
    names: Mapping[str, tuple[str, ...]]
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

        A name that is not listed is tried again without its leading general nouns (``HEADS``).
        """
        folded = key(name)
        while folded not in self.names:
            head, _, folded = folded.partition(" ")
            if not folded or head not in HEADS:
                return None
        ids = [id for id in self.names[folded] if self._counts(folded, id, country)]
        if len(ids) > 1 and on is not None:
            ids = [id for id in ids if self.entries[id].stood(on)]
        return self.entries[ids[0]] if len(ids) == 1 else None

    def _counts(self, folded: str, id: str, country: str | None) -> bool:
        within = self._within.get((folded, id))
        return within is None or within == _ANYWHERE or country in within

    def family(self, id: str) -> str:
        """The id at the top of the parents of ``id``; itself when it has none."""
        return self._tops[id]

    @cached_property
    def _tops(self) -> Mapping[str, str]:
        return {id: _top(self.entries, id) for id in self.entries}


def _top(entries: Mapping[str, ActorEntry], id: str) -> str:
    while (parent := entries[id].parent) is not None:
        id = parent
    return id


def _read(path: Path | Traversable) -> Actors:
    entries: dict[str, ActorEntry] = {}
    lines: dict[str, int] = {}
    claims: list[tuple[str, _Alias, str]] = []
    for number, row in rows(path, COLUMNS):
        where = f"{path.name}, line {number}"
        entry, aliases = _entry(row, where)
        if entry.id in entries:
            raise MarsadError(f"{where}: id {entry.id!r} is already on line {lines[entry.id]}; give each body one row")
        entries[entry.id] = entry
        lines[entry.id] = number
        claims += [(entry.id, alias, where) for alias in aliases]
    _check_parents(entries, lines, path.name)
    names, within = _index(claims)
    acronyms = frozenset(key(alias.name) for _, alias, _ in claims if _is_acronym(alias.name))
    return Actors(entries, names, acronyms, within)


def _is_acronym(name: str) -> bool:
    return name.isascii() and name.isupper() and len(name) <= _ACRONYM


def _index(claims: list[tuple[str, _Alias, str]]) -> tuple[dict[str, tuple[str, ...]], dict[tuple[str, str], frozenset[str]]]:
    """The ids of each key, and the countries within which a shared key stands for an id.

    A key of several ids is allowed only where each row marks it as shared.
    """
    names: dict[str, tuple[str, ...]] = {}
    within: dict[tuple[str, str], frozenset[str]] = {}
    for id, alias, where in sorted(claims, key=lambda claim: claim[1].formed):
        for folded in {key(form) for form in spellings(alias.name)}:
            holders = names.get(folded, ())
            if id in holders:
                continue
            owner = next((holder for holder in holders if alias.within is None or (folded, holder) not in within), None)
            if owner and alias.formed:
                continue
            if owner:
                raise MarsadError(f"{where}: {alias.name!r} of {id!r} is also a name of {owner!r}; mark it with ~ in both rows or drop it")
            names[folded] = (*holders, id)
            if alias.within is not None:
                within[folded, id] = alias.within
    return names, within


def _entry(row: dict[str, str], where: str) -> tuple[ActorEntry, tuple[_Alias, ...]]:
    if not row["id"] or not row["id"].replace("-", "").isalnum() or not row["id"].isascii() or row["id"] != row["id"].lower():
        raise MarsadError(f"{where}: id {row['id']!r} is not a slug; use small Latin letters, digits and hyphens")
    if row["type"] not in _TYPES:
        raise MarsadError(f"{where}: unknown type {row['type']!r}; use one of {', '.join(sorted(_TYPES))}")
    if row["source_type"] not in _SOURCE_TYPES:
        raise MarsadError(f"{where}: unknown source_type {row['source_type']!r}; use one of {', '.join(sorted(_SOURCE_TYPES))}")
    aliases = tuple(_aliases(row["names"], row["country"], where))
    if not aliases:
        raise MarsadError(f"{where}: {row['id']!r} has no name; give at least the preferred one")
    entry = ActorEntry(
        row["id"], row["type"], row["source_type"], row["country"] or None, row["parent"] or None,  # type: ignore[arg-type]
        row["from"] or None, row["until"] or None, tuple(dict.fromkeys(alias.name for alias in aliases)),
    )  # fmt: skip
    return entry, aliases


def _aliases(cell: str, country: str, where: str) -> Iterator[_Alias]:
    """The names of a cell; "~" shared, within the row's country or those before a colon; "%" a state's adjective."""
    for part in filter(None, map(str.strip, cell.split("|"))):
        within: frozenset[str] | None = None
        name = part
        if part.startswith("~"):
            scope, colon, rest = part[1:].partition(":")
            name = rest if colon else scope
            within = frozenset((scope if colon else country).split("+")) - {""}
            if not within:
                raise MarsadError(f"{where}: {part!r} is shared but the row has no country; write ~XX:{name} or ~*:{name}")
        if name.startswith("%"):
            yield from (_Alias(form, within, formed=True) for form in state_forms(name[1:]))
        else:
            yield _Alias(name, within)


def _check_parents(entries: Mapping[str, ActorEntry], lines: Mapping[str, int], file: str) -> None:
    for entry in entries.values():
        seen = {entry.id}
        parent = entry.parent
        while parent is not None:
            if parent not in entries:
                raise MarsadError(f"{file}, line {lines[entry.id]}: parent {parent!r} of {entry.id!r} has no row; add it or leave the column empty")
            if parent in seen:
                raise MarsadError(f"{file}, line {lines[entry.id]}: {entry.id!r} is its own ancestor; mend the parent column")
            seen.add(parent)
            parent = entries[parent].parent
