"""The media type of a document, by its bytes alone: what its sender calls it is not believed."""

from marsad.intake.sniff import sniff

_MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"GIF8", "image/gif"),
    (8, b"WEBP", "image/webp"),
    (8, b"AVI ", "video/x-msvideo"),
    (8, b"WAVE", "audio/wav"),
    (4, b"ftypheic", "image/heic"),
    (4, b"ftypqt", "video/quicktime"),
    (4, b"ftypM4A", "audio/mp4"),
    (4, b"ftyp", "video/mp4"),
    (0, b"\x1aE\xdf\xa3", "video/webm"),
    (0, b"OggS", "audio/ogg"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"%PDF-", "application/pdf"),
)
"""Where a type's mark stands, the mark (IANA's registrations, ISO/IEC 14496-12 for ``ftyp``), and the type; the first that fits."""
UNKNOWN = "application/octet-stream"
SHOWN = frozenset(("image/png", "image/jpeg", "image/gif", "image/webp"))
"""Types that a page may show: pictures of dots, which hold no script."""
_ENDINGS = {
    "image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp", "image/heic": "heic", "video/mp4": "mp4",
    "video/quicktime": "mov", "video/webm": "webm", "video/x-msvideo": "avi", "audio/wav": "wav", "audio/mp4": "m4a",
    "audio/ogg": "ogg", "audio/mpeg": "mp3", "application/pdf": "pdf", "text/plain": "txt",
}  # fmt: skip


def media(data: bytes) -> str:
    """The type of some bytes; text that could be a page or a script is plain text, what is not known is ``UNKNOWN``."""
    found = next((type for at, magic, type in _MAGIC if data[at : at + len(magic)] == magic), None)
    if found:
        return found
    return "text/plain" if sniff(data) in ("text", "html", "xml", "json", "feed", "sitemap") else UNKNOWN


def ending(type: str) -> str:
    """The ending of a file of a type."""
    return _ENDINGS.get(type, "bin")
