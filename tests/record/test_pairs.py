"""Reports of one event meet in one incident, and reports of two do not: pairs marked by hand before the linker was written."""

from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent


class Told(NamedTuple):
    """A short report of ``reports.txt``."""

    id: str
    outlet: str
    published: str
    text: str


class Pair(NamedTuple):
    """Two reports, whether a person holds them to tell of one event, and why a different pair is hard."""

    a: str
    b: str
    same: bool
    why: str


def told() -> list[Told]:
    """The reports, in the order of the file."""
    blocks = (HERE / "reports.txt").read_text("utf-8").split("\n\n")[1:]
    return [Told(*head.split(" · "), text=text) for head, _, text in (block.strip().partition("\n") for block in blocks)]


def pairs() -> list[Pair]:
    """The pairs, in the order of the file."""
    lines = [line for line in (HERE / "pairs.tsv").read_text("utf-8").splitlines() if not line.startswith("#")][1:]
    return [Pair(a, b, event == "same", why) for a, b, event, why in (line.split("\t") for line in lines)]


def test_the_set_is_whole() -> None:
    reports = {t.id for t in told()}
    marked = pairs()
    assert {p.a for p in marked} | {p.b for p in marked} <= reports
    assert sum(p.same for p in marked) >= 40
    assert sum(not p.same for p in marked) == 100
    assert all(p.same == (p.a.rsplit("/")[0] == p.b.rsplit("/")[0]) and p.same != bool(p.why) for p in marked)
