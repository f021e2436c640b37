"""Who holds a place: one history a place, what others dispute, what nobody has said for long."""

from collections.abc import Callable
from typing import Any

import pytest

from marsad.model import Actor, Control, Place, Report, Territory, When
from marsad.record import gather, state_on

Make = Callable[..., Report]
RAQQA = Place("الرقة", "geonames:172955", 35.9528, 39.0079, 1, "SY")
ISIS = Actor("تنظيم الدولة", "isis", "rebel_group")
SDF = Actor("قسد", "sdf", "rebel_group")
ARMY = Actor("الجيش السوري", "syrian-government", "state_forces")


def control(day: str, change: str, actor: Actor | None, **more: Any) -> tuple[type[Control], dict[str, Any]]:
    return Control, {"place": RAQQA, "date": When(None, day, day, 1), "change": change, "actor": actor} | more


def history(report: Make, *claims: tuple[str, str, Actor | None, dict[str, Any]]) -> Territory:
    told = [
        report(day, control(day, change, actor, **more), outlet=f"o{n}") for n, (day, change, actor, more) in enumerate(claims)
    ]
    (territory,) = gather(told).control
    return territory


def stretches(territory: Territory) -> list[tuple[str, str | None, str | None, str]]:
    return [(h.from_, h.until, h.actor.id if h.actor else None, h.state) for h in territory.history]


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        (
            [("2014-01-14", "gained", ISIS, {}), ("2017-10-17", "gained", SDF, {})],
            [("2014-01-14", "2017-10-17", "isis", "held"), ("2017-10-17", None, "sdf", "held")],
        ),
        (  # who loses and who takes on one day is one change, told by however many
            [("2017-10-17", "lost", ISIS, {}), ("2017-10-17", "gained", SDF, {}), ("2017-10-18", "gained", SDF, {})],
            [("2017-10-17", None, "sdf", "held")],
        ),
        (
            [("2014-01-14", "holds", ISIS, {}), ("2017-10-17", "lost", ISIS, {"counterpart": SDF})],
            [("2014-01-14", "2017-10-17", "isis", "held"), ("2017-10-17", None, "sdf", "held")],
        ),
        (
            [("2017-10-17", "gained", SDF, {}), ("2017-11-01", "withdrew", SDF, {})],
            [("2017-10-17", "2017-11-01", "sdf", "held"), ("2017-11-01", None, None, "left")],
        ),
        ([("2017-06-06", "besieged", SDF, {"counterpart": ISIS})], [("2017-06-06", None, "isis", "besieged")]),
        (  # another says it holds the place, and no change has been told: a dispute
            [("2017-10-17", "gained", SDF, {}), ("2017-10-20", "holds", ARMY, {})],
            [("2017-10-17", None, "sdf", "contested")],
        ),
        (  # a part taken
            [("2017-06-01", "holds", ISIS, {}), ("2017-06-09", "gained", SDF, {"extent": "partial"})],
            [("2017-06-01", None, "isis", "contested")],
        ),
        (  # two say on one day that they took it
            [("2017-10-17", "gained", SDF, {}), ("2017-10-17", "gained", ARMY, {})],
            [("2017-10-17", None, "sdf", "contested")],
        ),
    ],
)
def test_histories(report: Make, claims: list[Any], expected: list[Any]) -> None:
    assert stretches(history(report, *claims)) == expected


def test_a_dispute_names_who_disputes(report: Make) -> None:
    (stretch,) = history(report, ("2017-10-17", "gained", SDF, {}), ("2017-10-20", "holds", ARMY, {})).history
    assert stretch.contested_by == ("syrian-government",)
    assert len(stretch.claims) == 2


def test_what_nobody_has_said_for_half_a_year_is_stale(report: Make) -> None:
    territory = history(report, ("2017-10-17", "gained", SDF, {}), ("2018-01-01", "holds", SDF, {}))
    (stretch,) = territory.history
    assert (stretch.last_stated, stretch.stale_from) == ("2018-01-01", "2018-06-30")
    assert state_on(territory, "2018-06-29") == (stretch, False)
    assert state_on(territory, "2018-06-30") == (stretch, True)
    assert state_on(territory, "2017-10-16") is None


def test_what_is_only_expected_or_denied_changes_nothing(report: Make) -> None:
    told = [report("2017-10-17", control("2017-10-17", "gained", SDF, stance=stance)) for stance in ("expected", "denied")]
    assert gather(told).control == ()
