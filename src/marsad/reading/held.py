"""Which places a word of control is said of: those listed after it, the one a clause is told of, or the one told of before."""

from collections.abc import Sequence
from dataclasses import replace

from marsad.model import Place
from marsad.model.values import Extent
from marsad.reading.chunks import Hit, PlaceMention
from marsad.reading.discourse import Discourse
from marsad.reading.enumerated import listed, size_of, unlisted
from marsad.reading.items import Item, Named, Sentence
from marsad.reading.places import Spot, is_area, spots
from marsad.reading.referents import Held, held_at, opens_row, told_before
from marsad.text import key

_OF_HEAD = frozenset(
    [
        "DEFINITE",
        "NISBA",
        "BEARING",
        "QUALITY",
        "MANNER",
        "SUCH",
        "ORDINAL",
        "CLOSE",
        "PAREN_OPEN",
        "PAREN_CLOSE",
        "CAPITAL",
        "COMMA",
        "STATE",
        "DONE",
        "PARTIAL",
    ]
)
"""What may stand between a noun and the clause that is said of it."""
_KINDS = frozenset(["PARTIAL", "SETTLEMENT", "LANDMARK", "LANDS", "THE_PLURAL", "ZONES", "HOLDINGS", "SUCH"])
"""Nouns of places that are no names."""
_INDEFINITE = frozenset(["WORD", "COMMON", "TARGET", "SPEAKER"])
"""Nouns that, bare and right before a verb with a pronoun, are what the pronoun means, and no place: "media that X controls"."""
_CLOSE = 6
"""Items between a place and the relative clause that is said of it."""
_OF_CLAUSE = 5
"""Items from "which" to the word of control in its clause."""
_FACILITY = 8
"""Items of a place named by its noun before the clause that is said of it."""
_OPENING = 2
"""Items before the noun of a place that opens its sentence."""
_AREA = 6
"""Items from "situated in" to the area that a clause is said of."""
_EXAMPLE = 2
"""Items from a place to an example of what lies in it."""
_SET = 3
"""Adjectives between a place and where it lies."""


def places_of(sentence: Sentence, hit: Hit, anchor: int, last: int, discourse: Discourse) -> list[Held]:
    """The places a match speaks of; ``last`` is the item after its words and its side."""
    where = hit.rule.fixed["where"]
    found = _names(sentence, discourse)
    if where == "before":
        end = hit.slots.get("who", (hit.last, hit.last))[0]
        inside = [s for s in found if anchor < s.head < end]
        if inside:
            return [held_at(sentence, inside[0], None, discourse)]
        if (city := next((i for i in range(anchor + 1, end) if sentence.has_any(i, "CITY")), None)) is not None:
            return told_before(sentence, city, found, discourse)
        return _clause(sentence, anchor, last, found, discourse)
    if where == "between":
        return listed(sentence, anchor + 1, found, discourse)
    if where == "it" or sentence.has(hit.last - 1, "ON_IT") or sentence.has(hit.last - 1, "FROM_IT"):
        if where == "it" and (series := _series(sentence, anchor, found, discourse)):
            return series
        return _meant(sentence, anchor, last, found, None, discourse)
    on = hit.slots.get("on")
    if hit.rule.fixed["change"] == "besieged" and not on and _people_besieged(sentence, anchor, found):
        return []
    start = on[0] if on else hit.slots["noun"][0] if "noun" in hit.slots else anchor
    side = hit.slots.get("who", (start, start))
    if side[0] == start + 1:
        start = side[1] - 1
    if hit.rule.fixed["change"] == "besieged" and on and sentence.has_any(start + 1, "ACTOR", "FORCE", "COUNTED"):
        return _where_it_lies(sentence, _past_side(sentence, start + 1), found, discourse)
    size = next((s for i in sentence.items[start + 1 : start + 4] if (s := size_of(i.senses))), None)
    if (
        size
        and any(sentence.has_any(i, "FROM_IT", "IN_IT") for i in range(start + 2, start + 6))
        and not any(start < s.head < start + 6 for s in found)
    ):
        return _meant(sentence, anchor, last, found, size, discourse)
    return listed(sentence, start + 1, found, discourse)


def _people_besieged(sentence: Sentence, anchor: int, found: Sequence[Spot]) -> bool:
    """Whether people, and no place, are surrounded: "the police surrounded a bomber who had got into the town"."""
    place = next((s.head for s in found if s.head > anchor), anchor)
    return sentence.holds("COUNTED", anchor + 1, place)


def _names(sentence: Sentence, discourse: Discourse) -> list[Spot]:
    """The places a sentence names; of those that only say of what sort places are, where these lie."""
    out: list[Spot] = []
    for spot in spots(sentence):
        generic = _is_generic(sentence, spot, discourse)
        parted = bool(spot.context) and sentence.has(spot.head, "STATE")  # "the occupation by Turkey of the city of Afrin"
        if not generic:
            out.append(Spot(spot.head, spot.head + 1, ()) if parted else spot)
        if spot.context and (generic or parted):
            out.append(Spot(spot.context[0], spot.last, spot.context[1:]))
    return out


