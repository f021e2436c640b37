"""What every request passes first: where it comes from, who asks, whether the answer is known already, and whose turn it is."""

import asyncio
import hashlib
import time
from collections.abc import Callable
from datetime import date

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from marsad.desk.catalogue import LANGUAGES
from marsad.desk.origin import allowed
from marsad.desk.room import CHOICES, Room, account_of
from marsad.model import Unavailable
from marsad.store import accounts, audit
from marsad.version import VERSION

SESSION = "marsad_session"
"""The cookie that holds a session's token."""
_OPEN = ("login", "choices", "methodology", "api")
"""Pages that a desk which is not public still shows to everybody."""
_PAGES = 3
"""Pages that one process makes at once. The others wait in their order: were all made at once, each would take as long as all together."""
_KNOWN = (
    0.5  # seconds for which the last act in the store is taken to be the last: browsers are told to keep a page longer than that
)
_EXPORTS = 2  # exports that one process makes at once, beside its pages


class Gate:
    """Middleware before the pages and the API of a desk."""

    def __init__(self, app: ASGIApp, room: Room, unavailable: Callable[[Request], Response]) -> None:
        """``unavailable`` makes the answer while the store cannot be had: what is raised here no handler of the application hears."""
        self.app, self.room, self.unavailable = app, room, unavailable
        self._pages, self._exports = asyncio.Semaphore(_PAGES), asyncio.Semaphore(_EXPORTS)
        self._head, self._until = "", 0.0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith("/static/"):
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        tag = None
        try:
            refusal = await self._refusal(request)
            if refusal is None:
                tag = await self._tag(request)
        except Unavailable:
            refusal = self.unavailable(request)
        if tag is not None and tag in _tags(request):
            refusal = Response(status_code=304, headers={"etag": tag, "vary": "cookie"})
        if refusal is not None:
            await refusal(scope, receive, send)
            return
        turn = self._exports if "/export" in scope["path"] else self._pages if request.method in ("GET", "HEAD") else None
        await self._answer(scope, receive, send, tag, turn)

    async def _refusal(self, request: Request) -> Response | None:
        """The answer to a request that goes no further; notes whose session it is of."""
        if not allowed(request.method, request.headers, request.headers.get("host", ""), request.url.scheme):
            return PlainTextResponse("This request was not made from the desk's own pages.\n", 403)
        if token := request.cookies.get(SESSION):
            request.state.account = await run_in_threadpool(self._session, token)
        path = request.url.path.strip("/").split("/")
        page = path[0] in LANGUAGES and not (len(path) > 1 and path[1] in _OPEN)
        if not self.room.settings.public and account_of(request) is None and (page or path[0] == "feeds"):
            return RedirectResponse(f"/{path[0] if path[0] in LANGUAGES else LANGUAGES[0]}/login", 303)
        return None

    def _session(self, token: str) -> accounts.Account | None:
        with self.room.store.reading() as connection:
            return accounts.session(connection, token, int(time.time()))

    async def _tag(self, request: Request) -> str | None:
        """The tag of what somebody from outside is shown: it is another whenever the store, the day, the choices or Marsad are others."""
        first = request.url.path.split("/")[1]
        if request.method != "GET" or SESSION in request.cookies or first not in (*LANGUAGES, "feeds"):
            return None
        address = f"{request.url.path}?{request.url.query}"
        if time.monotonic() > self._until:
            self._head, self._until = await run_in_threadpool(self._last), time.monotonic() + _KNOWN
        parts = (VERSION, self.room.asset("desk.js"), self._head, date.today().isoformat(), address)
        said = "\x1f".join((*parts, request.cookies.get(CHOICES, "")))
        return f'W/"{hashlib.sha256(said.encode()).hexdigest()[:32]}"'

    def _last(self) -> str:
        with self.room.store.reading() as connection:
            return audit.head(connection)

    async def _answer(self, scope: Scope, receive: Receive, send: Send, tag: str | None, turn: asyncio.Semaphore | None) -> None:
        """The pages' answer, made when its turn has come; a turn ends when the answer is made, however slowly it is taken."""
        held = turn is not None
        if turn is not None:
            await turn.acquire()

        def end() -> None:
            nonlocal held
            if held and turn is not None:
                held = False
                turn.release()

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                end()
                if tag is not None and message["status"] == 200:
                    headers = MutableHeaders(scope=message)
                    headers.setdefault("etag", tag)
                    headers.add_vary_header("cookie")
            await send(message)

        try:
            await self.app(scope, receive, sent)
        finally:
            end()


def _tags(request: Request) -> list[str]:
    return [one.strip() for one in request.headers.get("if-none-match", "").split(",")]
