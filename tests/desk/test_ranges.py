from dataclasses import dataclass

import pytest

from marsad.desk.ranges import WIDTH, axis_of, bar_of


@dataclass(frozen=True)
class One:
    low: int | None
    high: int | None
    bound: str = "exact"


@pytest.mark.parametrize(
    ("ends", "end"),
    [
        ([(3, 3)], 3),
        ([(2, 4), (7, 7)], 8),
        ([(3250, 3250), (1130, 1130)], 4000),
        ([(40, None)], 60),
        ([(None, None)], 2),
        ([(0, 0)], 1),
    ],
)
def test_an_axis_ends_at_a_round_number_past_every_end(ends: list[tuple[int | None, int | None]], end: int) -> None:
    assert axis_of([One(*e) for e in ends], mirrored=False).end == end


@pytest.mark.parametrize(
    ("one", "x", "width", "fades"),
    [
        (One(2, 4), 250.0, 250.0, ""),
        (One(4, None), 500.0, 500.0, "high"),
        (One(None, 4), 0.0, 500.0, "low"),
        (One(4, 4), 493.0, 14.0, ""),
        (One(8, 8), 986.0, 14.0, ""),
    ],
)
def test_a_figure_lies_where_its_ends_are(one: One, x: float, width: float, fades: str) -> None:
    bar = bar_of(one, axis_of([One(0, 8)], mirrored=False), mirrored=False)
    assert bar is not None
    assert (bar.x, bar.width, bar.fades) == (x, width, fades)


def test_right_to_left_is_the_mirror_image() -> None:
    axis, mirror = axis_of([One(0, 8)], mirrored=False), axis_of([One(0, 8)], mirrored=True)
    plain, turned = bar_of(One(1, 3), axis, mirrored=False), bar_of(One(1, 3), mirror, mirrored=True)
    assert plain is not None
    assert turned is not None
    assert turned.x == WIDTH - plain.x - plain.width
    assert [at for _, at in mirror.ticks] == [WIDTH - at for _, at in axis.ticks]


def test_a_figure_without_ends_is_not_drawn() -> None:
    assert bar_of(One(None, None, "vague"), axis_of([One(3, 9)], mirrored=False), mirrored=False) is None
