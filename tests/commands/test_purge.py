"""marsad purge: two people, and then the name is in no table, file, index, export or log that is Marsad's."""

import gzip
import json
from pathlib import Path

import pytest
from tests.conftest import POSTGRESQL, Marsad

from marsad.exports.formats import FORMATS
from marsad.store import accounts
from marsad.store.store import Store

NAME = "خالد الحمصي"
SURE = "a password of the tests"
PAGE = (
    '<html lang="ar"><head><title>{title}</title><meta property="article:published_time" content="2024-05-02"></head><body><article><h1>{title}</h1>'
    "<p>وفُقد المهندس <b>خالد</b> الحمصي في مدينة حلب يوم الاثنين. وقُتل 12 شخصا في قصف على المدينة.</p>"
    "<p>وقال سكان إن القصف استمر حتى المساء.</p></article></body></html>"
)
"""The name is parted by a mark of the page, as they are."""

pytestmark = pytest.mark.skipif(bool(POSTGRESQL), reason="the files looked through are SQLite's")


@pytest.fixture
def used(tmp_path: Path, marsad: Marsad) -> Path:
    given = tmp_path / "given"
    given.mkdir()
    (given / "a.html").write_text(PAGE.format(title=f"فقدان {NAME}"), "utf-8")
    (given / "b.txt").write_text(f'قال المهندس {NAME}: "كنا نعمل في المشفى".', "utf-8")
    path = tmp_path / "held" / "marsad.db"
    path.parent.mkdir()
    assert (
        marsad("add", "--workers", "1", "--store", path, "--published", "2024-05-02", "--log", path.parent / "log", given)[0] == 0
    )
    with Store(str(path)) as store, store.writing() as connection:
        for name, role in (("one", "administrator"), ("two", "reviewer"), ("three", "reviewer"), ("four", "reader")):
            accounts.make(connection, name, role, SURE, "tests")
    return path


def people(marsad: Marsad, path: Path) -> dict[str, str]:
    return {row["name"]: row["id"] for row in map(json.loads, marsad("people", "--json", "--store", path)[1].splitlines())}


def holds(folder: Path) -> list[str]:
    """Files in which the name stands: as it is written, in percents, or packed."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            if path.name.endswith(".gz"):
                data += gzip.decompress(data)
            if any(words.encode() in data for words in (NAME, "<b>خالد</b> الحمصي")):
                found.append(path.name)
    return found


def purged(marsad: Marsad, used: Path) -> tuple[int, str, str]:
    """What the command answers when two people take the person's data out."""
    told = ("--store", used, "--reason", "the family asks", "--by", "one", "--by", "two")
    return marsad("purge", "person", people(marsad, used)[NAME], *told, stdin=f"{SURE}\n{SURE}\n".encode())


def test_the_name_is_in_no_file_and_no_export(used: Path, tmp_path: Path, marsad: Marsad) -> None:
    assert holds(used.parent)
    code, out, _ = purged(marsad, used)
    assert (code, "2 articles" in out) == (0, True)
    assert holds(used.parent) == []
    assert NAME not in people(marsad, used)
    for name in FORMATS:
        if name not in ("parquet", "ftm", "pdf", "dossier"):
            marsad("export", name, "--cleared", "--store", used, "-o", tmp_path / "held" / f"export.{name}")
    assert holds(used.parent) == []
    code, out, _ = marsad("verify", "--words", "--store", used)
    assert (code, "1 purged, still whole" in out) == (0, True)
    assert marsad("archive", "check", "--store", used)[0] == 0


def test_the_same_files_do_not_bring_it_back(used: Path, tmp_path: Path, marsad: Marsad) -> None:
    purged(marsad, used)
    for file in (tmp_path / "given").iterdir():
        file.touch()
    assert marsad("add", "--workers", "1", "--store", used, "--published", "2024-05-02", tmp_path / "given")[0] == 0
    assert holds(used.parent) == []


@pytest.mark.parametrize(
    ("by", "passwords", "said"),
    [
        (("one",), SURE, "a purge takes two people"),
        (("one", "one"), SURE, "a purge takes two people"),
        (("one", "two"), "wrong", "a name, a password or a code is wrong"),
        (("one", "four"), SURE, "a role does not review"),
        (("two", "three"), SURE, "one of the two must be an administrator"),
        (("one", "nobody"), SURE, "a name, a password or a code is wrong"),
    ],
)
def test_two_people_must_be_who_they_say(used: Path, marsad: Marsad, by: tuple[str, ...], passwords: str, said: str) -> None:
    id = people(marsad, used)[NAME]
    given = [one for name in by for one in ("--by", name)]
    code, _, told = marsad(
        "purge", "person", id, "--store", used, "--reason", "x", *given, stdin=f"{passwords}\n{passwords}\n".encode()
    )
    assert (code, said in told) == (2, True), told
    assert NAME in people(marsad, used)
