"""PDF: Arabic in the order it is read, scans told from text."""

import shutil
import subprocess

import pypdfium2
import pytest
from tests.intake import made

from marsad.intake import pdf
from marsad.intake.pdf import Glyph, line, lines
from marsad.model import MarsadError


def drawn(seen: str, base: float = 0) -> list[Glyph]:
    """Glyphs in the order they stand on the page from left to right; a space is a gap, a lam-alef one box."""
    found, at, word = [], 0.0, 0
    pieces = list(seen)
    for here, letter in enumerate(pieces):
        if letter == " ":
            at, word = at + 4, word + 1
            continue
        if letter == "ﻻ":
            found += [Glyph(part, at, at + 5, base, 12, word) for part in "لا"]
        else:
            found.append(Glyph(letter, at, at + 5, base, 12, word))
        at += 5
        assert here < 200
    return found


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        ("بلح يف نييندم 12 لتق", "قتل 12 مدنيين في حلب"),
        (".2017 ربوتكأ 18 يف", "في 18 أكتوبر 2017."),
        ("UNICEF ةمظنم تلاق", "قالت منظمة UNICEF"),
        ("UN Women ةئيه نم", "من هيئة UN Women"),
        (")بلح قرش( سودرفلا", "الفردوس (شرق حلب)"),
        ("(بلح قرش) سودرفلا", "الفردوس (شرق حلب)"),
        ("ناسنﻻا ةثﻻث", "ثلاثة الانسان"),
        ("12.5% وحن", "نحو 12.5%"),
        ("Three people in Aleppo حلب", "Three people in Aleppo حلب"),
        ("١٢٣ لتق", "قتل ١٢٣"),
    ],
)
def test_a_line_is_read_in_its_own_direction(seen: str, read: str) -> None:
    assert line(drawn(seen)) == read
    assert line(list(reversed(drawn(seen)))) == read


def test_lines_go_from_top_to_bottom_in_whatever_order_they_are_drawn() -> None:
    assert list(lines(drawn("يناث", 100) + drawn("لوا", 120))) == ["اول", "ثاني"]


def test_pages_with_a_text_layer() -> None:
    data = made.pdf(["Twelve people were killed in Aleppo", "The mission counted the wounded"])
    assert pdf.text(data, "a.pdf") == "Twelve people were killed in Aleppo\n\nThe mission counted the wounded"


def test_arabic_that_a_producer_wrote() -> None:
    weasyprint = pytest.importorskip("weasyprint")
    fonts = shutil.which("fc-list") and subprocess.run(["fc-list", ":lang=ar"], capture_output=True, check=False).stdout
    if not fonts:
        pytest.skip("no font with Arabic letters on this machine")
    written = "قتل 12 شخصا بينهم ثلاثة مدنيين في قصف على حي الفردوس (شرق حلب) يوم 18 أكتوبر 2017، وفق المرصد."
    data = weasyprint.HTML(string=f'<html lang="ar" dir="rtl"><p style="font-size: 8pt">{written}</p></html>').write_pdf()
    assert pdf.text(data, "a.pdf") == written


@pytest.mark.parametrize(
    ("data", "says"),
    [(made.pdf(["", ""]), "a scan, pictures of pages without text: give --ocr"), (b"%PDF-1.4 noise", "no PDF that can be read")],
    ids=["scan", "noise"],
)
def test_what_has_no_text_is_said(data: bytes, says: str) -> None:
    with pytest.raises(MarsadError, match=says):
        pdf.text(data, "a.pdf")


def test_a_scan_without_tesseract_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(MarsadError, match="tesseract-ocr-ara"):
        pdf.text(made.pdf([""]), "a.pdf", ocr=True)


def test_a_scan_is_read_by_tesseract() -> None:
    if (
        not shutil.which("tesseract")
        or b"ara" not in subprocess.run(["tesseract", "--list-langs"], capture_output=True, check=False).stdout
    ):
        pytest.skip("Tesseract with its Arabic data is not installed")
    assert "KILLED" in pdf.recognised(pypdfium2.PdfDocument(made.pdf(["KILLED 12"]))[0], "a.pdf")
