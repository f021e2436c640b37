"""How the record is made, what its words mean, what readers say is wrong, and what went wrong for those who run the desk."""

from importlib.resources import files

import nh3
from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse
from markdown_it import MarkdownIt
from markupsafe import Markup

from marsad.desk.room import Room, reviewer_of, voice_of, with_cursor
from marsad.desk.vocabulary import CLOSED
from marsad.model import MarsadError
from marsad.store import complaints
from marsad.version import VERSION

_LONGEST = 4_000  # characters of what a reader reports


def router(room: Room) -> APIRouter:
    """Methodology with the data dictionary, the form for errors, the list of what they say, problems."""
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

    @routes.get("/{language}/report-error", response_class=HTMLResponse)
    def ask(request: Request, about: str = "") -> HTMLResponse:
        return _report(room, request, about)

    @routes.post("/{language}/report-error", response_class=HTMLResponse)
    def take(request: Request, about: str = Form(""), words: str = Form("")) -> HTMLResponse:
        voice = voice_of(request)
        try:
            with room.store.writing() as connection:
                complaints.take(connection, about[:_LONGEST], words[:_LONGEST])
        except MarsadError:
            return _report(room, request, about, fault=voice.text("Say in a few words what is wrong."), status=422)
        return _report(
            room, request, "", done=voice.text("Thank you. What you wrote waits for review; nothing about you was kept.")
        )

    @routes.get("/{language}/problems", response_class=HTMLResponse)
    def problems(request: Request, after: str | None = None) -> HTMLResponse:
        reviewer_of(request)
        with room.store.reading() as connection:
            page = complaints.page(connection, after)
        return room.page(request, "problems.html", rows=page.rows, page=with_cursor(request, page.after))

    return routes


def _report(room: Room, request: Request, about: str, *, fault: str = "", done: str = "", status: int = 200) -> HTMLResponse:
    voice = voice_of(request)
    fields = [
        {"name": "about", "label": voice.text("Which page"), "value": about},
        {"name": "words", "label": voice.text("What is wrong, and how you know"), "kind": "textarea", "required": True},
    ]
    form = {"action": f"/{voice.language}/report-error", "fields": fields, "button": voice.text("Send"), "draft": "error"}
    lead = voice.text(
        "It goes to the people who review this record. Write nothing that could put anyone at risk, yourself included."
    )
    return room.page(
        request, "form.html", status, heading=voice.text("Report an error"), lead=lead, fault=fault, done=done, draft="error",
        forms=[] if done else [form],
    )  # fmt: skip
