import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.desk.marked import stretches


@pytest.mark.parametrize(
    ("text", "spans", "cut"),
    [
        ("abcdef", [], [("abcdef", ())]),
        ("abcdef", [(1, 3, "x")], [("a", ()), ("bc", ("x",)), ("def", ())]),
        ("abcdef", [(0, 4, "x"), (2, 6, "y")], [("ab", ("x",)), ("cd", ("x", "y")), ("ef", ("y",))]),
        ("abcdef", [(0, 6, "x"), (0, 6, "y")], [("abcdef", ("x", "y"))]),
        ("abc", [(2, 9, "x")], [("ab", ()), ("c", ("x",))]),
        ("", [], []),
    ],
)
def test_a_text_is_cut_where_claims_begin_and_end(
    text: str, spans: list[tuple[int, int, str]], cut: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert [(s.text, s.claims) for s in stretches(text, spans)] == cut


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from("abc"))))
def test_every_character_stands_once_and_in_its_place(text: str, spans: list[tuple[int, int, str]]) -> None:
    cut = stretches(text, spans)
    assert "".join(s.text for s in cut) == text
    assert all(text[s.start : s.end] == s.text for s in cut)


def test_furniture_is_told_from_what_was_read() -> None:
    cut = stretches("Menu. Three dead.", [(6, 17, "x")], [(0, 5)])
    assert [(s.text, s.furniture) for s in cut] == [("Menu.", True), (" ", False), ("Three dead.", False)]
