"""Blocks bring together what may be one event, and no more than grows with the claims."""

from math import cos, radians

from hypothesis import given
from hypothesis import strategies as st

from marsad.model import Article, Place
from marsad.record.blocks import blocks, candidates
from marsad.record.gather import _let_in, _told
from marsad.record.telling import Telling
from marsad.record.where import apart_km, where
from marsad.synthetic import reports

KM = 111.2  # of one degree of latitude


def telling(place: Place, first: int = 100, last: int = 100) -> Telling:
    article = Article("a", "", "0" * 64)
    return Telling(article, (), where(place), first, last, True, frozenset(), frozenset(), {}, True)


def at(latitude: float, longitude: float, precision: int = 1) -> Place:
    return Place("", None, latitude, longitude, precision)


@given(
    st.floats(-35, 55),
    st.floats(-15, 75),
    st.floats(-1, 1),
    st.floats(-1, 1),
    st.sampled_from([1, 2]),
    st.sampled_from([1, 2, 3, 4, 5]),
)
def test_places_that_can_be_one_share_a_block(
    latitude: float, longitude: float, north: float, east: float, one: int, other: int
) -> None:
    a, b = where(at(latitude, longitude, one)), where(at(latitude, longitude, other))
    reach = (a.radius + b.radius) * 0.7 / KM
    there = at(latitude + north * reach, longitude + east * reach / cos(radians(latitude)), other)
    apart = apart_km(a, where(there))
    assert apart is not None
    assert apart <= a.radius + b.radius + 1
    assert set(blocks(telling(at(latitude, longitude, one)))) & set(blocks(telling(there)))


@given(st.integers(100, 130), st.integers(0, 6), st.integers(100, 130), st.integers(0, 6))
def test_days_that_meet_or_follow_share_a_block_and_others_do_not(first: int, length: int, other: int, its: int) -> None:
    place = at(35, 39)
    a, b = blocks(telling(place, first, first + length)), blocks(telling(place, other, other + its))
    gap = max(first, other) - min(first + length, other + its)
    assert bool(set(a) & set(b)) == (gap <= 1)


def comparisons(claims: int) -> int:
    told = _told(sorted(_let_in((s.report for s in reports(claims)), []), key=lambda h: h.order))
    return sum(1 for _ in candidates(told))


def test_comparisons_grow_with_the_claims_and_not_with_their_square() -> None:
    assert comparisons(8000) < 5 * comparisons(2000)
