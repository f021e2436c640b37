"""Reports of one event meet in one incident, and reports of two do not: pairs marked by hand before the linker was written."""

from pathlib import Path
from typing import NamedTuple

import pytest

import marsad
from marsad.record import gather

HERE = Path(__file__).parent


class Told(NamedTuple):
    """A short report of ``reports.txt``."""

    id: str
    outlet: str
    published: str
    text: str


class Pair(NamedTuple):
    """Two reports, whether a person holds them to tell of one event, and why a different pair is hard."""

    a: str
    b: str
    same: bool
    why: str


def told() -> list[Told]:
    """The reports, in the order of the file."""
    blocks = (HERE / "reports.txt").read_text("utf-8").split("\n\n")[1:]
    return [Told(*head.split(" · "), text=text) for head, _, text in (block.strip().partition("\n") for block in blocks)]


def pairs() -> list[Pair]:
    """The pairs, in the order of the file."""
    lines = [line for line in (HERE / "pairs.tsv").read_text("utf-8").splitlines() if not line.startswith("#")][1:]
    return [Pair(a, b, event == "same", why) for a, b, event, why in (line.split("\t") for line in lines)]


def test_the_set_is_whole() -> None:
    reports = {t.id for t in told()}
    marked = pairs()
    assert {p.a for p in marked} | {p.b for p in marked} <= reports
    assert sum(p.same for p in marked) >= 40
    assert sum(not p.same for p in marked) == 100
    assert all(p.same == (p.a.rsplit("/")[0] == p.b.rsplit("/")[0]) and p.same != bool(p.why) for p in marked)


@pytest.fixture(scope="module")
def incidents() -> dict[str, set[str]]:
    """The ids of the incidents that hold a claim of each report, all reports gathered together."""
    reports = [marsad.read(t.text, published=t.published, outlet=t.outlet, id=t.id) for t in told()]
    homes: dict[str, set[str]] = {report.article.id: set() for report in reports}
    for made in gather(reports).incidents:
        for article in (*made.articles, *made.recalled):
            homes[article].add(made.id)
    return homes


def test_pairs_of_one_event_meet_and_others_do_not(incidents: dict[str, set[str]]) -> None:
    met = {p: bool(incidents[p.a] & incidents[p.b]) for p in pairs()}
    right = sum(p.same for p, joined in met.items() if joined)
    precision, recall = right / sum(met.values()), right / sum(p.same for p in met)
    wrong = [p for p, joined in met.items() if joined != p.same]
    assert precision >= 0.95, wrong
    assert recall >= 0.85, wrong
