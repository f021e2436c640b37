"""marsad backup: the copy is a store with its archive, whole, and what was copied; what stands in its way is told in a line."""

from pathlib import Path

import pytest
from tests.conftest import POSTGRESQL, Marsad

PAGE = "<html><body><article><p>قتل 12 مدنيا في قصف على مدينة إدلب يوم 3/4/2019.</p></article></body></html>"

pytestmark = pytest.mark.skipif(bool(POSTGRESQL), reason="pg_dump copies a database, and a test here has a schema of one")


@pytest.fixture
def used(tmp_path: Path, marsad: Marsad) -> Path:
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    path = tmp_path / "marsad.db"
    assert marsad("add", "--workers", "1", "--store", path, tmp_path / "page.html")[0] == 0
    return path


def test_the_copy_is_whole_and_holds_the_archive(used: Path, tmp_path: Path, marsad: Marsad) -> None:
    code, out, _ = marsad("backup", tmp_path / "copy", "--store", used)
    assert code == 0
    head = out.split()[-1]
    code, said, _ = marsad("verify", "--words", "--store", tmp_path / "copy" / "marsad.db", "--head", head)
    assert code == 0
    assert "1 captures, all as put in" in said
    assert list((tmp_path / "copy" / "marsad.archive").glob("*.warc.gz"))


def test_the_copied_archive_is_gone_on_with(used: Path, tmp_path: Path, marsad: Marsad) -> None:
    marsad("backup", tmp_path / "copy", "--store", used)
    (tmp_path / "other.html").write_text(PAGE.replace("12", "15"), "utf-8")
    copied = tmp_path / "copy" / "marsad.db"
    assert marsad("add", "--workers", "1", "--store", copied, tmp_path / "other.html")[0] == 0
    assert marsad("archive", "check", "--store", copied)[:2] == (0, "2 captures, 0 amiss\n")


def test_what_stands_in_the_way_is_told(used: Path, tmp_path: Path, marsad: Marsad) -> None:
    assert marsad("backup", tmp_path, "--store", used)[0] == 2
    code, _, said = marsad("backup", tmp_path / "copy", "--store", tmp_path / "none.db")
    assert (code, "there is no store" in said) == (2, True)
