"""What a pack's finders find in a text, with its characters: quantities, dates, and the day of a date line."""

from collections.abc import Sequence
from datetime import date

from marsad.language.pack import FindDates, FindNumbers
from marsad.model import Dated, Quantity
from marsad.text import words

_COUNTED = ("cardinal", "measure")


def quantities(text: str, find: FindNumbers) -> list[Quantity]:
    """The quantities a text states, in order; ``low`` and ``high`` are whole numbers, an open end is None.

    Ordinals, dates and the numbers in names are left out; ages, prices and distances are quantities, though none of people.
    """
    found = words(text)
    out: list[Quantity] = []
    for number in find(found.words):
        if number.kind in _COUNTED:
            start, end = found.span(number.first, number.last)
            out.append(Quantity(text[start:end], start, end, number.low, number.high, number.bound))
    return out


def dates(text: str, reference: date, find: FindDates) -> list[Dated]:
    """The dates of a text that can be resolved, with their characters."""
    found = words(text)
    out: list[Dated] = []
    for hit in find(found.words, reference):
        if hit.start and hit.end:
            start, end = found.span(hit.first, hit.last)
            out.append(Dated(text[start:end], start, end, hit.start, hit.end, hit.precision, hit.relation))
    return out


def dateline(line: Sequence[str], find: FindDates) -> date | None:
    """The first full date (day, month and year) among folded words; None when there is none."""
    for hit in find(line, None):
        if hit.relation is None and hit.start and hit.start == hit.end and hit.precision == 1:
            return hit.start
    return None
