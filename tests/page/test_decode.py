"""Bytes in every encoding a news page came in, and bytes that are no report."""

import pytest

from marsad.model import MarsadError
from marsad.page import article
from marsad.page.decode import decode

TEXT = "قالت وزارة الصحة إن القصف على المدينة أوقع خمسة قتلى وعشرة جرحى، ونقل المصابون إلى المستشفى في المساء.\nوأضافت أن بينهم طفلين من عائلة واحدة."


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8-sig", b""),
        ("utf-16", b""),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("utf-16-be", b"\xfe\xff"),
        ("windows-1256", b""),
        ("iso-8859-6", b""),
    ],
)
def test_arabic_in(encoding: str, mark: bytes) -> None:
    assert decode(mark + TEXT.encode(encoding)) == TEXT


def test_english_with_typographic_marks_in_windows_1252() -> None:
    text = "The ministry said “five people” were killed – two of them children – in the shelling of the town."
    assert decode(text.encode("windows-1252")) == text


@pytest.mark.parametrize("declared", ["windows-1256", "Windows-1256", "cp1256"])
def test_a_declared_encoding_is_used(declared: str) -> None:
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={declared}"></head><body><p>{TEXT}</p></body></html>'
    assert TEXT.split("\n")[0] in decode(page.encode("windows-1256"))


def test_bad_bytes_are_replaced_and_the_rest_kept() -> None:
    data = TEXT.encode()
    broken = data[:40] + b"\xff\xfe\x80" + data[40:]
    text = decode(broken)
    assert "\ufffd" in text
    assert text.replace("\ufffd", "") == TEXT


def test_a_text_cut_inside_a_letter() -> None:
    assert decode(TEXT.encode()[:-2]).startswith(TEXT[:-2])


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG image"),
        (b"GIF89a\x01\x00", "GIF image"),
        (b"PK\x03\x04\x14\x00", "ZIP archive"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (bytes(range(256)) * 8, "binary"),
        (b"\x00" * 500, "binary"),
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"12 + 30 = 42 !!", "no words"),
        ('<?xml version="1.0"?><rss version="2.0"><channel><title>أخبار</title></channel></rss>'.encode(), "feed"),
        (b"<html>", "page"),
        (b"<html><head><script>draw()</script></head><body><div id='app'></div></body></html>", "without a report"),
    ],
)
def test_what_is_no_report_is_refused_in_one_line(data: bytes, says: str) -> None:
    with pytest.raises(MarsadError) as refused:
        article(data, id="wire-7")
    message = str(refused.value)
    assert says in message
    assert "wire-7" in message
    assert "\n" not in message


@pytest.mark.parametrize("text", ["", "   ", "\x00\x01\x02\x03" * 50])
def test_a_text_that_is_no_report_is_refused(text: str) -> None:
    with pytest.raises(MarsadError):
        article(text)


def test_half_a_surrogate_pair_is_replaced_in_place() -> None:
    found = article("خبر \ud83d عاجل")
    assert found.text == "خبر \ufffd عاجل"
    assert found.text.encode()


def test_a_page_cut_short_is_read_as_far_as_it_goes() -> None:
    page = f"<!DOCTYPE html><html><head><title>خبر</title></head><body><article><p>{TEXT}</p><p>{TEXT}</p></article></body></html>".encode()
    for end in range(page.index(b"<p>") + 120, len(page), 61):
        assert article(page[:end]).text.startswith("قالت وزارة الصحة")
