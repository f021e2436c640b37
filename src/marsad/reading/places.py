"""Where: the most precise named place a text gives for a claim, carried from the context where the sentence names none."""

from dataclasses import dataclass

from marsad.model import Place
from marsad.reading.chunks import PlaceMention
from marsad.reading.discourse import Discourse
from marsad.reading.draft import Draft
from marsad.reading.figures import near
from marsad.reading.items import Named, Sentence
from marsad.world.places import Entry

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
_WIDE = frozenset(
    [
        "COUNTRYSIDE",
        "lands",
        "countryside",
        "outskirts",
        "north",
        "south",
        "east",
        "west",
        "centre",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
    ]
)
_FINE = frozenset(["town", "village", "quarter", "camp", "landmark", "crossing", "front"])
_STRUCK_COST = 1.0
_NEVER = 100
"""The cost from which a place is not where the claim lies."""
_TOWARDS = 12
"""What "to" weighs against a place, and what it weighs for one of people who fled."""
_CLOSE = 5
"""The cost up to which a place after a figure is said of the figure, whatever was struck before."""
_BESIDE = 6
_LOCATIVE = frozenset(
    [
        "IN",
        "AT",
        "ON",
        "TO",
        "FROM",
        "STRUCK",
        "SUFFERED",
        "BETWEEN",
        "AND",
        "COMMA",
        "DIRECTION",
        "OPEN",
        "PAREN_OPEN",
        "CITY",
        "FOR",
    ]
)
_ANNOUNCED = {
    "town": frozenset(["town", "village"]), "village": frozenset(["village", "town"]), "district": frozenset(["district", "region"]),
    "province": frozenset(["province", "region"]), "quarter": frozenset(["quarter"]), "camp": frozenset(["camp"]),
}  # fmt: skip
"""Kinds of the gazetteer that the noun before a name lets expect."""
_REACH = 6
"""Sentences back that a place is carried from; beyond it the title's and the lead's place stand."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a sentence with the areas the text sets about it: item indexes, the most precise first."""

    head: int
    last: int
    context: tuple[int, ...]


def spots(sentence: Sentence) -> list[Spot]:
    """The places of a sentence, each with the areas that follow to say where it lies ("قرية كذا بريف كذا")."""
    if sentence.spots is None:
        sentence.spots = _spots(sentence)
    return sentence.spots


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
        if chain and chain[0] == head + 1 and is_area(sentence, head) and _fine(sentence, chain[0]):
            head, chain[0] = chain[0], head  # "في ريف كذا قرية كذا": the settlement lies in the area named before it
        found.append(Spot(head, last + 1, tuple(chain)))
        i += 1
    return found


def _fine(sentence: Sentence, index: int) -> bool:
    """Whether an item names a settlement or a part of one by its kind."""
    mention = sentence.items[index].mention
    return isinstance(mention, PlaceMention) and mention.kind in _FINE


def _joined(sentence: Sentence, a: int, b: int, chained: bool) -> bool:
    """Whether the place at ``b`` says where the one at ``a`` lies: nothing but joints between, and it is an area."""
    if b - a > 4:
        return False
    between = [sentence.items[i].senses for i in range(a + 1, b)]
    if any(_JOINTS.isdisjoint(s) or "AND" in s for s in between):
        return False
    if not between:
        return "STATE" not in sentence.items[a].senses
    comma_only = all("COMMA" in s for s in between)
    return not comma_only or is_area(sentence, b)


def is_area(sentence: Sentence, index: int) -> bool:
    """Whether an item names a countryside, a direction, a district or a province rather than a settlement."""
    mention = sentence.items[index].mention
    return isinstance(mention, PlaceMention) and mention.kind in _WIDE | {"province", "district"}


def grain(sentence: Sentence, spot: Spot, place: Place) -> int:
    """How fine a place is: 0 a settlement or landmark, 1 an area about one, 2 a district or wider."""
    return 1 if is_area(sentence, spot.head) else 0 if (place.precision or 2) <= 2 else 2


@dataclass(frozen=True, slots=True)
class Found:
    """A place settled on: the place, the gazetteer's entry for it, and how fine it is (see ``grain``)."""

    place: Place
    entry: Entry | None
    grain: int


