"""The safe sum: incident figures only, each event once, rows and what is left out named."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.model import Casualty, Count, Judgement, Place, Record, Report, When
from marsad.record import gather, totals
from marsad.record.totals import By
from marsad.synthetic import reports

Make = Callable[..., Report]
RAQQA = Place("الرقة", "geonames:172955", 35.9528, 39.0079, 1, "SY")
SANAA = Place("صنعاء", "geonames:71137", 15.3545, 44.2064, 1, "YE")


def killed(
    count: int | Count, place: Place = RAQQA, day: str = "2017-06-10", **more: Any
) -> tuple[type[Casualty], dict[str, Any]]:
    fields = {
        "outcome": "killed",
        "count": Count(str(count), count, count, "exact") if isinstance(count, int) else count,
        "place": place,
        "date": When(None, day, day, 1),
        "means": "airstrike",
    }
    return Casualty, fields | more


def record(report: Make) -> Record:
    return gather(
        [
            report("2017-06-10", killed(10), killed(3, group="children"), outlet="a"),
            report("2017-06-11", killed(12), outlet="b"),
            report("2017-07-02", killed(5, SANAA, "2017-07-01"), outlet="a"),
            report("2017-07-20", killed(Count("قتلى", None, None, "vague"), day="2017-07-19"), outlet="c"),
            report("2017-07-30", killed(900, period="cumulative", since="2017-06-06", date=None), outlet="d"),
        ]
    )


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("month", {"2017-06": (10, 12), "2017-07": (5, 5)}),
        ("area", {"geonames:SY.04": (10, 12), "geonames:YE.26": (5, 5)}),
        ("group", {"people": (15, 17), "children": (3, 3)}),
        ("actor", {None: (15, 17)}),
    ],
)
def test_each_event_once_and_no_running_total(report: Make, by: By, expected: dict[str | None, tuple[int, int]]) -> None:
    assert {t.key: (t.low, t.high) for t in totals(record(report), by)} == expected


def test_a_sum_names_its_rows_and_what_it_leaves_out_and_why(report: Make) -> None:
    whole = record(report)
    july = next(t for t in totals(whole, "month") if t.key == "2017-07")
    assert july.formula == "5"
    assert [(c.low, c.high, c.low_by) for c in july.counted] == [(5, 5, ("a",))]
    assert {left.reason for left in july.left_out} == {
        "no number of killed stated, only words",
        "a running total; its people may be counted in the incidents already",
    }
    assert {left.id for left in july.left_out} >= {whole.tallies[0].id}


def test_what_a_person_has_discounted_is_left_out(report: Make) -> None:
    told = [report("2017-06-10", killed(10), outlet="a"), report("2017-06-10", killed(4, SANAA), outlet="b")]
    first = gather(told).incidents[0]
    word = Judgement("j", "grade", first.id, value="discounted", by="rim", at="2018-01-01")
    (row,) = totals(gather(told, [word]), "month")
    assert [c.incident for c in row.counted] == [i.id for i in gather(told).incidents if i.id != first.id]
    assert (first.id, "discounted by a person") in [(left.id, left.reason) for left in row.left_out]


@given(st.integers(1, 5), st.sampled_from(["month", "area", "actor"]), st.sampled_from(["killed", "injured"]))
@settings(max_examples=10)
def test_no_event_is_counted_twice_and_none_is_lost(seed: int, by: By, outcome: Any) -> None:
    made = gather(s.report for s in reports(400, seed))
    rows = totals(made, by, outcome=outcome)
    counted = [c.incident for t in rows for c in t.counted]
    assert len(counted) == len(set(counted))
    with_number = {
        i.id for i in made.incidents for f in i.figures if f.outcome == outcome and not f.derived and f.low is not None
    }
    assert set(counted) == with_number
    assert not {t.id for t in made.tallies} & set(counted)
    assert all(t.low == sum(c.low for c in t.counted) for t in rows)
    assert all(t.high is None or t.low <= t.high for t in rows)


def test_an_open_end_stays_open(report: Make) -> None:
    (row,) = totals(gather([report("2017-06-10", killed(Count("10", 10, None, "at_least")))]), "month")
    assert (row.low, row.high, row.formula) == (10, None, "10–")
