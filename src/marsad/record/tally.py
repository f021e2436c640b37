"""Running totals: one asserter's series of one outcome, group, place and start, with its parts; increments derived, falls and
breaks shown."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from marsad.model import AnyClaim, Break, Casualty, Fall, Increment, Judgement, Part, Point, Tally, Window
from marsad.model.values import Group, Outcome
from marsad.record.hold import Held, asserter, made, only, source_of
from marsad.record.telling import ordinal
from marsad.text import key

Line = tuple[str, Outcome, str | None, str | None]
"""Asserter, outcome, place and start: what one series keeps."""


def tallies(held: Iterable[Held[AnyClaim]], judgements: Sequence[Judgement] = ()) -> tuple[Tally, ...]:
    """The tallies of all cumulative figures that are asserted, by id.

    A figure that leaves its place or start unsaid is of the one series of its asserter that agrees in all that both say, and of
    its own where there are several.
    """
    voices: dict[tuple[str, Outcome], list[Held[Casualty]]] = {}
    for h in only(held, Casualty):
        if h.claim.stance == "asserted" and h.claim.period != "incident":
            voices.setdefault(_line(h)[:2], []).append(h)
    out = [tally for told in voices.values() for tally in _of_one(told)]
    return tuple(sorted((_judged(t, judgements) for t in out), key=lambda t: t.id))


def _of_one(told: Sequence[Held[Casualty]]) -> Iterator[Tally]:
    """The tallies of one asserter's figures of one outcome: running totals, and those of a span beside the series they agree with."""
    lines: dict[Line, list[Held[Casualty]]] = {}
    for h in told:
        if h.claim.period == "cumulative":
            lines.setdefault(_line(h), []).append(h)
    series: dict[Line, list[Held[Casualty]]] = {}
    for line, members in lines.items():
        series.setdefault(_fullest(line, lines), []).extend(members)
    spans: dict[Line, list[Held[Casualty]]] = {}
    for h in told:
        if h.claim.period == "window":
            spans.setdefault(_fullest((*_line(h)[:3], None), series), []).append(h)
    for line in {**series, **spans}:
        yield from _tallies(line, series.get(line, []), spans.get(line, []))


def _line(h: Held[Casualty]) -> Line:
    place = h.claim.place
    return (asserter(h).key, h.claim.outcome, (place.id or key(place.name)) if place is not None else None, h.claim.since)


def _fullest(line: Line, lines: Iterable[Line]) -> Line:
    """The most fully told line that one is of: itself, unless just one other says all it says and more."""
    fuller = [other for other in lines if other != line and _says_more(other, line)]
    ends = [other for other in fuller if not any(_says_more(third, other) for third in fuller if third != other)]
    return ends[0] if len(ends) == 1 else line


def _says_more(a: Line, b: Line) -> bool:
    """Whether ``a`` says all that ``b`` says and more: a start of June 2017 is said more fully by 5 June 2017."""
    return a[:2] == b[:2] and b[2] in (None, a[2]) and (b[3] is None or (a[3] or "").startswith(b[3])) and a != b


def _tallies(line: Line, members: Sequence[Held[Casualty]], windows: Sequence[Held[Casualty]]) -> list[Tally]:
    """One tally with parts where a whole is counted; else one for each group counted."""
    groups: dict[Group, list[Held[Casualty]]] = {}
    for h in sorted(members, key=lambda h: h.order) or windows:
        groups.setdefault(h.claim.group, []).append(h)
    wholes: list[Group] = ["people"] if "people" in groups else [g for g in groups if _whole(groups[g])] or list(groups)
    out = []
    for whole in wholes:
        parts = [g for g in groups if g not in wholes] if whole == wholes[0] else []
        out.append(_tally(line, whole, groups, parts, windows if whole == wholes[0] else ()))
    return out


def _whole(members: Sequence[Held[Casualty]]) -> bool:
    return any(h.claim.part_of is None for h in members)


def _tally(
    line: Line, whole: Group, groups: dict[Group, list[Held[Casualty]]], parts: Sequence[Group], windows: Sequence[Held[Casualty]]
) -> Tally:
    counted = (whole, *parts)
    main = _series(groups[whole], [w for w in windows if w.claim.group == whole], None)
    inside = [_series(groups[g], [w for w in windows if w.claim.group == g], main.points) for g in parts]
    every = sorted({h.claim.id: h for h in (*windows, *(h for g in counted for h in groups[g]))}.values(), key=lambda h: h.order)
    place = next((h.claim.place for h in every if h.claim.place is not None), None)
    return Tally(
        id=made("ta", *line, whole),
        source=source_of(every[0]),
        outcome=line[1],
        group=whole,
        place=place,
        since=line[3],
        series=main.points,
        parts=tuple(
            Part(g, s.points, s.increments, s.breaks, s.falls)
            for g, s in sorted(zip(parts, inside, strict=True), key=lambda p: p[0])
        ),
        increments=main.increments,
        breaks=main.breaks,
        falls=main.falls,
        windows=tuple(sorted(filter(None, map(_window, windows)), key=lambda w: (w.until, w.from_, w.group, w.claim))),
        articles=tuple(dict.fromkeys(h.article.id for h in every)),
        claims=tuple(h.claim.id for h in every),
    )


