"""The generator of synthetic reports: seeded, a shorter run the start of a longer one, every claim a true slice."""

from itertools import islice

from marsad.record.hold import Held
from marsad.synthetic import reports


def test_the_same_seed_gives_the_same_reports_and_another_seed_others() -> None:
    assert list(reports(200, 1)) == list(reports(200, 1))
    assert list(reports(200, 1)) != list(reports(200, 2))


def test_a_shorter_run_is_the_start_of_a_longer_one() -> None:
    short = list(reports(150, 3))
    assert list(islice(reports(1_000_000, 3), len(short))) == short


def test_every_claim_is_a_true_slice_and_all_kinds_come() -> None:
    told = list(reports(3000, 4))
    held = [Held(claim, s.report.article) for s in told for claim in s.report.claims]
    assert {h.claim.kind for h in held} == {"casualty", "attack", "control", "talks", "statement"}
    assert len({h.claim.id for h in held}) == len(held) >= 3000
    assert len({s.report.article.sha256 for s in told}) == len(told)
