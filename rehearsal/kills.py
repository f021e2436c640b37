"""kill -9 at random moments: of what takes reports in, and of a desk at which people are deciding."""

import shutil
import signal
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rehearsal import material, people
from rehearsal.killed import alone, rounds
from rehearsal.people import Desk
from rehearsal.stage import PROGRAM, Found, Stage, clean, run
from rehearsal.state import differences, facts, faults

_SERIES = 5  # kills of one store, after which a run is let end by itself and the next store is begun
_FEW, _MANY = 30, 60  # reports of one store, by the time there is
_PEOPLE = 6
_PATIENCE = 60.0  # seconds in which a desk takes its first decision


@dataclass(frozen=True, slots=True)
class Taker:
    """A command that takes reports in: its name, how many of the kills are its own, and its arguments for a store; ``after`` are those of
    the command that brings what it made into the store, where that is another."""

    name: str
    times: int
    arguments: Callable[[str], Sequence[str]]
    after: Callable[[str], Sequence[str]] | None = None

    def to_its_end(self, where: str, said: str) -> list[str]:
        """Let it end by itself; what is amiss."""
        amiss = clean(run(*self.arguments(where)), f"{self.name}, {said}")
        return amiss + (clean(run(*self.after(where)), f"what follows {self.name}, {said}") if self.after else [])


def takers(folder: Path, base: str, count: int) -> list[Taker]:
    """The commands that are killed while they take reports in: lines, a web archive and pages at once; a feed and its pages."""
    told = material.reports(count)
    given = [
        str(material.lines(folder / "reports.jsonl", told)),
        str(material.warc(folder / "pages.warc.gz", material.reports(count // 4, count))),
        str(material.folder(folder / "pages", material.reports(count // 4, 2 * count))),
    ]
    read = str(folder / "read")
    run("batch", *given[:2], "--out", read, "--jobs", "1")
    listed = str(material.sources(folder / "sources.toml", base))
    return [
        Taker("add", 20, lambda where: ["add", "--workers", "1", "--store", where, *given]),
        Taker("watch", 12, lambda where: ["watch", "--once", "--store", where, listed]),
        Taker(
            "batch", 10, lambda where: ["batch", *given[:2], "--out", f"{where}.batch", "--jobs", "1", "--chunk", "8"],
            lambda where: ["batch", "load", f"{where}.batch", "--store", where],
        ),
        Taker("batch load", 3, lambda where: ["batch", "load", read, "--store", where]),
    ]  # fmt: skip


def taking_in(stage: Stage) -> Found:
    """Kill what takes reports in: nothing committed is lost, the store is whole, and at the end it is what an undisturbed run makes it."""
    found = Found()
    count = _FEW if stage.seconds is not None else _MANY
    told = material.reports(count // 2)
    with material.site(told) as base:
        commands = takers(stage.room("given"), base, count)
        for taker in commands:
            _series(stage, found, taker, taker.times / sum(one.times for one in commands))
    return found


def _series(stage: Stage, found: Found, taker: Taker, share: float) -> None:
    room = stage.room(taker.name)
    whole, begun = str(room / "undisturbed.db"), time.monotonic()
    found.faults += taker.to_its_end(whole, "undisturbed")
    most, wanted = time.monotonic() - begun, facts(whole)
    where, since, number, killed = "", 0, 0, f"kill -9 of {taker.name}"
    for number in stage.turns(2 * taker.times, share):  # a run may end before its kill
        if not where or since == _SERIES:
            where, since = str(room / f"killed-{number}.db"), 0
        (one,) = rounds([*PROGRAM, *taker.arguments(where)], where, 1, most, stage.random)
        since += not one.ended
        found.done[killed] += not one.ended
        found.holds(
            "what was committed when the kill came was there afterwards, and the store whole",
            _lost(taker.name, one.seen, one.held, one.faults),
        )
        if since == _SERIES or one.ended:
            _goes_on(found, taker, where, wanted)
            where = ""
        if found.done[killed] == taker.times:
            break
    if where:
        _goes_on(found, taker, where, wanted)


def _lost(name: str, seen: int, held: int, faults: Sequence[str]) -> list[str]:
    lost = [f"{name}: of {seen} articles committed {held} were left"] if held < seen else []
    return [*lost, *(f"{name} killed: {fault}" for fault in faults)]


def _goes_on(found: Found, taker: Taker, where: str, wanted: object) -> None:
    """The same command given again ends by itself, and the store is then what it would have been."""
    again = taker.to_its_end(where, "given again after kills")
    again += faults(where) + differences(wanted, facts(where), f"{taker.name} after kills")  # type: ignore[arg-type]
    found.holds("the same command given again ended the work, and the store came to what an undisturbed run makes", again)


def _until_answered(working: people.Working) -> None:
    until = time.monotonic() + _PATIENCE
    while not working.work.acts and time.monotonic() < until:
        time.sleep(0.02)


def desk(stage: Stage) -> Found:
    """Kill a desk while people decide: what was acknowledged is kept and signed, and the record is what those decisions make it."""
    found, room = Found(), stage.room("desk")
    where, before = str(room / "marsad.db"), str(room / "before.db")
    keys = people.filled(where, _FEW, _PEOPLE)
    shutil.copy(where, before)
    acknowledged: list[people.Act] = []
    for number in stage.turns():
        with Desk(where) as served:
            working = people.working(served.base, keys, stage.random.random())
            _until_answered(working)
            time.sleep(stage.random.uniform(0.0, 2.0))
            served.process.send_signal(signal.SIGKILL)
            served.process.wait()
            acknowledged += working.stop()
        found.done["kill -9 of desk"] += 1
        left = [] if alone(served.process.pid) else ["the desk's own processes go on without it"]
        found.holds("every decision acknowledged was kept, signed and in the trail", people.missing(where, acknowledged))
        found.holds(
            "the store was whole after each kill", [f"desk killed ({number}): {fault}" for fault in [*faults(where), *left]]
        )
    with Desk(where) as served:
        found.holds("a desk begun again brings the record up to date by itself", people.behind(where))
    replayed = people.replayed(before, where)
    found.holds(
        "the record is what the same decisions make of an undisturbed store",
        differences(facts(replayed), facts(where), "desk after kills"),
    )
    found.done["decisions acknowledged by a desk that was then killed"] += len(acknowledged)
    return found
