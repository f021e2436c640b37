"""The places listed after a word of control: names, places named by their noun, parts of them; what only tells of them is passed over."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from marsad.model import Place
from marsad.model.values import Extent
from marsad.reading.discourse import Discourse
from marsad.reading.items import Sentence
from marsad.reading.parties import side_end
from marsad.reading.places import Spot
from marsad.reading.referents import Held, held_at, landmark_meant, opens_row, the_country, told_before

_STOPS = frozenset(
    ["BREAK", "AFTER", "BEFORE", "SAYS", "SAYING", "ACCORDING", "WHO", "RESULTED", "CAUSED", "STOP", "TOOK", "TOOK_ON", "HOLDS_ON", "LOST", "LOSS", "DURING",
     "STRUCK", "STRIKE", "EXPELLED", "WITHDREW", "THAT", "COLON", "DONE", "SINCE", "WITH"]
)  # fmt: skip
_JOINS = frozenset(["AND", "BESIDES", "OR"])
_COUNTABLE = frozenset(["SETTLEMENT", "LANDMARK", "NUMBER", "COUNTRYSIDE", "LANDS", "THE_PLURAL", "HOLDINGS", "TARGET"])
_LISTABLE = frozenset(
    ["PLACE", "ON", "FROM", "PARTIAL", "FULL", "SETTLEMENT", "LANDMARK", "COUNTRYSIDE", "DIRECTION", "CITY", "AT"]
)
_OF_FACILITY = frozenset(
    ["FORCE", "ACTOR", "DEFINITE", "NISBA", "ORDINAL", "LANDMARK", "PLACE", "OFFICE", "SPEAKER", "SETTLEMENT", "QUALITY", "MANNER", "BEARING", "NUMBER",
     "MEASURE", "COUNTED"]
)  # fmt: skip
_NO_PLACE = frozenset(["COMMON", "WORD"])
"""What opens no list of places: "control of the flow of water"."""
_NEAR = 9
"""Items between a word of control and its first place."""
_ASIDE = 14
"""Items of a clause set between the places of a list."""


def size_of(senses: Mapping[str, Any]) -> Extent | None:
    """How much of a place the senses of a word say is meant."""
    return "full" if "FULL" in senses else "partial" if "PARTIAL" in senses else None


def listed(sentence: Sentence, start: int, found: Sequence[Spot], discourse: Discourse) -> list[Held]:
    """The places listed from an item on: "قرى A وB وC"; what only tells of a place ("عاصمة محافظة كذا") is passed over."""
    heads = {s.head: s for s in found}
    out: list[Held] = []
    wanted = True
    parts = row = False
    extent: Extent | None = None
    i = start
    if sentence.has(start - 1, "ON") and start not in heads and _is_no_place(sentence, start):
        return []
    while i < len(sentence.items):
        senses = sentence.items[i].senses
        if i in heads:
            spot = heads[i]
            if wanted:
                out.append(held_at(sentence, spot, extent, discourse))
                row = row or opens_row(sentence, spot)
                extent = None
            wanted = False
            i = spot.last
            continue
        if "WHO" in senses and not out and sentence.has_any(i - 1, "ACTOR", "FORCE"):
            i = _past_relative(sentence, i)
            start = i
            continue
        if "COLON" in senses and sentence.has_any(i - 1, "SEVERAL", "SETTLEMENT", "LANDMARK", "THE_PLURAL"):
            i += 1
            continue
        if "SUPPORT" in senses and not out:
            i = start = past_backers(sentence, i)
            continue
        if wanted and not out and "DIRECTION" in senses and sentence.has_any(i + 1, "LAND", "CITY"):
            if sentence.has_any(i + 1, "LAND"):
                out.append(Held(Place(sentence.text(i, i + 2), country=discourse.country), i, i + 2, extent))
                wanted, extent = False, None
            else:
                extent = "partial"
            i += 2 if out else 1
            continue
        if "AMONG" in senses and (parts or not wanted):
            wanted = True
            i += 1
            start = i
            continue
        if not _STOPS.isdisjoint(senses) or (not out and i - start > _NEAR):
            resumed = _resumed(sentence, i, heads) if row and wanted is False else None
            if resumed is None:
                break
            i, wanted = resumed, True
            continue
        if "LAND" in senses and not out and (country := the_country(sentence, i, discourse)):
            out.append(replace(country, extent=extent))
        elif (
            "CITY" in senses
            and not out
            and sentence.has_any(i + 1, "QUALITY", "NISBA", "ORDINAL")
            and sentence.has_any(i - 1, "OFFICE")
        ):
            break
        elif "CITY" in senses and not out:
            out += [replace(one, extent=extent) for one in told_before(sentence, i, found, discourse)]
            wanted = False
        elif not _JOINS.isdisjoint(senses):
            if out and not _goes_on(sentence, i + 1):
                break
            wanted = True
        elif "COMMA" in senses and out and not wanted and _in_row(sentence, i, heads):
            wanted = True
        elif ("IN" in senses and not out and not parts) or ("FROM" in senses and out and not wanted):
            break
        elif "CAPITAL" in senses and out:
            wanted = False
        elif size := size_of(senses):
            parts = True
            if wanted:
                extent = size
            elif out:
                out[-1] = replace(out[-1], extent=size)
        elif wanted and (last := unlisted(sentence, i)):
            out.append(Held(Place(sentence.text(i, last), country=discourse.country), i, last, extent))
            wanted, extent, i = False, None, last
            continue
        elif wanted and not parts and "THE_LANDMARK" in senses and (known := landmark_meant(sentence, i, found, discourse)):
            out.append(replace(known, extent=extent))
            wanted, extent = False, None
        elif wanted and i == start and sentence.has(i - 1, "ON") and _bare_name(sentence, i):
            out.append(Held(Place(sentence.text(i, i + 1), country=discourse.country), i, i + 1, extent))
            wanted, extent = False, None
        elif not _COUNTABLE.isdisjoint(senses):
            parts = True
        i += 1
    return out


def _in_row(sentence: Sentence, at: int, heads: Mapping[int, Spot]) -> bool:
    """Whether a comma parts two places of a row: a name after it, and after that "and" or a further comma and name."""
    spot = heads.get(at + 1)
    while spot is not None and not sentence.has_any(spot.head, "STATE"):
        if sentence.has_any(spot.last, "AND") or sentence.has_any(spot.last + 1, "AND"):
            return sentence.has_any(spot.last, "AND", "COMMA")
        spot = heads.get(spot.last + 1) if sentence.has_any(spot.last, "COMMA") else None
    return False


def _is_no_place(sentence: Sentence, at: int) -> bool:
    """Whether what is controlled is no place: an unknown or common noun that no place follows ("control of the flow of water")."""
    if at >= len(sentence.items) or not sentence.items[at].senses.keys() <= _NO_PLACE or _bare_name(sentence, at):
        return False
    return not sentence.has_any(at + 1, "PLACE", "LANDMARK", "SETTLEMENT", "PARTIAL")


def _resumed(sentence: Sentence, at: int, heads: Mapping[int, Spot]) -> int | None:
    """Where a list of places goes on after a clause set between them: at a name after a comma and "and"."""
    for i in range(at, min(at + _ASIDE, len(sentence.items) - 2)):
        if sentence.has_any(i, "SAYS", "STOP", "TOOK", "TOOK_ON", "HOLDS_ON", "STRUCK"):
            return None
        if sentence.has_any(i, "COMMA") and sentence.has_any(i + 1, "AND") and i + 2 in heads:
            return i + 2
    return None


def _past_relative(sentence: Sentence, at: int) -> int:
    """Where a clause goes on after a relative one about its subject: at a part, a word of control or "on"; else at its end."""
    for i in range(at + 1, len(sentence.items)):
        if sentence.has_any(i, "PARTIAL", "FULL", "CONTROL", "ON", "COMMA", "SETTLEMENT") or (
            sentence.has(i, "PLACE") and not sentence.has(i, "STATE") and not sentence.has_any(i - 1, "IN")
        ):
            return i
    return len(sentence.items)


def past_backers(sentence: Sentence, at: int) -> int:
    """The item after those who helped, told at an item: "بالتعاون مع ميليشيات محلية", "بدعم من كذا وكذا"."""
    at += 1
    while (end := side_end(sentence, at)) is not None or sentence.has_any(at, "FROM", "WITH", "AND"):
        at = end or at + 1
    return at


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether a list of places goes on at an item after "and"."""
    return sentence.has_any(at, *_LISTABLE)


