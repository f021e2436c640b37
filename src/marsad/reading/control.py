"""Control: from a rule's match to who takes, loses, holds, besieges or leaves which places."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from marsad.model import Actor, Place, Source
from marsad.model.values import Extent, Stance
from marsad.reading.chunks import Hit, PlaceMention
from marsad.reading.discourse import Discourse
from marsad.reading.draft import Draft
from marsad.reading.items import Sentence
from marsad.reading.parties import Party, before, carried, first_after, full, parties
from marsad.reading.places import Spot, is_area, spots, to_place
from marsad.text import key

_STOPS = frozenset(
    ["BREAK", "AFTER", "BEFORE", "SAYS", "SAYING", "ACCORDING", "WHO", "RESULTED", "CAUSED", "STOP", "TOOK", "TOOK_ON", "HOLDS_ON", "LOST", "LOSS", "DURING",
     "STRUCK", "EXPELLED", "WITHDREW", "THAT", "COLON", "DONE", "SINCE", "WITH"]
)  # fmt: skip
_JOINS = frozenset(["AND", "BESIDES", "OR"])
_PREPARED = frozenset(["AIMING", "WILL"])
_COUNTABLE = frozenset(["SETTLEMENT", "LANDMARK", "NUMBER", "COUNTRYSIDE", "LANDS", "THE_PLURAL", "HOLDINGS"])
_LISTABLE = frozenset(["PLACE", "ON", "FROM", "PARTIAL", "FULL", "SETTLEMENT", "LANDMARK", "COUNTRYSIDE", "DIRECTION", "CITY"])
_OF_FACILITY = frozenset(["FORCE", "ACTOR", "DEFINITE", "NISBA", "ORDINAL", "LANDMARK", "PLACE", "OFFICE"])
_CLOSE = 6
"""Items between a place and the relative clause that is said of it."""
_NEAR = 9
"""Items between a word of control and its first place."""


@dataclass(frozen=True, slots=True)
class Held:
    """A place of a claim, the item it stands at and how much of it is meant."""

    place: Place
    at: int
    last: int
    extent: Extent | None


def read(sentence: Sentence, hit: Hit, discourse: Discourse) -> Iterator[Draft]:
    """Drafts of a match, one for each place it names."""
    sides = parties(sentence, discourse)
    anchor = next((hit.slots[s][0] for s in ("verb", "noun", "under") if s in hit.slots), hit.first)
    change, who, other = _who(sentence, hit, anchor, sides, discourse)
    if change is None or (who is None and change != "gained"):
        return
    held = _where(sentence, hit, anchor, discourse)
    if "OWN_CONTROL" in sentence.items[anchor].senses and _is(sentence, anchor - 1, "DURING"):
        return
    if change == "holds" and any(_is(sentence, i, "DONE") for i in range(anchor - 2, anchor)):
        return  # "which was in the hands of": no more
    stance = "asserted" if change == "holds" else _stance(sentence, anchor, "noun" in hit.slots and "verb" not in hit.slots)
    others = [p for p in sides if not _is(sentence, p.first - 1, "EXPELLING", "EXPELLED")]
    extent = next((size for i in range(anchor, hit.last) if (size := _size(sentence.items[i].senses))), None)
    declared = any(_is(sentence, i, "DECLARING") and _plainly(sentence, i + 1, anchor) for i in range(anchor - 6, anchor))
    source = Source(who.name, who.id, "armed_group" if who.id else None) if declared and who else None
    for one in held:
        if who is not None and one.place.name == who.name:
            continue
        fields: dict[str, Any] = {
            "change": change,
            "actor": who,
            "counterpart": other or _counterpart(sentence, others, max(one.last, hit.last), who),
            "extent": one.extent or extent,
        }
        yield Draft(
            "control", hit.rule.name, sentence, anchor, min(hit.first, one.at), max(hit.last, one.last), fields, stance=stance,
            place=one.place, source=source, seek=frozenset(("date",) if source else ("date", "source")),
        )  # fmt: skip


def _plainly(sentence: Sentence, first: int, last: int) -> bool:
    """Whether only a name stands between a word of declaring and what is declared."""
    return all(
        {"ACTOR", "PAREN_OPEN", "PAREN_CLOSE", "OPEN", "CLOSE", "THAT"} & set(i.senses) for i in sentence.items[first:last]
    )


def _who(
    sentence: Sentence, hit: Hit, anchor: int, sides: Sequence[Party], discourse: Discourse
) -> tuple[str | None, Actor | None, Actor | None]:
    """(what changes, for whom, against whom)."""
    frame = hit.rule.fixed
    change, where = frame["change"], frame["who"]
    on = hit.slots.get("on", (hit.last, hit.last))[0]
    found: Party | None = None
    agrees = sentence.items[anchor].senses.get("AGREES")
    if change == "expelled":
        inside = [p for p in sides if anchor < p.first < on]
        one, two = ([full(p, sentence, sides, discourse) for p in inside[:2]] + [None, None])[:2]
        if where == "about" and len(inside) > 1:
            return "gained", one, two
        if where == "about" and inside:
            taker = before(sides, anchor, agrees) or carried(sentence, discourse, agrees)
            return ("gained", taker.actor, one) if taker else ("lost", one, None)
        if len(inside) > 1:
            return "gained", one, two
        return ("lost", one, None) if inside else (None, None, None)
    if where == "about":
        if sentence.has(hit.last - 1, "ON_IT"):
            found = next((p for p in sides if hit.last <= p.first <= hit.last + 1), None)
        end = hit.last if hit.last > anchor + 1 else anchor + 5
        found = (
            found
            or next((p for p in sides if anchor < p.first < end and p.free), None)
            or before(sides, anchor, agrees)
            or carried(sentence, discourse, agrees)
        )
    elif where == "after":
        if sentence.has(anchor, "UNDER_IT"):
            found = before(sides, anchor, agrees) or carried(sentence, discourse, agrees)
        else:
            found = first_after(sides, anchor + 1, 3)
    elif where == "before":
        found = before(sides, anchor, agrees) or carried(sentence, discourse, agrees)
    elif where == "last":
        found = first_after(sides, hit.last, 3)
    elif where == "near" and (agrees or "OWN_TAKING" in sentence.items[anchor].senses):
        found = before(sides, anchor, agrees) or carried(sentence, discourse, agrees)
    elif where == "near":
        found = _agent(sentence, hit, anchor, sides)
    if change == "control":
        strong = anchor > 1 and any(_is(sentence, i, "STRENGTHENED") for i in range(anchor - 3, anchor))
        change = (
            "gained"
            if not strong
            and (
                anchor == 0
                or any(_is(sentence, i, "IMPOSING", "IMPOSED") for i in range(anchor - 6, anchor))
                or any(_is(sentence, i, "AFTER", "SAYS", "SINCE", "MANAGED") for i in range(anchor - 3, anchor))
            )
            else "holds"
        )
    return change, full(found, sentence, sides, discourse) if found else None, None


def _agent(sentence: Sentence, hit: Hit, anchor: int, sides: Sequence[Party]) -> Party | None:
    """The side that a noun of taking belongs to: right after it, after "by", or of the verb it hangs on."""
    after = next((p for p in sides if anchor < p.first <= anchor + 1), None)
    if after is not None:
        return after
    by = next((p for p in sides if anchor < p.first and sentence.has(p.first - 1, "BY")), None)
    if by is not None:
        return by
    if _is(sentence, anchor - 1, "IN", "FROM") or any(
        _is(sentence, i, "MANAGED", "DONE", "IMPOSED", "RESULTED") for i in range(anchor - 4, anchor)
    ):
        return before(sides, anchor)
    return None


def _is(sentence: Sentence, at: int, *kinds: str) -> bool:
    return 0 <= at < len(sentence.items) and any(k in sentence.items[at].senses for k in kinds)


def _where(sentence: Sentence, hit: Hit, anchor: int, discourse: Discourse) -> list[Held]:
    """The places a match speaks of."""
    where = hit.rule.fixed["where"]
    found = spots(sentence)
    if where == "before":
        return _before(sentence, anchor, found, discourse)
    if sentence.has(hit.last - 1, "ON_IT") or sentence.has(hit.last - 1, "FROM_IT"):
        return _meant(sentence, anchor, found, None, discourse)
    if where == "between":
        return _listed(sentence, anchor + 1, found, discourse)
    on = hit.slots.get("on")
    start = on[0] if on else hit.slots["noun"][0] if "noun" in hit.slots else anchor
    size = next((_size(i.senses) for i in sentence.items[start + 1 : start + 4] if _size(i.senses)), None)
    if (
        size
        and any(_is(sentence, i, "FROM_IT", "IN_IT") for i in range(start + 2, start + 6))
        and not any(start < s.head < start + 6 for s in found)
    ):
        return _meant(sentence, anchor, found, size, discourse)
    return _listed(sentence, start + 1, found, discourse)


def _before(sentence: Sentence, at: int, found: Sequence[Spot], discourse: Discourse) -> list[Held]:
    """The place told of just before an item; with it those it is joined to when what follows is said of several."""
    own = [s for s in found if s.last <= at]
    if not own or any(_is(sentence, i, "SAYS", "STOP") for i in range(own[-1].last, at)):
        return []
    out = [_nearest(sentence, own[-1], at)]
    if any(sentence.items[i].senses.get("UNDERLYING") == "several" for i in range(own[-1].last, at + 1)):
        while len(own) > len(out) and sentence.has(out[-1].head - 1, "AND") and own[-len(out) - 1].last == out[-1].head - 1:
            out.append(own[-len(out) - 1])
    size = next((_size(sentence.items[i].senses) for i in range(own[-1].last, at) if _size(sentence.items[i].senses)), None)
    return [_held(sentence, spot, size, discourse) for spot in out]


def _meant(sentence: Sentence, anchor: int, found: Sequence[Spot], size: Extent | None, discourse: Discourse) -> list[Held]:
    """The place that a pronoun after a verb stands for: what a relative clause is said of, else the place told of last."""
    at = anchor - 1
    while at > 0 and _is(sentence, at, "DONE", "NOT", "AND"):
        at -= 1
    if _is(sentence, at, "WHO"):
        if not any(s.last <= at and at - s.last < _CLOSE for s in found):
            return []
        held = _before(sentence, at, found, discourse)
    elif _is(sentence, at, "SETTLEMENT", "THE_PLURAL", "SUCH", "LANDS"):
        return []
    else:
        held = _before(sentence, anchor, found, discourse) or _told(sentence, anchor, found, discourse)
    return [replace(one, extent=size or one.extent) for one in held]


def _nearest(sentence: Sentence, spot: Spot, at: int) -> Spot:
    """The part of a spot that what follows it is said of: a town set about a landmark, else the head."""
    tail = spot.context[-1] if spot.context else spot.head
    joined = any(sentence.has(i, "AND") for i in range(spot.last, at))
    if tail == spot.head or joined or is_area(sentence, tail):
        return spot
    return Spot(tail, tail + 1, ())


def _told(sentence: Sentence, at: int, found: Sequence[Spot], discourse: Discourse) -> list[Held]:
    """The settlement last told of before an item, in its sentence or an earlier one: what "the city" or "it" means."""
    for earlier, own in (
        (sentence, [s for s in found if s.last <= at]),
        *((e, spots(e)) for e in discourse.before(sentence)[:4]),
    ):
        for spot in reversed(own):
            if "STATE" not in earlier.items[spot.head].senses:
                return [Held(to_place(earlier, spot, discourse), at, at + 1, None)]
    return []


def _country(sentence: Sentence, at: int, discourse: Discourse) -> Held | None:
    """The country an article is about, as it names it: what "the country" means."""
    for earlier in (sentence, *discourse.before(sentence), *discourse.sentences):
        for spot in spots(earlier):
            if "STATE" in earlier.items[spot.head].senses:
                place = to_place(earlier, spot, discourse)
                if place.country == discourse.country:
                    return Held(place, at, at + 1, None)
    return None


def _held(sentence: Sentence, spot: Spot, extent: Extent | None, discourse: Discourse) -> Held:
    place = to_place(sentence, spot, discourse)
    mention = sentence.items[spot.head].mention
    if isinstance(mention, PlaceMention) and mention.several:
        place = replace(place, name=mention.bare)
    return Held(place, spot.head, spot.last, extent)


def _size(senses: Mapping[str, Any]) -> Extent | None:
    return "full" if "FULL" in senses else "partial" if "PARTIAL" in senses else None


def _listed(sentence: Sentence, start: int, found: Sequence[Spot], discourse: Discourse) -> list[Held]:
    """The places listed from an item on: "قرى A وB وC"; what only tells of a place ("عاصمة محافظة كذا") is passed over."""
    heads = {s.head: s for s in found}
    out: list[Held] = []
    wanted = True
    parts = False
    extent: Extent | None = None
    i = start
    while i < len(sentence.items):
        senses = sentence.items[i].senses
        if i in heads:
            spot = heads[i]
            if wanted:
                out.append(_held(sentence, spot, extent, discourse))
                extent = None
            wanted = False
            i = spot.last
            continue
        if "WHO" in senses and not out and _is(sentence, i - 1, "ACTOR", "FORCE"):
            i = _past_relative(sentence, i)
            start = i
            continue
        if not _STOPS.isdisjoint(senses) or (not out and i - start > _NEAR):
            break
        if "LAND" in senses and not out and (country := _country(sentence, i, discourse)):
            out.append(replace(country, extent=extent))
        elif "CITY" in senses and not out:
            out += [replace(one, extent=extent) for one in _told(sentence, i, found, discourse)]
            wanted = False
        elif not _JOINS.isdisjoint(senses):
            if out and not _goes_on(sentence, i + 1):
                break
            wanted = True
        elif ("IN" in senses and not out and not parts) or ("FROM" in senses and out):
            break
        elif "CAPITAL" in senses and out:
            wanted = False
        elif size := _size(senses):
            parts = True
            if wanted:
                extent = size
            elif out:
                out[-1] = replace(out[-1], extent=size)
        elif wanted and (last := _facility(sentence, i)):
            out.append(Held(Place(sentence.text(i, last), country=discourse.country), i, last, extent))
            wanted, extent, i = False, None, last
            continue
        elif wanted and i == start and sentence.has(i - 1, "ON") and _bare_name(sentence, i):
            out.append(Held(Place(sentence.text(i, i + 1), country=discourse.country), i, i + 1, extent))
            wanted, extent = False, None
        elif not _COUNTABLE.isdisjoint(senses):
            parts = True
        i += 1
    return out


def _past_relative(sentence: Sentence, at: int) -> int:
    """Where a clause goes on after a relative one about its subject: at a part, a word of control or "on"; else at its end."""
    for i in range(at + 1, len(sentence.items)):
        if _is(sentence, i, "PARTIAL", "FULL", "CONTROL", "ON", "COMMA", "SETTLEMENT") or (
            sentence.has(i, "PLACE") and not sentence.has(i, "STATE") and not _is(sentence, i - 1, "IN")
        ):
            return i
    return len(sentence.items)


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether a list of places goes on at an item after "and"."""
    return _is(sentence, at, *_LISTABLE)


