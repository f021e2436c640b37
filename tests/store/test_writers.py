"""Writers of one program queue, and what they were told is kept is on the disk; those beyond the places there are told at once to come again, so that readers are answered meanwhile."""

import threading
import time

import pytest
from sqlalchemy import text
from tests.conftest import POSTGRESQL

from marsad.model import Unavailable
from marsad.store import connect
from marsad.store.store import Store


@pytest.mark.skipif(bool(POSTGRESQL), reason="PostgreSQL queues writers by itself")
def test_a_crowd_of_writers_queues_and_the_rest_is_told_to_come_again(store: Store) -> None:
    done: list[int] = []
    refused: list[int] = []

    def write(number: int) -> None:
        try:
            with store.writing():
                done.append(number)
        except Unavailable:
            refused.append(number)

    threads = [threading.Thread(target=write, args=(n,)) for n in range(connect._MOST + 4)]
    with store.writing():
        for thread in threads:
            thread.start()
        while len(refused) < 5:
            time.sleep(0.01)
        assert done == []
    for thread in threads:
        thread.join()
    assert (len(done), len(refused)) == (connect._MOST - 1, 5)


def test_what_is_kept_is_on_the_disk_when_it_is_acknowledged(store: Store) -> None:
    asked, wanted = ("SHOW synchronous_commit", "on") if POSTGRESQL else ("PRAGMA synchronous", 2)
    with store.writing() as connection:
        assert connection.execute(text(asked)).scalar_one() == wanted
