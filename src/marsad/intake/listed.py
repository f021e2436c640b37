"""Lists of named victims or of incidents, as casualty recorders keep them: each row is a small report of that source, and its claims.

Nothing is inferred: a word that is in none of the tables here is left in the row's text and gives no value, a date that may be two days
is refused. Outcomes, groups, means are the contract's (RECORD, 2), in its own words or in the plain Arabic and English ones below.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any, TypeVar

from marsad.intake.columns import Columns
from marsad.intake.document import Problem
from marsad.intake.table import Row
from marsad.language.ar.dates import dateline
from marsad.model import Actor, Article, Casualty, Evidence, MarsadError, Person, Place, Report, Source
from marsad.model.dated import When
from marsad.model.quantity import Count
from marsad.model.values import GROUPS, MEANS, OUTCOMES, Group, Means, Outcome, Sex
from marsad.page.published import written
from marsad.page.script import language
from marsad.text import key
from marsad.version import VERSION
from marsad.world.names import Names

FIELDS = (
    "id",
    "name",
    "date",
    "place",
    "country",
    "outcome",
    "count",
    "low",
    "high",
    "age",
    "sex",
    "group",
    "by",
    "means",
    *OUTCOMES,
)
"""What a list may hold: a name, or a ``count`` or ``low`` and ``high`` of an ``outcome``, or a column of figures for each outcome."""

RULE = "listed: a row of a casualty recorder's list"

_OUTCOMES: Mapping[str, Outcome] = {
    "dead": "killed", "deaths": "killed", "death": "killed", "fatalities": "killed", "قتيل": "killed", "قتل": "killed", "قتلى": "killed", "وفاة": "killed", "متوفى": "killed",
    "wounded": "injured", "جريح": "injured", "جرحى": "injured", "مصاب": "injured", "إصابة": "injured", "مفقود": "missing", "نازح": "displaced", "معتقل": "detained",
    "arrested": "detained", "محتجز": "detained", "مخطوف": "abducted", "kidnapped": "abducted",
}  # fmt: skip
_SEXES: Mapping[str, Sex] = {
    "m": "male", "male": "male", "man": "male", "ذكر": "male", "f": "female", "female": "female", "woman": "female", "أنثى": "female", "انثى": "female",
}  # fmt: skip
_GROUPS: Mapping[str, Group] = {
    "civilian": "civilians", "مدني": "civilians", "fighter": "fighters", "combatant": "fighters", "مقاتل": "fighters", "child": "children", "طفل": "children",
    "journalist": "journalists", "صحفي": "journalists", "medic": "medics", "مسعف": "medics", "soldier": "soldiers", "جندي": "soldiers",
}  # fmt: skip
_MEANS: Mapping[str, Means] = {
    "air strike": "airstrike", "غارة جوية": "airstrike", "قصف جوي": "airstrike", "قصف مدفعي": "shelling", "قصف": "shelling", "مسيرة": "drone", "انفجار": "explosion",
    "اشتباك": "clash", "إطلاق نار": "shooting", "اغتيال": "assassination", "إعدام": "execution",
}  # fmt: skip

_RANGE = re.compile(r"(\d[\d,]*)\s*(?:-|–|to|إلى)\s*(\d[\d,]*)")
_SLASHED = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")
_AGE = re.compile(r"(\d{1,3})(?:\s*(?:years?|y|عاما?|سنة|سنوات))?")
_OLDEST = 120  # years

Word = TypeVar("Word", bound=str)


@dataclass(frozen=True, slots=True)
class Asserter:
    """Whose list it is: the outlet and the source of all its claims."""

    source: Source

    @classmethod
    def named(cls, name: str, names: Names) -> "Asserter":
        """The body of that name, with its id where the actor file knows it."""
        entry = names.actors.resolve(name)
        return cls(Source(name, entry.id if entry else None, "organisation"))


def reports(
    rows: Iterator[Row | Problem], columns: Columns, asserter: Asserter, names: Names
) -> Iterator[tuple[str, Report | Problem]]:
    """(where, the report of a row or why there is none), in order."""
    for row in rows:
        if isinstance(row, Problem):
            yield row.where, row
            continue
        try:
            yield row.where, report(row, columns, asserter, names)
        except MarsadError as error:
            yield row.where, Problem(row.where, str(error))


def report(row: Row, columns: Columns, asserter: Asserter, names: Names) -> Report:
    """One row as an article, whose text is its cells by column, and the claims it makes.

    Raises MarsadError for a row without a name or a figure, and for a figure or a date that cannot be read.
    """
    fields = columns.take(row.cells)
    text = "\n".join(f"{column}: {' '.join(cell.split())}" for column, cell in row.cells.items() if cell.strip())
    counts = _counts(fields)
    digest = sha256(text.encode()).hexdigest()
    named = fields.get("id") or digest
    id = f"list-{sha256(chr(31).join((asserter.source.name, named)).encode()).hexdigest()[:16]}"
    place = _place(fields, names)
    shared: dict[str, Any] = {
        "evidence": Evidence(text, 0, len(text)), "source": asserter.source, "place": place, "date": _when(fields.get("date")), "rule": RULE, "reader": VERSION,
        "by": _actor(fields.get("by"), place, names), "means": _word(fields.get("means"), MEANS, _MEANS), "person": _person(fields),
        "group": _word(fields.get("group"), GROUPS, _GROUPS) or "people",
    }  # fmt: skip
    claims = tuple(
        Casualty(id=f"{id}-{number}", outcome=outcome, count=count, **shared) for number, (outcome, count) in enumerate(counts)
    )
    article = Article(
        id=id, text=text, sha256=digest, outlet=asserter.source.name, title=fields.get("name"), language=language(text)
    )
    return Report(article, claims)


def _counts(fields: Mapping[str, str]) -> list[tuple[Outcome, Count]]:
    """The figures of a row, one an outcome; a name alone counts one person, killed where the list does not say otherwise."""
    found = [(outcome, _count(fields[outcome], None, None)) for outcome in OUTCOMES if outcome in fields]
    if found:
        return [(outcome, count) for outcome, count in found if count.high != 0]
    outcome = _word(fields["outcome"], OUTCOMES, _OUTCOMES) if "outcome" in fields else "killed"
    if outcome is None:
        raise MarsadError(
            f"its outcome {fields['outcome']!r} is none of {', '.join(OUTCOMES)}: say it of all rows with --columns outcome==killed"
        )
    if {"count", "low", "high"} & {*fields}:
        return [(outcome, _count(fields.get("count"), fields.get("low"), fields.get("high")))]
    if "name" in fields:
        return [(outcome, Count(fields["name"], 1, 1, "exact"))]
    raise MarsadError("has neither a name nor a figure")


def _count(written_: str | None, low: str | None, high: str | None) -> Count:
    if written_ is None:
        words = "–".join(part for part in (low, high) if part)
        ends = (_number(low) if low else None, _number(high) if high else None)
        if ends[0] is not None and ends[1] is not None:
            if ends[0] > ends[1]:
                raise MarsadError(f"its figures {words} are the wrong way round")
            return Count(words, *ends, "exact" if ends[0] == ends[1] else "range")
        return Count(words, *ends, "at_least" if ends[1] is None else "up_to")
    if between := _RANGE.fullmatch(written_):
        return _count(None, between[1], between[2])
    if written_.endswith("+"):
        return Count(written_, _number(written_[:-1]), None, "at_least")
    number = _number(written_)
    return Count(written_, number, number, "exact")


def _number(written_: str) -> int:
    digits = key(written_).replace(",", "").strip()
    if not digits.isdecimal():
        raise MarsadError(f"its figure {written_!r} is no number")
    return int(digits)


def _when(written_: str | None) -> When | None:
    """The day a row states: in ISO form, in words, or in figures that can be one day only."""
    if written_ is None:
        return None
    day = _day(key(written_))
    if day is None:
        raise MarsadError(f"its date {written_!r} cannot be read or may be two days: write it as 2020-03-02")
    return When(written_, day.isoformat(), day.isoformat(), 1)


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words[:10])
    except ValueError:
        pass
    if slashed := _SLASHED.fullmatch(words.strip()):
        first, second, year = map(int, slashed.groups())
        days = {found for month, day in ((second, first), (first, second)) if (found := _valid(year, month, day))}
        return days.pop() if len(days) == 1 else None
    return written(words, dateline, True)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _place(fields: Mapping[str, str], names: Names) -> Place | None:
    name = fields.get("place")
    if not name:
        return None
    country = fields.get("country", "").upper() or None
    entry = names.gazetteer.resolve(name, country=country if country and len(country) == 2 else None)
    return names.gazetteer.place(entry, name) if entry else Place(name)


def _actor(name: str | None, place: Place | None, names: Names) -> Actor | None:
    if name is None:
        return None
    entry = names.actors.resolve(name, place.country if place else None)
    return Actor(name, entry.id, entry.type) if entry else Actor(name)


def _person(fields: Mapping[str, str]) -> Person | None:
    if "name" not in fields:
        return None
    years = _AGE.fullmatch(key(fields.get("age", "")))
    age = int(years[1]) if years and int(years[1]) <= _OLDEST else None
    return Person(
        fields["name"], age=age, sex=_SEXES.get(fields.get("sex", "").lower()) or _SEXES.get(key(fields.get("sex", "")))
    )


def _word(written_: str | None, own: Sequence[Word], others: Mapping[str, Word]) -> Word | None:
    """A word of a closed list as the contract writes it, or as one of its plain names; None for any other."""
    if written_ is None:
        return None
    said = key(written_)
    return next((word for word in own if key(word) == said or key(word.replace("_", " ")) == said), None) or next(
        (word for name, word in others.items() if key(name) == said), None
    )
