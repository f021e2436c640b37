"""Which of the places of a sentence an event struck."""

from collections.abc import Sequence

from marsad.language.lexicon import Senses
from marsad.reading.attack import Blow
from marsad.reading.chunks import PlaceMention
from marsad.reading.items import Named, Sentence
from marsad.reading.places import DIRECTIONS, Spot, is_area, spots

_PASSED_BY = frozenset(
    "STRUCK BREAK RESULTED STOP LOSS LOST SAYS ACCORDING LAUNCHED ACTOR POSTED CAUSED AGREES HAPPENED DONE".split()
)
_AWAY = frozenset(["POSTED", "TO"])
ANYWHERE = ("assassination", "abduction")
"""Means whose place is not taken from the event before where the text gives none."""
_BETWEEN = frozenset(
    "QUALITY CLOSE PAREN_CLOSE IN AT DIRECTION BEARING BELONGING LYING ON NUMBER FOR OPEN NISBA SUCH MANNER DEFINITE CAPITAL".split()
)
_ASIDE = 5
"""Words between a place and the area that says where it lies, at most."""
_EXPECT = frozenset(
    "IN ON AT FOR FROM AND COMMA STRIKE STRUCK ACTOR NISBA MANNER OPEN DIRECTION BOTH HIT SUFFERED LAUNCHED DATE BEARING WEAPON STOP BREAK COLON DASH THAT PLACE PAREN_OPEN AMONG SUCH_AS LANDS CAPITAL".split()
)
"""Words after which a bare name can be a place that was struck."""
_CLOSE = 5
"""Items from a conjunction to the place that it joins to a row."""
_SORT = frozenset("COUNTRYSIDE LANDMARK TARGET NISBA DIRECTION IN FROM FOR".split())
"""Words that say of what sort or where a member of a row is: "the edge of a base in"."""
_EXAMPLES = ("AMONG", "SUCH_AS")
_GOVERNORS = ("ON", "IN", "FOR", "TO")
_STOPS = frozenset(["STOP", "RESULTED", "SAYS"])
_BEFELL = frozenset(["LOST", "STRUCK", "LAUNCHED", "SUFFERED"])
_INTO = frozenset(["IN", "ON"])
_LINKS = frozenset(["AND", "COMMA", "BESIDES"])
_DIRECTIONS = frozenset(["DIRECTION", "BEARING", "AND"])
_HELD = frozenset(["TARGET", "LANDMARK"])
_FIRES = frozenset(["STRIKE", "WEAPON", "MANNER", "FIRE", "LAUNCHED"])
_ENDS_FROM = frozenset(["ON", "STRUCK", "COMMA", "BREAK", "RESULTED", "THAT", "SAYS", "AND"])
_FIRED = 8
"""Items from "from" to the place that a strike was fired from."""
PART_OF = frozenset(
    "SEVERAL MANNER QUALITY DIRECTION BEARING OTHERS SETTLEMENT LANDMARK TARGET COUNTRYSIDE AT COMMON NUMBER".split()
)
""""Other areas of the province": words before "من" that make what follows the whole, not where a strike came from."""


def struck(sentence: Sentence, blow: Blow, first: int, last: int) -> list[Spot]:
    """The places an event struck whose clause is ``[first, last)`` and whose first blow is ``blow``: of the rows of places in its clause the first after its trigger, else the last before it."""
    runs = rows(sentence, [s for s in spots(sentence) if first <= s.head < last and _can_be_struck(sentence, s)])
    if blow.target is not None:
        suffered = [run for run in runs if blow.target[0] <= run[0].head < blow.target[1]]
        if suffered:
            return suffered[0]
    at = blow.first if blow.passive else blow.anchor
    before = [run for run in runs if run[0].head < at]
    after = [run for run in runs if run[0].head > at]
    if blow.passive and before:
        return before[-1]
    if not after and (blow.means in ANYWHERE or _there(sentence, blow.anchor + 1, last)):
        return []
    if len(after) > 1 and any(sentence.has(after[1][0].head - 1, kind) for kind in _EXAMPLES):
        return after[1]  # "in other provinces, among them": the places named, not what they lie in
    return after[0] if after else before[-1] if before else []


