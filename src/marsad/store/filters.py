"""The filters: each one is a name in addresses and on the command line, the SQL of it, and its sentence in Arabic and English.

Command line, desk, API and exports all ask through these, so that what one shows the others show too.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol, get_args

from sqlalchemy import ColumnElement

from marsad.model import MarsadError
from marsad.model.values import GROUPS, KINDS, MEANS, OUTCOMES, Reliability, TargetType
from marsad.store.atlas import Atlas
from marsad.store.rows import LONGEST, ordinal
from marsad.store.wording import Language, Months, any_of, day, said, values

Values = tuple[str, ...]


class Shelf(Protocol):
    """What is asked about: records of one kind, or claims. It knows where each facet of them stands in its tables."""

    @property
    def first(self) -> ColumnElement[int]:
        """The day that orders its rows."""

    @property
    def last(self) -> ColumnElement[int]:
        """The last day of each row."""

    @property
    def long(self) -> bool:
        """Whether ``first`` may stand more than LONGEST days before ``last``."""

    def bears(self, facet: str, values: Values) -> ColumnElement[bool]:
        """Whether a row bears one of these values of a facet."""

    def fated(self, values: Values) -> ColumnElement[bool]:
        """Whether what a row was read in has one of these fates since: its page changed, or is gone."""

    def holds(self, text: str, exact: bool) -> ColumnElement[bool]:
        """Whether the words of a row's claims answer a question."""


