"""What is told of by a word that is no name: "the city", "the country", "the base", "it"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from marsad.model import Place
from marsad.model.values import Extent
from marsad.reading.chunks import PlaceMention
from marsad.reading.discourse import Discourse
from marsad.reading.items import Sentence
from marsad.reading.places import Spot, entry_of, is_area, spots, to_place
from marsad.text import key


@dataclass(frozen=True, slots=True)
class Held:
    """A place of a claim, the item it stands at and how much of it is meant."""

    place: Place
    at: int
    last: int
    extent: Extent | None


def held_at(sentence: Sentence, spot: Spot, extent: Extent | None, discourse: Discourse) -> Held:
    place = to_place(sentence, spot, discourse)
    mention = sentence.items[spot.head].mention
    if isinstance(mention, PlaceMention) and mention.several:
        place = replace(place, name=mention.bare)
    return Held(place, spot.head, spot.last, extent)


def opens_row(sentence: Sentence, spot: Spot) -> bool:
    mention = sentence.items[spot.head].mention
    return isinstance(mention, PlaceMention) and mention.several


def told_before(sentence: Sentence, at: int, found: Sequence[Spot], discourse: Discourse) -> list[Held]:
    """The place last told of before an item, in its sentence or an earlier one: what "it" means, or "the city" where a noun says its kind."""
    kind = sentence.items[at].senses.get("SETTLEMENT")
    for earlier, own in (
        (sentence, [s for s in found if s.last <= at]),
        *((e, spots(e)) for e in discourse.before(sentence)[:4]),
    ):
        heads = [s for s in own if not is_area(earlier, s.head)]
        for spot in reversed(heads if kind is None and heads else own):
            if "STATE" not in earlier.items[spot.head].senses and (kind is None or _of_kind(earlier, spot, kind, discourse)):
                return [Held(to_place(earlier, spot, discourse), at, at + 1, None)]
    return []


def _of_kind(sentence: Sentence, spot: Spot, kind: str, discourse: Discourse) -> bool:
    """Whether a place can be what a noun of its kind means: "the province" no village, "the city" no countryside."""
    mention = sentence.items[spot.head].mention
    said = mention.kind if isinstance(mention, PlaceMention) else None
    if kind == "district":  # "the area" may be anything
        return True
    if kind in ("town", "village"):
        return said in (None, "town", "village")
    entry = entry_of(sentence, spot, discourse) if said is None else None
    return said == kind or (said is None and (entry is None or kind != "province" or entry.kind in ("province", "region")))


def the_country(sentence: Sentence, at: int, discourse: Discourse) -> Held | None:
    """The country an article is about, as it names it: what "the country" means."""
    other: Place | None = None
    for earlier in (sentence, *discourse.before(sentence), *discourse.sentences):
        for spot in spots(earlier):
            if "STATE" in earlier.items[spot.head].senses:
                place = to_place(earlier, spot, discourse)
                if place.country == discourse.country:
                    return Held(place, at, at + 1, None)
                other = other or place
    return Held(other, at, at + 1, None) if other else None


def landmark_meant(sentence: Sentence, at: int, found: Sequence[Spot], discourse: Discourse) -> Held | None:
    """What a definite noun such as "the base" means by itself: the one told of before, else a place under that noun."""
    if sentence.has(at, "THE_PLURAL"):
        return None
    noun = sentence.words.words[sentence.items[at].last - 1][-len(sentence.text(at, at + 1)) :].removeprefix("ال")
    for earlier, own in ((sentence, [s for s in found if s.last <= at]), *((e, spots(e)) for e in discourse.before(sentence))):
        for spot in reversed(own):
            mention = earlier.items[spot.head].mention
            if isinstance(mention, PlaceMention) and mention.head and key(mention.head).removeprefix("ال") == noun:
                return Held(to_place(earlier, spot, discourse), at, at + 1, None)
    word = sentence.items[at].word
    if word and "SILENT" in (sentence.lexicon.form(sentence.words.words[word - 1]) or ()):
        return None  # an article that is a word by itself: no name
    return Held(Place(sentence.text(at, at + 1), country=discourse.country), at, at + 1, None)
