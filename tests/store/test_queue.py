"""Jobs: each is one process's at a time, and nobody's when its holder dies."""

from marsad.store import queue
from marsad.store.queue import Job
from marsad.store.store import Store

A, B = Job("web", "https://a.example/1", "a.example"), Job("web", "https://b.example/1", "b.example")


def lease(store: Store, who: str, seconds: float = 60, roots: tuple[str, ...] = (), dead: tuple[str, ...] = ()) -> Job | None:
    with store.writing() as connection:
        return queue.lease(connection, who, seconds, "web", roots, lambda holder: holder in dead)


def put(store: Store, *jobs: Job, again: bool = False) -> int:
    with store.writing() as connection:
        return queue.put(connection, jobs, again)


def finish(store: Store, job: Job | None, state: queue.State, **more: object) -> None:
    assert job
    with store.writing() as connection:
        queue.finish(connection, job, state, **more)


def target(job: Job | None) -> str | None:
    return job and job.target


def test_a_job_is_put_once_and_taken_by_one(store: Store) -> None:
    assert (put(store, A, B, A), put(store, A)) == (2, 0)
    assert [target(lease(store, who)) for who in ("x", "y", "z")] == [A.target, B.target, None]


def test_a_lease_ends_with_its_time_or_its_holder(store: Store) -> None:
    put(store, A)
    held = lease(store, "x", seconds=-1)
    assert target(lease(store, "y")) == A.target
    assert lease(store, "z") is None
    assert target(lease(store, "z", dead=("y",))) == A.target
    assert held
    with store.writing() as connection:
        assert not queue.renew(connection, held, "x", 60, at=7)
        assert queue.renew(connection, held, "z", 60, at=3, mark="m")
    with store.reading() as connection:
        (job,) = queue.find(connection, "web", [A.target])
    assert (job.at, job.mark) == (3, "m")


def test_what_is_done_is_due_again_only_when_asked_for(store: Store) -> None:
    put(store, A)
    finish(store, lease(store, "x"), "done", at=5)
    assert (put(store, A), lease(store, "x")) == (0, None)
    put(store, A, again=True)
    again = lease(store, "x")
    assert again
    assert (again.at, again.done is not None) == (5, True)


def test_what_fails_is_due_later(store: Store) -> None:
    put(store, A)
    finish(store, lease(store, "x"), "waiting", due=queue.later(60), tries=1)
    assert lease(store, "x") is None
    with store.reading() as connection:
        count, first = queue.waiting(connection, "web")
    assert count == 1
    assert first
    assert queue.later(50) < first < queue.later(70)
    finish(store, queue_job(store, A), "waiting", due=queue.later(-1))
    assert target(lease(store, "x")) == A.target


def queue_job(store: Store, job: Job) -> Job:
    with store.reading() as connection:
        (found,) = queue.find(connection, job.kind, [job.target])
    return found


def test_a_host_is_asked_when_it_may_be(store: Store) -> None:
    put(store, A, B)
    with store.writing() as connection:
        queue.hold_host(connection, "a.example", queue.later(60))
        queue.keep_robots(connection, "a.example", "Disallow: /x")
        queue.keep_robots(connection, "c.example", "")
    assert [target(lease(store, "x")) for _ in range(2)] == [B.target, None]
    with store.reading() as connection:
        assert queue.robots(connection, "a.example", queue.later(-60)) == "Disallow: /x"
        assert queue.robots(connection, "a.example", queue.later(60)) is None
        assert queue.robots(connection, "b.example", queue.later(-60)) is None


def test_what_the_dead_were_asking_is_free(store: Store) -> None:
    put(store, A)
    assert lease(store, "x")
    with store.writing() as connection:
        queue.hold_host(connection, "a.example", queue.later(600), "x")
    assert lease(store, "y") is None
    with store.reading() as connection:
        assert queue.waiting(connection, "web")[0] == 0
    assert target(lease(store, "y", dead=("x",))) == A.target


def test_only_what_a_call_named_and_what_it_leads_to(store: Store) -> None:
    put(store, A, B, Job("web", "https://b.example/2", "b.example", source=B.target))
    assert [target(lease(store, "x", roots=(B.target,))) for _ in range(3)] == [B.target, "https://b.example/2", None]
    with store.reading() as connection:
        assert queue.waiting(connection, "web", [A.target])[0] == 1
