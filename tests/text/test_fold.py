"""Folded text: one key for all spellings, and every folded character knows where it came from."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.text import fold, key

SAME = [
    ("إدلب", "ادلب"),
    ("الرقّة", "الرقه"),
    ("مصطفى", "مصطفي"),
    ("مسؤول", "مسوول"),
    ("قــتــل", "قتل"),
    ("قُتِلَ", "قتل"),
    ("۱۲۳", "123"),
    ("١٢٣", "123"),
    ("１２３", "123"),
    ("کرکوک", "كركوك"),
    ("ﻻﺟﺊ", "لاجي"),
    ("“قال”", '"قال"'),
    ("«قال»", "«قال»"),
    ("حلب،", "حلب,"),
    ("\u200fحلب\u200e", "حلب"),
    ("BBC", "bbc"),
    ("  مدينة   حلب ", "مدينه حلب"),
]


@pytest.mark.parametrize(("written", "folded"), SAME)
def test_spellings_of_one_word_have_one_key(written: str, folded: str) -> None:
    assert key(written) == folded


@settings(derandomize=True, max_examples=200)
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=80))
def test_every_folded_stretch_maps_to_a_stretch_of_the_original(text: str) -> None:
    folded = fold(text)
    ends = [(folded.start(i), folded.end(i + 1)) for i in range(len(folded.text))]
    assert all(0 <= start < end <= len(text) for start, end in ends)
    assert [start for start, _ in ends] == sorted(start for start, _ in ends)
    assert folded.start(len(folded.text)) == len(text)


@settings(derandomize=True, max_examples=200)
@given(st.text(alphabet="ابتقلأإآىةؤئ ًُِّـ\u200f،؛٠١۲3«»\n", max_size=60))
def test_a_key_is_its_own_key(text: str) -> None:
    assert key(key(text)) == key(text)


def test_the_original_of_a_folded_word_keeps_its_signs() -> None:
    text = "في حَلَب، قُتِلَ"
    folded = fold(text)
    at = folded.text.index("حلب")
    assert text[folded.start(at) : folded.end(at + 3)] == "حَلَب"
