"""Lists of victims and of incidents: rows as claims of their source, and what they are to what is held."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.intake import made
from tests.intake.conftest import Made

from marsad.cli import run
from marsad.intake import lists
from marsad.intake.columns import Columns
from marsad.intake.document import Problem
from marsad.intake.listed import FIELDS, Asserter, report
from marsad.intake.match import match
from marsad.intake.source import Reading
from marsad.intake.table import Row
from marsad.model import Casualty, MarsadError
from marsad.store.captures import troubles
from marsad.store.store import Store
from marsad.world.names import world

NAMES = world()
SOURCE = Asserter.named("الشبكة السورية لحقوق الإنسان", NAMES)
VICTIM = {
    "name": "أحمد محمد الخطيب",
    "date": "2020-03-02",
    "place": "إدلب",
    "age": "34",
    "sex": "ذكر",
    "group": "مدني",
    "by": "روسيا",
    "means": "غارة جوية",
}
INCIDENT = {"id": "i-1", "date": "2 آذار 2020", "place": "إدلب", "killed": "4", "injured": "9-12", "missing": "0"}


def claims(cells: Mapping[str, str]) -> list[Casualty]:
    found = report(Row("a.csv line 2", cells), Columns({name: name for name in FIELDS}), SOURCE, NAMES).claims
    return [claim for claim in found if isinstance(claim, Casualty)]


def test_a_victim_is_one_claim_of_the_recorder() -> None:
    (claim,) = claims(VICTIM)
    assert claim.source
    assert claim.place
    assert claim.date
    assert claim.person
    assert (claim.source.name, claim.source.id) == ("الشبكة السورية لحقوق الإنسان", "snhr")
    assert (claim.outcome, claim.count.low, claim.count.high, claim.group, claim.means) == (
        "killed",
        1,
        1,
        "civilians",
        "airstrike",
    )
    assert (claim.person.name, claim.person.age, claim.person.sex) == ("أحمد محمد الخطيب", 34, "male")
    assert (claim.date.start, claim.place.country, claim.by and claim.by.id) == ("2020-03-02", "SY", "russia")
    assert claim.evidence.text.startswith("name: أحمد محمد الخطيب\n")


def test_an_incident_is_a_claim_an_outcome() -> None:
    found = claims(INCIDENT)
    assert [(c.outcome, c.count.low, c.count.high, c.count.bound) for c in found] == [
        ("killed", 4, 4, "exact"),
        ("injured", 9, 12, "range"),
    ]
    assert [c.date and c.date.start for c in found] == ["2020-03-02", "2020-03-02"]


@pytest.mark.parametrize(
    ("cells", "low", "high", "bound"),
    [
        ({"count": "3"}, 3, 3, "exact"),
        ({"count": "١٢"}, 12, 12, "exact"),
        ({"count": "1,200"}, 1200, 1200, "exact"),
        ({"count": "3-5"}, 3, 5, "range"),
        ({"count": "3+"}, 3, None, "at_least"),
        ({"low": "3", "high": "5"}, 3, 5, "range"),
        ({"low": "3"}, 3, None, "at_least"),
        ({"high": "5"}, None, 5, "up_to"),
    ],
)
def test_figures(cells: dict[str, str], low: int | None, high: int | None, bound: str) -> None:
    (claim,) = claims(cells)
    assert (claim.count.low, claim.count.high, claim.count.bound) == (low, high, bound)


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"date": "2020-03-02"}, "neither a name nor a figure"),
        ({"name": "أ", "date": "03/04/2020"}, "may be two days"),
        ({"name": "أ", "date": "قريبا"}, "cannot be read"),
        ({"name": "أ", "outcome": "؟"}, "is none of killed"),
        ({"count": "many"}, "is no number"),
        ({"low": "5", "high": "3"}, "wrong way round"),
    ],
)
def test_rows_that_cannot_be_read_are_refused(cells: dict[str, str], says: str) -> None:
    with pytest.raises(MarsadError, match=says):
        claims(cells)


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        ({"age": "طفل", "sex": "؟", "group": "شهيد", "means": "؟"}, (None, None, "people", None)),
        ({"age": "400", "sex": "F", "group": "children", "means": "drone"}, (None, "female", "children", "drone")),
        ({"date": "25/12/2020"}, (None, None, "people", None)),
    ],
)
def test_nothing_is_inferred_from_words_that_are_not_known(cells: dict[str, str], values: tuple[Any, ...]) -> None:
    (claim,) = claims({"name": "سعاد", **cells})
    assert claim.person
    assert (claim.person.age, claim.person.sex, claim.group, claim.means) == values


def other(cells: Mapping[str, str], id: str = "held") -> Casualty:
    return replace(claims(cells)[0], id=id)


@pytest.mark.parametrize(
    ("row", "held", "verdict", "reason"),
    [
        (VICTIM, [VICTIM], "matched", "the same name"),
        (VICTIM, [VICTIM | {"name": "احمد الخطيب", "date": "2020-03-03"}], "matched", "the same place"),
        (VICTIM, [VICTIM | {"age": "12"}], "doubtful", "another age (34, 12)"),
        (VICTIM, [VICTIM | {"place": "حلب"}], "doubtful", "another place"),
        (VICTIM, [VICTIM | {"name": "محمود درويش"}], "new", "nothing held"),
        (VICTIM, [VICTIM | {"outcome": "injured"}], "new", "nothing held"),
        (VICTIM | {"date": ""}, [], "doubtful", "no date"),
        (INCIDENT, [INCIDENT | {"injured": ""}], "matched", "figures that agree (4 and 4)"),
        (INCIDENT, [{"date": "2020-03-02", "place": "إدلب", "low": "3"}], "matched", "figures that agree (4 and 3–)"),
        (INCIDENT, [INCIDENT | {"killed": "7"}], "doubtful", "another figure (4 and 7)"),
        (INCIDENT, [INCIDENT | {"place": "حلب"}], "new", "nothing held"),
        (INCIDENT, [], "new", "nothing held"),
    ],
)
def test_what_a_row_is_to_what_is_held(row: dict[str, str], held: list[dict[str, str]], verdict: str, reason: str) -> None:
    found = match(claims(row)[0], [other(cells) for cells in held], lambda inner, outer: False)
    assert found.verdict == verdict
    assert any(reason in said for said in found.reasons)
    assert found.others == (("held",) if held and verdict != "new" else ())


def test_a_list_comes_in_once_and_is_matched(make: Made, store: Store, tmp_path: Path) -> None:
    header = ["name", "date", "place", "age"]
    rows = [
        ["أحمد محمد الخطيب", "2020-03-02", "إدلب", 34],
        ["سعاد العلي", "2020-03-02", "إدلب", None],
        ["", "2020-03-02", "إدلب", 1],
    ]
    path = made.sheet(tmp_path / "a.xlsx", [header, *rows])
    bench = make()
    first = lists.take(bench, path, "الشبكة السورية لحقوق الإنسان", Reading(), NAMES)
    assert (bench.keeper.tally["new"], bench.keeper.tally["failed"], lists.said(first)) == (
        2,
        1,
        "0 matched · 2 new · 0 doubtful",
    )
    again = make()
    lists.take(again, path, "الشبكة السورية لحقوق الإنسان", Reading(), NAMES)
    assert (again.keeper.tally["new"], again.keeper.tally["same"]) == (0, 2)
    elsewhere = lists.take(make(), path, "مركز توثيق الانتهاكات", Reading(), NAMES)
    assert lists.said(elsewhere) == "2 matched · 0 new · 0 doubtful"
    lists.write(elsewhere, tmp_path / "matches.csv")
    assert "matched" in (tmp_path / "matches.csv").read_text("utf-8")
    with store.reading() as connection:
        (trouble,) = troubles(connection)
    assert isinstance(make.problems[0], Problem)
    assert trouble.place.endswith("a.xlsx row 4")


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Victim,Day,Where\nأحمد الخطيب,2020-03-02,إدلب\n", "utf-8")
    where = ["--store", str(tmp_path / "marsad.db")]
    mapped = ["--columns", "name=Victim", "--columns", "date=Day", "--columns", "place=Where"]
    assert (
        run(["add", str(path), "--list", "الشبكة السورية لحقوق الإنسان", *mapped, *where, "--matches", str(tmp_path / "m.csv")])
        == 0
    )
    assert "0 matched · 1 new · 0 doubtful" in capsys.readouterr().out
