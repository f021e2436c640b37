"""Places told again by their noun alone: "the base", "this quarter", "those areas" are the ones named before."""

from collections.abc import Iterator

from marsad.reading.chunks import PlaceMention
from marsad.reading.discourse import Discourse
from marsad.reading.items import Sentence
from marsad.reading.places import Spot, bare_names, entry_of, spots
from marsad.reading.struck import PART_OF, rows
from marsad.text import key

_REACH = 6
"""Sentences back that a noun refers to a place; the title's stands beyond it."""
_LIKE: dict[str, frozenset[str]] = {
    "town": frozenset(["town", "village", "city"]), "village": frozenset(["village", "town"]), "quarter": frozenset(["quarter"]),
    "camp": frozenset(["camp"]), "province": frozenset(["province", "region"]), "district": frozenset(["district", "town", "village", "quarter"]),
}  # fmt: skip
"""Kinds of places, of the noun before a name or of the gazetteer's entry, that a noun alone can mean."""
_LOCATED = frozenset("IN ON AT STRUCK SUFFERED HIT FOR DIRECTION COUNTRYSIDE ACTOR STRIKE PRONOUN AND".split())
_PART = frozenset(["town", "quarter", "village", "camp", "district", "province"])


def referred(sentence: Sentence, first: int, last: int, discourse: Discourse) -> tuple[Sentence, list[Spot]] | None:
    """The places that a noun between two items refers to, and the sentence that names them; None where none does."""
    for at in range(first, last):
        senses = sentence.items[at].senses
        if "THE_PLURAL" in senses and not _from(sentence, at) and (row := _row(sentence, at, discourse)):
            return row
        if not ("CITY" in senses or "THE_LANDMARK" in senses) or not _located(sentence, at):
            continue
        for other, spot in _before(sentence, at, discourse):
            if _means(sentence, at, other, spot, discourse):
                return other, [spot]
    return None


def _located(sentence: Sentence, at: int) -> bool:
    """Whether a noun is told of as where something happened: after a preposition or a verb of violence, "parts of the town"."""
    at -= sentence.has(at - 1, "THOSE")
    if at <= 0:
        return False
    at -= sentence.has(at - 1, "THOSE")
    part = sentence.has(at - 1, "FROM") and at > 1 and not PART_OF.isdisjoint(sentence.items[at - 2].senses)
    return part or not _LOCATED.isdisjoint(sentence.items[at - 1].senses)


def _from(sentence: Sentence, at: int) -> bool:
    return sentence.has(at - 1, "FROM") or sentence.has(at - 2, "FROM")


def _row(sentence: Sentence, at: int, discourse: Discourse) -> tuple[Sentence, list[Spot]] | None:
    """The row of places that "those areas", "the said villages" or "the two towns" are."""
    two = sentence.items[at].senses["THE_PLURAL"] == "two"
    if not two and not sentence.has(at - 1, "THOSE") and not sentence.has(at + 1, "SUCH"):
        return None
    for other in (sentence, *discourse.before(sentence)[:_REACH]):
        found = [s for s in spots(other) if other is not sentence or s.last <= at]
        for run in reversed(rows(other, found)):
            if len(run) == 2 or (len(run) > 2 and not two):
                return other, run
    return None


def _before(sentence: Sentence, at: int, discourse: Discourse) -> Iterator[tuple[Sentence, Spot]]:
    """The places named before an item, the nearest first: of its sentence, of those before it, of the title."""
    yield from ((sentence, spot) for spot in reversed(spots(sentence)) if spot.last <= at)
    for distance, other in enumerate(discourse.before(sentence)):
        if distance < _REACH or other.in_title:
            yield from ((other, spot) for spot in reversed(spots(other)))


def _means(sentence: Sentence, at: int, other: Sentence, spot: Spot, discourse: Discourse) -> bool:
    """Whether the noun at an item can mean a place: of its kind, and a landmark of its very noun."""
    senses = sentence.items[at].senses
    mention = other.items[spot.head].mention
    kind = mention.kind if isinstance(mention, PlaceMention) else None
    noun = key(sentence.text(at, at + 1)).removeprefix("ال")
    if kind is None and key(bare_names(other, spot)[0]).startswith(f"{noun} "):
        return True
    if "CITY" not in senses:
        return isinstance(mention, PlaceMention) and mention.head is not None and key(mention.head).removeprefix("ال") == noun
    like = _LIKE.get(senses.get("SETTLEMENT", ""), frozenset())
    if kind in _PART:
        return kind in like
    entry = entry_of(other, spot, discourse)
    return kind is None and entry is not None and entry.kind in like and entry.country in (None, discourse.country)
