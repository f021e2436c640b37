"""What the words of an Arabic date come to: one reader a form.

A reader is given the words that matched, the day to count back from (the report's, or a later date in the same phrase) and
the year the sentence named last; it answers None where the words are no date after all.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from marsad.language.ar import periods
from marsad.language.ar.calendar import DAY, HOUR, START, YEAR, Spelled, plain
from marsad.language.ar.periods import Period, unresolved


@dataclass(slots=True)
class Hit:
    """Where a form matched: the values of its parts by name."""

    spelled: Spelled
    match: re.Match[str]

    def has(self, name: str) -> bool:
        """Whether the form has that part and it matched any word."""
        return name in self.match.re.groupindex and bool(self.match[name])

    def all(self, name: str) -> list[Any]:
        """Values of the words of a part, none where the part is absent."""
        return self.spelled.values[slice(*self.match.span(name))] if self.has(name) else []

    def one(self, name: str) -> Any:
        """Value of the last word of a part, None where it is absent."""
        return self.all(name)[-1] if self.has(name) else None

    def sum(self, name: str) -> int | None:
        """Value of a number of several words: 5 and 20."""
        return sum(self.all(name)) if self.has(name) else None

    def which(self, name: str = "which") -> int | None:
        """-2 the one before last, -1 last, 0 this, 1 next, None when nothing says."""
        found = self.all(name)
        return None if not found else -2 if len(found) > 1 else int(found[0])


Reader = Callable[[Hit, date | None, int | None], Period | None]

HALF_A_YEAR = timedelta(183)


def ahead(hit: Hit, reference: date, reading: Period) -> Period:
    """A date without a year read as a deadline or as announced: its nearest occurrence, of a weekday the next."""
    if reading.first is None or reading.future or hit.which() is not None or _says_year(hit):
        return reading
    if hit.has("month"):
        reader = full_date if hit.has("day") else named_month
        return reader(hit, reference + HALF_A_YEAR, None) or reading
    if hit.has("weekday") and not hit.has("near") and reading.precision == 1 and reading.first < reference:
        return periods.days(*[reading.first + timedelta(7)] * 2)
    return reading


DOUBTED = frozenset({8})
"""August's آب folds to the name of إب and to "father": "في" is no proof of it."""


def _year(hit: Hit, anchor: date | None, seen: int | None) -> int | None:
    """The year the words name or point at; None when they do not, or cannot be known."""
    if hit.has("year"):
        return int(hit.one("year"))
    if hit.has("same"):
        return seen
    if anchor and hit.has("yearwhich"):
        return anchor.year + (hit.which("yearwhich") or 0)
    return anchor.year if anchor and hit.has("thisyear") else None


def _says_year(hit: Hit) -> bool:
    return any(hit.has(name) for name in ("year", "same", "yearwhich", "thisyear"))


def _month_number(hit: Hit, name: str = "month") -> int:
    found = hit.all(name)
    return int(found[0] if len(found) == 1 else found[0][found[1] - 1] if found[1] in (1, 2) else 0)


def _agreed_month(hit: Hit) -> int:
    """The month two names give; where they differ, the name of one word, since the first and second تشرين and كانون are mistaken."""
    number = _month_number(hit)
    if hit.has("alias") and (other := _month_number(hit, "alias")) != number:
        return other if len(hit.all("month")) == 2 else number if len(hit.all("alias")) == 2 else 0
    return number


def _dated(period: Period | None, hit: Hit) -> Period | None:
    """The period marked as fixed when a numeral names its year."""
    return replace(period, fixed=True) if period and hit.has("year") else period


