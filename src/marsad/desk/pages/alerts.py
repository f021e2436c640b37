"""Alerts on the desk: of a question or of one record; made, listed, tried and ended by whoever has them."""

import time
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from marsad.delivery.send import asked, tell
from marsad.desk.forms import Fields, fields
from marsad.desk.limits import Limit
from marsad.desk.room import Room, account_of, voice_of
from marsad.intake.address import parse
from marsad.model import MarsadError
from marsad.store import alerts
from marsad.store.accounts import Account
from marsad.store.alerts import News
from marsad.store.query import query_of_address

Form = Annotated[Fields, Depends(fields)]


def router(room: Room) -> APIRouter:
    """The page of one's alerts and what its forms do."""
    routes = APIRouter()
    tries = Limit(2, 5)

    @routes.get("/{language}/alerts", response_class=HTMLResponse)
    def show(request: Request) -> Response:
        if account_of(request) is None:
            return RedirectResponse(f"/{voice_of(request).language}/login", 303)
        return _page(room, request)

    @routes.post("/{language}/alerts")
    def make(request: Request, form: Form) -> Response:
        account, voice = _account(request), voice_of(request)
        hook = form.get("hook", "").strip() or None
        letter = form.get("letter", "").strip() or None
        try:
            address = _address(room, form.get("of", ""))
            with room.store.writing() as connection:
                made = alerts.make(connection, account.name, address, letter, hook and parse(hook).url, voice.language)
        except MarsadError as error:
            return _page(room, request, fault=str(error), status=422)
        secret = f"{voice.text('The secret its hook is signed by, shown this once:')} {made.secret}" if made.secret else ""
        return _page(room, request, said=f"{voice.text('From now on its news is sent.')} {secret}".strip(), made=made.id)

    @routes.post("/{language}/alerts/{id}/end")
    def end(request: Request, id: str) -> Response:
        account = _account(request)
        try:
            with room.store.writing() as connection:
                alerts.drop(connection, id, account.name, account.name)
        except MarsadError as error:
            raise HTTPException(404) from error
        return RedirectResponse(f"/{voice_of(request).language}/alerts", 303)

    @routes.post("/{language}/alerts/{id}/test", response_class=HTMLResponse)
    def test(request: Request, id: str) -> HTMLResponse:
        account, voice = _account(request), voice_of(request)
        with room.store.reading() as connection:
            one = next((it for it in alerts.of(connection, account.name) if it.id == id), None)
        if one is None:
            raise HTTPException(404)
        if tries.wait(account.name):
            return _page(room, request, fault=voice.text("That was tried often just now. Wait a minute."), status=429)
        for way in one.ways:
            try:
                tell(one, way, News((), 0), room.settings.ways, int(time.time()), room.store.atlas)
            except MarsadError as error:
                return _page(room, request, fault=f"{voice.text('The test did not arrive:')} {error}", status=502)
        return _page(room, request, said=voice.text("The test was sent and taken."))

    return routes


def _account(request: Request) -> Account:
    account = account_of(request)
    if account is None:
        raise HTTPException(403)
    return account


def _address(room: Room, of: str) -> str:
    """What an alert is of, as the form has it: a record's id, or the query of an address."""
    if of.startswith(("in-", "ta-")):
        return alerts.of_record(of)
    return query_of_address(of, room.store.atlas).address()


def _page(room: Room, request: Request, *, said: str = "", fault: str = "", made: str = "", status: int = 200) -> HTMLResponse:
    account, voice = _account(request), voice_of(request)
    of = request.query_params.get("record") or str(request.url.query)
    with room.store.reading() as connection:
        held = alerts.of(connection, account.name)
    rows = [{"it": one, "asked": asked(one, room.store.atlas, voice.language)} for one in held]
    wanted = (
        of if of.startswith(("in-", "ta-")) else query_of_address(of, room.store.atlas).sentence(voice.speech(room.store.atlas))
    )
    return room.page(
        request, "alerts.html", status, rows=rows, of=of, wanted=wanted, said=said, fault=fault, made=made,
        letters=room.settings.ways.server is not None,
    )  # fmt: skip
