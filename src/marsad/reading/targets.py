"""What was struck: the words that follow the verb or the noun of an attack, up to where it was."""

from collections.abc import Sequence

from marsad.model.named import Actor
from marsad.model.values import TargetType
from marsad.reading.attack import Blow
from marsad.reading.chunks import PlaceMention
from marsad.reading.enumerated import past_backers
from marsad.reading.items import Named, Sentence
from marsad.reading.places import DIRECTIONS, Spot, bare_names

_BEFORE = frozenset(
    "ON ON_IT FOR DATE COMMA PRONOUN MANNER OPEN VERSUS ASIDE VIA CITIZEN HIT HABIT TIMES PASSING ANOTHER LOYAL TO_THEM IN_IT".split()
)
_AFTER = frozenset(
    (
        "IN AT FROM WITH CAUSED COMMA STOP BREAK RESULTED DATE WHO DURING PAREN_OPEN SAYS ACCORDING LOST LOSS STRUCK THAT AFTER COUNTRYSIDE "
        "DIRECTION BETWEEN HAPPENED LAUNCHED SUFFERED BY ON NOT WHAT BUT BESIDES DESPITE VIA RETURN LAID SINCE_WORD"
    ).split()
)
_TRAILING = frozenset(["AND", "DONE", "OPEN", "MANNER", "DATE", "LYING", "BELONGING"])
"""What is no end of a target."""
_BY = frozenset(["STRIKE", "WEAPON", "AIRCRAFT"])
"""What struck, between the verb and what was struck: "استهدف القصف كذا"."""
_TOOL = frozenset("STRIKE WEAPON AIRCRAFT MANNER QUALITY NUMBER NISBA FACTION".split())
_WITH = frozenset(["IN", "VIA"])
_AMOUNT = frozenset(["NUMBER", "FROM", "ORDINAL", "OPEN"])
"""What may stand between "with" and the weapon: how many of it."""
_ITS_AUTHOR = ("FOR", "FROM", "BY", "ORIGIN")
_OBJECT = frozenset(["TARGET", "ACTOR", "COUNTED"])
"""What is struck where a place stands before it."""
_GROUND = frozenset(["SETTLEMENT", "LANDMARK", "TARGET"])
_MODEL = 4
"""Items in which a weapon's make stands between quotation marks."""
_RIDE = 4
"""Items from "riding" to what is ridden."""
_LINKS = frozenset(["AND", "TO", "NOT", "ONESELF", "AMONG", "HARM"])
_WHERE = ("IN", "AT", "FROM", "DIRECTION", "COMMON", "BETWEEN")
_GROUNDS = frozenset(["SETTLEMENT", "SEVERAL", "CITY", "OWNER", "AND"])
"""Words for settlements without a name or a figure."""
_LONGEST = 9
"""Items of the longest target."""
_KINDS: dict[str, TargetType] = {
    "market": "market", "hospital": "hospital", "school": "school", "worship": "worship", "camp": "camp", "military": "military", "infrastructure": "infrastructure",
}  # fmt: skip


def target_of(sentence: Sentence, blows: Sequence[Blow], last: int) -> tuple[int, int] | None:
    """The items that name what was struck, as [first, last); None when only a place is named or nothing."""
    if blows[0].target is not None:
        first, end = blows[0].target
        return _cut(sentence, _object(sentence, first, end, first), end)
    verb = next(
        (
            b
            for b in reversed(blows)
            if sentence.has_any(b.anchor, "STRUCK", "WRECKED", "KILLED", "BLEW") and not sentence.has(b.anchor, "STRIKE")
        ),
        None,
    )
    blow = verb or blows[-1]
    start = max([blow.anchor + 1, *(i + 1 for i in (*blow.by, *([] if blow.nation is None else [blow.nation])) if i < last)])
    start = _object(sentence, start, last, blow.anchor)
    direct = blow.means in ("assassination", "arrest", "abduction", "execution") or sentence.has(blow.anchor, "TAKING")
    direct |= sentence.has(blow.anchor - 1, "HIT") or (sentence.has(blow.anchor, "STRUCK") and blow.anchor + 1 in blow.by)
    if verb is None and not direct and not any(sentence.has(start - 1, kind) for kind in ("ON", "FOR", "VERSUS", "HIT")):
        return None
    return _cut(sentence, start, last)


