"""Figures of one event: by whose word, what revises and what contradicts, ends that name their givers, words that stay words."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.model import Actor, AsOf, Attack, Casualty, Count, Figure, Place, Record, Report, Source, When
from marsad.model.values import Bound
from marsad.record import gather
from marsad.record.figures import Policy
from marsad.record.gather import gather as gathered

Make = Callable[..., Report]

PLACE = Place("الرقة", "geonames:172955", 35.9528, 39.0079, 1, "SY")
DAY = "2017-06-10"
SOHR = Source("المرصد", "sohr", "organisation")
MINISTRY = Source("وزارة الصحة", "health", "state")


def killed(low: int | None, high: int | None = -1, bound: Bound = "exact", **more: Any) -> tuple[type[Casualty], dict[str, Any]]:
    """A draft of one casualty claim of the same event."""
    top = low if high == -1 else high
    fields = {
        "outcome": "killed",
        "count": Count(str(low), low, top, bound),
        "place": PLACE,
        "date": When(None, DAY, DAY, 1),
        "means": "airstrike",
    }
    return Casualty, fields | more


def figure(record: Record, group: str = "people") -> Figure:
    (made,) = record.incidents
    return next(f for f in made.figures if f.group == group)


def test_the_same_asserters_later_figure_revises_and_another_contradicts_and_all_stay(report: Make) -> None:
    record = gather(
        [
            report("2017-06-10", killed(10, source=SOHR), outlet="a"),
            report("2017-06-11", killed(14, source=SOHR), outlet="b"),
            report("2017-06-11", killed(9, source=MINISTRY), outlet="c"),
        ]
    )
    rows = {a.claim: a for a in figure(record).assertions}
    assert [rows[c].standing for c in ("a/2017-06-10#0", "b/2017-06-11#0", "c/2017-06-11#0")] == [False, True, True]
    assert rows["b/2017-06-11#0"].revises == "a/2017-06-10#0"
    assert rows["b/2017-06-11#0"].contradicts == ("c/2017-06-11#0",)
    assert rows["c/2017-06-11#0"].contradicts == ("b/2017-06-11#0",)
    assert (figure(record).low, figure(record).high) == (9, 14)
    assert (figure(record).low_by, figure(record).high_by) == (("health",), ("sohr",))


@given(
    st.lists(
        st.tuples(st.integers(10, 15), st.integers(1, 90), st.sampled_from(["sohr", "health", "un"])), min_size=1, max_size=8
    )
)
def test_nothing_is_overwritten_and_each_end_is_someones(report: Make, rows: list[tuple[int, int, str]]) -> None:
    told = [_one(report, n, *row) for n, row in enumerate(rows)]
    for made in gather(told).incidents:
        (f,) = made.figures
        assert {a.claim for a in f.assertions} == set(f.claims)
        standing = [a for a in f.assertions if a.standing]
        assert f.low == min(a.low for a in standing if a.low is not None)
        assert f.high == max(a.high for a in standing if a.high is not None)
        assert set(f.low_by) == {a.by for a in standing if a.low == f.low}
        assert set(f.high_by) == {a.by for a in standing if a.high == f.high}
        for a in f.assertions:
            older = next((o for o in f.assertions if o.claim == a.revises), None)
            assert older is None or (older.by == a.by and not older.standing and (older.as_of or "") < (a.as_of or ""))
            assert all(next(o for o in f.assertions if o.claim == c).by != a.by for c in a.contradicts)


def _one(report: Make, n: int, day: int, count: int, by: str) -> Report:
    from_ = f"2017-06-{day}"
    return report(from_, killed(count, source=Source(by, by, "organisation"), as_of=AsOf(from_, "text")), outlet=f"outlet {n}")


@given(st.integers(2, 6), st.booleans())
def test_outlets_with_one_asserter_are_one_independent_source(report: Make, outlets: int, named: bool) -> None:
    source = SOHR if named else None
    told = [report("2017-06-10", killed(10, source=source), outlet=f"outlet {n}") for n in range(outlets)]
    assert figure(gather(told)).independent_sources == (1 if named else outlets)


WIRE = " ".join(f"كلمة{n}" for n in range(60)).translate(str.maketrans("0123456789", "ابتثجحخدذر"))


def test_wire_copies_are_one_source(report: Make) -> None:
    copies = [report("2017-06-10", killed(10), outlet=f"outlet {n}", text=WIRE) for n in range(4)]
    assert figure(gather(copies)).independent_sources == 1
    assert figure(gather([*copies, report("2017-06-10", killed(10), outlet="other")])).independent_sources == 2


def test_unnamed_sources_are_their_outlets_own(report: Make) -> None:
    told = [report("2017-06-10", killed(10, source=Source("مصادر", None, "anonymous")), killed(10), outlet=o) for o in ("a", "b")]
    assert figure(gather(told)).independent_sources == 2


@pytest.mark.parametrize(
    ("rows", "low", "high", "derived"),
    [
        ([killed(20, 99, "vague")], 20, 99, True),
        ([killed(20, 99, "vague"), killed(12)], 12, 12, False),
        ([killed(None, None, "vague")], None, None, False),
        ([killed(14, None, "at_least"), killed(17)], 14, 17, False),
        ([killed(20, None, "more_than"), killed(17)], 17, None, False),
        ([killed(None, 20, "up_to")], None, 20, False),
    ],
)
def test_ends_are_what_is_stated_and_vague_words_stay_marked(
    report: Make, rows: list[Any], low: int | None, high: int | None, derived: bool
) -> None:
    f = figure(gather([report("2017-06-10", row, outlet=f"o{n}") for n, row in enumerate(rows)]))
    assert (f.low, f.high, f.derived) == (low, high, derived)


@given(st.lists(st.tuples(st.integers(1, 60), st.booleans()), min_size=1, max_size=6))
def test_vague_words_never_become_a_stated_number(report: Make, rows: list[tuple[int, bool]]) -> None:
    told = [
        report("2017-06-10", killed(n, n + 70, "vague") if vague else killed(n), outlet=f"outlet {i}")
        for i, (n, vague) in enumerate(rows)
    ]
    for made in gather(told).incidents:
        (f,) = made.figures
        stated = {a.low for a in f.assertions if a.bound != "vague"} | {a.high for a in f.assertions if a.bound != "vague"}
        assert f.derived == (not stated)
        assert f.derived or {f.low, f.high} <= stated


def contested(report: Make) -> list[Report]:
    return [
        report("2017-06-10", killed(8, group="civilians", source=SOHR), outlet="a"),
        report("2017-06-10", killed(9, group="fighters", source=Source("الجيش", "army", "state")), outlet="b"),
    ]


def test_contested_status_counts_from_0_on_both_sides_under_the_named_policy(report: Make) -> None:
    record = gather(contested(report))
    for group, stated in (("civilians", 8), ("fighters", 9)):
        f = figure(record, group)
        assert (f.low, f.high, f.contested, f.policy, f.stated_low) == (0, stated, True, "contested status counts from 0", stated)


def test_another_policy_leaves_the_ends_as_stated(report: Make) -> None:
    record = gathered(contested(report), policy=Policy("as stated", contested_zero=False))
    assert [(f.low, f.contested, f.policy) for f in record.incidents[0].figures] == [(8, False, None), (9, False, None)]


@given(st.integers(1, 50), st.integers(1, 50), st.booleans())
def test_status_is_contested_only_where_two_asserters_may_mean_the_same_dead(
    report: Make, civil: int, armed: int, total: bool
) -> None:
    rows = [killed(civil, group="civilians", source=SOHR), killed(armed, group="fighters", source=MINISTRY)]
    told = [report("2017-06-10", row, outlet=f"o{n}") for n, row in enumerate(rows)]
    if total:
        told.append(report("2017-06-10", killed(civil + armed, source=Source("un", "un", "organisation")), outlet="whole"))
    figures = [f for i in gather(told).incidents if len(i.articles) == len(told) for f in i.figures if f.group != "people"]
    assert all(f.contested != total and (f.low == 0) == f.contested for f in figures)


def test_a_claim_of_the_act_is_told_from_blame_and_denial(report: Make) -> None:
    group = Actor("تنظيم", "isis", "rebel_group")
    where = {"place": PLACE, "date": When(None, DAY, DAY, 1), "means": "explosion"}
    record = gather(
        [
            report(DAY, (Attack, where | {"claimed_by": group}), outlet="a"),
            report(DAY, (Attack, where | {"actor": Actor("روسيا", "russia"), "denied_by": Actor("روسيا", "russia")}), outlet="b"),
            report(DAY, (Attack, where | {"actor": Actor("روسيا", "russia"), "source": SOHR}), outlet="c"),
        ]
    )
    stands = {(r.actor.id, r.stand): r.by for i in record.incidents for r in i.responsibility}
    assert stands == {("isis", "claimed"): ("a",), ("russia", "denied"): ("b",), ("russia", "blamed"): ("sohr",)}


def test_a_denial_stands_beside_the_event_and_makes_none_of_its_own(report: Make) -> None:
    russia = Actor("روسيا", "russia")
    where = {"place": PLACE, "date": When(None, DAY, DAY, 1), "means": "airstrike"}
    denial = (Attack, where | {"actor": russia, "stance": "denied", "source": Source("وزارة الدفاع الروسية", "russia", "state")})
    (made,) = gather([report(DAY, killed(39), denial)]).incidents
    assert [(r.actor.id, r.stand, r.by) for r in made.responsibility] == [("russia", "denied", ("russia",))]
    assert made.actors == ()
    assert gather([report(DAY, denial)]).incidents == ()
