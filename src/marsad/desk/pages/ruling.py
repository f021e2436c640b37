"""What a reviewer decides of an event: its grade, its best figure, whether it is shown, whether it is one or two."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse, Response
from starlette.exceptions import HTTPException

from marsad.desk.forms import Fields, fields
from marsad.desk.room import Room, reviewer_of, voice_of
from marsad.model import MarsadError
from marsad.store import pages, rulings
from marsad.store.query import EVERYTHING
from marsad.store.reviews import Conflict

Form = Annotated[Fields, Depends(fields)]


def router(room: Room) -> APIRouter:
    """Deciding of an event, and taking a decision back."""
    routes = APIRouter()

    @routes.post("/{language}/incidents/{id}/rulings")
    def decide(request: Request, id: str, form: Form) -> Response:
        account = reviewer_of(request)
        language = voice_of(request).language
        verdict = form.get("verdict", "")
        a, b = (form.get("a") or id, form.get("b")) if verdict == "different" else (id, form.get("b"))
        try:
            with room.store.writing() as connection:
                seen = int(form["seen"]) if form.get("seen", "").isdecimal() else -1
                rulings.rule(
                    connection, verdict, a, account.name, form.get("reason", ""), seen, b=b or None, value=form.get("value")
                )
        except Conflict as conflict:
            theirs = conflict.theirs
            raise HTTPException(
                409,
                f"{theirs['by']} decided meanwhile: {theirs['verdict']} {theirs['value'] or ''} ({theirs['reason']}). Look again, then decide.",
            ) from conflict
        room.store.settle(account.name)
        with room.store.reading() as connection:
            now = pages.redirected(connection, id)
        return RedirectResponse(f"/{language}/incidents/{now}", 303)

    @routes.post("/{language}/incidents/{id}/rulings/{judgement}/withdraw")
    def withdraw(request: Request, id: str, judgement: str) -> Response:
        account = reviewer_of(request)
        with room.store.writing() as connection:
            found = next((one for one in rulings.of(connection, id) if one["id"] == judgement), None)
            if found is None:
                raise MarsadError(f"there is no judgement {judgement} on this event")
            rulings.withdraw(connection, found, account.name)
        room.store.settle(account.name)
        with room.store.reading() as connection:
            alive = pages.record(connection, id, EVERYTHING) is not None
        return RedirectResponse(f"/{voice_of(request).language}/" + (f"incidents/{id}" if alive else ""), 303)

    return routes
