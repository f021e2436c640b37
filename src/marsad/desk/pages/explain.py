"""How the record is made, what its words mean, and what went wrong for those who run the desk."""

from importlib.resources import files

import nh3
from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from markdown_it import MarkdownIt
from markupsafe import Markup

from marsad.desk.room import Room, reviewer_of, voice_of, with_cursor
from marsad.desk.vocabulary import CLOSED
from marsad.store import captures
from marsad.version import VERSION


def router(room: Room) -> APIRouter:
    """Methodology with the data dictionary, and problems."""
    routes = APIRouter()

    @routes.get("/{language}/methodology", response_class=HTMLResponse)
    def methodology(request: Request) -> HTMLResponse:
        voice = voice_of(request)
        source = (files("marsad.desk") / "methodology" / f"{voice.language}.md").read_text(encoding="utf-8")
        body = Markup(nh3.clean(MarkdownIt("commonmark").enable("table").render(source)))
        dictionary = [
            (voice.word("list", name), [(value, voice.word(name, value), voice.definition(name, value)) for value in values])
            for name, values in CLOSED.items()
        ]
        return room.page(request, "methodology.html", body=body, dictionary=dictionary, version=VERSION)

    @routes.get("/{language}/problems", response_class=HTMLResponse)
    def problems(request: Request, after: str | None = None) -> HTMLResponse:
        reviewer_of(request)
        with room.store.reading() as connection:
            page = captures.troubles_page(connection, after)
        return room.page(request, "problems.html", rows=page.rows, page=with_cursor(request, page.after))

    return routes
