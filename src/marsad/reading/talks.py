"""Talks: from a rule's match to who took part in which diplomatic act."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from marsad.model import Actor, Place
from marsad.model.values import Stance
from marsad.reading.chunks import Counted, Hit, PersonMention
from marsad.reading.discourse import Discourse
from marsad.reading.draft import Draft
from marsad.reading.items import Named, Sentence
from marsad.reading.phrases import GROUPS
from marsad.reading.places import entry_of, spots, to_place
from marsad.reading.sides import actor
from marsad.text import key

_STOPS = frozenset(["BREAK", "STOP", "THAT", "COLON", "RESULTED", "SAYING", "WHO"])
_PLACED = frozenset(["IN", "AT", "TO", "ON", "CAUSED", "AGAINST"])
_NAMING = frozenset(["PERSON", "ACTOR", "SPEAKER", "TITLE", "RANK", "COUNTED", "FORCE"])
_LINKS = frozenset(["AND", "WITH", "BETWEEN", "COMMA", "BOTH", "FROM", "DATE", "FOR", "BESIDES", "PAREN_OPEN", "PAREN_CLOSE"])
_FEWEST = {"meeting": 2, "call": 2}
"""Those who must be named for an act that takes two; one named is most often the one it is told by."""
_NOWHERE = frozenset(["condemnation", "resolution", "call"])
_INVOKE = frozenset(["meeting", "call", "visit", "round"])
"""Acts that are held under a resolution rather than told beside it."""
_REACH = 22
"""Items after a word of talks within which its participants are named."""


@dataclass(frozen=True, slots=True)
class Delegate:
    """One who can take part: items [first, last), and whether a preposition makes it a place or a matter instead."""

    first: int
    last: int
    actor: Actor
    placed: bool


def delegates(sentence: Sentence, discourse: Discourse) -> list[Delegate]:
    """Persons, states, capitals that stand for them, bodies and officials of a sentence in order."""
    out: list[Delegate] = []
    i = 0
    while i < len(sentence.items):
        found = _delegate(sentence, i, discourse)
        if found is None:
            i += 1
            continue
        out.append(found)
        i = found.last
    return out


def _delegate(sentence: Sentence, at: int, discourse: Discourse) -> Delegate | None:
    item = sentence.items[at]
    before = sentence.items[at - 1].senses if at else {}
    placed = not _PLACED.isdisjoint(before)
    if isinstance(item.mention, PersonMention):
        return Delegate(at, at + 1, Actor(item.mention.name), placed)
    if "ACTOR" in item.senses:
        side = actor(item, discourse)
        return Delegate(at, at + 1, side, placed) if side else None
    if isinstance(item.mention, Named) and (
        "STATE" in item.senses or item.mention.actor or key(item.mention.name) in discourse.names.actors.seats
    ):
        if "PLACE" in before or "COUNTRYSIDE" in before or "DIRECTION" in before:
            return None
        return Delegate(at, at + 1, actor(item, discourse) or Actor(item.mention.name), placed)
    if isinstance(item.mention, Counted) and item.mention.group != "officials":
        return None
    if not _NAMING.isdisjoint(item.senses) and "STATEMENT_NOUN" not in before:
        phrase = discourse.phrases.read(sentence, at) if discourse.phrases else None
        if phrase is not None and phrase.last > at and not phrase.unknown and phrase.kind not in GROUPS:
            return Delegate(at, phrase.last, Actor(phrase.name), placed)
    return None


def read(sentence: Sentence, hit: Hit, discourse: Discourse) -> Iterator[Draft]:
    """The draft of a match; none when nobody is named who takes part."""
    anchor = next((hit.slots[s][0] for s in ("verb", "noun", "accord") if s in hit.slots), hit.first)
    who, act = hit.rule.fixed["who"], hit.rule.fixed["act"]
    found = delegates(sentence, discourse)
    if who == "body":
        taking = _bodies(sentence, hit, found, discourse)
    elif who == "subject":
        taking = _subject(sentence, anchor, found, discourse)
    elif sentence.has(anchor + 1, "PAIR"):
        taking = _pair(sentence, discourse)
    elif who == "visitor":
        taking = _visitor(sentence, anchor, found, discourse)
    else:
        start = hit.last - 1 if sentence.has(hit.last - 1, "WHO") else anchor
        after = [
            d
            for d in _after(sentence, start, found)
            if not d.placed or (d.first == anchor + 2 and sentence.has(anchor + 1, "IN"))
        ]
        taking = [d.actor for d in after]
        if (who == "both" or len(taking) < 2) and (not after or after[0].first > anchor + 2 or len(taking) < 2):
            before = _before(sentence, anchor, found, discourse)
            taking = ([before] if before else []) + taking
    people = _distinct(taking)
    if len(people) < _FEWEST.get(act, 1):
        return
    fields = {
        "act": act,
        "participants": people,
        "instrument": _instrument(sentence, hit),
        "topic": _topic(sentence, anchor),
        "track": _track(sentence, anchor, discourse),
        "role": "observer" if next(sentence.where("OBSERVER", anchor), None) is not None else None,
    }
    last = max(hit.last, anchor + 1)
    place = None if act in _NOWHERE else _where(sentence, anchor, act, discourse) or _known_by(sentence, anchor, discourse)
    yield Draft(
        "talks",
        hit.rule.name,
        sentence,
        anchor,
        hit.first,
        last,
        fields,
        _stance(sentence, anchor),
        place=place,
        seek=frozenset(("date", "source")),
    )


def _stance(sentence: Sentence, anchor: int) -> Stance:
    """Denied where a negation stands just before; talks that are planned are talks all the same."""
    return "denied" if any(sentence.has(i, "NOT") for i in range(anchor - 2, anchor)) else "asserted"


def _topic(sentence: Sentence, anchor: int) -> str | None:
    """The words after "about", to the end of the clause."""
    start = next(sentence.where("ABOUT", anchor), None)
    if start is None:
        return None
    end = start + 1
    while (
        end < min(len(sentence.items), start + 12)
        and not sentence.has(end, "COMMA")
        and _STOPS.isdisjoint(sentence.items[end].senses)
    ):
        end += 1
    return sentence.text(start + 1, end) if end > start + 1 else None


def _track(sentence: Sentence, anchor: int, discourse: Discourse) -> str | None:
    """The place that talks are known by, right after their noun ("محادثات جنيف"), as a slug of its Latin name."""
    spot = next((s for s in spots(sentence) if s.head in (anchor + 1, anchor + 2)), None)
    if spot is None or any(sentence.has(spot.head - 1, k) for k in ("IN", "TO", "FOR", "FROM")):
        return None
    entry = entry_of(sentence, spot, discourse)
    return entry.latin.lower().replace(" ", "-") if entry is not None and entry.latin and entry.kind == "town" else None


def _where(sentence: Sentence, anchor: int, act: str, discourse: Discourse) -> Place | None:
    """The place a sentence sets an act in: after "in", of a visit also after "to"."""
    into = ("IN", "TO", "FOR") if act == "visit" else ("IN",)
    own = [s for s in spots(sentence) if any(sentence.has(s.head - 1, k) for k in into)]
    best = min(own, key=lambda s: s.head - anchor if s.head > anchor else 2 * (anchor - s.head), default=None)
    return to_place(sentence, best, discourse) if best is not None else None


def _known_by(sentence: Sentence, anchor: int, discourse: Discourse) -> Place | None:
    """The place that the talks an act is about are known by: an invitation to "the talks of Astana"."""
    talks = (i for kind in ("NEGOTIATION", "MEETING", "ROUND") for i in sentence.where(kind, anchor))
    at = next((i for i in talks if sentence.has(i + 1, "PLACE")), None)
    return to_place(sentence, at + 1, discourse) if at is not None else None


def absorbed(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts without resolutions that another act of their sentence invokes: it holds their number instead."""
    out = list(drafts)
    talks = [d for d in out if d.kind == "talks"]
    for invoked in [d for d in talks if d.fields["act"] == "resolution" and d.fields["instrument"]]:
        act = next(
            (
                d
                for d in talks
                if d.sentence is invoked.sentence and d.fields["act"] in _INVOKE and d.fields["instrument"] is None
            ),
            None,
        )
        if act is not None:
            act.fields["instrument"] = invoked.fields["instrument"]
            out.remove(invoked)
    return out


