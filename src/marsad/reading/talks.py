"""Talks: from a rule's match to who took part in which diplomatic act."""

from collections.abc import Iterable, Iterator, Sequence

from marsad.model import Actor, Place
from marsad.model.values import Stance
from marsad.reading.chunks import Hit
from marsad.reading.delegates import delegates
from marsad.reading.discourse import Discourse
from marsad.reading.draft import Draft
from marsad.reading.items import Sentence
from marsad.reading.participants import participants
from marsad.reading.places import entry_of, spots, to_place
from marsad.text import key

_STOPS = frozenset(["BREAK", "STOP", "THAT", "COLON", "RESULTED", "SAYING", "WHO"])
_FEWEST = {"meeting": 2, "call": 2}
"""Those who must be named for an act that takes two; one named is most often the one it is told by."""
_ACTS = {"ACCORD": "agreement", "ROUND": "round", "PEACE_TALKS": "round", "NEGOTIATION": "round", "MEETING": "meeting"}
"""Acts by the noun that adjectives of two states stand with."""
_NOWHERE = frozenset(["condemnation", "resolution", "call"])
_INVOKE = frozenset(["meeting", "call", "visit", "round", "condemnation"])
"""Acts that are held under a resolution, or condemn by one, rather than told beside it."""


def read(sentence: Sentence, hit: Hit, discourse: Discourse) -> Iterator[Draft]:
    """The draft of a match; none when nobody is named who takes part."""
    anchor = next((hit.slots[s][0] for s in ("verb", "noun", "accord") if s in hit.slots), hit.first)
    act = _ACTS[_noun(sentence, anchor)] if hit.rule.fixed["act"] == "nisba" else hit.rule.fixed["act"]
    people = _distinct(participants(sentence, hit, anchor, discourse))
    traded = hit.item(sentence, "count") if act == "exchange" else None
    if traded is not None and traded.mention.group != "prisoners" and traded.mention.outcome is None:
        return
    if len(people) < _FEWEST.get(act, 1) and not _sits(sentence, hit, people, discourse):
        return
    fields = {
        "act": act,
        "participants": people,
        "instrument": _instrument(sentence, hit),
        "topic": _topic(sentence, anchor),
        "track": _track(sentence, anchor, discourse),
        "role": "observer" if sentence.holds("OBSERVER", anchor) else None,
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
        seek=frozenset(("date",) if _in_passing(sentence, anchor, people, discourse) else ("date", "source")),
    )


def _noun(sentence: Sentence, anchor: int) -> str:
    return next(kind for kind in _ACTS if sentence.has(anchor, kind))


def _in_passing(sentence: Sentence, anchor: int, people: Sequence[Actor], discourse: Discourse) -> bool:
    """Whether an act only says when its own participant spoke ("said after his meeting with"): that is the outlet's word."""
    if not sentence.has_any(anchor - 1, "AFTER", "DURING", "BEFORE", "IN"):
        return False
    speakers = {a.voice.name for a in discourse.heard.of(sentence) if a.at < anchor}
    return any(one.name in speakers for one in people)


def _sits(sentence: Sentence, hit: Hit, people: Sequence[Actor], discourse: Discourse) -> bool:
    """Whether one is enough for a meeting: a council or another body that sits, or sides told of in one word."""
    if not people:
        return False
    told = (d for d in delegates(sentence, discourse) if d.actor.name == people[0].name)
    several = any(sentence.has(d.first, "PARTIES") for d in told)
    return hit.rule.fixed["who"] == "council" or people[0].type == "other" or several


def _stance(sentence: Sentence, anchor: int) -> Stance:
    """Denied where a negation stands just before; talks that are planned are talks all the same."""
    return "denied" if sentence.holds("NOT", anchor - 2, anchor) else "asserted"


def _topic(sentence: Sentence, anchor: int) -> str | None:
    """The words after "about", to the end of the clause."""
    start = next(sentence.where("ABOUT", anchor + 1), None)
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
    into = ("IN", "TO", "FOR", "VISITED") if act == "visit" else ("IN", "HOSTED")
    own = [s for s in spots(sentence) if sentence.has_any(s.head - 1, *into)]
    if act == "visit" and not own and sentence.has(anchor, "VISITED"):
        own = [s for s in spots(sentence) if s.head > anchor and not sentence.has(s.head - 1, "FROM")]  # "visited X Aden"
    best = min(own, key=lambda s: s.head - anchor if s.head > anchor else 2 * (anchor - s.head), default=None)
    return to_place(sentence, best, discourse) if best is not None else None


def _known_by(sentence: Sentence, anchor: int, discourse: Discourse) -> Place | None:
    """The place that the talks an act is about are known by: an invitation to "the talks of Astana"."""
    talks = (i for kind in ("NEGOTIATION", "MEETING", "ROUND") for i in sentence.where(kind, anchor))
    at = next((i for i in talks if sentence.has(i + 1, "PLACE")), None)
    return to_place(sentence, at + 1, discourse) if at is not None else None


def absorbed(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts without resolutions that another act of their sentence invokes, which holds their number, and without agreements to a truce."""
    out = list(drafts)
    talks = [d for d in out if d.kind == "talks"]
    for invoked in [d for d in talks if d.fields["act"] == "resolution" and d.fields["instrument"]]:
        near = (d for d in talks if d.sentence is invoked.sentence and d.fields["act"] in _INVOKE)
        act = next((d for d in near if d.fields["instrument"] is None), None)
        if act is not None:
            act.fields["instrument"] = invoked.fields["instrument"]
            out.remove(invoked)
    truces = {(id(d.sentence), d.anchor) for d in talks if d.fields["act"] == "ceasefire"}
    return [d for d in out if d.kind != "talks" or d.fields["act"] != "agreement" or (id(d.sentence), d.anchor) not in truces]


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
    if a.sentence is b.sentence and a.anchor != b.anchor and a.fields["act"] == "agreement":
        return False
    if a.fields["instrument"] and b.fields["instrument"]:
        return bool(a.fields["instrument"] == b.fields["instrument"])
    x = {word for p in a.fields["participants"] for word in key(p.name).split()}
    y = {word for p in b.fields["participants"] for word in key(p.name).split()}
    return bool(x & y)
