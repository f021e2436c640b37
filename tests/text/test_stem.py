"""Words as a search knows them: what must meet, what must not, and one function for text and question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.text.stem import stem, stems, tokens

MEET = [
    ("القصف", "قصف"),
    ("والقصف", "قصف"),
    ("بالقصف", "قصف"),
    ("للمدنيين", "مدنيون"),
    ("مدنية", "مدني"),
    ("مدينة", "المدينه"),
    ("غارات", "الغارة"),
    ("طائرات", "طائرة"),
    ("حلب", "وحلب"),
    ("إدلب", "ادلب"),
    ("الرقّة", "الرقة"),
    ("منازلها", "منازل"),
    ("شهيدان", "شهيد"),
    ("strikes", "strike"),
    ("bodies", "body"),
    ("Mohammed", "Muhammad"),
    ("Hussain", "husayn"),
    ("٣٬٢٥٠", "3250"),
    ("3,250", "3250"),
    ("Deir", "DEIR"),
]
APART = [
    ("حلب", "حمص"),
    ("الباب", "بابل"),
    ("وسط", "سط"),
    ("ورد", "رد"),
    ("قتل", "قتال"),
    ("Damascus", "Damascu"),
    ("class", "clas"),
    ("32", "320"),
]


@pytest.mark.parametrize(("one", "other"), MEET)
def test_words_that_meet(one: str, other: str) -> None:
    assert stems(one) == stems(other)


@pytest.mark.parametrize(("one", "other"), APART)
def test_words_that_stay_apart(one: str, other: str) -> None:
    assert stems(one) != stems(other)


def test_tokens_are_letters_and_digits_only() -> None:
    assert list(tokens("«قُتل 1,130 مدنيًا» (AFP) — في الرقّة، 17/10/2017_x")) == [
        "قتل", "1130", "مدنيا", "afp", "في", "الرقه", "17", "10", "2017", "x",
    ]  # fmt: skip


@given(st.text(max_size=60))
def test_every_token_is_found_by_itself(text: str) -> None:
    for token in tokens(text):
        assert token.isalnum()
        assert stem(token) == stems(token)[0]
