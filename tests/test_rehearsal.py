"""The rehearsal itself: its parts are told in the documents, what it compares is told apart, its inputs are what they are said to be."""

from collections import Counter
from pathlib import Path
from random import Random

import pytest
from rehearsal import damage, fuzzer, seeds
from rehearsal.__main__ import PARTS
from rehearsal.report import report
from rehearsal.stage import Ended, Found, Stage, clear
from rehearsal.state import differences

DOCS = Path(__file__).resolve().parents[1] / "docs"


def test_every_part_is_told_in_the_report() -> None:
    told = (DOCS / "rehearsal.md").read_text("utf-8")
    assert [part.asks for part in PARTS if f"## {part.asks}" not in told] == []


def test_the_shares_of_a_short_rehearsal_are_the_whole_of_it() -> None:
    assert 0.95 <= sum(part.share for part in PARTS) <= 1.05


def test_what_did_not_hold_is_told_first(tmp_path: Path) -> None:
    found = Found(Counter({"kills": 3}))
    found.holds("it held", [])
    found.holds("and this", ["this did not"])
    page = report([("A question", Found.from_json(found.to_json()))], 1)
    assert "1 things did not hold" in page
    assert "- **did not hold**: this did not" in page
    assert "- held: it held" in page


@pytest.mark.parametrize(
    ("code", "said", "amiss"),
    [
        (2, ("marsad: the disk is full",), False),
        (1, ("marsad: the disk is full",), True),
        (2, (), True),
        (2, ("Traceback (most recent call last):", "marsad: x"), True),
    ],
)
def test_one_clear_line_is_what_it_says(code: int, said: tuple[str, ...], amiss: bool) -> None:
    assert bool(clear(Ended(code, "", said), 2)) is amiss


def test_stores_that_differ_are_told_apart() -> None:
    one = Counter([("claim", "a"), ("record", "b")])
    assert differences(one, Counter(one), "x") == []
    assert differences(one, Counter([("claim", "a")]), "x") == ["x: 1 of records differ, such as ('record', 'b')"]


def test_flipped_bytes_are_named_or_change_nothing(tmp_path: Path) -> None:
    found = damage.play(Stage(tmp_path, Random(5), 6, None))
    assert found.faults == []
    assert found.done["pages of the database in which bytes were flipped"] == 6


@pytest.mark.parametrize("kind", range(len(fuzzer.GIVEN)))
def test_seeds_of_every_kind_and_what_chance_makes_of_them_are_taken(kind: int, tmp_path: Path) -> None:
    own, chance, one = [bytes([k]) + data for k, data in seeds.every() if k == kind], Random(kind), fuzzer.Fuzzer(tmp_path)
    for data in [*own, *(fuzzer.mutated(chance, data, own) for data in own for _ in range(10))]:
        one(data)
    assert own
    assert not (tmp_path / "faults.jsonl").exists(), (tmp_path / "faults.jsonl").read_text("utf-8")
