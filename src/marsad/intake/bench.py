"""What a run of the intake works with: the store, the archive beside it, processes that read, and who it is to other runs."""

import hashlib
import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from marsad.intake.archive import Archive
from marsad.intake.chunk import Limits, Pool
from marsad.intake.document import Problem
from marsad.intake.held import Held
from marsad.intake.keeper import Keeper
from marsad.store.store import Store

Say = Callable[..., None]
"""Takes an event's name and what belongs to it; never a text, a title or an address, which may name a source."""


@dataclass(frozen=True, slots=True)
class Bench:
    """See the module. ``me`` is how leases name this process."""

    store: Store
    archive: Archive
    keeper: Keeper
    pool: Pool
    me: str
    say: Say


@dataclass(frozen=True, slots=True)
class Manner:
    """How a run goes: ``who`` signs what is kept, ``told`` hears of each problem, ``say`` of what happens."""

    who: str
    workers: int = 1
    limits: Limits = field(default_factory=Limits)
    ocr: bool = False
    told: Callable[[Problem], None] = lambda problem: None
    say: Say = lambda *_, **__: None


@contextmanager
def bench(store: Store, folder: Path, manner: Manner) -> Iterator[Bench]:
    """A bench over a store with its archive in ``folder``."""
    held = Held(store)
    keeper = Keeper(store, held, manner.who, manner.told)
    with Pool(manner.workers, manner.limits, manner.ocr) as pool:
        yield Bench(store, Archive(folder, held), keeper, pool, me(), manner.say)


def me() -> str:
    """This process among all that share a store: its machine, hashed, its number and the moment it began."""
    return f"{_machine()}-{os.getpid()}-{_begun(os.getpid())}"


def is_dead(holder: str) -> bool:
    """Whether the process that holds a lease is known to live no longer: it was on this machine and is not there."""
    machine, _, process = holder.partition("-")
    number, _, begun = process.partition("-")
    return machine == _machine() and _begun(int(number)) != begun


def _machine() -> str:
    return hashlib.sha256(socket.gethostname().encode()).hexdigest()[:8]


def _begun(number: int) -> str:
    """When a process began, in the kernel's ticks, so that another of the same number is not taken for it; "" when there is none."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[19]
    except OSError:
        pass
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return ""
    except OSError:
        return "alive"
    return "alive"
