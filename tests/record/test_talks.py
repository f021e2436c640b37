"""Talks by track: one act told twice is one event."""

from collections.abc import Callable
from typing import Any

from marsad.model import Actor, Report, Talks, When
from marsad.record import gather

Make = Callable[..., Report]
UN, HOUTHIS = Actor("الأمم المتحدة", "un"), Actor("الحوثيون", "houthis")


def talks(day: str, act: str, *participants: Actor, **more: Any) -> tuple[type[Talks], dict[str, Any]]:
    return Talks, {"act": act, "date": When(None, day, day, 1), "participants": participants} | more


def test_a_track_is_one_history_by_date(report: Make) -> None:
    told = [
        report("2018-12-14", talks("2018-12-13", "agreement", UN, HOUTHIS, track="stockholm"), outlet="a"),
        report("2018-12-13", talks("2018-12-13", "agreement", HOUTHIS, UN, track="stockholm", topic="Hodeidah"), outlet="b"),
        report("2018-12-06", talks("2018-12-06", "round", UN, HOUTHIS, track="stockholm"), outlet="a"),
    ]
    (track,) = gather(told).talks
    assert [(e.act, e.date and e.date.start, len(e.claims), e.topic) for e in track.events] == [
        ("round", "2018-12-06", 1, None), ("agreement", "2018-12-13", 2, "Hodeidah"),
    ]  # fmt: skip


def test_acts_outside_a_track_are_their_parties(report: Make) -> None:
    told = [
        report("2018-12-13", talks("2018-12-13", "call", UN, HOUTHIS), talks("2018-12-13", "call", UN)),
        report("2018-12-20", talks("2018-12-20", "meeting", HOUTHIS, UN)),
    ]
    assert sorted(len(t.events) for t in gather(told).talks) == [1, 2]


def test_a_resolution_is_its_number_whoever_tells_it(report: Make) -> None:
    told = [
        report("2015-12-18", talks("2015-12-18", "resolution", *parties, instrument="UNSCR 2254", track="geneva"), outlet=o)
        for o, parties in (("a", (UN,)), ("b", ()))
    ]
    (track,) = gather(told).talks
    assert [(len(e.claims), [a.id for a in e.participants]) for e in track.events] == [(2, ["un"])]
