"""The report of a rehearsal: when and on what it was played, what was done how many times, what held and what did not."""

import os
import platform
import sqlite3
from collections.abc import Sequence

from marsad.version import VERSION
from rehearsal.stage import Found

_HEAD = """\
# Faults and abuse, rehearsed

`make rehearse` plays this on one's own machine and writes this page; `make rehearse SECONDS=120` plays a part of it. The parts are the
files of `rehearsal/`. What is random is drawn by the seed.
"""


def report(played: Sequence[tuple[str, Found]], seed: int) -> str:
    """The page, of parts by what they ask."""
    faults = sum(len(found.faults) for _, found in played)
    lines = [_HEAD, f"Played with Marsad {VERSION}, seed {seed}, on {machine()}."]
    lines.append(f"**{'Everything held.' if not faults else f'{faults} things did not hold; they are named below.'}**\n")
    for asks, found in played:
        allowed = f", of {found.allowed:,.0f} allowed" if found.allowed else ", in whole"
        lines += [
            f"## {asks}\n",
            f"Played on {found.day} in {found.seconds:,.0f} seconds{allowed}.\n",
            "| done | times |\n|---|---|",
        ]
        lines += [f"| {what} | {times:,} |" for what, times in found.done.items()]
        lines.append("")
        lines += [f"- held: {one}" for one in found.held]
        lines += [f"- **did not hold**: {one}" for one in found.faults]
        lines += [f"- not played: {one}" for one in found.left]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def machine() -> str:
    """The machine in words: processors, memory, system, what the database is; no name."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{os.cpu_count()} processors ({platform.machine()}), {memory:.0f} GiB of memory, {platform.system()}, "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    )
