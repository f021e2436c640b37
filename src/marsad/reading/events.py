"""Events: blows told of one attack brought together, in a sentence and across the article; one draft for each place and means."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from marsad.model.named import Actor
from marsad.reading.attack import Blow
from marsad.reading.discourse import Discourse
from marsad.reading.draft import Draft
from marsad.reading.event import Event, of_sentence
from marsad.reading.fighting import sides_of
from marsad.reading.grounds import names_of
from marsad.reading.items import Sentence
from marsad.reading.means import means_of, taking, weapon_of
from marsad.reading.parties import full, is_owned, parties
from marsad.reading.places import Spot, to_place
from marsad.reading.referred import referred
from marsad.reading.retold import Attacked, is_headline, same_side
from marsad.reading.sides import actor, actors, agent, state
from marsad.reading.struck import ANYWHERE, aside, resumed, struck
from marsad.reading.targets import fell_on, target_of, told_target
from marsad.reading.when import days

_FALLS = ("shelling", "airstrike", "drone", None)
"""Means whose blows fall on a place."""
_AFOOT = ("rebel_group", "political_militia", "identity_militia")
"""Types of sides that have no planes, whose raids and strikes do not come from the air unless told to."""
_CAUSING = frozenset(["CAUSED", "IN", "BY", "FOR"])
_ANEW = 3
"""Items from "and" to a verb that tells of another event ("and this morning the army shelled")."""
_HEADED = 5
"""Items from the head of a sentence within which a verb that names nobody goes on with the sentence before."""
_BETWEEN = 8
"""Items from a word for fire to "between"."""
_BESIDE = 10
"""Items from a word for an attack to the place that it is told with."""
_REACH = 2
"""Sentences from one event to the next that goes on with it."""


def attacks(drafts: Iterable[Draft], discourse: Discourse) -> list[Draft]:
    """The drafts with all blows turned into attacks, one for each place struck and each means, and casualties told by whom and how."""
    drafts = list(drafts)
    blows = [d for d in drafts if isinstance(d, Blow)]
    out = [d for d in drafts if not isinstance(d, Blow)]
    told: list[Event] = []
    for _, group in groupby(blows, key=lambda b: b.sentence.number):
        for event in of_sentence(list(group)):
            _fill(event, discourse, told)
            event.actor = _named_first(event, discourse)
            told.append(event)
            if event.ground is None:
                discourse.struck.setdefault(event.sentence.number, []).extend(event.struck)
    for draft in out:
        if draft.kind == "casualty":
            _cause(draft, told)
    deadly = {id(d.event) for d in out if d.event is not None}
    for event in told:
        if _stands(event, id(event) in deadly):
            first = not any(isinstance(d, Attacked) for d in out)
            out.extend(_drafts(event, discourse, first and id(event) in deadly))
        elif event.struck:
            out.extend(_lean(_drafts(event, discourse)))
    return out


def _fill(event: Event, discourse: Discourse, told: list[Event]) -> None:
    """Work out what the event struck, by what means, and who did it: named, or carried from the event told before."""
    sentence = event.sentence
    event.struck = struck(sentence, event.head, event.first, event.last)
    if event.struck and event.last < event.limit:
        event.struck = [*event.struck, *resumed(sentence, event.struck[-1], event.last, event.limit)]
    event.means, event.vague = means_of(sentence, event.blows, event.first, event.last)
    for blow in event.blows:
        if event.actor is None and blow.by:
            faces = event.sentence.has(blow.by[0] + 1, "AND") and blow.target is not None and blow.target[0] == blow.by[0] + 2
            event.actor = actor(sentence.items[blow.by[0]], discourse) if faces else actors(sentence, blow.by, discourse)
        if event.actor is None and blow.nation is not None:
            event.actor = state(sentence.items[blow.nation], discourse)
    event.actor = event.actor or agent(sentence, event.head.anchor + 1, event.last, discourse)
    event.target = target_of(sentence, event.blows, event.last)
    event.faced = any(b.by and b.target and b.target[0] > b.by[0] and sentence.has(b.target[0], "ACTOR") for b in event.blows)
    if event.means == ("clash",) or _exchanged(event):
        _, first, second = sides_of(sentence, event.blows[-1].anchor, discourse)
        event.actor, event.target = first or event.actor, second or event.target
        event.faced |= first is not None and second is not None
    _settle_ground(event, discourse)
    if event.vague and event.kind("USUAL") and event.actor is not None and _afoot(event.actor, sentence):
        event.means = (None,)
    own = event.actor is not None or sentence.has(event.head.anchor + 1, "PRONOUN")
    if event.means == (None,) and event.kind("ASSAULT") and own and _armed(event):
        event.means = ("clash",)
    before = told[-1] if told and sentence.number - told[-1].sentence.number <= _REACH else None
    if before is None:
        return
    if event.definite and event.vague and event.means == ("shelling",) and before.means[0] in ("airstrike", "drone"):
        event.means = before.means[:1]  # "the shelling" after a raid or a drone's strike is that strike
    other = sentence.holds("ANOTHER", event.head.anchor - 2, event.head.anchor + 4)
    if event.actor is None and (other or _carries_on(event, before)):
        event.actor = before.actor
    same = event.actor is not None and before.actor is not None and same_side(event.actor, before.actor, discourse)
    if (
        event.means == (None,)
        and ((event.kind("STRUCK") and not event.kind("ASSAULT")) or other)
        and same
        and before.means[0] in ("shelling", "airstrike", "drone")
    ):
        event.means, event.vague = before.means[:1], True
    if not event.struck and before.struck and same and event.means[0] not in ANYWHERE and not _habitual(event):
        event.struck, event.ground = before.struck[:1], before.ground or before.sentence


def _exchanged(event: Event) -> bool:
    """Whether fire is told as between two sides: "قصف متبادل بين كذا وكذا"."""
    at = event.blows[-1].anchor
    return event.means[0] in _FALLS and any(event.sentence.has(i, "BETWEEN") for i in range(at + 1, at + _BETWEEN))


def _afoot(side: Actor, sentence: Sentence) -> bool:
    """Whether a side has no planes: a known one of such a type, or one that is told of as fighters."""
    if side.type is not None:
        return side.type in _AFOOT
    return any((sentence.lexicon.form(word.lower()) or {}).get("PEOPLE") == "fighters" for word in side.name.split())


def _settle_ground(event: Event, discourse: Discourse) -> None:
    """Look for where an event was in what its words refer to, where it names no place or none but before it, then beyond its clause."""
    sentence, at = event.sentence, event.head.anchor
    named = event.struck and (event.head.passive or event.head.target is not None or any(s.head > at for s in event.struck))
    if named:
        return
    again = referred(sentence, at + 1 if event.struck else event.first, event.last, discourse)
    if again is not None:
        event.ground, event.struck = (None if again[0] is sentence else again[0]), again[1]
    elif not event.struck and event.last < event.limit and (event.actor or event.target):
        event.struck = aside(sentence, event.last, event.limit)


def _armed(event: Event) -> bool:
    """Whether what was attacked is an armed side or its positions: an attack of one force on another is a battle."""
    if event.target is None:
        return False
    senses = [event.sentence.items[i].senses for i in range(*event.target)]
    sort = next((s["TARGET"] for s in senses if "TARGET" in s), "military")
    return sort == "military" and any("ACTOR" in s or s.get("PEOPLE") == "fighters" for s in senses)


def _named_first(event: Event, discourse: Discourse) -> Actor | None:
    """The author under the name it was first told by, where the clause only says "the group"."""
    if event.actor is None or (" " in event.actor.name and not is_owned(event.actor, event.sentence)):
        return event.actor
    sides = parties(event.sentence, discourse)
    own = next((p for p in sides if p.actor.name == event.actor.name), None)
    return full(own, event.sentence, sides, discourse) if own else event.actor


def _carries_on(event: Event, before: Event) -> bool:
    """Whether an event that names no author goes on with the one before.

    So do a verb of its sentence or at the head of the next, "the shelling" after a shelling, a noun joined on ("وغارة على كذا"),
    and one whose verb names nobody ("كما شن غارة").
    """
    within = before.sentence is event.sentence
    if event.definite:
        return before.means[0] in (None, event.means[0]) or event.means == (None,)
    if event.kind("STRIKE"):
        at = event.head.anchor
        launched = any(event.sentence.has(i, "LAUNCHED") for i in range(at - 3, at))
        return (launched and (within or at <= _HEADED)) or (
            within and (event.means == ("arrest",) or event.sentence.has(at - 1, "AND"))
        )
    return (
        event.kind("STRUCK")
        and event.means != ("explosion",)
        and (within or (event.head.anchor <= 2 and event.sentence.number - before.sentence.number == 1))
    )


def _cause(draft: Draft, told: list[Event]) -> None:
    """Tell a casualty's means and author: those of the event nearest to it in its sentence."""
    own = [e for e in told if e.sentence is draft.sentence and not taking(e.means[0], draft)]
    if own and _before_all(draft, own):
        draft.fields.setdefault("means", None)
        draft.fields.setdefault("by", None)
        return
    if not own:
        return
    event = min(own, key=lambda e: _distance(draft, e))
    draft.event = event
    draft.fields.setdefault("means", event.means[0] if len(event.means) == 1 else None)
    draft.fields.setdefault("by", event.actor)


