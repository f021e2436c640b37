"""Five reports of the fall of Raqqa and one in English are one change of control and one running total, with another source's
figure beside it."""

from pathlib import Path

import pytest

import marsad
from marsad.model import Record
from marsad.record import gather

RAQQA = "geonames:172955"


@pytest.fixture(scope="module")
def record(root: Path) -> Record:
    files = [root / "examples" / "raqqa-2017-10-18.txt", *sorted((root / "examples" / "raqqa").glob("*.txt"))]
    assert len(files) == 6
    return gather(marsad.read(file.read_text("utf-8"), outlet=file.stem) for file in files)


def test_the_city_changes_hands_once(record: Record) -> None:
    (city,) = [t for t in record.control if t.place.id == RAQQA]
    (change,) = city.history
    assert (change.from_, change.until, change.state, change.extent, change.contested_by) == (
        "2017-10-17",
        None,
        "held",
        "full",
        (),
    )
    assert change.actor is not None
    assert change.counterpart is not None
    assert (change.actor.id, change.counterpart.id) == ("sdf", "isis")
    assert len(city.articles) == 6


def test_the_observatory_has_one_tally_with_its_civilians_inside_and_the_other_source_stands_beside(record: Record) -> None:
    told = {
        (t.source.id or t.source.name, t.group): t
        for t in record.tallies
        if t.outcome == "killed" and t.place and t.place.id == RAQQA
    }
    sohr = told.pop(("sohr", "people"))
    assert {p.low for p in sohr.series} == {3250}
    assert len(sohr.articles) == 5
    assert [(part.group, {p.low for p in part.series}) for part in sohr.parts] == [("civilians", {1130})]
    (other,) = told.values()
    assert ({p.low for p in other.series}, other.group) == ({1873}, "civilians")
    assert sohr.falls == sohr.breaks == ()


def test_no_running_total_becomes_an_incidents_figure(record: Record) -> None:
    assert not [f for i in record.incidents for f in i.figures if f.low in (3250, 1130, 1873)]
