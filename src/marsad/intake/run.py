"""A call of the intake: what was named is put among the jobs, and they are done; what an earlier call left is gone on with."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from marsad.intake import files
from marsad.intake.address import parse
from marsad.intake.bench import Bench, is_dead
from marsad.intake.document import Problem
from marsad.intake.fetch import Fetcher
from marsad.intake.files import LEASE, Tell
from marsad.intake.keeper import Tally
from marsad.intake.listing import Listing
from marsad.intake.source import Reading
from marsad.intake.visit import host_of
from marsad.intake.web import Habits, Web
from marsad.model import MarsadError
from marsad.store import queue
from marsad.store.queue import Job


def add(
    bench: Bench,
    targets: Iterable[str],
    fetcher: Fetcher,
    habits: Habits,
    reading: Reading,
    tell: Tell = lambda done, failed: None,
) -> Tally:
    """Take in addresses, files and folders, and what feeds and site maps among them lead to; how many documents became what."""
    roots: list[str] = []
    jobs: list[Job] = []
    for target in targets:
        try:
            job = _job(target)
        except MarsadError as error:
            bench.keeper.problem(Problem(target, str(error)))
            continue
        jobs.append(job)
        roots.append(job.target)
    with bench.store.writing() as connection:
        queue.put(connection, jobs, again=True)
        queue.describe(connection, jobs)
    while job_ := _leased(bench, roots):
        _file(bench, job_, reading, tell)
    if roots:
        Web(bench, fetcher, habits).run(roots, tell)
    bench.keeper.flush()
    return bench.keeper.tally


def watch(
    bench: Bench,
    listing: Listing,
    fetcher: Fetcher,
    habits: Habits,
    tell: Tell = lambda done, failed: None,
    idle: Callable[[], object] = lambda: None,
) -> Tally:
    """Go on with the sources of a list and the pages they lead to, as long as ``habits`` say; how many documents became what.

    ``idle`` is called whenever something came in and nothing more is due at once.
    """
    jobs = [
        Job(
            "web",
            one.url,
            host_of(one.url),
            "",
            {"every": one.every, "named": one.outlet} if one.outlet else {"every": one.every},
        )
        for one in listing.sources
    ]
    with bench.store.writing() as connection:
        queue.put(connection, jobs)
        queue.describe(connection, jobs)
        queue.wake(connection, [job.target for job in jobs])
    Web(bench, fetcher, habits).run([job.target for job in jobs], tell, idle)
    bench.keeper.flush()
    return bench.keeper.tally


def _job(target: str) -> Job:
    if "://" in target:
        url = parse(target).url
        return Job("web", url, host_of(url))
    return Job("file", str(Path(target).absolute()))


def _leased(bench: Bench, roots: Sequence[str]) -> Job | None:
    with bench.store.writing() as connection:
        return queue.lease(connection, bench.me, LEASE, "file", roots, is_dead)


def _file(bench: Bench, job: Job, reading: Reading, tell: Tell) -> None:
    bench.say("file", job=job.no, at=job.at)
    try:
        if not files.take(bench, job, reading, tell):
            bench.keeper.problem(Problem(job.target, "was taken over by another marsad: see what that one says"))
            return
    except MarsadError as error:
        bench.keeper.problem(Problem(job.target, str(error)))
        bench.keeper.flush(lambda connection: queue.finish(connection, job, "failed"), job.no)
