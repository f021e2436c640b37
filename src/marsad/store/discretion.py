"""What the public does not see, and where it is taken out: the one place that withholds names and coarsens coordinates.

Named missing people, minors, witnesses and contact data are restricted by default (the desk and exports never show them to
those who are not cleared); what happened to them is counted all the same. A name is taken out wherever it stands in a text
or a JSON value, so that no form of output needs a rule of its own. A first name alone is not recognised as the whole name.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from marsad.model import AnyClaim, Casualty, Place, Statement
from marsad.text import fold, key
from marsad.text.stem import stem, tokens

Span = tuple[int, int]

ADULT = 18  # years: Convention on the Rights of the Child, article 1
COVER = "█"

_WITNESS = frozenset(
    map(
        stem,
        "شاهد ناجي ناجية ساكن مواطن مواطنة نازح نازحة لاجئ لاجئة witness eyewitness survivor resident villager refugee".split(),
    )
)
_COLLECTIVE = frozenset(
    map(
        stem,
        "شهود عيان سكان اهالي اهال اهل ناشطون نشطاء مدونون مغردون ناجون مدنيون مسعفون اطباء عمال مواطنون محتجون متظاهرون نازحون "
        "عائله اسره اقارب ذوو ذوي صحفيون witnesses residents locals activists civilians medics survivors villagers people".split(),
    )
)
"""Stems of nouns that open the name of an unnamed many: nobody is found by them."""

_NAMED_WITNESS = re.compile(
    r"(?:الشاهدة?|الناجية?|المواطنة?|النازحة?|اللاجئة?)\s+((?!(?:من|في|على|عن|بعد|قبل|إن|أن|الذي|التي)\s)(?:[^\W\d]+\s+){1,3}[^\W\d]+)\s*[:«\"“]"
)
"""A witness noun, the two to four words that name the one, and the colon or quotation mark that brings in what was said."""
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w+])\+\d(?:[ .()-]?\d){7,14}(?!\w)")


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks. ``cleared`` sees restricted records and names, and coordinates as fine as they are known.

    ``protected`` gathers, where it is given, the ids of what was shown that the public does not see, or not so.
    """

    cleared: bool = False
    protected: set[str] | None = field(default=None, compare=False)

    def note(self, id: str, held: bool) -> None:
        """Note what a cleared viewer was shown, if it is protected."""
        if held and self.protected is not None:
            self.protected.add(id)


PUBLIC, CLEARED = Viewer(), Viewer(cleared=True)


@dataclass(frozen=True, slots=True)
class Withheld:
    """Names that a claim puts at risk, and why: minor, missing or witness."""

    reason: str
    names: tuple[str, ...]


def withheld(claim: AnyClaim) -> Withheld | None:
    """The names of a claim that the public does not see; None where there are none."""
    person = claim.person if isinstance(claim, Casualty) else None
    if person and (person.age_band == "child" or (person.age is not None and person.age < ADULT)):
        return Withheld("minor", (person.name,))
    if person and isinstance(claim, Casualty) and claim.outcome == "missing":
        return Withheld("missing", (person.name,))
    names = []
    if claim.source and claim.source.type == "witnesses" and not _collective(claim.source.name):
        names.append(claim.source.name)
    if isinstance(claim, Statement) and claim.speaker.role and _WITNESS & set(map(stem, tokens(claim.speaker.role))):
        names.append(claim.speaker.name)
    if isinstance(claim, Statement):
        names += _NAMED_WITNESS.findall(claim.evidence.text)
    return Withheld("witness", tuple(dict.fromkeys(names))) if names else None


def _collective(name: str) -> bool:
    first = next(tokens(name), "")
    return stem(first) in _COLLECTIVE


def spans(text: str, names: Iterable[str]) -> list[Span]:
    """The [start, end) stretches of a text that hold one of the names, however spelled, or contact data; in order, not overlapping."""
    contacts = [match.span() for match in _CONTACT.finditer(text)] if "@" in text or "+" in text else []
    return joined([*contacts, *named(text, names)])


def named(text: str, names: Iterable[str]) -> list[Span]:
    """The stretches that hold one of the names, however spelled; in order, not overlapping."""
    found: list[Span] = []
    names = list(names)
    if not names:  # most texts: a table of claims asks this of every cell
        return found
    folded = fold(text)
    for name in {key(name) for name in names} - {""}:
        pattern = r"\s+".join(map(re.escape, name.split()))
        found += [(folded.start(m.start()), folded.end(m.end())) for m in re.finditer(pattern, folded.text)]
    return joined(found)


def cover(text: str, hidden: Sequence[Span]) -> str:
    """The text with those stretches covered, character by character: what stands elsewhere keeps its place."""
    for start, end in hidden:
        text = text[:start] + COVER * (end - start) + text[end:]
    return text


def cover_names(value: Any, names: Sequence[str]) -> Any:
    """A JSON value with the names covered in every text in it."""
    if isinstance(value, str):
        return cover(value, spans(value, names))
    if isinstance(value, list | tuple):
        return [cover_names(item, names) for item in value]
    if isinstance(value, dict):
        return {name: cover_names(item, names) for name, item in value.items()}
    return value


DECIMALS = {1: 2, 2: 1}
"""Decimals of a degree that the public sees, by ``where_prec``: 0.01° is about 1 km, 0.1° about 11 km; any other has 1."""
_HOME = 2  # the precision that a home is shown with


def coarse(place: Place, home: bool = False) -> Place:
    """The place as the public sees it: never finer than 0.01°, and a home never finer than 0.1°, of precision 2 or worse."""
    precision = max(place.precision or 1, _HOME) if home else place.precision
    digits = DECIMALS.get(precision or 1, 1)
    return Place(
        place.name, place.id, _rounded(place.latitude, digits), _rounded(place.longitude, digits), precision, place.country
    )


def coarse_json(value: Any, home: bool = False) -> Any:
    """A JSON value with every place and every minor's age in it as the public sees them."""
    if isinstance(value, list | tuple):
        return [coarse_json(item, home) if item.__class__ in _HOLDERS else item for item in value]
    if not isinstance(value, dict):
        return value
    if "latitude" in value and "longitude" in value:
        place = coarse(Place(value.get("name") or "", None, value["latitude"], value["longitude"], value.get("precision")), home)
        return value | {"latitude": place.latitude, "longitude": place.longitude, "precision": place.precision}
    if "age" in value and "age_band" in value:
        value = value | coarse_age(value["age"], value["age_band"])
    home = home or "home" in (value.get("target_type") or ())
    return {name: coarse_json(item, home) if item.__class__ in _HOLDERS else item for name, item in value.items()}


_HOLDERS = frozenset((dict, list, tuple))  # what may hold a place or an age: most values are none, and need no call


def coarse_age(age: int | None, band: str | None) -> dict[str, Any]:
    """An age as the public sees it: of a minor the band alone, by which nobody is found among the children of a place; of others as stated."""
    return {"age": None, "age_band": "child"} if age is not None and age < ADULT else {"age": age, "age_band": band}


def _rounded(degrees: float | None, digits: int) -> float | None:
    return None if degrees is None else round(degrees, digits)


def joined(found: Iterable[Span]) -> list[Span]:
    """Stretches in order, none overlapping another."""
    kept: list[Span] = []
    at = 0
    for start, end in sorted(found):
        start = max(start, at)
        if end > start:
            kept.append((start, end))
            at = end
    return kept
