"""Every kind of furniture is proved by its own lines."""

import pytest

from marsad.page.furniture import TABLE
from marsad.page.mask import kind_of

YES = [(kind.name, line) for kind in TABLE for line in kind.yes]
NO = [line for kind in TABLE for line in kind.no]


@pytest.mark.parametrize(("name", "line"), YES)
def test_a_line_of_the_kind_is_taken_for_it(name: str, line: str) -> None:
    found = kind_of(line)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("line", NO)
def test_a_line_of_a_report_is_taken_for_nothing(line: str) -> None:
    assert kind_of(line) is None


@pytest.mark.parametrize("kind", TABLE, ids=lambda kind: kind.name)
def test_every_kind_has_examples_of_both_sorts(kind) -> None:  # type: ignore[no-untyped-def]
    assert kind.yes
    assert kind.no


def test_names_are_unique() -> None:
    assert len({kind.name for kind in TABLE}) == len(TABLE)