def _is_generic(sentence: Sentence, spot: Spot, discourse: Discourse) -> bool:
    """Whether what was gathered as a place's name only says of what sort places are: "coastal areas"."""
    mention = sentence.items[spot.head].mention
    if isinstance(mention, Named):  # "the eastern quarters", not a town called so
        points = (
            any("BEARING" in p.senses for p in discourse.phrases.lexicon.analyse(key(mention.name)))
            if discourse.phrases
            else False
        )
        return points and sentence.has_any(spot.head - 1, "THE_PLURAL", "SEVERAL", "CITY", "LANDMARK")
    if not isinstance(mention, PlaceMention) or mention.ids or not mention.head:
        return False
    return mention.head in ("مناطق", "مواقع", "مبان") and not mention.bare.startswith("ال") and " " not in mention.bare


def _clause(sentence: Sentence, at: int, last: int, found: Sequence[Spot], discourse: Discourse) -> list[Held]:
    """The places a clause or participle that starts at an item is said of: its noun's name, or for a bare noun where it lies."""
    at = next((i for i in range(at - 1, max(at - _OF_CLAUSE, -1), -1) if sentence.has_any(i, "WHO")), at)
    if lying := _lying(sentence, at, found):
        return [held_at(sentence, spot, None, discourse) for spot in lying]
    head = at - 1
    while (
        head >= 0
        and head > at - _CLOSE
        and not _OF_HEAD.isdisjoint(sentence.items[head].senses)
        and not sentence.has_any(head, "PLACE")
    ):
        head -= 1
    for first in range(at - 2, max(at - _FACILITY, -1), -1):
        if sentence.has(first, "LANDMARK") and unlisted(sentence, first) == at:
            return [Held(Place(sentence.text(first, at), country=discourse.country), first, at, None)]
    named = any(s.head <= head < s.last for s in found)
    if sentence.has_any(head - 1, "NAMELY") and not named and (own := _before(sentence, head - 1, found, discourse)):
        return own
    if not named and sentence.has_any(head, *_KINDS, "PLACE") and not sentence.has_any(head, "CITY"):
        if head + 1 < at and not sentence.has_any(head, "THE_PLURAL", "SEVERAL") and (end := unlisted(sentence, head)):
            return [Held(Place(sentence.text(head, end), country=discourse.country), head, end, None)]
        if any(sentence.has_any(i, "CAPITAL") for i in (head - 1, head + 1)) and (
            own := _before(sentence, head - 1, found, discourse)
        ):
            return own
        near = [s for s in found if s.last <= head < s.last + _CLOSE]
        return _where_it_lies(sentence, last, found, discourse) or (_before(sentence, head, found, discourse) if near else [])
    if sentence.has_any(head, "CITY"):
        return told_before(sentence, head, found, discourse)
    if not named and sentence.has_any(at, "WHO") and not any(s.last <= at and at - s.last <= _CLOSE for s in found):
        return []
    if sentence.has_any(at - 2, "AND") and sentence.has(at - 1, "DONE") and sentence.items[at - 1].senses["DONE"] == "is":
        found = found[:1]  # "the village lies south of so-and-so and is held by": of what the sentence is about
    return _before(sentence, at, found, discourse) or _definite(sentence, at, found, discourse)


def _lying(sentence: Sentence, at: int, found: Sequence[Spot]) -> list[Spot]:
    """The places that are told to lie in the area a clause is said of: "A and B are situated in a region held by"."""
    where = next((i for i in range(at - 1, max(at - _AREA, -1), -1) if sentence.has_any(i, "LYING")), None)
    own = [s for s in found if where is not None and s.last <= where]
    if (
        where is None
        or not own
        or any(s.head > where for s in found if s.head < at)
        or not sentence.has_any(at - 1, "SETTLEMENT")
    ):
        return []
    first = len(own) - 1
    while first and own[first].head - own[first - 1].last == 1 and sentence.has(own[first].head - 1, "AND"):
        first -= 1
    return own[first:]


def _definite(sentence: Sentence, at: int, found: Sequence[Spot], discourse: Discourse) -> list[Held]:
    """The place that opens a sentence by its noun alone, with what tells of it between: "the town, once quiet, was taken"."""
    opening = next((i for i in range(at) if sentence.has_any(i, "CITY")), None)
    return told_before(sentence, opening, found, discourse) if opening is not None and opening <= _OPENING else []


def _past_side(sentence: Sentence, at: int) -> int:
    """The item after the side that starts at an item, and those joined to it."""
    while sentence.has_any(at, "ACTOR", "FORCE", "COUNTED") or (
        sentence.has_any(at, "AND") and sentence.has_any(at + 1, "ACTOR", "FORCE")
    ):
        at += 1
    return at


def _series(sentence: Sentence, anchor: int, found: Sequence[Spot], discourse: Discourse) -> list[Held]:
    """The places of a series: "it is the fourth province that X loses after A, B and C": it, and those after "after"."""
    if not sentence.has_any(anchor - 1, "SETTLEMENT", "LANDMARK", "PAREN_CLOSE") or not any(
        sentence.has_any(i, "ORDINAL", "CAPITAL") for i in range(anchor - 4, anchor)
    ):
        return []
    after = next(sentence.where("AFTER", anchor, anchor + 8), None)
    told = told_before(sentence, anchor - 1, found, discourse)
    return told + (listed(sentence, after + 1, found, discourse) if after is not None else [])


