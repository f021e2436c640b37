"""One attack as a sentence tells it, and which of the sentence's blows belong to it."""

from dataclasses import dataclass, field
from itertools import pairwise

from marsad.language.lexicon import Senses
from marsad.model.named import Actor
from marsad.model.values import Means
from marsad.reading.attack import Blow, newly_told
from marsad.reading.items import Sentence
from marsad.reading.places import Spot
from marsad.reading.struck import subject_of

_ENDS = frozenset(["BREAK", "RESULTED", "STOP"])
_SPEECH = frozenset(["SAYS", "SAYING", "ACCORDING"])
_MAY_END = "|".join(sorted({*_ENDS, *_SPEECH, "WHO"}))
_MAY_OPEN = "|".join(sorted({*_ENDS, *_SPEECH, "THAT", "COLON"}))
"""Kinds without one of which a word neither ends nor opens what is told of an event: most words are passed over by them."""
_TELLS_ON = frozenset(["LAUNCHED", "STRUCK", "HIT", "HAPPENED", "SUFFERED", "DONE"])
_PARTICLES = frozenset(["BETWEEN", "VIA"])


@dataclass(slots=True)
class Event:
    """One attack as a sentence tells it: its blows, the items between which its parts stand, and the parts.

    ``faced`` when both sides of a fight are told; ``limit`` is where the next event begins, beyond asides; ``ground`` is the sentence that names the places struck when it is an earlier one.
    """

    sentence: Sentence
    blows: list[Blow]
    first: int
    last: int
    limit: int
    struck: list[Spot] = field(default_factory=list)
    ground: Sentence | None = None
    means: tuple[Means | None, ...] = (None,)
    actor: Actor | None = None
    target: tuple[int, int] | None = None
    vague: bool = False
    faced: bool = False

    @property
    def head(self) -> Blow:
        """The blow the event hangs on."""
        return self.blows[0]

    @property
    def definite(self) -> bool:
        """Whether it is told of as known: "the shelling", but no "shelling of" (which tells it) nor "a series of" it (part of many)."""
        told = [b.anchor for b in self.blows if self.sentence.has(b.anchor, "THE_STRIKE")]
        of = {"FROM", "FOR"}  # both senses in one word: a language's "of"
        return any(not self.sentence.has(i - 1, "FROM") and not all(self.sentence.has(i + 1, s) for s in of) for i in told)

    def kind(self, name: str) -> bool:
        """Whether the word it hangs on is of a kind."""
        return self.sentence.has(self.head.anchor, name)


def of_sentence(blows: list[Blow]) -> list[Event]:
    """The events of a sentence, in order: blows of one trigger united, then triggers of one clause."""
    triggers: dict[int, Blow] = {}
    for blow in blows:
        kept = triggers.setdefault(blow.anchor, blow)
        kept.by = blow.by if blow.by and (blow.target or not kept.by) else kept.by
        kept.nation = blow.nation if kept.nation is None else kept.nation
        kept.target = kept.target or blow.target
        kept.passive |= blow.passive
        kept.first, kept.last = min(kept.first, blow.first), max(kept.last, blow.last)
    sentence = blows[0].sentence
    events: list[Event] = []
    for at in sorted(triggers):
        blow = triggers[at]
        if events and _continues(events[-1], blow):
            events[-1].blows.append(blow)
        else:
            events.append(Event(sentence, [blow], 0, len(sentence.items), len(sentence.items)))
    for before, after in pairwise(events):
        after.first = max(before.blows[-1].anchor + 1, min(after.head.first, after.head.anchor))
        if after.head.passive:
            after.first = subject_of(sentence, before.blows[-1].anchor + 1, after.first)
        before.last = before.limit = after.first
    for event in events:
        end = event.blows[-1].anchor
        ends = sentence.where(_MAY_END, end + 1, event.last)
        event.last = next((i for i in ends if _ends_at(sentence, i) or _aside(sentence, i)), event.last)
        start = event.head.first
        opens = reversed(list(sentence.where(_MAY_OPEN, event.first, start)))
        event.first = next((i + 1 for i in opens if _opens(sentence.items[i].senses)), event.first)
    return events


