import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exports.event import assertion, figure

from marsad.exports.policy import numbers


@pytest.mark.parametrize(
    ("said", "reliability", "three"),
    [
        ([("sohr", 3, 3, "exact")], {}, (3, 3, 3)),
        ([("sohr", 2, 2, "exact"), ("sdf", 4, 4, "exact")], {"sohr": 0}, (2, 4, 2)),
        ([("sohr", 2, 2, "exact"), ("sdf", 4, 4, "exact")], {"sdf": 0, "sohr": 1}, (4, 4, 2)),
        ([("sohr", 40, None, "at_least")], {}, (40, 40, 40)),
        ([("sohr", None, 9, "up_to")], {}, (9, 9, 0)),
        ([("sohr", 20, 99, "vague"), ("sdf", 31, 31, "exact")], {"sohr": 0}, (31, 99, 20)),
        ([("sohr", 20, 99, "vague")], {}, (20, 99, 20)),
        ([("sohr", None, None, "vague")], {}, None),
    ],
)
def test_one_number_by_the_named_policy(
    said: list[tuple[str, int | None, int | None, str]], reliability: dict[str, int], three: tuple[int, int, int] | None
) -> None:
    told = figure("killed", "people", *(assertion(f"c{n}", *one) for n, one in enumerate(said)))
    found = numbers(told, reliability)
    assert (found and (found.best, found.high, found.low)) == three


def test_what_a_person_has_set_is_best() -> None:
    told = figure("killed", "people", assertion("a", "x", 2, 2), assertion("b", "y", 9, 9), best=5)
    found = numbers(told, {})
    assert found is not None
    assert (found.low, found.best, found.high) == (2, 5, 9)


def test_a_superseded_figure_is_not_chosen() -> None:
    told = figure("killed", "people", assertion("a", "x", 2, 2, standing=False), assertion("b", "x", 9, 9))
    assert numbers(told, {}).best == 9  # type: ignore[union-attr]


_end = st.none() | st.integers(0, 10_000)


@given(st.lists(st.tuples(st.sampled_from("abc"), _end, _end), min_size=1, max_size=6))
def test_low_best_high_are_in_order(said: list[tuple[str, int | None, int | None]]) -> None:
    made = [
        assertion(f"c{n}", by, *(sorted((low, high)) if low is not None and high is not None else (low, high)))
        for n, (by, low, high) in enumerate(said)
    ]
    found = numbers(figure("killed", "people", *made), {})
    assert found is None or found.low <= found.best <= found.high
