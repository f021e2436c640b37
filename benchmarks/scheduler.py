"""A scheduler and its workers, simulated: what chunk of documents serves 1,000 workers best, with stragglers and failures among them.

Discrete events, seeded. The scheduler gives out one chunk after another and takes a while for each; workers differ in speed, some are
stragglers, some fail and come back; a chunk that was lost is given out again once the scheduler has noticed; a document now and then
takes its process with it, and its chunk is then read twice and that document once more.
"""

import heapq
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Setting:
    """What is simulated; times in seconds. ``seconds`` is what a document takes on the middle worker, ``spread`` its standard deviation
    in parts of that; ``setup`` what a chunk takes beside its documents, ``dispatch`` what it takes of the scheduler."""

    documents: int
    seconds: float
    setup: float
    dispatch: float
    workers: int = 1_000
    spread: float = 2.0
    stragglers: float = 0.03
    slow: float = 3.0
    between_failures: float = 48 * 3600.0
    away: float = 300.0
    noticed: float = 30.0
    poison: float = 1e-6
    limit: float = 60.0


@dataclass(frozen=True, slots=True)
class Simulated:
    """One simulated run: its length and what it would be were nothing lost (seconds), the share of the scheduler's time that was taken,
    worker-seconds lost with failures, and how many workers were at work at each hundredth of the run."""

    chunk: int
    seconds: float
    ideal: float
    scheduler: float
    lost: float
    failures: int
    poisoned: int
    working: tuple[int, ...]

    @property
    def efficiency(self) -> float:
        """How near it comes to the ideal, from 0 to 1."""
        return self.ideal / self.seconds


def simulate(setting: Setting, chunk: int, seed: int = 1) -> Simulated:
    """Run all documents in chunks of that size."""
    chance = Random(seed)
    slow = [
        setting.slow if chance.random() < setting.stragglers else chance.lognormvariate(0, 0.1) for _ in range(setting.workers)
    ]
    fails = [chance.expovariate(1 / setting.between_failures) for _ in slow]
    left = -(-setting.documents // chunk)
    ideal = setting.documents * setting.seconds / sum(1 / one for one in slow)
    events = [(0.0, worker, 0.0) for worker in range(setting.workers)]  # when a worker is free, and since when it was at work
    heapq.heapify(events)
    back: list[float] = []  # when chunks that were lost may be given out again
    spans: list[tuple[float, float]] = []
    free = busy = lost = end = 0.0
    failures = poisoned = 0
    while events:
        now, worker, _ = heapq.heappop(events)
        if left:
            left -= 1
        elif back:
            now = max(now, heapq.heappop(back))
        else:
            continue
        free = max(free, now) + setting.dispatch
        busy += setting.dispatch
        work = chunk * setting.seconds * max(0.1, chance.gauss(1, setting.spread / chunk**0.5))
        took = slow[worker] * (setting.setup + work)
        if chance.random() < setting.poison * chunk:
            poisoned += 1
            took = took * (1 + chance.random()) + 2 * setting.limit  # as far as it came, the document alone, and all again
        done = free + took
        if done > fails[worker]:
            failures += 1
            lost += max(0.0, fails[worker] - free)
            heapq.heappush(back, max(free, fails[worker]) + setting.noticed)
            up = max(free, fails[worker]) + setting.away
            fails[worker] = up + chance.expovariate(1 / setting.between_failures)
            heapq.heappush(events, (up, worker, up))
            continue
        spans.append((free, done))
        end = max(end, done)
        heapq.heappush(events, (done, worker, free))
    return Simulated(chunk, end, ideal, busy / end, lost, failures, poisoned, _working(spans, end))


def _working(spans: list[tuple[float, float]], end: float) -> tuple[int, ...]:
    """How many chunks are being read in each hundredth of a run, on the average."""
    read = [0.0] * 101
    for begin, done in spans:
        first, last = begin / end * 100, done / end * 100
        for at in range(int(first), int(last) + 1):
            read[at] += min(last, at + 1) - max(first, at)
    return tuple(round(one) for one in read[:100])
