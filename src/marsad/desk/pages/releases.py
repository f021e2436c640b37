"""Exports of restricted records on the desk: asked for, let out or refused by a second person, fetched until they expire."""

import time
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse
from starlette.exceptions import HTTPException

from marsad.desk.forms import Fields, clash, fields
from marsad.desk.releases import sending
from marsad.desk.room import Room, account_of, reviewer_of, voice_of
from marsad.exports.formats import FORMATS
from marsad.model import MarsadError
from marsad.store import releases
from marsad.store.accounts import Account
from marsad.store.discretion import CLEARED
from marsad.store.judge import Conflict
from marsad.store.query import query_of_address

Form = Annotated[Fields, Depends(fields)]


def router(room: Room) -> APIRouter:
    """The page of releases and what its forms do."""
    routes = APIRouter()

    @routes.get("/{language}/releases", response_class=HTMLResponse)
    def show(request: Request) -> HTMLResponse:
        return _page(room, request, _account(request))

    @routes.post("/{language}/releases")
    def ask(request: Request, form: Form) -> Response:
        account = _account(request)
        try:
            if form.get("format") not in FORMATS:
                raise MarsadError(f"{form.get('format')!r} is no format: there is {', '.join(FORMATS)}")
            address = query_of_address(form.get("filters", ""), room.store.atlas, CLEARED).address()
            with room.store.writing() as connection:
                releases.ask(connection, account, form["format"], address, form.get("reason", ""), int(time.time()))
        except MarsadError as error:
            return _page(room, request, account, fault=str(error), status=422)
        return RedirectResponse(f"/{voice_of(request).language}/releases", 303)

    @routes.post("/{language}/releases/{id}/{act}")
    def decide(request: Request, id: str, act: str, form: Form) -> Response:
        account, address = reviewer_of(request), f"/{voice_of(request).language}/releases"
        try:
            with room.store.writing() as connection:
                if releases.find(connection, id) is None or act not in ("approve", "refuse"):
                    raise HTTPException(404)
                if act == "approve":
                    releases.approve(connection, id, account, int(time.time()))
                else:
                    releases.refuse(connection, id, account, form.get("reason", ""))
        except Conflict as conflict:
            return clash(room, request, conflict, form, 0, address)
        except MarsadError as error:
            return _page(room, request, account, fault=str(error), status=422)
        return RedirectResponse(address, 303)

    @routes.get("/{language}/releases/{id}/export", response_model=None)
    def fetch(request: Request, id: str) -> StreamingResponse:
        account = _account(request)
        with room.store.writing() as connection:
            try:
                taken = releases.take(connection, id, account, int(time.time()))
            except MarsadError as error:
                raise HTTPException(404) from error
        return sending(room, taken)

    return routes


def _account(request: Request) -> Account:
    """Who may see what is restricted. HTTPException 403 for anybody else."""
    account = account_of(request)
    if account is None or not account.may("restricted"):
        raise HTTPException(403)
    return account


def _page(room: Room, request: Request, account: Account, *, fault: str = "", status: int = 200) -> HTMLResponse:
    voice, now = voice_of(request), int(time.time())
    speech = voice.speech(room.store.atlas)
    with room.store.reading() as connection:
        found = releases.everything(connection)
    rows = [
        {
            "it": one,
            "own": one.account == account.name,
            "state": one.state(now),
            "asked": query_of_address(one.address, room.store.atlas, CLEARED).sentence(speech),
            "at": _day(one.at),
            "until": _day(one.expires),
        }
        for one in found
        if one.account == account.name or account.may("review")
    ]
    given = str(request.url.query)
    wanted = query_of_address(given, room.store.atlas, CLEARED).sentence(speech)
    formats = [(one.name, one.help) for one in FORMATS.values()]
    return room.page(
        request, "releases.html", status, rows=rows, formats=formats, given=given, wanted=wanted, fault=fault, days=releases.DAYS
    )


def _day(seconds: int | None) -> str | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC).date().isoformat()
