"""What one article tells of one event: its claims gathered, ready to be compared with other articles' tellings."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import cast

from marsad.model import AnyClaim, Article, Attack, Casualty, Evidence
from marsad.model.values import Means
from marsad.record.hold import Held
from marsad.record.where import ONE_PLACE, TWO_PLACES, Where, compared, where
from marsad.world.names import world

Violent = Casualty | Attack
Span = tuple[int | None, int | None]

EVENTS = frozenset(("killed", "injured", "missing", "detained", "abducted", "casualties"))
"""Outcomes of a violent event; displacement is counted beside it."""
_DAYS_BEFORE = 2
"""Days before its article within which an event without a date is taken to have been: news tells of yesterday and the day
before."""
_STOPS = frozenset(".!?؟\n")
_LONG = 6
"""Days of UCDP's date_prec 2; what is told of a longer span is no single event's day."""


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """One article's claims of one event. ``first`` and ``last`` are ordinal days, ``dated`` whether the article states them.

    ``counts`` are the largest figure of each outcome: (low, high), an open end None. ``actors`` are families of bodies.
    ``news`` tells that the article reports it and does not recall it: it leads the article, or is of the newest day told there.
    """

    article: Article
    members: tuple[Held[Violent], ...]
    where: Where | None
    first: int
    last: int
    dated: bool
    means: frozenset[Means]
    actors: frozenset[str]
    counts: dict[str, Span]
    news: bool

    @property
    def order(self) -> tuple[str, str, int, str]:
        """The order of its earliest claim."""
        return self.members[0].order

    @property
    def long(self) -> bool:
        """Whether its days are a span and not a day or two."""
        return self.last - self.first > _LONG

    @property
    def signature(self) -> tuple[object, ...]:
        """All that comparing looks at: two tellings of one signature compare alike with every third."""
        spot = self.where and (self.where.id, self.where.latitude, self.where.longitude, self.where.radius, self.where.named)
        return (spot, self.first, self.last, self.dated, self.means, self.actors, tuple(sorted(self.counts.items())))


@lru_cache(maxsize=100_000)
def ordinal(day: str) -> int:
    """An ISO day as a number of days."""
    return date.fromisoformat(day).toordinal()


def violent(held: Iterable[Held[AnyClaim]]) -> Iterator[Held[Violent]]:
    """Those of one article's claims that tell of one violent event: attacks, asserted or denied, and asserted casualties of one event.

    An undated attack in the sentence of a running total is what the total counts, many events and not one.
    """
    held = list(held)
    running = [h.claim.evidence for h in held if isinstance(h.claim, Casualty) and h.claim.period != "incident"]
    for h in held:
        claim = h.claim
        if isinstance(claim, Casualty):
            told = claim.stance == "asserted" and claim.period == "incident" and claim.outcome in EVENTS
        else:
            told = (
                isinstance(claim, Attack)
                and claim.stance in ("asserted", "denied")
                and not (claim.date is None and any(_one_sentence(h.article, claim.evidence, e) for e in running))
            )
        if told:
            yield cast("Held[Violent]", h)


def _one_sentence(article: Article, a: Evidence, b: Evidence) -> bool:
    between = article.text[min(a.end, b.end) : max(a.start, b.start)]
    return a.in_ == b.in_ and not _STOPS & set(between)


def tellings(article: Article, members: Iterable[Held[Violent]]) -> list[Telling]:
    """The claims of one article, in order, parted into events: one place and days in common.

    A claim without a place goes with the one told before it. A denial alone tells of no event. Of two groups with days and a figure in common, whose places are
    not known to lie apart, the second tells the first again: counting one event twice is the worse error in a documented
    minimum.
    """
    groups: list[list[Held[Violent]]] = []
    for h in members:
        home = next((g for g in reversed(groups) if _one_event(g[0], h)), None)
        if home is None:
            groups.append([h])
        else:
            home.append(h)
    groups = [g for g in _told_again(groups) if any(h.claim.stance == "asserted" for h in g)]
    spans = [_span(article, g) for g in groups]
    today = ordinal(article.published) if article.published else None
    newest = max((last for _, last, _ in spans if today is None or last <= today + 1), default=0)
    return [_telling(article, g, s, i == 0 or s[1] >= newest) for i, (g, s) in enumerate(zip(groups, spans, strict=True))]


def _told_again(groups: Sequence[list[Held[Violent]]]) -> list[list[Held[Violent]]]:
    kept: list[list[Held[Violent]]] = []
    for group in groups:
        numbers = _numbers(group)
        first = next((g for g in kept if numbers & _numbers(g) and _may_be_one(g[0], group[0])), None) if numbers else None
        if first is None:
            kept.append(group)
        else:
            first.extend(group)
    return kept


def _numbers(group: Sequence[Held[Violent]]) -> set[tuple[str, str, int]]:
    """The figures of two people and more that a group states."""
    claims = [h.claim for h in group]
    return {
        (c.outcome, c.group, c.count.low)
        for c in claims
        if isinstance(c, Casualty) and c.count.bound != "vague" and c.count.low is not None and c.count.low > 1
    }


def _days_meet(a: Held[Violent], b: Held[Violent]) -> bool:
    days, its = _days(a), _days(b)
    return days is None or its is None or (days[0] <= its[1] and its[0] <= days[1])


def _may_be_one(a: Held[Violent], b: Held[Violent]) -> bool:
    if not _days_meet(a, b):
        return False
    return (
        a.claim.place is None
        or b.claim.place is None
        or compared(where(a.claim.place), where(b.claim.place))[0] not in TWO_PLACES
    )


def _one_event(lead: Held[Violent], h: Held[Violent]) -> bool:
    if not _days_meet(lead, h):
        return False
    if h.claim.place is None or lead.claim.place is None:
        return h.claim.place is None and lead.claim.means in (None, h.claim.means)
    return compared(where(lead.claim.place), where(h.claim.place))[0] in ONE_PLACE


def _days(h: Held[Violent]) -> tuple[int, int] | None:
    when = h.claim.date
    return (ordinal(when.start), ordinal(when.end)) if when is not None else None


def _span(article: Article, members: Sequence[Held[Violent]]) -> tuple[int, int, bool]:
    """First and last day, and whether they are stated: the closest that a claim gives, else the days just before the article."""
    days = [d for h in members if (d := _days(h)) is not None]
    if days:
        return (*min(days, key=lambda d: (d[1] - d[0], d)), True)
    last = ordinal(article.published) if article.published else 0
    return last - _DAYS_BEFORE, last, False


def _telling(article: Article, members: Sequence[Held[Violent]], span: tuple[int, int, bool], news: bool) -> Telling:
    places = [where(h.claim.place) for h in members if h.claim.place is not None]
    counts: dict[str, Span] = {}
    for h in members:
        if isinstance(h.claim, Casualty) and h.claim.count.bound != "vague":
            held, new = counts.get(h.claim.outcome), (h.claim.count.low, h.claim.count.high)
            if held is None or (new[0] or 0) > (held[0] or 0):
                counts[h.claim.outcome] = new
    return Telling(
        article,
        tuple(members),
        min(places, key=lambda w: (w.radius, w.id is None), default=None),
        *span,
        frozenset(m for h in members if (m := h.claim.means) is not None and m != "other"),
        frozenset(_actors(members)),
        counts,
        news,
    )


def _actors(members: Sequence[Held[Violent]]) -> Iterator[str]:
    for h in members:
        actor = h.claim.actor if isinstance(h.claim, Attack) else h.claim.by
        if h.claim.stance == "asserted" and actor is not None and actor.id is not None:
            yield family(actor.id)


@lru_cache(maxsize=10_000)
def family(id: str) -> str:
    """The body at the head of a body's family; a body not listed is its own."""
    actors = world().actors
    return actors.family(id) if id in actors.entries else id
