"""The record kept up to date a part at a time is the record of the whole, in whatever order and however often it was cut short."""

import json
from collections.abc import Sequence
from random import Random
from typing import Any

import pytest
from tests.store.reports import report

from marsad import read
from marsad.model import AnyClaim, Report, as_json
from marsad.record import gather, totals
from marsad.store import audit, judge, load, overview, pages, reviews, settle, verify
from marsad.store.discretion import CLEARED
from marsad.store.query import EVERYTHING, query_of
from marsad.store.settle import items
from marsad.store.shelf import RECORD_KINDS
from marsad.store.store import Store
from marsad.store.tables import SUMMED
from marsad.synthetic import reports

TOLD = (
    "قال المرصد السوري لحقوق الإنسان إن 1200 مدني قتلوا في الرقة منذ 5 يونيو. وسيطرت قوات سوريا الديمقراطية على الملعب البلدي في الرقة.",
    "قالت الأمم المتحدة إن 900 مدني قتلوا منذ بداية الحملة. وأعلن الجيش السوري السيطرة على مدينة الميادين.",
    'قال مدير المستشفى حسن الشامي "الجرحى كثيرون". ويجري وفدا الحكومة والمعارضة محادثات في جنيف برعاية الأمم المتحدة.',
    'وقال مدير المستشفى حسن الشامي "لا دواء لدينا". وأضاف المبعوث ستافان دي ميستورا "المحادثات مستمرة في أستانا".',
    "استعادت القوات العراقية السيطرة على كركوك. وقتل القائد عصام زهر الدين في دير الزور.",
)


def bodies(store: Store) -> dict[str, Any]:
    with store.reading() as connection:
        return {body["id"]: body for kind in RECORD_KINDS for body in pages.all_records(connection, kind, EVERYTHING)}


def whole(given: Sequence[Report], store: Store) -> dict[str, Any]:
    with store.reading() as connection:
        judged = load.standing(connection)
    return {item.id: json.loads(json.dumps(item.body)) for item in items(gather(given, judged))}


def faults(store: Store) -> list[str]:
    with store.reading() as connection:
        return list(verify.faults(connection))


@pytest.mark.parametrize(("seed", "size"), [(1, 400), (2, 60), (3, 13)])
def test_a_record_gathered_a_part_at_a_time_is_that_of_the_whole(store: Store, seed: int, size: int) -> None:
    given = [one.report for one in reports(500, seed)]
    Random(seed).shuffle(given)
    for at in range(0, len(given), size):
        store.add(given[at : at + size], "me")
        store.settle("me")
    assert bodies(store) == whole(given, store)
    assert faults(store) == []
    before = bodies(store)
    assert not store.settle("me")
    assert bodies(store) == before


def corrected(claim: AnyClaim, others: Sequence[AnyClaim], chance: Random) -> dict[str, Any]:
    """A claim as somebody would have it who takes its source, place, people, period and track from another of its kind."""
    other = chance.choice([one for one in others if one.kind == claim.kind])
    moved = ("source", "place", "person", "period", "speaker", "participants", "track")
    return as_json(claim) | {name: value for name, value in as_json(other).items() if name in moved and chance.random() < 0.6}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_people_decide_a_claim_at_a_time_is_gathered_as_if_it_had_been_so_from_the_first(store: Store, seed: int) -> None:
    chance = Random(seed)
    given = [one.report for one in reports(60, seed)] + [
        read(text, published="2017-10-18", id=f"t{n}") for n, text in enumerate(TOLD)
    ]
    store.add(given, "me")
    store.settle("me")
    made = [claim for one in given for claim in one.claims]
    decided: list[str] = []
    for round in range(80):
        claim = chance.choice(made if round % 2 else [one for one in made if one.kind != "casualty"])
        verdict = chance.choice(["accept", "reject", "correct", "correct", "withdraw"])
        with store.writing() as connection:
            if verdict == "withdraw":
                if decided:
                    reviews.withdraw(connection, decided.pop(chance.randrange(len(decided))), "me")
                continue
            value = corrected(claim, made, chance) if verdict == "correct" else None
            seen = reviews.seen(connection, claim.id)
            decided.append(reviews.decide(connection, claim.id, verdict, "me", "so it says", seen, value))
        if chance.random() < 0.7:
            store.settle("me")
    store.settled("me")
    with store.reading() as connection:
        standing = list(load.reports(connection, range(1, len(given) + 1)))
    assert bodies(store) == whole(standing, store)
    assert faults(store) == []


def test_a_run_cut_short_goes_on_where_it_was(store: Store) -> None:
    given = [one.report for one in reports(300, 4)]
    store.add(given, "me")
    with store.writing() as connection:
        settle.incidents(connection, "me", store.atlas)
    store.add([report()], "me")
    store.settled("me")
    assert bodies(store) == whole([*given, report()], store)
    with store.reading() as connection:
        assert not settle.work(connection)


