"""Who did it: the side that a sentence names as the author of violence."""

from marsad.model.named import Actor
from marsad.reading.chunks import ActorMention
from marsad.reading.discourse import Discourse
from marsad.reading.draft import Draft
from marsad.reading.items import Item, Named


def actor(item: Item, discourse: Discourse) -> Actor | None:
    """The actor an item names; None when it names none."""
    mention = item.mention
    if isinstance(mention, ActorMention):
        entry = _entry(mention.ids, discourse)
        return Actor(mention.name, entry.id if entry else None, entry.type if entry else None)
    if isinstance(mention, Named) and mention.actor:
        entry = _entry(mention.actor, discourse)
        return Actor(mention.name, entry.id if entry else None, entry.type if entry else None)
    return None


def _entry(ids: tuple[str, ...], discourse: Discourse):  # type: ignore[no-untyped-def]
    return discourse.names.actors.entry(ids[0]) if ids else None


def author_of(draft: Draft, discourse: Discourse) -> Actor | None:
    """The side that did what the draft tells, from its own sentence; None when the sentence names none."""
    sentence = draft.sentence
    for i in range(draft.anchor, len(sentence.items)):
        if {"BY", "STRIKE", "FOR"} & set(sentence.items[i].senses) and sentence.has(i + 1, "ACTOR"):
            return actor(sentence.items[i + 1], discourse)
    return None
