"""What people decide of records and sources, over the API: read, decided and taken back; nobody saves over another."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Header
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from marsad.desk.asker import FAULTS, Asker, Asking
from marsad.desk.pages.errors import LONGEST
from marsad.desk.room import Room
from marsad.model import MarsadError
from marsad.store import complaints, heard, judge, pages, reliability, rulings
from marsad.store.accounts import Account
from marsad.store.query import Query

Folder = Literal["incidents", "people"]


class Grade(BaseModel):
    """How reliable a source is, by the Admiralty scale, and why."""

    grade: Literal["A", "B", "C", "D", "E", "F"]
    reason: str


class Reported(BaseModel):
    """What is wrong, and with which page; nothing of who says so is kept."""

    about: str = ""
    words: str


class Answer(BaseModel):
    """How a report of an error ends, and what was found."""

    ending: Literal["mended", "stands", "elsewhere"]
    note: str


class Ruling(BaseModel):
    """A decision of an event or a person; docs/api.md says what ``a``, ``b`` and ``value`` are."""

    verdict: str
    reason: str
    a: str | None = None
    b: str | None = None
    value: str | None = None


def reviewer(who: Asker) -> Account:
    """The account of a key that reviews. HTTPException 403 for any other."""
    if who.account is None or "review" not in who.scopes or not who.account.may("review"):
        raise HTTPException(403, "this needs a key with the scope review")
    return who.account


def must_match(if_match: str | None, seen: int) -> int:
    """The number of acts that a request has seen. HTTPException 428 where it does not say, 412 where there are more."""
    if if_match is None:
        raise HTTPException(428, "send If-Match with the ETag of what was decided so far")
    if if_match.strip('"') != str(seen):
        raise HTTPException(412, "someone else decided of this meanwhile: read it again")
    return seen


def acts(who: Asker, found: Sequence[Mapping[str, Any]], **more: Any) -> JSONResponse:
    """What was decided, the latest first, with the ETag that the next decision must match; who signed it only for those with a key."""
    shown = ("id", "verdict", "a", "b", "value", "reason", "at", "withdrawn", *(("by",) if who.account else ()))
    rows = [{name: row[name] for name in shown} for row in found]
    return JSONResponse({"rows": rows, **more}, headers={"etag": f'"{judge.acts(found)}"'})


def router(room: Room, asker: Asking) -> APIRouter:
    """Sources with their reliability, and the decisions of events and people."""
    routes = APIRouter(prefix="/api/v1", tags=["decisions"], responses=FAULTS)
    Who = Annotated[Asker, Depends(asker)]
    Seen = Annotated[str | None, Header()]

    @routes.get("/sources/{id:path}", response_model=None)
    def source(id: str, who: Who) -> JSONResponse:
        """A source: what people said of its reliability, and how often its word stands, is borne out or contradicted. No score is made of it."""
        asked = room.of_one("source", id, who.viewer).meant["source"]
        with room.store.reading() as connection:
            found = reliability.history(connection, room.store.atlas.asserter(id))
            counts = heard.standing(connection, list(asked), who.viewer)
        if not counts and not (found and who.account):
            raise HTTPException(404, f"there is no source {id} that you may see")
        grade = next((row["value"] for row in found if row["withdrawn"] is None), None)
        return acts(who, found, id=room.store.atlas.asserter(id), reliability=grade, counts=asdict(counts))

    @routes.post("/sources/{id:path}/reliability", status_code=201, response_model=None)
    def rate(id: str, body: Grade, who: Who, if_match: Seen = None) -> dict[str, str]:
        """Say how reliable a source is; needs the scope review. ``If-Match`` carries the ETag of what was said so far."""
        account, value = reviewer(who), room.store.atlas.asserter(id)
        with room.store.writing() as connection:
            seen = must_match(if_match, judge.acts(reliability.history(connection, value)))
            return {"id": reliability.rate(connection, value, body.grade, account.name, body.reason, seen)}

    @routes.delete("/sources/{id:path}/reliability/{judgement}", status_code=204, response_model=None)
    def unrate(id: str, judgement: str, who: Who) -> None:
        """Take back one's own word on a source; it stays readable."""
        account = reviewer(who)
        with room.store.writing() as connection:
            reliability.withdraw(connection, room.store.atlas.asserter(id), judgement, account.name)

    @routes.post("/errors", status_code=201, response_model=None)
    def report(body: Reported, who: Who) -> dict[str, str]:
        """Report an error; needs no key. Its answer will stand at the address of the id."""
        with room.store.writing() as connection:
            return {"id": complaints.take(connection, body.about[:LONGEST], body.words[:LONGEST])}

    @routes.get("/errors", response_model=None)
    def errors(who: Who, after: str | None = None, closed: bool = False) -> dict[str, Any]:
        """Reports of errors that wait, or that were closed, the newest first; needs the scope review."""
        reviewer(who)
        with room.store.reading() as connection:
            return asdict(complaints.page(connection, after, closed=closed))

    @routes.get("/errors/{id}", response_model=None)
    def error(id: str, who: Who) -> JSONResponse:
        """A report of an error: its state and its answer; its words only for the scope review. The ETag is what an answer must match."""
        with room.store.reading() as connection:
            found = complaints.find(connection, id)
        if found is None:
            raise HTTPException(404, f"there is no report {id}")
        hidden = () if who.account and "review" in who.scopes else ("about", "words", "assigned", "settled_by")
        shown = {name: value for name, value in asdict(found).items() if name not in hidden}
        return JSONResponse(shown, headers={"etag": f'"{found.seen}"'})

    @routes.post("/errors/{id}/answer", status_code=201, response_model=None)
    def answer(id: str, body: Answer, who: Who, if_match: Seen = None) -> dict[str, str]:
        """Answer a report and close it; needs the scope review and ``If-Match``."""
        account = reviewer(who)
        with room.store.writing() as connection:
            found = complaints.find(connection, id)
            if found is None:
                raise HTTPException(404, f"there is no report {id}")
            complaints.settle(connection, id, account.name, body.ending, body.note, must_match(if_match, found.seen))
        return {"id": id, "ending": body.ending}

    @routes.get("/{kind}/{id}/rulings", response_model=None)
    def decided(kind: Folder, id: str, who: Who) -> JSONResponse:
        """What people decided of an event or a person, the latest first, the withdrawn among them."""
        with room.store.reading() as connection:
            now = pages.redirected(connection, id)
            if pages.record(connection, now, Query(viewer=who.viewer)) is None:
                raise HTTPException(404, f"there is nothing {id} that you may see")
            return acts(who, rulings.of(connection, now))

    @routes.post("/{kind}/{id}/rulings", status_code=201, response_model=None)
    def decide(kind: Folder, id: str, body: Ruling, who: Who, if_match: Seen = None) -> dict[str, str]:
        """Decide of an event or a person; needs the scope review and ``If-Match``. The id is that of the record afterwards."""
        account = reviewer(who)
        with room.store.writing() as connection:
            seen = must_match(if_match, rulings.seen(connection, id))
            given = body.model_dump(include={"a", "b", "value"})
            made = rulings.rule(connection, id, body.verdict, account.name, body.reason, seen, **given)
        room.store.settle(account.name)
        with room.store.reading() as connection:
            return {"id": made, "record": pages.redirected(connection, id)}

    @routes.delete("/{kind}/{id}/rulings/{judgement}", status_code=204, response_model=None)
    def undecide(kind: Folder, id: str, judgement: str, who: Who) -> None:
        """Take back a decision of one's own; it stays readable, and the record is gathered anew without it."""
        account = reviewer(who)
        with room.store.writing() as connection:
            found = next((row for row in rulings.of(connection, id) if row["id"] == judgement), None)
            if found is None:
                raise MarsadError(f"there is no judgement {judgement} on {id}")
            rulings.withdraw(connection, found, account.name)
        room.store.settle(account.name)

    return routes
