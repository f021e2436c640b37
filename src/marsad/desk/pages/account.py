"""Signing in and out, the second factor, a reader's choices."""

import time
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

import pyotp
from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from marsad.desk.gate import SESSION
from marsad.desk.room import CHOICES, Room, account_of, voice_of
from marsad.desk.voice import Voice, mark
from marsad.store import accounts, tokens
from marsad.store.accounts import Account


def router(room: Room) -> APIRouter:
    """The pages by which somebody signs in, and the page of a reader's choices."""
    routes = APIRouter()

    @routes.get("/{language}/login", response_class=HTMLResponse)
    def ask(request: Request) -> HTMLResponse:
        return _sign_in(room, request)

    @routes.post("/{language}/login")
    def sign_in(request: Request, name: str = Form(""), password: str = Form(""), code: str = Form("")) -> Response:
        voice = voice_of(request)
        where = request.client.host if request.client else ""
        try:
            with room.store.writing() as connection:
                token = accounts.sign_in(connection, name, password, code, where, int(time.time()))
        except accounts.Guessing:
            return _sign_in(room, request, voice.text("Too many attempts failed. Try again in a quarter of an hour."), 429)
        if token is None:
            return _sign_in(room, request, voice.text("The name, the password or the code is wrong."), 401)
        answer = RedirectResponse(_local(request.query_params.get("next"), voice.language), 303)
        answer.set_cookie(SESSION, token, max_age=accounts.LONGEST, httponly=True, samesite="lax", secure=room.settings.secure)
        return answer

    @routes.post("/{language}/logout")
    def sign_out(request: Request) -> Response:
        with room.store.writing() as connection:
            accounts.sign_out(connection, request.cookies.get(SESSION, ""))
        answer = RedirectResponse(f"/{voice_of(request).language}/", 303)
        answer.delete_cookie(SESSION)
        return answer

    @routes.get("/{language}/account", response_class=HTMLResponse)
    def show(request: Request) -> Response:
        account, voice = account_of(request), voice_of(request)
        if account is None:
            return RedirectResponse(f"/{voice.language}/login", 303)
        return page(room, request)

    @routes.post("/{language}/account/factor")
    def factor(request: Request, secret: str = Form(""), code: str = Form("")) -> Response:
        account, voice = account_of(request), voice_of(request)
        if account is None:
            return RedirectResponse(f"/{voice.language}/login", 303)
        with room.store.writing() as connection:
            kept = accounts.new_secret(connection, account.name, secret, code, int(time.time()))
        said = (
            mark("From now on signing in asks for a code as well.")
            if kept
            else mark("That code does not fit the secret. Nothing was changed.")
        )
        return page(room, request, voice.text(said), 200 if kept else 422)

    @routes.get("/{language}/choices", response_class=HTMLResponse)
    def choices(request: Request) -> HTMLResponse:
        voice = voice_of(request)
        fields = [
            _choice("digits", voice.text("Digits"), voice.digits, (("latn", "0123456789"), ("arab", "٠١٢٣٤٥٦٧٨٩"))),
            _choice("months", voice.text("Arabic months"), voice.months, (("levantine", "كانون الثاني، شباط"), ("egyptian", "يناير، فبراير"))),
            _choice(
                "theme", voice.text("Colours"), voice.theme,
                (("", voice.text("as the device says")), ("light", voice.text("light")), ("dark", voice.text("dark"))),
            ),
        ]  # fmt: skip
        form = {"action": f"/{voice.language}/choices", "fields": fields, "button": voice.text("Keep")}
        lead = voice.text("These are kept in your browser alone.")
        return room.page(request, "form.html", heading=voice.text("Digits, months and colours"), lead=lead, forms=[form])

    @routes.post("/{language}/choices")
    def choose(request: Request, digits: str = Form("latn"), months: str = Form("levantine"), theme: str = Form("")) -> Response:
        answer = RedirectResponse(f"/{voice_of(request).language}/choices", 303)
        kept = urlencode({"digits": digits, "months": months, "theme": theme})
        answer.set_cookie(CHOICES, kept, max_age=365 * 24 * 3600, samesite="lax", secure=room.settings.secure)
        return answer

    return routes


