"""What a part of the rehearsal plays on: a folder, chance by a seed, so many times or so much time; and what it has to tell."""

import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

PROGRAM = (sys.executable, "-m", "marsad")
LONGEST = 1200.0  # seconds after which a command is taken to hang


@dataclass
class Found:
    """What was done how many times, what held, and what did not; each a sentence."""

    done: Counter[str] = field(default_factory=Counter)
    held: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    """What could not be played here, and why."""
    seconds: float = 0.0
    allowed: float | None = None
    """Seconds that were allowed; None where it was played in whole."""
    day: str = ""

    def to_json(self) -> str:
        """As JSON, so that parts played one after the other can be told together."""
        return json.dumps(vars(self) | {"done": dict(self.done)}, ensure_ascii=False, indent=1)

    @staticmethod
    def from_json(text: str) -> "Found":
        """What another run found."""
        given = json.loads(text)
        return Found(**given | {"done": Counter(given["done"])})

    def holds(self, said: str, faults: Sequence[str]) -> None:
        """Note that something held, or the faults that say it did not."""
        if faults:
            self.faults += faults
        elif said not in self.held:
            self.held.append(said)


@dataclass
class Stage:
    """Where a part is played. ``times`` is how often in a whole rehearsal; ``seconds`` ends it earlier where given."""

    folder: Path
    random: Random
    times: int
    seconds: float | None
    tell: Callable[[str], None] = lambda said: None
    begun: float = field(default_factory=time.monotonic)

    @property
    def left(self) -> float:
        """Seconds until the part is to end; as good as endless where it is played in whole."""
        return float("inf") if self.seconds is None else self.begun + self.seconds - time.monotonic()

    def turns(self, times: int | None = None, share: float = 1.0, least: int = 1) -> Iterator[int]:
        """1, 2, 3 … as often as asked for, or until a share of the time is gone; ``least`` turns in any case."""
        begun = time.monotonic()
        for number in range(1, (times or self.times) + 1):
            if number > least and self.seconds is not None and time.monotonic() - begun > self.seconds * share:
                return
            self.tell(str(number))
            yield number

    def room(self, name: str) -> Path:
        """A folder of the part's own, new."""
        made = self.folder / name
        made.mkdir(parents=True)
        return made


def start(*arguments: object, env: Mapping[str, str] | None = None, **more: object) -> "subprocess.Popen[str]":
    """The command, begun in a group of processes of its own; what it says on standard error is read as text."""
    return subprocess.Popen(
        [*PROGRAM, *map(str, arguments)],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env=os.environ | dict(env or {}), start_new_session=True, **more,  # type: ignore[call-overload]
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended: its exit code, what it printed, and its lines on standard error."""

    code: int
    out: str
    said: tuple[str, ...]


def ended(process: "subprocess.Popen[str]", seconds: float = LONGEST) -> Ended:
    """Wait for a command; one that hangs is killed and has the code -1000."""
    try:
        out, err = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        out, err = process.communicate()
        return Ended(-1000, out, (*err.splitlines(), f"took longer than {seconds:g} seconds"))
    return Ended(process.returncode, out, tuple(err.splitlines()))


def run(*arguments: object, env: Mapping[str, str] | None = None, **more: object) -> Ended:
    """The command, to its end."""
    return ended(start(*arguments, env=env, **more))


def clear(one: Ended, code: int) -> list[str]:
    """What is amiss where one clear line and an exit code were due: no traceback, a line that begins with the program's name."""
    named = [line for line in one.said if line.startswith("marsad: ")]
    if one.code != code or not named or any("Traceback" in line for line in one.said):
        return [f"exit code {one.code} and {len(one.said)} lines where {code} and one line were due: {' / '.join(one.said[-3:])}"]
    return []


def clean(one: Ended, doing: str) -> list[str]:
    """What is amiss where a command was to do all it was asked."""
    return [] if one.code == 0 else [f"{doing}: exit code {one.code}: {' / '.join(one.said[-3:])}"]
