"""Phrases of kinds: how a pattern reads, what its slots take, and what it cannot match without."""

import pytest

from marsad.language.pattern import Pattern, compile_pattern, literals

KINDS = {"A": "ax", "B": "bx", "C": "c", "خبر": "w"}
"""Kind -> the characters that hold it; x is both A and B, w is a word by itself."""
ALL = "abcxw"
BITS = {kind: 1 << n for n, kind in enumerate(KINDS)}


def compiled(source: str) -> Pattern:
    def codes(kind: str, without: bool = False) -> str:
        return "".join(c for c in ALL if (c in KINDS.get(kind, "")) != without)

    return compile_pattern(source, codes, BITS.__getitem__)


MATCHES = [
    ("A B", "ab", True),
    ("A B", "xx", True),
    ("A B", "ac", False),
    ("A|C B", "cb", True),
    ("~A B", "ab", False),
    ("~A|~B", "a", False),
    ("~A|~B", "b", False),
    ("~A|~B", "c", True),
    ("A _ B", "acb", True),
    ("A B? C", "ac", True),
    ("A B* C", "abbbc", True),
    ("A B{2} C", "abc", False),
    ("(A B | C)", "c", True),
    ("^ A $", "a", True),
    ("^ A $", "ca", False),
    ("A (?! B)", "ab", False),
    ("A (?= B)", "ab", True),
    ("(?<= C) A", "ca", True),
    ("(?<! C) A", "ca", False),
    ("A خبر", "aw", True),
    ("A خبر", "ab", False),
]


@pytest.mark.parametrize(("source", "sentence", "matches"), MATCHES)
def test_a_pattern_reads_as_its_phrase(source: str, sentence: str, matches: bool) -> None:
    assert (compiled(source).expression.search(sentence) is not None) is matches


SLOTS = [
    ("one=A two=B", "ab", {"one": (0, 1), "two": (1, 2)}),
    ("all=(A B) C", "abc", {"all": (0, 2)}),
    ("A one=B? C", "ac", {}),
    ("(one=A B | one=B C)", "bc", {"one": (0, 1)}),
]


@pytest.mark.parametrize(("source", "sentence", "expected"), SLOTS)
def test_slots_keep_what_they_took(source: str, sentence: str, expected: dict[str, tuple[int, int]]) -> None:
    pattern = compiled(source)
    found = pattern.expression.search(sentence)
    assert found is not None
    assert pattern.slots(found) == expected


NEEDS = [
    ("A B", {"A", "B"}),
    ("A B?", {"A"}),
    ("A|B C", {"C"}),
    ("A|B C?", set()),
    ("(A B)? C", {"C"}),
    ("(A | B) C", {"C"}),
    ("(A B) C", {"A", "B", "C"}),
    ("A | B", set()),
    ("A (?! B)", {"A"}),
    ("~A C*", set()),
]


@pytest.mark.parametrize(("source", "kinds"), NEEDS)
def test_a_pattern_needs_what_it_cannot_match_without(source: str, kinds: set[str]) -> None:
    assert compiled(source).needs == sum(BITS[kind] for kind in kinds)


@pytest.mark.parametrize(
    ("source", "held", "fits"),
    [
        ("A B", "A", False), ("A B", "AB", True), ("A|B C", "C", False), ("A|B C", "BC", True), ("A | B C", "C", False), ("A | B C", "BC", True),
        ("(A | B) C?", "C", False), ("(A | B)? C", "C", True), ("(A | B?) C", "C", True), ("(A B | C)", "B", False), ("~A", "", True), ("(?! A) B", "B", True),
    ],
)  # fmt: skip
def test_a_sentence_without_what_is_needed_is_passed_over(source: str, held: str, fits: bool) -> None:
    assert compiled(source).fits(sum(BITS[kind] for kind in held)) is fits


@pytest.mark.parametrize(("source", "said"), [("A {", "cannot be read at"), ("A MISSING", "nothing is of kind 'MISSING'")])
def test_a_phrase_that_cannot_be_is_refused(source: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        compiled(source)


def test_words_named_outright_are_told_apart_from_kinds() -> None:
    assert literals("A خبر (B | name=نبأ) _") == {"خبر", "نبأ"}
