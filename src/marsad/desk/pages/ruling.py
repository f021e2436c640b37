"""What a reviewer decides of an event or a person: its grade, its best figure, whether it is shown, whether it is one or two."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse, Response

from marsad.desk.forms import Fields, clash, fields, seen_of
from marsad.desk.room import Room, reviewer_of, voice_of
from marsad.model import MarsadError
from marsad.store import pages, rulings
from marsad.store.judge import Conflict
from marsad.store.query import EVERYTHING

Form = Annotated[Fields, Depends(fields)]
Folder = Literal["incidents", "people"]
_KINDS: dict[Folder, str] = {"incidents": "incident", "people": "person"}


def router(room: Room) -> APIRouter:
    """Deciding of an event or a person, and taking a decision back."""
    routes = APIRouter()

    @routes.post("/{language}/{folder}/{id}/rulings")
    def decide(request: Request, folder: Folder, id: str, form: Form) -> Response:
        account = reviewer_of(request)
        address = f"/{voice_of(request).language}/{folder}"
        given = {name: form.get(name) or None for name in ("a", "b", "value")}
        try:
            with room.store.writing() as connection:
                rulings.rule(
                    connection, id, form.get("verdict", ""), account.name, form.get("reason", ""), seen_of(form), **given
                )
        except Conflict as conflict:
            with room.store.reading() as connection:
                seen = rulings.seen(connection, id)
            return clash(room, request, conflict, form, seen, f"{address}/{id}")
        room.store.settle(account.name)
        with room.store.reading() as connection:
            now = pages.redirected(connection, id)
        return RedirectResponse(f"{address}/{now}", 303)

    @routes.post("/{language}/{folder}/{id}/rulings/{judgement}/withdraw")
    def withdraw(request: Request, folder: Folder, id: str, judgement: str) -> Response:
        account = reviewer_of(request)
        with room.store.writing() as connection:
            found = next((one for one in rulings.of(connection, id) if one["id"] == judgement), None)
            if found is None:
                raise MarsadError(f"there is no judgement {judgement} on this record")
            rulings.withdraw(connection, found, account.name)
        room.store.settle(account.name)
        with room.store.reading() as connection:
            now = id if pages.record(connection, id, EVERYTHING) else rulings.home(connection, found, _KINDS[folder])
        return RedirectResponse(f"/{voice_of(request).language}/" + (f"{folder}/{now}" if now else ""), 303)

    return routes