def _before_all(draft: Draft, own: Sequence[Event]) -> bool:
    """Whether all that a sentence tells of came after a figure: "opened fire in the wake of the killing of two"."""
    at = draft.first - 1 - draft.sentence.has(draft.first - 1, "THAT")
    return draft.sentence.has_any(at, "AFTER", "CAUSED") and all(e.head.anchor < at for e in own)


def _distance(draft: Draft, event: Event) -> float:
    """How far an event is from being what caused a figure: what "led to" it is near, what a verb after it tells anew is far."""
    low, high = sorted((draft.anchor, event.head.anchor))
    between = [draft.sentence.items[i].senses for i in range(low, high)]
    far = high - low + 20.0 * sum("BREAK" in s for s in between)
    if event.head.anchor < draft.anchor:
        return far / 2 if any("RESULTED" in s for s in between) else far
    anew = event.kind("STRUCK") and _CAUSING.isdisjoint(between[-1]) and any("AND" in s for s in between[-_ANEW:])
    return far + 20 * anew


def _stands(event: Event, deadly: bool) -> bool:
    """Whether enough is told for an entry of its own: where, or who struck whom; "the attacks" alone tell of others.

    ``deadly`` events have dead or wounded told beside them: an attack of which neither means nor sides are told is one only then.
    """
    placed = deadly and event.ground is None and any(0 < s.head - event.head.anchor < _BESIDE for s in event.struck)
    known = event.definite and not placed  # "the attack", told before; "the attack on a mosque in such a town" is told here
    suffered = bool(event.struck) and event.sentence.has(event.head.first, "SUFFERED")
    bare = event.target is None and not deadly and not suffered
    if event.means == (None,) and event.actor is None and (known or bare):
        return False
    if event.actor is None and event.target is None and event.means == ("clash",):
        ground = event.ground or event.sentence
        return any("STATE" not in ground.items[s.head].senses for s in event.struck)
    return bool(event.struck) or event.actor is not None or (event.target is not None and event.means[0] in ANYWHERE)


