"""The dead of an incident divided as conflict data ask: by side, civilians, and those of whom it is not said."""

from collections.abc import Mapping
from dataclasses import dataclass

from marsad.exports.event import Body, Event
from marsad.exports.policy import NONE, Numbers, numbers

_CIVILIAN = frozenset(["civilians", "children", "women", "elderly", "journalists", "medics", "aid_workers"])
_ARMED = frozenset(["fighters", "soldiers", "police"])


@dataclass(frozen=True, slots=True)
class Dead:
    """Best estimates by side, and the three totals of all, in people; ``best`` is the sum of the four."""

    side_a: int
    side_b: int
    civilians: int
    unknown: int
    total: Numbers


def dead(event: Event, reliability: Mapping[str, int]) -> Dead | None:
    """The dead of an incident under the export policy; None where nobody states a number of them.

    A figure of all the people holds those of its groups and is never added to them; groups of women, men and children inside
    civilians neither. Fighters and soldiers are of a side only where a claim says whose they were.
    """
    killed = {f["group"]: f for f in event.figures() if f["outcome"] == "killed"}
    held = {group: n for group, figure in killed.items() if (n := numbers(figure, reliability)) is not None}
    if not held:
        return None
    civilians = held.get("civilians") or max((held[g] for g in held if g in _CIVILIAN), key=lambda n: n.best, default=NONE)
    armed = [(group, held[group]) for group in held if group in _ARMED]
    whole = held.get("people")
    parts = sum((n for _, n in armed), civilians)
    total = whole or parts
    if total == NONE and held:
        total = max(held.values(), key=lambda n: n.best)
    sides = {"a": 0, "b": 0, "": 0}
    for group, n in armed:
        sides[_side(event, group)] += n.best
    known = civilians.best + sum(sides.values())
    best = max(total.best, known)
    unknown = best - civilians.best - sides["a"] - sides["b"]
    return Dead(sides["a"], sides["b"], civilians.best, unknown, Numbers(best, max(total.high, best), min(total.low, best)))


def _side(event: Event, group: str) -> str:
    """Whose the armed dead of a group were: side "a" (the first attacker), "b" (its target), "" where no claim says."""
    told = {
        _key(claim.get("affiliation"))
        for claim in event.claims
        if claim["kind"] == "casualty" and claim.get("outcome") == "killed" and claim.get("group") == group
    } - {None}
    if len(told) != 1:
        return ""
    first, second = ({_key(a) for a in event.sides(*roles)} for roles in (("attacker",), ("target", "party")))
    return "a" if told <= first else "b" if told <= second else ""


def _key(actor: Body | None) -> str | None:
    return (actor.get("id") or actor.get("name")) if actor else None
