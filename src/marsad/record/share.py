"""The share of a sub-group, taken of the whole it was stated with and of no other."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from marsad.model import Casualty, MarsadError


@dataclass(frozen=True, slots=True)
class Share:
    """``low`` and ``high`` from 0 to 1, None for an open end; ``part`` and ``base`` the claims it is taken from, ``formula`` in
    their figures."""

    part: str
    base: str
    low: Fraction | None
    high: Fraction | None
    formula: str


def share(part: Casualty, claims: Iterable[Casualty]) -> Share:
    """The share of a part in its own base: the claim that it was stated to be part of (STANDARDS D.5: the base of the
    identified).

    Raises MarsadError when the part names no base, the base is not among the claims, or counts another outcome.
    """
    base = next((c for c in claims if c.id == part.part_of), None) if part.part_of is not None else None
    if base is None:
        raise MarsadError(f"claim {part.id} states no whole that it is part of; a share needs the base it was counted in")
    if base.outcome != part.outcome:
        raise MarsadError(f"claim {part.id} counts {part.outcome} and its whole {base.outcome}; they have no share")
    return Share(
        part.id,
        base.id,
        _of(part.count.low, base.count.high),
        _of(part.count.high, base.count.low),
        f"{part.count.text} / {base.count.text}",
    )


def _of(part: int | None, whole: int | None) -> Fraction | None:
    return min(Fraction(part, whole), Fraction(1)) if part is not None and whole else None
