"""How often one key or one address may ask: a bucket that fills at a steady rate."""

import threading
import time
from collections import OrderedDict
from dataclasses import dataclass, field

_KEPT = 10_000  # askers remembered; those that asked longest ago are forgotten first


@dataclass(slots=True)
class Limit:
    """``rate`` requests a minute in the long run, ``burst`` at once."""

    rate: float
    burst: int
    _held: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def wait(self, who: str, now: float | None = None) -> float:
        """Seconds until ``who`` may ask again; 0 when the request may go on, which is then counted."""
        now = time.monotonic() if now is None else now
        with self._lock:
            left, last = self._held.pop(who, (float(self.burst), now))
            left = min(self.burst, left + (now - last) * self.rate / 60)
            allowed = left >= 1
            self._held[who] = (left - 1 if allowed else left, now)
            while len(self._held) > _KEPT:
                self._held.popitem(last=False)
        return 0.0 if allowed else (1 - left) * 60 / self.rate
