"""A text as words and sentences, each with its place in the original."""

import pytest

from marsad.text import words

SENTENCES = [
    ("قتل شخص. أصيب آخر.", ["قتل شخص.", "أصيب آخر."]),
    ("قال: قتل شخص، وأصيب آخر؛ ونجا ثالث.", ["قال: قتل شخص، وأصيب آخر؛ ونجا ثالث."]),
    ("سطر أول\nسطر ثان", ["سطر أول", "سطر ثان"]),
    ("نقلت أ.ف.ب عن مصدر. ثم صمت.", ["نقلت أ.ف.ب عن مصدر.", "ثم صمت."]),
    ("هل قتل؟ نعم!", ["هل قتل؟", "نعم!"]),
    ("", []),
    ("\n\n", []),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences_end_where_they_end(text: str, expected: list[str]) -> None:
    found = words(text)
    assert [found.slice(first, last) for first, last in found.sentences] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,234 شخصا", ["1,234", "شخصا"]),
        ("12.5 في", ["12.5", "في"]),
        ("في 3/4", ["في", "3", "/", "4"]),
        ("قُتِلَ١٢", ["قتل", "12"]),
        ("كوفيد-19", ["كوفيد", "-", "19"]),
    ],
)
def test_words_are_letters_numerals_or_marks(text: str, expected: list[str]) -> None:
    assert words(text).words == expected


def test_masked_stretches_hold_no_words_and_end_a_sentence() -> None:
    text = "قتل شخص اقرأ أيضا أصيب آخر"
    start = text.index("اقرأ")
    found = words(text, [(start, start + len("اقرأ أيضا"))])
    assert [found.slice(first, last) for first, last in found.sentences] == ["قتل شخص", "أصيب آخر"]


def test_spans_are_of_the_original_with_its_signs() -> None:
    text = "في حَلَب قُتِلَ شخص"
    found = words(text)
    at = found.words.index("حلب")
    start, end = found.span(at, at + 1)
    assert text[start:end] == "حَلَب"
