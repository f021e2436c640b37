"""Exports from the command line that hold what the public does not see: meant, and noted."""

import json
from pathlib import Path

import pytest
from sqlalchemy import select
from tests.conftest import Marsad

import marsad as reader
from marsad.exports.formats import FORMATS
from marsad.store.audit import acts
from marsad.store.store import Store

TEXT = (
    "قُتلت الطفلة هدى العلي (7 أعوام) في قصف على منزل في مدينة إدلب يوم الاثنين. وفُقد المهندس خالد الحمصي في مدينة حلب. "
    'وقال الشاهد سليم الأحمد: "سمعنا صوت الطائرات قبل القصف بدقائق". للتواصل: desk@example.org'
)
NAMES = ("هدى العلي", "خالد الحمصي", "سليم الأحمد", "desk@example.org")


@pytest.fixture
def store(tmp_path: Path) -> str:
    path = str(tmp_path / "marsad.db")
    with Store(path, make=True) as held:
        held.add([reader.read(TEXT, published="2024-05-02", outlet="صحيفة")], "tests")
        held.settle("tests")
    return path


def test_cleared_is_refused_unless_it_is_meant(marsad: Marsad, store: str, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    code, _, said = marsad("export", "jsonl", "--cleared", "--store", store, "-o", out)
    assert code == 2
    assert said.count("\n") == 1
    assert "--yes" in said
    assert not out.exists()


def test_a_cleared_export_is_noted_in_the_trail_without_a_word_of_it(marsad: Marsad, store: str, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert marsad("export", "jsonl", "--cleared", "--yes", "--store", store, "-o", out)[0] == 0
    assert NAMES[0] in out.read_text(encoding="utf-8")
    assert out.stat().st_mode & 0o077 == 0, "read by whoever wrote it alone"
    with Store(store) as held, held.reading() as connection:
        last = connection.execute(select(acts.c.act, acts.c.subject, acts.c.detail).order_by(acts.c.no.desc())).first()
    assert last is not None
    assert (last.act, last.subject) == ("cleared export", "jsonl")
    assert json.loads(last.detail)["rows"] == 1
    assert marsad("verify", "--store", store)[0] == 0


@pytest.mark.parametrize("format", FORMATS)
def test_no_export_holds_a_name_at_risk_or_an_exact_home(marsad: Marsad, store: str, tmp_path: Path, format: str) -> None:
    out = tmp_path / f"out.{format}"
    assert marsad("export", format, "--store", store, "-o", out)[0] == 0
    held = b"".join(path.read_bytes() for path in tmp_path.glob("out.*"))
    assert not [name for name in NAMES if name.encode() in held or json.dumps(name).strip('"').encode() in held]
    assert b"35.93" not in held, "Idlib is at 35.93, 36.63: a home in it is shown as 35.9, 36.6"
