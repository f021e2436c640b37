"""The safe sum: figures of incidents only, each event once, as a range, with the rows counted and what was left out and why."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal

from marsad.model import Counted, Figure, Incident, LeftOut, Record, Total
from marsad.model.values import Group, Outcome
from marsad.record.amount import Amount, Term, total
from marsad.world.names import world

By = Literal["month", "area", "group", "actor"]


def totals(record: Record, by: By, *, outcome: Outcome = "killed", group: Group | None = None) -> tuple[Total, ...]:
    """The sums of one outcome by month, area (province, else country), group or attacking actor, in the order of their keys.

    Without a ``group`` an event's dead are its people where they are counted, else the largest group counted: parts are never
    added to a whole. Tallies are left out, since a running total counts the same people again; so are incidents without a
    number, and those that a person has discounted.
    """
    rows: dict[str | None, list[tuple[Incident, Figure]]] = {}
    left: dict[str | None, list[LeftOut]] = {}
    for made in record.incidents:
        for key in _KEYS[by](made) if by != "group" else _groups(made, outcome):
            wanted = key if by == "group" else group
            chosen, why = _chosen(made, outcome, wanted)
            if chosen is not None:
                rows.setdefault(key, []).append((made, chosen))
            elif why:
                left.setdefault(key, []).append(LeftOut(made.id, why))
    running = [
        LeftOut(t.id, "a running total; its people may be counted in the incidents already")
        for t in record.tallies
        if t.outcome == outcome
    ]
    keys = sorted({*rows, *left}, key=lambda k: (k is None, k or ""))
    return tuple(_total(key, outcome, group, rows.get(key, []), [*left.get(key, []), *running]) for key in keys if rows.get(key))


def _total(
    key: str | None, outcome: Outcome, group: Group | None, rows: Sequence[tuple[Incident, Figure]], left: Sequence[LeftOut]
) -> Total:
    amount = total(_amount(made, f) for made, f in rows)
    counted = tuple(Counted(made.id, f.low or 0, f.high, f.low_by, f.high_by) for made, f in rows)
    ends = " + ".join(f"{c.low}" if c.low == c.high else f"{c.low}–{'' if c.high is None else c.high}" for c in counted)
    return Total(key, outcome, group, amount.low, amount.high, ends, counted, tuple(left))


def _amount(made: Incident, figure: Figure) -> Amount:
    """The figure as an amount of one event; amounts of groups that are each their event's whole add up as people."""
    return Amount(figure.outcome, "people", figure.low or 0, figure.high, (Term("incident", made.id),))


def _chosen(made: Incident, outcome: Outcome, group: str | None) -> tuple[Figure | None, str]:
    """The figure to count, or none and why."""
    told = [f for f in made.figures if f.outcome == outcome]
    if made.grade == "discounted":
        return None, "discounted by a person"
    if group is not None:
        told = [f for f in told if f.group == group]
    stated = [f for f in told if (f.low is not None or f.high is not None) and not f.derived]
    if not stated:
        return None, f"no number of {outcome} stated, only words" if told else f"no {outcome} told"
    whole = [f for f in stated if f.group == "people"]
    return max(whole or stated, key=lambda f: (f.low or 0, f.high or 0, f.group)), ""


def _groups(made: Incident, outcome: Outcome) -> Iterator[str]:
    yield from sorted({f.group for f in made.figures if f.outcome == outcome})


def _month(made: Incident) -> Iterator[str | None]:
    """The month of an event whose days lie in one month."""
    days = made.date
    yield days.start[:7] if days is not None and days.start[:7] == days.end[:7] else None


def _area(made: Incident) -> Iterator[str | None]:
    place, gazetteer = made.place, world().gazetteer
    if place is None:
        yield None
        return
    areas = []
    if place.id is not None and place.id in gazetteer:
        entry = gazetteer.entry(place.id)
        areas = [e.id for e in (entry, *gazetteer.area(entry)) if e.kind == "province"]
    yield areas[0] if areas else place.country


def _actor(made: Incident) -> Iterator[str | None]:
    """The one attacker told; an event laid to several, or to none, is under None and counted once."""
    told = {a.id or a.name for a in made.actors if a.role == "attacker"}
    yield told.pop() if len(told) == 1 else None


_KEYS: dict[str, Callable[[Incident], Iterable[str | None]]] = {"month": _month, "area": _area, "actor": _actor}
