"""A source: what it asserts, how often others bear it out or do not, and how reliable people hold it to be."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from marsad.desk.forms import Fields, clash, fields, seen_of
from marsad.desk.room import Room, account_of, reviewer_of, voice_of
from marsad.store import heard, judge, pages, reliability
from marsad.store.judge import Conflict
from marsad.world.actors import Actors

Form = Annotated[Fields, Depends(fields)]
_SHOWN = 20
_LISTED = 500
"""Sources on one page: their names are short, and people look for one among them by the browser's own search."""


def router(room: Room, actors: Actors) -> APIRouter:
    """The page of a source, grading it, and taking a grade back."""
    routes = APIRouter()

    @routes.get("/{language}/sources", response_class=HTMLResponse)
    def listed(request: Request) -> HTMLResponse:
        voice = voice_of(request)
        viewer = room.query(request).viewer
        with room.store.reading() as connection:
            grades = reliability.rated(connection, room.store.atlas)
            told = pages.choices(connection, "incident", "source", viewer, _LISTED)
            found = heard.canonical(told, room.store.atlas)
            counts = {
                value: own[0].count if len(own) == 1 else heard.standing(connection, [one.value for one in own], viewer).incidents
                for value, own in found.items()
            }
        rows = [
            {
                "label": own[0].label or value.removeprefix("~"),
                "count": counts[value],
                "value": value,
                "grade": grades.by_value(value),
            }
            for value, own in sorted(found.items(), key=lambda one: -counts[one[0]])
        ]
        cut = len(told) == _LISTED
        return room.page(request, "sources.html", rows=rows, cut=cut, heading=voice.text("Sources"), grades=grades)

    @routes.get("/{language}/sources/{id:path}", response_class=HTMLResponse)
    def show(request: Request, id: str) -> HTMLResponse:
        return _source(room, request, actors, id)

    @routes.post("/{language}/sources/{id:path}/reliability")
    def rate(request: Request, id: str, form: Form) -> Response:
        account, source = reviewer_of(request), room.store.atlas.asserter(id)
        address = f"/{voice_of(request).language}/sources/{id}"
        try:
            with room.store.writing() as connection:
                reliability.rate(connection, source, form.get("value", ""), account.name, form.get("reason", ""), seen_of(form))
        except Conflict as conflict:
            with room.store.reading() as connection:
                seen = judge.acts(reliability.history(connection, source))
            return clash(room, request, conflict, form, seen, address)
        return RedirectResponse(address, 303)

    @routes.post("/{language}/sources/{id:path}/reliability/{judgement}/withdraw")
    def withdraw(request: Request, id: str, judgement: str) -> Response:
        account = reviewer_of(request)
        with room.store.writing() as connection:
            reliability.withdraw(connection, room.store.atlas.asserter(id), judgement, account.name)
        return RedirectResponse(f"/{voice_of(request).language}/sources/{id}", 303)

    return routes


def _source(room: Room, request: Request, actors: Actors, id: str) -> HTMLResponse:
    voice, atlas, viewer = voice_of(request), room.store.atlas, room.query(request).viewer
    source = atlas.asserter(id)
    asked = room.of_one("source", id, viewer)
    with room.store.reading() as connection:
        history = reliability.history(connection, source)
        standing = heard.standing(connection, list(asked.meant["source"]), viewer)
        name = atlas.actor_name(source, voice.language) if source in actors.entries else heard.label(connection, source)
        lists: dict[str, Any] = {
            "incidents": pages.records_page(connection, "incident", asked, _SHOWN).rows,
            "tallies": pages.records_page(connection, "tally", asked, _SHOWN).rows,
        }
    if not standing and source not in actors.entries and (account_of(request) is None or not history):
        raise HTTPException(404)
    return room.page(
        request,
        "source.html",
        id=source,
        name=name,
        entry=actors.entries.get(source),
        history=history,
        grade=next((one for one in history if one["withdrawn"] is None), None),
        seen=judge.acts(history),
        standing=standing,
        scale=reliability.GRADES,
        **lists,
    )
