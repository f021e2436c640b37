"""Control: from a rule's match to who takes, loses, holds, besieges or leaves which places."""

from collections.abc import Iterator, Sequence
from typing import Any

from marsad.model import Actor, Source
from marsad.model.values import Stance
from marsad.reading.chunks import Hit
from marsad.reading.discourse import Discourse
from marsad.reading.draft import Draft
from marsad.reading.enumerated import size_of
from marsad.reading.held import places_of
from marsad.reading.items import Sentence
from marsad.reading.parties import Party, parties
from marsad.reading.takers import turn
from marsad.text import key

_GRIP = 6
"""Items from "lost" to the control that was lost."""
_PREPARED = frozenset(["AIMING", "WILL"])


def read(sentence: Sentence, hit: Hit, discourse: Discourse) -> Iterator[Draft]:
    """Drafts of a match, one for each place it names."""
    sides = parties(sentence, discourse)
    anchor = next((hit.slots[s][0] for s in ("verb", "noun", "under") if s in hit.slots), hit.first)
    found = turn(sentence, hit, anchor, sides, discourse)
    if found is None or found.side is None or _is_past(sentence, anchor, found.change):
        return
    who = found.side
    noun = "noun" in hit.slots and "verb" not in hit.slots
    denied = sentence.has(anchor - 1, "NOT")
    stance = ("denied" if denied else "asserted") if found.change == "holds" else _stance(sentence, anchor, noun)
    others = [p for p in sides if not sentence.has_any(p.first - 1, "EXPELLING", "EXPELLED")]
    extent = next((size for i in range(anchor, hit.last) if (size := size_of(sentence.items[i].senses))), None)
    declared = any(sentence.has_any(i, "DECLARING") and _plainly(sentence, i + 1, anchor) for i in range(anchor - 6, anchor))
    source = Source(who.name, who.id, "armed_group" if who.id else None) if declared else None
    for one in places_of(sentence, hit, anchor, found.last, discourse):
        if one.place.name == who.name:
            continue
        fields: dict[str, Any] = {
            "change": found.change,
            "actor": who,
            "counterpart": found.other or _counterpart(sentence, others, max(one.last, hit.last), who),
            "extent": one.extent or extent,
        }
        seek = frozenset(("date",) if source or _aside(sentence, hit, anchor) else ("date", "source"))
        yield Draft(
            "control", hit.rule.name, sentence, anchor, min(hit.first, one.at), max(hit.last, one.last), fields, stance=stance,
            place=one.place, source=source, seek=seek,
        )  # fmt: skip


def _aside(sentence: Sentence, hit: Hit, anchor: int) -> bool:
    """Whether control is told in a clause or participle said of a place: what the outlet adds, whoever is speaking."""
    if "under" in hit.slots:
        return not any(sentence.has_any(i, "LINKING") for i in range(anchor - 4, anchor))
    return sentence.holds("WHO", anchor - 2, anchor) and sentence.has_any(hit.last - 1, "ON_IT", "IN_IT")


def _is_past(sentence: Sentence, anchor: int, change: str) -> bool:
    """Whether control is told of as over, or as the time of something else: "during its control", "which was in the hands of"."""
    if "OWN_CONTROL" in sentence.items[anchor].senses and sentence.has_any(anchor - 1, "DURING"):
        return True
    if change == "holds" and any(_was(sentence, i) for i in range(anchor - 2, anchor)):
        return True
    return change in ("holds", "gained") and sentence.holds("LOST_GRIP", anchor - _GRIP, anchor)


def _was(sentence: Sentence, at: int) -> bool:
    """Whether an auxiliary tells of what is over; "is", where a language has it, tells of what stands."""
    return sentence.has(at, "DONE") and sentence.items[at].senses["DONE"] != "is"


def _plainly(sentence: Sentence, first: int, last: int) -> bool:
    """Whether only a name stands between a word of declaring and what is declared."""
    return all(
        {"ACTOR", "PAREN_OPEN", "PAREN_CLOSE", "OPEN", "CLOSE", "THAT"} & set(i.senses) for i in sentence.items[first:last]
    )


def _stance(sentence: Sentence, anchor: int, noun: bool) -> Stance:
    """Whether the change is told as done, or as wanted, feared, denied or yet to come."""
    for i in range(anchor - 1, max(anchor - (9 if noun else 3), -1), -1):
        senses = sentence.items[i].senses
        if "NOT" in senses:
            return "denied"
        if (not _PREPARED.isdisjoint(senses) and not sentence.has(i - 1, "FORCED")) or (
            noun and i >= anchor - 2 and not {"FOR", "ATTEMPT"}.isdisjoint(senses)
        ):
            return "expected"
        if not {"COMMA", "BREAK", "AFTER", "STOP", "RESULTED", "MANAGED"}.isdisjoint(senses):
            return "asserted"
    return "asserted"


def _counterpart(sentence: Sentence, sides: Sequence[Party], at: int, who: Actor | None) -> Actor | None:
    """The side a place is taken from: "من X", "بعد معارك مع X", "من قبضة X"."""
    for side in sides:
        if (
            side.first >= at
            and sentence.has_any(side.first - 1, "FROM", "WITH", "UNDER", "GRIP", "EXPELLING", "LEAVING")
            and (who is None or side.actor.name != who.name)
        ):
            return side.actor
        if side.first >= at and sentence.has_any(side.first - 1, "BREAK"):
            return None
    return None


def same_control(a: Draft, b: Draft) -> bool:
    """Whether two control drafts tell of one thing: one place and side, and taking it or holding it alike."""
    x, y = a.fields, b.fields
    if x["change"] != y["change"] and {x["change"], y["change"]} != {"gained", "holds"}:
        return False
    if a.stance != b.stance or _is_history(a, b) or _is_history(b, a):
        return False
    if not _alike(a.place.name, b.place.name):
        return False
    one, two = x["actor"], y["actor"]
    if (one.id is not None and one.id == two.id) or _alike(one.name, two.name):
        return True
    return x["change"] == y["change"] == "gained" and _told_again(a, b)


def _is_history(held: Draft, gained: Draft) -> bool:
    """Whether a place held now is told of before the day it was taken: two things, the state and its history."""
    told_later = held.sentence.number < gained.sentence.number
    return held.fields["change"] == "holds" and gained.fields["change"] == "gained" and told_later and gained.date is not None


def _told_again(a: Draft, b: Draft) -> bool:
    """Whether a seizure is told again under another name of its side: on one day, one of the names unknown, neither the other's enemy."""
    one, two = a.fields["actor"], b.fields["actor"]
    if (one.id and two.id) or a.sentence is b.sentence or (a.date and a.date.start) != (b.date and b.date.start):
        return False
    foes = [f.name for f in (a.fields["counterpart"], b.fields["counterpart"]) if f is not None]
    return not any(_alike(foe, name) for foe in foes for name in (one.name, two.name))


def _alike(a: str, b: str) -> bool:
    x, y = set(key(a).split()), set(key(b).split())
    return x <= y or y <= x
