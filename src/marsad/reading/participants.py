"""Who takes part in an act of diplomacy: by where the rule of the act says they stand."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from marsad.model import Actor
from marsad.reading.chunks import Hit
from marsad.reading.delegates import Delegate, as_written, chain, delegates
from marsad.reading.discourse import Discourse
from marsad.reading.items import Sentence
from marsad.reading.phrases import GROUPS
from marsad.reading.sides import state

_STOPS = frozenset(["BREAK", "STOP", "THAT", "COLON", "RESULTED", "SAYING", "WHO"])
_REACH = 22
"""Items before a word of talks within which the one who acts is named."""
_OF_SUBJECT = frozenset(["DATE", "ASIDE", "MANNER", "QUALITY", "TOTAL", "FROM", "NUMBER", "BOTH", "COMMA", "OPEN"])
"""What may stand between a verb and its subject."""
_VISITOR = 10
"""The same for a visit."""
_BESIDE = 5
"""Items from a verb of travel to the one who travels."""
_BODY = 12
"""Items before a word of meeting or resolving within which the body is named."""
_PARTNER = 12
"""Items after a word of talks, or after those named there, within which "with" or "between" brings in the others."""


@dataclass(frozen=True, slots=True)
class _Act:
    """A match as its participants are looked for: where it hangs, and the delegates of its sentence."""

    sentence: Sentence
    hit: Hit
    anchor: int
    found: Sequence[Delegate]
    discourse: Discourse

    @property
    def verb(self) -> bool:
        return "verb" in self.hit.slots


def participants(sentence: Sentence, hit: Hit, anchor: int, discourse: Discourse) -> list[Actor]:
    """Those who take part in what a match tells, in order, perhaps named twice; none when nobody is named."""
    act = _Act(sentence, hit, anchor, delegates(sentence, discourse), discourse)
    if hit.rule.fixed["act"] in ("meeting", "call", "round") and _is_interview(act):
        return []
    return _FINDERS[hit.rule.fixed["who"]](act)


def _is_interview(act: _Act) -> bool:
    """Whether the other side is a paper, a station or an agency: "in a talk with the newspaper"."""
    link = _link(act, act.anchor, act.anchor)
    phrases = act.discourse.phrases
    return link is not None and phrases is not None and phrases.kind(act.sentence, link + 1) == "agency"


def _named(act: _Act) -> list[Actor]:
    """Those between whom an act is, or who do it together: after its word, after "with" or "between", and the one who acts."""
    sentence, anchor = act.sentence, act.anchor
    if sentence.has(anchor + 1, "PAIR"):
        return _pair(sentence, act.discourse) or as_written(sentence, anchor + 1)
    start = act.hit.last - 1 if sentence.has(act.hit.last - 1, "WHO") else anchor
    after = chain(sentence, start + 1, act.found)
    link = _link(act, start, after[-1].last if act.verb and after else start)
    partners = chain(sentence, link + 1, act.found, act.hit.rule.fixed["act"] == "invitation") if link is not None else []
    taking = [d.actor for d in after] + [d.actor for d in partners]
    if not partners and link is not None and not any(d.first > link for d in after):
        taking += as_written(sentence, link + 1)
    both = link is not None and sentence.has(link, "BETWEEN") and len(taking) > 1
    told = act.verb and sentence.has_any(anchor - 1, "BREAK", "WHO")
    if link is None and sentence.has(anchor, "MEETING") and not act.verb and not sentence.has(anchor, "OWN_ACT"):
        held = sentence.holds("HELD_IT", anchor - _BODY, anchor)
        return taking or (_before(act, heard=False) if held else [])  # "a meeting of the council": whoever told of it
    if not both and (told or not after or after[0].first > anchor + 2 or len({a.name for a in taking}) < 2):
        taking = _before(act, heard=act.verb or sentence.has(anchor, "OWN_ACT")) + taking
    return taking


def _link(act: _Act, start: int, last: int) -> int | None:
    """The word that brings in the others: "with" or "between", of a call also "from", of an invitation also "to"."""
    kinds = {"call": ("WITH", "BETWEEN", "FROM", "IN", "TO"), "invitation": ("WITH", "BETWEEN", "TO", "FOR")}
    wanted = kinds.get(act.hit.rule.fixed["act"], ("WITH", "BETWEEN"))
    for i in range(start + 1, min(last + _PARTNER, len(act.sentence.items))):
        if act.sentence.has_any(i, *wanted):
            return i
        if not _STOPS.isdisjoint(act.sentence.items[i].senses) and not (i == start + 1 and act.sentence.has(i, "WHO")):
            return None
    return None


def _before(act: _Act, reach: int = _REACH, heard: bool = True, persons: bool = False) -> list[Actor]:
    """Those named last before a word of talks in its clause, or the voice ``heard`` there; else the one its sentence speaks of."""
    sentence, anchor = act.sentence, act.anchor
    own = [d for d in act.found if d.last <= anchor and not d.placed and not d.inner and (d.person or not persons)]
    voice = next((a for a in reversed(act.discourse.heard.of(sentence)) if a.own and a.at < anchor), None)
    if heard and voice is not None and (not own or own[-1].first < voice.last) and voice.voice.type not in GROUPS:
        return [Actor(voice.voice.name, voice.voice.id)]
    if not own or anchor - own[-1].last > reach:
        return []
    if any("BREAK" in i.senses for i in sentence.items[own[-1].last : anchor]):
        return [d.actor for d in own if d.person][:1]
    first = len(own) - 1
    while first and _joined(sentence, own[first - 1].last, own[first].first):
        first -= 1
    return [d.actor for d in own[first:]]


def _joined(sentence: Sentence, last: int, first: int) -> bool:
    """Whether one named is joined to the one before: "and" between, and at most whose or which he is ("and Russian President")."""
    between = range(last + 1, first)
    return sentence.has(last, "AND") and all(sentence.has_any(i, "NISBA", "TITLE", "SPEAKER", "OWNER") for i in between)


def _around(act: _Act) -> list[Actor]:
    """Those named before a word of talks and those after it, in a language whose verbs follow their subject."""
    return (
        _before(act, heard=False)
        + [d.actor for d in chain(act.sentence, act.anchor + 1, act.found) if not d.placed]
        + _named(act)
    )


def _mediators(act: _Act) -> list[Actor]:
    """Those who mediate, and those between whom they do."""
    return _before(act) + _named(act)


def _pair(sentence: Sentence, discourse: Discourse) -> list[Actor]:
    """The two whom "the two leaders" means: of the nearest sentence before that names as many, those joined by "and", else the first."""
    for earlier in discourse.before(sentence)[:3]:
        named = [d for d in delegates(earlier, discourse) if not d.placed]
        joined = (pair for pair in pairwise(named) if _joined(earlier, pair[0].last, pair[1].first))
        if len(named) > 1:
            return [d.actor for d in next(joined, named[:2])]
    return []


def _those_told_of(act: _Act) -> list[Actor]:
    """The two persons told of before: "the talks held between them"."""
    own = [d.actor for d in act.found if d.first < act.anchor and d.person and not d.placed][:2]
    return own if len(own) > 1 else _pair(act.sentence, act.discourse)


def _sides(act: _Act) -> list[Actor]:
    """The two sides a sentence speaks of, where it names as many."""
    own = [d.actor for d in act.found if not d.placed and not d.inner][:2]
    return own if len(own) > 1 else []


def _council(act: _Act) -> list[Actor]:
    """The body named in the rule's words."""
    body = act.hit.slots["body"][0]
    return [d.actor for d in act.found if d.first <= body < d.last]