@dataclass(frozen=True, slots=True)
class Series:
    """The points of one group, and what is derived of them."""

    points: tuple[Point, ...]
    increments: tuple[Increment, ...]
    breaks: tuple[Break, ...]
    falls: tuple[Fall, ...]


def _series(members: Sequence[Held[Casualty]], windows: Sequence[Held[Casualty]], whole: tuple[Point, ...] | None) -> Series:
    points = _points(members)
    increments: list[Increment] = []
    breaks: list[Break] = []
    falls: list[Fall] = []
    for a, b in pairwise(points):
        if a.as_of == b.as_of or "vague" in (a.bound, b.bound):
            continue
        if fell(a, b):
            claims = (a.claim, b.claim)
            if whole is not None and not _whole_fell(whole, a.as_of, b.as_of):
                breaks.append(
                    Break(b.as_of, "the part fell while its whole did not: it is counted by another definition", claims)
                )
            else:
                falls.append(Fall(b.as_of, a.low or 0, b.low or 0, claims))
        elif (step := increment(a, b)) is not None:
            increments.append(_beside(step, windows))
    return Series(points, tuple(increments), tuple(breaks), tuple(falls))


def _window(h: Held[Casualty]) -> Window | None:
    """A figure over a span, as its asserter gives it; None where neither its days nor its number are told."""
    when, count = h.claim.date, h.claim.count
    if when is None or (count.low is None and count.high is None):
        return None
    return Window(h.claim.group, when.start, when.end, count.low, count.high, count.bound, h.claim.id, count.text)


def _points(members: Sequence[Held[Casualty]]) -> tuple[Point, ...]:
    """One point for each day and number, by day; "3250" and "at least 3250" of one day are one number, as first told. Of two
    numbers of one day the one published first stands first."""
    points: dict[tuple[str, int | None], Point] = {}
    for h in members:
        count = h.claim.count
        if h.claim.period != "cumulative":
            continue
        day = h.claim.as_of.date if h.claim.as_of is not None else h.article.published
        if day is None or (count.low is None and count.high is None):
            continue
        number = (day, count.low if count.low is not None else count.high)
        held = points.get(number) or Point(day, count.low, count.high, count.bound, h.claim.id, (), count.text)
        points[number] = replace(held, claims=(*held.claims, h.claim.id))
    return tuple(sorted(points.values(), key=lambda p: p.as_of))


def fell(a: Point, b: Point) -> bool:
    """Whether a total is surely lower than the one before it."""
    before = a.low
    after = b.high if b.high is not None else (b.low if b.bound in ("at_least", "more_than") and a.bound == b.bound else None)
    return before is not None and after is not None and after < before


def _whole_fell(whole: Sequence[Point], since: str, until: str) -> bool:
    inside = [p for p in whole if since <= p.as_of <= until]
    return any(fell(a, b) for a, b in pairwise(inside))


def increment(a: Point, b: Point) -> Increment | None:
    """What was added between two points of one series, as a difference of their ends; None where an end is open."""
    if a.low is None or a.high is None or b.low is None or b.high is None:
        return None
    low, high = max(b.low - a.high, 0), b.high - a.low
    return Increment(a.as_of, b.as_of, low, high, f"{_ends(b)} − {_ends(a)}", (a.claim, b.claim))


def _ends(point: Point) -> str:
    return str(point.low) if point.low == point.high else f"{point.low}–{point.high}"


def _beside(step: Increment, windows: Sequence[Held[Casualty]]) -> Increment:
    """The increment with the asserter's own figure for those days, where there is one that differs: shown, not mended."""
    for h in windows:
        when, count = h.claim.date, h.claim.count
        if when is None or count.low is None or (count.low, count.high) == (step.low, step.high):
            continue
        if ordinal(when.end) == ordinal(step.until) and ordinal(when.start) >= ordinal(step.from_):
            return replace(step, reported=h.claim.id)
    return step


def _judged(tally: Tally, judgements: Sequence[Judgement]) -> Tally:
    """The tally with the breaks and causes of falls that people set, each as "day/words"."""
    for j in judgements:
        if j.a != tally.id or j.withdrawn is not None:
            continue
        day, _, words = (j.value or "").partition("/")
        if j.verdict == "cause":
            tally = replace(tally, falls=tuple(replace(f, cause=words) if f.as_of == day else f for f in tally.falls))
        elif j.verdict == "break":
            spanned = tuple(i for i in tally.increments if not i.from_ < day <= i.until)
            claims = tuple(p.claim for p in tally.series if p.as_of == day)
            tally = replace(tally, breaks=(*tally.breaks, Break(day, words, claims)), increments=spanned)
        elif j.verdict == "restricted":
            tally = replace(tally, restricted=j.value == "true")
    return tally
