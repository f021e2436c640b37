"""Taking in addresses: pages, and the feeds and site maps that lead to them, politely, several hosts at once, going on where it was left."""

import hashlib
import json
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection

from marsad.intake.bench import Bench, is_dead
from marsad.intake.document import Document, Link, Problem
from marsad.intake.fetch import Fetched, Fetcher
from marsad.intake.files import jobs_of
from marsad.intake.visit import DELAY, GONE, ROBOTS_LAST, Retry, Visit, visit
from marsad.intake.work import Led
from marsad.model import MarsadError
from marsad.store import queue
from marsad.store.queue import Job

LEASE = 300.0
"""Seconds that an address is leased for: more than its robots.txt, its own answer and its reading may take together."""


@dataclass(frozen=True, slots=True)
class Habits:
    """How addresses are gone through: seconds between two questions to a host, tries, after how many seconds a page is looked at again,
    hosts asked at once, and how long to wait for what is due later before ending (None: for ever)."""

    delay: float = DELAY
    retry: Retry = field(default_factory=Retry)
    recheck: tuple[float, ...] = ()
    at_once: int = 4
    patience: float | None = 30.0


class Web:
    """Goes through the addresses that are due."""

    def __init__(self, bench: Bench, fetcher: Fetcher, habits: Habits) -> None:
        self._store, self._archive, self._keeper, self._pool = bench.store, bench.archive, bench.keeper, bench.pool
        self._bench, self._fetcher, self._habits = bench, fetcher, habits

    def run(
        self,
        roots: Sequence[str] = (),
        tell: Callable[[int, int], None] = lambda done, failed: None,
        idle: Callable[[], object] = lambda: None,
    ) -> None:
        """Go through what is due among ``roots`` and what they lead to, or among everything, until nothing is due soon enough.

        ``idle`` is called whenever something was done and nothing more is due at once.
        """
        done, before = 0, 0
        under_way: dict[Future[Visit], Job] = {}
        with ThreadPoolExecutor(self._habits.at_once) as threads:
            while True:
                while len(under_way) < self._habits.at_once and (leased := self._lease(roots)):
                    job, robots = leased
                    under_way[threads.submit(self._visit, job, robots)] = job
                if not under_way:
                    if done > before:
                        before = done
                        idle()
                    if not self._wait(roots):
                        return
                    continue
                came, _ = wait(under_way, timeout=1.0, return_when=FIRST_COMPLETED)
                self._deal([(under_way.pop(future), future.result()) for future in came])
                done += len(came)
                tell(done, self._keeper.tally["failed"])

    def _lease(self, roots: Sequence[str]) -> tuple[Job, str | None] | None:
        """The next job, and its host's robots.txt where it was read lately; the host is nobody else's for as long as an answer may take."""
        with self._store.writing() as connection:
            job = queue.lease(connection, self._bench.me, LEASE, "web", roots, is_dead)
            if job is None:
                return None
            robots = queue.robots(connection, job.host, queue.later(-ROBOTS_LAST))
            queue.hold_host(connection, job.host, queue.later(LEASE), self._bench.me)
            return job, robots

    def _wait(self, roots: Sequence[str]) -> bool:
        """Wait for what is due next, a second at most; False when nothing is, or not soon enough."""
        with self._store.reading() as connection:
            count, first = queue.waiting(connection, "web", roots)
        if not count or first is None:
            if self._habits.patience is None:
                time.sleep(1.0)
                return True
            return False
        left = (datetime.fromisoformat(first) - datetime.now(UTC)).total_seconds()
        if self._habits.patience is not None and left > self._habits.patience:
            return False
        time.sleep(min(max(left, 0.05), 1.0))
        return True

    def _visit(self, job: Job, robots: str | None) -> Visit:
        mark = json.loads(job.mark or "{}")
        try:
            return visit(self._fetcher, job.target, robots, self._habits.delay, mark.get("etag"), mark.get("modified"))
        except Exception as error:  # an answer is anybody's: what was not foreseen must not cost the others
            said = f"{type(error).__name__}: {error}".splitlines()[0]
            return Visit(refused=f"marsad failed on its answer, please tell its makers: {said}", delay=self._habits.delay)

    def _deal(self, came: Sequence[tuple[Job, Visit]]) -> None:
        """Keep what came: captures and links at once, documents when they are read."""
        documents: dict[str, tuple[Document, Job, Fetched]] = {}
        for job, one in came:
            if one.got is None:
                self._failed(job, one)
                continue
            try:
                document = self._answered(job, one.got, one)
            except MarsadError as error:
                self._end(job, one, "failed", [Problem(job.target, str(error))])
                continue
            if document:
                documents[job.target] = (document, job, one.got)
        visits = {job.target: one for job, one in came}
        for document, outcome in self._pool.outcomes([document for document, _, _ in documents.values()]):
            _, job, got = documents[document.where]
            self._keeper.put(document, outcome)
            links = self._jobs(job, outcome.found) if isinstance(outcome, Led) else ()
            self._end(job, visits[job.target], None, links=links, got=got)

    def _failed(self, job: Job, one: Visit) -> None:
        again = self._habits.retry.wait(job.tries) if one.passing else None
        if again is None:
            self._end(job, one, "failed", [Problem(job.target, (one.refused or "").removeprefix(f"{job.target} "))])
            return
        again = max(again, one.again or 0.0)
        self._bench.say("try_again", job=job.no, tries=job.tries + 1, seconds=round(again))
        self._end(job, one, "waiting", due=queue.later(again), tries=job.tries + 1)

    def _answered(self, job: Job, got: Fetched, one: Visit) -> Document | None:
        """The document that an answer holds, if it is one; everything else is dealt with."""
        self._bench.say("answered", job=job.no, status=got.status, bytes=len(got.body))
        if got.status == 304:
            self._keeper.tally.of["same"] += 1
            self._end(job, one, None, got=None)
            return None
        if got.status in GONE and job.done:
            self._archive.keep(got)
            self._bench.say("gone", job=job.no)
            self._keeper.tally.of["gone"] += 1
            self._end(job, one, "done", gone=job.gone or queue.stamp())
            return None
        if self._store.bars(got.url, hashlib.sha256(got.content).hexdigest()):  # a person's data was purged from it
            self._keeper.tally.of["same"] += 1
            self._end(job, one, "done")
            return None
        self._archive.keep(got)
        if got.status != 200:
            self._end(job, one, "failed", [Problem(job.target, f"was answered with status {got.status}: check the address")])
            return None
        detail = job.detail
        return Document(
            where=job.target, data=got.content, url=got.url, outlet=detail.get("named"), published=detail.get("published"), asserted=False, sifted=bool(detail.get("sifted")),
        )  # fmt: skip

    def _jobs(self, job: Job, found: Iterable[Link | Problem]) -> list[Job]:
        """The jobs of a feed's links; of a site map's index they are sources as it is one."""
        root, named, every = job.source or job.target, job.detail.get("named"), job.detail.get("every")
        pages = [one for one in found if isinstance(one, Link) and not one.index]
        maps = [one for one in found if isinstance(one, Link) and one.index]
        return jobs_of(pages, root, self._keeper, named=named) + jobs_of(maps, root, self._keeper, named=named, every=every)

    def _end(
        self,
        job: Job,
        one: Visit,
        state: queue.State | None,
        problems: Sequence[Problem] = (),
        links: Sequence[Job] = (),
        got: Fetched | None = None,
        **more: Any,
    ) -> None:
        """Let go of a job, with all that came of it, in one transaction. Without a ``state`` it went well: it is due again or done."""
        for problem in problems:
            self._keeper.problem(problem)
        values = dict(more)
        if got is not None:
            values |= _marks(job, got)
        if state is None:
            state, due = self._next(job)
            values |= {"at": job.at + 1, "tries": 0, "done": queue.stamp(), "gone": None} | ({"due": due} if due else {})
        elif state == "failed" and job.detail.get("every"):  # a source is not given up: it is asked again when it would have been
            state, values = "waiting", values | {"due": queue.later(job.detail["every"]), "tries": 0}

        def write(connection: Connection) -> None:
            queue.put(connection, links)
            queue.finish(connection, job, state, **values)
            queue.hold_host(connection, job.host, queue.later(one.delay))
            if one.robots is not None:
                queue.keep_robots(connection, job.host, one.robots)

        self._keeper.flush(write, job.no)

    def _next(self, job: Job) -> tuple[queue.State, str | None]:
        """What becomes of a job that went well: a source is due again after its time, a page after the next of the times to look again."""
        every = job.detail.get("every")
        times = self._habits.recheck
        seconds = every if every else times[job.at] if job.at < len(times) else None
        return ("waiting", queue.later(seconds)) if seconds else ("done", None)


def _marks(job: Job, got: Fetched) -> dict[str, Any]:
    """What is remembered of an answer: by what to ask whether it changed, and that it did."""
    before = json.loads(job.mark or "{}")
    digest = hashlib.sha256(got.content).hexdigest()
    mark = {"etag": got.header("etag"), "modified": got.header("last-modified"), "sha256": digest}
    changed = {"changed": queue.stamp()} if before.get("sha256") not in (None, digest) else {}
    return {"mark": json.dumps({name: value for name, value in mark.items() if value}), **changed}
