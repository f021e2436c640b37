"""Testimony, image and video: entered with their document, claims made from their words by hand, taken back; for the cleared alone."""

import re
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from marsad.desk import documents
from marsad.desk.catalogue import LANGUAGES
from marsad.desk.correction import corrected
from marsad.desk.documents import Sent, sent
from marsad.desk.forms import Fields, fields
from marsad.desk.headline import headline
from marsad.desk.marked import stretches
from marsad.desk.room import Room, account_of, voice_of
from marsad.desk.vocabulary import CLOSED
from marsad.intake.media import SHOWN
from marsad.model import MarsadError
from marsad.store import additions, pages, testimonies
from marsad.store.accounts import Account
from marsad.store.query import EVERYTHING
from marsad.store.testimonies import Testimony, Told

_LINE = re.compile(r"[^\n.!?؟]+[.!?؟]*")
Form = Annotated[Fields, Depends(fields)]


def analyst_of(request: Request) -> Account:
    """Who may see and enter testimony. HTTPException 403 for anybody else."""
    account = account_of(request)
    if account is None or not account.may("restricted"):
        raise HTTPException(403)
    return account


def router(room: Room) -> APIRouter:
    """The list, the form, the page of one, its document, its claims, and taking it back."""
    routes = APIRouter()

    @routes.get("/{language}/testimonies", response_class=HTMLResponse)
    def listed(request: Request) -> HTMLResponse:
        analyst_of(request)
        with room.store.reading() as connection:
            rows = testimonies.everything(connection)
        return room.page(request, "testimonies.html", rows=rows)

    @routes.get("/{language}/testimonies/new", response_class=HTMLResponse)
    def ask(request: Request) -> HTMLResponse:
        analyst_of(request)
        return _form(room, request)

    @routes.post("/{language}/testimonies/new")
    def take(request: Request, given: Annotated[Sent, Depends(sent)]) -> Response:
        account = analyst_of(request)
        try:
            told = told_of(given.fields)
            document = documents.keep(room, given.data)
            with room.store.writing() as connection:
                made = testimonies.enter(connection, told, document, account.name)
        except MarsadError as error:
            return _form(room, request, given.fields, str(error))
        return RedirectResponse(f"/{voice_of(request).language}/testimonies/{made.article}", 303)

    @routes.get("/{language}/testimonies/{id}", response_class=HTMLResponse)
    def show(request: Request, id: str) -> HTMLResponse:
        analyst_of(request)
        return _one(room, request, id)

    @routes.get("/{language}/testimonies/{id}/document")
    def document(request: Request, id: str) -> Response:
        analyst_of(request)
        found = _found(room, id)
        if found.document is None:
            raise HTTPException(404)
        return documents.served(room, found.document)

    @routes.post("/{language}/testimonies/{id}/claims")
    def claim(request: Request, id: str, form: Form) -> Response:
        account = analyst_of(request)
        try:
            added = add(room, _found(room, id), form, account.name)
        except MarsadError as error:
            return _one(room, request, id, str(error), 422)
        return RedirectResponse(f"/{voice_of(request).language}/testimonies/{id}#n-{added}", 303)

    @routes.post("/{language}/testimonies/{id}/withdraw")
    def withdraw(request: Request, id: str, form: Form) -> Response:
        account = analyst_of(request)
        try:
            with room.store.writing() as connection:
                testimonies.withdraw(connection, id, account.name, form.get("reason", ""))
        except MarsadError as error:
            return _one(room, request, id, str(error), 422)
        room.store.settle(account.name)
        return RedirectResponse(f"/{voice_of(request).language}/testimonies/{id}", 303)

    return routes


def told_of(form: Fields) -> Told:
    """What a form enters. MarsadError for a day that is none."""
    day = form.get("published", "").strip()
    try:
        published = date.fromisoformat(day).isoformat() if day else None
    except ValueError:
        raise MarsadError(f"{day!r} is no day: write it as YYYY-MM-DD") from None
    language = form.get("language", "")
    return Told(
        form.get("kind", ""), form.get("text", ""), published, language if language in LANGUAGES else None, form.get("code", ""),
        form.get("name", "") if form.get("public") else "", form.get("type", ""),
    )  # fmt: skip


def add(room: Room, found: Testimony, form: Fields, by: str) -> str:
    """Add a claim made from the words of a testimony, which stands as its source's; the claim's id. MarsadError names what cannot be used."""
    with room.store.reading() as connection:
        article = pages.versions(connection, found.article, EVERYTHING)[0]
    if found.withdrawn:
        raise MarsadError("this testimony was taken back: nothing more is claimed by it")
    start, end = _ends(form)
    frame = testimonies.claimed(found, room.store.atlas, start, end, article["text"], form.get("mark", ""))
    body = corrected(frame, {**form, "source": frame["source"]["name"]}, room.store.atlas, by)
    with room.store.writing() as connection:
        added = additions.add_claim(connection, found.article, body, by)
    room.store.settle(by)
    return added


def lines(text: str) -> list[tuple[int, int, str]]:
    """The sentences and lines of a text with where they stand, of which each may be the evidence of a claim."""
    found = (
        (match.start() + len(match[0]) - len(match[0].lstrip()), match.end(), match[0].strip()) for match in _LINE.finditer(text)
    )
    return [(start, end, said) for start, end, said in found if said]


def _ends(form: Fields) -> tuple[int, int]:
    """The characters that a form marks: by the mouse, or by choosing a line."""
    given = [form.get("start", ""), form.get("end", "")]
    if not all(one.isdecimal() for one in given):
        given = form.get("line", "").split("-")
    return (int(given[0]), int(given[1])) if len(given) == 2 and all(one.isdecimal() for one in given) else (-1, -1)


def _found(room: Room, id: str) -> Testimony:
    with room.store.reading() as connection:
        found = testimonies.find(connection, id)
    if found is None:
        raise HTTPException(404)
    return found


def _one(room: Room, request: Request, id: str, fault: str = "", status: int = 200) -> HTMLResponse:
    voice, found = voice_of(request), _found(room, id)
    with room.store.reading() as connection:
        article = pages.versions(connection, id, EVERYTHING)[0]
        claims = pages.claims_in(connection, id, EVERYTHING)
        stands = pages.records_of(connection, [claim["id"] for claim in claims], EVERYTHING)
    spans = ((claim["evidence"]["start"], claim["evidence"]["end"], claim["id"]) for claim in claims)
    return room.page(
        request, "testimony.html", status, it=found, article=article, claims=claims, stretches=stretches(article["text"], spans),
        lines=lines(article["text"]), stands=stands, shown=found.media in SHOWN, closed=CLOSED, fault=fault,
        source=testimonies.source_of(found, room.store.atlas), headline=lambda claim: headline(claim, voice),
    )  # fmt: skip


def _form(room: Room, request: Request, given: dict[str, Any] | None = None, fault: str = "") -> HTMLResponse:
    with room.store.reading() as connection:
        codes = testimonies.codes(connection)
    return room.page(
        request, "testify.html", 422 if fault else 200, given=given or {}, fault=fault, codes=codes, kinds=testimonies.KINDS,
        types=[one for one in CLOSED["source type"] if one not in ("witnesses", "anonymous")], archive=room.settings.archive is not None,
        megabytes=documents.LONGEST // 1_000_000,
    )  # fmt: skip
