"""Two desks over one store: people who decide of the same claims meet a refusal, never each other's work undone; the chain has one end."""

import time

from rehearsal import people
from rehearsal.people import Desk
from rehearsal.stage import Found, Stage
from rehearsal.state import faults

_PEOPLE = 10
_WHOLE = 60.0  # seconds


def play(stage: Stage) -> Found:
    """People at two desks decide of the same few claims."""
    found, room = Found(), stage.room("store")
    where, log = str(room / "marsad.db"), room / "desk.log"
    keys = people.filled(where, 45, _PEOPLE)
    with Desk(where, log) as one, Desk(where, log) as other:
        work = people.working([one.base, other.base], keys, stage.random.random())
        time.sleep(min(max(stage.left, 5.0), _WHOLE))
        acknowledged = work.stop()
    told(found, where, work.work, acknowledged)
    tracebacks = log.read_text("utf-8", "replace").count("Traceback")
    found.holds("no traceback in what the desks say", [f"{tracebacks} tracebacks in what the desks say"] if tracebacks else [])
    return found


def told(found: Found, where: str, work: people.Work, acknowledged: list[people.Act]) -> None:
    """What people did at desks, and whether all of it is there."""
    found.done["decisions acknowledged"] += len(acknowledged)
    found.done["decisions taken back"] += len(work.withdrawn)
    met = sum(work.answers[f"{kind}"] for kind in ("verdict by the API 412", "verdict by the form 409"))
    found.done["decisions refused because another had decided meanwhile (409, 412)"] += met
    found.done["requests answered"] += sum(times for answer, times in work.answers.items() if not answer.startswith("no answer"))
    found.done["requests that had no answer in time"] += sum(
        times for answer, times in work.answers.items() if answer.startswith("no answer")
    )
    found.done["answers 503"] += sum(times for answer, times in work.answers.items() if answer.endswith(" 503"))
    found.done["milliseconds of the slowest answer"] = round(work.slowest * 1000)
    found.holds("no answer was an error of the desk's own (500)", work.odd[:5])
    found.holds(
        "every decision acknowledged is kept as it was sent and in the trail; none was saved over another unseen",
        people.missing(where, acknowledged, work.withdrawn),
    )
    found.holds("the chain of acts and the store are whole", faults(where))
    found.holds("the record is up to date with what was decided", people.behind(where))