def place_of(draft: Draft, discourse: Discourse) -> Place | None:
    """The place of a draft: of its sentence, the nearest that the claim can lie in; else carried from before."""
    found = _own(draft, discourse) or _carried(draft.sentence, discourse)
    if found is None:
        return None
    draft.grain = found.grain
    return found.place


def _own(draft: Draft, discourse: Discourse) -> Found | None:
    """The place the draft's own sentence gives: a name, or "the town" for the one named before."""
    sentence = draft.sentence
    again = [Spot(i, i + 1, ()) for i in sentence.where("CITY")]
    costs = {spot: _cost(sentence, draft.anchor, spot, discourse) for spot in (*spots(sentence), *again)}
    if draft.fields.get("outcome") == "displaced":
        costs |= {spot: cost - _TOWARDS for spot, cost in costs.items() if sentence.has(spot.head - 1, "TO")}
    blow = [s for s in getattr(draft.event, "struck", ()) if s in costs and s.last <= draft.anchor]
    if blow and not any(s.head > draft.anchor and cost < _CLOSE for s, cost in costs.items()):
        costs[blow[0]] = min(costs.values()) - 1
    best = min(costs, key=lambda s: costs[s], default=None)
    if best is None or costs[best] >= _NEVER:
        return None
    if best in again:
        before = [s for s in spots(sentence) if s.last <= best.head and not is_area(sentence, s.head)]
        return _found(sentence, before[-1], discourse) if before else _carried(sentence, discourse, fine=True)
    best = _first_of_row(sentence, best)
    found = _found(sentence, best, discourse)
    running = any(True for _ in sentence.where("SINCE")) or any(True for _ in sentence.where("WINDOW"))
    if not running and best not in blow and _coarse(sentence, best, discourse) and not _said_of(sentence, draft.anchor, best):
        carried = _carried(sentence, discourse, fine=True)
        if carried is not None and _within(carried, best, sentence, discourse):
            return carried
    return found


def _first_of_row(sentence: Sentence, spot: Spot) -> Spot:
    """The first of a row of places ("كذا وكذا"), which stands for the row."""
    found = spots(sentence)
    at = next((i for i, s in enumerate(found) if s.head == spot.head), 0)
    while at and spot.head - found[at - 1].last == 1 and sentence.has(spot.head - 1, "AND") and not found[at - 1].context:
        at -= 1
        spot = found[at]
    return spot


def _found(sentence: Sentence, spot: Spot, discourse: Discourse) -> Found:
    place = to_place(sentence, spot, discourse)
    return Found(place, entry_of(sentence, spot, discourse), grain(sentence, spot, place))


def _cost(sentence: Sentence, anchor: int, spot: Spot, discourse: Discourse) -> float:
    """How far a place is from being where the claim lies, in items; places after the anchor are nearer than before it."""
    between = range(anchor + 1, spot.head) if spot.head > anchor else range(spot.last, anchor)
    cost = float(len(between)) if spot.head > anchor else 1.5 * len(between) + 2
    for i in between:
        senses = sentence.items[i].senses
        cost += (
            8 * ("AMONG" in senses)
            + 6 * ("BREAK" in senses)
            + 4 * ("SAYS" in senses)
            + 3 * ("LOSS" in senses and spot.head > anchor)
            + 2 * ("RESULTED" in senses and spot.head > anchor)
        )
    before = sentence.items[spot.head - 1].senses if spot.head else {}
    if "STATE" in sentence.items[spot.head].senses:
        cost += 12 if "IN" in before else 120
    if "TO" in before or "FROM" in before:
        cost += 10
    if "FOR" in before:
        cost += 8
    mention = sentence.items[spot.head].mention
    if isinstance(mention, PlaceMention) and mention.kind in ("hospital", "school"):
        cost += 5
    if _struck(sentence, spot.head):
        cost = min(cost, _STRUCK_COST + 0.1 * cost)
    if is_area(sentence, spot.head):
        cost += 5
    if not isinstance(sentence.items[spot.head].mention, PlaceMention) and _LOCATIVE.isdisjoint(before):
        cost += 6
    return cost


def _struck(sentence: Sentence, index: int) -> bool:
    """Whether a place is what the blow fell on: right after the word for it."""
    for i in range(index - 1, max(index - 3, -1), -1):
        senses = sentence.items[i].senses
        if ("STRUCK" in senses and "STRIKE" not in senses) or "SUFFERED" in senses:
            return True
        if "STRIKE" in senses:
            return i < index - 1
        if _LOCATIVE.isdisjoint(senses) and "TARGET" not in senses:
            return False
    return False