@dataclass(frozen=True, slots=True)
class Speech:
    """How sentences are made: the language, its months, and the names of places and actors."""

    atlas: Atlas
    language: Language = "en"
    months: Months = "levantine"


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter. ``read`` brings a typed value to those it means, ``sql`` is what must hold, ``say`` the sentence of it.

    ``closed`` lists its values where they are a closed list. Values of one filter are alternatives; filters hold together.
    """

    name: str
    help: str
    sql: Callable[[Shelf, Values], ColumnElement[bool]]
    say: Callable[[Speech, Values], str]
    read: Callable[[Atlas, str], Sequence[str]] = field(default=lambda _, value: [value])
    closed: Values = ()


def _from(shelf: Shelf, given: Values) -> ColumnElement[bool]:
    since = ordinal(min(given))
    overlaps = shelf.last >= since
    return overlaps if shelf.long else overlaps & (shelf.first >= since - LONGEST)


def _until(shelf: Shelf, given: Values) -> ColumnElement[bool]:
    return (shelf.first <= ordinal(max(given))) & (shelf.last > 0)


def _day(_: Atlas, value: str) -> list[str]:
    try:
        return [date.fromisoformat(value).isoformat()]
    except ValueError:
        raise MarsadError(f"{value!r} is no day: write it as YYYY-MM-DD, such as 2020-12-31") from None


def _faceted(facet: str) -> Callable[[Shelf, Values], ColumnElement[bool]]:
    return lambda shelf, given: shelf.bears(facet, given)


def _one_of(name: str, allowed: Sequence[str]) -> Callable[[Atlas, str], Sequence[str]]:
    """What reads a value of a closed list."""

    def read(_: Atlas, value: str) -> list[str]:
        if value not in allowed:
            raise MarsadError(f"{value!r} is no {name}: there is {', '.join(allowed)}")
        return [value]

    return read


def _closed(name: str, help: str, closed: Sequence[str], said_as: Mapping[Language, str] | None = None) -> Filter:
    def say(speech: Speech, given: Values) -> str:
        words = any_of([said(name, value, speech.language).partition(":")[0] for value in given], speech.language)
        return (said_as or _BARE)[speech.language].format(words)

    return Filter(name, help, _faceted(name), say, _one_of(name, closed), tuple(closed))


_BARE: Mapping[Language, str] = {"en": "{}", "ar": "{}"}


def _names(pattern: Mapping[Language, str], of: str) -> Callable[[Speech, Values], str]:
    """A sentence of names; those read from one typed name are one name once."""

    def say(speech: Speech, given: Values) -> str:
        name = speech.atlas.place_name if of == "place" else speech.atlas.actor_name
        listed = [value for value in given if not value.startswith("~")] or given
        words = list(dict.fromkeys(name(value, speech.language) for value in listed))
        return pattern[speech.language].format(any_of(words, speech.language))

    return say


def _words(exact: bool) -> Callable[[Speech, Values], str]:
    pattern = {
        False: {"en": "with the words {}", "ar": "فيه الكلمات {}"},
        True: {"en": "with exactly {}", "ar": "فيه حرفيًّا {}"},
    }[exact]
    quoted = {"en": "“{}”", "ar": "«{}»"}

    def say(speech: Speech, given: Values) -> str:
        words = [quoted[speech.language].format(value) for value in given]
        return pattern[speech.language].format(any_of(words, speech.language))

    return say


FILTERS: Mapping[str, Filter] = {
    one.name: one
    for one in (
        Filter(
            "from", "On this day or later (YYYY-MM-DD).", _from,
            lambda speech, given: {"en": "from {}", "ar": "من {}"}[speech.language].format(day(min(given), speech.language, speech.months)),
            _day,
        ),
        Filter(
            "until", "On this day or earlier (YYYY-MM-DD).", _until,
            lambda speech, given: {"en": "until {}", "ar": "إلى {}"}[speech.language].format(day(max(given), speech.language, speech.months)),
            _day,
        ),
        Filter(
            "place", "In a place or an area: a name, an id of the gazetteer, or a country's code.", _faceted("area"),
            _names({"en": "in {}", "ar": "في {}"}, "place"), lambda atlas, value: atlas.places(value),
        ),
        _closed("kind", "What is told of.", KINDS),
        _closed("outcome", "What became of people.", OUTCOMES),
        _closed("group", "Who they were.", GROUPS),
        _closed("means", "By what means.", MEANS, {"en": "by {}", "ar": "بوسيلة: {}"}),
        _closed("target", "What was hit.", get_args(TargetType)),
        Filter(
            "actor", "An actor that took part: a name or an id of the actor file.", _faceted("actor"),
            _names({"en": "involving {}", "ar": "بمشاركة {}"}, "actor"), lambda atlas, value: atlas.actors(value),
        ),
        Filter(
            "source", "By the word of an asserter: a name or an id of the actor file.", _faceted("source"),
            _names({"en": "by the word of {}", "ar": "بحسب {}"}, "actor"), lambda atlas, value: atlas.sources(value),
        ),
        _closed(
            "reliability", "By the word of a source that a person has graded so on the Admiralty scale.", get_args(Reliability),
            {"en": "by a source graded {}", "ar": "بحسب مصدر درجته {}"},
        ),
        Filter(
            "corroborated", "In which another asserter's figure agrees with that of this source: a name or an id.", _faceted("corroborated"),
            _names({"en": "where others bear out {}", "ar": "حيث يؤيد آخرون {}"}, "actor"), lambda atlas, value: atlas.sources(value),
        ),
        Filter(
            "contradicted", "In which another asserter's figure does not fit that of this source: a name or an id.", _faceted("contradicted"),
            _names({"en": "where others contradict {}", "ar": "حيث يخالف آخرون {}"}, "actor"), lambda atlas, value: atlas.sources(value),
        ),
        Filter(
            "outlet", "Printed by an outlet: its name.", _faceted("outlet"),
            _names({"en": "printed by {}", "ar": "نشرته {}"}, "actor"), lambda atlas, value: atlas.actors(value),
        ),
        _closed("grade", "The grade a person has set.", values("grade")),
        Filter(
            "fate", "What became of the page it was read in, as it was last looked at.", lambda shelf, given: shelf.fated(given),
            lambda speech, given: any_of([said("page", value, speech.language) for value in given], speech.language),
            _one_of("fate", values("page")), tuple(values("page")),
        ),
        _closed("state", "How a place is held.", values("state")),
        Filter(
            "track", "A diplomatic track, such as geneva.", _faceted("track"),
            lambda speech, given: {"en": "on the track {}", "ar": "مسار {}"}[speech.language].format(any_of(given, speech.language)),
        ),
        Filter(
            "q", "Words that must all be in its claims; those in quotation marks side by side.",
            lambda shelf, given: shelf.holds(" ".join(given), exact=False), _words(exact=False),
        ),
        Filter(
            "exact", "The same, as the words stand: neither folded endings nor spellings of names.",
            lambda shelf, given: shelf.holds(" ".join(given), exact=True), _words(exact=True),
        ),
    )
}  # fmt: skip
"""Name -> filter, in the order in which a sentence names them."""
