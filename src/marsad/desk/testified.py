"""Testimony over the API: entered with its document, claims made from its words, taken back; for keys that may see what is restricted."""

import base64
from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Response
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from marsad.desk import documents
from marsad.desk.asker import FAULTS, Asker, Asking
from marsad.desk.pages.testimony import add, told_of
from marsad.desk.room import Room
from marsad.model import MarsadError
from marsad.store import testimonies
from marsad.store.accounts import Account
from marsad.store.testimonies import Testimony


class Entered(BaseModel):
    """A testimony, image or video: its words, whose word it is (a code of a protected source, "" for a new one; or a ``name`` and ``type`` that
    are public already), and the document in base64."""

    kind: str
    text: str
    published: str = ""
    language: str = ""
    code: str = ""
    name: str = ""
    type: str = ""
    document: str = ""


class Claimed(BaseModel):
    """A claim by the words ``text[start:end]`` of a testimony; ``mark`` is where in the document it stands."""

    start: int
    end: int
    mark: str = ""
    outcome: str
    low: int | None = None
    high: int | None = None
    bound: str = "exact"
    group: str = "people"
    period: str = "incident"
    place: str = ""
    date: str = ""
    means: str = ""


class Back(BaseModel):
    """Why a testimony is taken back."""

    reason: str


def router(room: Room, asker: Asking) -> APIRouter:
    """Testimony, for the scope restricted."""
    routes = APIRouter(prefix="/api/v1/testimonies", tags=["testimony"], responses=FAULTS)
    Who = Annotated[Asker, Depends(asker)]

    def analyst(who: Asker) -> Account:
        if who.account is None or not who.viewer.cleared:
            raise HTTPException(403, "this needs a key with the scope restricted")
        return who.account

    def found(id: str) -> Testimony:
        with room.store.reading() as connection:
            held = testimonies.find(connection, id)
        if held is None:
            raise HTTPException(404, f"there is no testimony {id}")
        return held

    @routes.get("", response_model=None)
    def everything(who: Who) -> dict[str, Any]:
        """All of them, the latest first, the withdrawn among them. Their words stand at /api/v1/articles/{id}."""
        analyst(who)
        with room.store.reading() as connection:
            return {"rows": [asdict(one) for one in testimonies.everything(connection)]}

    @routes.post("", status_code=201, response_model=None)
    def enter(body: Entered, who: Who) -> dict[str, Any]:
        """Enter one. Its source is protected unless it is named, and then public."""
        account = analyst(who)
        try:
            data = base64.b64decode(body.document, validate=True)
        except ValueError as error:  # letters that are no ASCII, or no base64
            raise MarsadError("document is no base64: send the file's bytes so written") from error
        told = told_of(body.model_dump(exclude={"document"}) | {"public": "1" if body.name else ""})
        document = documents.keep(room, data)
        with room.store.writing() as connection:
            return asdict(testimonies.enter(connection, told, document, account.name))

    @routes.get("/{id}", response_model=None)
    def one(id: str, who: Who) -> dict[str, Any]:
        """One of them."""
        analyst(who)
        return asdict(found(id))

    @routes.get("/{id}/document", response_model=None)
    def document(id: str, who: Who) -> Response:
        """Its document, by its bytes' type, never to be run."""
        analyst(who)
        sha256 = found(id).document
        if sha256 is None:
            raise HTTPException(404, f"the testimony {id} has no document")
        return documents.served(room, sha256)

    @routes.post("/{id}/claims", status_code=201, response_model=None)
    def claim(id: str, body: Claimed, who: Who) -> dict[str, str]:
        """Make a claim from its words, which stands as its source's and fuses like all others."""
        account = analyst(who)
        form = {name: "" if value is None else str(value) for name, value in body.model_dump().items()}
        return {"id": add(room, found(id), form, account.name)}

    @routes.post("/{id}/withdrawal", status_code=201, response_model=None)
    def withdraw(id: str, body: Back, who: Who) -> dict[str, Any]:
        """Take it back: its claims count no longer."""
        account = analyst(who)
        found(id)
        with room.store.writing() as connection:
            testimonies.withdraw(connection, id, account.name, body.reason)
        room.store.settle(account.name)
        return asdict(found(id))

    return routes