def _said_of(sentence: Sentence, anchor: int, spot: Spot) -> bool:
    """Whether a country is said of the claim itself: "was killed in Syria"."""
    between = range(anchor + 1, spot.head)
    near = len(between) < _BESIDE or not any(
        {"COMMA", "BREAK", "RESULTED", "SAYS"} & set(sentence.items[i].senses) for i in between
    )
    return anchor < spot.head and near and sentence.has(spot.head - 1, "IN")


def _coarse(sentence: Sentence, spot: Spot, discourse: Discourse) -> bool:
    if is_area(sentence, spot.head):
        return True
    entry = entry_of(sentence, spot, discourse)
    return entry is not None and entry.kind in ("country", "region")


def _within(carried: Found, spot: Spot, sentence: Sentence, discourse: Discourse) -> bool:
    own = entry_of(sentence, spot, discourse)
    place, entry = carried.place, carried.entry
    if own is None:
        return True
    if entry is not None:
        return own.id == entry.id or own.id in {e.id for e in discourse.names.gazetteer.area(entry)}
    wide = discourse.names.gazetteer.place(own, own.id)
    return near(place, wide)


def _carried(after: Sentence, discourse: Discourse, fine: bool = False) -> Found | None:
    """The place last told of before a sentence, the nearer sentence first; a country, or a place abroad, only when nothing finer is."""
    wide: Found | None = None
    for distance, sentence in enumerate(discourse.before(after)):
        if distance > _REACH and not sentence.in_title:
            continue
        for spot in sorted(spots(sentence), key=lambda s: _cost(sentence, 0, s, discourse)):
            if _cost(sentence, 0, spot, discourse) >= _NEVER:
                continue
            found = _found(sentence, spot, discourse)
            entry = found.entry
            if entry is None or (entry.kind not in ("country", "region") and entry.country in (None, discourse.country)):
                return found
            wide = wide or found
    return None if fine else wide


def bare_names(sentence: Sentence, spot: Spot) -> tuple[str, str]:
    """(the name as written, the name without the noun before it) of a spot's head."""
    mention = sentence.items[spot.head].mention
    if isinstance(mention, PlaceMention):
        return mention.name, mention.bare
    assert isinstance(mention, Named)
    return mention.name, mention.name


def entry_of(sentence: Sentence, spot: Spot, discourse: Discourse) -> Entry | None:
    """The gazetteer's entry for a spot's head, told apart by the areas about it and the article's country."""
    gazetteer = discourse.names.gazetteer
    about: list[Entry] = []
    for index in reversed(spot.context):
        _, bare = bare_names(sentence, Spot(index, index + 1, ()))
        area = gazetteer.resolve(bare, about, discourse.country)
        if area is not None:
            about.append(area)
    _, bare = bare_names(sentence, spot)
    mention = sentence.items[spot.head].mention
    announced = _ANNOUNCED.get(mention.kind, frozenset()) if isinstance(mention, PlaceMention) else frozenset()
    last = spot.head + 1
    land = sentence.items[last].senses["NISBA"] if sentence.has(last, "NISBA") else discourse.country
    return gazetteer.resolve(bare, about or discourse.near, land, announced)


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
        return found
    about = entry
    for index in spot.context:
        about = about or entry_of(sentence, Spot(index, index + 1, ()), discourse)
    if about is None:
        return Place(name, country=discourse.country)
    at = gazetteer.place(about, name)
    return Place(name, None, at.latitude, at.longitude, max(2, at.precision or 2), at.country)


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
    """Work out which country an article is about: the one most of its place names lie in."""
    gazetteer = discourse.names.gazetteer
    weight: dict[str, float] = {}
    for sentence in (*discourse.title, *discourse.sentences):
        for index in sentence.where("PLACE"):
            mention = sentence.items[index].mention
            entries = [gazetteer.entry(i) for i in mention.ids[:8]] if mention.ids else []
            countries = {e.country for e in entries if e.country}
            for country in countries:
                share = 2.0 if any(e.kind == "country" for e in entries) else 1.0
                weight[country] = weight.get(country, 0.0) + share / len(countries)
    if weight:
        discourse.country = max(sorted(weight), key=lambda c: weight[c])
