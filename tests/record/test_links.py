"""Real articles that people filed under incidents, where they are beside the repository: links keep the precision and recall
asked for."""

import json
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import marsad
from marsad.record import gather

PRECISION, RECALL = 0.92, 0.72


def test_articles_filed_under_one_incident_meet_in_one(shared: Path) -> None:
    spec = spec_from_file_location("link_score", shared / "links" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    scorer = module_from_spec(spec)
    spec.loader.exec_module(scorer)
    rows = [json.loads(line) for line in (shared / "links" / "dev.jsonl").read_text("utf-8").splitlines()]
    truth = {row["id"]: row["incident"] for row in rows}
    events: dict[str, set[str]] = {}
    for row in rows:
        events.setdefault(row["incident"]["id"], set()).add(row["id"])
    record = gather(
        marsad.read(row["text"], published=row["published"], outlet=row["outlet"], title=row["title"], id=row["id"])
        for row in rows
    )
    ours = scorer.pairs_of([set(made.articles) for made in record.incidents])
    precision, recall, _, judged = scorer.figures(ours, scorer.pairs_of(events.values()), truth)
    assert judged > 100
    assert precision >= PRECISION
    assert recall >= RECALL