def full_date(hit: Hit, anchor: date | None, seen: int | None) -> Period | None:
    """Day, month and, where named, year."""
    number, month = hit.sum("day"), _agreed_month(hit)
    if not month or not number or not periods.day(2000, month, number):
        return None
    year = _year(hit, anchor, seen)
    if year is not None:
        return _dated(periods.day(year, month, number), hit)
    if anchor is None or _says_year(hit):
        return unresolved(1)
    which = hit.which()
    if which == 1:
        return _next(periods.day(anchor.year, month, number), periods.day(anchor.year + 1, month, number), anchor)
    if which == 0 and month == anchor.month:
        return periods.day(anchor.year, month, number)
    latest = periods.latest_day(month, number, anchor)
    weekday = hit.one("weekday")
    if weekday is None or latest is None or latest.first is None or latest.first.weekday() == weekday:
        return latest
    for other in (1, -1, -2, -3, -4, -5):
        near = periods.day(latest.first.year + other, month, number)
        if near and near.first and near.first.weekday() == weekday:
            return near
    return latest


def _next(this: Period | None, following: Period | None, anchor: date) -> Period | None:
    found = this if this and this.last and this.last > anchor else following
    return replace(found, future=True) if found else None


def day_of_month(hit: Hit, anchor: date | None, seen: int | None) -> Period | None:
    """A day of this, last or next month."""
    number = hit.sum("day")
    if not number:
        return None
    if anchor is None or hit.has("same"):
        return unresolved(1)
    year, month = periods.shifted(anchor, hit.which() or 0)
    return periods.day(year, month, number)


def run_of_days(hit: Hit, anchor: date | None, seen: int | None) -> Period | None:
    """Two days of one month: from the 12th to the 15th of July."""
    last = full_date(hit, anchor, seen)
    first = hit.sum("from")
    if last is None or last.first is None or not first or first > last.first.day:
        return last if last and last.first is None else None
    return replace(periods.days(last.first.replace(day=first), last.first), fixed=last.fixed)


def numerals(hit: Hit, anchor: date | None, seen: int | None) -> Period | None:
    """Numerals only: day, month, year unless only month, day, year is a date; a leading year turns the order round."""
    if hit.has("dotted"):
        (first, second), year = hit.one("dotted"), hit.one("year")
    elif hit.has("lead"):
        second, first, year = hit.one("second"), hit.one("third"), hit.one("lead")
    else:
        first, second, year = hit.one("first"), hit.one("second"), hit.one("year")
    if year is None:
        if anchor is None:
            return unresolved(1)
        return periods.latest_day(second, first, anchor) if second <= 12 else None
    if year < 1900:
        found = periods.hijri(year, second, first, None)
    else:
        found = periods.day(year, second, first) or (None if hit.has("lead") else periods.day(year, first, second))
    return replace(found, fixed=True) if found else None


def hijri_date(hit: Hit, anchor: date | None, seen: int | None) -> Period | None:
    """A day or month of the Hijri calendar."""
    found = hit.all("hijri")
    month = found[-1] if len(found) == 1 or not isinstance(found[0], tuple) else found[0][found[1] - 1] if found[1] < 3 else 0
    number = hit.sum("day")
    if not month or number == 0 or (number or 0) > 30:
        return None
    year = hit.one("ahyear")
    period = periods.hijri(year, month, number, anchor)
    if (
        period
        and period.first
        and anchor
        and year is None
        and not number
        and hit.which() == -1
        and period.last
        and period.last >= anchor
    ):
        period = periods.hijri(None, month, None, period.first - timedelta(1))
    return replace(period, fixed=True) if period and year else period


def named_month(hit: Hit, anchor: date | None, seen: int | None) -> Period | None:
    """A named month, or its beginning, middle or end."""
    number = _agreed_month(hit)
    if not number:
        return None
    which, year = hit.which(), _year(hit, anchor, seen)
    sure = which is not None or _says_year(hit) or any(hit.has(name) for name in ("edge", "word", "alias", "from", "nth"))
    if not sure and not _named(hit, number):
        return None
    if year is not None:
        return _dated(periods.edge(periods.month(year, number), hit.one("edge")), hit)
    if anchor is None or _says_year(hit):
        return unresolved(4)
    if which == 1:
        return periods.edge(replace(periods.month(anchor.year + (number <= anchor.month), number), future=True), hit.one("edge"))
    found = periods.latest_month(number, anchor)
    if which in (-1, -2) and number == anchor.month:
        found = periods.month(anchor.year - 1, number)
    return periods.edge(found, hit.one("edge"))


