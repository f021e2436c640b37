"""How often one key or one address may ask: a bucket that fills at a steady rate, one for all processes of a desk."""

import sqlite3
import threading
import time
from dataclasses import dataclass, field

_WAIT = 5.0  # seconds that one process waits for another's turn, which takes some 0.1 ms
_SWEEP = 1_000  # askings after which buckets that are full again are forgotten


class Buckets:
    """Buckets by name in an SQLite file that all processes of a desk share; in memory where there is one process."""

    def __init__(self, path: str = ":memory:") -> None:
        self._lock = threading.Lock()
        self._asked = 0
        self._held = sqlite3.connect(path, timeout=_WAIT, isolation_level=None, check_same_thread=False)
        for statement in (
            "PRAGMA journal_mode=MEMORY",
            "PRAGMA synchronous=OFF",  # who asked how often need not outlive a loss of power
            "CREATE TABLE IF NOT EXISTS buckets (name TEXT PRIMARY KEY, left REAL NOT NULL, last REAL NOT NULL) WITHOUT ROWID",
        ):
            self._held.execute(statement)

    def take(self, name: str, now: float, rate: float, burst: int) -> float:
        """Take one from a bucket that fills by ``rate`` a minute up to ``burst``; what it held before, less than 1 where nothing was taken."""
        with self._lock:
            self._held.execute("BEGIN IMMEDIATE")
            found = self._held.execute("SELECT left, last FROM buckets WHERE name = ?", (name,)).fetchone()
            left, last = found or (float(burst), now)
            left = min(float(burst), left + (now - last) * rate / 60)
            self._held.execute("REPLACE INTO buckets VALUES (?, ?, ?)", (name, left - 1 if left >= 1 else left, now))
            self._asked += 1
            if self._asked % _SWEEP == 0:
                self._held.execute("DELETE FROM buckets WHERE last < ?", (now - burst * 60 / rate,))
            self._held.execute("COMMIT")
        return left


@dataclass(slots=True)
class Limit:
    """``rate`` requests a minute in the long run, ``burst`` at once."""

    rate: float
    burst: int
    buckets: Buckets = field(default_factory=Buckets)

    def wait(self, who: str, now: float | None = None) -> float:
        """Seconds until ``who`` may ask again; 0 when the request may go on, which is then counted."""
        left = self.buckets.take(f"{self.rate:g} {who}", time.monotonic() if now is None else now, self.rate, self.burst)
        return 0.0 if left >= 1 else (1 - left) * 60 / self.rate
