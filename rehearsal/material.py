"""What is read in the rehearsal: reports of invented outlets, as lines, pages, a feed and a web archive; and a desk's people."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

_TOWNS = ("إدلب", "حلب", "الرقة", "دير الزور", "معرة النعمان", "الباب", "منبج", "الحسكة")
_SOURCES = ("وزارة الصحة", "الدفاع المدني السوري", "مصادر طبية", "المرصد السوري لحقوق الإنسان")
_MEANS = ("غارة جوية", "قصف مدفعي", "انفجار سيارة مفخخة", "اشتباكات")
_GIVEN = "سامر ليلى يوسف هدى خالد مريم حسن سعاد علي نور أحمد ريم كريم".split()
_FAMILY = "الحموي النجار الخطيب الصالح الحسن الشامي القاسم الأحمد العلي الحداد الزعبي".split()


@dataclass(frozen=True, slots=True)
class Told:
    """One report: its number, its words, its day, its outlet."""

    number: int
    text: str
    published: str
    outlet: str


def reports(count: int, begin: int = 0) -> list[Told]:
    """So many reports; each event is told by three outlets, whose figures differ."""
    return [_told(number) for number in range(begin, begin + count)]


def _told(number: int) -> Told:
    event, voice = divmod(number, 3)
    town, means, source = _TOWNS[event % 8], _MEANS[event // 8 % 4], _SOURCES[(event + voice) % 4]
    day, month, year = event % 27 + 1, event // 27 % 12 + 1, 2016 + event // 324 % 5
    killed, hurt = event % 17 + 3 + voice, event % 29 + 4
    dead, speaker = (f"{_GIVEN[n % 13]} {_FAMILY[n % 11]}" for n in (event, event + 71))
    text = (
        f"قالت {source} إن {killed} مدنيا قتلوا وأصيب {hurt} آخرون في {means} على مدينة {town} يوم {day}/{month}/{year}.\n"
        f'وقُتل {dead} في القصف نفسه. وقال مدير المستشفى {speaker}: "وصل إلينا {hurt} جريحا".\n'
    )
    return Told(number, text, f"{year}-{month:02d}-{day:02d}", f"صحيفة {voice + 1}")


def lines(path: Path, told: list[Told]) -> Path:
    """Reports as JSON Lines."""
    rows = ({"id": f"r{one.number}", "text": one.text, "published": one.published, "outlet": one.outlet} for one in told)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def page(told: Told) -> bytes:
    """A report as a page of a news site."""
    return (
        f'<!DOCTYPE html><html lang="ar"><head><title>خبر {told.number}</title>'
        f'<meta property="article:published_time" content="{told.published}"><meta property="og:site_name" content="{told.outlet}"></head>'
        f"<body><nav>الرئيسية سياسة</nav><article><h1>خبر {told.number}</h1><p>{told.text}</p></article></body></html>"
    ).encode()


def folder(path: Path, told: list[Told]) -> Path:
    """Reports as a folder of pages, whose bytes the archive keeps."""
    path.mkdir()
    for one in told:
        (path / f"{one.number:06d}.html").write_bytes(page(one))
    return path


def warc(path: Path, told: list[Told]) -> Path:
    """Reports as a web archive."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for one in told:
            answer = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
            payload = BytesIO(page(one))
            address = f"https://news.example/{one.number}"
            record = writer.create_warc_record(address, "response", payload=payload, http_headers=answer)
            writer.write_record(record)
            record.raw_stream.close()
    return path


def feed(base: str, told: list[Told]) -> bytes:
    """A feed that leads to the pages of reports."""
    items = "".join(f"<item><title>خبر {one.number}</title><link>{base}/{one.number}.html</link></item>" for one in told)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>وكالة</title>{items}</channel></rss>'.encode()


@contextmanager
def site(told: list[Told]) -> Iterator[str]:
    """The address of a site on this machine, with a feed of the reports, while the block runs."""
    pages = {f"/{one.number}.html": page(one) for one in told}

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            found = pages.get(self.path)
            self.send_response(200 if found is not None else 404)
            self.send_header("Content-Length", str(len(found or b"")))
            self.end_headers()
            self.wfile.write(found or b"")

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    base = f"http://127.0.0.1:{server.server_address[1]}"
    pages["/feed.xml"] = feed(base, told)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield base
    finally:
        server.shutdown()
        server.server_close()


def sources(path: Path, base: str) -> Path:
    """The list of sources that ``marsad watch`` keeps to, of such a site."""
    path.write_text(f'delay = "0 s"\nallow = ["127.0.0.0/8"]\n[[source]]\nurl = "{base}/feed.xml"\nevery = "1 d"\n', "utf-8")
    return path
