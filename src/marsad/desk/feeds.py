"""Feeds of a filter's news, as RSS and Atom, for whoever reads them without an account."""

import io
from datetime import date
from typing import Literal

from fastapi import APIRouter, Request, Response

from marsad.desk.room import Room
from marsad.exports import feed
from marsad.exports.event import About, Event
from marsad.store import pages
from marsad.store.discretion import PUBLIC
from marsad.store.filters import Speech
from marsad.store.query import query_of
from marsad.store.wording import Language
from marsad.version import VERSION

_LENGTH = 50


def router(room: Room) -> APIRouter:
    """The newest incidents of a filter, as the public sees them."""
    routes = APIRouter()

    @routes.get("/feeds/{language}.{form}")
    def news(request: Request, language: Language, form: Literal["atom", "rss"]) -> Response:
        given = {name: request.query_params.getlist(name) for name in request.query_params}
        query = query_of(given, room.store.atlas, PUBLIC)
        with room.store.reading() as connection:
            page = pages.listed(connection, "incident", query, _LENGTH)
        about = About(query.sentence(Speech(room.store.atlas, language)) or "", date.today().isoformat(), VERSION)
        out = io.BytesIO()
        address = room.settings.address or str(request.base_url).rstrip("/")
        write = feed.write_atom if form == "atom" else feed.write_rss
        write(out, map(Event, page.rows), about, address, language)
        return Response(out.getvalue(), media_type=f"application/{form}+xml; charset=utf-8")

    return routes
