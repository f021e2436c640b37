"""The two sides of a fight: "clashes between X and Y", "X fought battles with Y"."""

from marsad.model.named import Actor
from marsad.reading.discourse import Discourse
from marsad.reading.items import Sentence
from marsad.reading.parties import Party, before, parties, side_end
from marsad.reading.sides import actor

_ENDS = frozenset(["STOP", "RESULTED"])
_FAR, _NEAR = 12, 4
"""Items from the word for a fight to "between" or "with", and from there to the side named."""
_WIDE = 30
"""Items between which the two sides stand."""

Span = tuple[int, int]


def sides_of(sentence: Sentence, at: int, discourse: Discourse) -> tuple[Span | None, Actor | None, Span | None]:
    """Who fought whom in the fight told at an item: the items of the first side and who it is, and those of the second."""
    between = _first(sentence, at, "BETWEEN")
    if between is not None:
        one = _side(sentence, between + 1)
        two = _other(sentence, one[1]) if one else None
        return (one, _actor(sentence, one, discourse), two) if one and two else (None, None, None)
    towards = _first(sentence, at, "WITH") or _first(sentence, at, "VERSUS")
    two = _side(sentence, towards + 1) if towards is not None else None
    if two is None or sentence.has_any(
        two[0] - 1, "LAUNCHED", "STRIKE", "STRUCK"
    ):  # "fighting went on with the launching by X of"
        return None, None, None
    subject: Party | None = before(parties(sentence, discourse), at)
    if subject is None:
        return None, None, two
    return (subject.first, subject.last), subject.actor, two


def _first(sentence: Sentence, at: int, kind: str) -> int | None:
    """The first item of a kind after the word for a fight and within its clause."""
    for i in range(at + 1, min(at + _FAR, len(sentence.items))):
        if kind in sentence.items[i].senses:
            return i
        if not _ENDS.isdisjoint(sentence.items[i].senses):
            return None
    return None


def _side(sentence: Sentence, at: int) -> Span | None:
    """The side that begins within a few items from an item on."""
    for first in range(at, min(at + _NEAR, len(sentence.items))):
        last = side_end(sentence, first)
        if last is not None:
            return first, last
        if sentence.has(first, "AND"):
            return None
    return None


def _other(sentence: Sentence, at: int) -> Span | None:
    """The side after the conjunction that follows the first one: "من جهة وكذا من جهة أخرى"."""
    for i in range(at, min(at + _WIDE, len(sentence.items))):
        senses = sentence.items[i].senses
        if not _ENDS.isdisjoint(senses):
            return None
        if "AND" in senses or ("WITH" in senses and i - at < _NEAR):
            found = _side(sentence, i + 1)
            if found is not None:
                return found
    return None


def _actor(sentence: Sentence, side: Span, discourse: Discourse) -> Actor:
    own = actor(sentence.items[side[0]], discourse) if side[1] == side[0] + 1 else None
    return own or Actor(sentence.text(*side))
