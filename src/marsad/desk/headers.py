"""What every answer tells the browser it may do: run the desk's own script, and nothing that a text brings along."""

import secrets
from collections.abc import MutableMapping

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_POLICY = (
    "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic'; style-src 'self' 'nonce-{nonce}'; style-src-attr 'unsafe-inline'; "
    "img-src 'self' data: blob:{tiles}; font-src 'self'; connect-src 'self'{tiles}; worker-src 'self' blob:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'"
)
_ALWAYS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
}


class Headers:
    """Middleware: a fresh nonce for each answer in ``scope["state"]["nonce"]``, and the policy that goes with it.

    ``tiles`` is the origin of an online base map where one is set, "" otherwise.
    """

    def __init__(self, app: ASGIApp, tiles: str = "") -> None:
        self.app = app
        self.tiles = f" {tiles}" if tiles else ""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        nonce = secrets.token_urlsafe(18)
        state: MutableMapping[str, object] = scope.setdefault("state", {})
        state["nonce"] = nonce

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if message["status"] != 304:  # what the browser kept goes with the nonce it came with
                    headers.setdefault("content-security-policy", _POLICY.format(nonce=nonce, tiles=self.tiles))
                for name, value in _ALWAYS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, sent)
