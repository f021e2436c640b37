"""Named persons who hold or held an office, and the words for offices, ranks and titles, kept by hand.

docs/actors.md describes the columns of ``data/persons.tsv`` and ``data/offices.tsv``.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal, cast, get_args

from marsad.model import MarsadError
from marsad.model.values import GROUPS, Group
from marsad.text import key
from marsad.world.spelling import spelled
from marsad.world.table import rows

PERSON_COLUMNS = ("id", "role", "affiliation", "from", "until", "names")
OFFICE_COLUMNS = ("id", "kind", "group", "names")

OfficeKind = Literal["office", "rank", "title", "honorific"]


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """A row of the file: the office best known by, the id of the body it is of, and the years it was held.

    What the file leaves empty is None; it holds nothing of sex, age, faith or origin.
    """

    id: str
    role: str | None
    affiliation: str | None
    since: str | None
    until: str | None
    names: tuple[str, ...]


@dataclass(frozen=True)
class Persons:
    """Persons by folded name: ``names`` the names of two words and more, ``surnames`` single words ("بوتين").

    A surname may be anyone's: take it for the person only where the same article has the whole name, or the office.
    """

    entries: Mapping[str, PersonEntry]
    names: Mapping[str, tuple[str, ...]]
    surnames: Mapping[str, tuple[str, ...]]

    @classmethod
    def load(cls, path: Path | Traversable | None = None) -> "Persons":
        """The persons of ``path``, by default of the file that comes with Marsad; MarsadError names the first bad row."""
        path = path or files("marsad.world") / "data" / "persons.tsv"
        entries: dict[str, PersonEntry] = {}
        names: dict[str, tuple[str, ...]] = {}
        surnames: dict[str, tuple[str, ...]] = {}
        for number, row in rows(path, PERSON_COLUMNS):
            where = f"{path.name}, line {number}"
            written = tuple(filter(None, map(str.strip, row["names"].split("|"))))
            if not row["id"] or not written:
                raise MarsadError(f"{where}: a person needs an id and a name; fill both columns")
            if row["id"] in entries:
                raise MarsadError(f"{where}: id {row['id']!r} is given twice; give each person one row")
            entries[row["id"]] = PersonEntry(
                row["id"], row["role"] or None, row["affiliation"] or None, row["from"] or None, row["until"] or None, written,
            )  # fmt: skip
            for name in spelled([key(name) for name in written]):
                table = names if " " in name else surnames
                holders = table.get(name, ())
                if holders and table is names and row["id"] not in holders:
                    raise MarsadError(f"{where}: {name!r} is also a name of {holders[0]!r}; write the fuller name")
                table[name] = tuple(dict.fromkeys((*holders, row["id"])))
        return cls(entries, names, surnames)

    def resolve(self, name: str) -> PersonEntry | None:
        """The one person a name, whole or short, stands for; None when none or several do."""
        ids = self.surnames.get(key(name), ())
        return self.whole(name) or (self.entries[ids[0]] if len(ids) == 1 else None)

    def whole(self, name: str) -> PersonEntry | None:
        """The person of a name of two words or more; a longer form is known by its first words, or its first and last."""
        words = key(name).split()
        shorter = (" ".join(words[:length]) for length in range(len(words), 1, -1))
        ends = (f"{words[0]} {words[-1]}",) if len(words) > 2 else ()
        return next((self.entries[self.names[form][0]] for form in (*shorter, *ends) if form in self.names), None)


_LINKS = frozenset(map(key, ("بن", "ابن", "بنت", "آل")))
_FOREIGN = 6  # letters of a word that one letter more, less or other does not make another man's name ("غوتيريش", "غوتيريس")


def one_person(a: str, b: str) -> bool:
    """Whether two names can be of one person: the words of the shorter stand in the longer in their order, or both begin and end alike.

    Hamza, ta marbuta, the article, "عبد ال" in one word or two, and "بن" make no difference.
    """
    shorter, longer = sorted((name_words(a), name_words(b)), key=len)
    rest = iter(longer)
    if not shorter:
        return False
    return all(any(same_word(word, other) for other in rest) for word in shorter) or (
        same_word(shorter[0], longer[0]) and same_word(shorter[-1], longer[-1])
    )


@lru_cache(10_000)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name by which it is known again, folded, without the article and marks."""
    folded = re.sub(r"[^\w']+|'", " ", key(name)).replace("عبد ال", "عبدال")
    return tuple(w[2:] if w.startswith("ال") and len(w) > 4 else w for w in folded.split() if w not in _LINKS)


def same_word(a: str, b: str) -> bool:
    """Whether two words of names are spellings of one: equal, or long and a letter apart."""
    if a == b or min(len(a), len(b)) < _FOREIGN:
        return a == b
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return start > 0 and a[start + (len(a) >= len(b)) :] == b[start + (len(b) >= len(a)) :]


@dataclass(frozen=True, slots=True)
class Office:
    """A word that stands before a name; ``group`` is what the word itself says of the person, None when it says nothing."""

    id: str
    kind: OfficeKind
    group: Group | None


def load_offices(path: Path | Traversable | None = None) -> dict[str, Office]:
    """Offices, ranks, titles and forms of address by folded word or phrase; MarsadError names the first bad row."""
    path = path or files("marsad.world") / "data" / "offices.tsv"
    offices: dict[str, Office] = {}
    for number, row in rows(path, OFFICE_COLUMNS):
        where = f"{path.name}, line {number}"
        if row["kind"] not in get_args(OfficeKind):
            raise MarsadError(f"{where}: unknown kind {row['kind']!r}; use one of {', '.join(get_args(OfficeKind))}")
        if row["group"] and row["group"] not in GROUPS:
            raise MarsadError(f"{where}: unknown group {row['group']!r}; use one of {', '.join(GROUPS)}")
        office = Office(row["id"], cast(OfficeKind, row["kind"]), row["group"] or None)
        for name in spelled([key(name) for name in filter(None, map(str.strip, row["names"].split("|")))]):
            if offices.setdefault(name, office) != office:
                raise MarsadError(f"{where}: {name!r} is also in the row {offices[name].id!r}; keep it in one row")
    return offices
