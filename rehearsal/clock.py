"""A clock that jumps: the trail of acts stays in order, leases and sessions end as they should, failed sign-ins do not lock for ever.

The clock of commands is moved by libfaketime (Debian: apt install faketime), also while they run; its steady clock is left alone.
"""

import os
import sys
import time
from pathlib import Path

import httpx
from sqlalchemy import select, update

from marsad.intake.files import LEASE
from marsad.store import accounts, queue
from marsad.store.ledger import jobs
from marsad.store.queue import Job
from marsad.store.store import Store
from rehearsal import material, people
from rehearsal.people import Desk
from rehearsal.stage import Found, Stage, clean, run
from rehearsal.state import differences, facts, faults

DAY = 86_400
_LIBRARIES = "/usr/lib/*/faketime/libfaketime.so.1"
_JUMPS = (("-2d", "two days back"), ("+400d", "400 days on"), ("-30d", "30 days back"), ("+0", "as it is"))


def play(stage: Stage) -> Found:
    """Jump the clock between runs that take in, under a watch, under a desk, and under leases and failed sign-ins."""
    found = Found()
    _leases(stage, found)
    _attempts(stage, found)
    library = next(iter(sorted(Path("/").glob(_LIBRARIES.lstrip("/")))), None)
    if library is None:
        found.left.append("jumps of the clock under commands that run: libfaketime is not there (Debian: apt install faketime)")
        return found
    faked = {"LD_PRELOAD": str(library), "FAKETIME_NO_CACHE": "1"}
    for number in stage.turns(share=0.5):
        _taking_in(stage, found, faked, number)
    _desk(stage, found, faked)
    return found


def _taking_in(stage: Stage, found: Found, faked: dict[str, str], number: int) -> None:
    room = stage.room(f"taking-in-{number}")
    told = material.reports(24)
    parts = [material.lines(room / f"{at}.jsonl", told[at::4]) for at in range(4)]
    where, whole = str(room / "marsad.db"), str(room / "undisturbed.db")
    with material.site(material.reports(8, 40)) as base:
        listed = material.sources(room / "sources.toml", base)
        found.faults += clean(run("add", "--workers", "1", "--store", whole, *parts), "add, undisturbed")
        found.faults += clean(run("watch", "--once", "--store", whole, listed), "watch, undisturbed")
        for part, (jump, said) in zip(parts, _JUMPS, strict=True):
            stage.tell(f"{number}, the clock {said}")
            ended = run("add", "--workers", "1", "--store", where, part, env=faked | {"FAKETIME": jump})
            found.done["add and watch with the clock elsewhere"] += 1
            found.holds("add did its work whatever the clock said", clean(ended, f"add, the clock {said}"))
        ended = run("watch", "--once", "--store", where, listed, env=faked | {"FAKETIME": "-1d"})
        found.holds("watch did its work with the clock set back", clean(ended, "watch, the clock a day back"))
    found.holds("the trail of acts stayed in order and whole", faults(where))
    found.holds("the store came to what it would have been", differences(facts(whole), facts(where), "a clock that jumps"))


def _leases(stage: Stage, found: Found) -> None:
    """A job leased by another machine when the clock was a day on is free when it is set back; one leased just now is not."""
    with Store(str(stage.room("leases") / "marsad.db"), make=True) as store, store.writing() as connection:
        queue.put(connection, [Job("file", "a"), Job("file", "b"), Job("web", "c", "host.example")])
        queue.hold_host(connection, "host.example", queue.later(DAY + LEASE), "elsewhere")
        connection.execute(
            update(jobs).where(jobs.c.target == "a").values(leased_by="elsewhere", leased_until=queue.later(DAY + LEASE))
        )
        connection.execute(
            update(jobs).where(jobs.c.target == "b").values(leased_by="elsewhere", leased_until=queue.later(LEASE))
        )
        taken = [job and job.target for job in (queue.lease(connection, "me", LEASE, "file") for _ in range(2))]
        asked = queue.lease(connection, "me", LEASE, "web")
    found.done["leases of before the clock was set back"] += 2
    wrong = [] if taken == ["a", None] else [f"of a job leased in a time to come and one leased now, {taken} were taken"]
    wrong += [] if asked else ["a host held in a time to come is not asked"]
    found.holds("a lease made before the clock was set back ended at once; one made now held", wrong)


def _attempts(stage: Stage, found: Found) -> None:
    """Failed sign-ins of before the clock was set back do not lock an account until that time comes again."""
    now = int(time.time())
    with Store(str(stage.room("attempts") / "marsad.db"), make=True) as store, store.writing() as connection:
        accounts.make(connection, "one", "reader", people.PASSWORD, "rehearsal")
        for _ in range(accounts.MOST):
            accounts.sign_in(connection, "one", "wrong", "", "here", now + DAY)
        try:
            token = accounts.sign_in(connection, "one", people.PASSWORD, "", "here", now)
        except accounts.Guessing:
            token = None
        held = token and accounts.session(connection, token, now - DAY) is not None
        late = token and accounts.session(connection, token, now + accounts.IDLE + 1)
    found.done["sign-ins after the clock was set back"] += 1
    found.holds(
        "failed sign-ins of a time to come lock nobody out",
        [] if token else ["failed sign-ins made before the clock was set back lock the account"],
    )
    found.holds(
        "a session lasts when the clock is set back and ends when it runs on",
        [] if held and late is None else ["a session did not end with its time"],
    )


def _desk(stage: Stage, found: Found, faked: dict[str, str]) -> None:
    """The clock jumps while a desk is served and people decide."""
    room = stage.room("desk")
    where, moved = str(room / "marsad.db"), room / "clock"
    keys = people.filled(where, 24, 3)
    moved.write_text("+0\n", "ascii")
    env = (
        os.environ | faked | {"FAKETIME_TIMESTAMP_FILE": str(moved), "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
    )  # it sleeps on the steady clock
    with Desk(where, room / "desk.log", (sys.executable, "-m", "marsad"), env) as served:
        work = people.working(served.base, keys, stage.random.random())
        for jump in ("+0", "-1d", "+2d", "-3d", "+0"):
            stage.tell(f"desk, the clock {jump}")
            moved.write_text(f"{jump}\n", "ascii")
            before, until = len(work.work.acts), time.monotonic() + 30
            while len(work.work.acts) < before + 3 and time.monotonic() < until:
                time.sleep(0.1)
            found.done["jumps under a desk at which people decide"] += 1
        signed = httpx.post(f"{served.base}/en/login", data={"name": keys[0].name, "password": people.PASSWORD})
        acknowledged = work.stop()
    odd = [one for one in work.work.odd if " 303" not in one and " 403" not in one]
    found.holds(
        "decisions went on over the jumps and the trail stayed in order",
        [*odd[:3], *people.missing(where, acknowledged, work.work.withdrawn), *faults(where)],
    )
    found.holds(
        "people can sign in after the jumps",
        [] if signed.status_code == 303 else [f"signing in was answered with {signed.status_code}"],
    )
    found.done["decisions acknowledged while the clock jumped"] += len(acknowledged)
    with Store(where) as store, store.reading() as connection:
        waiting = connection.execute(select(jobs.c.no).where(jobs.c.leased_by.is_not(None))).first()
    found.holds("no lease was left behind", ["a lease was left behind"] if waiting else [])