def _subject(act: _Act) -> list[Actor]:
    """The one who acts: named right after the verb, else the voice heard there, else the one before."""
    sentence, anchor = act.sentence, act.anchor
    if sentence.has(anchor, "WE"):
        word = sentence.items[anchor].word
        said = next((by.voice for q, by in act.discourse.heard.spoken if q.first <= word < q.last), None)
        return [Actor(said.name, said.id)] if said is not None else _before(act)[-1:]
    if sentence.has(anchor - 1, "WHO") and (head := next((d for d in act.found if d.last == anchor - 1), None)):
        return [head.actor]
    visits = sentence.has(anchor, "VISITED")
    near = next((d for d in act.found if anchor < d.first <= anchor + 3 and not d.placed and (d.person or not visits)), None)
    if near is not None and any(_OF_SUBJECT.isdisjoint(i.senses) for i in sentence.items[anchor + 1 : near.first]):
        near = None  # "condemns the acts of the police"
    if near is None and visits:
        return _visitor(act)
    if near is not None:
        return [near.actor]
    phrase = act.discourse.phrases.read(sentence, anchor + 1) if act.discourse.phrases else None
    if phrase is not None and not phrase.unknown and phrase.kind not in GROUPS and not sentence.has(anchor + 1, "COMMON"):
        return [Actor(phrase.name)]
    heard = act.discourse.heard.of(sentence)
    voice = next((a.voice for a in heard if a.at <= anchor < max(a.last, a.at + 1)), None)
    if voice is not None:
        return [] if voice.type in GROUPS else [Actor(voice.name, voice.id)]
    return _before(act)[-1:]


