"""Where a claim lies: of the places its sentence names the nearest that it can lie in, else the one carried from before."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from marsad.model import Place
from marsad.reading.chunks import PlaceMention
from marsad.reading.discourse import Discourse
from marsad.reading.draft import Draft
from marsad.reading.figures import near
from marsad.reading.items import Sentence
from marsad.reading.phrases import GROUPS
from marsad.reading.places import Spot, bare_names, entry_of, grain, is_area, spots, to_place
from marsad.reading.referents import the_country
from marsad.reading.referred import referred
from marsad.reading.struck import PART_OF, fired_from
from marsad.world.places import Entry

_STRUCK_COST = 1.0
_ELSEWHERE = 60
"""The cost from which a place is not where the claim lies."""
_AWAY = 60
"""What "from" weighs against a place, and for one of people who fled."""
_SPEAKER, _SOURCE = 60, 15
"""What it weighs against a place that an official is there who speaks, and that unnamed sources are."""
_AFTERMATH = 12
"""What it weighs against a place before a figure that what was there came after it."""
_PHRASE = 9
"""Items from a word of saying to "that" between which the speaker is named."""
_SAID = frozenset(["SAYS", "THAT", "COLON"])
_MONTH = 4
"""UCDP date_prec of a month."""
_TOLL_OF_WAR = 1000
"""People from which a figure told beside the word for a war is that war's."""
_TAKEN = 8
"""Items between the word that people were taken somewhere and "to"."""
_CLOSE = 5
"""Items up to which a place after a figure is said of the figure, whatever was struck."""
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
_TAKEN_FROM = ("displaced", "detained", "abducted")
"""What befalls people at the place that they are said to be taken or to flee from."""
_NEXT = 2
"""Sentences after a draft in which a place is looked for that nothing before it gives."""
_REACH = 6
"""Sentences back that a place is carried from; beyond it the title's and the lead's place stand."""


@dataclass(slots=True)
class Found:
    """A place settled on: the place, the gazetteer's entry for it, how fine it is (see ``grain``)."""

    place: Place
    entry: Entry | None
    grain: int


def place_of(draft: Draft, discourse: Discourse) -> Place | None:
    """The place of a draft: of its sentence, the nearest that the claim can lie in; else carried from before, else where those it tells of are from."""
    found = _own(draft, discourse)
    draft.carried |= found is None
    if found is None and _of_war(draft) and (land := the_country(draft.sentence, draft.anchor, discourse)) is not None:
        return land.place
    if found is None and _total(draft.sentence):
        found = _wide(draft.sentence, discourse)
    found = found or _carried(draft.sentence, discourse) or _home(draft, discourse) or _ahead(draft, discourse)
    if found is None:
        return None
    draft.grain = found.grain
    return found.place


def _ahead(draft: Draft, discourse: Discourse) -> Found | None:
    """The place first told of after a draft that nothing before it places: a lead names none, and the next sentence says where."""
    full = draft.kind == "casualty" and "STOP" in draft.sentence.items[-1].senses
    for sentence in discourse.after(draft.sentence)[:_NEXT] if full else ():
        for found in _named(sentence, discourse):
            if found.entry is None or found.entry.kind not in ("country", "region"):
                return found
    return None


def _home(draft: Draft, discourse: Discourse) -> Found | None:
    """Where the people of a draft come from, where the text says nothing else."""
    costs = {spot: _cost(draft.sentence, draft.anchor, spot, discourse) for spot in spots(draft.sentence)}
    best = min(costs, key=lambda s: costs[s], default=None)
    return _found(draft.sentence, best, discourse) if best is not None and costs[best] < _ELSEWHERE + _AWAY else None


def _own(draft: Draft, discourse: Discourse) -> Found | None:
    """The place the draft's own sentence gives: a name, or "the town" for the one named before."""
    sentence = draft.sentence
    again = [Spot(i, i + 1, ()) for i in sentence.where("CITY")]
    costs = {spot: _cost(sentence, draft.anchor, spot, discourse) for spot in (*spots(sentence), *again)}
    outcome = draft.fields.get("outcome")
    for spot in spots(sentence) if outcome in _TAKEN_FROM else ():
        if sentence.has(spot.head - 1, "FROM") or (outcome == "displaced" and sentence.has(spot.head - 1, "TO")):
            costs[spot] -= _AWAY
    event = draft.event
    blow = [] if event is None or event.ground else [s for s in costs if s.head in {x.head for x in event.struck}]
    if blow and not any(0 < s.head - draft.anchor < _CLOSE and cost < _ELSEWHERE for s, cost in costs.items()):
        costs[blow[0]] = min(costs.values()) - 1
    for best in sorted(costs, key=lambda s: costs[s]):
        if costs[best] >= _ELSEWHERE:
            break
        if best not in again:
            return _told(draft, _finer(sentence, draft.anchor, best, costs, discourse), best in blow, discourse)
        told = referred(sentence, best.head, best.last, discourse)
        found = _found(told[0], told[1][0], discourse) if told else _carried(sentence, discourse, fine=True)
        if found is not None:
            return found
    if event is not None and event.ground and event.struck:
        return _found(event.ground, event.struck[0], discourse)
    return None


