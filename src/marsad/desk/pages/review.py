"""Review: a queue of claims, each with its sentence; accepted, rejected, doubted or corrected; claims the reader missed."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from marsad.desk.correction import corrected, diff
from marsad.desk.forms import Fields, fields
from marsad.desk.headline import headline
from marsad.desk.room import Room, reviewer_of, voice_of
from marsad.desk.sentences import paragraph
from marsad.desk.vocabulary import CLOSED
from marsad.model import MarsadError
from marsad.store import additions, complaints, judge, pages, reviews
from marsad.store.query import EVERYTHING

Form = Annotated[Fields, Depends(fields)]


def router(room: Room) -> APIRouter:
    """The queue, one claim of it, and what is decided there."""
    routes = APIRouter()

    @routes.get("/{language}/review", response_class=HTMLResponse)
    def start(request: Request) -> Response:
        account = reviewer_of(request)
        with room.store.reading() as connection:
            first = reviews.first(connection, account.name)
            waiting = reviews.waiting(connection)
            reported = complaints.waiting(connection)
        if first:
            return RedirectResponse(f"/{voice_of(request).language}/review/{first}", 303)
        return room.page(request, "review.html", claim=None, waiting=waiting, reported=reported)

    @routes.get("/{language}/review/{id}", response_class=HTMLResponse)
    def show(request: Request, id: str) -> HTMLResponse:
        reviewer_of(request)
        return _claim(room, request, id)

    @routes.post("/{language}/review/{id}")
    def decide(request: Request, id: str, form: Form) -> Response:
        account = reviewer_of(request)
        with room.store.reading() as connection:
            claim = pages.claim(connection, id, EVERYTHING)
            turn = reviews.turn(connection, id)
        if claim is None:
            raise HTTPException(404)
        verdict = form.get("verdict", "")
        correction = None
        try:
            if verdict == "correct":
                correction = corrected(claim, form, room.store.atlas, account.name)
            with room.store.writing() as connection:
                seen = int(form.get("seen") or -1)
                reviews.decide(connection, id, verdict, account.name, form.get("reason", ""), seen, correction)
        except judge.Conflict as conflict:
            return _claim(room, request, id, 409, _conflict(conflict, claim, verdict, correction, form))
        except MarsadError as error:
            return _claim(room, request, id, 422, said=str(error))
        room.store.settle(account.name)
        onward = turn.after or turn.before
        return RedirectResponse(f"/{voice_of(request).language}/review" + (f"/{onward}" if onward else ""), 303)

    @routes.post("/{language}/review/{id}/assign")
    def assign(request: Request, id: str, form: Form) -> Response:
        account = reviewer_of(request)
        to = form.get("to", "").strip()
        with room.store.writing() as connection:
            reviews.assign(connection, id, to, account.name)
        return RedirectResponse(f"/{voice_of(request).language}/review/{id}", 303)

    @routes.post("/{language}/judgements/{id}/withdraw")
    def withdraw(request: Request, id: str) -> Response:
        account = reviewer_of(request)
        with room.store.writing() as connection:
            claim = reviews.withdraw(connection, id, account.name)
        room.store.settle(account.name)
        return RedirectResponse(f"/{voice_of(request).language}/review/{claim}", 303)

    @routes.post("/{language}/articles/{id:path}/claims")
    def missed(request: Request, id: str, form: Form) -> Response:
        account = reviewer_of(request)
        with room.store.reading() as connection:
            versions = pages.versions(connection, id, EVERYTHING)
        if not versions:
            raise HTTPException(404)
        start, end = (int(form[name]) if form.get(name, "").isdecimal() else -1 for name in ("start", "end"))
        words = versions[0]["text"][start:end] if 0 <= start < end else ""
        evidence = {"text": words, "start": start, "end": end}
        body = corrected({"evidence": evidence, "stance": "asserted"}, form, room.store.atlas, account.name)
        with room.store.writing() as connection:
            added = additions.add_claim(connection, id, body, account.name)
        room.store.settle(account.name)
        return RedirectResponse(f"/{voice_of(request).language}/articles/{id}#n-{added}", 303)

    return routes


def _claim(
    room: Room,
    request: Request,
    id: str,
    status: int = 200,
    conflict: list[dict[str, str]] | None = None,
    said: str | None = None,
) -> HTMLResponse:
    voice = voice_of(request)
    with room.store.reading() as connection:
        claim = pages.claim(connection, id, EVERYTHING)
        if claim is None:
            raise HTTPException(404)
        article = pages.versions(connection, claim["article"], EVERYTHING)[0]
        turn = reviews.turn(connection, id)
        values: dict[str, Any] = {
            "acts": reviews.verdicts(connection, id),
            "seen": reviews.seen(connection, id),
            "assigned": reviews.assigned(connection, id),
            "waiting": reviews.waiting(connection),
            "reported": complaints.waiting(connection),
        }
    return room.page(
        request, "review.html", status, claim=claim, article=article, before=turn.before, after=turn.after, conflict=conflict, said=said,
        closed=CLOSED, paragraph=paragraph, headline=lambda it: headline(it, voice), **values,
    )  # fmt: skip


def _conflict(
    conflict: judge.Conflict, claim: dict[str, Any], verdict: str, correction: dict[str, Any] | None, form: dict[str, str]
) -> list[dict[str, str]]:
    """What the other has saved beside what this one was about to save, in words."""
    theirs = reviews.correction_of(conflict.theirs) or claim
    rows = [{"field": "verdict", "theirs": f"{conflict.theirs['verdict']} ({conflict.theirs['by']})", "yours": verdict}]
    rows += [{"field": "reason", "theirs": conflict.theirs["reason"], "yours": form.get("reason", "")}]
    return rows + diff(theirs, correction or claim)
