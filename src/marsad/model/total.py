"""The safe sum: incident figures only, each event once, as a range that names its rows."""

from dataclasses import dataclass

from marsad.model.values import Group, Outcome


@dataclass(frozen=True, slots=True)
class Counted:
    """An incident's part in a sum: its ends, in people, and who gives each."""

    incident: str
    low: int
    high: int | None
    low_by: tuple[str, ...]
    high_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a sum leaves out (an incident, a tally or a claim, by id) and why."""

    id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of one row of a breakdown: ``key`` is a month, area, group or actor, None where that is unknown.

    ``high`` is None when one of the counted has no upper end. It is a documented minimum, not an estimate.
    """

    key: str | None
    outcome: Outcome
    group: Group | None
    low: int
    high: int | None
    formula: str
    counted: tuple[Counted, ...]
    left_out: tuple[LeftOut, ...]
