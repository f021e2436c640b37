"""A disk that is full: one clear line, nothing corrupted, and the work goes on when there is room.

A small file system in memory is mounted where that is allowed; elsewhere the size of files is limited (RLIMIT_FSIZE), which a
database meets in the same way.
"""

import resource
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rehearsal import material, people
from rehearsal.people import Desk
from rehearsal.stage import Found, Stage, clean, clear, run
from rehearsal.state import differences, facts, faults

_REPORTS = 60
_SMALL, _LARGE = (1_400, 1_000, 1_900), 64_000  # KiB: where an add of 60 reports meets the end, and where it does not


def play(stage: Stage) -> Found:
    """Fill the disk under an add, under an export and under a desk."""
    found = Found()
    told = material.reports(_REPORTS)
    given = [
        material.lines(stage.folder / "reports.jsonl", told),
        material.folder(stage.folder / "pages", material.reports(20, _REPORTS)),
    ]
    whole = str(stage.folder / "undisturbed.db")
    found.faults += clean(run("add", "--workers", "1", "--store", whole, *given), "add, undisturbed")
    wanted = facts(whole)
    for number in stage.turns(share=0.6):
        with _narrow(stage.room(f"disk-{number}"), _SMALL[number % len(_SMALL)]) as (room, widen, limits):
            where = str(room / "marsad.db")
            full = run("add", "--workers", "1", "--store", where, *given, **limits)
            found.done["add on a disk that filled up"] += 1
            found.holds("add ended in one line that says so and exit code 2", clear(full, 2))
            found.holds("what was kept before was whole", faults(where))
            widen()
            again = clean(run("add", "--workers", "1", "--store", where, *given), "add when there was room again")
            found.holds(
                "with room made the same command went on, to what an undisturbed run makes",
                again + faults(where) + differences(wanted, facts(where), "add after a full disk"),
            )
    _export(stage, found, whole)
    _desk(stage, found)
    return found


def _export(stage: Stage, found: Found, store: str) -> None:
    with _narrow(stage.room("export"), 20) as (room, _, limits):
        full = run("export", "jsonl", "--store", store, "-o", room / "all.jsonl", **limits)
        found.done["export to a disk that filled up"] += 1
        found.holds(
            "export ended in one line and exit code 2, and left no half file behind",
            clear(full, 2) + ["a half export was left behind"] * (room / "all.jsonl").exists(),
        )


def _desk(stage: Stage, found: Found) -> None:
    """A desk whose disk is full refuses what is decided, with a word; what it shows goes on, and so does deciding when there is room."""
    made = stage.room("filled") / "marsad.db"
    keys = people.filled(str(made), 30, 3)
    with _narrow(stage.room("desk"), made.stat().st_size // 1024 + 900) as (room, widen, limits):
        where = str(shutil.copy(made, room / "marsad.db"))
        log = stage.folder / "desk.log"
        if limits:
            found.left.append("a desk on a full disk: no file system could be mounted")
            return
        with Desk(where, log) as served:
            ballast = room / "ballast"
            _fill(ballast)
            work = people.working(served.base, keys, 1.0)
            work.work.answers.clear()
            stage.tell("a desk on a full disk")
            _until(lambda: work.work.answers["verdict by the API 503"] > 3)
            ballast.unlink()
            widen()
            before = len(work.work.acts)
            _until(lambda: len(work.work.acts) > before + 3)
            acted = work.stop()
        found.done["decisions refused by a desk whose disk was full"] += (
            work.work.answers["verdict by the API 503"] + work.work.answers["verdict by the form 503"]
        )
        found.holds(
            "a desk on a full disk said so (503) and lost nothing that it had acknowledged",
            [*work.work.odd[:3], *people.missing(where, acted, work.work.withdrawn), *faults(where)],
        )
        found.holds(
            "with room made the desk took decisions again without being begun anew",
            [] if len(acted) > before else ["the desk took no decision after room was made"],
        )


def _until(so: Callable[[], bool], seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not so() and time.monotonic() < end:
        time.sleep(0.1)


def _fill(path: Path) -> None:
    with path.open("wb", buffering=0) as file:
        try:
            for size in (65_536, 4096, 512):
                while True:
                    file.write(bytes(size))
        except OSError:
            pass


@contextmanager
def _narrow(folder: Path, size: int) -> Iterator[tuple[Path, Callable[[], None], dict[str, object]]]:
    """A folder of so many KiB, what makes it large, and what a command must be begun with where no file system can be mounted."""
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", str(folder)], stderr=subprocess.DEVNULL)
    if mounted.returncode:
        yield (
            folder,
            lambda: None,
            {"preexec_fn": lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size * 1024, resource.RLIM_INFINITY))},
        )
        return
    try:
        yield folder, lambda: _remount(folder), {}
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def _remount(folder: Path) -> None:
    subprocess.run(["mount", "-o", f"remount,size={_LARGE}k", str(folder)], check=True)
