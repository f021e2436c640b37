"""Running totals: one series an asserter, parts inside, increments derived, falls and breaks shown."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.model import AsOf, Casualty, Count, Judgement, Place, Report, Source, Tally, When
from marsad.record import gather

Make = Callable[..., Report]
MINISTRY = Source("وزارة الصحة في غزة", "palestine-health-ministry", "state")
GAZA = Place("قطاع غزة", "geonames:PS.GZ", 31.4, 34.4, 4, "PS")


def total(count: int, **more: Any) -> tuple[type[Casualty], dict[str, Any]]:
    fields = {
        "outcome": "killed",
        "count": Count(str(count), count, count, "exact"),
        "source": MINISTRY,
        "place": GAZA,
        "period": "cumulative",
        "since": "2023-10-07",
    }
    return Casualty, fields | more


def days(report: Make, *counts: int, **more: Any) -> list[Report]:
    return [report(f"2024-05-{n:02}", total(c, as_of=AsOf(f"2024-05-{n:02}", "text"), **more)) for n, c in enumerate(counts, 1)]


def one(reports: list[Report], *judgements: Judgement) -> Tally:
    (tally,) = gather(reports, judgements).tallies
    return tally


def test_increments_are_differences_and_say_so(report: Make) -> None:
    tally = one(days(report, 100, 103, 103, 110))
    assert [(p.as_of[-2:], p.low) for p in tally.series] == [("01", 100), ("02", 103), ("03", 103), ("04", 110)]
    assert [(i.low, i.high, i.formula, i.derived) for i in tally.increments] == [
        (3, 3, "103 − 100", True),
        (0, 0, "103 − 103", True),
        (7, 7, "110 − 103", True),
    ]


def test_a_fall_is_the_sources_act_and_has_no_increment(report: Make) -> None:
    tally = one(days(report, 100, 90, 95))
    assert [(f.as_of, f.before, f.after, f.cause) for f in tally.falls] == [("2024-05-02", 100, 90, None)]
    assert [i.formula for i in tally.increments] == ["95 − 90"]
    cause = Judgement("j", "cause", tally.id, value="2024-05-02/entry error", by="rim", at="2024-06-01")
    assert one(days(report, 100, 90, 95), cause).falls[0].cause == "entry error"


def test_a_part_that_falls_while_its_whole_does_not_is_counted_by_another_definition(report: Make) -> None:
    told = [
        report(day, total(whole), total(women, group="women", part_of=f"outlet/{day}#0"))
        for day, whole, women in (("2024-05-06", 34735, 9500), ("2024-05-08", 34844, 4959), ("2024-05-09", 34904, 4960))
    ]
    tally = one(told)
    (part,) = tally.parts
    assert [(b.as_of, b.reason.startswith("the part fell")) for b in part.breaks] == [("2024-05-08", True)]
    assert part.falls == tally.falls == ()
    assert [i.formula for i in part.increments] == ["4960 − 4959"]


def test_a_break_that_a_person_sets_parts_the_series(report: Make) -> None:
    told = days(report, 100, 103, 110)
    word = Judgement("j", "break", one(told).id, value="2024-05-03/another body counts", by="rim", at="2024-06-01")
    tally = one(told, word)
    assert [(b.as_of, b.reason) for b in tally.breaks] == [("2024-05-03", "another body counts")]
    assert [i.formula for i in tally.increments] == ["103 − 100"]


@pytest.mark.parametrize(("daily", "shown"), [(3, False), (5, True)])
def test_the_asserters_own_daily_figure_is_shown_where_it_differs(report: Make, daily: int, shown: bool) -> None:
    window = report(
        "2024-05-02", total(daily, period="window", since=None, date=When(None, "2024-05-01", "2024-05-02", 2)), outlet="bulletin"
    )
    (step,) = one([*days(report, 100, 103), window]).increments
    assert (step.low, step.reported) == (3, "bulletin/2024-05-02#0" if shown else None)


@pytest.mark.parametrize(
    ("fields", "series"),
    [
        ({"place": None}, 1),  # the one series of its asserter since that day
        ({"since": None}, 1),
        ({"since": "2023-10"}, 1),
        ({"since": "2023-10-11"}, 2),
        ({"source": Source("المكتب الإعلامي", "gaza-media-office", "state")}, 2),
        ({"outcome": "injured"}, 2),
        ({"place": Place("رفح", "geonames:281102", 31.3, 34.2, 1, "PS")}, 2),
        ({"group": "women"}, 1),  # a part
    ],
)
def test_what_makes_a_series(report: Make, fields: dict[str, Any], series: int) -> None:
    told = [*days(report, 100, 103), report("2024-05-03", total(90, **fields), outlet="other")]
    assert len(gather(told).tallies) == series


def test_a_figure_that_two_series_could_hold_stays_alone(report: Make) -> None:
    two = [*days(report, 100, 103), report("2024-05-02", total(9, since="2024-03-01"), outlet="b")]
    assert len(gather([*two, report("2024-05-03", total(104, since=None), outlet="c")]).tallies) == 3


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=10))
def test_a_series_holds_every_claim_and_its_steps_lead_from_end_to_end(report: Make, counts: list[int]) -> None:
    told = days(report, *counts)
    tally = one(told)
    assert sorted(c for p in tally.series for c in p.claims) == sorted(c.id for r in told for c in r.claims)
    assert len(tally.increments) + len(tally.falls) == len(counts) - 1
    steps = sum(i.low or 0 for i in tally.increments) + sum(f.after - f.before for f in tally.falls)
    assert counts[0] + steps == counts[-1]
    assert gather(told).incidents == ()


def test_totals_over_a_span_stand_beside_their_series_and_alone_where_there_is_none(report: Make) -> None:
    day = When(None, "2024-05-02", "2024-05-02", 1)
    window = report("2024-05-02", total(7, period="window", since=None, date=day), outlet="bulletin")
    tally = one([*days(report, 100, 103), window])
    assert [(w.from_, w.until, w.low, w.group) for w in tally.windows] == [("2024-05-02", "2024-05-02", 7, "people")]
    assert "bulletin/2024-05-02#0" in tally.claims
    alone = one([window])
    assert (alone.series, len(alone.windows), alone.since) == ((), 1, None)
