"""A claim's kept JSON, completed, is the JSON of the claim."""

import json
from itertools import islice
from pathlib import Path

import pytest

import marsad
from marsad.model import as_json
from marsad.store import whole
from marsad.store.rows import compact
from marsad.synthetic import reports

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*.[th][xt][tm]*"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_claims_of_articles(path: Path) -> None:
    for claim in marsad.read(path.read_bytes(), published="2017-10-18").claims:
        assert json.dumps(whole.claim(json.loads(compact(claim)))) == json.dumps(as_json(claim))


def test_claims_of_every_kind() -> None:
    kinds = set()
    for told in islice(reports(2_000), 500):
        for claim in told.report.claims:
            kinds.add(claim.kind)
            assert json.dumps(whole.claim(json.loads(compact(claim)))) == json.dumps(as_json(claim))
    assert kinds == {"casualty", "attack", "control", "talks", "statement"}
