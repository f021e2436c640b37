"""The ranker: it takes the heaviest of what the text names and nothing else, and its weights can be learned again to the byte."""

import json

import pytest
from benchmarks import ranking

from marsad.model import Article
from marsad.reading import reader_of
from marsad.reading.chosen import chosen, questions
from marsad.reading.ranker import WEIGHTS, Option, Ranker, learned, stride

LANGUAGES = ("ar", "en")
TOLD = {
    "ar": "قصفت قوات النظام السوري بلدة سرمين في ريف إدلب. وردت هيئة تحرير الشام بقصف مواقع في مدينة سراقب.",
    "en": "Syrian government forces shelled the town of Sarmin in Idlib. Hayat Tahrir al-Sham answered by shelling positions in Saraqib.",
}
UNTOLD = {"ar": "سقطت قذائف هاون على بلدة سرمين فجر اليوم.", "en": "Mortar shells hit the town of Sarmin at dawn today."}


def article(text: str, language: str) -> Article:
    return Article("a", text, "", published="2020-01-10", language=language)


def test_the_heaviest_is_taken_and_of_equals_the_first() -> None:
    ranker = Ranker({"actor": {"near": 1.0, "far": -0.5}})
    first, second, third = Option("a", ["far"]), Option("b", ["near", "far"]), Option("c", ["near", "far"])
    assert ranker.best("actor", [first, second, third]) is second


def test_a_trait_nobody_learned_weighs_nothing() -> None:
    assert Ranker({"actor": {"near": -1.0}}).best("actor", [Option("a", ["near"]), Option("b", ["new"])]).value == "b"


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0"), (3, "3"), (4, "4-6"), (6, "4-6"), (12, "7-12"), (24, "13-24"), (90, "25-")]
)
def test_strides_widen(count: int, said: str) -> None:
    assert stride(count) == said


def test_a_language_that_was_not_learned_has_its_rules_alone() -> None:
    assert learned("xx").weights == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_candidates_are_what_the_text_names_and_nobody(language: str) -> None:
    drafts, discourse, _ = reader_of(language).settled(article(TOLD[language], language))
    asked = list(questions(drafts, discourse))
    assert asked
    for draft, name, options in asked:
        assert sum(option.standing for option in options) == 1
        assert [o.value for o in options if o.standing] == [draft.fields.get(name)]
        assert [o for o in options if o.value is None]
        assert all(o.value.name in TOLD[language] for o in options if o.value is not None and not o.standing)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_named_nobody_chosen(language: str) -> None:
    claims = reader_of(language).read(article(UNTOLD[language], language)).claims
    attacks = [claim for claim in claims if claim.kind == "attack"]
    assert attacks
    assert all(claim.actor is None for claim in attacks)


def test_whom_a_side_killed_is_asked_of_the_dead_themselves() -> None:
    text = "شهدت مدينة سراقب قصفا بعد تقدم هيئة تحرير الشام، ما أدى إلى مقتل ثلاثة مدنيين."
    drafts, discourse, _ = reader_of("ar").settled(article(text, "ar"))
    side = next(
        o.value for _, name, options in questions(drafts, discourse) for o in options if name == "by" and o.value is not None
    )
    chosen(drafts, discourse, Ranker({"by": {"own": 1.0}}))
    assert {draft.fields["by"] for draft in drafts if draft.kind == "casualty"} == {side}


def test_a_field_that_was_not_learned_is_left_to_the_rules() -> None:
    drafts, discourse, _ = reader_of("ar").settled(article(TOLD["ar"], "ar"))
    before = [draft.fields["actor"] for draft in drafts if draft.kind == "attack"]
    chosen(drafts, discourse, Ranker({"by": {"null": 9.0}}))
    assert [draft.fields["actor"] for draft in drafts if draft.kind == "attack"] == before


def test_weights_are_small_and_can_be_learned_again_to_the_byte() -> None:
    kept = WEIGHTS.read_bytes()
    assert len(kept) < 2_000_000
    assert json.loads(kept).keys() <= {*LANGUAGES}
    assert ranking.weights().encode() == kept, "python -m benchmarks.ranking --write learns them anew"