def _after(sentence: Sentence, anchor: int, found: Sequence[Delegate]) -> list[Delegate]:
    """Those named after a word of talks, up to the end of its clause."""
    end = anchor + 1
    while end < min(len(sentence.items), anchor + _REACH) and _STOPS.isdisjoint(sentence.items[end].senses):
        end += 1
    return [d for d in found if anchor < d.first < end]


def _before(
    sentence: Sentence, anchor: int, found: Sequence[Delegate], discourse: Discourse, reach: int = _REACH
) -> Actor | None:
    """The one named last before a word of talks in its clause, or the voice heard there."""
    own = [d for d in found if d.last <= anchor and not d.placed]
    voice = next((a for a in reversed(discourse.heard.of(sentence)) if a.own and a.at < anchor), None)
    if voice is not None and (not own or own[-1].first < voice.last) and voice.voice.type not in GROUPS:
        return Actor(voice.voice.name)
    if not own or anchor - own[-1].last > reach or any("BREAK" in i.senses for i in sentence.items[own[-1].last : anchor]):
        return None
    return own[-1].actor


def _pair(sentence: Sentence, discourse: Discourse) -> list[Actor]:
    """The two whom "the two leaders" means: the first two of the nearest sentence before that names as many."""
    for earlier in discourse.before(sentence)[:3]:
        named = [d.actor for d in delegates(earlier, discourse) if not d.placed]
        if len(named) > 1:
            return named[:2]
    return []


