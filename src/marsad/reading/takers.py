"""For whom the control of a place changes, and against whom."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from marsad.model import Actor
from marsad.reading.chunks import Hit
from marsad.reading.discourse import Discourse
from marsad.reading.items import Sentence
from marsad.reading.parties import Party, before, carried, first_after, full
from marsad.reading.sides import actor, state
from marsad.text import key

_GOVERNS = frozenset(["IN", "FROM", "FOR", "TO", "ON", "WITH", "UNDER", "BETWEEN", "AT", "AGAINST"])
"""What makes a noun no object of a word of saying."""
_SAME_CLAUSE = 8
"""Items between a side and the verb it is the subject of."""
_CLAUSE = 20
"""Items from "managed" to what was managed."""
_DECLARED = 4
"""Items from a word of declaring to the noun of what is declared."""
_OBJECT = 20
"""Items from a word of saying to the noun that is said."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What changes (``change`` of a control claim), for which side, against which, and the item after what names the side."""

    change: str
    side: Actor | None
    other: Actor | None
    last: int


def turn(sentence: Sentence, hit: Hit, anchor: int, sides: Sequence[Party], discourse: Discourse) -> Turn | None:
    """Whose control a match changes; None when it names no side and the discourse carries none."""
    frame = hit.rule.fixed
    if frame["change"] == "expelled":
        return _expelled(sentence, hit, anchor, sides, discourse)
    if "other" in hit.slots:
        one, two = (actor(sentence.items[hit.slots[slot][0]], discourse) for slot in ("by", "other"))
        return Turn(frame["change"], one, two, hit.last)
    told = hit.slots.get("who")
    named = told is not None and sentence.has_any(told[0], "NISBA", "FACTION", "STATE") and not sentence.has(told[0], "ACTOR")
    found = None if named else _side(sentence, hit, anchor, sides, discourse)
    if found is None:
        seat = _seat(sentence, hit, discourse)
        return Turn(frame["change"], seat, None, hit.last) if seat else None
    change = frame["change"]
    if change == "control":
        change = "gained" if _is_news(sentence, anchor) else "holds"
    elif change == "holds" and "under" in hit.slots and _fell(sentence, anchor):
        change = "gained"
    last = max(hit.last, found.last) if anchor < found.first <= hit.last + 1 else hit.last
    return Turn(change, full(found, sentence, sides, discourse), None, last)


def _seat(sentence: Sentence, hit: Hit, discourse: Discourse) -> Actor | None:
    """The state, or the government that a capital stands for or an adjective names, where a rule takes its name for a side, or after "under"."""
    at = hit.slots.get("who", hit.slots.get("under", (0, hit.last))[::-1])[0]
    if sentence.has(at, "STATE"):
        return actor(sentence.items[at], discourse)
    if sentence.has_any(at, "NISBA", "FACTION"):
        return state(sentence.items[at], discourse)
    name = sentence.text(at, at + 1) if sentence.has(at, "PLACE") else ""
    return Actor(name) if key(name) in discourse.names.actors.seats else None


def _spoken_of(
    sentence: Sentence, anchor: int, sides: Sequence[Party], discourse: Discourse, agrees: str | None = None
) -> Party | None:
    """The side spoken of before an item: in its sentence, else in those before."""
    return before(sides, anchor, agrees) or carried(sentence, discourse, agrees)


def _expelled(sentence: Sentence, hit: Hit, anchor: int, sides: Sequence[Party], discourse: Discourse) -> Turn | None:
    """One side drives another out, which then loses the place; the place is gained where the one who drives is told."""
    on = hit.slots["on"][0]
    inside = [p for p in sides if anchor < p.first < on]
    one, two = ([full(p, sentence, sides, discourse) for p in inside[:2]] + [None, None])[:2]
    if one is None:
        return None
    if two is not None:
        return Turn("gained", one, two, hit.last)
    managed = _managed(sentence, anchor)
    taker: Party | None = None
    if managed is not None:
        taker = next((p for p in sides if managed < p.first < anchor), None)
    if taker is None and (hit.rule.fixed["who"] == "about" or managed is not None):
        taker = _spoken_of(sentence, anchor, sides, discourse, sentence.items[anchor].senses.get("AGREES"))
    if taker is None or taker.actor.name == one.name:
        return Turn("lost", one, None, hit.last)
    return Turn("gained", full(taker, sentence, sides, discourse), one, hit.last)