def week_of_month(hit: Hit, anchor: date | None, seen: int | None) -> Period | None:
    """The first to fourth seven days of a month, or its last seven."""
    whole, nth = named_month(hit, anchor, seen), hit.one("nth")
    if whole is None or whole.first is None or whole.last is None or nth > 4:
        return whole
    first = whole.last - timedelta(6) if nth == -1 else whole.first + timedelta(7 * nth - 7)
    return replace(whole, first=first, last=first + timedelta(6), precision=3)


def run_of_months(hit: Hit, anchor: date | None, seen: int | None) -> Period | None:
    """From one month to another: the first is the latest of its name before the last."""
    last, number = named_month(hit, anchor, seen), _month_number(hit, "from")
    if not number or number == _agreed_month(hit):
        return None
    if last is None or last.last is None:
        return last
    first = periods.latest_month(number, last.last)
    if first.first is None or first.first >= last.last:
        return None
    return replace(periods.days(first.first, last.last), value=first.value, fixed=last.fixed)


def slashed_month(hit: Hit, anchor: date | None, seen: int | None) -> Period | None:
    """A month written 10/2016."""
    return replace(periods.month(hit.one("year"), hit.one("first")), fixed=True) if hit.one("first") <= 12 else None


_INTRODUCED = frozenset(plain("SINCE DURING UNTIL BETWEEN PAIR"))
_IN = plain("IN")
_WEAK = plain("WEAK")


def _named(hit: Hit, number: int) -> bool:
    """Whether a month's name alone can be trusted to be the month."""
    if _WEAK not in hit.match["month"]:
        return True
    start = hit.match.start()
    before = hit.spelled.kinds[start - 1] if start else ""
    return before != "" and (before in _INTRODUCED or (before == _IN and number not in DOUBTED))


def relative_month(hit: Hit, anchor: date | None, seen: int | None) -> Period | None:
    """This month, last month, the beginning of the month."""
    which = hit.which()
    if anchor is None or hit.has("same"):
        return unresolved(4)
    found = periods.edge(periods.month(*periods.shifted(anchor, which or 0)), START if hit.one("edge") == 1 else hit.one("edge"))
    return replace(found, future=which == 1)


def whole_year(hit: Hit, anchor: date | None, seen: int | None) -> Period | None:
    """A year, named or pointed at, or its beginning, middle, end, quarter, half or season."""
    if hit.has("ahyear"):
        return periods.hijri_year(hit.one("ahyear"))
    year = hit.sum("words") if hit.has("words") else _year(hit, anchor, seen)
    if year is None and anchor and not hit.has("same"):
        year = anchor.year
    if year is None:
        return unresolved(5)
    found = periods.year(year)
    if hit.has("share"):
        length, nth = hit.one("share"), hit.one("nth")
        nth = 12 // length if nth == -1 else nth
        if nth * length > 12:
            return None
        found = periods.months(year, (nth - 1) * length + 1, length)
    elif hit.has("season"):
        season = hit.one("season")
        found = periods.months(year, season[0] if isinstance(season, tuple) else season, 3)
    elif hit.has("edge"):
        found = periods.edge(found, hit.one("edge"))
    return replace(found, fixed=hit.has("year") or hit.has("words"), future=hit.which("yearwhich") == 1)


def run_of_years(hit: Hit, anchor: date | None, seen: int | None) -> Period | None:
    """From one year to another."""
    first, last = hit.one("first"), hit.one("year")
    if first >= last:
        return None
    return replace(periods.days(date(first, 1, 1), date(last, 12, 31)), value=f"{first:04}", fixed=True)


def last_season(hit: Hit, anchor: date | None, seen: int | None) -> Period | None:
    """Last summer, this winter: the latest that had ended, or begun, by then."""
    if anchor is None:
        return unresolved(5)
    which, start = hit.which() or 0, hit.one("season")
    for year in range(anchor.year + 2, anchor.year - 3, -1):
        found = periods.months(year, start, 3)
        if found.first and found.last and (found.last < anchor if which < 0 else found.first <= anchor):
            break
    return replace(periods.months(year + 1, start, 3), future=True) if which == 1 else found


