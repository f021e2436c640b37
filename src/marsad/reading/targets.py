"""What was struck: the words that follow the verb or the noun of an attack, up to where it was."""

from collections.abc import Sequence

from marsad.model.named import Actor
from marsad.model.values import TargetType
from marsad.reading.attack import Blow
from marsad.reading.chunks import PlaceMention
from marsad.reading.items import Named, Sentence
from marsad.reading.places import Spot, bare_names
from marsad.reading.struck import DIRECTIONS

_BEFORE = frozenset(
    ["ON", "FOR", "DATE", "COMMA", "PRONOUN", "MANNER", "NUMBER", "OPEN", "VERSUS", "ASIDE", "VIA", "CITIZEN", "HIT", "HABIT"]
)
_AFTER = frozenset(
    [
        "IN",
        "AT",
        "FROM",
        "WITH",
        "CAUSED",
        "COMMA",
        "STOP",
        "BREAK",
        "RESULTED",
        "DATE",
        "WHO",
        "DURING",
        "PAREN_OPEN",
        "SAYS",
        "ACCORDING",
        "LOST",
        "LOSS",
        "STRUCK",
        "THAT",
        "AFTER",
        "COUNTRYSIDE",
        "DIRECTION",
        "BETWEEN",
        "HAPPENED",
        "LAUNCHED",
        "SUFFERED",
    ]
)
_BY = frozenset(["STRIKE", "WEAPON", "AIRCRAFT"])
"""What struck, between the verb and what was struck: "استهدف القصف كذا"."""
_TOOL = frozenset(["STRIKE", "WEAPON", "AIRCRAFT", "MANNER", "QUALITY", "NUMBER", "IN"])
_LINKS = frozenset(["AND", "TO", "NOT"])
_WHERE = ("IN", "AT", "FROM", "DIRECTION", "COMMON", "BETWEEN")
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
            if (sentence.has(b.anchor, "STRUCK") or sentence.has(b.anchor, "WRECKED")) and not sentence.has(b.anchor, "STRIKE")
        ),
        None,
    )
    blow = verb or blows[-1]
    start = max([blow.anchor + 1, *(i + 1 for i in (*blow.by, *([] if blow.nation is None else [blow.nation])) if i < last)])
    start = _object(sentence, start, last, blow.anchor)
    direct = blow.means in ("assassination", "arrest", "abduction", "execution") or sentence.has(blow.anchor, "TAKING")
    if verb is None and not direct and not any(sentence.has(start - 1, kind) for kind in ("ON", "FOR", "VERSUS", "HIT")):
        return None
    return _cut(sentence, start, last)


def _object(sentence: Sentence, start: int, last: int, anchor: int) -> int:
    """Where the words for what was struck begin: after prepositions, when it was, and with what ("بالمدفعية الثقيلة")."""
    while start < last:
        senses = sentence.items[start].senses
        if not (_BEFORE if start > anchor + 1 else _BEFORE | _BY).isdisjoint(senses):
            start += 1
            continue
        if "IN" not in senses or not any(sentence.has(start + n, kind) for n in (1, 2) for kind in _BY):
            break
        start += 1
        while start < last and (
            not _TOOL.isdisjoint(sentence.items[start].senses)
            or (sentence.has(start, "AND") and start + 1 < last and not _TOOL.isdisjoint(sentence.items[start + 1].senses))
        ):
            start += 1
    return start


def _cut(sentence: Sentence, start: int, last: int) -> tuple[int, int] | None:
    end = start
    if start < last and not _LINKS.isdisjoint(sentence.items[start].senses):
        return None
    while end < min(last, start + _LONGEST) and _AFTER.isdisjoint(sentence.items[end].senses):
        end += 1
    return (start, end) if end > start else None


def told_target(
    sentence: Sentence, target: tuple[int, int] | None, spot: Spot | None, onto: bool
) -> tuple[Actor | None, TargetType | None]:
    """What was struck as the text names it, the place itself when nothing finer is named, and of what sort it is.

    ``onto``: the blow is told to have fallen on the place, not only in it.
    """
    if target is not None and not sentence.has(target[0], "PLACE"):
        mention = sentence.items[target[0]].mention
        kind = next((i.senses["TARGET"] for i in sentence.items[target[0] : target[1]] if "TARGET" in i.senses), None)
        name = mention.name if isinstance(mention, Named) and target[1] == target[0] + 1 else sentence.text(*target)
        return Actor(name), kind
    if spot is None:
        return None, None
    mention = sentence.items[spot.head].mention
    sort = _KINDS.get(mention.kind) if isinstance(mention, PlaceMention) else None
    return (Actor(bare_names(sentence, spot)[0]) if target is not None or onto else None), sort


def fell_on(sentence: Sentence, spot: Spot, blow: Blow) -> bool:
    """Whether a place is told to be what the blow fell on: what a verb or a "قصف" takes, or after "على"; not where it was done."""
    if spot.head < blow.anchor:
        return blow.passive
    mention = sentence.items[spot.head].mention
    towards = isinstance(mention, PlaceMention) and mention.kind in DIRECTIONS
    return not towards and not any(sentence.has(spot.head - 1, kind) for kind in _WHERE)
