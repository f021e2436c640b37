"""The desk as a web application."""

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware

from marsad.desk import api, decided, feeds, testified
from marsad.desk import releases as released
from marsad.desk.asker import asking
from marsad.desk.gate import Gate
from marsad.desk.headers import Headers
from marsad.desk.limits import Buckets
from marsad.desk.pages import (
    account,
    alerts,
    article,
    beside,
    described,
    errors,
    explain,
    incident,
    keys,
    listing,
    named,
    overview,
    place,
    releases,
    report,
    review,
    ruling,
    source,
    tally,
    testimony,
)
from marsad.desk.room import STATIC, Room, voice_of
from marsad.desk.settings import Settings
from marsad.desk.voice import mark
from marsad.model import MarsadError, Unavailable
from marsad.store.store import Store
from marsad.version import VERSION
from marsad.world.names import world

_NOT_NOW = mark("The record cannot be reached or written just now. Nothing was half kept: try again in a little while.")


def must_be_built() -> None:
    """Raise MarsadError where the front end was not built."""
    if not (STATIC / "desk.js").exists():
        raise MarsadError("the desk's front end is not built: run make, or install the wheel")


def create_app(store: Store, settings: Settings | None = None, buckets: Buckets | None = None) -> FastAPI:
    """The desk over a store; ``buckets`` tell how often who asked. MarsadError when its front end was not built."""
    must_be_built()
    room = Room(store, settings or Settings())
    app = FastAPI(title="Marsad", version=VERSION, docs_url=None, redoc_url=None, openapi_url="/api/v1/openapi.json")
    app.state.room = room
    for routes in (
        overview.router(room), incident.router(room), tally.router(room), place.router(room), report.router(room), article.router(room),
        named.router(room, world().actors), listing.router(room), errors.router(room), review.router(room), alerts.router(room), releases.router(room), testimony.router(room), ruling.router(room), beside.router(room), source.router(room, world().actors), explain.router(room), account.router(room), keys.router(room), described.router(room),
    ):  # fmt: skip
        app.include_router(routes, include_in_schema=False)
    asker = asking(room, buckets or Buckets())
    app.include_router(released.router(room, asker))
    app.include_router(testified.router(room, asker))
    app.include_router(decided.router(room, asker))
    app.include_router(api.router(room, asker))
    app.include_router(feeds.router(room), include_in_schema=False)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")

    @app.get("/", include_in_schema=False)
    def start(request: Request) -> RedirectResponse:
        wanted = request.headers.get("accept-language", "").lower()
        english = wanted.find("en"), wanted.find("ar")
        return RedirectResponse("/en/" if english[0] >= 0 and (english[1] < 0 or english[0] < english[1]) else "/ar/", 302)

    @app.get("/robots.txt", include_in_schema=False)
    def robots() -> PlainTextResponse:
        return PlainTextResponse("User-agent: *\nDisallow: /\n")

    @app.exception_handler(HTTPException)
    def refused(request: Request, error: HTTPException) -> Response:
        return _fault(room, request, error.status_code, str(error.detail))

    @app.exception_handler(Unavailable)
    def unavailable(request: Request, error: Unavailable) -> Response:
        return _fault(room, request, 503, _NOT_NOW)  # the error itself names the store, which is not for the public

    @app.exception_handler(MarsadError)
    def unusable(request: Request, error: MarsadError) -> Response:
        return _fault(room, request, 400, str(error))

    app.add_middleware(Gate, room=room, unavailable=lambda request: _fault(room, request, 503, _NOT_NOW))
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)
    app.add_middleware(Headers, tiles=room.settings.tiles and "/".join(room.settings.tiles.split("/")[:3]))
    return app


def _fault(room: Room, request: Request, status: int, detail: str) -> Response:
    """What went wrong, as a page for people and as JSON for machines."""
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": detail}, status)
    voice = voice_of(request)
    headings = {403: mark("This is not for you"), 404: mark("There is nothing here"), 503: mark("Not just now")}
    said = {
        403: mark("Sign in with an account that may do this."),
        404: mark("Nothing that you may see has this address. It may have been mistyped, or be restricted."),
        503: _NOT_NOW,
    }
    heading = voice.text(headings.get(status, mark("That cannot be done")))
    return room.page(request, "error.html", status, heading=heading, why=voice.text(said[status]) if status in said else detail)
