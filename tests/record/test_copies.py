"""Wire copies: nearly one text is one voice, two accounts of one event are two."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from marsad.model import Article
from marsad.record.copies import originals

WORDS = [a + b + c for a in "قشضصثفغع" for b in "لبيسش" for c in "مكنت"]


def article(id: str, words: list[str], published: str = "2020-01-01") -> Article:
    return Article(id, " ".join(words), f"{id:0>64}", published=published)


@given(st.integers(0, 10**6), st.integers(80, 300), st.integers(0, 10))
def test_a_text_with_a_few_words_changed_is_a_copy_of_the_earliest(seed: int, length: int, changed: int) -> None:
    random = Random(seed)
    first = random.choices(WORDS, k=length)
    other = list(first)
    for _ in range(min(changed, length // 40)):
        other[random.randrange(length)] = random.choice(WORDS)
    late = article("0", other, "2020-01-02")
    assert originals([late, article("1", first)]) == {"0": "1", "1": "1"}


@given(st.integers(0, 10**6), st.integers(40, 300))
def test_other_words_are_no_copy(seed: int, length: int) -> None:
    random = Random(seed)
    a, b = random.choices(WORDS, k=length), random.choices(WORDS, k=length)
    assert originals([article("a", a), article("b", b)]) == {"a": "a", "b": "b"}


def test_short_texts_are_nobodys_copies() -> None:
    told = "قتل شخصان في غارة على الرقة أمس".split()
    assert originals([article("a", told), article("b", told)]) == {"a": "a", "b": "b"}
