"""The day a report appeared, and where that is said: ISO stamps, addresses, date lines."""

import re
from collections.abc import Callable, Sequence
from datetime import date

from marsad.model import MarsadError
from marsad.model.values import PublishedFrom
from marsad.page.furniture import Furniture
from marsad.text import key, words

Dateline = Callable[[Sequence[str]], date | None]
"""Reads a date from folded words, as a language's pack does it; None when they hold none."""

_ISO = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})[-/.](0?[1-9]|1[0-2])[-/.](0?[1-9]|[12][0-9]|3[01])(?![0-9])")
_COMPACT = re.compile(r"^((?:19|20)[0-9]{2})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])(?:T?[0-9]{4,6}Z?)?$", re.I)
_DAY_FIRST = re.compile(r"(?<![0-9])(0?[1-9]|[12][0-9]|3[01])[-/.](0?[1-9]|1[0-2])[-/.]((?:19|20)[0-9]{2})(?![0-9])")
_MAIL = re.compile(r"([0-9]{1,2}) (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*,? ((?:19|20)[0-9]{2})", re.I)
_MAIL_US = re.compile(
    r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ((?:19|20)[0-9]{2})", re.I
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PATHS = (
    re.compile(r"/((?:19|20)[0-9]{2})/(0?[1-9]|1[0-2])/(0?[1-9]|[12][0-9]|3[01])(?:[/_-]|$)"),
    re.compile(r"/((?:19|20)[0-9]{2})/[a-z][a-z_-]*/(0?[1-9]|1[0-2])/(0?[1-9]|[12][0-9]|3[01])(?:[/_-]|$)"),
    re.compile(r"[/_-]((?:19|20)[0-9]{2})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(?:[/_.-]|$)"),
    re.compile(r"[/_-]((?:19|20)[0-9]{2})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])(?:[/_.-]|$)"),
)
_DATE_LINE = 90
_HEAD_LINES = 3
_TODAY = re.compile("(?<!\\w)اليوم(?!\\w)[\\s,،(]*")
_TODAY_WORDS = 8
_FIRST = 1990  # the first news sites; an earlier stamp is a default (1970-01-01) or another thing


def day(year: int | str, month: int | str, of: int | str) -> date | None:
    """The day, or None when there is none such or it is before there were news sites."""
    try:
        found = date(int(year), int(month), int(of))
    except ValueError:
        return None
    return found if found.year >= _FIRST else None


def option(published: str | date | None) -> str | None:
    """The ISO day a caller gives. Raises MarsadError when it is none."""
    if published is None or published == "":
        return None
    if isinstance(published, date):
        return published.isoformat()[:10]
    hit = re.match(r"\s*([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9])", published)
    try:
        if hit:
            return date(*map(int, hit.groups())).isoformat()
    except ValueError:
        pass
    raise MarsadError(f"published {published!r} is not a day: write it as YYYY-MM-DD")


def stamp(value: str) -> date | None:
    """The day of a machine's stamp: ISO 8601 (with or without hyphens), a mail header's date. The day is the one written, in its own zone."""
    value = key(value)
    hit = _ISO.search(value) or _COMPACT.match(value)
    if hit:
        return day(*hit.groups())
    hit = _MAIL.search(value)
    if hit:
        return day(hit.group(3), _MONTHS.index(hit.group(2).lower()) + 1, hit.group(1))
    hit = _MAIL_US.search(value)
    if hit:
        return day(hit.group(3), _MONTHS.index(hit.group(1).lower()) + 1, hit.group(2))
    return None


def address(url: str | None) -> date | None:
    """The day in an address's path, or None; a path with no day of the month gives none."""
    path = (url or "").split("?")[0].split("#")[0]
    for shape in _PATHS:
        hit = shape.search(path)
        found = day(*hit.groups()) if hit else None
        if found:
            return found
    return None


def written(text: str, dateline: Dateline | None = None, day_first: bool = True) -> date | None:
    """The day a line of writing states: by the language's reader, else as a stamp, else as day/month/year.

    ``day_first`` tells that the reader's language writes the day before the month; where it may be either, only a
    figure above 12 decides.
    """
    line = text[:_DATE_LINE]
    found = dateline(words(line).words) if dateline else None
    if found:
        return found
    found = stamp(line)
    if found:
        return found
    hit = _DAY_FIRST.search(key(line))
    if hit and (day_first or int(hit.group(1)) > 12 or hit.group(1) == hit.group(2)):
        return day(hit.group(3), hit.group(2), hit.group(1))
    return None


def stated(
    found: Sequence[str], kinds: Sequence[Furniture | None], dateline: Dateline | None, day_first: bool
) -> tuple[date | None, PublishedFrom | None]:
    """The day a report's own lines state, and "page" where a line of its own does, "text" where the first sentences say "today".

    ``found`` are the report's lines with their kinds. A date below a heading of other reports is theirs and is not read.
    """
    sentences: list[str] = []
    for line, kind in zip(found, kinds, strict=True):
        if kind is not None and kind.opens:
            break
        if (kind is not None and kind.name == "date line") or (
            kind is None and len(sentences) < _HEAD_LINES and len(line) < _DATE_LINE and any(map(str.isdigit, line))
        ):
            said = written(line, dateline, day_first)
            if said:
                return said, "page"
        if kind is None and len(sentences) < _HEAD_LINES:
            sentences.append(line)
    for line in sentences if dateline else ():
        today = _TODAY.search(line)
        said = dateline(words(line[today.end() : today.end() + _DATE_LINE]).words[:_TODAY_WORDS]) if today and dateline else None
        if said:
            return said, "text"
    return None, None