def _side(sentence: Sentence, hit: Hit, anchor: int, sides: Sequence[Party], discourse: Discourse) -> Party | None:
    """The side that a match is said of, by where its rule says it stands."""
    where = hit.rule.fixed["who"]
    told = hit.slots.get("who") or (hit.slots.get("by") if "which" in hit.slots else None)
    if told and (named := next((p for p in sides if p.first <= told[0] < p.last), None)):
        return named
    agrees = sentence.items[anchor].senses.get("AGREES")
    if where == "topic":
        return next((p for p in sides if p.last <= anchor and p.free and p.armed), None) or carried(sentence, discourse)
    if where == "about":
        return _subject(sentence, hit, anchor, sides, discourse)
    if where == "any":
        return _agent(sentence, anchor, sides, discourse) or _later(sides, anchor)
    if where == "named":
        return first_after(sides, anchor + 1, 2) or _right_before(sentence, anchor, before(sides, anchor, agrees))
    if where == "head":
        return next((p for p in sides if p.last in (anchor, anchor - 1)), None)
    if where == "last":
        return first_after(sides, hit.last, 3)
    if where == "after" and not sentence.has(anchor, "UNDER_IT"):
        return first_after(sides, anchor + 1, 3)
    if where == "near" and not agrees and "OWN_TAKING" not in sentence.items[anchor].senses:
        return _agent(sentence, anchor, sides, discourse)
    return _spoken_of(sentence, anchor, sides, discourse, agrees)


def _right_before(sentence: Sentence, anchor: int, side: Party | None) -> Party | None:
    """The side when it stands in the clause of the verb after it."""
    if side is None or anchor - side.last > _SAME_CLAUSE:
        return None
    between = range(side.last, anchor)
    return None if any(sentence.has_any(i, "COMMA", "BREAK", "WHO", "THAT", "STOP") for i in between) else side


def _subject(sentence: Sentence, hit: Hit, anchor: int, sides: Sequence[Party], discourse: Discourse) -> Party | None:
    """The subject of a verb: after its pronoun, within its phrase, before it, after its places, or the side spoken of."""
    agrees = sentence.items[anchor].senses.get("AGREES")
    pronoun = sentence.has_any(hit.last - 1, "ON_IT", "IN_IT") or hit.rule.fixed["where"] == "it"
    if not pronoun and (head := _antecedent(sentence, anchor, sides, discourse)):
        return head
    if pronoun:
        near = next((p for p in sides if hit.last <= p.first <= hit.last + 1 and p.free), None)
        if near is not None:
            return near
    end = hit.last if hit.last > anchor + 1 else anchor + 5
    return (
        next((p for p in sides if anchor < p.first < end and p.free), None)
        or before(sides, anchor, agrees)
        or next(
            (
                p
                for p in sides
                if hit.last < p.first < hit.last + 6 and p.free and sentence.has_any(p.first - 1, "PLACE", "CAPITAL")
            ),
            None,
        )
        or carried(sentence, discourse, agrees)
    )


def _antecedent(sentence: Sentence, anchor: int, sides: Sequence[Party], discourse: Discourse) -> Party | None:
    """The side that a relative clause is said of, when the verb at ``anchor`` opens it: the last of those joined before "which"."""
    who = next((i for i in range(anchor - 1, max(anchor - 4, 0), -1) if sentence.has_any(i, "WHO")), None)
    if who is None or any(not sentence.has_any(i, "DONE", "NOT", "LINKING", "WHAT") for i in range(who + 1, anchor)):
        return None
    end = who - 1 if sentence.has_any(who - 1, "CLOSE", "PAREN_CLOSE") else who
    party = next((p for p in sides if p.last == end), None)
    if party is None or party.last - party.first == 1:
        return party
    last = actor(sentence.items[end - 1], discourse)
    return replace(party, first=end - 1, actor=last) if last is not None else party


