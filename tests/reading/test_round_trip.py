"""What is read can be written down and read back: every value of a claim is one that the contract knows."""

from pathlib import Path

import pytest
from tests.reading.raise_gate import corpora

import marsad
from marsad.language.corpus import PUBLISHED, entries
from marsad.model import Article, as_json, claim_of
from marsad.reading import reader_of


@pytest.mark.parametrize("path", corpora(), ids=lambda path: f"{path.parent.parent.name}-{path.stem}")
def test_every_claim_of_the_corpora_comes_back_as_itself(path: Path) -> None:
    reader = reader_of(path.parent.parent.name)
    for entry in entries(path.read_text(encoding="utf-8"), path.name):
        for claim in reader.read(Article("", entry.sentence, "", published=PUBLISHED)).claims:
            assert claim_of(as_json(claim)) == claim, entry.sentence


@pytest.mark.parametrize(
    ("sentence", "outcomes"),
    [
        ("سقط عشرات الشهداء والضحايا في مدينة رفح.", {"killed"}),
        ("سقوط ضحايا وشهداء في مدينة رفح.", {"killed", "casualties"}),
        ("سقوط ضحايا وجرحى في مدينة رفح.", {"casualties", "injured"}),
        ("سقوط عدد من القتلى والجرحى من ضمنهم مدنيون في مدينة رفح.", {"casualties", "killed"}),
    ],
)
def test_victims_are_no_outcome_of_their_own(sentence: str, outcomes: set[str]) -> None:
    claims = [claim for claim in marsad.read(sentence, published="2024-01-01").claims if claim.kind == "casualty"]
    assert claims
    assert {claim.outcome for claim in claims} <= outcomes
    assert all(claim_of(as_json(claim)) == claim for claim in claims)
