"""Getting one address, safely: where it leads is checked at every step, and size, time and unpacking have limits."""

import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import urljoin

import httpcore

from marsad.intake.address import Guard, parse
from marsad.intake.unpack import ENCODINGS, unpack
from marsad.intake.wire import Dial, Wire, dial
from marsad.model import MarsadError
from marsad.version import VERSION

REDIRECTS = frozenset((301, 302, 303, 307, 308))
AGENT = f"Marsad/{VERSION} (conflict news archive)"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one fetch may cost. Bytes on the wire, bytes after unpacking, seconds of the whole exchange, redirects.

    The longest page of a news site in a crawl is under 2 MB and a feed under 10; browsers follow 20 redirects, a news site needs 3.
    """

    received: int = 20_000_000
    unpacked: int = 50_000_000
    seconds: float = 60.0
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Fetched:
    """One exchange: what was asked, and the answer as it came.

    ``body`` are the bytes of the answer as the server sent them, ``content`` the same without their content encoding. A status of
    304 has neither. ``url`` is the address that answered; ``asked`` the one that led there.
    """

    asked: str
    url: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    content: bytes
    at: datetime
    ip: str | None = None
    hops: tuple[str, ...] = field(default=())

    def header(self, name: str) -> str | None:
        """The first header of that name, in any case."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Gets addresses. ``clock`` tells the time written down with what was got."""

    guard: Guard = field(default_factory=Guard)
    limits: Limits = field(default_factory=Limits)
    agent: str = AGENT
    dial: Dial = dial
    tls: ssl.SSLContext = field(default_factory=httpcore.default_ssl_context)
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)

    def get(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Fetched:
        """What an address answers, its redirects followed; any status but those of redirects is returned as it is.

        ``etag`` and ``modified`` are the ETag and Last-Modified of an earlier answer; a status of 304 then says that nothing has
        changed. Raises MarsadError when the address or one it leads to may not be asked, a limit is passed, the answer is broken,
        or nothing answers; ``Unreachable`` of these when another try may do better.
        """
        asked = parse(url).url
        at, hops = asked, list[str]()
        conditions = {name: value for name, value in (("If-None-Match", etag), ("If-Modified-Since", modified)) if value}
        wire = Wire(self.guard, self.limits.seconds, self.dial)
        while True:
            answer = self._once(asked, at, conditions, wire, tuple(hops))
            target = answer.header("location")
            if answer.status not in REDIRECTS or not target:
                return answer
            hops.append(at)
            if len(hops) > self.limits.redirects:
                raise MarsadError(f"{asked} leads on more than {self.limits.redirects} times: give the page's own address")
            try:
                step = parse(urljoin(at, target))
            except (MarsadError, ValueError) as error:
                raise MarsadError(f"{asked} leads to an address that is not asked: {error}") from None
            at = step.url

    def _once(self, asked: str, at: str, conditions: Mapping[str, str], wire: Wire, hops: tuple[str, ...]) -> Fetched:
        headers = {
            "User-Agent": self.agent,
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "Accept-Encoding": ENCODINGS,
            "Connection": "close",
            **conditions,
        }
        step = {"connect": 10.0, "read": 30.0, "write": 10.0, "pool": 10.0}
        try:
            with (
                httpcore.ConnectionPool(ssl_context=self.tls, network_backend=wire, max_connections=1) as pool,
                pool.stream("GET", at, headers=[*headers.items()], extensions={"timeout": step}) as response,
            ):
                given = tuple((k.decode("latin-1"), v.decode("latin-1")) for k, v in response.headers)
                body = b"" if response.status in REDIRECTS else self._body(response, given, asked)
                stream = response.extensions.get("network_stream")
                peer = stream.get_extra_info("server_addr") if stream else None
                reason = response.extensions.get("reason_phrase", b"").decode("latin-1")
        except (httpcore.TimeoutException, TimeoutError):
            raise Unreachable(f"{asked} did not answer in time: try again later") from None
        except (httpcore.NetworkError, httpcore.RemoteProtocolError, OSError) as error:
            raise Unreachable(f"{asked} cannot be reached ({_short(error)}): try again later") from None
        except (httpcore.ProtocolError, httpcore.UnsupportedProtocol) as error:
            raise MarsadError(f"{asked} does not answer as a web server does ({_short(error)})") from None
        encodings = [one for k, v in given if k.lower() == "content-encoding" for one in v.split(",")]
        content = unpack(body, encodings, self.limits.unpacked, asked) if body else b""
        return Fetched(asked, at, response.status, reason, given, body, content, self.clock(), peer[0] if peer else None, hops)

    def _body(self, response: httpcore.Response, headers: tuple[tuple[str, str], ...], asked: str) -> bytes:
        """The body, of a declared length within the limit and never longer than it."""
        most = self.limits.received
        too_long = MarsadError(f"{asked} is over {most // 1_000_000 or 1} MB: it is not read")
        declared = next((v for k, v in headers if k.lower() == "content-length"), "")
        if declared.isdecimal() and int(declared) > most:
            raise too_long
        body = bytearray()
        for chunk in response.iter_stream():
            body += chunk
            if len(body) > most:
                raise too_long
        return bytes(body)


class Unreachable(MarsadError):
    """Nothing answered, or not in time: another try may do better."""


def _short(error: Exception) -> str:
    return (str(error) or type(error).__name__).splitlines()[0][:120]