def _object(sentence: Sentence, start: int, last: int, anchor: int) -> int:
    """Where the words for what was struck begin: past prepositions and all that tells when, with what, by whose strike and where from."""
    while start < last:
        past = max(step(sentence, start, last) for step in _STEPS)
        if past > start:
            start = past
        elif _inside(sentence, start, anchor) or _precedes(sentence, start, anchor):
            start += 1
        else:
            break
    return start


def _precedes(sentence: Sentence, at: int, anchor: int) -> bool:
    """Whether a word only leads to what was struck."""
    senses = sentence.items[at].senses
    post = "MANNER" in senses and not _GROUND.isdisjoint(senses) and not sentence.has(at + 1, "ON")
    if "SINCE_WORD" in senses or post:
        return False  # a word for "dense" that is also one for a post
    if sentence.has(at, "ORDINAL") and sentence.has(at - 1, "TIMES"):
        return True
    return not (_BEFORE if at > anchor + 1 else _BEFORE | _BY).isdisjoint(senses) or _whose(sentence, at, anchor)


def _inside(sentence: Sentence, at: int, anchor: int) -> bool:
    """Whether "in" stands between an explosion and what it struck: "انفجر لغم بسيارة"."""
    senses = sentence.items[anchor].senses
    explodes = "explosion" in (senses.get("STRUCK"), senses.get("STRIKE"))
    return explodes and sentence.has(at, "IN") and sentence.has(at + 1, "VEHICLE")


def _fall(sentence: Sentence, start: int, last: int) -> int:
    """The end of a verb of falling after a weapon: "shells that fell on"."""
    return start + 2 if sentence.has(start, "HAPPENED") and sentence.has(start + 1, "ON") else start


def _helped(sentence: Sentence, start: int, last: int) -> int:
    """The end of who backed a side."""
    return past_backers(sentence, start) if sentence.has(start, "SUPPORT") else start


def _tools(sentence: Sentence, start: int, last: int) -> int:
    """The end of the words that tell with what, where they begin at an item: "بعدد من قذائف الهاون", "عبر الطيران", "ثلاث قذائف"."""
    led = not _WITH.isdisjoint(sentence.items[start].senses)
    at = start + led
    while at < last and not _AMOUNT.isdisjoint(sentence.items[at].senses):
        at += 1
    if at >= last or _BY.isdisjoint(sentence.items[at].senses):
        return start
    if not led and (at == start or sentence.has(at, "TARGET")):
        return start  # "three tanks": what was struck
    while at < last:
        senses = sentence.items[at].senses
        if "OPEN" in senses and (name := next((i for i in range(at + 1, at + _MODEL) if sentence.has(i, "CLOSE")), None)):
            at = name + 1 + sentence.has_any(name + 1, "DEFINITE", "QUALITY")  # a weapon known by its make
        elif not _TOOL.isdisjoint(senses) or (
            sentence.has_any(at, "AND", "OPEN", "IN") and at + 1 < last and not _TOOL.isdisjoint(sentence.items[at + 1].senses)
        ):
            at += 1
        else:
            break
    return at


def _ride(sentence: Sentence, start: int, last: int) -> int:
    """The end of a clause on what the authors rode: "يستقلون دراجات نارية"."""
    if not sentence.has(start, "RIDING"):
        return start
    return next((i + 1 for i in range(start + 1, min(start + _RIDE, last)) if sentence.has(i, "VEHICLE")), start)