def rows(sentence: Sentence, found: Sequence[Spot]) -> list[list[Spot]]:
    """Places of a sentence by the rows they stand in ("كذا وكذا وكذا"), each with the areas that say where it lies."""
    runs: list[list[Spot]] = []
    for spot in found:
        if runs and _locates(sentence, runs[-1][-1], spot):
            old = runs[-1][-1]
            runs[-1][-1] = Spot(old.head, spot.last, (*old.context, spot.head, *spot.context))
        elif runs and _in_row(sentence, runs[-1][-1], spot):
            runs[-1].append(spot)
        else:
            runs.append([spot])
    return runs


def aside(sentence: Sentence, first: int, last: int) -> list[Spot]:
    """The places told of after an event's clause, in the words on its outcome or in a relative clause, as where it happened."""
    end = next((i for i in range(first, last) if "STOP" in sentence.items[i].senses or _tells_anew(sentence, i)), last)
    found = [s for s in spots(sentence) if first <= s.head < end and _can_be_struck(sentence, s)]
    own = [s for s in found if any(sentence.has(s.head - 1, kind) for kind in ("IN", "AT"))]
    return rows(sentence, found[found.index(own[0]) :])[0] if own else []


def subject_of(sentence: Sentence, first: int, verb: int) -> int:
    """Where the clause of a passive verb begins: after the last comma before the place it is said of; the verb where none is."""
    place = next((i for i in range(verb - 1, first, -1) if sentence.has(i, "PLACE")), None)
    comma = next((i for i in range(place or first, first, -1) if sentence.has(i, "COMMA")), None)
    return verb if place is None or comma is None or sentence.holds("AND", comma, verb) else comma + 1


def _tells_anew(sentence: Sentence, at: int) -> bool:
    """Whether a word turns to what befell others: "كما توفي طفلان"."""
    return sentence.has(at, "BREAK") and at + 1 < len(sentence.items) and not _BEFELL.isdisjoint(sentence.items[at + 1].senses)


def resumed(sentence: Sentence, last: Spot, first: int, end: int) -> list[Spot]:
    """The places with which a row goes on after a relative clause, by the preposition of its last: "على كذا التي …، وعلى كذا"."""
    governor = next((k for k in _GOVERNORS if sentence.has(last.head - 1, k)), None)
    if governor is None or not sentence.has(last.last, "WHO"):
        return []
    stop = next((i for i in range(first, end) if not _STOPS.isdisjoint(sentence.items[i].senses)), end)
    at = next((i for i in range(first, stop) if sentence.has(i - 1, "AND") and sentence.has(i, governor)), stop)
    found = [s for s in spots(sentence) if at < s.head < stop and _can_be_struck(sentence, s)]
    return rows(sentence, found)[0] if found and found[0].head <= at + 2 else []


