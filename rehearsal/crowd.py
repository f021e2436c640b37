"""A hundred people deciding at one desk at once, as fast as it answers."""

import time

from rehearsal import people
from rehearsal.desks import told
from rehearsal.people import Desk
from rehearsal.stage import Found, Stage

_MANY, _FEW = 100, 25


def play(stage: Stage) -> Found:
    """Serve a desk to a hundred reviewers for ten minutes; to a quarter of them where there is less time."""
    found, room = Found(), stage.room("store")
    where, log = str(room / "marsad.db"), room / "desk.log"
    count = _MANY if stage.seconds is None else _FEW
    keys = people.filled(where, 150, count)
    with Desk(where, log) as served:
        begun = time.monotonic()
        work = people.working(served.base, keys, stage.random.random())
        until = begun + min(max(stage.left, 5.0), float(stage.times))
        while time.monotonic() < until:
            time.sleep(1.0)
            stage.tell(f"{len(work.work.acts):,} decisions")
        acknowledged = work.stop()
        found.done["reviewers at once"] = count
        found.done["seconds"] = round(time.monotonic() - begun)
    told(found, where, work.work, acknowledged)
    tracebacks = log.read_text("utf-8", "replace").count("Traceback")
    found.holds("no traceback in what the desk says", [f"{tracebacks} tracebacks in what the desk says"] if tracebacks else [])
    return found