def _stage(sentence: Sentence, start: int, last: int) -> int:
    """The end of a place that stands before what was struck: "قصفت القوات في ريف كذا مواقع كذا", "صواريخ من كذا على مواقع كذا"."""
    end = start + 1
    while sentence.has_any(end, "DIRECTION", "LANDS"):
        end += 1
    if not sentence.has_any(end, "PLACE", "LAND"):
        return start
    end += 1
    if sentence.has(start, "FROM"):
        return end if sentence.has(end, "ON") else start
    if not (sentence.has(start, "IN") and sentence.has(start - 1, "ACTOR")):
        return start
    while sentence.has_any(end, "DATE", "COMMA", "ASIDE"):
        end += 1
    return end if end < last and not _OBJECT.isdisjoint(sentence.items[end].senses) else start


_STEPS = (_tools, _ride, _stage, _fall, _helped)
"""What is passed over on the way to what was struck: each gives where its words end, its own start where there are none."""


def _whose(sentence: Sentence, at: int, anchor: int) -> bool:
    """Whether an item names the author of a strike that struck: "استهدف قصف لقوات كذا قرية كذا"."""
    if not sentence.has_any(at, "ACTOR", "STATE", "NISBA") or not sentence.has(anchor + 1, "STRIKE"):
        return False
    return sentence.has(at, "NISBA") or sentence.has_any(at - 1, *_ITS_AUTHOR)


def _cut(sentence: Sentence, start: int, last: int) -> tuple[int, int] | None:
    end = start + (start < last and sentence.has(start, "TARGET"))
    if start < last and not _LINKS.isdisjoint(sentence.items[start].senses):
        return None
    while end < min(last, start + _LONGEST) and _AFTER.isdisjoint(sentence.items[end].senses):
        end += 1
        if end < last and _points(sentence, end):
            break
    while end > start and not _TRAILING.isdisjoint(sentence.items[end - 1].senses) and not sentence.has(end - 1, "CLOSE"):
        end -= 1
    return (start, end) if end > start else None


def _points(sentence: Sentence, at: int) -> bool:
    """Whether a place only says in what direction what was struck lies: "a tent west of the town"."""
    mention = sentence.items[at].mention
    return isinstance(mention, PlaceMention) and mention.kind in DIRECTIONS


def told_target(
    sentence: Sentence, target: tuple[int, int] | None, spot: Spot | None, onto: bool, towns: bool
) -> tuple[Actor | None, TargetType | None]:
    """What was struck as the text names it, the place itself when nothing finer is named, and of what sort it is.

    ``onto``: the blow is told to have fallen on the place, not only in it; ``towns``: a place that is no building is a target too.
    """
    if not towns and target is not None and all(not _GROUNDS.isdisjoint(i.senses) for i in sentence.items[slice(*target)]):
        return None, None
    if target is not None and not sentence.has(target[0], "PLACE"):
        mention = sentence.items[target[0]].mention
        kind = next((i.senses["TARGET"] for i in sentence.items[target[0] : target[1]] if "TARGET" in i.senses), None)
        name = mention.name if isinstance(mention, Named) and target[1] == target[0] + 1 else sentence.text(*target)
        return Actor(name), kind
    if spot is None:
        return None, None
    mention = sentence.items[spot.head].mention
    sort = _KINDS.get(mention.kind) if isinstance(mention, PlaceMention) else None
    fell = target is not None or onto
    return (Actor(bare_names(sentence, spot)[0]) if fell and (towns or sort is not None) else None), sort


def fell_on(sentence: Sentence, spot: Spot, blow: Blow) -> bool:
    """Whether a place is told to be what the blow fell on: what a verb or a "قصف" takes, or after "على"; not where it was done."""
    if spot.head < blow.anchor:
        return blow.passive
    mention = sentence.items[spot.head].mention
    towards = isinstance(mention, PlaceMention) and mention.kind in DIRECTIONS
    return not towards and not any(sentence.has(spot.head - 1, kind) for kind in _WHERE)
