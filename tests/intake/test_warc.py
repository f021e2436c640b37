"""Web archives: records by their places, and what is broken said."""

import zipfile
from pathlib import Path

import pytest
from tests.intake import made
from tests.intake.made import STRIKE, packed, page

from marsad.intake.document import Document, Problem
from marsad.intake.warc import payload, records, wacz
from marsad.model import MarsadError

PAGES = [(f"https://news.example/{n}", page(f"{STRIKE} {n}")) for n in range(5)]


def bodies(found: list[Document | Problem]) -> list[bytes]:
    return [payload(one.at).content for one in found if isinstance(one, Document) and one.at]


@pytest.mark.parametrize("gzipped", [True, False])
def test_records_are_read_where_they_lie(tmp_path: Path, gzipped: bool) -> None:
    found = list(records(made.warc(tmp_path / "a.warc", PAGES, gzipped)))
    assert [one.url for one in found if isinstance(one, Document)] == [url for url, _ in PAGES]
    assert bodies(found) == [body for _, body in PAGES]
    assert payload(found[2].at).status == 200  # type: ignore[union-attr, arg-type]


@pytest.mark.parametrize("gzipped", [True, False])
@pytest.mark.parametrize("cut", [1, 40, 150])
def test_a_file_cut_off_is_said_and_its_whole_records_are_read(tmp_path: Path, gzipped: bool, cut: int) -> None:
    path = made.warc(tmp_path / "a.warc", PAGES, gzipped)
    path.write_bytes(path.read_bytes()[:-cut])
    found = list(records(path))
    assert isinstance(found[-1], Problem)
    assert "cut off or damaged" in found[-1].reason
    assert bodies(found)[:4] == [body for _, body in PAGES[:4]]


def test_noise_after_records_is_said(tmp_path: Path) -> None:
    path = made.warc(tmp_path / "a.warc.gz", PAGES)
    path.write_bytes(path.read_bytes() + b"noise" * 100)
    found = list(records(path))
    assert isinstance(found[-1], Problem)
    assert len(bodies(found)) == 5


def test_a_record_that_says_it_is_two_gigabytes_is_not_read(tmp_path: Path) -> None:
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/x\r\nContent-Length: 2147483648\r\n\r\n"
    path = made.warc(tmp_path / "a.warc.gz", PAGES)
    path.write_bytes(packed(head + b"HTTP/1.1 200 OK\r\n\r\n") + path.read_bytes())
    found = list(records(path))
    assert isinstance(found[0], Problem)
    assert "2,147,483,648" in found[0].reason


def test_one_piece_of_compression_is_said(tmp_path: Path) -> None:
    path = made.warc(tmp_path / "a.warc", PAGES, gzipped=False)
    path.write_bytes(packed(path.read_bytes()))
    assert "recompress" in list(records(path))[-1].reason  # type: ignore[union-attr]


def test_encoded_answers_are_unpacked_whether_or_not_the_archive_did(tmp_path: Path) -> None:
    path = made.warc(
        tmp_path / "a.warc", [("https://a.example/", packed(PAGES[0][1])), PAGES[0]], headers={"Content-Encoding": "gzip"}
    )
    assert bodies(list(records(path))) == [PAGES[0][1]] * 2


def test_a_bomb_in_a_record_is_refused(tmp_path: Path) -> None:
    path = made.warc(
        tmp_path / "a.warc", [("https://a.example/", packed(bytes(60_000_000)))], headers={"Content-Encoding": "gzip"}
    )
    (document,) = records(path)
    with pytest.raises(MarsadError, match="unpacks to over"):
        payload(document.at)  # type: ignore[union-attr, arg-type]


def test_a_package_is_read_where_its_records_lie(tmp_path: Path) -> None:
    warc = made.warc(tmp_path / "a.warc.gz", PAGES).read_bytes()
    found = list(wacz(made.wacz(tmp_path / "a.wacz", {"a.warc.gz": warc, "b.warc.gz": warc})))
    assert bodies(found) == [body for _, body in PAGES] * 2
    assert {Path(one.at.file).name for one in found if isinstance(one, Document) and one.at} == {"a.wacz"}


def test_a_package_that_is_not_what_it_says_is_said(tmp_path: Path) -> None:
    warc = made.warc(tmp_path / "a.warc.gz", PAGES).read_bytes()
    spoiled = list(wacz(made.wacz(tmp_path / "a.wacz", {"a.warc.gz": warc}, spoil=True)))
    assert "SHA-256" in spoiled[0].reason  # type: ignore[union-attr]
    assert len(bodies(spoiled)) == 5
    (packed_again,) = wacz(made.wacz(tmp_path / "b.wacz", {"a.warc.gz": warc}, zipfile.ZIP_DEFLATED))
    assert "compressed once more" in packed_again.reason  # type: ignore[union-attr]
    (tmp_path / "c.wacz").write_bytes(b"PK\x03\x04 noise")
    assert isinstance(next(wacz(tmp_path / "c.wacz")), Problem)
    assert "without a WARC" in next(wacz(made.wacz(tmp_path / "d.wacz", {}))).reason  # type: ignore[union-attr]


def test_a_place_that_holds_no_record_is_refused(tmp_path: Path) -> None:
    path = made.warc(tmp_path / "a.warc.gz", PAGES)
    (first, *_) = records(path)
    path.write_bytes(b"")
    with pytest.raises(MarsadError, match=r"a\.warc\.gz at"):
        payload(first.at)  # type: ignore[union-attr, arg-type]
