"""Jobs: taken one by one under a lease, so that several processes share them and one that dies leaves none behind.

All functions work inside a transaction of the store's, whose writers queue; so a job is nobody else's between looking and leasing.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, func, insert, or_, select, update

from marsad.store.ledger import hosts, jobs

State = Literal["waiting", "done", "failed"]

_MANY = 500  # targets looked up at once
LONGEST = 3600.0
"""Seconds that no lease and no hold of a host lasts: one that ends later was made before the clock was set back, and holds no longer."""


@dataclass(frozen=True, slots=True)
class Job:
    """One thing to be taken in; see ``ledger.jobs``. ``detail`` is what its source says of it."""

    kind: str
    target: str
    host: str = ""
    source: str = ""
    detail: Mapping[str, Any] = field(default_factory=dict)
    no: int = 0
    state: State = "waiting"
    tries: int = 0
    at: int = 0
    mark: str = ""
    done: str | None = None
    changed: str | None = None
    gone: str | None = None


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def stamp(moment: datetime | None = None) -> str:
    """A moment, by default now, as the tables hold it."""
    return (moment or now()).astimezone(UTC).isoformat(timespec="microseconds")


def later(seconds: float) -> str:
    """The moment in so many seconds."""
    return stamp(now() + timedelta(seconds=seconds))


def put(connection: Connection, new: Sequence[Job], again: bool = False) -> int:
    """Put jobs in the queue, due at once; how many were new. One that is there stays as it is, or with ``again`` is due again."""
    now, fresh = stamp(), 0
    for first in range(0, len(new), _MANY):
        some = list({(job.kind, job.target): job for job in new[first : first + _MANY]}.values())
        wanted = jobs.c.target.in_([job.target for job in some])
        held = {
            (row.kind, row.target): row.no
            for row in connection.execute(select(jobs.c.kind, jobs.c.target, jobs.c.no).where(wanted))
        }
        rows = [_row(job, now) for job in some if (job.kind, job.target) not in held]
        fresh += len(rows)
        if rows:
            connection.execute(insert(jobs), rows)
        if again and held:
            due = {"state": "waiting", "due": now, "tries": 0}
            connection.execute(update(jobs).where(jobs.c.no.in_(held.values()), jobs.c.leased_by.is_(None)).values(due))
    return fresh


def describe(connection: Connection, some: Iterable[Job]) -> None:
    """What is now said of jobs that may be there already; what they did before stays."""
    for job in some:
        values = {"source": job.source, "detail": json.dumps(dict(job.detail), ensure_ascii=False)}
        connection.execute(update(jobs).where(jobs.c.kind == job.kind, jobs.c.target == job.target).values(values))


def wake(connection: Connection, targets: Sequence[str]) -> None:
    """Sources that were done with or given up are due again, since they are to be watched."""
    asleep = jobs.c.kind == "web", jobs.c.target.in_(targets), jobs.c.state != "waiting"
    connection.execute(update(jobs).where(*asleep).values(state="waiting", due=stamp(), tries=0))


def lease(
    connection: Connection,
    who: str,
    seconds: float,
    kind: str,
    roots: Sequence[str] = (),
    dead: Callable[[str], bool] = lambda who: False,
) -> Job | None:
    """The job that has been due longest and that nobody works on, whose host may be asked; leased to ``who`` for so many seconds.

    ``roots`` are the targets given in one call: only they, and what they lead to, are then taken. A lease ends with its time, or
    at once where ``dead`` knows that its holder lives no longer.
    """
    _release(connection, dead)
    asked = jobs.outerjoin(hosts, hosts.c.host == jobs.c.host)
    now = stamp()
    wanted = [*_wanted(kind, roots), jobs.c.due <= now, _passed(hosts.c.due)]
    row = connection.execute(select(jobs).select_from(asked).where(*wanted).order_by(jobs.c.due, jobs.c.no).limit(1)).first()
    if row is None:
        return None
    connection.execute(update(jobs).where(jobs.c.no == row.no).values(leased_by=who, leased_until=later(seconds)))
    return _job(row)


def _release(connection: Connection, dead: Callable[[str], bool]) -> None:
    """Let go of what the dead hold: their jobs, and the hosts they were asking."""
    for table, holder, freed in (
        (jobs, jobs.c.leased_by, {"leased_by": None, "leased_until": None}),
        (hosts, hosts.c.held_by, {"held_by": None, "due": stamp()}),
    ):
        held = connection.execute(select(holder).where(holder.is_not(None)).distinct()).scalars().all()
        if gone := [who for who in held if dead(who)]:
            connection.execute(update(table).where(holder.in_(gone)).values(freed))


def _wanted(kind: str, roots: Sequence[str]) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = [jobs.c.state == "waiting", jobs.c.kind == kind, _passed(jobs.c.leased_until)]
    if roots:
        wanted.append(or_(jobs.c.target.in_(roots), jobs.c.source.in_(roots)))
    return wanted


def _passed(moment: ColumnElement[str]) -> ColumnElement[bool]:
    """Whether what holds a job or a host until a moment holds no longer."""
    return or_(moment.is_(None), moment <= stamp(), moment > later(LONGEST))


def renew(connection: Connection, job: Job, who: str, seconds: float, at: int | None = None, mark: str | None = None) -> bool:
    """Hold a job longer, and note how far it is; False when the lease was lost to another, who then does the work."""
    values: dict[str, Any] = {"leased_until": later(seconds)}
    values |= {"at": at} if at is not None else {}
    values |= {"mark": mark} if mark is not None else {}
    done = connection.execute(update(jobs).where(jobs.c.no == job.no, jobs.c.leased_by == who).values(values))
    return done.rowcount == 1


def finish(connection: Connection, job: Job, state: State, **more: Any) -> None:
    """Let go of a job; ``more`` are columns of ``ledger.jobs``. A state of "waiting" needs the moment when it is ``due`` again."""
    values = {"state": state, "leased_by": None, "leased_until": None, **more}
    if state == "done":
        values |= {"done": stamp(), "tries": 0}
    connection.execute(update(jobs).where(jobs.c.no == job.no).values(values))


def find(connection: Connection, kind: str, targets: Sequence[str]) -> list[Job]:
    """The jobs of these targets, in the order in which they were put in."""
    found = connection.execute(select(jobs).where(jobs.c.kind == kind, jobs.c.target.in_(targets)).order_by(jobs.c.no))
    return [_job(row) for row in found]


def waiting(connection: Connection, kind: str, roots: Sequence[str] = ()) -> tuple[int, str | None]:
    """How many jobs are to be done that nobody works on, and the earliest moment when one may be begun, None where there is none."""
    host_due = func.coalesce(hosts.c.due, jobs.c.due)
    greatest = func.max if connection.dialect.name == "sqlite" else func.greatest
    asked = jobs.outerjoin(hosts, hosts.c.host == jobs.c.host)
    found = select(func.count(), func.min(greatest(jobs.c.due, host_due))).select_from(asked).where(*_wanted(kind, roots))
    count, first = connection.execute(found).one()
    return int(count), first


def hold_host(connection: Connection, host: str, due: str, who: str | None = None) -> None:
    """A host may not be asked before a moment, or, where ``who`` asks it just now, before that one has its answer."""
    values = {"due": due, "held_by": who}
    if connection.execute(update(hosts).where(hosts.c.host == host).values(values)).rowcount == 0:
        connection.execute(insert(hosts).values(host=host, **values))


def robots(connection: Connection, host: str, since: str) -> str | None:
    """The robots.txt of a host as read since a moment, None where it must be asked for."""
    found = select(hosts.c.robots).where(hosts.c.host == host, hosts.c.robots_at >= since)
    return connection.execute(found).scalar()


def keep_robots(connection: Connection, host: str, text: str) -> None:
    """Keep what a host's robots.txt says."""
    values = {"robots": text, "robots_at": stamp()}
    if connection.execute(update(hosts).where(hosts.c.host == host).values(values)).rowcount == 0:
        connection.execute(insert(hosts).values(host=host, due=stamp(), **values))


def _row(job: Job, now: str) -> dict[str, Any]:
    return {
        "kind": job.kind, "target": job.target, "host": job.host, "source": job.source, "state": "waiting", "due": now, "first_seen": now,
        "detail": json.dumps(dict(job.detail), ensure_ascii=False),
    }  # fmt: skip


def _job(row: Any) -> Job:
    plain = {name: getattr(row, name) for name in ("kind", "target", "host", "source", "no", "state", "tries", "at", "mark")}
    return Job(**plain, detail=json.loads(row.detail), done=row.done, changed=row.changed, gone=row.gone)
