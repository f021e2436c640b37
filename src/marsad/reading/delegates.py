"""Those who can take part in diplomacy: persons, officials, states and the capitals that stand for them, bodies, delegations."""

from collections.abc import Sequence
from dataclasses import dataclass

from marsad.model import Actor
from marsad.reading.chunks import Counted, PersonMention
from marsad.reading.discourse import Discourse
from marsad.reading.items import Named, Sentence
from marsad.reading.parties import is_inner
from marsad.reading.phrases import GROUPS
from marsad.reading.sides import actor
from marsad.text import key

_PLACED = frozenset(["IN", "AT", "TO", "ON", "CAUSED", "AGAINST"])
_GENITIVE = frozenset(["COMMON", "WORD"])
_MEETS = frozenset(["MET", "DISCUSSED", "VISITED", "TRAVELLED", "CALLED"])
_NAMING = frozenset(["SPEAKER", "TITLE", "RANK", "COUNTED", "FORCE"])
_STOPS = frozenset(["BREAK", "STOP", "THAT", "COLON", "RESULTED", "SAYING", "SAYS", "BUT"])
_LINKS = frozenset(
    ["AND", "WITH", "BETWEEN", "COMMA", "BOTH", "DATE", "BESIDES", "IN", "AT", "PLACE", "NISBA", "QUALITY", "ASIDE", "OPEN", "CLOSE", "BY", "OTHERS", "FOR", "PRONOUN",
     "LATTER", "COUNTERPART"]
)  # fmt: skip
_REACH = 22
"""Items after a word of talks within which its participants are named."""
_LONGEST = 5
"""Items of the longest phrase that names parties by their noun."""


@dataclass(slots=True)
class Delegate:
    """One who can take part: items [first, last); ``placed`` when a preposition makes it a place or a matter instead.

    ``person`` when it is somebody and no state or body; ``inner`` when it stands in a clause said of another ("which X leads").
    """

    first: int
    last: int
    actor: Actor
    placed: bool
    person: bool = False
    inner: bool = False


def delegates(sentence: Sentence, discourse: Discourse) -> list[Delegate]:
    """Those of a sentence who can take part in talks, in order; a sentence that tells of several acts is gone through once."""
    known = discourse.delegates.get(id(sentence))
    if known is None:
        known = discourse.delegates[id(sentence)] = _delegates(sentence, discourse)
    return known


def _delegates(sentence: Sentence, discourse: Discourse) -> list[Delegate]:
    out: list[Delegate] = []
    i = 0
    while i < len(sentence.items):
        found = _delegate(sentence, i, discourse)
        if found is None:
            i += 1
            continue
        if out and found.person and out[-1].last == found.first and _is_office(sentence, out[-1]):
            found.first = out.pop().first  # "the envoy to Syria X"
        out.append(found)
        i = found.last
    return out


def _is_office(sentence: Sentence, one: Delegate) -> bool:
    """Whether a listed body is an office that one person holds: an envoy's."""
    item = sentence.items[one.first]
    first = sentence.lexicon.analyse(sentence.words.words[item.word])
    return "ACTOR" in item.senses and any("OFFICEHOLDER" in piece.senses for piece in first)


def _delegate(sentence: Sentence, at: int, discourse: Discourse) -> Delegate | None:
    item = sentence.items[at]
    before = sentence.items[at - 1].senses if at else {}
    placed = not _PLACED.isdisjoint(before)
    by_person = placed and "IN" not in before
    if isinstance(item.mention, PersonMention):
        return Delegate(at, at + 1, Actor(item.mention.name), by_person, True, is_inner(sentence, at))
    if "ACTOR" in item.senses:
        side = actor(item, discourse)
        return Delegate(at, at + 1, side, placed, False, is_inner(sentence, at)) if side else None
    if isinstance(item.mention, Named) and (
        "STATE" in item.senses or item.mention.actor or key(item.mention.name) in discourse.names.actors.seats
    ):
        if "PLACE" in before or "COUNTRYSIDE" in before or "DIRECTION" in before:
            return None
        governed = bool(before) and before.keys() <= _GENITIVE and sentence.has_any(at - 2, *_PLACED, "FROM")
        placed = placed or governed  # "in the hotels of Addis Ababa"
        return Delegate(at, at + 1, actor(item, discourse) or Actor(item.mention.name), placed, False, is_inner(sentence, at))
    if "COUNTERPART" in item.senses and (other := _counterpart(sentence, at, discourse, by_person)) is not None:
        return other
    if "PARTIES" in item.senses or (
        "COUNTERPART" in item.senses and not any(sentence.has(i, "PERSON") for i in (at + 1, at + 2))
    ):
        last = at + 1
        while last < min(at + _LONGEST, len(sentence.items)) and _of_parties(sentence, last):
            last += 1
        if sentence.has(last, "FROM") and sentence.has_any(last + 1, "ACTOR", "STATE"):
            last += 2  # "a delegation from the movement"
        return Delegate(at, last, Actor(sentence.text(at, last)), by_person, True, is_inner(sentence, at))
    if isinstance(item.mention, Counted) and item.mention.group != "officials":
        return None
    return _spoken(sentence, at, discourse, by_person)