def _later(sides: Sequence[Party], anchor: int) -> Party | None:
    """The first armed side told of after an item that no preposition governs."""
    return next((p for p in sides if p.first > anchor and p.free and p.armed), None)


def _agent(sentence: Sentence, anchor: int, sides: Sequence[Party], discourse: Discourse) -> Party | None:
    """The side that a noun of taking belongs to: right after it, after "by", or of the verb it hangs on."""
    after = next((p for p in sides if anchor < p.first <= anchor + 1), None)
    if after is not None:
        return after
    by = next(
        (p for p in sides if anchor < p.first and sentence.has(p.first - 1, "BY") and not sentence.has(p.first - 2, "HELD_BY")),
        None,
    )
    if by is not None:
        return by
    managed = _managed(sentence, anchor)
    if managed is not None:
        return next((p for p in sides if managed < p.first < anchor and p.free), None) or _spoken_of(
            sentence, managed, sides, discourse
        )
    if any(sentence.has_any(i, "IMPOSED", "RESULTED", "BESIDES") for i in _back(sentence, anchor)):
        return before(sides, anchor)
    if any(sentence.has_any(i, "AFTER") for i in range(anchor - 2, anchor)):
        return before(sides, anchor)
    if any(sentence.has_any(i, "DONE") for i in range(anchor - 2, anchor)):
        return _spoken_of(sentence, anchor, sides, discourse)
    return None


def _back(sentence: Sentence, anchor: int) -> Iterator[int]:
    """The items before one, as far as the fourth that is no comma, date or preposition between."""
    left = _DECLARED
    for i in range(anchor - 1, -1, -1):
        left -= not sentence.has_any(i, "COMMA", "DATE", "FROM", "IN")
        if left < 0:
            return
        yield i


def _managed(sentence: Sentence, anchor: int) -> int | None:
    """The word of managing that a noun hangs on ("managed to", "its success in"), in its clause."""
    for i in range(anchor - 1, max(anchor - _CLAUSE, -1), -1):
        if sentence.has_any(i, "MANAGED"):
            return i
        if sentence.has_any(i, "STOP", "SAYS", "BREAK", "THAT", "TOOK", "TOOK_ON", "EXPELLED", "COLON"):
            return None
    return None


def _is_news(sentence: Sentence, anchor: int) -> bool:
    """Whether a noun of control tells of control just taken, as after "declared", "imposing" or "after", and not of control held."""
    if any(sentence.has_any(i, "STRENGTHENED") for i in range(anchor - 3, anchor)):
        return False
    if anchor == 0 or any(sentence.has_any(i, "IMPOSING", "IMPOSED") for i in range(anchor - 6, anchor)):
        return True
    if any(sentence.has_any(i, "AFTER", "SAYS", "SINCE", "MANAGED", "ENDED") for i in range(anchor - 3, anchor)):
        return True
    if sentence.has_any(anchor - 1, *_GOVERNS):
        return False
    said = next((i for i in range(anchor - 1, max(anchor - _OBJECT, -1), -1) if sentence.has(i, "SAYS")), None)
    return said is not None and not any(sentence.has_any(i, "THAT", "BREAK", "WHO", "STOP", "COLON") for i in range(said, anchor))


def _fell(sentence: Sentence, anchor: int) -> bool:
    """Whether a place is told to have come under a side: "fell into the hands of"."""
    return any(sentence.has_any(i, "FELL_TO") and not sentence.has_any(i, "SUBJECT") for i in range(anchor - 3, anchor))