def _subject(sentence: Sentence, anchor: int, found: Sequence[Delegate], discourse: Discourse) -> list[Actor]:
    """The one who acts: named right after the verb, else the voice heard there, else the one before."""
    near = next((d for d in found if anchor < d.first <= anchor + 3 and not d.placed), None)
    if near is not None:
        return [near.actor]
    phrase = discourse.phrases.read(sentence, anchor + 1) if discourse.phrases else None
    if phrase is not None and phrase.kind not in GROUPS and not sentence.has(anchor + 1, "COMMON"):
        return [Actor(phrase.name)]
    voice = next((a.voice for a in discourse.heard.of(sentence) if a.at <= anchor < max(a.last, a.at + 1)), None)
    if voice is not None:
        return [] if voice.type in GROUPS else [Actor(voice.name)]
    before = _before(sentence, anchor, found, discourse)
    return [before] if before else []


def _visitor(sentence: Sentence, anchor: int, found: Sequence[Delegate], discourse: Discourse) -> list[Actor]:
    """The one who visits: the owner of the visit, else the subject of its sentence."""
    owner = next((d for d in found if anchor < d.first <= anchor + 2 and not d.placed), None)
    if owner is not None:
        return [owner.actor]
    before = _before(sentence, anchor, found, discourse, 10)
    return [before] if before else []


def _bodies(sentence: Sentence, hit: Hit, found: Sequence[Delegate], discourse: Discourse) -> list[Actor]:
    """The council of a resolution: named in its words, near them, or before in the article."""
    near = [d for d in found if hit.first - 4 <= d.first < hit.last + 4 and d.actor.type == "other"]
    near.sort(key=lambda d: not hit.first <= d.first < hit.last)
    return [near[0].actor] if near else []


def _distinct(people: Sequence[Actor]) -> tuple[Actor, ...]:
    out: list[Actor] = []
    for one in people:
        if all(key(one.name) != key(other.name) for other in out):
            out.append(one)
    return tuple(out)


def _instrument(sentence: Sentence, hit: Hit) -> str | None:
    """The number of a resolution, or the name of an accord as written."""
    count = hit.slots.get("count")
    if count:
        return sentence.text(*count)
    accord = hit.slots.get("accord")
    return sentence.text(*accord) if accord and sentence.items[accord[1] - 1].last - sentence.items[accord[0]].word > 1 else None


def same_talks(a: Draft, b: Draft) -> bool:
    """Whether two drafts tell of one act: of one kind, with someone who takes part in both, in one place."""
    if a.fields["act"] != b.fields["act"]:
        return False
    if a.fields["instrument"] and b.fields["instrument"]:
        return bool(a.fields["instrument"] == b.fields["instrument"])
    x = {word for p in a.fields["participants"] for word in key(p.name).split()}
    y = {word for p in b.fields["participants"] for word in key(p.name).split()}
    return bool(x & y)
