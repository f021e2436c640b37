"""PDF to text, with Arabic in the order it is read.

A PDF holds glyphs and where they stand, not text. Producers write Arabic from left to right as it looks, or from right to left as
it is read, or piece by piece, and extractors guess; so the glyphs are laid out here by where they stand. PDFium (BSD-3-Clause) gives
the letter and the box of each, presentation forms already as plain letters.
"""

import ctypes
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

import pypdfium2
from pypdfium2 import raw

from marsad.model import MarsadError

PAGES = 500
"""Pages that are read of one document; a longer one is a book."""

_GLYPHS = 20_000  # of a page; a full page of a broadsheet has 15,000
_BETWEEN, _WITHIN = 0.05, 0.8
"""Of a glyph's height: the gap from which two letters are words apart, when they were drawn as two words and as one. Arabic letters
that do not join stand up to 0.3 apart in fonts that are embedded letter by letter, which is more than some spaces."""
_LINE = 0.4  # of a glyph's height: base lines nearer than this are one line's
_LEAST = 20  # letters a page has when it has a text layer at all
_DPI = 300  # what Tesseract's documentation asks for
_RTL = frozenset(("R", "AL", "AN"))
_SAME = 0.1  # of a glyph's height: boxes nearer than this on both sides are one box
_LTR = r"[A-Za-z0-9\u00c0-\u024f\u0660-\u0669\u06f0-\u06f9]"
_LTR_RUN = re.compile(rf"%?{_LTR}(?:(?:[^\u0590-\u08ff]|[\u0660-\u0669\u06f0-\u06f9])*{_LTR})?%?")
_LOOSE = re.compile(r"(?<=\w)([(\[«]) (?=\w)")  # an opening bracket drawn on the wrong side of its space
_MIRROR = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_LAM, _ALEFS = "ل", "اأإآ"


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter, its sides and its base line on the page, in points from the lower left corner, and its height; ``word`` counts the words
    as they are drawn.

    Lines are told by the base line: the boxes of one line's letters differ when a producer embeds them as several fonts.
    """

    letter: str
    left: float
    right: float
    base: float
    height: float
    word: int


def text(data: bytes, where: str, ocr: bool = False, pages: int = PAGES) -> str:
    """The text of a PDF, a line a line and pages apart by an empty line.

    A document without a text layer is a scan: with ``ocr`` its pages are read by Tesseract in Arabic and English. Raises MarsadError
    for what is no PDF, is locked, or is a scan that cannot be read.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise MarsadError(
            f"{where} {'is locked by a password: unlock it first' if locked else 'is no PDF that can be read'}"
        ) from None
    try:
        count = min(len(document), pages)
        try:
            found = ["\n".join(lines(glyphs(document[at]))) for at in range(count)]
        except pypdfium2.PdfiumError:
            raise MarsadError(f"{where} has a page that cannot be read: it is damaged") from None
        letters = sum(map(str.isalpha, "".join(found)))
        if letters >= _LEAST * min(count, 3):
            return "\n\n".join(page for page in found if page)
        if not ocr:
            raise MarsadError(f"{where} is a scan, pictures of pages without text: give --ocr to have Tesseract read it")
        return "\n\n".join(recognised(document[at], where) for at in range(count))
    finally:
        document.close()


def glyphs(page: Any) -> list[Glyph]:
    """The letters of a page with their boxes, without spaces, in the order they are drawn."""
    layer = page.get_textpage()
    found, word = [], 0
    x, y = ctypes.c_double(), ctypes.c_double()
    for at in range(min(layer.count_chars(), _GLYPHS)):
        code = raw.FPDFText_GetUnicode(layer, at)
        if code <= 32 or code == 0xA0:
            word += 1
            continue
        if code in (0xFFFE, 0xFFFF) or 0xD800 <= code < 0xE000:
            continue
        left, bottom, right, top = layer.get_charbox(at, loose=True)
        base = bottom
        if raw.FPDFText_GetCharOrigin(layer, at, x, y):
            base = y.value
        for letter in unicodedata.normalize("NFKC", chr(code)):
            found.append(Glyph(letter, left, right, base, top - bottom, word))
    return found


def lines(found: Sequence[Glyph]) -> Iterator[str]:
    """The lines of a page from top to bottom, each as it is read."""
    row: list[Glyph] = []
    base = 0.0
    for glyph in sorted((g for g in found if not unicodedata.combining(g.letter)), key=lambda g: -g.base):
        if row and base - glyph.base > _LINE * glyph.height:
            yield line(row)
            row = []
        if not row:
            base = glyph.base
        row.append(glyph)
    if row:
        yield line(row)


def line(row: Sequence[Glyph]) -> str:
    """One line's text from its glyphs: words by the gaps, then from right to left where its letters are of such a script."""
    ordered = sorted(row, key=lambda g: (g.left + g.right, g.left))
    height = median(g.height for g in ordered)
    near = _SAME * height
    seen = ""
    for before, glyph in zip([None, *ordered], ordered, strict=False):
        if before is not None and glyph.left - before.right > (_WITHIN if glyph.word == before.word else _BETWEEN) * height:
            seen += " "
        # lam-alef is one glyph whose two letters share a box: on the page its lam stands right, its alef left
        joined = before is not None and abs(glyph.left - before.left) < near and abs(glyph.right - before.right) < near
        if joined and {glyph.letter, seen[-1]} & {_LAM} and {glyph.letter, seen[-1]} & {*_ALEFS}:
            alef = glyph.letter if glyph.letter != _LAM else seen[-1]
            seen = seen[:-1] + alef + _LAM
        else:
            seen += glyph.letter
    seen = " ".join(seen.split())
    kinds = [unicodedata.bidirectional(letter) for letter in seen]
    if 2 * sum(kind in _RTL for kind in kinds) < sum(kind == "L" for kind in kinds):  # an Arabic line may be half a foreign name
        return seen
    read = _LTR_RUN.sub(lambda run: run.group()[::-1], seen[::-1])
    shut, opened = read.find(")"), read.find("(")
    if shut >= 0 and (opened < 0 or shut < opened):
        read = read.translate(_MIRROR)
    return _LOOSE.sub(r" \1", read)


def recognised(page: Any, where: str) -> str:
    """What Tesseract reads on a picture of a page, in Arabic and English. Raises MarsadError when it is not installed or fails."""
    program = shutil.which("tesseract")
    if not program:
        raise MarsadError(f"{where} is a scan, and Tesseract is not installed: install tesseract-ocr and tesseract-ocr-ara")
    picture = page.render(scale=_DPI / 72, grayscale=True)
    rows = memoryview(picture.buffer).cast("B")
    pixels = b"".join(bytes(rows[at * picture.stride : at * picture.stride + picture.width]) for at in range(picture.height))
    image = b"P5 %d %d 255\n" % (picture.width, picture.height) + pixels
    done = subprocess.run(
        [program, "stdin", "stdout", "-l", "ara+eng", "--dpi", str(_DPI)],
        input=image,
        capture_output=True,
        timeout=300,
        check=False,
    )
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise MarsadError(
            f"{where} cannot be read by Tesseract ({said[-1] if said else 'no reason given'}): is tesseract-ocr-ara installed?"
        )
    return done.stdout.decode("utf-8", "replace").strip()