def unlisted(sentence: Sentence, at: int) -> int | None:
    """The end of a place named by its noun and whose or which it is ("معسكر قوات كذا", "قرية الفلاحين"); None when none starts here."""
    if sentence.has_any(at, "SETTLEMENT"):
        named = sentence.has_any(at + 1, "DEFINITE", "THE_PEOPLE", "PERSON") or sentence.has_any(at + 1, "WORD")
        return at + 2 if named and not sentence.has_any(at, "CITY", "THE_PLURAL") else None
    if not sentence.has_any(at, "LANDMARK") or sentence.has_any(at, "THE_PLURAL"):
        return None
    last = at + 1
    while last < min(at + 8, len(sentence.items)):
        if (
            sentence.has_any(last, "AND")
            and last > at + 1
            and sentence.has_any(last + 1, "SPEAKER", "DEFINITE")
            and not sentence.has_any(last + 1, "LANDMARK")
        ):
            last += 1
        elif _OF_FACILITY.isdisjoint(sentence.items[last].senses):
            break
        last += 1
    return last if last > at + 1 else None


def _bare_name(sentence: Sentence, at: int) -> bool:
    """Whether an unknown word stands as a name: nothing after it that it could belong to."""
    return sentence.has_any(at, "WORD", "DEFINITE") and (
        at + 1 == len(sentence.items)
        or not sentence.has_any(at + 1, "WORD", "DEFINITE", "NISBA", "QUALITY", "COMMON", "ACTOR", "PERSON")
    )
