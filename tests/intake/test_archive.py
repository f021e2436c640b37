"""The archive: bytes kept once, records that others read, and what a killed writer leaves."""

import gzip
import io
import multiprocessing
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator
from tests.intake.made import STRIKE, page

from marsad.intake.archive import Archive, Capture
from marsad.intake.document import Document
from marsad.intake.fetch import Fetched
from marsad.intake.package import Page, export
from marsad.intake.warc import wacz
from marsad.model import MarsadError

AT = datetime(2020, 3, 2, 10, 30, tzinfo=UTC)
BODY = page(STRIKE)
HEADERS = (
    ("Content-Type", "text/html"),
    ("Content-Encoding", "gzip"),
    ("Transfer-Encoding", "chunked"),
    ("Set-Cookie", "reader=7"),
)


def got(url: str, content: bytes = BODY) -> Fetched:
    return Fetched(url, url, 200, "OK", HEADERS, gzip.compress(content, mtime=0), content, AT, "93.184.215.14")


class Memory:
    """An index in memory."""

    def __init__(self, held: Sequence[Capture] = ()) -> None:
        self.held = [*held]

    def holder(self, body: str) -> Capture | None:
        return next((one for one in self.held if one.body == body), None)

    def note(self, capture: Capture) -> None:
        self.held.append(capture)


def read(path: Path) -> list[tuple[str, str, bytes]]:
    """(type, address, block) of the records of a file, their digests checked."""
    found = []
    for one in ArchiveIterator(io.BytesIO(path.read_bytes()), parse_http=False, verify_digests=True):
        found.append((one.headers["WARC-Type"], one.headers.get("WARC-Target-URI") or "", one.reader.read()))
    return found


def test_an_answer_is_kept_and_found_again(tmp_path: Path) -> None:
    archive = Archive(tmp_path, Memory())
    capture = archive.keep(got("https://news.example/a"))
    assert (capture.moment, capture.status, archive.content(capture)) == ("2020-03-02T10:30:00Z", 200, BODY)
    (_, info, _), (kind, url, block) = read(tmp_path / capture.at.file)
    assert (info, kind, url) == ("", "response", "https://news.example/a")
    head, _, body = block.partition(b"\r\n\r\n")
    assert gzip.decompress(body) == BODY
    assert b"X-Archive-Orig-Transfer-Encoding: chunked" in head
    assert f"Content-Length: {len(body)}".encode() in head
    assert b"reader=7" not in block


def test_the_same_bytes_are_kept_once(tmp_path: Path) -> None:
    archive = Archive(tmp_path, Memory())
    first, second = archive.keep(got("https://news.example/a")), archive.keep(got("https://news.example/b"))
    assert (first.at, first.sha256) == (second.at, second.sha256)
    assert archive.content(second) == BODY
    kinds = [(kind, url) for kind, url, _ in read(tmp_path / first.at.file)]
    assert kinds == [("warcinfo", ""), ("response", "https://news.example/a"), ("revisit", "https://news.example/b")]
    kept = archive.keep_file(b"%PDF-1.4", "file:///a.pdf", AT, "application/pdf")
    assert archive.keep_file(b"%PDF-1.4", "file:///b.pdf", AT, "application/pdf").at == kept.at
    assert len(read(tmp_path / first.at.file)) == 4


def test_the_beginning_of_a_record_that_a_killed_writer_left_is_cut_off(tmp_path: Path) -> None:
    index = Memory()
    first = Archive(tmp_path, index).keep(got("https://news.example/a"))
    path = tmp_path / first.at.file
    path.write_bytes(path.read_bytes() + path.read_bytes()[:200])
    second = Archive(tmp_path, index).keep(got("https://news.example/b", page("آخر")))
    assert [url for _, url, _ in read(path)] == ["", "https://news.example/a", "https://news.example/b"]
    assert Archive(tmp_path, index).content(second) == page("آخر")


def test_a_full_file_is_followed_by_another(tmp_path: Path) -> None:
    archive = Archive(tmp_path, Memory(), largest=1000)
    places = [archive.keep(got(f"https://news.example/{n}", page(str(n)))).at for n in range(4)]
    assert len({place.file for place in places}) > 1
    assert sum(len(read(path)) for path in tmp_path.glob("*.gz")) == 4 + len({place.file for place in places})


def write_many(folder: Path, name: str) -> None:
    archive = Archive(folder, Memory())
    for n in range(20):
        archive.keep(got(f"https://news.example/{name}{n}", page(f"{name}{n}")))


def test_writers_of_two_processes_take_turns(tmp_path: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    writers = [spawn.Process(target=write_many, args=(tmp_path, name)) for name in "ab"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    (path,) = tmp_path.glob("*.warc.gz")
    assert len({url for _, url, _ in read(path)}) == 41


def test_what_is_no_longer_there_is_said(tmp_path: Path) -> None:
    archive = Archive(tmp_path, Memory())
    capture = archive.keep(got("https://news.example/a"))
    with pytest.raises(MarsadError, match="no longer holds"):
        archive.content(replace(capture, sha256="0" * 64))
    (tmp_path / capture.at.file).unlink()
    with pytest.raises(MarsadError, match="cannot be read"):
        archive.content(capture)
    (tmp_path / "end.json").write_text("{", "utf-8")
    with pytest.raises(MarsadError, match="is damaged"):
        archive.keep(got("https://news.example/b"))


@pytest.mark.filterwarnings(
    "ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)  # py-wacz leaves files open
def test_an_exported_package_is_valid_and_read_again(tmp_path: Path) -> None:
    py_wacz = pytest.importorskip("wacz.main")
    archive = Archive(tmp_path / "archive", Memory())
    kept = [archive.keep(got(f"https://www.news.example/{n}", page(f"{STRIKE} {n % 2}"))) for n in range(4)]
    path = tmp_path / "a.wacz"
    assert export(archive, [Page(one, "خبر") for one in kept], path, "2020-03-02T10:30:00Z") == 4
    assert py_wacz.main(["validate", "-f", str(path)]) == 0
    assert [one.url for one in wacz(path) if isinstance(one, Document)] == [
        "https://www.news.example/0",
        "https://www.news.example/1",
    ]
    with zipfile.ZipFile(path) as package, zipfile.ZipFile(tmp_path / "b.wacz", "w") as spoiled:
        for name in package.namelist():
            spoiled.writestr(name, package.read(name) + (b" " if name.startswith("pages/") else b""))
    assert py_wacz.main(["validate", "-f", str(tmp_path / "b.wacz")]) == 1


def test_an_empty_archive_is_not_exported(tmp_path: Path) -> None:
    with pytest.raises(MarsadError, match="holds no page"):
        export(Archive(tmp_path, Memory()), [], tmp_path / "a.wacz", "2020-03-02T10:30:00Z")
    assert list(tmp_path.glob("*.wacz*")) == []


def test_a_record_is_written_over_where_it_lies_and_the_others_stay(tmp_path: Path) -> None:
    archive = Archive(tmp_path, Memory())
    first, second, third = (archive.keep(got(f"https://news.example/{n}", page(f"{STRIKE} {n}"))) for n in range(3))
    archive.erase(second.at)
    kinds = [kind for kind, _, _ in read(tmp_path / first.at.file)]
    assert kinds == ["warcinfo", "response", "metadata", "response"]
    assert [archive.content(one) for one in (first, third)] == [page(f"{STRIKE} 0"), page(f"{STRIKE} 2")]
    with pytest.raises(MarsadError):
        archive.content(second)
    again = archive.keep(got("https://news.example/3", page("خبر")))
    assert archive.content(again) == page("خبر")
