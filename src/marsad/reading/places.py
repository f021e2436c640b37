"""Where: the most precise named place a text gives for a claim, carried from the context where the sentence names none."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from marsad.language.lexicon import Senses
from marsad.model import Place
from marsad.reading.chunks import PlaceMention
from marsad.reading.discourse import Discourse
from marsad.reading.items import Named, Sentence
from marsad.world.places import Entry, Gazetteer

_JOINTS = frozenset(
    [
        "IN",
        "FROM",
        "COMMA",
        "FOR",
        "BELONGING",
        "DIRECTION",
        "AT",
        "BEARING",
        "PAREN_OPEN",
        "DASH",
        "CITY",
        "COUNTRYSIDE",
        "NISBA",
    ]
)
DIRECTIONS = frozenset("north south east west centre northeast northwest southeast southwest".split())
"""Kinds of places told as a direction from another."""
_WIDE = DIRECTIONS | {"COUNTRYSIDE", "lands", "countryside", "outskirts"}
_NEAR, _APPOSED = 4, 8
"""Items from a place to the area it lies in, and to the one after what it is there."""
_SORTS = frozenset(["SEAT", "SETTLEMENT", "CITY"])
_SAYS_WHAT = _SORTS | frozenset("FROM FOR IN AT DIRECTION QUALITY NISBA MANNER MEASURE NUMBER WORD COMMON SUCH".split())
_CLAUSE = frozenset(["AND", "STOP", "BREAK", "SAYS", "COUNTED", "LOSS", "LOST"])
_KEPT = 50
"""How many times the people of a place count whose row is kept by hand, since news of war names it."""
_UNCOUNTED = 5_000
"""People that a place is taken to have beside those counted: most villages of the gazetteer have no count."""
_FINE = frozenset(["town", "village", "quarter", "camp", "landmark", "crossing", "front"])
_HARBOURS = frozenset(["infrastructure", "military"])
_BROAD = frozenset(["district", "province", "region", "country", "water"])
"""Kinds of the gazetteer that are wider than any settlement."""
_ANNOUNCED = {
    "town": frozenset(["city", "town", "village"]), "village": frozenset(["village", "town"]), "district": frozenset(["district", "region"]),
    "province": frozenset(["province", "region"]), "quarter": frozenset(["quarter"]), "camp": frozenset(["camp"]),
}  # fmt: skip
"""Kinds of the gazetteer that the noun before a name lets expect; a "city" is none of them, and no village."""


class Spot(NamedTuple):
    """A place in a sentence with the areas the text sets about it: item indexes, the most precise first."""

    head: int
    last: int
    context: tuple[int, ...]


def spots(sentence: Sentence) -> list[Spot]:
    """The places of a sentence, each with the areas that follow to say where it lies ("قرية كذا بريف كذا")."""
    if sentence.spots is None:
        sentence.spots = _spots(sentence)
    return sentence.spots


def pass_over(sentence: Sentence, spans: Sequence[tuple[int, int]]) -> None:
    """Leave out the places that stand in some spans of items, as in the names of papers that something was told to."""
    spans = [span for span in spans if span[0] < span[1]]
    if spans:
        sentence.spots = [s for s in spots(sentence) if not any(first <= s.head < last for first, last in spans)]


def _spots(sentence: Sentence) -> list[Spot]:
    found: list[Spot] = []
    places = [
        i for i in sentence.where("PLACE") if not sentence.has(i - 1, "OPERATION")
    ]  # "operation Euphrates Shield" is nowhere
    i = 0
    while i < len(places):
        head = places[i]
        chain: list[int] = []
        last = head
        while i + 1 < len(places) and _joined(sentence, last, places[i + 1], bool(chain)):
            i += 1
            last = places[i]
            chain.append(last)
        towards = _kind(sentence, head) in DIRECTIONS
        within = chain and all(sentence.has(j, "IN") or (towards and sentence.has(j, "AT")) for j in range(head + 1, chain[0]))
        if (
            within
            and (is_area(sentence, head) or chain[0] == head + 1)
            and (_kind(sentence, chain[0]) in _FINE | {"outskirts"} or _stands_in(sentence, head, chain[0]))
        ):
            head, chain[0] = chain[0], head  # "في ريف كذا قرية كذا": the settlement lies in the area named before it
        found.append(Spot(head, last + 1, tuple(chain)))
        i += 1
    return found


def _kind(sentence: Sentence, index: int) -> str | None:
    """The kind that the noun before a place's name says; None where none stands there."""
    mention = sentence.items[index].mention
    return mention.kind if isinstance(mention, PlaceMention) else None


