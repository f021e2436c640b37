"""Stretches of days: what a date's words come to once the day of the report is known."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hijridate import Gregorian, Hijri

from marsad.language.ar.calendar import DAY, END, HOUR, MIDDLE, MONTH, START, WEEK


@dataclass(slots=True)
class Period:
    """``first`` to ``last``, both inclusive (None while no day of report is known), UCDP's ``date_prec`` and the ISO form.

    ``fixed`` tells that the words themselves name the year.
    """

    first: date | None
    last: date | None
    precision: int
    value: str = ""
    fixed: bool = False
    future: bool = False


def unresolved(precision: int, future: bool = False) -> Period:
    """A period whose days the text leaves open."""
    return Period(None, None, precision, "", False, future)


def days(first: date, last: date) -> Period:
    """A stretch of days, its precision by its length: 1 one day, 2 two to six, 3 seven, 4 up to 31, 5 longer (UCDP)."""
    return Period(first, last, precision_of(first, last), first.isoformat())


def precision_of(first: date, last: date) -> int:
    """UCDP's ``date_prec`` of a stretch by its length in days."""
    length = (last - first).days + 1
    return 1 if length <= 1 else 2 if length < 7 else 3 if length == 7 else 4 if length <= 31 else 5


def day(year: int, month: int, number: int) -> Period | None:
    """One day; None when the calendar has no such day."""
    if not 1 <= month <= 12 or not 1 <= number <= monthrange(year, month)[1]:
        return None
    one = date(year, month, number)
    return Period(one, one, 1, one.isoformat())


def month(year: int, number: int) -> Period:
    """One month of the Gregorian calendar."""
    last = monthrange(year, number)[1]
    return Period(date(year, number, 1), date(year, number, last), 4, f"{year:04}-{number:02}")


def months(year: int, first: int, count: int) -> Period:
    """``count`` months from month ``first`` of a year: a quarter, a half, a season. Winter begins in the December before."""
    if first + count > 13:
        year -= 1
    end = month(year + (first + count - 2) // 12, (first + count - 2) % 12 + 1)
    return Period(date(year, first, 1), end.last, 5, f"{year if first + count <= 13 else year + 1:04}")


def year(number: int) -> Period:
    """One year."""
    return Period(date(number, 1, 1), date(number, 12, 31), 5, f"{number:04}")


def shifted(anchor: date, by: int) -> tuple[int, int]:
    """(year, month) so many months from a day's month."""
    count = anchor.year * 12 + anchor.month - 1 + by
    return count // 12, count % 12 + 1


def latest_month(number: int, anchor: date) -> Period:
    """The latest month of that name that had begun by ``anchor``."""
    return month(anchor.year - (number > anchor.month), number)


def latest_day(month_number: int, number: int, anchor: date) -> Period | None:
    """The latest such day not after ``anchor``; 29 February goes back to a leap year."""
    for back in range(9):
        found = day(anchor.year - back, month_number, number)
        if found and found.first and found.first <= anchor:
            return found
    return None


def weekday(number: int, anchor: date) -> date:
    """The latest day of that name (Monday is 0) not after ``anchor``."""
    return anchor - timedelta((anchor.weekday() - number) % 7)


def week(anchor: date, by: int) -> Period:
    """The seven days before the report (-1), up to it (0) or after it (1). Weeks begin on other days in other countries."""
    if by > 0:
        return days(anchor + timedelta(7 * by - 6), anchor + timedelta(7 * by))
    last = anchor + timedelta(7 * (by + 1) - 1 if by else 0)
    return days(last - timedelta(6), last)


def ago(anchor: date, count: int, unit: str) -> Period:
    """So many units before ``anchor``: the day itself for days, with its week's or month's precision for longer units."""
    if unit == HOUR:
        return days(*[anchor - timedelta(count // 24)] * 2)
    if unit == DAY:
        return days(*[anchor - timedelta(count)] * 2)
    if unit == WEEK:
        return replace(days(*[anchor - timedelta(7 * count)] * 2), precision=3)
    if unit == MONTH:
        return month(*shifted(anchor, -count))
    return year(anchor.year - count)


def stretch(anchor: date, count: int, unit: str) -> Period:
    """The last (or, negative, the next) so many units, ``anchor`` included: "the last 24 hours" are two days."""
    if unit in (MONTH, "year"):
        there = moved(anchor, -count * (1 if unit == MONTH else 12))
    else:
        there = anchor - timedelta(count * 7 if unit == WEEK else count if unit == DAY else _whole_days(count))
    return days(min(anchor, there), max(anchor, there))


def _whole_days(hours: int) -> int:
    return (abs(hours) + 23) // 24 * (1 if hours > 0 else -1)


def moved(anchor: date, by: int) -> date:
    """The same day so many months on, or the month's last day where it is shorter."""
    to_year, to_month = shifted(anchor, by)
    return date(to_year, to_month, min(anchor.day, monthrange(to_year, to_month)[1]))


def edge(whole: Period, which: str | None) -> Period:
    """The beginning, middle or end of a month (ten days each) or a year (its first quarter, June and July, last quarter)."""
    if which is None or whole.first is None or whole.last is None:
        return whole
    if whole.precision == 4:
        first = whole.first + timedelta({START: 0, MIDDLE: 10, END: 20}[which])
        last = {START: whole.first + timedelta(9), MIDDLE: whole.first + timedelta(19), END: whole.last}[which]
        return replace(whole, first=first, last=last)
    if whole.precision == 5:
        begin, count = {START: (1, 3), MIDDLE: (6, 2), END: (10, 3)}[which]
        part = months(whole.first.year, begin, count)
        return replace(whole, first=part.first, last=part.last)
    return whole


def hijri(year_number: int | None, month_number: int, number: int | None, anchor: date | None) -> Period | None:
    """A Hijri day or month by the Umm al-Qura calendar; without a year the latest one not after ``anchor``."""
    try:
        if year_number is None:
            if anchor is None:
                return unresolved(1 if number else 4)
            year_number = Gregorian.fromdate(anchor).to_hijri().year
            if _hijri_first(year_number, month_number, number) > anchor:
                year_number -= 1
        first = _hijri_first(year_number, month_number, number)
        if number:
            return days(first, first)
        length = Hijri(year_number, month_number, 1).month_length()
    except (ValueError, OverflowError):
        return None
    return replace(days(first, first + timedelta(length - 1)), precision=4)


def hijri_year(number: int) -> Period | None:
    """A Hijri year."""
    try:
        first = _hijri_first(number, 1, None)
        last = _hijri_first(number + 1, 1, None) - timedelta(1)
    except (ValueError, OverflowError):
        return None
    return days(first, last)


def _hijri_first(year_number: int, month_number: int, number: int | None) -> date:
    there = Hijri(year_number, month_number, number or 1).to_gregorian()
    return date(there.year, there.month, there.day)
