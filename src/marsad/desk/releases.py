"""Exports of restricted records over the API: asked for by one person, let out by another, closed again after some days."""

import tempfile
import time
from collections.abc import Callable
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
from marsad.store.judge import Conflict
from marsad.store.query import query_of_address
from marsad.store.releases import Release


class Asked(BaseModel):
    """An export asked for: its format, its filters as the query of an address ("outcome=killed&place=SY"), and what it is for."""

    format: str
    filters: str = ""
    reason: str


class Refused(BaseModel):
    """Why an export does not go out."""

    reason: str


def _decided(decide: Callable[[], Release]) -> Release:
    """What a decision makes of a release. HTTPException 409 where another decided, 403 where this one may not."""
    try:
        return decide()
    except Conflict as conflict:
        raise HTTPException(409, f"{conflict.theirs['by']} decided of it meanwhile: {conflict.theirs['value']}") from conflict
    except MarsadError as error:
        raise HTTPException(403, str(error)) from error


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
            return asdict(_decided(lambda: releases.approve(connection, id, account, int(time.time()))))

    @routes.post("/{id}/refusal", status_code=201, response_model=None)
    def refuse(id: str, body: Refused, who: Who) -> dict[str, Any]:
        """Refuse an export that waits, or close one that was let out, and say why. Whoever asked for it cannot."""
        account = holder(who, "review")
        with room.store.writing() as connection:
            if releases.find(connection, id) is None:
                raise HTTPException(404, f"there is no release {id}")
            return asdict(_decided(lambda: releases.refuse(connection, id, account, body.reason)))

    @routes.get("/{id}/export", response_model=None)
    def fetch(id: str, who: Who) -> StreamingResponse:
        """The export that was let out, to whoever asked for it, until it expires."""
        account, now = holder(who, "restricted"), int(time.time())
        with room.store.writing() as connection:
            found = releases.find(connection, id)
            try:
                taken = releases.take(connection, id, account, now)
            except MarsadError as error:
                gone = found is not None and found.account == account.name and found.state(now) in ("expired", "refused")
                raise HTTPException(410 if gone else 404 if found is None else 403, str(error)) from error
        return sending(room, taken)

    return routes


def sending(room: Room, taken: Release) -> StreamingResponse:
    """The export of a release as a file to be saved."""
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