def _stands_in(sentence: Sentence, a: int, b: int) -> bool:
    """Whether of two places side by side the second stands in the first by its noun: "the Red Sea port of so-and-so"."""
    return b == a + 1 and _kind(sentence, b) in _HARBOURS and not isinstance(sentence.items[a].mention, PlaceMention)


def _fine(sentence: Sentence, index: int) -> bool:
    """Whether an item names a settlement or a part of one by its kind."""
    return _kind(sentence, index) in _FINE


def _joined(sentence: Sentence, a: int, b: int, chained: bool) -> bool:
    """Whether the place at ``b`` says where the one at ``a`` lies: nothing but joints between, and it is an area."""
    if b - a > _APPOSED:
        return False
    if _kind(sentence, b) in DIRECTIONS and _by_distance(sentence, a, b):
        return True
    between = [sentence.items[i].senses for i in range(a + 1, b)]
    if _is_apposition(between) or _is_seat(sentence, b, between):
        return True
    if between and "COMMA" in between[0]:
        between = [s for s in between if "MANNER" not in s]  # ", just south of so-and-so"
    if b - a > _NEAR:
        return False
    if any(_JOINTS.isdisjoint(s) or "AND" in s for s in between):
        return False
    if not between and _fine(sentence, b) and sentence.has(a - 2, "POSTED"):
        return False  # "a force posted in X shelled Y"
    if "STATE" in sentence.items[a].senses:
        return False
    if not between:
        return True
    comma_only = all("COMMA" in s for s in between)
    if comma_only and is_area(sentence, a) and (sentence.has_any(b + 1, "IN") or _in_row_of(sentence, a, b)):
        return False  # "the countryside of X, the area Y in Z", "the districts of X, Y": a row
    return not comma_only or is_area(sentence, b)


def _is_apposition(between: Sequence[Senses]) -> bool:
    """Whether words between two places say of the first what it is in the second: ", the capital of", ", a town in"."""
    if len(between) < 2 or "COMMA" not in between[0]:
        return False
    said = between[1:]
    return any(not _SORTS.isdisjoint(s) for s in said) and all(not _SAYS_WHAT.isdisjoint(s) for s in said)


def _by_distance(sentence: Sentence, a: int, b: int) -> bool:
    """Whether what stands between two places tells how far the one lies from the other: "X, which lies 70 km south of Y"."""
    between = sentence.items[a + 1 : b]
    return any("MEASURE" in i.senses for i in between) and all(_CLAUSE.isdisjoint(i.senses) for i in between)


def _is_seat(sentence: Sentence, at: int, between: Sequence[Senses]) -> bool:
    """Whether a place is told of only as what the one before it is the capital of: "Aleppo, the Syrian regional capital"."""
    capital = sentence.holds("SEAT", at + 1, at + 3)
    return capital and len(between) == 1 and "COMMA" in between[0]


def _in_row_of(sentence: Sentence, a: int, b: int) -> bool:
    """Whether the place at ``b`` is an unlisted name in the row that the one at ``a`` opens: "the districts of X, Y and Z"."""
    one, two = sentence.items[a].mention, sentence.items[b].mention
    named = isinstance(one, PlaceMention) and isinstance(two, PlaceMention) and two.head is None
    return named and (one.several or one.head is None)


def is_area(sentence: Sentence, index: int) -> bool:
    """Whether an item names a countryside, a direction, a district or a province rather than a settlement."""
    mention = sentence.items[index].mention
    return isinstance(mention, PlaceMention) and mention.kind in _WIDE | {"province", "district"}


def grain(sentence: Sentence, spot: Spot, entry: Entry | None, discourse: Discourse) -> int:
    """How fine a place is, whatever is known of where it lies: 0 a settlement or landmark, 1 a city that names a province, 2 an area
    about one, 3 a district or wider."""
    if is_area(sentence, spot.head):
        mention = sentence.items[spot.head].mention
        return 1 if isinstance(mention, PlaceMention) and mention.kind == "outskirts" else 2
    mention = sentence.items[spot.head].mention
    if isinstance(mention, PlaceMention) and mention.kind != "town":
        return 0 if mention.kind not in ("district", "province") else 3
    if entry is not None and entry.kind in _BROAD:
        return 3
    return int(any(e.kind == "province" for e in discourse.names.gazetteer.candidates(bare_names(sentence, spot)[1])))


def bare_names(sentence: Sentence, spot: Spot) -> tuple[str, str]:
    """(the name as written, the name without the noun before it) of a spot's head."""
    mention = sentence.items[spot.head].mention
    if isinstance(mention, PlaceMention):
        return mention.name, mention.bare
    assert isinstance(mention, Named)
    return mention.name, mention.name


