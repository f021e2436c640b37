"""Getting an address against a local server and a resolver of the test's own; no network."""

import gzip
import ssl
import time
import zlib
from http.server import BaseHTTPRequestHandler

import httpcore
import pytest
from tests.intake.site import PUBLIC, Site

from marsad.intake.address import Guard
from marsad.intake.fetch import Fetcher, Limits, Unreachable
from marsad.model import MarsadError

BASE = "http://news.example"
PAGE = "<html><p>قُتل ثلاثة أشخاص</p></html>".encode()


def test_a_page_comes_with_its_headers_and_where_it_was_got(local: Site) -> None:
    local.add("/a", PAGE, Content_Type="text/html", ETag='"1"')
    got = local.fetcher().get(f"{BASE}/a#part")
    assert (got.status, got.content, got.url, got.header("etag")) == (200, PAGE, f"{BASE}/a", '"1"')
    assert local.asked[0][1]["Host"] == "news.example"
    assert "Marsad/" in local.asked[0][1]["User-Agent"]
    assert "Cookie" not in local.asked[0][1]


def test_what_has_not_changed_is_not_sent_again(local: Site) -> None:
    local.add("/a", b"", 304)
    assert local.fetcher().get(f"{BASE}/a", etag='"1"', modified="Wed, 18 Oct 2017 10:00:00 GMT").status == 304
    asked = local.asked[0][1]
    assert (asked["If-None-Match"], asked["If-Modified-Since"]) == ('"1"', "Wed, 18 Oct 2017 10:00:00 GMT")


def test_redirects_are_followed_and_remembered(local: Site) -> None:
    local.add("/a", b"", 301, Location="/b")
    local.add("/b", b"", 302, Location="http://other.example/c")
    local.add("/c", PAGE)
    got = local.fetcher().get(f"{BASE}/a")
    assert (got.asked, got.url, got.hops, got.content) == (
        f"{BASE}/a",
        "http://other.example/c",
        (f"{BASE}/a", f"{BASE}/b"),
        PAGE,
    )


@pytest.mark.parametrize(
    "target",
    ["http://127.0.0.1/", "http://[::ffff:10.0.0.1]/", "http://169.254.169.254/latest/meta-data", "file:///etc/passwd", "http://2130706433/",
     "http://inside.example/", "http://news.example:22/", "http://u:p@news.example/", "\\\\inside.example\\a"],
)  # fmt: skip
def test_a_redirect_to_the_inside_is_not_followed(local: Site, target: str) -> None:
    local.names["inside.example"] = [["10.0.0.8"]]
    local.add("/a", b"", 302, Location=target)
    with pytest.raises(MarsadError):
        local.fetcher().get(f"{BASE}/a")
    assert local.dialled == [PUBLIC]


def test_a_name_that_answers_twice_differently_is_pinned_and_asked_anew(local: Site) -> None:
    local.names["news.example"] = [[PUBLIC], ["127.0.0.1"]]
    local.add("/a", b"", 302, Location="/b")
    local.add("/b", PAGE)
    with pytest.raises(MarsadError, match="leads to 127"):
        local.fetcher().get(f"{BASE}/a")
    assert local.dialled == [PUBLIC]
    local.names["news.example"] = [[PUBLIC], ["127.0.0.1"]]
    local.add("/a", PAGE)
    assert local.fetcher().get(f"{BASE}/a").content == PAGE
    assert local.dialled == [PUBLIC, PUBLIC]


def test_a_name_with_a_private_address_beside_a_public_one_is_not_dialled(local: Site) -> None:
    local.names["news.example"] = [[PUBLIC, "192.168.1.1"]]
    with pytest.raises(MarsadError, match=r"192\.168"):
        local.fetcher().get(f"{BASE}/a")
    assert local.dialled == []


def test_redirects_in_a_ring_end(local: Site) -> None:
    local.add("/a", b"", 302, Location="/a")
    with pytest.raises(MarsadError, match="more than 5 times"):
        local.fetcher().get(f"{BASE}/a")
    assert len(local.asked) == 6


