"""Keys of the API on the account's page: made for a time and with scopes, shown once, revoked."""

import time

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from marsad.desk.pages.account import page
from marsad.desk.room import Room, account_of, voice_of
from marsad.model import MarsadError
from marsad.store import tokens


def router(room: Room) -> APIRouter:
    """What the forms of keys on the account's page do."""
    routes = APIRouter()

    @routes.post("/{language}/account/keys", response_class=HTMLResponse)
    def make(request: Request, label: str = Form(""), scopes: str = Form("read"), days: str = Form("90")) -> Response:
        account, voice = account_of(request), voice_of(request)
        if account is None:
            return RedirectResponse(f"/{voice.language}/login", 303)
        try:
            if not days.isascii() or not days.isdecimal():
                raise MarsadError(f"a key is valid for 1 to {tokens.LONGEST} days")
            with room.store.writing() as connection:
                secret = tokens.make(connection, account, label, scopes.split(), int(days[:6]), int(time.time()))
        except MarsadError:
            return page(
                room, request, voice.text("That key cannot be made: its days are 1 to 365, its rights those of your role."), 422
            )
        return page(room, request, voice.text("Your new key, shown this once:") + f" {secret}")

    @routes.post("/{language}/account/keys/{id}/revoke", response_class=HTMLResponse)
    def revoke(request: Request, id: str) -> Response:
        account, voice = account_of(request), voice_of(request)
        if account is None:
            return RedirectResponse(f"/{voice.language}/login", 303)
        try:
            with room.store.writing() as connection:
                tokens.revoke(connection, id, account.name)
        except MarsadError:
            return page(room, request, voice.text("You have no such key."), 404)
        return page(room, request, voice.text("The key is revoked."))

    return routes
