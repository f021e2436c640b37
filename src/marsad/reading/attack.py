"""Attacks: from a rule's match to the blow it tells; blows of one event are brought together in ``events.py``."""

from collections.abc import Iterator
from dataclasses import dataclass

from marsad.model.values import Means
from marsad.reading.chunks import Counted, Hit
from marsad.reading.discourse import Discourse
from marsad.reading.draft import Draft
from marsad.reading.items import Item, Sentence
from marsad.reading.sides import actor

TRIGGERS = ("STRIKE", "STRUCK", "FIRE", "WEAPON", "WRECKED", "AIRCRAFT", "BLEW", "WAR", "ADVANCE", "KILLED", "KILLED_HIM")
"""Kinds of words an attack hangs on: nouns of events, verbs of violence, weapons that did it."""


_UNTOLD = frozenset(["NOT", "UNREAL", "TRUCE", "WILL"])
_WHOLE = ("arrest", "abduction", "execution")
"""Means that an attempt at is none of."""
_PARTICLES = frozenset(["ON", "IN", "FOR", "TO", "FROM", "AT"])
_REACH, _FAR = 2, 4
"""Items before a match, and before its word for violence, in which a denial or a mere possibility stands."""


@dataclass(slots=True)
class Blow(Draft):
    """One telling of violence: the means its word states, and the items of its author, of the nation in its adjective and of what it struck."""

    means: Means | None = None
    by: tuple[int, ...] = ()
    nation: int | None = None
    target: tuple[int, int] | None = None
    passive: bool = False


def read(sentence: Sentence, hit: Hit, discourse: Discourse) -> Iterator[Draft]:
    """The blow of a match; nothing where the text denies it or speaks of a truce."""
    at = hit.slots["event"][0]
    near = max(0, hit.first - _REACH, at - _FAR)
    if any(sentence.has_any(i, "THERE", "DONE") for i in range(near, at)):
        near = max(0, near - 1)  # "there was no fighting"
    if any(not _UNTOLD.isdisjoint(sentence.items[i].senses) for i in range(near, at)):
        return
    if sentence.holds("EXPECTED", at - 2 if at > 1 else 0, min(at + 3, len(sentence.items))):
        return
    if _foiled(sentence, hit, at) or _figurative(sentence, at) or sentence.has(at - 1, "REMNANT"):
        return
    if sentence.holds("SINCE_WORD", max(0, at - _REACH), at):
        return  # "since the fighting began"
    if _compounded(sentence, at) or sentence.has(at + 1, "BODIES"):
        return
    senses = sentence.items[at].senses
    means = hit.rule.fixed.get("means") or next((senses[k] for k in TRIGGERS if k in senses), None)
    if means in _WHOLE and sentence.holds("TRIED", max(0, at - _REACH), at):
        return
    nation = hit.slots.get("nation")
    yield Blow(
        "attack", hit.rule.name, sentence, at, hit.first, hit.last,
        means=means,
        by=_authors(sentence, hit, discourse),
        nation=nation[0] if nation else None,
        target=_told(sentence, hit.slots.get("target")),
        passive="passive" in hit.slots or "SUFFERED" in sentence.items[hit.first].senses,
    )  # fmt: skip


def _foiled(sentence: Sentence, hit: Hit, at: int) -> bool:
    """Whether an attack was prevented: a word of foiling before it, and none that says it was launched ("أحبط الجيش هجوما شنه كذا")."""
    if not sentence.holds("FOILED", max(0, at - _FAR), at):
        return False
    return not (sentence.has(at - 1, "WHO") or sentence.holds("LAUNCHED", at + 1, hit.last))


def _figurative(sentence: Sentence, at: int) -> bool:
    """Whether what is struck is nothing that can be: "ضرب استقرار المنطقة"."""
    return sentence.holds("INTANGIBLE", at + 1, at + 3) and not sentence.has(at + 1, "ACTOR")


def _compounded(sentence: Sentence, at: int) -> bool:
    """Whether a word is but the end of an adjective with a hyphen: "the drought-hit north"."""
    item = sentence.items[at]
    return (
        sentence.has(at - 1, "DASH")
        and at > 1
        and sentence.items[at - 1].end == item.start
        and sentence.items[at - 2].end == sentence.items[at - 1].start
    )


def _authors(sentence: Sentence, hit: Hit, discourse: Discourse) -> tuple[int, ...]:
    """The items of those who did it: armed, and where they stand before the verb, what it agrees with."""
    by = tuple(
        hit.slots[s][0]
        for s in ("by", "by2")
        if s in hit.slots and _armed(sentence.items[hit.slots[s][0]]) and not _tells(sentence, hit.slots[s][0], discourse)
    )
    at = hit.slots["event"][0]
    agrees = sentence.items[at].senses.get("AGREES")
    if "sayer" in hit.slots:
        who = hit.slots["sayer"][0]
        side = actor(sentence.items[who], discourse)
        return (who,) if side is not None and side.type not in (None, "other", "civilians") else ()
    if by and by[0] > at and (agrees == "they" or _taken(sentence, by[0])):
        return ()
    if not by or by[0] > at or agrees != "he":
        return by
    if len(by) > 1:
        return ()
    return by if discourse.gender(sentence.words.words[sentence.items[by[0]].word]) in (None, "he") else ()


def _taken(sentence: Sentence, at: int) -> bool:
    """Whether people after a verb are not its subject: no plural that ends as one ("استهدفت مسلحي"), and nothing after them that was struck."""
    item = sentence.items[at]
    if sentence.has_any(at + 1, "TARGET", "PLACE", "SETTLEMENT", "LANDMARK"):
        return False
    return isinstance(item.mention, Counted) and not sentence.words.words[item.word].endswith("ون")


def _armed(item: Item) -> bool:
    """Whether those named can be authors: a side, a state, or people who are told of as armed."""
    mention = item.mention
    return not isinstance(mention, Counted) or (mention.group in ("fighters", "soldiers", "police") and not mention.outcome)


def _tells(sentence: Sentence, at: int, discourse: Discourse) -> bool:
    """Whether a body that bears no arms only tells of violence: "the Observatory also reported heavy shelling"."""
    after = at + 1
    while sentence.has_any(after, "PAREN_OPEN", "PAREN_CLOSE", "ACTOR", "MANNER", "DATE", "DONE"):
        after += 1
    if not sentence.has(after, "SAYS"):
        return False
    side = actor(sentence.items[at], discourse)
    return side is not None and side.type == "other"


def _told(sentence: Sentence, target: tuple[int, int] | None) -> tuple[int, int] | None:
    """What was struck, None where the words are but a preposition."""
    if target is None or all(not _PARTICLES.isdisjoint(sentence.items[i].senses) for i in range(*target)):
        return None
    return target


def newly_told(sentence: Sentence, at: int) -> bool:
    """Whether a noun of violence has an indefinite article, as what was not told before: "a day after an attack"."""
    word = sentence.items[at].word
    article = word > 0 and "SILENT" in (sentence.lexicon.form(sentence.words.words[word - 1]) or ())
    return article and not sentence.has(at, "THE_STRIKE")
