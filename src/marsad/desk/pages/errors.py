"""Reports of errors: sent by readers, seen beside the page they speak of, given to somebody, answered, closed with a reason."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Annotated, Any
from urllib.parse import unquote, urlsplit

from fastapi import APIRouter, Depends, Request
from fastapi import Form as Field
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlalchemy import Connection
from starlette.exceptions import HTTPException

from marsad.desk.catalogue import LANGUAGES
from marsad.desk.forms import Fields, clash, fields, seen_of
from marsad.desk.headline import headline
from marsad.desk.room import Room, reviewer_of, viewer_of, voice_of, with_cursor
from marsad.model import MarsadError
from marsad.store import complaints, pages
from marsad.store.judge import Conflict
from marsad.store.query import Query

Form = Annotated[Fields, Depends(fields)]
LONGEST = 4_000
"""Characters of what a reader reports."""
_FOLDERS = ("incidents", "tallies", "places", "talks", "people", "articles")


def router(room: Room) -> APIRouter:
    """The public form with where its answer stands, and the queue of those who review."""
    routes = APIRouter()

    @routes.get("/{language}/report-error", response_class=HTMLResponse)
    def ask(request: Request, about: str = "") -> HTMLResponse:
        return _asked(room, request, about)

    @routes.post("/{language}/report-error")
    def take(request: Request, about: str = Field(""), words: str = Field("")) -> Response:
        voice = voice_of(request)
        try:
            with room.store.writing() as connection:
                id = complaints.take(connection, about[:LONGEST], words[:LONGEST])
        except MarsadError:
            return _asked(room, request, about, fault=voice.text("Say in a few words what is wrong."), status=422)
        return RedirectResponse(f"/{voice.language}/report-error/{id}", 303)

    @routes.get("/{language}/report-error/{id}", response_class=HTMLResponse)
    def answer(request: Request, id: str) -> HTMLResponse:
        with room.store.reading() as connection:
            found = complaints.find(connection, id)
        if found is None:
            raise HTTPException(404)
        made = room.page(request, "answer.html", it=found)
        made.headers["cache-control"] = (
            "private, no-store"  # its address is known to one reader, and an answer may come at any moment
        )
        return made

    @routes.get("/{language}/review/errors", response_class=HTMLResponse)
    def queue(request: Request, after: str | None = None, closed: str = "") -> HTMLResponse:
        reviewer_of(request)
        with room.store.reading() as connection:
            page = complaints.page(connection, after, closed=bool(closed))
        return room.page(request, "errors.html", rows=page.rows, closed=bool(closed), page=with_cursor(request, page.after))

    @routes.get("/{language}/review/errors/{id}", response_class=HTMLResponse)
    def show(request: Request, id: str) -> HTMLResponse:
        reviewer_of(request)
        return _one(room, request, id)

    @routes.post("/{language}/review/errors/{id}")
    def act(request: Request, id: str, form: Form) -> Response:
        account, seen = reviewer_of(request), seen_of(form)
        address = f"/{voice_of(request).language}/review/errors"
        try:
            with room.store.writing() as connection:
                if form.get("act") == "assign":
                    complaints.assign(connection, id, form.get("to", "").strip(), account.name, seen)
                elif form.get("act") == "reopen":
                    complaints.reopen(connection, id, account.name, seen)
                else:
                    complaints.settle(connection, id, account.name, form.get("value", ""), form.get("reason", ""), seen)
        except Conflict as conflict:
            with room.store.reading() as connection:
                held = complaints.find(connection, id)
            return clash(room, request, conflict, form, held.seen if held else 0, f"{address}/{id}")
        except MarsadError as error:
            return _one(room, request, id, said=str(error), status=422)
        return RedirectResponse(f"{address}/{id}" if form.get("act") else address, 303)

    return routes


def _one(room: Room, request: Request, id: str, said: str = "", status: int = 200) -> HTMLResponse:
    voice, query = voice_of(request), Query(viewer=viewer_of(request))
    with room.store.reading() as connection:
        found = complaints.find(connection, id)
        if found is None:
            raise HTTPException(404)
        spoken_of = about(connection, found.about, query)
    return room.page(
        request, "complaint.html", status, it=asdict(found), spoken_of=spoken_of, endings=complaints.ENDINGS, said=said,
        headline=lambda claim: headline(claim, voice),
    )  # fmt: skip


def about(connection: Connection, address: str, query: Query) -> Mapping[str, Any] | None:
    """What a report of an error speaks of: the record or the article of its address with its claims; None where it is another page."""
    try:
        path = urlsplit(address).path
    except ValueError:  # a host with one bracket, and the like
        return None
    parts = [unquote(part) for part in path.split("/") if part]
    if parts[:1] and parts[0] in LANGUAGES:
        parts = parts[1:]
    if len(parts) < 2 or parts[0] not in _FOLDERS:
        return None
    folder, id = parts[0], "/".join(parts[1:])
    if folder == "articles":
        versions = pages.versions(connection, id, query)
        return {"folder": folder, "it": versions[0], "claims": pages.claims_in(connection, id, query)} if versions else None
    it = pages.record(connection, id, query) if pages.kind_of(id) else None
    if it is None:
        return None
    return {"folder": folder, "it": it, "claims": pages.claims_of(connection, it["id"], query)}


def _asked(room: Room, request: Request, about: str, *, fault: str = "", status: int = 200) -> HTMLResponse:
    voice = voice_of(request)
    given = [
        {"name": "about", "label": voice.text("Which page"), "value": about},
        {"name": "words", "label": voice.text("What is wrong, and how you know"), "kind": "textarea", "required": True},
    ]
    form = {"action": f"/{voice.language}/report-error", "fields": given, "button": voice.text("Send"), "draft": "error"}
    lead = voice.text(
        "It goes to the people who review this record. Write nothing that could put anyone at risk, yourself included."
    )
    return room.page(
        request, "form.html", status, heading=voice.text("Report an error"), lead=lead, fault=fault, draft="error", forms=[form]
    )