def _there(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the place struck is named only as one told before: "على المنطقة", "في القرية"."""
    return any(sentence.has(i - 1, "IN") or sentence.has(i - 1, "ON") for i in sentence.where("CITY", first, last))


def _in_row(sentence: Sentence, a: Spot, b: Spot) -> bool:
    """Whether a place stands in a row with the one before it: "و" or a comma between, and neither a side nor a verb."""
    between = [sentence.items[i].senses for i in range(a.last, b.head)]
    owned = [
        i > 0 and "ACTOR" in s and not _HELD.isdisjoint(between[i - 1]) for i, s in enumerate(between)
    ]  # "and the camp of such a force": a member of the row
    return _joined(sentence, a, b) and all(own or _PASSED_BY.isdisjoint(s) for own, s in zip(owned, between, strict=True))


def _locates(sentence: Sentence, a: Spot, b: Spot) -> bool:
    """Whether a place only says where the one before it lies: an area, or what it is near or in a direction of."""
    between = [sentence.items[i].senses for i in range(a.last, b.head)]
    if between and "COMMA" in between[0] and any("MEASURE" in s for s in between) and is_area(sentence, b.head):
        return True  # "the village of X, ten kilometres east of Y"
    if between and "AND" not in between[0] and all(not _DIRECTIONS.isdisjoint(s) for s in between):
        return True  # "شمال وشمال شرق كذا"
    if (
        len(between) > 1
        and "COMMA" in between[0]
        and not {"IN", "AT", "DIRECTION"}.isdisjoint(between[1])
        and is_area(sentence, b.head)
    ):
        between = between[1:]  # "a town, in the south of its province"
    if _says_where(sentence, a, b, between):
        return True
    if len(between) > _ASIDE or any(not _LINKS.isdisjoint(s) for s in between):
        return False
    near = {"DIRECTION", "AT", "BEARING", "CAPITAL"}
    beside = bool(between) and not near.isdisjoint(between[-1])
    if len(between) > 1 and "FROM" in between[-1]:
        beside = not near.isdisjoint(between[-2]) and all(not (_BETWEEN | {"TO", "FROM"}).isdisjoint(s) for s in between)
    return beside or (is_area(sentence, b.head) and all(not _BETWEEN.isdisjoint(s) for s in between))


def _says_where(sentence: Sentence, a: Spot, b: Spot, between: Sequence[Senses]) -> bool:
    """Whether a direction from a place stands apart after a settlement: "the village of X and what is near it, west of Y"."""
    mention = sentence.items[b.head].mention
    return (
        isinstance(mention, PlaceMention)
        and mention.kind in DIRECTIONS
        and not (is_area(sentence, a.head) and sentence.has(b.last, "AND"))
        and bool(between)
        and "COMMA" in between[-1]
        and len(between) <= _ASIDE + 1
    )


def _joined(sentence: Sentence, a: Spot, b: Spot) -> bool:
    """Whether a conjunction stands between two places, close before the second."""
    start = b.head
    while start > a.last and not _SORT.isdisjoint(sentence.items[start - 1].senses):
        start -= 1
    links = [
        i for i in range(max(a.last, min(start, b.head) - _CLOSE), b.head) if not _LINKS.isdisjoint(sentence.items[i].senses)
    ]
    return any(sentence.text(i, i + 1) != "/" for i in links)  # "قرية كذا / كذا": one place by two names


def fired_from(sentence: Sentence, at: int) -> bool:
    """Whether a place is where a strike came from ("shelling from positions in the camp of X"): within a phrase that "from" opens after the strike or its weapon."""
    if not sentence.holds("FROM", at - _FIRED, at):
        return False  # most places: half the time of looking item by item
    for i in range(at - 1, max(at - _FIRED, 0), -1):
        senses = sentence.items[i].senses
        if "FROM" in senses and "FOR" not in senses:
            fires = any(_flies(sentence.items[j].senses) for j in range(max(0, i - 2), i))
            return fires and not PART_OF.isdisjoint(sentence.items[i + 1].senses)
        if not _ENDS_FROM.isdisjoint(senses):
            return False
    return False


def _flies(senses: Senses) -> bool:
    """Whether a word is of what strikes from afar, not of a bomb or a mine."""
    return not _FIRES.isdisjoint(senses) and senses.get("WEAPON") != "explosion"


def _can_be_struck(sentence: Sentence, spot: Spot) -> bool:
    """Whether a place can be what an event struck: none that a strike came from, nor a country that is not said to be where."""
    before = sentence.items[spot.head - 1].senses if spot.head else {}
    if any(not _AWAY.isdisjoint(sentence.items[i].senses) for i in range(max(0, spot.head - 2), spot.head)):
        return False
    if sentence.holds("TO", max(0, spot.head - 4), spot.head) and "FROM" in before:
        return False  # "to places near the border"
    if fired_from(sentence, spot.head):
        return False
    if "FROM" in before and "FOR" not in before and sentence.holds("WEAPON", max(0, spot.head - 4), spot.head - 1):
        return False  # "missiles from the west of the country"
    if not {"PEOPLE", "COUNTED"}.isdisjoint(before) and sentence.has(spot.head - 2, "FROM"):
        return False  # "of the people of the village": where the dead were from
    of = "FOR" in before and spot.head > 1 and not _FIRES.isdisjoint(sentence.items[spot.head - 2].senses)
    if (
        "FROM" in before
        and not of  # a language whose "of" is its "from" too: "the shelling of so-and-so"
        and not sentence.has(spot.last, "WHO")
        and not (spot.head > 1 and not PART_OF.isdisjoint(sentence.items[spot.head - 2].senses))
    ):
        return False
    mention = sentence.items[spot.head].mention
    if isinstance(mention, Named) and " " not in mention.name and spot.head and _EXPECT.isdisjoint(before):
        return False
    if "AND" in before and sentence.has(spot.head - 2, "PLACE"):
        return True
    return "STATE" not in sentence.items[spot.head].senses or not _INTO.isdisjoint(before)
