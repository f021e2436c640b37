"""Sources made by the tests: web archives, exports, tables, PDF."""

import gzip
import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

STRIKE = "قُتل أربعة مدنيين وأصيب تسعة في غارة على مدينة إدلب، وفق الدفاع المدني."


def page(text: str, title: str = "خبر", published: str = "2020-03-02") -> bytes:
    """A page of a news site with a report in it."""
    return (
        f'<!DOCTYPE html><html lang="ar"><head><title>{title}</title><meta property="article:published_time" content="{published}">'
        f"</head><body><nav>الرئيسية سياسة رياضة</nav><article><h1>{title}</h1><p>{text}</p><p>وقال سكان إن القصف استمر حتى المساء.</p>"
        "</article></body></html>"
    ).encode()


def warc(path: Path, pages: Iterable[tuple[str, bytes]], gzipped: bool = True, headers: Mapping[str, str] | None = None) -> Path:
    """A WARC file with a response for each (address, body)."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=gzipped)
        made = [writer.create_warcinfo_record(path.name, {"software": "tests"})]
        for url, body in pages:
            given = [*{"Content-Type": "text/html", **(headers or {})}.items()]
            answer = StatusAndHeaders("200 OK", given, protocol="HTTP/1.1")
            made.append(writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=answer))
        for record in made:
            writer.write_record(record)
            record.raw_stream.close()
    return path


def wacz(path: Path, warcs: Mapping[str, bytes], compression: int = zipfile.ZIP_STORED, spoil: bool = False) -> Path:
    """A WACZ package of WARC files."""
    with zipfile.ZipFile(path, "w") as package:
        for name, data in warcs.items():
            package.writestr(f"archive/{name}", data, compression)
        hashes = {name: hashlib.sha256(data + b"!" * spoil).hexdigest() for name, data in warcs.items()}
        listed = [{"name": n, "path": f"archive/{n}", "hash": f"sha256:{h}"} for n, h in hashes.items()]
        package.writestr(
            "datapackage.json", json.dumps({"profile": "data-package", "wacz_version": "1.1.1", "resources": listed})
        )
    return path


def telegram(path: Path, messages: Sequence[Mapping[str, Any]]) -> Path:
    """An export of one channel as Telegram Desktop writes it."""
    chat = {"name": "قناة الميدان", "type": "public_channel", "id": 1234, "messages": messages}
    path.write_text(json.dumps(chat, ensure_ascii=False, indent=1), "utf-8")
    return path


def message(id: int, text: Any, **more: Any) -> dict[str, Any]:
    return {"id": id, "type": "message", "date": "2020-03-02T10:00:00", "from": "قناة الميدان", "text": text, **more}


def sheet(path: Path, rows: Iterable[Sequence[Any]]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def bomb(path: Path) -> Path:
    """A workbook whose sheet unpacks to 600 MB of zeros."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
        with package.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            for _ in range(600):
                sheet.write(bytes(1_000_000))
    return path


def pdf(texts: Sequence[str]) -> bytes:
    """A PDF whose pages show a line of ASCII text, or nothing where it is empty."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(texts)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(texts)} >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for at, text in enumerate(texts):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * at} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        drawn = f"BT /F1 12 Tf 50 700 Td ({text}) Tj ET" if text else "0 0 m 10 10 l S"
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, 2)
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{body}\nendobj\n".encode())
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.writelines(f"{place:010d} 00000 n \n".encode() for place in places)
    out.write(f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def rss(links: Iterable[str]) -> bytes:
    items = "".join(
        f"<item><title>خبر</title><link>{link}</link><pubDate>Mon, 02 Mar 2020 23:30:00 +0300</pubDate></item>" for link in links
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>وكالة</title>{items}</channel></rss>'.encode()


def packed(data: bytes) -> bytes:
    return gzip.compress(data, mtime=0)


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
