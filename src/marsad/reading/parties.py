"""The sides a sentence speaks of, and which of them does what a verb says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from marsad.model.named import Actor
from marsad.reading.chunks import Counted
from marsad.reading.discourse import Discourse
from marsad.reading.items import Sentence
from marsad.reading.sides import actor
from marsad.text import key

_GOVERNORS = frozenset(
    [
        "FROM",
        "WITH",
        "FOR",
        "IN",
        "TO",
        "ON",
        "BY",
        "AGAINST",
        "BETWEEN",
        "BACKING",
        "AT",
        "UNDER",
        "GRIP",
        "SUPPORT",
        "ACCORDING",
        "AS",
        "MOUTH",
        "NOT",
        "EXPELLING",
        "TRANSITIVE",
    ]
)
_STATED = frozenset(["LOYAL", "QUALITY", "NISBA", "ACTOR", "BEARING"])


_DESCRIBES = frozenset(["LOYAL", "DASH", "QUALITY", "FACTION"])
_REACH = 4
"""Sentences back that a side is carried from."""


@dataclass(slots=True)
class Party:
    """A side in a sentence: items [first, last) and the side they name; ``free`` when no preposition governs it.

    ``armed`` unless the actor file knows it as a body that holds no ground; ``gender`` is what a verb of it agrees with,
    None when it may be any; ``head`` and ``tail`` are its first and last word, folded; ``inner`` when it stands in a clause said of
    another ("which X leads", "and it is X"), ``bare`` when it is told only by what it is ("the group").
    """

    first: int
    last: int
    actor: Actor
    free: bool
    armed: bool
    gender: str | None
    head: str
    tail: str
    inner: bool = False
    bare: bool = False


def parties(sentence: Sentence, discourse: Discourse) -> list[Party]:
    """The sides of a sentence in order; sides joined by "and" are one."""
    found: list[Party] | None = discourse.sides.get(id(sentence))
    if found is None:
        found = discourse.sides[id(sentence)] = _parties(sentence, discourse)
    return found


def _parties(sentence: Sentence, discourse: Discourse) -> list[Party]:
    found: list[Party] = []
    i = 0
    for first in sentence.where("ACTOR|FORCE|STATE|PEOPLE|COUNTED"):
        last = side_end(sentence, first) if first >= i else None
        if last is None or discourse.heard.tells(sentence, first):
            continue
        joined = False
        while sentence.has(last, "AND") and (more := side_end(sentence, last + 1)) is not None:
            last, joined = more, True
        named = _actor(sentence, first, last, discourse)
        words = sentence.words.words
        head, tail = words[sentence.items[first].word], words[sentence.items[last - 1].last - 1]
        gender = None if joined else discourse.gender(head)
        armed = named.type not in ("other", "civilians")
        free, inner = not _governed(sentence, first), is_inner(sentence, first)
        found.append(Party(first, last, named, free, armed, gender, head, tail, inner, _is_bare(sentence, first, last)))
        i = last
    return found


def side_end(sentence: Sentence, at: int) -> int | None:
    """The end of the side that starts at an item; None when none does."""
    if not 0 <= at < len(sentence.items):
        return None
    senses = sentence.items[at].senses
    if "ACTOR" in senses:
        return at + 1
    if "WEAPON" in senses and sentence.has_any(at - 1, "WEAPON", "STRIKE", "IN", "AND"):
        return None  # "artillery shells", "with artillery"
    if "FORCE" in senses or _fighters(sentence, at):
        last = at + 1
        while last < len(sentence.items) and (not _STATED.isdisjoint(sentence.items[last].senses) or _fighters(sentence, last)):
            last += 1
            if sentence.has(last, "FOR") and any(
                sentence.has(last + 1, kind) for kind in ("ACTOR", "PERSON", "DEFINITE", "FORCE")
            ):
                last += 2
        if sentence.has(last, "FROM") and (sentence.has(last + 1, "ACTOR") or _fighters(sentence, last + 1)):
            last += 2
        return last
    if "STATE" in senses and not _is_region(sentence, at):
        return at + 1
    return None


def _fighters(sentence: Sentence, at: int) -> bool:
    """Whether an item tells of fighters with no figure."""
    if not 0 <= at < len(sentence.items):
        return False
    item = sentence.items[at]
    if isinstance(item.mention, Counted):
        return item.mention.group == "fighters" and item.mention.low is None
    return item.senses.get("PEOPLE") == "fighters" and "PEOPLE_3" in item.senses


def _is_region(sentence: Sentence, at: int) -> bool:
    """Whether a country is named as a place: after a preposition, another place or a noun of it."""
    if at > 0 and sentence.has(at - 1, "COMMA") and not sentence.has(at - 2, "PLACE"):
        return False
    return at > 0 and not (_GOVERNORS | {"PLACE", "COUNTRYSIDE", "DIRECTION", "LANDS", "PARTIAL", "COMMA"}).isdisjoint(
        sentence.items[at - 1].senses
    )


def _actor(sentence: Sentence, first: int, last: int, discourse: Discourse) -> Actor:
    own = actor(sentence.items[first], discourse) if last == first + 1 else None
    return own or Actor(sentence.text(first, last))


def _governed(sentence: Sentence, at: int) -> bool:
    """Whether a preposition governs the side at an item, or the noun whose it is."""
    if at and "WORD" in sentence.items[at - 1].senses and at > 1 and "FROM" in sentence.items[at - 2].senses:
        return True
    return at > 0 and not _GOVERNORS.isdisjoint(sentence.items[at - 1].senses)


def is_inner(sentence: Sentence, at: int) -> bool:
    """Whether a side stands in a clause said of another: "which X leads", "that is called X", "and it is X"."""
    back = at - 2 if sentence.has(at - 1, "ON_IT") or sentence.has(at - 1, "OPEN") else at - 1
    if back > 0 and sentence.has(back - 1, "WHO") and sentence.items[back].senses.keys() & {"COMMON", "WORD", "LAUNCHED", "LED"}:
        return True
    return sentence.has(at - 1, "NAMELY")


def before(sides: Sequence[Party], at: int, agrees: str | None = None) -> Party | None:
    """The nearest side before an item that no preposition governs, and that a verb agrees with where one does."""
    free = [p for p in reversed(sides) if p.last <= at and p.free]
    own = [p for p in free if not p.inner] or free
    return next((p for p in own if _fits(p, agrees)), own[0] if own and own[0].armed else None)


def _fits(party: Party, agrees: str | None) -> bool:
    return party.armed and (agrees is None or party.gender is None or party.gender == agrees)


def first_after(sides: Sequence[Party], at: int, reach: int) -> Party | None:
    """The first side that starts within ``reach`` items from an item on."""
    return next((p for p in sides if at <= p.first < at + reach), None)


def carried(sentence: Sentence, discourse: Discourse, agrees: str | None = None) -> Party | None:
    """The side that the sentences before speak of first, the nearest sentence first."""
    for earlier in discourse.before(sentence)[:_REACH]:
        found = next((p for p in parties(earlier, discourse) if p.free and _fits(p, agrees)), None)
        if found is not None:
            return found
    return None


def _named_before(party: Party, sentence: Sentence, sides: Sequence[Party], discourse: Discourse) -> Actor | None:
    """The side that "these forces" means: the last before that the same noun names."""
    told = [(sentence, p) for p in reversed(sides) if p.last <= party.first]
    earlier = ((e, p) for e in discourse.before(sentence)[:_REACH] for p in reversed(parties(e, discourse)))
    for where, other in chain(told, earlier):
        if (
            other.head.removeprefix("ال") == party.head.removeprefix("ال")
            and " " in other.actor.name
            and not where.has(other.first - 1, "THESE")
        ):
            return other.actor
    return None


def _is_bare(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a side is told only by what it is, in a language whose article is a word: "the group"."""
    senses = sentence.items[first].senses
    if last != first + 1 or "FORCE" not in senses or "STRONG" in senses:
        return False
    start = first
    while start and not _DESCRIBES.isdisjoint(sentence.items[start - 1].senses):
        start -= 1
    word = sentence.items[start].word
    if word == 0:
        return False
    article = "SILENT" in (sentence.lexicon.form(sentence.words.words[word - 1]) or ())
    return article and not sentence.has_any(last, "DASH", "HELD", "LOYAL", "POSSESSIVE")


