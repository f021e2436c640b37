"""What malformed input is made from: small sound inputs of our own of every kind, each with the number of what it is given to."""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from rehearsal import material

_NUMBERS = (
    "قتل ١٢٫٥ ألف شخص، ونزح ثلاثة ملايين ومئتا ألف، وبقي نحو 1,250.75 (بين 3 و5) وعشرات الآلاف",
    "at least twenty-one thousand, 3.5 million, between 5 and 7, dozens, 1/2, 0x10, 1e9, ²³, ٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩٠",
)
_DAYS = (
    "يوم الاثنين 29 شباط 2020، منتصف كانون الأول الماضي، 1441/7/5 هـ، 31/02/2019، أمس، قبل ثلاثة أيام، من 5 إلى 7 حزيران",
    "last Tuesday, 29 February 2021, the night of 5-6 June, 2019-13-45, since mid-2012, 00:00 on 1 January 0001, 31 April",
)
_PDF = (
    b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [4 0 R] /Count 1 >>\nendobj\n"
    b"3 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n"
    b"4 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> >> >>\nendobj\n"
    b"5 0 obj\n<< /Length 74 >>\nstream\nBT /F1 12 Tf 50 700 Td (Twelve people were killed in shelling of Idlib.) Tj ET\nendstream\nendobj\n"
    b"trailer << /Size 6 /Root 1 0 R >>\n%%EOF\n"
)
_SITEMAP = (
    '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">'
    "<url><loc>https://news.example/1</loc><news:news><news:publication_date>2020-01-01</news:publication_date>"
    "<news:title>خبر</news:title></news:news></url></urlset>"
)


def every() -> Iterator[tuple[int, bytes]]:
    """The number of what it is given to (see ``rehearsal.fuzzer.GIVEN``), and the input."""
    told = material.reports(3)
    yield from ((0, material.page(one)) for one in told)
    yield from ((0, one.text.encode(code)) for one, code in zip(told, ("utf-8", "cp1256", "utf-16"), strict=True))
    yield 1, material.feed("https://news.example", told)
    yield 1, _SITEMAP.encode()
    with tempfile.TemporaryDirectory() as folder:
        yield 2, material.warc(Path(folder) / "a.warc.gz", told[:1]).read_bytes()
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + material.page(told[1])
    yield (
        2,
        (
            f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/1\r\nWARC-Date: 2020-01-01T00:00:00Z\r\nContent-Length: {len(head)}\r\n\r\n".encode()
            + head
            + b"\r\n\r\n"
        ),
    )
    yield 3, json.dumps({"name": "قناة", "type": "public_channel", "id": 1, "messages": [
        {"id": 1, "type": "message", "date": "2020-03-02T10:00:00", "from": "قناة", "text": told[0].text},
        {"id": 2, "type": "message", "date": "2020-03-02T10:00:00", "edited": "2020-03-03T10:00:00", "forwarded_from": "أخرى", "text": [told[1].text, {"type": "link", "text": "https://news.example"}]},
    ]}, ensure_ascii=False, indent=1).encode()  # fmt: skip
    yield 4, _PDF
    yield from (
        (
            5,
            json.dumps(
                {"id": "1", "text": one.text, "published": one.published, "outlet": one.outlet}, ensure_ascii=False
            ).encode(),
        )
        for one in told
    )
    yield (
        5,
        json.dumps(
            {"id": 7, "html": material.page(told[2]).decode(), "url": "https://news.example/7", "title": "خبر"},
            ensure_ascii=False,
        ).encode(),
    )
    yield from ((6, words.encode()) for words in _NUMBERS)
    yield from ((7, words.encode()) for words in _DAYS)
