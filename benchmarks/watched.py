"""Memory and time of a process and of all its descendants while something runs."""

import os
import threading
import time
from dataclasses import dataclass, field
from types import TracebackType

import psutil

_EVERY = 0.25  # seconds


@dataclass
class Watched:
    """Watches while it is entered: ``parent`` and ``child`` are the most megabytes of this process and of any below it (as resident,
    what is shared counted in each), ``seconds`` the CPU time of those below it."""

    parent: float = 0.0
    child: float = 0.0
    _spent: dict[int, float] = field(default_factory=dict)
    _over: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> "Watched":
        self._before = _below()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._over.set()
        self._thread.join()

    @property
    def seconds(self) -> float:
        return sum(self._spent.values())

    def _watch(self) -> None:
        own = psutil.Process(os.getpid())
        while True:
            over = self._over.is_set()
            self.parent = max(self.parent, own.memory_info().rss / 1e6)
            for pid, (seconds, megabytes) in _below().items():
                self.child = max(self.child, megabytes)
                self._spent[pid] = seconds - self._before.get(pid, (0.0, 0.0))[0]
            if over:
                return
            time.sleep(_EVERY)


def _below() -> dict[int, tuple[float, float]]:
    """CPU seconds and megabytes of each process below this one."""
    found = {}
    for process in psutil.Process(os.getpid()).children(recursive=True):
        try:
            times = process.cpu_times()
            found[process.pid] = (times.user + times.system, process.memory_info().rss / 1e6)
        except psutil.Error:
            continue
    return found
