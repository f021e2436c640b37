"""One connection at a time to an address that was checked, all of it within one deadline."""

import ssl
import time
from collections.abc import Callable, Iterable
from typing import Any

import httpcore

from marsad.intake.address import Guard

Dial = Callable[[str, int, float], httpcore.NetworkStream]
"""A stream to an IP address and a port, within some seconds; raises httpcore.ConnectError or ConnectTimeout."""


def dial(ip: str, port: int, seconds: float) -> httpcore.NetworkStream:
    """A TCP connection."""
    return httpcore.SyncBackend().connect_tcp(ip, port, timeout=seconds)


class Wire(httpcore.NetworkBackend):
    """Connects to the very addresses that the guard has seen, so that a name cannot answer differently a second time.

    The deadline is on the whole exchange: a server that sends a byte now and then keeps within every single time-out.
    """

    def __init__(self, guard: Guard, seconds: float, dial: Dial = dial) -> None:
        self._guard = guard
        self._dial = dial
        self._deadline = time.monotonic() + seconds

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Raises MarsadError when the host may not be reached."""
        failed: Exception | None = None
        for ip in self._guard.addresses(host, port):
            try:
                return _Stream(self._dial(ip, port, left(self._deadline, timeout)), self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
        raise failed or httpcore.ConnectError(host)


class _Stream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, left(self._deadline, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, left(self._deadline, timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        secure = self._stream.start_tls(ssl_context, server_hostname, left(self._deadline, timeout))
        return _Stream(secure, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def left(deadline: float, timeout: float | None) -> float:
    """Seconds that an operation may take. Raises httpcore.ReadTimeout when the deadline has passed."""
    rest = deadline - time.monotonic()
    if rest <= 0:
        raise httpcore.ReadTimeout("the deadline has passed")
    return rest if timeout is None else min(rest, timeout)
