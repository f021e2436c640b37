"""Who did it: the side that a sentence names as the author of violence."""

from collections.abc import Sequence

from marsad.model.named import Actor
from marsad.reading.chunks import ActorMention, Counted
from marsad.reading.discourse import Discourse
from marsad.reading.draft import Draft
from marsad.reading.items import Item, Named, Sentence
from marsad.world.actors import ActorEntry


def actor(item: Item, discourse: Discourse) -> Actor | None:
    """The actor an item names; None when it names none."""
    mention = item.mention
    if isinstance(mention, ActorMention):
        if mention.means is not None and mention.nation is not None and not mention.ids:
            return country(mention.nation, discourse)
        return _actor(mention.name, mention.ids, discourse, mention.nation)
    if isinstance(mention, Named) and (mention.actor or "STATE" in item.senses):
        return _actor(mention.name, mention.actor or (), discourse)
    return None


def actors(sentence: Sentence, items: Sequence[int], discourse: Discourse) -> Actor | None:
    """One side, or several that act together under the words that name them ("قوات كذا وفصائل كذا")."""
    at = items[0]
    item = sentence.items[at]
    first = Actor(sentence.text(at, at + 1)) if isinstance(item.mention, Counted) else actor(item, discourse)
    last = items[-1] + 1
    while sentence.has(last, "AND") and _side(sentence, last + 1) and not _acts(sentence, last + 2):
        last += 2
    if last == at + 1 or first is None:
        return first
    return Actor(sentence.text(items[0], last), first.id, first.type)


def agent(sentence: Sentence, first: int, last: int, discourse: Discourse) -> Actor | None:
    """The side that a clause names as its agent after what was struck: "the targeting of a car by X", but no "places held by X"."""
    for i in sentence.where("BY", first, last):
        if sentence.has(i + 1, "ACTOR") and not sentence.has(i - 1, "HOLDS"):
            side = actors(sentence, [i + 1], discourse)
            return side if side is not None and side.type != "other" else None
    return None


def _side(sentence: Sentence, at: int) -> bool:
    return sentence.has(at, "ACTOR") or sentence.has(at, "STATE")


def _acts(sentence: Sentence, at: int) -> bool:
    """Whether a verb follows, of which the side before it is the subject: another clause."""
    return any(sentence.has(at, kind) for kind in ("AGREES", "LAUNCHED", "SAYS", "DONE", "HAPPENED", "LOST"))


def state(item: Item, discourse: Discourse) -> Actor | None:
    """The state or the faction an adjective names ("غارات روسية", "مقذوفات حوثية")."""
    faction: str | None = item.senses.get("FACTION")
    return _actor(faction, (), discourse) if faction else country(item.senses["NISBA"], discourse)


def country(code: str, discourse: Discourse) -> Actor | None:
    """The state of an ISO 3166 code, by its name in the language."""
    entry = discourse.names.gazetteer.country(code)
    name = entry.called(discourse.language) if entry is not None else None
    return _actor(name, (), discourse) if name else None


def _actor(name: str, ids: tuple[str, ...], discourse: Discourse, nation: str | None = None) -> Actor:
    if (first := discourse.called.get(name)) is not None:
        meant = _actor(*first, discourse)
        return Actor(name, meant.id, meant.type)
    known = discourse.names.actors
    entry: ActorEntry | None = known.resolve(name, discourse.country, discourse.published) or (
        known.entry(ids[0]) if ids else None
    )
    if entry is not None and nation is not None and entry.country not in (None, nation):
        entry = None  # "the Bahraini interior ministry" in an article about Syria
    return Actor(name, entry.id if entry else None, entry.type if entry else None)


def author_of(draft: Draft, discourse: Discourse) -> Actor | None:
    """The side that did what the draft tells, from its own sentence; None when the sentence names none."""
    sentence = draft.sentence
    for i in range(draft.anchor, len(sentence.items)):
        senses = sentence.items[i].senses
        of = "FOR" in senses and "FROM" not in senses  # both senses in one word: a language's "of"
        held = "BY" in senses and sentence.has_any(i - 1, "HELD_BY", "HOLDS", "BESIEGED")
        if (of or "BY" in senses or "STRIKE" in senses) and not held and sentence.has(i + 1, "ACTOR"):
            side = actor(sentence.items[i + 1], discourse)
            return side if side is not None and side.type != "other" else None
    return None
