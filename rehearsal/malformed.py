"""Malformed input by the ten thousand: nothing but the program's own refusals, no crash, nothing that hangs."""

import json
import os
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

from rehearsal.fuzzer import HANGS
from rehearsal.stage import Found, Stage

_AT_ONCE = 2
_AGAIN = 4  # times that a process which a crash or a hang ended is begun anew


def play(stage: Stage) -> Found:
    """Make so many inputs in processes of their own."""
    found = Found()
    if find_spec("atheris") is None:
        found.held.append(
            "atheris is not installed here (it has no wheel for this Python or machine): the inputs were mutated by chance instead"
        )
    folders = [stage.room(f"process-{number}") for number in range(_AT_ONCE)]
    made = [0] * _AT_ONCE
    processes = [_begin(folder, stage.times // _AT_ONCE, stage.random.randrange(2**31)) for folder in folders]
    ended = [0] * _AT_ONCE
    while any(process is not None for process in processes):
        time.sleep(0.5)
        for n, process in enumerate(processes):
            if process is None:
                continue
            code = process.poll()
            if code is None and stage.left < 0:
                process.terminate()
                process.wait()
                code = 0
            if code is not None:
                made[n] += count(folders[n])
                (folders[n] / "count").unlink(missing_ok=True)
                rest = stage.times // _AT_ONCE - made[n]
                if code and ended[n] < _AGAIN and stage.left > 0:
                    ended[n] += 1
                    processes[n] = _begin(folders[n], rest, stage.random.randrange(2**31))
                else:
                    processes[n] = None
        stage.tell(f"{sum(made) + sum(map(count, folders)):,} inputs")
    found.done["malformed inputs: pages, feeds, WARC, Telegram, PDF, JSON Lines, numbers, dates"] += sum(made)
    faults = [
        json.loads(line)["fault"]
        for folder in folders
        if (log := folder / "faults.jsonl").exists()
        for line in log.read_text("utf-8").splitlines()
    ]
    artifacts = [path for folder in folders for path in folder.iterdir() if path.name.startswith(("crash-", "timeout-", "oom-"))]
    faults += [
        f"an input made the process {'take longer than ' + str(HANGS) + ' s' if path.name.startswith('timeout') else 'end'}: {path.read_bytes()[:60]!r}"
        for path in artifacts
    ]
    found.holds(f"nothing was raised but the program's own refusals, and nothing took longer than {HANGS} s", sorted(set(faults)))
    kept = os.environ.get("MARSAD_REHEARSAL_INPUTS")
    if kept:
        for folder in folders:
            subprocess.run(["cp", "-r", str(folder), kept], check=True)
    return found


def count(folder: Path) -> int:
    """How many inputs a process has made since it was begun."""
    try:
        return int((folder / "count").read_text("ascii") or 0)
    except FileNotFoundError:
        return 0


def _begin(folder: Path, runs: int, seed: int) -> "subprocess.Popen[bytes] | None":
    command = [sys.executable, "-m", "rehearsal.fuzzer", str(folder), str(runs), str(seed)]
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=(folder / "log").open("ab"))
