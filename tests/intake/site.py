"""A local site for the tests: names answer as a test says, connections end at a server of this process."""

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpcore

from marsad.intake.address import Guard
from marsad.intake.fetch import Fetcher, Limits
from marsad.intake.wire import dial

PUBLIC = "93.184.215.14"
Page = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """Pages by path; what was asked, in order; the IP addresses that were dialled."""

    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)
    dialled: list[str] = field(default_factory=list)
    names: dict[str, list[list[str]]] = field(default_factory=dict)
    port: int = 0

    def resolve(self, host: str, port: int) -> Sequence[str]:
        """The next answer for a name; the last one is repeated; any other name is public."""
        answers = self.names.get(host, [[PUBLIC]])
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def dial(self, ip: str, port: int, seconds: float) -> httpcore.NetworkStream:
        self.dialled.append(ip)
        return dial("127.0.0.1", self.port, seconds)

    def fetcher(self, limits: Limits | None = None, **guard: object) -> Fetcher:
        return Fetcher(Guard(self.resolve, **guard), limits or Limits(seconds=10), dial=self.dial)  # type: ignore[arg-type]

    def add(self, path: str, body: bytes, status: int = 200, **headers: str) -> None:
        self.pages[path] = answer(body, status, **headers)


def answer(body: bytes, status: int = 200, **headers: str) -> Page:
    """A page that sends a body; ``Content_Length`` and the like are headers."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in ({"Content_Length": str(len(body))} | headers).items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return send


@contextmanager
def site() -> Iterator[Site]:
    """A site that is served while the block runs."""
    here = Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            here.asked.append((self.path, dict(self.headers)))
            try:
                here.pages.get(self.path, answer(b"not here", 404))(self)
            except OSError:
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    here.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield here
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
