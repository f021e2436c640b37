"""What a list's claims are to what is held already: the same, new, or doubtful, each with its reasons."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from marsad.model import Casualty, Place
from marsad.world.persons import one_person

Verdict = Literal["matched", "new", "doubtful"]

DAYS = 1
"""Days by which two tellings of one event may differ: reports of the night give the day before or after (UCDP's date_prec 1 and 2)."""

_COARSE = 3  # UCDP's where_prec from which a place is an area

Within = Callable[[str, str], bool]
"""Whether the place of one id lies in that of another."""


@dataclass(frozen=True, slots=True)
class Match:
    """What a claim is to those held: ``others`` are the ids of the claims it is or may be the same as."""

    claim: Casualty
    verdict: Verdict
    others: tuple[str, ...]
    reasons: tuple[str, ...]


def span(claim: Casualty) -> tuple[date, date] | None:
    """The days among which the same event may be held, None where the claim has no date."""
    if claim.date is None:
        return None
    near = timedelta(days=DAYS)
    return date.fromisoformat(claim.date.start) - near, date.fromisoformat(claim.date.end) + near


def match(claim: Casualty, held: Iterable[Casualty], within: Within) -> Match:
    """What a claim is to the claims held of its days. A person is known again by name, an incident by its day, place and figure.

    Doubtful is what agrees in part: the same name elsewhere, another figure of the same day and place, or several that fit.
    """
    sure: list[tuple[str, list[str]]] = []
    maybe: list[tuple[str, list[str]]] = []
    for other in held:
        if other.outcome != claim.outcome or other.stance != "asserted":
            continue
        agree, against = _person(claim, other) if claim.person else _incident(claim, other)
        if not agree:
            continue
        same, told = _place(claim.place, other.place, within)
        (agree if same else against).append(told)
        if not against:
            sure.append((other.id, agree))
        elif same or claim.person:
            maybe.append((other.id, agree + against))
    if sure and (claim.person or len({tuple(reasons) for _, reasons in sure}) == 1):
        return Match(claim, "matched", tuple(id for id, _ in sure), tuple(sure[0][1]))
    if found := [*sure, *maybe]:
        return Match(
            claim,
            "doubtful",
            tuple(id for id, _ in found),
            tuple(dict.fromkeys(reason for _, reasons in found for reason in reasons)),
        )
    if claim.date is None:
        return Match(claim, "doubtful", (), ("it has no date to compare by",))
    return Match(claim, "new", (), ("nothing held of those days is the same",))


def _person(claim: Casualty, other: Casualty) -> tuple[list[str], list[str]]:
    if not (claim.person and other.person and one_person(claim.person.name, other.person.name)):
        return [], []
    against = []
    if None not in (claim.person.age, other.person.age) and claim.person.age != other.person.age:
        against.append(f"another age ({claim.person.age}, {other.person.age})")
    if claim.person.sex and other.person.sex and claim.person.sex != other.person.sex:
        against.append("another sex")
    return ["the same name"], against


def _incident(claim: Casualty, other: Casualty) -> tuple[list[str], list[str]]:
    if other.period != "incident" or other.part_of:
        return [], []
    a, b = claim.count, other.count
    low, high = max(a.low or 0, b.low or 0), min(_end(a.high), _end(b.high))
    figures = f"({_said(a.low, a.high)} and {_said(b.low, b.high)})"
    return (
        (["the same day", f"figures that agree {figures}"], [])
        if low <= high
        else (["the same day"], [f"another figure {figures}"])
    )


def _place(a: Place | None, b: Place | None, within: Within) -> tuple[bool, str]:
    if a is None or b is None:
        return False, "no place to compare"
    if a.id and b.id:
        if a.id == b.id:
            return True, "the same place"
        if within(a.id, b.id) or within(b.id, a.id):
            coarse = max(a.precision or _COARSE, b.precision or _COARSE)
            return coarse <= _COARSE, "one place lies in the other"
        return False, "another place"
    same = a.name == b.name
    return same, "the same name of a place" if same else "a place that is not listed"


def _end(high: int | None) -> int:
    return high if high is not None else 1 << 62


def _said(low: int | None, high: int | None) -> str:
    if low == high:
        return "unknown" if low is None else str(low)
    return f"{'' if low is None else low}–{'' if high is None else high}"


def totals(found: Sequence[Match]) -> dict[Verdict, int]:
    """How many claims were matched, new and doubtful."""
    verdicts: tuple[Verdict, ...] = ("matched", "new", "doubtful")
    return {verdict: sum(one.verdict == verdict for one in found) for verdict in verdicts}
