"""Marsad reads conflict news, Arabic first, and keeps a record of claims, each with the characters that state it.

The three questions another program may ask; ``marsad.model`` holds the nouns of the answers.
"""

from datetime import date
from pathlib import Path

from marsad import page, reading
from marsad.language import book, dateline, found
from marsad.model import Dated, MarsadError, Quantity, Report
from marsad.version import VERSION

__all__ = ["MarsadError", "Report", "__version__", "dates", "quantities", "read"]

__version__ = VERSION


def read(
    text_or_html: str | bytes,
    *,
    published: str | date | None = None,
    outlet: str | None = None,
    url: str | None = None,
    title: str | None = None,
    id: str | None = None,
    places: str | Path | None = None,
) -> Report:
    """The record of one report: its claims in the order of their evidence, and what was refused and why.

    ``published`` (YYYY-MM-DD) is the day from which words such as "yesterday" count; what is given goes before what a page says
    of itself. ``id`` is by default made from the content; ``places`` is a file of your own places, as ``marsad places add``
    keeps it. Raises MarsadError when there is nothing to read, ``published`` is no day, or ``places`` cannot be read.
    """
    article = page.article(text_or_html, id=id, url=url, outlet=outlet, title=title, published=published, dateline=dateline)
    return reading.read(article, Path(places) if places else None)


def quantities(text: str, language: str = "ar") -> list[Quantity]:
    """The quantities a text states, in order, with their characters; ``low`` and ``high`` are whole numbers, an open end is None.

    Raises MarsadError for a language that no pack speaks.
    """
    pack = book(language)
    return pack.quantities(text) if pack.quantities else found.quantities(text, pack.numbers)


def dates(text: str, reference: str | date, language: str = "ar") -> list[Dated]:
    """The dates a text states, in order, with their characters, resolved against the day ``reference`` (YYYY-MM-DD).

    ``first`` and ``last`` are days, both inclusive; ``precision`` is UCDP's ``date_prec``. Raises MarsadError for a
    language that no pack speaks, or when ``reference`` is no day.
    """
    try:
        day = reference if isinstance(reference, date) else date.fromisoformat(reference)
    except ValueError:
        raise MarsadError(f"{reference!r} is no day: write it as YYYY-MM-DD, such as 2020-12-31") from None
    return found.dates(text, day, book(language).dates)