def _finer(sentence: Sentence, anchor: int, spot: Spot, costs: dict[Spot, float], discourse: Discourse) -> Spot:
    """For an area, or a city that names one, the place within it that the sentence names: "a massacre in Idlib's countryside … near the village of X"."""
    place = _found(sentence, spot, discourse)
    if place.grain == 0:
        return spot
    name = bare_names(sentence, spot)[1]
    wide = {e.id for e in discourse.names.gazetteer.candidates(name)}
    within = []
    for other, cost in costs.items():
        if cost >= _ELSEWHERE or other.head == spot.head or sentence.has(other.head, "CITY") or is_area(sentence, other.head):
            continue
        if place.grain == 1 and not (spot.head < other.head < anchor or anchor < other.head < spot.head):
            continue
        about = [Spot(i, i + 1, ()) for i in other.context]
        entries = [entry_of(sentence, s, discourse) for s in (other, *about)]
        areas = {e.id for entry in entries if entry is not None for e in (entry, *discourse.names.gazetteer.area(entry))}
        named = any(bare_names(sentence, s)[1].startswith(name) for s in about)
        if (named or wide & areas) and _found(sentence, other, discourse).grain < place.grain:
            within.append(other)
    return min(within, key=lambda s: costs[s], default=spot)


def _told(draft: Draft, spot: Spot, struck: bool, discourse: Discourse) -> Found:
    """A place the sentence names; one told of before in its stead where it is only an area or a country about that."""
    sentence = draft.sentence
    spot = _first_of_row(sentence, spot)
    if (
        not _running(sentence)
        and not struck
        and _coarse(sentence, spot, discourse)
        and not _said_of(sentence, draft.anchor, spot)
    ):
        carried = _carried(sentence, discourse, fine=True)
        if carried is not None and _within(carried, spot, sentence, discourse):
            return carried
    return _found(sentence, spot, discourse)


def _running(sentence: Sentence) -> bool:
    """Whether a sentence tells of a span of time rather than of one event."""
    return any(True for kind in ("SINCE", "WINDOW", "SO_FAR") for _ in sentence.where(kind))


def _of_war(draft: Draft) -> bool:
    """Whether a figure is the toll of a whole war: "the war has killed more than 220,000"."""
    count = draft.fields.get("count")
    great = count is not None and count.low is not None and count.low >= _TOLL_OF_WAR
    return great and any(True for _ in draft.sentence.where("WHOLE_WAR"))


def _total(sentence: Sentence) -> bool:
    """Whether a sentence tells of a running total, or of one over a month or longer."""
    long = any(sentence.items[i].mention.precision >= _MONTH for i in sentence.where("WINDOW"))
    return long or any(True for kind in ("SINCE", "SO_FAR") for _ in sentence.where(kind))


def _first_of_row(sentence: Sentence, spot: Spot) -> Spot:
    """The first of a row of places ("كذا وكذا"), which stands for the row."""
    found = spots(sentence)
    at = next((i for i, s in enumerate(found) if s.head == spot.head), 0)
    while at and spot.head - found[at - 1].last == 1 and sentence.has(spot.head - 1, "AND") and not found[at - 1].context:
        at -= 1
        spot = found[at]
    return spot


def _found(sentence: Sentence, spot: Spot, discourse: Discourse) -> Found:
    entry = entry_of(sentence, spot, discourse)
    return Found(to_place(sentence, spot, discourse), entry, grain(sentence, spot, entry, discourse))


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
            + 6 * ("SAYING" in senses)
            + 3 * ("LOSS" in senses and spot.head > anchor)
            + 2 * ("RESULTED" in senses and spot.head > anchor)
            + _AFTERMATH * ("AFTER" in senses and spot.head < anchor)
        )
    before = sentence.items[spot.head - 1].senses if spot.head else {}
    paper = spot.head - 1 - ("OPEN" in before)
    if paper >= 0 and sentence.items[paper].senses.get("SPEAKER") == "agency":
        cost += _ELSEWHERE + _AWAY  # the newspaper "Beirut"
    if "STATE" in sentence.items[spot.head].senses:
        cost += 12 if "IN" in before else 120
    if (
        not {"PEOPLE", "COUNTED"}.isdisjoint(before)
        or fired_from(sentence, spot.head)
        or ("FROM" in before and not _part_of(sentence, spot.head - 2))
        or (
            ("TO" in before or "hospital" in before.values() or _in_hospital(sentence, spot.head))
            and _moved(sentence, spot.head - 1)
        )
    ):
        cost += _AWAY
    elif "TO" in before or "FROM" in before:
        cost += 10
    if "FOR" in before:
        cost += 8
    cost += _of_speaker(sentence, spot.head)
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


