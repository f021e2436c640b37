"""Casualties: from a rule's match to figures with their parts."""

from collections.abc import Iterator
from typing import Any

from marsad.model import Count
from marsad.model.named import Actor, Person
from marsad.reading.chunks import ActorMention, Counted, Hit
from marsad.reading.draft import Draft
from marsad.reading.items import Named, Sentence

_LINKS = frozenset(["AND", "COMMA", "OTHERS", "QUALITY", "NISBA", "FROM", "ACTOR", "IN", "PLACE", "WOUNDS", "PRONOUN", "BESIDES", "OR"])
_STOPS = frozenset(["LOSS", "LOST", "SAYS", "RESULTED", "FALL", "BREAK", "WHO"])


def read(sentence: Sentence, hit: Hit) -> Iterator[Draft]:
    """Drafts of a match: the figure itself, those in line with it ("و3 نساء") and its parts ("بينهم طفلان")."""
    outcome_item, second = hit.item(sentence, "outcome"), hit.item(sentence, "outcome2")
    at = hit.slots["count"][0]
    counted: Counted = sentence.items[at].mention
    outcome = hit.rule.fixed.get("outcome") or counted.outcome
    if outcome_item is not None:
        outcome = outcome_item.senses.get("LOSS") or outcome_item.senses.get("LOST")
        if second is not None:
            other = second.senses.get("LOSS") or second.senses.get("LOST")
            outcome = "casualties" if {outcome, other} == {"killed", "injured"} else outcome
    if outcome is None:
        return
    whole = _draft(sentence, hit, at, counted, outcome)
    yield whole
    yield from _line(sentence, hit, at, whole, outcome)


def _draft(sentence: Sentence, hit: Hit, at: int, counted: Counted, outcome: str, whole: Draft | None = None) -> Draft:
    group = counted.group or (whole.fields["group"] if whole else None) or "people"
    person = counted.person
    fields: dict[str, Any] = {
        "outcome": outcome,
        "count": Count(counted.text, counted.low, counted.high, counted.bound),
        "group": group,
        "person": Person(person.name, id=person.id, role=person.title) if person else None,
        "affiliation": _affiliation(sentence, at, counted),
    }
    return Draft("casualty", hit.rule.name, sentence, at, hit.first, max(hit.last, at + 1), fields, whole=whole)


def _affiliation(sentence: Sentence, at: int, counted: Counted) -> Actor | None:
    """The body the people belong to: "عناصر من قوات كذا", "مقاتلين حوثيين"."""
    for i in range(at + 1, min(at + 4, len(sentence.items))):
        mention = sentence.items[i].mention
        if "FROM" in sentence.items[i].senses or "FOR" in sentence.items[i].senses or "QUALITY" in sentence.items[i].senses:
            continue
        if "ACTOR" in sentence.items[i].senses and counted.group in ("fighters", "soldiers", "police", None, "people"):
            if isinstance(mention, ActorMention):
                return Actor(mention.name, mention.ids[0] if mention.ids else None)
            if isinstance(mention, Named):
                return Actor(mention.name, mention.actor[0] if mention.actor else None)
        break
    return Actor(counted.nation[0]) if counted.nation else None


def _line(sentence: Sentence, hit: Hit, at: int, first: Draft, outcome: str) -> Iterator[Draft]:
    """Figures after the first: in line with it, or among it once a word such as "بينهم" has been passed."""
    whole: Draft | None = None
    last = first
    depth = 0
    for i in range(at + 1, len(sentence.items)):
        item = sentence.items[i]
        senses = item.senses
        if "COUNTED" in senses:
            counted: Counted = item.mention
            if counted.outcome and counted.outcome != outcome:
                return
            if whole is None and "AND" not in sentence.items[i - 1].senses and "COMMA" not in sentence.items[i - 1].senses:
                return
            last = _draft(sentence, hit, i, counted, outcome, whole)
            yield last
        elif "AMONG" in senses:
            whole = first if whole is None else whole
        elif "PAREN_OPEN" in senses:
            depth += 1
            whole, _ = last, None
        elif "PAREN_CLOSE" in senses:
            depth -= 1
        elif not _STOPS.isdisjoint(senses):
            return
        elif _LINKS.isdisjoint(senses) and "DATE" not in senses:
            return