def _visitor(act: _Act) -> list[Actor]:
    """The one who visits: the owner of the visit, else the subject of its sentence."""
    owner = next((d for d in act.found if act.anchor < d.first <= act.anchor + 2 and not d.placed), None)
    if owner is not None and (owner.person or not act.sentence.has_any(owner.first - 1, "FOR", "TO", "IN")):
        return [owner.actor]
    return _before(act, _VISITOR, persons=True)


def _traveller(act: _Act) -> list[Actor]:
    """The persons named between a verb of travel and "to"."""
    named = chain(act.sentence, act.anchor + 1, act.found)
    if not named or named[0].first > act.anchor + _BESIDE:
        return []
    return [d.actor for d in named if d.person and d.last <= act.hit.last - 2]


def _resolving(act: _Act) -> list[Actor]:
    """The council of a resolution: named in its words or near them."""
    hit = act.hit
    near = [d for d in act.found if hit.first - _BODY <= d.first < hit.last + 4 and d.actor.type == "other"]
    near.sort(key=lambda d: (not hit.first <= d.first < hit.last, abs(d.first - hit.first)))
    return [near[0].actor] if near else []


def _nations(act: _Act) -> list[Actor]:
    """The states that two adjectives name: "the American-Russian talks"."""
    found = (state(item, act.discourse) for slot in ("one", "two") if (item := act.hit.item(act.sentence, slot)) is not None)
    nations = [one for one in found if one is not None]
    return nations if len({n.name for n in nations}) > 1 else []


def _together(act: _Act) -> list[Actor]:
    """Those joined by "and" right after a verb."""
    named = chain(act.sentence, act.anchor + 1, act.found)
    first = named[0].last if named else 0
    joined = [d for d in named[1:] if act.sentence.has(d.first - 1, "AND")]
    return [named[0].actor, joined[0].actor] if joined and joined[0].first == first + 1 else []


_FINDERS: Mapping[str, Callable[[_Act], list[Actor]]] = {
    "both": _named,
    "before": _before,
    "around": _around,
    "named": _named,
    "mediators": _mediators,
    "pair": _those_told_of,
    "sides": _sides,
    "council": _council,
    "subject": _subject,
    "visitor": _visitor,
    "traveller": _traveller,
    "body": _resolving,
    "nations": _nations,
    "together": _together,
}
"""By the ``who`` of a rule."""
