"""Diplomacy by track: one act told by several claims is one event."""

from collections.abc import Iterable, Sequence

from marsad.model import Actor, AnyClaim, Talks, TalksEvent, Track
from marsad.model.incident import Days
from marsad.record.hold import Held, asserter, made, only
from marsad.text import key


def tracks(held: Iterable[Held[AnyClaim]]) -> tuple[Track, ...]:
    """The tracks of all talks that are asserted, each with its events by date; what is only expected or denied is no history."""
    told = sorted((h for h in only(held, Talks) if h.claim.stance == "asserted"), key=lambda h: h.order)
    groups: dict[tuple[str | None, str], list[Held[Talks]]] = {}
    for h in told:
        groups.setdefault(_line(h.claim), []).append(h)
    return tuple(sorted((_track(line, members) for line, members in groups.items()), key=lambda t: t.id))


def _line(claim: Talks) -> tuple[str | None, str]:
    """The track, or the parties of a dealing outside any known track."""
    return (claim.track, "") if claim.track else (None, "+".join(sorted({_name(a) for a in claim.participants})))


def _name(actor: Actor) -> str:
    return actor.id or key(actor.name)


def _track(line: tuple[str | None, str], members: Sequence[Held[Talks]]) -> Track:
    events: dict[tuple[object, ...], list[Held[Talks]]] = {}
    for h in members:
        events.setdefault(_same(h.claim), []).append(h)
    made_events = sorted(
        (_event(group) for group in events.values()), key=lambda e: (e.date.start if e.date else "9999", e.claims)
    )
    return Track(
        made("tk", *line), line[0], tuple(made_events), tuple(dict.fromkeys(h.article.id for h in members)),
        tuple(h.claim.id for h in members),
    )  # fmt: skip


def _same(claim: Talks) -> tuple[object, ...]:
    """What one act's tellings share: the act, its first day, its instrument, and where no instrument names it, its parties."""
    day = claim.date.start if claim.date else None
    parties = () if claim.instrument else tuple(sorted({_name(a) for a in claim.participants}))
    return (claim.act, day, claim.instrument and key(claim.instrument), parties)


def _event(group: Sequence[Held[Talks]]) -> TalksEvent:
    claims = [h.claim for h in group]
    date = next((c.date for c in claims if c.date), None)
    return TalksEvent(
        act=claims[0].act,
        date=Days(date.start, date.end, date.precision) if date else None,
        place=min((c.place for c in claims if c.place), key=lambda p: p.precision or 9, default=None),
        participants=tuple({_name(a): a for c in reversed(claims) for a in c.participants}.values())[::-1],
        topic=next((c.topic for c in claims if c.topic), None),
        instrument=next((c.instrument for c in claims if c.instrument), None),
        claims=tuple(c.id for c in claims),
        role=next((c.role for c in claims if c.role), None),
        by=tuple(dict.fromkeys(asserter(h).label for h in group)),
    )