def _where_it_lies(sentence: Sentence, at: int, found: Sequence[Spot], discourse: Discourse) -> list[Held]:
    """The place right after a side that holds what a bare noun names: "areas held by X in P"."""
    while sentence.has_any(at, "IN", "AT", "CLOSE", "PAREN_CLOSE", "COMMA") and not sentence.has_any(at, "PLACE"):
        at += 1
    near = sentence.has_any(at, "PLACE", "DIRECTION") or (
        sentence.has_any(at, "PARTIAL", "COUNTRYSIDE") and sentence.has_any(at + 1, "PLACE", "DIRECTION")
    )
    return listed(sentence, at, found, discourse)[:1] if near else []


def _before(sentence: Sentence, at: int, found: Sequence[Spot], discourse: Discourse, topic: bool = False) -> list[Held]:
    """The place told of just before an item, or the ``topic`` it belongs to; with it those it is joined to when what follows is said of several."""
    own = [s for s in found if s.last <= at and (s.last == at or not sentence.has(s.head, "STATE"))]
    if not own or any(sentence.has_any(i, "SAYS", "STOP") for i in range(own[-1].last, at)):
        return []
    still = topic or any(sentence.has_any(i, "LINKING") for i in range(own[-1].last, at))
    out = [_topic(sentence, own) if still else _nearest(sentence, own[-1], at)]
    if len(own) > 1 and sentence.has_any(own[-1].head - 1, "AMONG") and own[-1].head - own[-2].last <= _EXAMPLE:
        out.append(own[-2])  # "the province, including the town so-and-so, is held by"
    several = any(sentence.items[i].senses.get("UNDERLYING") == "several" for i in range(own[-1].last, at + 1))
    first = len(own) - 1
    while first and own[first].head - own[first - 1].last == 1 and sentence.has(own[first].head - 1, "AND"):
        first -= 1
    if several or opens_row(sentence, own[first]):
        out += own[first : len(own) - 1]
    nearby = (*range(own[-1].last, at), *range(max(own[-1].head - 1, 0), own[-1].head))
    size = next((s for i in nearby if (s := size_of(sentence.items[i].senses))), None)
    return [held_at(sentence, spot, size, discourse) for spot in out]


def _describes(sentence: Sentence, item: Item) -> bool:
    """Whether an item is an adjective of the definite noun before it."""
    return not _OF_HEAD.isdisjoint(item.senses) or sentence.words.words[item.word].startswith("ال")


def _topic(sentence: Sentence, own: Sequence[Spot]) -> Spot:
    """The last of these places, or what it says the place of: "the palace so-and-so in the quarter so-and-so is still …"."""
    last = own[-1]
    if len(own) > 1 and sentence.has_any(last.head - 1, "IN", "AT"):
        between = sentence.items[own[-2].last : last.head - 1]
        if len(between) < _SET and all("COMMA" not in i.senses and _describes(sentence, i) for i in between):
            return own[-2]
    return last


def _meant(
    sentence: Sentence, anchor: int, last: int, found: Sequence[Spot], size: Extent | None, discourse: Discourse
) -> list[Held]:
    """The place that a pronoun after a verb stands for: what a relative clause is said of, else the place told of last."""
    at = anchor - 1
    while at > 0 and (
        sentence.has_any(at, "DONE", "NOT", "LINKING") or (sentence.has_any(at, "AND") and sentence.has_any(at - 1, "LINKING"))
    ):
        at -= 1
    side = at
    while side > 0 and sentence.has_any(side, "ACTOR", "FORCE", "LINKING", "DONE", "WHAT", "NISBA"):
        side -= 1
    if sentence.has_any(side, "WHO"):
        if not any(s.last <= side and side - s.last < _CLOSE for s in found) and not sentence.has_any(
            side - 1, *_KINDS, "DEFINITE"
        ):
            return []
        held = _clause(sentence, side, last, found, discourse)
    elif sentence.has_any(at, *_KINDS, "PLACE") and not any(s.head <= at < s.last for s in found):
        held = _where_it_lies(sentence, last, found, discourse)
    elif at > 0 and not _INDEFINITE.isdisjoint(sentence.items[at].senses) and not sentence.text(at, at + 1).startswith("ال"):
        return []
    else:
        held = _before(sentence, anchor, found, discourse, sentence.has_any(at, "AND")) or told_before(
            sentence, anchor, found, discourse
        )
    return [replace(one, extent=size or one.extent) for one in held]


def _nearest(sentence: Sentence, spot: Spot, at: int) -> Spot:
    """The part of a spot that what follows it is said of: a town set about a landmark, else the head."""
    tail = next((i for i in reversed(spot.context) if not sentence.has(i, "STATE") or i + 1 == at), spot.head)
    joined = sentence.holds("AND", spot.last, at)
    if tail == spot.head or joined or is_area(sentence, tail):
        return spot
    return Spot(tail, tail + 1, ())
