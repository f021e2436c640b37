"""The one named policy by which an open or disputed figure becomes the single number a foreign schema asks for.

"latest-best-graded": ``best`` is what a person has set; else the standing figure of the asserter graded most reliable, the latest of
those graded alike. The number of a figure is its stated lower end, or its upper end where only that is stated; words without a number
give none. ``low`` and ``high`` are the lowest and highest stated; an open top ends at the highest number stated. docs/methodology.md
states the same.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from marsad.exports.event import Body

NAME = "latest-best-graded"


@dataclass(frozen=True, slots=True)
class Numbers:
    """Three whole numbers with ``low <= best <= high``."""

    best: int
    high: int
    low: int

    def __add__(self, other: "Numbers") -> "Numbers":
        return Numbers(self.best + other.best, self.high + other.high, self.low + other.low)


NONE = Numbers(0, 0, 0)


def numbers(figure: Body, reliability: Mapping[str, int]) -> Numbers | None:
    """A figure of an incident as three numbers; None where no number is stated at all. ``reliability`` is a grade by asserter, 0 best."""
    stated = [end for end in (figure.get("low"), figure.get("high")) if end is not None]
    best = figure.get("best")
    if best is None:
        best = _best(figure.get("assertions") or (), reliability)
    if best is None:
        best = min(stated, default=None)
    if best is None:
        return None
    low = figure.get("low")
    high = figure.get("high")
    return Numbers(best, max(best, high if high is not None else max([*stated, best])), min(best, low if low is not None else 0))


def _best(assertions: Iterable[Body], reliability: Mapping[str, int]) -> int | None:
    standing = [
        one for one in assertions if one.get("standing", True) and one.get("bound") != "vague" and _number(one) is not None
    ]
    if not standing:
        return None
    worst = max(reliability.values(), default=0) + 1
    graded = min(reliability.get(one["by"], worst) for one in standing)
    chosen = [one for one in standing if reliability.get(one["by"], worst) == graded]
    return _number(max(chosen, key=lambda one: (one.get("as_of") or "", one["claim"])))


def _number(assertion: Body) -> int | None:
    low: int | None = assertion.get("low")
    high: int | None = assertion.get("high")
    return low if low is not None else high
