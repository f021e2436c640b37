"""The sides a sentence speaks of, and which of them does what a verb says."""

from collections.abc import Sequence
from dataclasses import dataclass

from marsad.model.named import Actor
from marsad.reading.discourse import Discourse
from marsad.reading.items import Sentence
from marsad.reading.sides import actor

_GOVERNORS = frozenset(["FROM", "WITH", "FOR", "IN", "TO", "ON", "BY", "AGAINST", "BETWEEN", "BACKING", "AT", "UNDER", "ACCORDING", "AS", "MOUTH"])
_STATED = frozenset(["LOYAL", "QUALITY", "NISBA"])


@dataclass(frozen=True, slots=True)
class Party:
    """A side in a sentence: items [first, last) and the side they name; ``free`` when no preposition governs it."""

    first: int
    last: int
    actor: Actor
    free: bool


def parties(sentence: Sentence, discourse: Discourse) -> list[Party]:
    """The sides of a sentence in order; sides joined by "and" are one."""
    found: list[Party] = []
    i = 0
    while i < len(sentence.items):
        last = _side(sentence, i)
        if last is None:
            i += 1
            continue
        first = i
        while sentence.has(last, "AND") and (more := _side(sentence, last + 1)) is not None:
            last = more
        found.append(Party(first, last, _actor(sentence, first, last, discourse), not _governed(sentence, first)))
        i = last
    return found


def _side(sentence: Sentence, at: int) -> int | None:
    """The end of the side that starts at an item; None when none does."""
    if not 0 <= at < len(sentence.items):
        return None
    senses = sentence.items[at].senses
    if "ACTOR" in senses:
        return at + 1
    if "FORCE" in senses or ("PEOPLE" in senses and senses["PEOPLE"] in ("fighters", "soldiers") and "PEOPLE_3" in senses):
        last = at + 1
        while last < len(sentence.items) and not (_STATED | {"ACTOR"}).isdisjoint(sentence.items[last].senses):
            last += 1
            if sentence.has(last, "FOR") and (sentence.has(last + 1, "ACTOR") or sentence.has(last + 1, "PERSON") or sentence.has(last + 1, "DEFINITE")):
                last += 2
        return last
    if "STATE" in senses and not _is_region(sentence, at):
        return at + 1
    return None


def _is_region(sentence: Sentence, at: int) -> bool:
    """Whether a country is named as a place: after a preposition, another place or a noun of it."""
    return at > 0 and not (_GOVERNORS | {"PLACE", "COUNTRYSIDE", "DIRECTION", "LANDS", "PARTIAL", "COMMA"}).isdisjoint(sentence.items[at - 1].senses)


def _actor(sentence: Sentence, first: int, last: int, discourse: Discourse) -> Actor:
    own = actor(sentence.items[first], discourse) if last == first + 1 else None
    return own or Actor(sentence.text(first, last))


def _governed(sentence: Sentence, at: int) -> bool:
    return at > 0 and not _GOVERNORS.isdisjoint(sentence.items[at - 1].senses) and "AND" not in sentence.items[at - 1].senses


def subject(sides: Sequence[Party], verb: int, last: int) -> Party | None:
    """The side that does what the verb at an item says: after it up to ``last``, else the nearest before it."""
    after = next((p for p in sides if verb < p.first < last and p.free), None)
    return after or before(sides, verb)


def before(sides: Sequence[Party], at: int) -> Party | None:
    """The nearest side before an item that no preposition governs."""
    return next((p for p in reversed(sides) if p.last <= at and p.free), None)


def first_after(sides: Sequence[Party], at: int, reach: int) -> Party | None:
    """The first side that starts within ``reach`` items from an item on."""
    return next((p for p in sides if at <= p.first < at + reach), None)


def carried(sentence: Sentence, discourse: Discourse) -> Party | None:
    """The side that the sentences before speak of first, the nearest sentence first."""
    for earlier in discourse.before(sentence)[:3]:
        found = next((p for p in parties(earlier, discourse) if p.free), None)
        if found is not None:
            return found
    return None
