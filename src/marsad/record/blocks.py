"""Blocks: what two tellings must share to be compared at all, so that cost grows with the claims and not with their square."""

from collections.abc import Iterator, Sequence
from math import cos, floor, radians

from marsad.record.telling import Telling

_FINE, _FINE_REACH = 0.25, 0.12
"""Degrees of latitude: the side of a cell for spots and towns, and how far beyond it a place looks (twice that, 27 km, is more
than two towns' radii)."""
_WIDE, _WIDE_REACH = 3.0, 1.45
"""The same for stretches of country, of which two regions may reach each other over 300 km."""
_WORD = 3
"""Letters of the shortest word that a place without coordinates is looked for by."""
_MANY = 10
"""People from which on one figure on one day brings tellings of an unknown place together."""

WIDE = "w"
"""How a block begins in which only pairs with a stretch of country are compared: towns meet in the small cells."""


def blocks(telling: Telling) -> tuple[str, ...]:
    """The blocks of a telling; tellings that share none are not compared, and a telling of a long span has none."""
    if telling.long:
        return ()
    days = range(telling.first, telling.last + 2)
    return tuple(f"{spot}@{day}" for spot in sorted(set(_spots(telling))) for day in days)


def _spots(telling: Telling) -> Iterator[str]:
    place = telling.where
    if place is not None and place.latitude is not None and place.longitude is not None:
        yield from _cells(WIDE, place.latitude, place.longitude, _WIDE, _WIDE_REACH)
        if place.fine:
            yield from _cells("f", place.latitude, place.longitude, _FINE, _FINE_REACH)
    if place is not None and place.id is not None:
        yield f"i{place.id}"
    if place is not None:
        yield from (f"n{word}" for word in place.named if len(word) >= _WORD)
    for outcome, (low, high) in telling.counts.items():
        if (low or high or 0) >= _MANY:
            yield f"k{outcome}{low or high}"


def _cells(kind: str, latitude: float, longitude: float, side: float, reach: float) -> Iterator[str]:
    """The cells that a square of twice ``reach`` about a point touches: two points within that reach of each other share one."""
    wide = side / max(cos(radians(latitude)), 0.2)
    wide = side * 2 if wide > side * 1.5 else side * 1.25
    for north in {floor((latitude - reach) / side), floor((latitude + reach) / side)}:
        for east in {floor((longitude - reach * wide / side) / wide), floor((longitude + reach * wide / side) / wide)}:
            yield f"{kind}{north},{east}"


def candidates(tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """The pairs of tellings, by number and each once, that share a block; in the wide blocks those with a stretch of country on
    one side.

    Pairs are kept as one number each and blocks of one telling as no list: a million small containers would cost a quarter more
    in the collector of garbage.
    """
    alone: dict[str, int] = {}
    held: dict[str, list[int]] = {}
    for number, telling in enumerate(tellings):
        for block in blocks(telling):
            first = alone.setdefault(block, number)
            if first != number:
                held.setdefault(block, [first]).append(number)
    size = len(tellings)
    seen: set[int] = set()
    towns = [t.where is not None and t.where.fine for t in tellings]
    for block, members in held.items():
        country = [n for n in members if not towns[n]] if block[0] == WIDE else members
        for at, a in enumerate(members):
            for b in members[at + 1 :] if block[0] != WIDE or not towns[a] else (n for n in country if n > a):
                pair = a * size + b
                if pair not in seen:
                    seen.add(pair)
                    yield a, b
