"""A web hook: news posted as JSON to an address, signed so that whoever gets it knows that it is the desk's and new.

``X-Marsad-Signature: t=SECONDS,v1=HEX``: HEX is the HMAC-SHA-256 under the hook's secret of SECONDS, a full stop and the body's bytes.
``marsad.client.signed`` checks it. An address is asked as intake asks one: only public networks, no redirects.
"""

import hashlib
import hmac
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field

import httpcore

from marsad.intake.address import Guard, parse
from marsad.intake.wire import Dial, Wire, dial
from marsad.model import MarsadError
from marsad.version import VERSION

SIGNATURE = "X-Marsad-Signature"
_SECONDS = 20.0


def signature(secret: str, body: bytes, at: int) -> str:
    """The header by which a body sent at a moment (Unix seconds) is known."""
    return f"t={at},v1={hmac.new(secret.encode(), f'{at}.'.encode() + body, hashlib.sha256).hexdigest()}"


@dataclass(frozen=True, slots=True)
class Poster:
    """Posts to hooks."""

    guard: Guard = field(default_factory=Guard)
    dial: Dial = dial
    tls: Callable[[], ssl.SSLContext] = httpcore.default_ssl_context

    def post(self, url: str, body: bytes, secret: str, at: int) -> None:
        """Post a body. MarsadError when the address may not be asked, nothing answers in 20 seconds, or the answer is not of 200 to 299."""
        to = parse(url).url
        headers = {
            "Content-Type": "application/json",
            "User-Agent": f"Marsad/{VERSION}",
            "Connection": "close",
            SIGNATURE: signature(secret, body, at),
        }
        try:
            with (
                httpcore.ConnectionPool(
                    ssl_context=self.tls(), network_backend=Wire(self.guard, _SECONDS, self.dial), max_connections=1
                ) as pool,
                pool.stream("POST", to, headers=[*headers.items()], content=body) as answer,
            ):
                status = answer.status
        except (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
            raise MarsadError(f"{to} was not reached ({str(error) or type(error).__name__}): it is told the next time") from None
        if not 200 <= status < 300:
            raise MarsadError(f"{to} answered {status}: it is told the next time")
