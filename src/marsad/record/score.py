"""How far two articles' tellings are held to be of one event: weights added up, each with its reason.

The weights are those of a logistic model (Fellegi and Sunter's log odds), set by hand and rounded to a tenth on 147 articles
filed by people under 64 incidents and on the hand-marked pairs of tests/record; docs/record.md gives what they reach.
"""

from collections.abc import Iterator
from math import exp, log

from marsad.record.telling import Span, Telling
from marsad.record.where import compared

LINKED = 0.4
"""The least score of a link."""

BASE = -3.4
PLACE = {
    "same": 2.6,
    "same name": 2.2,
    "spot": 1.8,
    "inside": 1.4,
    "shared name": 1.2,
    "near": 1.0,
    "same district": 1.0,
    "within": 0.4,
    "same area": 0.3,
    "unknown": -1.2,
    "next": -1.5,
    "apart": -8.0,
}
"""Weight of each way two places can stand to each other (``marsad.record.where.compared``)."""
SAME_DAY, NEXT_DAY, LONG_SPAN, NO_DAY, OTHER_DAY = 1.6, -0.6, 0.2, 0.6, -8.0
SAME_MEANS, LIKE_MEANS, OTHER_MEANS = 0.8, 0.2, -1.2
SAME_ACTOR, OTHER_ACTOR = 0.6, -0.8
SAME_FIGURE, PER_LOG, LIKE_FIGURE, OTHER_FIGURE = 0.4, 0.3, 0.4, -1.0
_LIKE, _FEW, _FAR = 1.5, 2, 4
"""Figures are alike within this ratio or this many people; they differ from this ratio on."""

ALIKE = (
    frozenset(("airstrike", "drone", "shelling", "explosion")),
    frozenset(("explosion", "suicide")),
    frozenset(("shooting", "clash", "assassination", "execution")),
    frozenset(("arrest", "abduction", "clash")),
)
"""Means that reports of one event are often told by: what fell from the sky is at first an explosion."""

Reason = tuple[float, str, tuple[object, ...]]


def score(a: Telling, b: Telling) -> float:
    """From 0 to 1, how likely two tellings are of one event."""
    return 1 / (1 + exp(-BASE - sum(weight for weight, _, _ in _reasons(a, b))))


def reasons(a: Telling, b: Telling) -> tuple[str, ...]:
    """Why, each with its weight in log odds; what speaks against is negative."""
    return tuple(f"{words.format(*values)} ({weight:+.1f})" for weight, words, values in _reasons(a, b))


def _reasons(a: Telling, b: Telling) -> Iterator[Reason]:
    if a.where is None or b.where is None:
        yield PLACE["unknown"], "a place not stated", ()
    else:
        how, apart = compared(a.where, b.where)
        yield PLACE[how], _PLACE_WORDS[how], (a.where.place.name, b.where.place.name, apart)
    yield _days(a, b)
    if a.means and b.means:
        yield _means(a, b)
    if a.actors and b.actors:
        same = a.actors & b.actors
        yield (
            (SAME_ACTOR, "same actor: {}", (_list(same),))
            if same
            else (OTHER_ACTOR, "other actors: {} / {}", (_list(a.actors), _list(b.actors)))
        )
    for outcome in sorted(a.counts.keys() & b.counts.keys()):
        yield from _figures(outcome, a.counts[outcome], b.counts[outcome])


_PLACE_WORDS = {
    "same": "same place: {0}",
    "same name": "same name: {0}",
    "spot": "{0} and {1}: one spot",
    "shared name": "{0} and {1} share a name",
    "inside": "{0} and {1}: one within the other",
    "near": "{0} and {1}: {2:.0f} km apart",
    "within": "{0} and {1}: one within the other",
    "same area": "same area: {0}",
    "same district": "same district: {0}",
    "unknown": "where {0} and {1} lie to each other is not known",
    "next": "{0} and {1}: two places {2:.0f} km apart",
    "apart": "{0} and {1}: {2:.0f} km apart",
}


def _days(a: Telling, b: Telling) -> Reason:
    gap = max(a.first, b.first) - min(a.last, b.last)
    if gap > 1:
        return OTHER_DAY, "{} days apart", (gap,)
    if a.long or b.long:
        return LONG_SPAN, "days in common", ()
    if not (a.dated and b.dated):
        return NO_DAY, "a day not stated", ()
    return (SAME_DAY, "same day", ()) if gap <= 0 else (NEXT_DAY, "following days", ())


def _means(a: Telling, b: Telling) -> Reason:
    same = a.means & b.means
    if same:
        return SAME_MEANS, "same means: {}", (_list(same),)
    if any(a.means & kin and b.means & kin for kin in ALIKE):
        return LIKE_MEANS, "means alike: {} / {}", (_list(a.means), _list(b.means))
    return OTHER_MEANS, "other means: {} / {}", (_list(a.means), _list(b.means))


def _figures(outcome: str, a: Span, b: Span) -> Iterator[Reason]:
    one, other = a[0] or a[1], b[0] or b[1]
    if not one or not other:
        return
    ratio = max(one, other) / min(one, other)
    if ratio == 1:
        yield SAME_FIGURE + PER_LOG * log(one), "same figure: {} {}", (one, outcome)
    elif ratio <= _LIKE or abs(one - other) <= _FEW:
        yield LIKE_FIGURE, "figures alike: {} and {} {}", (one, other, outcome)
    elif ratio > _FAR:
        yield OTHER_FIGURE, "figures differ: {} and {} {}", (one, other, outcome)


def _list(values: frozenset[str]) -> str:
    return ", ".join(sorted(values))
