"""Reports as a list with what became of their pages, and two versions of one side by side."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException

from marsad.desk import compared
from marsad.desk.headline import headline
from marsad.desk.pages.overview import sentence
from marsad.desk.room import Room, voice_of, with_cursor
from marsad.store import captures, pages
from marsad.store.filters import FILTERS
from marsad.store.query import Query


def router(room: Room) -> APIRouter:
    """The list of reports, and the comparison of a report's versions."""
    routes = APIRouter()

    @routes.get("/{language}/articles", response_class=HTMLResponse)
    def listed(request: Request, after: str | None = None) -> HTMLResponse:
        voice, query = voice_of(request), room.query(request)
        with room.store.reading() as connection:
            page = pages.articles_page(connection, query, after=after)
            fates = captures.fates_of(connection, page.rows)
        return room.page(
            request, "articles.html", rows=page.rows, fates=fates, page=with_cursor(request, page.after), query=query.address(),
            chosen=query.given.get("fate", ("",))[0], values=FILTERS["fate"].closed, sentence_of_filters=sentence(room, query, voice),
        )  # fmt: skip

    @routes.get("/{language}/versions/{id:path}", response_class=HTMLResponse)
    def versions(request: Request, id: str, older: int = 0, newer: int = 0) -> HTMLResponse:
        voice, query = voice_of(request), Query(viewer=room.query(request, older="", newer="").viewer)
        with room.store.reading() as connection:
            held = {one["version"]: one for one in pages.versions(connection, id, query)}
            if not held:
                raise HTTPException(404)
            newest = newer if newer in held else max(held)
            oldest = older if older in held and older != newest else max((one for one in held if one < newest), default=newest)
            told = {number: pages.claims_of_version(connection, id, number, query) for number in (oldest, newest)}
            fate = captures.fates_of(connection, [held[newest]]).get(id)
        return room.page(
            request, "versions.html", id=id, old=held[oldest], new=held[newest], numbers=sorted(held), fate=fate,
            pieces=compared.pieces(held[oldest]["text"], held[newest]["text"]), claims=compared.claims(told[oldest], told[newest]),
            headline=lambda claim: headline(claim, voice),
        )  # fmt: skip

    return routes
