"""Who asserts it: the source a sentence names, or the one carried from the sentence before."""

from marsad.model import Source
from marsad.reading.discourse import Discourse
from marsad.reading.draft import Draft


def source_of(draft: Draft, discourse: Discourse) -> Source | None:
    """The asserter of a draft; None when the outlet speaks in its own voice."""
    sentence = draft.sentence
    for i in sentence.where("SAYS"):
        if sentence.has(i + 1, "ACTOR") and i < draft.anchor:
            mention = sentence.items[i + 1].mention
            entry = discourse.names.actors.entry(mention.actor[0]) if getattr(mention, "actor", None) else None
            return Source(mention.name, entry.id if entry else None, entry.source_type if entry else None)
    return None
