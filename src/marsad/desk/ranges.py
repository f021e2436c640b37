"""Figures of several asserters on one axis, as shapes for the page to draw: a range is a bar, an open end fades out, a vague word is a band."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

WIDTH = 1000
"""Units of the drawing from zero to the end of the axis."""

_STEPS = (1, 2, 3, 4, 5, 6, 8, 10)
_LEAST = 14  # units: a single number is still seen as a mark


class Stated(Protocol):
    """What is drawn of an assertion: its ends, in people, and its bound."""

    @property
    def low(self) -> int | None: ...
    @property
    def high(self) -> int | None: ...
    @property
    def bound(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Bar:
    """Where a figure lies on the axis: ``x`` and ``width`` in units; ``fades`` names the open end ("low", "high") or is ""."""

    x: float
    width: float
    fades: str
    vague: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """The common axis of the bars: its end, in people, and the marks on it, each with its place in units."""

    end: int
    ticks: tuple[tuple[int, float], ...]


def axis_of(stated: Sequence[Stated], mirrored: bool) -> Axis:
    """An axis from 0 to a round number that holds every stated end, with room for open ones."""
    ends = [end for one in stated for end in (one.low, one.high) if end is not None]
    most = max(ends, default=1)
    if any(one.high is None for one in stated):
        most = most * 5 // 4 + 1
    power = 10 ** (len(str(most)) - 1)
    end = next(step * power for step in _STEPS if step * power >= most)
    ticks = (0, end // 2, end) if end % 2 == 0 else (0, end)
    return Axis(end, tuple((tick, _place(tick, end, mirrored)) for tick in ticks))


def bar_of(one: Stated, axis: Axis, mirrored: bool) -> Bar | None:
    """The bar of one figure; None where neither end is stated."""
    if one.low is None and one.high is None:
        return None
    low, high = one.low or 0, axis.end if one.high is None else one.high
    begin, end = sorted((_place(low, axis.end, mirrored), _place(high, axis.end, mirrored)))
    if end - begin < _LEAST:
        middle = min(max((begin + end) / 2, _LEAST / 2), WIDTH - _LEAST / 2)
        begin, end = middle - _LEAST / 2, middle + _LEAST / 2
    fades = "high" if one.high is None else "low" if one.low is None else ""
    return Bar(round(begin, 1), round(end - begin, 1), fades, one.bound == "vague")


def _place(people: int, end: int, mirrored: bool) -> float:
    at = WIDTH * min(people, end) / end
    return round(WIDTH - at if mirrored else at, 1)
