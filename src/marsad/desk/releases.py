"""Exports of restricted records over the API: asked for by one person, let out by another, closed again after some days."""

import tempfile
import time
from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import StreamingResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from marsad.desk.asker import FAULTS, Asker, Asking
from marsad.desk.room import Room
from marsad.exports.formats import FORMATS, Job, about, sent
from marsad.model import MarsadError
from marsad.store import releases
from marsad.store.accounts import Account
from marsad.store.discretion import CLEARED
from marsad.store.query import query_of_address


class Asked(BaseModel):
    """An export asked for: its format, its filters as the query of an address ("outcome=killed&place=SY"), and what it is for."""

    format: str
    filters: str = ""
    reason: str


def router(room: Room, asker: Asking) -> APIRouter:
    """Releases: asked for with the scope restricted, let out with the scope review."""
    routes = APIRouter(prefix="/api/v1/releases", tags=["releases"], responses=FAULTS)
    Who = Annotated[Asker, Depends(asker)]

    def holder(who: Asker, scope: str) -> Account:
        if who.account is None or scope not in who.scopes:
            raise HTTPException(403, f"this needs a key with the scope {scope}")
        return who.account

    @routes.get("", response_model=None)
    def everything(who: Who) -> dict[str, Any]:
        """The releases, the latest first: all to those who review, one's own to others."""
        account = holder(who, "review" if "review" in who.scopes else "restricted")
        with room.store.reading() as connection:
            found = releases.everything(connection)
        return {"rows": [asdict(one) for one in found if one.account == account.name or account.may("review")]}

    @routes.post("", status_code=201, response_model=None)
    def ask(body: Asked, who: Who) -> dict[str, str]:
        """Ask for an export with restricted records, names at risk and exact coordinates. A second person lets it out."""
        account = holder(who, "restricted")
        if body.format not in FORMATS:
            raise HTTPException(404, f"{body.format!r} is no format: there is {', '.join(FORMATS)}")
        address = query_of_address(body.filters, room.store.atlas, CLEARED).address()
        with room.store.writing() as connection:
            return {"id": releases.ask(connection, account, body.format, address, body.reason, int(time.time()))}

    @routes.post("/{id}/approval", status_code=201, response_model=None)
    def approve(id: str, who: Who) -> dict[str, Any]:
        """Let an export out for seven days. Whoever asked for it cannot."""
        account = holder(who, "review")
        with room.store.writing() as connection:
            if releases.find(connection, id) is None:
                raise HTTPException(404, f"there is no release {id}")
            try:
                return asdict(releases.approve(connection, id, account, int(time.time())))
            except MarsadError as error:
                raise HTTPException(403, str(error)) from error

    @routes.get("/{id}/export", response_model=None)
    def fetch(id: str, who: Who) -> StreamingResponse:
        """The export that was let out, to whoever asked for it, until it expires."""
        account, now = holder(who, "restricted"), int(time.time())
        with room.store.writing() as connection:
            found = releases.find(connection, id)
            try:
                taken = releases.take(connection, id, account, now)
            except MarsadError as error:
                gone = found is not None and found.account == account.name and found.approved_by is not None
                raise HTTPException(410 if gone else 404 if found is None else 403, str(error)) from error
        query, chosen = query_of_address(taken.address, room.store.atlas, CLEARED), FORMATS[taken.format]
        notice = about(taken.format, query)
        out = tempfile.SpooledTemporaryFile(8_000_000, "w+b")  # noqa: SIM115  (closed when it has been sent)
        with room.store.reading() as connection:
            chosen.write(out, Job(connection, query, notice, address=room.settings.address))  # type: ignore[arg-type]
        headers = {
            "content-disposition": f'attachment; filename="marsad-{taken.id}.{chosen.suffix}"',
            "cache-control": "no-store",
            "x-marsad-about": notice.lines()[0],
        }
        return StreamingResponse(sent(out), media_type=chosen.media, headers=headers)

    return routes
