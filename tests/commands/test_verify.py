"""One byte turned over, in the archive or in the trail, is found and named by ``marsad verify``."""

import sqlite3
from pathlib import Path

import pytest
from tests.conftest import Marsad

TEXT = "قُتل 12 شخصا في غارة جوية على سوق في مدينة معرة النعمان يوم الاثنين، بحسب الدفاع المدني السوري."


@pytest.fixture
def store(marsad: Marsad, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert marsad("add", "a.txt", "--store", "s.db", "--published", "2019-07-22", "--outlet", "وكالة")[0] == 0
    assert marsad("verify", "--store", "s.db")[0] == 0
    return "s.db"


def test_a_byte_of_the_archive(marsad: Marsad, store: str, tmp_path: Path) -> None:
    (file,) = (tmp_path / "s.archive").glob("*.warc.gz")
    data = bytearray(file.read_bytes())
    at = len(data) - 24  # inside the last record's compressed bytes
    data[at] ^= 1
    file.write_bytes(data)
    for command in (("verify",), ("archive", "check")):
        code, _, said = marsad(*command, "--store", store)
        assert code == 1
        assert file.name in said


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE audit SET detail = replace(detail, '\"claims\":', '\"claims\": ')",
        "UPDATE audit SET who = 'Command line' WHERE no = 1",
        "UPDATE audit SET at = replace(at, '20', '21') WHERE no = 1",
        "UPDATE audit SET hash = replace(hash, substr(hash, 1, 1), 'x') WHERE no = 1",
        "DELETE FROM audit WHERE no = 1",
    ],
)
def test_a_byte_of_the_trail(marsad: Marsad, store: str, change: str) -> None:
    with sqlite3.connect(store) as connection:
        for trigger in ("audit_stays", "audit_is_kept"):
            connection.execute(f"DROP TRIGGER {trigger}")
        assert connection.execute(change).rowcount
    connection.close()
    code, _, said = marsad("verify", "--store", store)
    assert code == 1
    assert "audit" in said


def test_the_trail_s_end_cut_off_is_told_by_the_hash_noted_elsewhere(marsad: Marsad, store: str) -> None:
    head = marsad("verify", "--store", store)[1].split()[-1]
    with sqlite3.connect(store) as connection:
        connection.execute("DROP TRIGGER audit_is_kept")
        connection.execute("DELETE FROM audit WHERE no = (SELECT max(no) FROM audit)")
    connection.close()
    assert marsad("verify", "--store", store, "--head", head)[0] == 1


@pytest.mark.parametrize(
    "change",
    ["UPDATE audit SET who = 'x'", "DELETE FROM audit", "UPDATE articles SET text = 'x'", "UPDATE claims SET body = '{}'"],
)
def test_the_database_itself_refuses(store: str, change: str) -> None:
    with sqlite3.connect(store) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(change)
    connection.close()
