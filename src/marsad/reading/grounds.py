"""What the ground of an event is known by: the names and ids of a place, and those of the areas about it."""

from marsad.reading.chunks import PlaceMention
from marsad.reading.discourse import Discourse
from marsad.reading.items import Sentence
from marsad.reading.places import Spot, bare_names, entry_of, is_area
from marsad.text import key

_NARROW = ("district", "province", "outskirts")
"""Kinds of areas known by their own name: the outskirts of a town are told of as the town."""


def names_of(sentence: Sentence, spot: Spot, discourse: Discourse) -> tuple[frozenset[str], frozenset[str], bool]:
    """Folded names and ids of a place, those of the areas about it by the text and by the gazetteer, and whether it is an area."""
    names = _area_names(sentence, spot, discourse)
    areas: set[str] = set()
    for index in spot.context:
        area = Spot(index, index + 1, ())
        areas |= _area_names(sentence, area, discourse)
        areas.add(key(bare_names(sentence, area)[1]))  # "west of the town so-and-so" lies about that town
    entry = entry_of(sentence, spot, discourse)
    about = "~" in "".join(names)
    wide = about
    if entry is not None:
        if not about:
            names.add(entry.id)
        areas.update(e.id for e in discourse.names.gazetteer.area(entry))
        wide = about or entry.kind in ("province", "district", "region", "country")
    return frozenset(names), frozenset(areas - names), wide


def _area_names(sentence: Sentence, spot: Spot, discourse: Discourse) -> set[str]:
    """What a place can be known by: its name, "~" before the name of the town it lies about, the id of the province so named."""
    name, bare = map(key, bare_names(sentence, spot))
    provinces = {e.id for e in discourse.names.gazetteer.candidates(bare) if e.kind in ("province", "country", "region")}
    mention = sentence.items[spot.head].mention
    if is_area(sentence, spot.head) and isinstance(mention, PlaceMention) and mention.kind not in _NARROW:
        return {"~" + bare, *provinces}
    return {name, bare} | provinces if name == bare else {name, bare}
