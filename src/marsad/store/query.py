"""What is asked: filters, as of a day, by whom; it has an address, a sentence in each language, and SQL."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, get_args
from urllib.parse import parse_qs, urlencode

from sqlalchemy import ColumnElement

from marsad.model import MarsadError
from marsad.store.atlas import Atlas
from marsad.store.discretion import CLEARED, PUBLIC, Viewer
from marsad.store.filters import FILTERS, Shelf, Speech, Values
from marsad.store.wording import day

Order = Literal["newest", "oldest"]

AS_OF, ORDER = "as_of", "order"
_SEPARATOR = " · "


@dataclass(frozen=True, slots=True)
class Query:
    """A question to the store. ``given`` are the values as typed, by filter; ``meant`` what they stand for.

    ``as_of`` is a day: only what could be known by then counts. ``viewer`` is whoever asks, the public unless said.
    """

    given: Mapping[str, Values] = field(default_factory=dict)
    meant: Mapping[str, Values] = field(default_factory=dict)
    as_of: date | None = None
    viewer: Viewer = PUBLIC
    order: Order = "newest"

    def where(self, shelf: Shelf) -> list[ColumnElement[bool]]:
        """What must hold of the shelf's rows, a condition a filter."""
        return [FILTERS[name].sql(shelf, self.meant[name]) for name in FILTERS if name in self.meant]

    def sentence(self, speech: Speech) -> str:
        """The filters in words, "killed · civilians · in Raqqa"; empty when there are none."""
        parts = [FILTERS[name].say(speech, self.meant[name]) for name in FILTERS if name in self.meant]
        if self.as_of:
            known = {"en": "as known on {}", "ar": "كما كان معروفًا في {}"}[speech.language]
            parts.append(known.format(day(self.as_of.isoformat(), speech.language, speech.months)))
        return _SEPARATOR.join(parts)

    def address(self) -> str:
        """The question as the query of an address, the same for the same question."""
        pairs = [(name, value) for name in FILTERS for value in self.given.get(name, ())]
        pairs += [(AS_OF, self.as_of.isoformat())] if self.as_of else []
        return urlencode(pairs + ([(ORDER, self.order)] if self.order != "newest" else []))

    def without(self, name: str) -> "Query":
        """The question without one of its filters."""
        return replace(
            self,
            given={other: values for other, values in self.given.items() if other != name},
            meant={other: values for other, values in self.meant.items() if other != name},
        )


def query_of(parameters: Mapping[str, str | Sequence[str] | None], atlas: Atlas, viewer: Viewer = PUBLIC) -> Query:
    """The question of parameters by name, each a value or several; empty ones are as if not there.

    Raises MarsadError naming the parameter that cannot be used, and what may stand there.
    """
    given = {name: _values(value) for name, value in parameters.items() if _values(value)}
    unknown = [name for name in given if name not in FILTERS and name not in (AS_OF, ORDER)]
    if unknown:
        raise MarsadError(f"there is no filter {unknown[0]!r}: there is {', '.join(FILTERS)}, {AS_OF}")
    meant = {name: _meant(name, values, atlas) for name, values in given.items() if name in FILTERS}
    return Query({name: values for name, values in given.items() if name in FILTERS}, meant, _as_of(given), viewer, _order(given))


def query_of_address(address: str, atlas: Atlas, viewer: Viewer = PUBLIC) -> Query:
    """The question of an address's query, as ``Query.address`` writes it."""
    return query_of(parse_qs(address), atlas, viewer)


EVERYTHING = Query(viewer=CLEARED)
"""The question without a filter, by one who may see all."""


def _values(value: str | Iterable[str] | None) -> Values:
    many = [value] if isinstance(value, str) else value or []
    return tuple(dict.fromkeys(one.strip() for one in many if one.strip()))


def _meant(name: str, values: Values, atlas: Atlas) -> Values:
    try:
        return tuple(dict.fromkeys(read for value in values for read in FILTERS[name].read(atlas, value)))
    except MarsadError as error:
        raise MarsadError(f"{name}: {error}") from error


def _as_of(given: Mapping[str, Values]) -> date | None:
    try:
        return date.fromisoformat(given[AS_OF][0]) if AS_OF in given else None
    except ValueError:
        raise MarsadError(f"{AS_OF}: {given[AS_OF][0]!r} is no day: write it as YYYY-MM-DD, such as 2020-12-31") from None


def _order(given: Mapping[str, Values]) -> Order:
    value = given.get(ORDER, ("newest",))[0]
    for order in get_args(Order):
        if value == order:
            return order  # type: ignore[no-any-return]
    raise MarsadError(f"{ORDER}: {value!r} is none of {', '.join(get_args(Order))}")