def _facility(sentence: Sentence, at: int) -> int | None:
    """The end of a landmark named by whose it is ("معسكر قوات كذا"); None when none starts at an item."""
    if not _is(sentence, at, "LANDMARK"):
        return None
    last = at + 1
    while last < min(at + 6, len(sentence.items)) and not _OF_FACILITY.isdisjoint(sentence.items[last].senses):
        last += 1
    return last if last > at + 1 else None


def _bare_name(sentence: Sentence, at: int) -> bool:
    """Whether an unknown word stands as a name: nothing after it that it could belong to."""
    return _is(sentence, at, "WORD", "DEFINITE") and (
        at + 1 == len(sentence.items)
        or not _is(sentence, at + 1, "WORD", "DEFINITE", "NISBA", "QUALITY", "COMMON", "ACTOR", "PERSON")
    )


def _stance(sentence: Sentence, anchor: int, noun: bool) -> Stance:
    """Whether the change is told as done, or as wanted, feared, denied or yet to come."""
    for i in range(anchor - 1, max(anchor - (9 if noun else 3), -1), -1):
        senses = sentence.items[i].senses
        if "NOT" in senses:
            return "denied"
        if not _PREPARED.isdisjoint(senses) or (noun and i >= anchor - 2 and not {"FOR", "ATTEMPT"}.isdisjoint(senses)):
            return "expected"
        if not {"COMMA", "BREAK", "AFTER", "STOP", "RESULTED", "MANAGED"}.isdisjoint(senses):
            return "asserted"
    return "asserted"


def _counterpart(sentence: Sentence, sides: Sequence[Party], at: int, who: Actor | None) -> Actor | None:
    """The side a place is taken from: "من X", "بعد معارك مع X", "من قبضة X"."""
    for side in sides:
        if (
            side.first >= at
            and _is(sentence, side.first - 1, "FROM", "WITH", "UNDER", "EXPELLING", "LEAVING")
            and (who is None or side.actor.name != who.name)
        ):
            return side.actor
        if side.first >= at and _is(sentence, side.first - 1, "BREAK"):
            return None
    return None


def same_control(a: Draft, b: Draft) -> bool:
    """Whether two control drafts tell of one thing: one place and side, and taking it or holding it alike."""
    x, y = a.fields, b.fields
    if x["change"] != y["change"] and {x["change"], y["change"]} != {"gained", "holds"}:
        return False
    if a.stance != b.stance:
        return False
    if not _alike(a.place.name, b.place.name):
        return False
    one, two = x["actor"], y["actor"]
    if one is None or two is None:
        return bool(x["change"] == y["change"])
    return (one.id is not None and one.id == two.id) or _alike(one.name, two.name)


def _alike(a: str, b: str) -> bool:
    x, y = set(key(a).split()), set(key(b).split())
    return x <= y or y <= x
