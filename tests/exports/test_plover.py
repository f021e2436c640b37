import pytest
from tests.exports.event import actor, assertion, event, figure

from marsad.exports import plover

KILLED = figure("killed", "people", assertion("c1", "sohr", 3, 3))


@pytest.mark.parametrize(
    ("means", "type", "mode", "quad"),
    [
        ("airstrike", "ASSAULT", "aerial", 4),
        ("drone", "ASSAULT", "drone", 4),
        ("arrest", "COERCE", "arrest", 4),
        ("abduction", "ASSAULT", "abduct", 4),
    ],
)
def test_a_means_is_a_type_and_a_mode(means: str, type: str, mode: str, quad: int) -> None:
    (row,) = plover.rows([event(KILLED, means=[means], actors=(actor("x", "attacker", "state_forces"),))], [], {})
    assert (row["event"], row["mode"], row["quad_code"], row["dead"]) == ([type], mode, quad, 3)
    assert row["actor"] == [{"actorText": "x", "code": None, "sector": "MIL"}]


@pytest.mark.parametrize(
    ("act", "type", "mode", "quad"),
    [
        ("call", "CONSULT", "phone", 1),
        ("ceasefire", "RETREAT", "ceasefire", 2),
        ("condemnation", "ACCUSE", "disapprove", 3),
        ("agreement", "AGREE", None, 1),
    ],
)
def test_an_act_of_talks_is_a_type_and_a_mode(act: str, type: str, mode: str | None, quad: int) -> None:
    track = {
        "id": "tk-1",
        "events": [{"act": act, "date": {"start": "2017-10-18"}, "participants": [{"name": "روسيا", "id": "russia"}]}],
    }
    (row,) = plover.rows([], [track], {})
    assert (row["event"], row["mode"], row["quad_code"]) == ([type], mode, quad)


def test_modes_are_those_of_their_type() -> None:
    coded = [*plover._MODES.values(), *plover._ACTS.values()]
    assert all(mode is None or mode in plover.TYPES[kind] for kind, mode in coded)
    assert len(plover.TYPES) == 16
    assert set(plover.QUAD) == set(plover.TYPES)


def test_what_falls_under_no_type_is_left_out() -> None:
    assert list(plover.rows([event(KILLED, means=["other"]), event(KILLED, date=None)], [], {})) == []