def _area_name(sentence: Sentence, spot: Spot, gazetteer: Gazetteer) -> str:
    """The name to look a spot's head up by: of "ريف إدلب الجنوبي" without the side of it that is meant."""
    _, bare = bare_names(sentence, spot)
    whole, _, _ = bare.rpartition(" ")
    return whole if whole and is_area(sentence, spot.head) and not gazetteer.candidates(bare) else bare


def entry_of(sentence: Sentence, spot: Spot, discourse: Discourse) -> Entry | None:
    """The gazetteer's entry for a spot's head, told apart by the areas about it and the article's country."""
    gazetteer = discourse.names.gazetteer
    about: list[Entry] = []
    for index in reversed(spot.context):
        area = gazetteer.resolve(_area_name(sentence, Spot(index, index + 1, ()), gazetteer), about, discourse.country)
        if area is not None:
            about.append(area)
    bare = _area_name(sentence, spot, gazetteer)
    mention = sentence.items[spot.head].mention
    announced = _ANNOUNCED.get(mention.kind, frozenset()) if isinstance(mention, PlaceMention) else frozenset()
    if isinstance(mention, PlaceMention) and mention.several and "town" in announced:
        announced = frozenset()  # "the towns of the South" may name what they lie in
    last = spot.head + 1
    land = sentence.items[last].senses["NISBA"] if sentence.has(last, "NISBA") else discourse.country
    found = gazetteer.resolve(bare, about or discourse.near, land, announced)
    lands = {area.country for area in about}
    elsewhere = found is not None and found.country is not None and bool(lands) and found.country not in lands
    return None if elsewhere else found  # a town of Idlib's countryside is no namesake's in another country


def to_place(sentence: Sentence, spot: Spot | int, discourse: Discourse) -> Place:
    """The place of a spot (or of an item alone), with the gazetteer's id and coordinates where it knows them.

    An unlisted place keeps its name and takes the coordinates of the area the text sets about it, at precision 2 or coarser.
    """
    if isinstance(spot, int):
        spot = next((s for s in spots(sentence) if s.head == spot), Spot(spot, spot + 1, ()))
    name, _ = bare_names(sentence, spot)
    gazetteer = discourse.names.gazetteer
    entry = entry_of(sentence, spot, discourse)
    mention = sentence.items[spot.head].mention
    head = mention.kind if isinstance(mention, PlaceMention) else None
    if entry is not None and head not in _WIDE:
        found = gazetteer.place(entry, name)
        if isinstance(mention, PlaceMention) and _is_landmark(sentence, spot) and entry.kind not in ("landmark", "crossing"):
            return Place(name, None, found.latitude, found.longitude, max(2, found.precision or 2), found.country)
        return replace(found, precision=max(2, found.precision or 2)) if _between(sentence, spot) else found
    about = entry
    for index in spot.context:
        about = about or entry_of(sentence, Spot(index, index + 1, ()), discourse)
    if about is None:
        return Place(name, country=discourse.country)
    at = gazetteer.place(about, name)
    return Place(name, None, at.latitude, at.longitude, max(2, at.precision or 2), at.country)


def _between(sentence: Sentence, spot: Spot) -> bool:
    """Whether a place is one of two that a thing happened between: near it, then, and not in it."""
    first = spot.head if sentence.has(spot.head - 1, "BETWEEN") else spot.head - 2
    return (
        sentence.has(first - 1, "BETWEEN")
        and sentence.has(first, "PLACE")
        and sentence.has(first + 1, "AND")
        and sentence.has(first + 2, "PLACE")
    )


def _is_landmark(sentence: Sentence, spot: Spot) -> bool:
    mention = sentence.items[spot.head].mention
    return isinstance(mention, PlaceMention) and mention.kind in (
        "infrastructure",
        "road",
        "market",
        "hospital",
        "school",
        "worship",
        "military",
    )


def settle_country(discourse: Discourse) -> None:
    """Work out which country an article is about: the one most of its place names lie in, a name that several bear parted by
    their people."""
    gazetteer = discourse.names.gazetteer
    weight: dict[str, float] = {}
    for sentence in (*discourse.title, *discourse.sentences):
        for index in sentence.where("PLACE"):
            mention = sentence.items[index].mention
            entries = [gazetteer.entry(i) for i in mention.ids[:8]] if mention.ids else []
            people: dict[str, int] = {}
            for e in entries:
                if e.country:
                    people[e.country] = max(people.get(e.country, 0), (e.population + _UNCOUNTED) * (_KEPT if e.kept else 1))
            share = 2.0 if any(e.kind == "country" for e in entries) else 1.0
            for country, own in people.items():
                weight[country] = weight.get(country, 0.0) + share * own / sum(people.values())
    if weight:
        discourse.country = max(sorted(weight), key=lambda c: weight[c])
