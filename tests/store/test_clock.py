"""A clock that was set back locks nobody out and holds no work for ever."""

from sqlalchemy import update

from marsad.store import accounts, queue
from marsad.store.ledger import jobs
from marsad.store.queue import Job
from marsad.store.store import Store

DAY, PASSWORD, NOW = 86_400, "a password of the tests", 1_700_000_000


def test_a_lease_of_a_time_to_come_holds_no_longer_and_one_of_now_does(store: Store) -> None:
    with store.writing() as connection:
        queue.put(connection, [Job("file", "to come"), Job("file", "now")])
        for target, seconds in (("to come", DAY), ("now", 180)):
            held = {"leased_by": "elsewhere", "leased_until": queue.later(seconds)}
            connection.execute(update(jobs).where(jobs.c.target == target).values(held))
        taken = [queue.lease(connection, "me", 180, "file") for _ in range(2)]
    assert [job and job.target for job in taken] == ["to come", None]


def test_a_host_held_in_a_time_to_come_is_asked(store: Store) -> None:
    with store.writing() as connection:
        queue.put(connection, [Job("web", "https://news.example/", "news.example")])
        queue.hold_host(connection, "news.example", queue.later(DAY), "elsewhere")
        assert queue.lease(connection, "me", 180, "web") is not None


def test_failed_sign_ins_of_a_time_to_come_lock_nobody_out(store: Store) -> None:
    with store.writing() as connection:
        accounts.make(connection, "one", "reader", PASSWORD, "tests")
        for _ in range(accounts.MOST):
            assert accounts.sign_in(connection, "one", "wrong", "", "here", NOW + DAY) is None
        assert accounts.sign_in(connection, "one", PASSWORD, "", "here", NOW)
