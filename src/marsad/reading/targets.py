"""What was struck: the words that follow the verb or the noun of an attack, up to where it was."""

from collections.abc import Sequence

from marsad.model.named import Actor
from marsad.model.values import TargetType
from marsad.reading.attack import Blow
from marsad.reading.chunks import PlaceMention
from marsad.reading.items import Named, Sentence
from marsad.reading.places import Spot, bare_names

_BEFORE = frozenset(["ON", "FOR", "DATE", "COMMA", "PRONOUN", "MANNER", "NUMBER", "OPEN", "VERSUS", "ASIDE", "VIA", "CITIZEN"])
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
    ]
)
_BY = frozenset(["STRIKE", "WEAPON", "AIRCRAFT"])
"""What struck, between the verb and what was struck: "استهدف القصف كذا"."""
_LINKS = frozenset(["AND", "TO", "NOT"])
_LONGEST = 9
"""Items of the longest target."""
_KINDS: dict[str, TargetType] = {
    "market": "market", "hospital": "hospital", "school": "school", "worship": "worship", "camp": "camp", "military": "military", "infrastructure": "infrastructure",
}  # fmt: skip


def target_of(sentence: Sentence, blows: Sequence[Blow], last: int) -> tuple[int, int] | None:
    """The items that name what was struck, as [first, last); None when only a place is named or nothing."""
    if blows[0].target is not None:
        return _cut(sentence, *blows[0].target)
    verb = next(
        (
            b
            for b in reversed(blows)
            if (sentence.has(b.anchor, "STRUCK") or sentence.has(b.anchor, "WRECKED")) and not sentence.has(b.anchor, "STRIKE")
        ),
        None,
    )
    blow = verb or blows[-1]
    start = max([blow.anchor + 1, *(i + 1 for i in blow.by if i < last)])
    while start < last and not (_BEFORE if start > blow.anchor + 1 else _BEFORE | _BY).isdisjoint(sentence.items[start].senses):
        start += 1
    direct = blow.means in ("assassination", "arrest", "abduction", "execution")
    if verb is None and not direct and not any(sentence.has(start - 1, kind) for kind in ("ON", "FOR", "VERSUS")):
        return None
    return _cut(sentence, start, last)


def _cut(sentence: Sentence, start: int, last: int) -> tuple[int, int] | None:
    end = start
    if start < last and not _LINKS.isdisjoint(sentence.items[start].senses):
        return None
    while end < min(last, start + _LONGEST) and _AFTER.isdisjoint(sentence.items[end].senses):
        end += 1
    return (start, end) if end > start else None


def told_target(sentence: Sentence, target: tuple[int, int] | None, spot: Spot | None) -> tuple[Actor | None, TargetType | None]:
    """What was struck as the text names it, the place itself when nothing finer is named, and of what sort it is."""
    if target is not None and not sentence.has(target[0], "PLACE"):
        mention = sentence.items[target[0]].mention
        kind = next((i.senses["TARGET"] for i in sentence.items[target[0] : target[1]] if "TARGET" in i.senses), None)
        name = mention.name if isinstance(mention, Named) and target[1] == target[0] + 1 else sentence.text(*target)
        return Actor(name), kind
    if spot is None:
        return None, None
    mention = sentence.items[spot.head].mention
    sort = _KINDS.get(mention.kind) if isinstance(mention, PlaceMention) else None
    return (Actor(bare_names(sentence, spot)[0]) if target is not None else None), sort
