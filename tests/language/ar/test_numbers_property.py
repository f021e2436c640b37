"""Any whole number up to 9,999,999 reads back as itself, in words and in every way digits are written.

num2words writes Arabic with three faults, mended here and not in the reader: the dual before no noun is left in its
construct form (ألفا, مئتا, مليونا for ألفان, مئتان, مليونان), which makes 2000 read as "ألفا", a thousand in the
accusative; a thousand of a compound is written ألف ألف (101,000 "مائة و ألف ألف"), where Arabic says مائة وواحد ألف; and
the conjunction is set apart by a space, which both spellings here cover.
"""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.language.ar.numbers import find
from marsad.text import words

num2words = pytest.importorskip("num2words", reason="num2words writes the numbers in words").num2words

NUMBERS = st.one_of(st.integers(0, 9_999_999), st.integers(0, 2_100), st.integers(1, 9_999).map(lambda n: n * 1_000))
DIGITS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")
SEPARATORS = (",", ".", "٬", "،", " ", "\u00a0", "\u202f")


def in_words(number: int, conjunction: str) -> str:
    """The number in words, with num2words' faults mended."""
    text = num2words(number, lang="ar")
    text = re.sub(r"\b(ألف|مئت|مليون)ا$", r"\1ان", text)
    text = re.sub(r"\bو ألف ألف", "و واحد ألف", text)
    return text.replace(" و ", conjunction)


def read(text: str) -> list[tuple[int | None, int | None]]:
    return [(number.low, number.high) for number in find(words(text).words)]


@settings(max_examples=300, deadline=None)
@given(NUMBERS, st.sampled_from((" و ", " و")))
def test_words_read_back(number: int, conjunction: str) -> None:
    assert read(in_words(number, conjunction)) == [(number, number)]


@settings(max_examples=200, deadline=None)
@given(NUMBERS, st.sampled_from(("", "أصيب ", "مقتل نحو ")), st.sampled_from((" جريح", " قتيلا في الغارات")))
def test_words_read_back_in_a_sentence(number: int, before: str, after: str) -> None:
    if number > 2:
        assert read(before + in_words(number, " و") + after) == [(number, number)]


@settings(max_examples=300, deadline=None)
@given(NUMBERS, st.sampled_from(DIGITS), st.sampled_from(("", *SEPARATORS)))
def test_digits_read_back(number: int, digits: str, separator: str) -> None:
    grouped = f"{number:,}".replace(",", separator).translate(str.maketrans(DIGITS[0], digits))
    assert read(f"قتل {grouped} شخصا في القصف") == [(number, number)]


@settings(max_examples=200, deadline=None)
@given(
    st.integers(0, 9_998),
    st.integers(1, 9_999),
    st.sampled_from(("بين {} و{}", "ما بين {} و {}", "من {} إلى {}", "{}-{}", "{} أو {}")),
)
def test_ranges_read_back(low: int, step: int, phrase: str) -> None:
    assert read(f"أصيب {phrase.format(low, low + step)} شخصا")[0] == (low, low + step)
