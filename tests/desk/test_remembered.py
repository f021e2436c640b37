"""The overview is remembered, and not a moment too long."""

from marsad.desk.room import Room
from marsad.desk.settings import Settings
from marsad.store import judge
from marsad.store.discretion import CLEARED
from marsad.store.query import query_of
from marsad.store.store import Store


def test_it_is_remembered_until_the_next_act_and_for_the_same_eyes(fresh: Store) -> None:
    room, query = Room(fresh, Settings()), query_of({"outcome": "killed"}, fresh.atlas)
    with fresh.reading() as connection:
        first = room.overview(connection, query)
        assert room.overview(connection, query) is first
        assert room.overview(connection, query_of({"outcome": "killed"}, fresh.atlas, CLEARED)) is not first
        assert room.overview(connection, query_of({"outcome": "injured"}, fresh.atlas)) is not first
    with fresh.writing() as connection:
        judge.judge(connection, "grade", "in-none", "tests", value="weak", reason="x")
    with fresh.reading() as connection:
        again = room.overview(connection, query)
    assert again is not first
    assert again == first
