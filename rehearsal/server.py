"""PostgreSQL restarted under an add and under a desk: what was under way is told in one line, nothing is half kept, and it goes on."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

from sqlalchemy import create_engine, text
from tools.postgres import Server, programs, running

from rehearsal import material, people
from rehearsal.people import Desk
from rehearsal.stage import Found, Stage, clean, clear, ended, run, start
from rehearsal.state import differences, facts, faults

_MODES = ("fast", "immediate")


def play(stage: Stage) -> Found:
    """Restart the server at random moments."""
    found = Found()
    folder = programs()
    if folder is None:
        found.left.append("PostgreSQL's programs are not there (Debian: apt install postgresql)")
        return found
    with running(folder) as server:
        _adding(stage, found, server)
        _deciding(stage, found, server)
    return found


@contextmanager
def emptied(server: Server) -> Iterator[str]:
    """The address of a schema of its own."""
    engine, name = create_engine(server.address, isolation_level="AUTOCOMMIT"), f"r_{uuid4().hex[:12]}"
    with engine.connect() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
    engine.dispose()
    yield f"{server.address}?options=-csearch_path%3D{name}"


def _adding(stage: Stage, found: Found, server: Server) -> None:
    given = material.lines(stage.folder / "reports.jsonl", material.reports(60 if stage.seconds else 150))
    begun = time.monotonic()
    with emptied(server) as whole:
        found.faults += clean(run("add", "--workers", "1", "--store", whole, given), "add to PostgreSQL, undisturbed")
        most, wanted = time.monotonic() - begun, facts(whole)
    for number in stage.turns(share=0.6):
        with emptied(server) as where:
            process = start("add", "--workers", "1", "--store", where, given)
            time.sleep(stage.random.uniform(0.3, 1.0) * most)
            server.restart(_MODES[number % 2])
            one = ended(process)
            found.done["restarts under an add"] += 1
            found.done["of these, add ended with one line"] += one.code != 0
            if one.code != 0:
                found.holds("an add whose server went ended in one clear line and exit code 2", clear(one, 2))
            found.holds("nothing was half kept", faults(where))
            again = clean(run("add", "--workers", "1", "--store", where, given), "add given again after a restart")
            found.holds(
                "the same command went on, to what an undisturbed run makes",
                again + faults(where) + differences(wanted, facts(where), "add after a restart"),
            )


def _deciding(stage: Stage, found: Found, server: Server) -> None:
    with emptied(server) as where:
        keys = people.filled(where, 45, 5)
        log = stage.folder / "desk.log"
        with Desk(where, log) as served:
            work = people.working(served.base, keys, stage.random.random())
            for number in stage.turns(share=0.3):
                time.sleep(stage.random.uniform(0.5, 2.0))
                server.restart(_MODES[number % 2])
                found.done["restarts under a desk at which people decide"] += 1
            before, until = len(work.work.acts), time.monotonic() + 60
            while len(work.work.acts) < before + 3 and time.monotonic() < until:
                time.sleep(0.1)
            on = len(work.work.acts) > before
            acknowledged = work.stop()
        found.done["decisions acknowledged meanwhile"] += len(acknowledged)
        found.done["requests answered with 503"] += sum(
            times for answer, times in work.work.answers.items() if answer.endswith(" 503")
        )
        found.holds("the desk answered 503 while its server was away, and nothing else but what is due", work.work.odd[:3])
        found.holds(
            "the desk went on by itself when the server was there again",
            [] if on else ["the desk took no decision after the restarts"],
        )
        found.holds(
            "every decision acknowledged was kept, and the chain held",
            people.missing(where, acknowledged, work.work.withdrawn) + faults(where),
        )
        tracebacks = log.read_text("utf-8", "replace").count("Traceback")
        found.holds(
            "no traceback in what the desk says", [f"{tracebacks} tracebacks in what the desk says"] if tracebacks else []
        )