def _sign_in(room: Room, request: Request, fault: str | None = None, status: int = 200) -> HTMLResponse:
    voice = voice_of(request)
    fields = [
        {"name": "name", "label": voice.text("Name"), "required": True, "complete": "username"},
        {
            "name": "password",
            "label": voice.text("Password"),
            "kind": "password",
            "required": True,
            "complete": "current-password",
        },
        {"name": "code", "label": voice.text("Code, where your account asks for one"), "complete": "one-time-code"},
    ]
    onward = urlencode({"next": request.query_params["next"]}) if "next" in request.query_params else ""
    form = {"action": f"/{voice.language}/login?{onward}", "fields": fields, "button": voice.text("Sign in")}
    return room.page(request, "form.html", status, heading=voice.text("Sign in"), fault=fault, forms=[form])


def page(room: Room, request: Request, said: str | None = None, status: int = 200) -> HTMLResponse:
    """The page of whoever is signed in: their second factor, their keys, and the way out."""
    voice, account = voice_of(request), account_of(request)
    assert account is not None
    forms: list[dict[str, Any]] = [{"action": f"/{voice.language}/logout", "fields": [], "button": voice.text("Sign out")}]
    lead = f"{voice.word('account', account.role)}"
    if not account.second_factor:
        secret = pyotp.random_base32()
        fields = [
            {"name": "secret", "label": voice.text("Secret for your code app"), "value": secret},
            {"name": "code", "label": voice.text("A code from it"), "required": True, "complete": "one-time-code"},
        ]
        forms.insert(
            0,
            {
                "action": f"/{voice.language}/account/factor",
                "heading": voice.text("A second factor"),
                "fields": fields,
                "button": voice.text("Ask for a code from now on"),
            },
        )
    return room.page(
        request,
        "form.html",
        status,
        heading=account.name,
        lead=lead,
        said=said,
        forms=forms + _keys(room, request, account),
        onward=_onward(account, voice),
    )


def _onward(account: Account, voice: Voice) -> list[tuple[str, str]]:
    """The pages of those who have signed in, by what they may do."""
    found = [("alerts", voice.text("Alerts"))]
    if account.may("restricted"):
        found += [("testimonies", voice.text("Testimony")), ("releases", voice.text("Exports with restricted records"))]
    if account.may("review"):
        found += [("review/errors", voice.text("Errors that readers report")), ("problems", voice.text("Problems"))]
    return [(f"/{voice.language}/{path}", label) for path, label in found]


def _keys(room: Room, request: Request, account: Account) -> list[dict[str, Any]]:
    """The form that makes a key, and one for each key that is valid, which revokes it."""
    voice, now = voice_of(request), int(time.time())
    labels = {"read": voice.text("read"), "restricted": voice.text("see what is restricted"), "review": voice.text("review")}
    offered = [["read"], *([["read", "restricted"]] if account.may("restricted") else [])]
    offered += [["read", "review"], ["read", "restricted", "review"]] if account.may("review") else []
    fields = [
        {"name": "label", "label": voice.text("What the key is for"), "required": True},
        {
            "name": "scopes",
            "label": voice.text("What it may do"),
            "value": "read",
            "choices": [(" ".join(some), voice.text(", ").join(labels[one] for one in some)) for some in offered],
        },
        {"name": "days", "label": voice.text("Days it is valid"), "value": "90", "kind": "number"},
    ]
    action = f"/{voice.language}/account/keys"
    with room.store.reading() as connection:
        held = [one for one in tokens.of(connection, account.name) if not one.revoked and one.expires > now]
    return [
        {"action": action, "heading": voice.text("Keys for programs"), "fields": fields, "button": voice.text("Make a key")},
        *(
            {
                "action": f"{action}/{one.id}/revoke",
                "heading": f"{one.label} · {voice.text(', ').join(labels[scope] for scope in one.scopes)}",
                "until": voice.day(datetime.fromtimestamp(one.expires, UTC).date().isoformat()),
                "fields": [],
                "button": voice.text("Revoke the key"),
            }
            for one in held
        ),
    ]


def _choice(name: str, label: str, value: str, values: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    return {"name": name, "label": label, "value": value, "choices": values}


def _local(address: str | None, language: str) -> str:
    """An address of the desk's own to go on to; its start where the given one leads elsewhere."""
    if address and address.startswith("/") and not address.startswith(("//", "/\\")) and "\n" not in address:
        return address
    return f"/{language}/"
