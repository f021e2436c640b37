"""By what means: the most specific word for violence in the clause of an event."""

from collections.abc import Sequence
from itertools import pairwise

from marsad.model.values import Means
from marsad.reading.attack import Blow
from marsad.reading.chunks import ActorMention
from marsad.reading.draft import Draft
from marsad.reading.items import Item, Named, Sentence

_SETTLED = frozenset(["drone", "arrest", "abduction", "execution", "assassination", "suicide", "clash", "airstrike"])
"""Means that the event's own word settles, whatever weapons stand near it."""

_STATING = frozenset(["WEAPON", "MANNER", "AIRCRAFT"])
_FROM_AFAR = frozenset(["shelling", "airstrike", "drone"])
_BESIDE = frozenset(["AND", "QUALITY", "MANNER", "NISBA", "NUMBER"])
"""What stands between two strikes told side by side."""
_BACKED = 3
"""Items from "backed by" to the craft that back."""
_JOINED = 5
"""Items between two weapons of one attack joined by "and"."""


def stated(item: Item) -> Means | None:
    """The means an item states: a weapon, the manner of an attack, the craft a side strikes with."""
    if not _STATING.isdisjoint(item.senses):
        for kind in ("WEAPON", "MANNER", "AIRCRAFT"):
            means: Means | None = item.senses.get(kind)
            if means:
                return means
    if isinstance(item.mention, ActorMention | Named):
        return item.mention.means
    return None


def means_of(sentence: Sentence, blows: Sequence[Blow], first: int, last: int) -> tuple[tuple[Means | None, ...], bool]:
    """The means of an event told between two items, one entry each, and whether no weapon or manner makes them certain."""
    own = [b.means for b in blows if b.means is not None]
    settled = next((m for m in own if m in _SETTLED), None)
    if settled in ("airstrike", "clash") and _qualified(sentence, blows, settled):
        return (("airstrike",) if settled == "clash" else ("drone",)), False
    if (two := _coordinated(sentence, blows)) is not None:
        return two, False
    if settled is not None:
        return (settled,), False
    named: list[Means] = []
    for i in range(max(first, blows[0].first - 3), last):
        if i > blows[0].anchor and "SUPPORT" in sentence.items[i].senses:
            break
        means = stated(sentence.items[i])
        if "MANNER" in sentence.items[i].senses and sentence.has_any(i - 1, "LANDMARK", "TARGET"):
            continue  # "the air base": of what was struck
        if means is not None and means not in named and not _backing(sentence, i, i < blows[0].anchor):
            named.append(means)
    base = own[0] if own else next((m for b in blows if (m := sentence.items[b.anchor].senses.get("USUAL"))), None)
    if (
        "drone" in named
        and "airstrike" in named
        and not any("airstrike" in (i.senses.get("MANNER"), i.senses.get("WEAPON")) for i in sentence.items[first:last])
    ):
        named.remove("airstrike")  # "طائرة تركية مسيرة": craft, then what craft
    if base in ("explosion", "shooting"):
        guns = stated(sentence.items[blows[0].anchor - 1]) if sentence.has(blows[0].anchor, "FIRE") and blows[0].anchor else None
        sort = next((m for m in ("suicide", "drone") if m in named and base == "explosion"), None)
        return (sort or guns or base,), False
    if base == "shelling":
        named = [m for m in named if m in ("shelling", "airstrike", "drone")]
    if len(named) > 1 and _both(sentence, max(first, blows[0].first - 3), last):
        return tuple(named[:2]), False
    if len(named) > 1:
        for strong in ("suicide", "drone", "airstrike"):
            if strong in named:
                return (strong,), False
    return tuple(named[:2]) or (base,), not named


def _backing(sentence: Sentence, at: int, side: bool) -> bool:
    """Whether an item only tells by what a side is backed or what a thing carries: "backed by Russian jets", "trucks armed with machine guns"."""
    return any(sentence.has(i, "EQUIPPED") or (side and sentence.has_any(i, "LOYAL", "SUPPORT")) for i in range(at - _BACKED, at))


def _coordinated(sentence: Sentence, blows: Sequence[Blow]) -> tuple[Means | None, ...] | None:
    """The means of two strikes told side by side ("artillery fire and air strikes on"); None where none are."""
    for a, b in pairwise(blows):
        between = [item.senses for item in sentence.items[a.anchor + 1 : b.anchor]]
        guns = stated(sentence.items[a.anchor - 1]) if sentence.has(a.anchor, "FIRE") and a.anchor else None
        first = guns or a.means
        if (
            first != b.means
            and {first, b.means} <= _FROM_AFAR
            and sentence.has_any(a.anchor, "STRIKE", "FIRE")
            and sentence.has(b.anchor, "STRIKE")
            and any("AND" in senses for senses in between)
            and all(not _BESIDE.isdisjoint(senses) for senses in between)
        ):
            return first, b.means
    return None


def _qualified(sentence: Sentence, blows: Sequence[Blow], settled: Means) -> bool:
    """Whether the word's own manner or author makes it another: a campaign from the air, a raid by drones."""
    if settled == "clash":
        return any(sentence.items[i].senses.get("MANNER") == "airstrike" for b in blows for i in range(b.anchor + 1, b.last))
    return any(stated(sentence.items[i]) == "drone" for b in blows for i in range(min((*b.by, b.anchor)), b.last))


def _both(sentence: Sentence, first: int, last: int) -> bool:
    """Whether two means are joined by "and" ("قصف جوي ومدفعي", "بالمدفعية والطيران"): two attacks."""
    told = [(i, m) for i in range(first, last) if (m := stated(sentence.items[i]))]
    return any(a[1] != b[1] and sentence.holds("AND", a[0] + 1, b[0]) and b[0] - a[0] < _JOINED for a, b in pairwise(told))


def weapon_of(sentence: Sentence, first: int, last: int, means: Means | None) -> str | None:
    """The weapon named between two items, as written with the words that say of what sort; None where none is or it is of other means."""
    for i in range(first, last):
        if "WEAPON" in sentence.items[i].senses and sentence.items[i].senses["WEAPON"] == means:
            end = i + 1
            while end < last and any(kind in sentence.items[end].senses for kind in ("WEAPON", "MANNER")):
                end += 1
            return sentence.text(i, end)
    return None


def taking(means: Means | None, draft: Draft) -> bool:
    """Whether by these means people are taken, and those of a figure were killed or hurt."""
    return means in ("arrest", "abduction") and draft.fields["outcome"] in ("killed", "injured", "casualties")


def means_near(draft: Draft) -> Means | None:
    """The means named in the draft's sentence, the nearest after its anchor first; None when none is."""
    best: tuple[int, Means] | None = None
    for i in draft.sentence.where("WEAPON|MANNER|AIRCRAFT|ACTOR|STATE|STRIKE|STRUCK"):
        item = draft.sentence.items[i]
        value = stated(item) or item.senses.get("STRIKE") or item.senses.get("STRUCK")
        if value is not None and not taking(value, draft):
            distance = i - draft.anchor if i > draft.anchor else 2 * (draft.anchor - i) + 3
            if best is None or distance < best[0]:
                best = (distance, value)
    return best[1] if best else None