def _of_speaker(sentence: Sentence, at: int) -> int:
    """What it weighs against a place that it stands between a word of saying and "that": where the speaker is, before where it happened."""
    if not sentence.holds("THAT", at + 1, at + _PHRASE):
        return 0
    said = next((i for i in range(at - 1, max(at - _PHRASE, 0) - 1, -1) if not _SAID.isdisjoint(sentence.items[i].senses)), None)
    if said is None or "SAYS" not in sentence.items[said].senses:
        return 0
    unnamed = any(i.senses.get("SPEAKER") in GROUPS for i in sentence.items[said + 1 : at])
    return _SOURCE if unnamed else _SPEAKER


def _part_of(sentence: Sentence, at: int) -> bool:
    """Whether the word before "from" takes a part of what follows it ("areas of the province")."""
    return at >= 0 and not PART_OF.isdisjoint(sentence.items[at].senses)


def _in_hospital(sentence: Sentence, at: int) -> bool:
    """Whether a place is where a hospital is: "to a hospital in the town"."""
    return sentence.has(at - 1, "IN") and at > 1 and sentence.items[at - 2].senses.get("LANDMARK") == "hospital"


def _moved(sentence: Sentence, at: int) -> bool:
    """Whether a word that people are taken somewhere stands before "to": the hospital is not where they were hurt."""
    return any("MOVED" in item.senses for item in sentence.items[max(0, at - _TAKEN) : at])


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
    mention = sentence.items[spot.head].mention
    if is_area(sentence, spot.head):
        return not (isinstance(mention, PlaceMention) and mention.kind == "outskirts")
    entry = entry_of(sentence, spot, discourse)
    return entry is not None and entry.kind in ("country", "region")


def _within(carried: Found, spot: Spot, sentence: Sentence, discourse: Discourse) -> bool:
    own = entry_of(sentence, spot, discourse)
    place, entry = carried.place, carried.entry
    if own is None:
        return False
    if entry is not None:
        return own.id == entry.id or own.id in {e.id for e in discourse.names.gazetteer.area(entry)}
    wide = discourse.names.gazetteer.place(own, own.id)
    return near(place, wide)


def _carried(after: Sentence, discourse: Discourse, fine: bool = False) -> Found | None:
    """The place last told of before a sentence, the nearer sentence first, in it where a blow fell; a country, or a place abroad, only when nothing finer is."""
    wide: Found | None = None
    for distance, sentence in enumerate(discourse.before(after)):
        if distance > _REACH and not sentence.in_title:
            continue
        for found in _named(sentence, discourse):
            entry = found.entry
            if entry is None or (entry.kind not in ("country", "region") and entry.country in (None, discourse.country)):
                return found
            wide = wide or found
    return None if fine else wide


def _named(sentence: Sentence, discourse: Discourse) -> Iterator[Found]:
    """The places of a sentence in the order in which another sentence takes them: where a blow fell first, a settlement before an area."""
    blows = {s.head for s in discourse.struck.get(sentence.number, ())} if not sentence.in_title else set()
    costs = {spot: _cost(sentence, 0, spot, discourse) for spot in spots(sentence)}
    for spot in sorted(costs, key=lambda s: (s.head not in blows, is_area(sentence, s.head), costs[s])):
        if costs[spot] < _ELSEWHERE:
            yield _found(sentence, spot, discourse)


def _wide(about: Sentence, discourse: Discourse) -> Found | None:
    """The province or region last told of before a sentence, else the first after it: what a running total without a place of its own is of."""
    country = about.holds("THE_COUNTRY")
    for sentence in (*discourse.before(about), *discourse.after(about)[:_REACH]):
        for spot in spots(sentence):
            for part in (spot, *(Spot(i, i + 1, ()) for i in spot.context)):
                if _cost(sentence, 0, part, discourse) < _ELSEWHERE and _is_wide(
                    found := _found(sentence, part, discourse), discourse, country
                ):
                    return replace(found, grain=0)
    return None


def _is_wide(found: Found, discourse: Discourse, country: bool) -> bool:
    """Whether a place is a countryside, a province, a region or the country itself; the latter alone where ``country`` is meant."""
    entry = found.entry
    return (
        entry is not None
        and entry.country == discourse.country
        and (entry.kind == "country" or (not country and (found.grain == 2 or entry.kind in ("province", "region"))))
    )