def _habitual(event: Event) -> bool:
    """Whether a clause tells of blows that go on: "باستمرار", "منذ أشهر"."""
    return any(True for kind in ("HABIT", "SINCE") for _ in event.sentence.where(kind, event.first, event.last))


def _lean(drafts: Sequence[Draft]) -> Sequence[Draft]:
    """The drafts as enough for what other mentions leave open, and for no entry of their own."""
    for draft in drafts:
        assert isinstance(draft, Attacked)
        draft.lean = True
    return drafts


def _drafts(event: Event, discourse: Discourse, deadly: bool = False) -> list[Draft]:
    head, sentence, ground = event.head, event.sentence, event.ground or event.sentence
    own = [] if event.ground else event.struck
    last = max([b.last for b in event.blows] + [s.last for s in own])
    first = min([b.first for b in event.blows] + [s.head for s in own])
    after = event.blows[-1].anchor + 1
    habitual = _habitual(event)
    other = sentence.holds("ANOTHER", after, after + 3)
    dated = any(True for _ in days(sentence))
    out: list[Draft] = []
    places: Sequence[Spot | None] = event.struck or [None]
    told = deadly and event.actor is not None and event.kind("STRIKE")
    taken = event.means[0] in _FALLS or event.kind("STRUCK")
    onto = taken and event.ground is None and bool(event.struck) and fell_on(sentence, event.struck[0], event.blows[0])
    for spot in places:
        target, sort = told_target(sentence, event.target, None if event.ground else spot, onto, discourse.towns_as_targets)
        for means in event.means:
            weapon = weapon_of(sentence, max(event.first, head.first), event.last, means)
            draft = Attacked("attack", head.rule, sentence, head.anchor, first, last)
            draft.vague, draft.habitual, draft.other, draft.dated = event.vague, habitual, other, dated
            draft.definite, draft.carried = event.definite, spot is None or event.ground is not None
            draft.headline = is_headline(sentence, discourse)
            draft.lean = spot is None and means not in ANYWHERE and None in (event.actor, event.target) and not told
            draft.event = event
            draft.fields = {"means": means, "weapon": weapon, "actor": event.actor, "target": target, "target_type": sort}
            if any("CLAIMED" in sentence.items[b.first].senses for b in event.blows):
                draft.fields["claimed_by"] = event.actor
            sought = spot is None and means not in ANYWHERE and not habitual
            draft.seek = frozenset(("date", "source", "place") if sought else ("date", "source"))
            if spot is not None:
                draft.place = to_place(ground, spot, discourse)
                draft.names, draft.areas, draft.wide = names_of(ground, spot, discourse)
            out.append(draft)
    return out