def last_century(hit: Hit, anchor: date | None, seen: int | None) -> Period | None:
    """The last century, or a decade of it."""
    if anchor is None:
        return unresolved(5)
    first = (anchor.year - 1) // 100 * 100 - 100
    tens = hit.one("decade")
    start, end = (first + tens, first + tens + 9) if tens else (first + 1, first + 100)
    return Period(date(start, 1, 1), date(end, 12, 31), 5, f"{start:04}")


def near_day(hit: Hit, anchor: date | None, seen: int | None) -> Period | None:
    """Today, yesterday, tomorrow and the days beside them; a weekday named with them is the latest (tomorrow: the next) such day."""
    if anchor is None:
        return unresolved(1)
    shift = hit.one("near") + (hit.one("near") or 0) * (hit.has("further"))
    there = anchor + timedelta(shift + hit.has("late"))
    weekday = hit.one("weekday")
    if weekday is not None and there.weekday() != weekday and not hit.has("late"):
        there = periods.weekday(weekday, anchor) + timedelta(7 if shift > 0 else 0)
    return replace(periods.days(there, there), future=shift > 0)


def one_night(hit: Hit, anchor: date | None, seen: int | None) -> Period | None:
    """Tonight, last night, the night before last; after last midnight is the day of the report."""
    if anchor is None:
        return unresolved(1)
    which = (hit.which() or 0) + (hit.has("late") and hit.which() == -1)
    there = anchor + timedelta(which)
    return replace(periods.days(there, there), future=which > 0)


def day_of_week(hit: Hit, anchor: date | None, seen: int | None) -> Period | None:
    """A day of the week: the latest not after the report; "last" the latest before it; two of them make a night."""
    if anchor is None:
        return unresolved(1)
    which, number = hit.which(), hit.one("weekday")
    if which == 1:
        there = periods.weekday(number, anchor) + timedelta(7)
        return replace(periods.days(there, there), future=True)
    there = periods.weekday(number, anchor - timedelta(1 if which in (-1, -2) else 0)) - timedelta(7 if which == -2 else 0)
    if hit.has("until"):
        end = there + timedelta((hit.one("until") - number) % 7)
        return periods.days(end if hit.has("late") else there, end)
    return periods.days(there, there)


def whole_week(hit: Hit, anchor: date | None, seen: int | None) -> Period | None:
    """Last week, this week, next week."""
    if anchor is None or hit.has("same"):
        return unresolved(3)
    which = hit.which() or 0
    return replace(periods.week(anchor, which), future=which == 1)


def _amount(hit: Hit) -> tuple[int | None, str]:
    """(how many, of which unit); None for "days", "weeks"."""
    if hit.has("dual"):
        return 2, hit.one("dual")
    plural = hit.match["unit"] in _PLURAL
    return hit.sum("count") if hit.has("count") else None if plural else 1, hit.one("unit")


_PLURAL = (plain("UNITS"), plain("THEUNITS"))
_VAGUE = {HOUR: 1, DAY: 2, "week": 4, "month": 5, YEAR: 5}


def so_long_ago(hit: Hit, anchor: date | None, seen: int | None) -> Period | None:
    """Three days ago; hours ago are today; "days ago" stays open."""
    count, unit = _amount(hit)
    if unit == HOUR and count is None:
        count = 0
    if count is None or anchor is None:
        return unresolved(_VAGUE[unit])
    return periods.ago(anchor, count, unit) if count < 1000 and (unit != YEAR or count < 150) else None


def last_stretch(hit: Hit, anchor: date | None, seen: int | None) -> Period | None:
    """The last 24 hours, the past two days, the coming three months; "the past days" stay open, "the past hours" are a day."""
    count, unit = _amount(hit)
    coming = hit.one("toward") == 1
    if unit == HOUR and count is None:
        count = 24
    if count is None or anchor is None or (not hit.has("toward") and unit != HOUR):
        return unresolved(_VAGUE[unit], coming)
    return replace(periods.stretch(anchor, -count if coming else count, unit), future=coming)
