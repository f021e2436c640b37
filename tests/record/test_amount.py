"""What may be added and what may not; a share of its own base."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from marsad.model import Casualty, Count, Evidence, MarsadError
from marsad.model.values import Period
from marsad.record.amount import Amount, Term, total
from marsad.record.share import share

PLACES = {
    "raqqa": ("raqqa", "raqqa-province", "sy"),
    "raqqa-province": ("raqqa-province", "sy"),
    "sy": ("sy",),
    "sanaa": ("sanaa", "ye"),
}


def term(period: Period, event: str | None, place: str | None, start: int | None, length: int = 5) -> Term:
    areas = frozenset(PLACES[place]) if place else frozenset()
    return Term(
        period, event, areas, place, f"2017-01-{start:02}" if start else None, f"2017-01-{start + length:02}" if start else None
    )


TERMS = st.builds(
    term,
    st.sampled_from(["incident", "window", "cumulative"]),
    st.sampled_from(["in-1", "in-2", "in-3"]),
    st.sampled_from([None, *PLACES]),
    st.one_of(st.none(), st.integers(1, 20)),
)


def amount(*terms: Term, low: int = 1) -> Amount:
    return Amount("killed", "people", low, low, terms)


@given(TERMS, TERMS)
def test_a_total_over_a_span_is_never_added_to_what_it_may_count(a: Term, b: Term) -> None:
    assume(a.period != "incident" or b.period != "incident")
    places_meet = a.place is None or b.place is None or a.place in PLACES[b.place] or b.place in PLACES[a.place]
    days_meet = a.start is None or b.start is None or not (str(a.end) < b.start or str(b.end) < a.start)
    if places_meet and days_meet:
        with pytest.raises(MarsadError, match="may count the same people"):
            amount(a) + amount(b)
    else:
        assert (amount(a) + amount(b)).low == 2


@given(st.lists(st.sampled_from(["in-1", "in-2", "in-3", "in-4"]), min_size=1, max_size=5))
def test_an_event_is_counted_once(events: list[str]) -> None:
    amounts = [amount(term("incident", event, None, None)) for event in events]
    if len(set(events)) == len(events):
        assert total(amounts).low == len(events)
    else:
        with pytest.raises(MarsadError, match="may count the same people"):
            total(amounts)


@given(st.lists(st.tuples(st.integers(0, 99), st.one_of(st.none(), st.integers(100, 200))), min_size=1, max_size=6))
def test_ends_add_up_and_an_open_end_stays_open(ends: list[tuple[int, int | None]]) -> None:
    amounts = [
        Amount("killed", "people", low, high, (term("incident", f"in-{n}", None, None),)) for n, (low, high) in enumerate(ends)
    ]
    summed = total(amounts)
    assert summed.low == sum(low for low, _ in ends)
    assert summed.high == (None if any(high is None for _, high in ends) else sum(high or 0 for _, high in ends))


def test_different_things_are_not_added() -> None:
    with pytest.raises(MarsadError, match="different things"):
        Amount("killed", "people", 1, 1, ()) + Amount("injured", "people", 1, 1, ())
    with pytest.raises(MarsadError, match="no figure"):
        total([])


def casualty(id: str, count: int, part_of: str | None = None, outcome: str = "killed") -> Casualty:
    return Casualty(
        id=id,
        rule="r",
        evidence=Evidence("x", 0, 1),
        outcome=outcome,
        count=Count(str(count), count, count, "exact"),
        part_of=part_of,
    )  # type: ignore[arg-type]


@given(st.integers(1, 500), st.integers(0, 500), st.integers(501, 900))
def test_a_share_is_of_the_whole_it_was_stated_with(base: int, part: int, wider: int) -> None:
    claims = [casualty("all", wider), casualty("identified", base), casualty("women", min(part, base), part_of="identified")]
    found = share(claims[2], claims)
    assert (found.base, found.low, found.high) == ("identified", Fraction(min(part, base), base), Fraction(min(part, base), base))


def test_a_share_without_its_base_is_refused() -> None:
    with pytest.raises(MarsadError, match="states no whole"):
        share(casualty("women", 3), [casualty("all", 9)])
    with pytest.raises(MarsadError, match="no share"):
        share(casualty("women", 3, part_of="all", outcome="injured"), [casualty("all", 9)])