def _counterpart(sentence: Sentence, at: int, discourse: Discourse, placed: bool) -> Delegate | None:
    """The one whose name stands after "his Russian counterpart": a surname that is known, or a whole name never told before."""
    start = at + 1 + sentence.has(at + 1, "NISBA")
    known = _by_surname(sentence, start, discourse, placed)
    last = start if known is None else known.last
    while known is None and last < start + _LONGEST and sentence.has_any(last, "WORD", "GIVEN", "GIVEN_TOO"):
        last += 1
    if last - start < 2 and known is None:
        return None
    named = known.actor if known is not None else Actor(sentence.text(start, last))
    return Delegate(at, last, named, placed, True, is_inner(sentence, at))


def _of_parties(sentence: Sentence, at: int) -> bool:
    """Whether an item goes on with a phrase that names parties: whose they are, or which."""
    if sentence.has_any(at, "ACTOR", "NISBA", "QUALITY", "WORD"):
        return True
    return sentence.has_any(at, "DEFINITE", "COMMON") and sentence.text(at, at + 1).startswith("ال")


def _spoken(sentence: Sentence, at: int, discourse: Discourse, placed: bool) -> Delegate | None:
    """A delegate named by role, or by a name known from before: "the envoy", "Carter"."""
    senses = sentence.items[at].senses
    if "PARTED" in senses and sentence.has(at + 1, "BETWEEN"):
        return None  # "signed between"
    voices = discourse.heard.voices
    if sentence.has(at, "LEADERS_OF") or sentence.has(at - 1, "LEADERS_OF"):
        return None  # "the ministers of A, B and C" are told by their states
    if voices is None or sentence.has(at - 1, "STATEMENT_NOUN"):
        return None
    if not _NAMING.isdisjoint(senses):
        phrase = voices.phrases.read(sentence, at)
        if phrase is None or phrase.last <= at or phrase.unknown or phrase.kind in GROUPS:
            return None
        if phrase.kind != "person" and sentence.holds("PERSON", at + 1, phrase.last):
            return None  # "the ministers of foreign affairs X and of defence Y": X and Y
        met = voices.read(sentence, at) if phrase.refers else None
        name = met[0].name if met is not None else phrase.name
        return Delegate(at, phrase.last, Actor(name), placed, phrase.kind == "person", is_inner(sentence, at))
    if {"WORD", "DEFINITE", "GIVEN", "KUNYA"} & senses.keys():
        read = voices.known(sentence, at)
        if read is not None and read[0].person:
            return Delegate(at, read[1], Actor(read[0].name, read[0].id), placed, True, is_inner(sentence, at))
        return _by_surname(sentence, at, discourse, placed)
    return None


def _by_surname(sentence: Sentence, at: int, discourse: Discourse, placed: bool) -> Delegate | None:
    """One whom the person file knows by a surname, or a whole name never told before, right after a verb of meeting."""
    if at >= len(sentence.items):
        return None
    ids = discourse.names.persons.surnames.get(sentence.words.words[sentence.items[at].word], ())
    if len(ids) == 1:
        return Delegate(at, at + 1, Actor(sentence.text(at, at + 1)), placed, True, is_inner(sentence, at))
    phrase = discourse.phrases.read(sentence, at) if discourse.phrases and sentence.has_any(at - 1, *_MEETS) else None
    if phrase is not None and phrase.person and phrase.last - at > 1:
        return Delegate(at, phrase.last, Actor(phrase.name), placed, True, is_inner(sentence, at))
    return None


def chain(sentence: Sentence, start: int, found: Sequence[Delegate], placed: bool = False) -> list[Delegate]:
    """The delegates named one after another from an item on: clauses and brackets between them are passed over.

    Those that a preposition makes places or matters are left out, unless ``placed``.
    """
    at = {d.first: d for d in found}
    out: list[Delegate] = []
    i = start
    while i < min(len(sentence.items), start + _REACH):
        senses = sentence.items[i].senses
        if i in at:
            if placed or not at[i].placed:
                out.append(at[i])
            i = at[i].last
        elif "WHO" in senses or "PAREN_OPEN" in senses:
            shut = "COMMA" if "WHO" in senses else "PAREN_CLOSE"
            end = next(sentence.where(shut, i, i + _REACH), None)
            if end is None:
                break
            i = end + 1
        elif not _STOPS.isdisjoint(senses) or (out and _LINKS.isdisjoint(senses)):
            break
        else:
            i += 1
    return out


def as_written(sentence: Sentence, start: int) -> list[Actor]:
    """Participants whose phrases name nobody known, as written: "بين الأطراف الليبية", "بين عباس وهنية"."""
    if not sentence.has_any(start, "ACTOR", "NISBA", "DEFINITE", "WORD", "COMMON", "COUNTED", "NUMBER", "GIVEN", "PAIR"):
        return []
    last = start + 1
    while last < min(start + _LONGEST, len(sentence.items)) and _of_parties(sentence, last):
        last += 1
    joined = sentence.has(last, "AND") and sentence.has_any(last + 1, "WORD", "DEFINITE", "GIVEN")
    return [Actor(sentence.text(start, last)), *(as_written(sentence, last + 1) if joined else ())]
