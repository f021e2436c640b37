"""Who holds a place: claims of control made a dated history, contested where two say otherwise, stale where nobody says it any
more."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from marsad.model import Actor, AnyClaim, Control, Holding, Territory
from marsad.model.values import HoldState
from marsad.record.hold import Held, asserter, made, only
from marsad.record.telling import family
from marsad.text import key

STALE_DAYS = 180
"""Days after which a holding that nobody has stated again is shown as stale: half a year, the longest a front in the present
wars has rested without a report of it."""


def territories(held: Iterable[Held[AnyClaim]]) -> tuple[Territory, ...]:
    """The history of each place of which someone asserts who holds it, by id."""
    places: dict[str, list[Held[Control]]] = {}
    for h in only(held, Control):
        if h.claim.stance == "asserted" and h.claim.place is not None and _day(h):
            places.setdefault(h.claim.place.id or key(h.claim.place.name), []).append(h)
    return tuple(sorted((_territory(name, members) for name, members in places.items()), key=lambda t: t.id))


def state_on(territory: Territory, day: str) -> tuple[Holding, bool] | None:
    """The stretch of a place's history that holds on an ISO day, and whether it is stale by then; None where nothing is told."""
    found = [h for h in territory.history if h.from_ <= day and (h.until is None or day < h.until)]
    return (found[-1], day >= found[-1].stale_from) if found else None


def _day(h: Held[Control]) -> str | None:
    return h.claim.date.start if h.claim.date is not None else h.article.published


def _territory(name: str, members: Sequence[Held[Control]]) -> Territory:
    told = sorted(members, key=lambda h: (_day(h) or "", _RANK[h.claim.change], h.order))
    history: list[Holding] = []
    for h in told:
        history = _after(history, h)
    place = min((h.claim.place for h in told if h.claim.place is not None), key=lambda p: (p.precision or 9, len(p.name), p.name))
    by_order = sorted(told, key=lambda h: h.order)
    return Territory(
        made("co", name),
        place,
        tuple(history),
        tuple(dict.fromkeys(h.article.id for h in by_order)),
        tuple(h.claim.id for h in by_order),
    )


_RANK = {"holds": 0, "contested": 1, "besieged": 2, "lost": 3, "withdrew": 4, "gained": 5}
"""Order of one day's claims: what was before what came."""


def _after(history: Sequence[Holding], h: Held[Control]) -> list[Holding]:
    """The history with one claim more."""
    claim, day = h.claim, _day(h) or ""
    before, last = list(history[:-1]), history[-1] if history else None
    if claim.change in ("gained", "holds"):
        if last is None:
            return [_new(h, day, claim.actor, claim.counterpart)]
        if _same(last.actor, claim.actor):
            return [*before, _again(last, h, day)]
        if _disputes(last, h, day):
            return [*before, _disputed(_again(last, h, day), [claim.actor], "contested")]
        return [*before, *_follows(last, _new(h, day, claim.actor, claim.counterpart))]
    if claim.change in ("lost", "withdrew"):
        taker = claim.counterpart if claim.change == "lost" else None
        if last is None:
            return [_new(h, day, taker, claim.actor)]
        if last.actor is None or _same(last.actor, taker) or not (claim.actor is None or _same(last.actor, claim.actor)):
            return [*before, _again(last, h, day)]
        return [*before, *_follows(last, _new(h, day, taker, last.actor))]
    state: HoldState = "besieged" if claim.change == "besieged" else "contested"
    if last is None:
        return [_disputed(_new(h, day, claim.counterpart, None), [claim.actor], state)]
    return [*before, _disputed(_again(last, h, day), [claim.actor, claim.counterpart], state)]


def _follows(last: Holding, new: Holding) -> list[Holding]:
    """One stretch closed by the next; who leaves and who takes on one day is one change."""
    if last.from_ == new.from_ and last.actor is None:
        claims, by = (*last.claims, *new.claims), tuple(dict.fromkeys((*last.by, *new.by)))
        return [replace(new, claims=claims, by=by, counterpart=new.counterpart or last.counterpart)]
    return [replace(last, until=new.from_), replace(new, counterpart=new.counterpart or last.actor)]


def _disputes(last: Holding, h: Held[Control], day: str) -> bool:
    """Whether a claim by another side stands against the present holder instead of following it: a part taken, a hold stated
    while another holds with no change told, or a gain told of the very day of the other's gain."""
    change, extent = h.claim.change, h.claim.extent
    if last.actor is None or last.state == "left":
        return False
    return (change == "gained" and (extent == "partial" or day == last.from_)) or (change == "holds" and day < last.stale_from)


def _same(a: Actor | None, b: Actor | None) -> bool:
    return a is not None and b is not None and _name(a) == _name(b)


def _name(actor: Actor) -> str:
    return family(actor.id) if actor.id is not None else key(actor.name)


def _new(h: Held[Control], day: str, actor: Actor | None, counterpart: Actor | None) -> Holding:
    """A stretch that opens: held by an actor, or left with nobody told to have taken it."""
    return Holding(
        from_=day,
        until=None,
        actor=actor,
        state="held" if actor is not None else "left",
        extent=h.claim.extent,
        claims=(h.claim.id,),
        by=(asserter(h).label,),
        counterpart=counterpart,
        last_stated=day,
        stale_from=_stale(day),
    )


def _again(holding: Holding, h: Held[Control], day: str) -> Holding:
    """A stretch stated once more."""
    last = max(holding.last_stated, day)
    return replace(
        holding,
        claims=(*holding.claims, h.claim.id),
        by=tuple(dict.fromkeys((*holding.by, asserter(h).label))),
        last_stated=last,
        stale_from=_stale(last),
        extent="full" if "full" in (holding.extent, h.claim.extent) else holding.extent or h.claim.extent,
    )


def _disputed(holding: Holding, rivals: Iterable[Actor | None], state: HoldState) -> Holding:
    """A stretch that others fight for, or say is theirs."""
    names = [a.id or a.name for a in rivals if a is not None and not _same(a, holding.actor)]
    return replace(holding, state=state, contested_by=tuple(dict.fromkeys((*holding.contested_by, *names))))


def _stale(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(STALE_DAYS)).isoformat()