def _told(sentence: Sentence, discourse: Discourse) -> Iterator[Party]:
    """The sides of the sentences before that were named, the nearest first."""
    for earlier in discourse.before(sentence)[:_REACH]:
        yield from (p for p in parties(earlier, discourse) if p.free and p.armed)


def side_at(sentence: Sentence, at: int, discourse: Discourse) -> Actor | None:
    """The side an item names, under the name of the one it is told as belonging to: "its forces"."""
    own = actor(sentence.items[at], discourse)
    if own is None or not is_owned(own, sentence):
        return own
    sides = parties(sentence, discourse)
    party = next((p for p in sides if p.first <= at < p.last), None)
    return full(party, sentence, sides, discourse) if party else own


def is_owned(side: Actor, sentence: Sentence) -> bool:
    """Whether a side is told only as another's: "its forces", "their fighters"."""
    words = side.name.split()
    owner = sentence.lexicon.form(key(words[0])) or {}
    if len(words) == 1:
        return "OWN_MEN" in owner
    return len(words) == 2 and "OWNER" in owner and "OURS" not in owner


def full(party: Party, sentence: Sentence, sides: Sequence[Party], discourse: Discourse) -> Actor:
    """The side under the name it was first told by: "the group" after "the group so-and-so" is that group."""
    own = party.actor
    if is_owned(own, sentence):
        owner = next((p for p in reversed(sides) if p.last <= party.first and not is_owned(p.actor, sentence)), None)
        owner = owner or carried(sentence, discourse)
        return own if owner is None else full(owner, sentence, sides, discourse) if owner in sides else owner.actor
    if party.bare:
        here = (p for p in reversed(sides) if p.last <= party.first)
        meant = next((p for p in chain(here, _told(sentence, discourse)) if p.actor.name[:1].isupper()), None)
        return own if meant is None else meant.actor
    if sentence.has(party.first - 1, "THESE"):
        named = _named_before(party, sentence, sides, discourse)
        if named is not None:
            return named
    bare = " " not in own.name and party.gender is not None and (own.id is None or own.name.startswith("ال"))
    men = own.id is None and own.name.count(" ") == 1 and party.tail.startswith("ال")  # "the fighters of the group"
    if not (bare or men) and (party.gender is None or own.id is None):
        return own
    told = [p for p in reversed(sides) if p.last <= party.first]
    for other in chain(told, (p for e in discourse.before(sentence) for p in reversed(parties(e, discourse)))):
        named = other.actor
        if other.gender is None or " " not in named.name or not party.tail.endswith(other.head) or named.name == own.name:
            continue
        if (own.id == named.id and own.id is not None) or bare or men:
            return named
    return own
