"""Words looked up: forms, phrases, clitics as items of their own."""

import pytest

from marsad.language.lexicon import Affix, Lexicon


@pytest.fixture
def lexicon() -> Lexicon:
    made = Lexicon(
        [
            Affix("و", "AND", "و"),
            Affix("ب", "IN", "ب"),
            Affix("لل", "FOR", "ل", ("ال",)),
            Affix("س", "WILL", "س", onto=frozenset(["VERB"])),
        ],
        [Affix("هم", "PRONOUN", "هم", ("", "ه"), frozenset(["NOUN"]))],
    )
    for kind, value, form in [
        ("KILLING", "killed", "مقتل"), ("NOUN", "n", "مقتل"), ("CITY", "c", "المدينة"), ("VERB", "v", "يقتل"), ("NOUN", "n", "غارة"),
        ("VIA", "through", "من خلال"), ("VIA", "through", "من خلال ذلك"), ("FROM", "from", "من"), ("AND", "w", "وصل"),
    ]:  # fmt: skip
        made.add(kind, value, form)
    made.close()
    return made


PIECES = [
    ("مقتل", ["مقتل"], ["KILLING/NOUN"]),
    ("ومقتل", ["و", "مقتل"], ["AND", "KILLING/NOUN"]),
    ("وبمقتل", ["و", "ب", "مقتل"], ["AND", "IN", "KILLING/NOUN"]),
    ("مقتلهم", ["مقتل", "هم"], ["KILLING/NOUN", "PRONOUN"]),
    ("غارتهم", [], []),
    ("للمدينه", ["لل", "مدينه"], ["FOR", "CITY"]),
    ("سيقتل", ["س", "يقتل"], ["WILL", "VERB"]),
    ("سمقتل", [], []),
    ("وصل", ["وصل"], ["AND"]),
    ("مجهوله", [], []),
]


@pytest.mark.parametrize(("word", "parts", "kinds"), PIECES)
def test_a_word_is_itself_or_clitics_and_a_known_rest(lexicon: Lexicon, word: str, parts: list[str], kinds: list[str]) -> None:
    pieces = lexicon.analyse(word)
    assert [word[p.start : p.end] for p in pieces] == parts
    assert ["/".join(sorted(p.senses)) for p in pieces] == kinds
    assert lexicon.analyse(word) == pieces


def test_the_longest_phrase_wins(lexicon: Lexicon) -> None:
    words = ["من", "خلال", "ذلك", "كله"]
    found = lexicon.phrase(words, 0, 4)
    assert found is not None
    assert found[0] == 3
    shorter = lexicon.phrase(words, 0, 2)
    assert shorter is not None
    assert shorter[0] == 2
    assert lexicon.phrase(words, 1, 4) is None


def test_each_set_of_kinds_has_one_code_and_its_mask(lexicon: Lexicon) -> None:
    code = lexicon.code(frozenset(["KILLING", "NOUN"]))
    assert code == lexicon.analyse("مقتل")[0].code
    assert lexicon.masks[code] == lexicon.bit("KILLING") | lexicon.bit("NOUN")
    assert code in lexicon.codes("KILLING")
    assert code not in lexicon.codes("KILLING", without=True)