def test_a_declared_length_over_the_limit_is_not_read(local: Site) -> None:
    local.add("/a", b"x", Content_Length=str(2 * 1024**3))
    with pytest.raises(MarsadError, match="is over 20 MB"):
        local.fetcher().get(f"{BASE}/a")


def test_a_length_that_is_not_declared_ends_at_the_limit(local: Site) -> None:
    sent = 0

    def forever(handler: BaseHTTPRequestHandler) -> None:
        nonlocal sent
        handler.send_response(200)
        handler.send_header("Connection", "close")
        handler.end_headers()
        while sent < 100_000_000:
            sent += handler.wfile.write(b"x" * 100_000)

    local.pages["/a"] = forever
    with pytest.raises(MarsadError, match="is over 1 MB"):
        local.fetcher(Limits(received=1_000_000, seconds=10)).get(f"{BASE}/a")
    assert sent < 100_000_000


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_compressed_pages_are_unpacked_and_kept_as_they_came(local: Site, encoding: str) -> None:
    packed = gzip.compress(PAGE) if encoding == "gzip" else zlib.compress(PAGE)
    local.add("/a", packed, Content_Encoding=encoding)
    got = local.fetcher().get(f"{BASE}/a")
    assert (got.body, got.content) == (packed, PAGE)


@pytest.mark.parametrize(
    ("body", "encoding", "says"),
    [
        (gzip.compress(bytes(60_000_000)), "gzip", "unpacks to over 50 MB"),
        (gzip.compress(gzip.compress(bytes(60_000_000))), "gzip, gzip", "unpacks to over 50 MB"),
        (b"not packed", "gzip", "is not"),
        (gzip.compress(PAGE)[:-12], "gzip", "in the middle"),
        (PAGE, "br", "was not asked for"),
    ],
    ids=["bomb", "bomb in a bomb", "not gzip", "cut", "another encoding"],
)
def test_bombs_and_broken_encodings_are_refused(local: Site, body: bytes, encoding: str, says: str) -> None:
    local.add("/a", body, Content_Encoding=encoding)
    with pytest.raises(MarsadError, match=says):
        local.fetcher().get(f"{BASE}/a")


@pytest.mark.parametrize("part", ["headers", "body"])
def test_a_server_that_drips_is_left_at_the_deadline(local: Site, part: str) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n" + (b"\r\n" if part == "body" else b""))
        for _ in range(200):
            handler.wfile.write(b"X-A: b\r\n")
            handler.wfile.flush()
            time.sleep(0.05)

    local.pages["/a"] = drip
    with pytest.raises(Unreachable, match="in time"):
        local.fetcher(Limits(seconds=0.5)).get(f"{BASE}/a")


def test_nobody_there_is_worth_another_try() -> None:
    def refuse(ip: str, port: int, seconds: float) -> httpcore.NetworkStream:
        raise httpcore.ConnectError("refused")

    with pytest.raises(Unreachable, match="try again"):
        Fetcher(Guard(lambda host, port: [PUBLIC]), dial=refuse).get(f"{BASE}/a")


def test_the_certificate_is_asked_for_by_name_and_not_by_address() -> None:
    named: list[str | None] = []

    class Peer(httpcore.NetworkStream):
        def start_tls(
            self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
        ) -> httpcore.NetworkStream:
            assert ssl_context.check_hostname
            named.append(server_hostname)
            raise httpcore.ConnectError("no certificate here")

        def close(self) -> None:
            pass

    with pytest.raises(Unreachable):
        Fetcher(Guard(lambda host, port: [PUBLIC]), dial=lambda *_: Peer()).get("https://news.example/a")
    assert named == ["news.example"]


def test_noise_in_place_of_an_answer_is_said_plainly(local: Site) -> None:
    local.pages["/a"] = lambda handler: handler.wfile.write(b"\x00\x01 SSH-2.0\r\n\r\n") and None
    with pytest.raises(MarsadError, match=r"news\.example/a"):
        local.fetcher().get(f"{BASE}/a")