def test_a_changed_article_takes_back_what_its_old_version_said(store: Store) -> None:
    given = [one.report for one in reports(200, 5)]
    store.add([*given, report()], "me")
    store.settle("me")
    changed = report("قتل 13 مدنيا في الرقة", "13 مدنيا", 13)
    store.add([changed], "me")
    store.settle("me")
    assert bodies(store) == whole([*given, changed], store)
    assert faults(store) == []


def test_incidents_that_people_hold_to_be_one_are_one_and_their_ids_lead_on_until_that_is_withdrawn(store: Store) -> None:
    one, other = (report(f"قتل 12 مدنيا في {place}", "12 مدنيا", 12, id=id, published=day) for place, id, day in (("الرقة", "x", "2017-10-01"), ("البلدة", "y", "2018-10-09")))  # fmt: skip
    store.add([one, other], "me")
    store.settle("me")
    first, second = sorted(id for id in bodies(store) if id.startswith("in-"))
    before = bodies(store)
    with store.writing() as connection:
        judged = judge.judge(connection, "same", first, "an analyst", b=second, reason="the same strike")
    store.settle("me")
    (merged,) = [id for id in bodies(store) if id.startswith("in-")]
    with store.reading() as connection:
        for id in (first, second):
            body = pages.record(connection, id, EVERYTHING)
            assert body is not None
            assert body["id"] == merged
    with store.writing() as connection:
        judge.withdraw(connection, judged, "an analyst")
    store.settle("me")
    assert bodies(store) == before
    assert faults(store) == []


def test_a_grade_is_a_persons_and_stands_through_gathering(store: Store) -> None:
    store.add([report()], "me")
    store.settle("me")
    (id,) = [id for id in bodies(store) if id.startswith("in-")]
    with store.writing() as connection:
        judge.judge(connection, "grade", id, "an analyst", value="fair")
        judge.judge(connection, "restricted", id, "an analyst", value="true")
    store.settle("me")
    store.add([report("قالت مصادر إن 14 مدنيا قتلوا في الرقة", "14 مدنيا قتلوا", 14, id="a2", outlet="أخرى")], "me")
    store.settle("me")
    with store.reading() as connection:
        graded = pages.record(connection, id, EVERYTHING)
        assert graded is not None
        assert (graded["grade"], graded["restricted"], len(graded["claims"])) == ("fair", True, 2)
        asked = query_of({"grade": "fair"}, store.atlas, CLEARED)
        assert [row["id"] for row in pages.records_page(connection, "incident", asked).rows] == [graded["id"]]
        assert pages.records_page(connection, "incident", query_of({}, store.atlas)).rows == ()


def test_as_of_a_day_only_what_was_published_by_then_counts(store: Store) -> None:
    first = report("قالت مصادر إن 12 مدنيا قتلوا في الرقة اليوم", "12 مدنيا قتلوا", 12, id="a1", published="2017-10-17")
    later = report("قالت مصادر إن 19 مدنيا قتلوا في الرقة أمس", "19 مدنيا قتلوا", 19, id="a2", published="2017-10-18")
    store.add([first, later], "me")
    store.settle("me")
    for day in ("2017-10-16", "2017-10-17", "2017-10-18"):
        known = [one for one in (first, later) if (one.article.published or "") <= day]
        expected = sorted(whole(known, store).values(), key=lambda body: body["id"])
        with store.reading() as connection:
            asked = query_of({"as_of": day}, store.atlas, CLEARED)
            found = [body for kind in RECORD_KINDS for body in pages.all_records(connection, kind, asked)]
        assert sorted(found, key=lambda body: body["id"]) == expected


def test_the_trail_tells_of_every_gathering(store: Store) -> None:
    store.add([report()], "me")
    store.settle("me")
    with store.reading() as connection:
        acts = connection.execute(audit.acts.select().order_by(audit.acts.c.no)).mappings().all()
    assert [row["act"] for row in acts] == ["added", "gathered"]
    assert json.loads(acts[1]["detail"])["records"] == len(bodies(store))


def test_what_the_store_adds_up_is_the_safe_sum(store: Store) -> None:
    given = [one.report for one in reports(400, 6)]
    store.add(given, "me")
    store.settle("me")
    with store.reading() as connection:
        found = {one.outcome: one for one in overview.totals(connection, EVERYTHING)}
    for outcome in SUMMED:
        parts = totals(gather(given), "area", outcome=outcome)
        assert (outcome in found) is bool(parts)
        if parts:
            open_ended = any(part.high is None for part in parts)
            whole = found[outcome]
            assert whole.low == sum(part.low for part in parts)
            assert whole.high == (None if open_ended else sum(part.high or 0 for part in parts))
            assert {(one.incident, one.low, one.high, one.low_by, one.high_by) for one in whole.counted} <= {
                (one.incident, one.low, one.high, one.low_by, one.high_by) for part in parts for one in part.counted
            }
