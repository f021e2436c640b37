"""Where: the most precise named place a text gives for a claim, carried from the context where the sentence names none."""

from marsad.model import Place
from marsad.reading.chunks import PlaceMention
from marsad.reading.discourse import Discourse
from marsad.reading.draft import Draft
from marsad.reading.items import Named, Sentence
from marsad.text import key


def place_of(draft: Draft, discourse: Discourse) -> Place | None:
    """The place of a draft: in its sentence after the anchor, before it, else of the sentences before."""
    own = _nearest(draft.sentence, draft.anchor)
    if own is not None:
        return to_place(draft.sentence, own, discourse)
    for sentence in discourse.before(draft.sentence):
        found = _nearest(sentence, 0)
        if found is not None:
            return to_place(sentence, found, discourse)
    return None


def _nearest(sentence: Sentence, anchor: int) -> int | None:
    found = [i for i in sentence.where("PLACE")]
    if not found:
        return None
    return min(found, key=lambda i: (i - anchor if i > anchor else 2 * (anchor - i) + 4))


def to_place(sentence: Sentence, index: int, discourse: Discourse) -> Place:
    """The place an item names, with the gazetteer's id and coordinates where it knows them."""
    mention = sentence.items[index].mention
    if isinstance(mention, PlaceMention):
        name, bare = mention.name, mention.bare
    else:
        assert isinstance(mention, Named)
        name = bare = mention.name
    gazetteer = discourse.names.gazetteer
    entry = gazetteer.resolve(key(bare), country=discourse.country)
    if entry is None:
        return Place(name)
    return gazetteer.place(entry, name)
