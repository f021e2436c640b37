"""Figures that may be added, and a refusal, by type, of those that may not."""

from collections.abc import Iterable
from dataclasses import dataclass

from marsad.model import MarsadError
from marsad.model.values import Group, Outcome, Period


@dataclass(frozen=True, slots=True)
class Term:
    """One figure in a sum: what it counts, where and when.

    ``event`` is the id of the event of an incident figure; ``areas`` the ids of the place and of all areas about it, empty when
    unknown; ``start`` and ``end`` ISO days, None when unknown.
    """

    period: Period
    event: str | None
    areas: frozenset[str] = frozenset()
    place: str | None = None
    start: str | None = None
    end: str | None = None

    def overlaps(self, other: "Term") -> bool:
        """Whether someone may be counted in both: two figures of one event, or where one is a total over a span, unless their
        places or their days are known to be apart. What is unknown may overlap."""
        if self.period == other.period == "incident":
            return self.event is None or other.event is None or self.event == other.event
        return self._place_meets(other) and self._time_meets(other)

    def _place_meets(self, other: "Term") -> bool:
        if self.place is None or other.place is None:
            return True
        return self.place in other.areas or other.place in self.areas or self.place == other.place

    def _time_meets(self, other: "Term") -> bool:
        return (self.start is None or other.end is None or self.start <= other.end) and (
            other.start is None or self.end is None or other.start <= self.end
        )


@dataclass(frozen=True, slots=True)
class Amount:
    """People of one outcome and group, from ``low`` to ``high`` (None: open), and the figures it is made of. Adding amounts
    gives an amount; adding what may count someone twice, or different things, raises MarsadError."""

    outcome: Outcome
    group: Group
    low: int
    high: int | None
    terms: tuple[Term, ...]

    def __add__(self, other: "Amount") -> "Amount":
        return total((self, other))


def total(amounts: Iterable[Amount]) -> Amount:
    """The sum of one amount or more. Raises MarsadError when two may count someone twice, or count different things; checking
    grows with the amounts, but for figures over a span, each of which is held against all others."""
    added = list(amounts)
    if not added:
        raise MarsadError("no figure to add; a sum needs one at least")
    kind = (added[0].outcome, added[0].group)
    events: dict[str, Term] = {}
    loose: list[Term] = []
    for amount in added:
        if (amount.outcome, amount.group) != kind:
            raise MarsadError(
                f"{kind[0]} {kind[1]} and {amount.outcome} {amount.group} count different things; "
                "add figures of one outcome and group"
            )
        for term in amount.terms:
            if term.period == "incident" and term.event is not None:
                _refuse(term, events.get(term.event))
                events[term.event] = term
            else:
                loose.append(term)
    for at, term in enumerate(loose):
        for other in (*loose[:at], *events.values()):
            _refuse(term, other if term.overlaps(other) else None)
    highs = [a.high for a in added]
    return Amount(
        kind[0], kind[1], sum(a.low for a in added), None if None in highs else sum(h for h in highs if h is not None),
        tuple(t for a in added for t in a.terms),
    )  # fmt: skip


def _refuse(term: Term, other: Term | None) -> None:
    if other is not None:
        raise MarsadError(
            f"a figure over {term.period} ({term.event or term.place or 'place unknown'}) and one over {other.period} "
            f"({other.event or other.place or 'place unknown'}) may count the same people; show them side by side"
        )