def _ends(senses: Senses) -> bool:
    """Whether a word ends what is told of an event; words that are also particles ("بين", "عبر") do not."""
    return not _ENDS.isdisjoint(senses) or (not _SPEECH.isdisjoint(senses) and _PARTICLES.isdisjoint(senses))


def _ends_at(sentence: Sentence, at: int) -> bool:
    """Whether the clause ends at an item; "وسط" before a place is where in it, not what went with it."""
    if sentence.has(at, "TARGET") and not sentence.has_any(at + 1, "COUNTED", "NUMBER", "VICTIM", "VICTIMS", "LOSS"):
        return False  # "موقعا لكذا": a post, not "causing"
    return _ends(sentence.items[at].senses) and not (sentence.has(at, "DIRECTION") and sentence.has(at + 1, "PLACE"))


def _aside(sentence: Sentence, at: int) -> bool:
    """Whether a relative clause begins that tells of something else than the violence ("التنظيم الذي يسيطر على كذا")."""
    return sentence.has(at, "WHO") and at + 1 < len(sentence.items) and _TELLS_ON.isdisjoint(sentence.items[at + 1].senses)


def _opens(senses: Senses) -> bool:
    """Whether what is told of an event begins after a word: a new clause, or the end of who says so."""
    return _ends(senses) or "THAT" in senses or "COLON" in senses


def _continues(event: Event, blow: Blow) -> bool:
    """Whether a trigger tells on of the event before it in the sentence: no new clause between, or nothing new in it."""
    sentence = event.sentence
    last = event.blows[-1]
    between = [sentence.items[i].senses for i in range(last.anchor + 1, blow.anchor)]
    if any(not _ENDS.isdisjoint(s) for s in between) or (
        any("AFTER" in s for s in between) and newly_told(sentence, blow.anchor)
    ):
        return False
    answered = sentence.has(blow.anchor - 1, "AFTER") or any("RETURN" in s for s in between)
    if answered and sentence.has(blow.anchor, "STRIKE") and not sentence.has(blow.anchor, "THE_STRIKE"):
        return False  # "raids on camps after an attack on a bus"
    if sentence.has(blow.anchor, "STRUCK") and any("AS_WHEN" in s for s in between):
        return False  # "clashes went on as planes bombed the town"
    if last.means == "assassination" and sentence.has(blow.anchor - 1, "IN"):
        return True  # "اغتيل بغارة": how
    if (
        blow.means is not None
        and last.means is not None
        and blow.means != last.means
        and "shelling" not in (blow.means, last.means)
        and {blow.means, last.means} != {"explosion", "suicide"}
    ):
        return False
    if blow.by and sentence.has(blow.anchor, "STRUCK") and not sentence.has(blow.anchor, "STRIKE"):
        return _by_one(sentence, last, blow)
    if sentence.has(blow.anchor - 1, "IN") and not blow.by and not any("STRUCK" in s or "LAUNCHED" in s for s in between):
        return True
    joined = any("AND" in s or "COMMA" in s for s in between)
    if joined and sentence.has(last.anchor, "KILLED"):
        return False
    if joined and blow.by and any(b.by and b.by != blow.by for b in event.blows):
        return False
    return not joined or not any("PLACE" in s for s in between)


def _by_one(sentence: Sentence, strike: Blow, blow: Blow) -> bool:
    """Whether a verb's author is but the end of the name of the strike's before it: "a strike by the party X, hit P"."""
    if not strike.by or not strike.anchor < strike.by[0] <= blow.by[0] < blow.anchor:
        return False
    return not sentence.holds("AND", strike.by[0] + 1, blow.anchor)
