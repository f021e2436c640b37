"""Bytes to text, whatever the encoding, and what to say of bytes that hold no report."""

import codecs
import re

from marsad.model import MarsadError
from marsad.page.parts import part

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{3,30})|<\?xml[^>]{0,80}encoding\s*=\s*[\"']([\w.:-]{3,30})", re.I
)
_HEAD = 4096  # bytes; a page declares its encoding in the first 1024 (HTML standard), older pages a little later

_SAMPLE = 1000  # characters looked at for noise
_MAGIC = (
    (b"%PDF", "a PDF", "extract its text first (for example with pdftotext)"),
    (b"\x89PNG", "a PNG image", "give the report's text or its page"),
    (b"\xff\xd8\xff", "a JPEG image", "give the report's text or its page"),
    (b"GIF8", "a GIF image", "give the report's text or its page"),
    (b"RIFF", "an image or a recording (RIFF)", "give the report's text or its page"),
    (b"PK\x03\x04", "a ZIP archive or an office document", "unpack it or save it as text"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save it as text"),
    (b"{\\rtf", "a rich-text document", "save it as plain text"),
    (b"SQLite format 3", "a database", "give the report's text or its page"),
    (b"\x7fELF", "a program", "give the report's text or its page"),
)  # fmt: skip
_NOISE = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")


def decode(data: bytes, where: str = "input") -> str:
    """The text of some bytes: by byte order mark, as UTF-8, as declared, else as detected; bad bytes become U+FFFD.

    Raises MarsadError, naming ``where``, for what is no text: PDF, images, archives, noise, nothing at all.
    """
    for magic, looks, advice in _MAGIC:
        if data.startswith(magic):
            raise MarsadError(f"{where} looks like {looks}, not a report: {advice}")
    text = _decoded(data)
    refuse_noise(text, where)
    return text


def refuse_noise(text: str, where: str) -> None:
    """Raise MarsadError when a text is empty or is binary noise."""
    if not text or text.isspace():
        raise MarsadError(f"{where} is empty: give the report's text or its page")
    sample = text[:_SAMPLE]
    if len(_NOISE.findall(sample)) * 10 > len(sample):
        raise MarsadError(f"{where} looks like binary data, not a report: give its text or its page")
    if not any(map(str.isalpha, text)):
        raise MarsadError(f"{where} holds no words: give the report's text or its page")


def _decoded(data: bytes) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace")
    wide = _wide(data) if b"\0" in data else None
    if wide:
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _mended(data)


def _wide(data: bytes) -> str | None:
    """The UTF-16 form of bytes without a mark: Arabic and Latin letters alike leave a steady high byte on one side."""
    if len(data) < 8 or len(data) % 2:
        return None
    sample = data[:2000]
    high = b"\x00\x06"
    even = sum(byte in high for byte in sample[0::2]) * 2 / len(sample)
    odd = sum(byte in high for byte in sample[1::2]) * 2 / len(sample)
    if max(even, odd) < 0.9 or min(even, odd) > 0.5:
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _mended(data: bytes) -> str:
    """Bytes that are not UTF-8 throughout: UTF-8 with bad bytes when most of its letters are sound, else another encoding."""
    text = data.decode("utf-8", "replace")
    sound = sum(char > "\x7f" for char in text) - 2 * text.count("\ufffd")
    if sound > 0:
        return text
    declared = _CHARSET.search(data[:_HEAD])
    if declared:
        name = (declared.group(1) or declared.group(2)).decode("ascii").lower()
        if name not in ("utf-8", "utf8"):
            try:
                return data.decode(codecs.lookup(name).name, "replace")
            except LookupError:
                pass
    guessed: str = part("legacy").guessed(data)
    return guessed
