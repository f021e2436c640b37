"""What some bytes are, by the bytes: what a server or a file name calls them is not believed."""

import re
from typing import Literal

Form = Literal["html", "feed", "sitemap", "xml", "pdf", "warc", "zip", "gzip", "json", "image", "binary", "text", "empty"]

_MAGIC: tuple[tuple[bytes, Form], ...] = (
    (b"%PDF-", "pdf"),
    (b"WARC/", "warc"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"RIFF", "image"),
    (b"\x7fELF", "binary"),
    (b"MZ\x90", "binary"),
    (b"\xd0\xcf\x11\xe0", "binary"),
    (b"SQLite format 3", "binary"),
)
_ROOT = re.compile(rb"<(?![?!])\s*(?:[\w.-]+:)?([A-Za-z][\w.-]*)")
_TAGS: dict[bytes, Form] = {b"rss": "feed", b"feed": "feed", b"rdf": "feed", b"urlset": "sitemap", b"sitemapindex": "sitemap"}
_HTML = re.compile(rb"<!doctype\s+html|<(?:html|head|body|article|meta|title|div|p|h1|script|table|span)[\s>/]", re.I)
_HEAD = 4096  # bytes; a prolog, comments and a licence text come before the first element
_TEXT = bytes(range(32, 256)) + b"\t\n\r\f\x1b"


def sniff(data: bytes) -> Form:
    """What the beginning of a file or of an answer shows it to be; ``html`` before ``xml`` and ``text``, ``binary`` for noise."""
    head = data[:_HEAD]
    for magic, form in _MAGIC:
        if head.startswith(magic):
            return form
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "replace").encode("utf-8")
    body = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not body:
        return "empty"
    if b"%PDF-" in head[:1024]:  # readers accept a PDF whose mark stands within its first 1024 bytes
        return "pdf"
    if body.startswith(b"<"):
        root = _ROOT.search(re.sub(rb"<!--.*?(?:-->|\Z)", b"", body, flags=re.S))
        tag = root.group(1).lower() if root else b""
        if tag in _TAGS:
            return _TAGS[tag]
        if _HTML.search(body):
            return "html"
        return "xml" if body.startswith(b"<?xml") else "text"
    if body[:1] in b"{[":
        return "json"
    if len(head.translate(None, _TEXT)) * 20 > len(head):
        return "binary"
    return "html" if _HTML.search(body) else "text"
