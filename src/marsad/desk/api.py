"""The JSON API under /api/v1: what the desk shows, for programs; the same filters, the same eyes, the same refusals."""

import hashlib
import json
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Header, Request, Response
from fastapi.responses import JSONResponse, StreamingResponse
from pydantic import BaseModel
from sqlalchemy import Connection
from starlette.exceptions import HTTPException

from marsad.desk.asker import FAULTS, Asker, Asking
from marsad.desk.decided import must_match, reviewer
from marsad.desk.room import Room
from marsad.exports.event import METHODOLOGY, MINIMUM
from marsad.exports.formats import FORMATS, Job, about, sent
from marsad.model import as_json
from marsad.store import captures, overview, pages, reviews
from marsad.store.discretion import PUBLIC
from marsad.store.filters import FILTERS, Speech
from marsad.store.pages import Page
from marsad.store.query import EVERYTHING, Query, query_of
from marsad.store.shelf import RecordKind

KINDS: Mapping[str, RecordKind] = {
    "incidents": "incident",
    "tallies": "tally",
    "control": "control",
    "talks": "talks",
    "people": "person",
}
"""Path -> the kind of record it lists."""
MOST = 500
"""Rows of a page at most."""

Kind = Literal["incidents", "tallies", "control", "talks", "people", "claims", "articles"]


class Rows(BaseModel):
    """A page of rows: the cursor after the last, None at the end; the filters in words; what every answer says of itself."""

    rows: list[dict[str, Any]]
    after: str | None
    filters: str
    methodology: str = METHODOLOGY
    note: str = MINIMUM


class Verdict(BaseModel):
    """What a person decides of a claim; ``correction`` is the whole claim as they would have it, for "correct"."""

    verdict: Literal["accept", "reject", "unsure", "correct"]
    reason: str = ""
    correction: dict[str, Any] | None = None


def router(room: Room, asker: Asking) -> APIRouter:
    """The API's answers about the record; a filter's values are those of the desk's addresses."""
    routes = APIRouter(prefix="/api/v1", tags=["record"], responses=FAULTS)
    Who = Annotated[Asker, Depends(asker)]

    def asked(request: Request, who: Asker, *besides: str) -> Query:
        given: dict[str, list[str]] = {}
        for name, value in request.query_params.multi_items():
            if name not in besides:
                given.setdefault(name, []).append(value)
        return query_of(given, room.store.atlas, who.viewer)

    @routes.get("/totals", response_model=None, openapi_extra=_filters())
    def totals(request: Request, who: Who) -> Response:
        """The safe sums of the incidents that answer: each once, from the lowest to the highest, naming what was counted and left out."""
        query = asked(request, who)
        with room.store.reading() as connection:
            rows = [as_json(row) for row in overview.totals(connection, query)]
        return _answer(request, {"rows": rows, "filters": _sentence(room, query), "note": MINIMUM})

    @routes.get("/export/{format}", response_model=None, openapi_extra=_filters())
    def export(
        request: Request,
        format: str,
        who: Who,
        language: Literal["ar", "en"] = "ar",
        bom: bool = False,
        record: str | None = None,
    ) -> Response:
        """The record in one of the field's forms, as the public sees it."""
        if format not in FORMATS:
            raise HTTPException(404, f"{format!r} is no format: there is {', '.join(FORMATS)}")
        query = query_of(dict(_given(request, "language", "bom", "record")), room.store.atlas, PUBLIC)
        notice = about(format, query, language, record)
        chosen = FORMATS[format]
        out = tempfile.SpooledTemporaryFile(8_000_000, "w+b")  # noqa: SIM115  (closed when it has been sent)
        with room.store.reading() as connection:
            job = Job(connection, query, notice, address=room.settings.address, language=language, bom=bom, record=record)
            chosen.write(out, job)  # type: ignore[arg-type]
        headers = {
            "content-disposition": f'attachment; filename="marsad-{format}.{chosen.suffix}"',
            "x-marsad-about": notice.lines()[0],
        }
        return StreamingResponse(sent(out), media_type=chosen.media, headers=headers)

    @routes.post("/claims/{id}/verdicts", status_code=201, response_model=None)
    def decide(request: Request, id: str, body: Verdict, who: Who, if_match: Annotated[str | None, Header()] = None) -> Response:
        """Decide of a claim. ``If-Match`` carries the ETag of its verdicts as last read, so that nobody saves over another."""
        account = reviewer(who)
        correction = body.correction and {**body.correction, "id": id, "reader": "person"}
        with room.store.writing() as connection:
            if pages.claim(connection, id, EVERYTHING) is None:
                raise HTTPException(404, f"there is no claim {id}")
            seen = must_match(if_match, reviews.seen(connection, id))
            judgement = reviews.decide(connection, id, body.verdict, account.name, body.reason, seen, correction)
        room.store.settle(account.name)
        return JSONResponse({"id": judgement}, 201)

    @routes.get("/claims/{id}/verdicts", response_model=None)
    def verdicts(request: Request, id: str, who: Who) -> Response:
        """What was decided of a claim, the latest first, the withdrawn among them; their ETag is what a new verdict must match."""
        with room.store.reading() as connection:
            if pages.claim(connection, id, _everything(who)) is None:
                raise HTTPException(404, f"there is no claim {id}")
            rows, seen = reviews.verdicts(connection, id), reviews.seen(connection, id)
        shown = ("id", "verdict", "reason", "at", "withdrawn", "by") if who.account else ("id", "verdict", "at", "withdrawn")
        return JSONResponse({"rows": [{name: row[name] for name in shown} for row in rows]}, headers={"etag": f'"{seen}"'})

    @routes.get("/me")
    def me(who: Who) -> dict[str, Any]:
        """Whose key this is, and its scopes."""
        return {"account": who.account and who.account.name, "role": who.account and who.account.role, "scopes": who.scopes}

    @routes.get("/{kind}", response_model=Rows, openapi_extra=_filters())
    def rows(request: Request, kind: Kind, who: Who, after: str | None = None, limit: int = pages.PAGE) -> Response:
        """A page of the record's rows of a kind, newest first unless ``order`` is oldest; ``after`` is the cursor of the page before."""
        if not 1 <= limit <= MOST:
            raise HTTPException(422, f"limit is 1 to {MOST}, not {limit}")
        query = asked(request, who, "after", "limit")
        with room.store.reading() as connection:
            page = _pages(kind)(connection, query, limit, after)
            listed = _with_fates(connection, page.rows) if kind == "articles" else list(page.rows)
        return _answer(request, Rows(rows=listed, after=page.after, filters=_sentence(room, query)).model_dump())

    @routes.get("/{kind}/{id:path}", response_model=None)
    def one(request: Request, kind: Kind, id: str, who: Who) -> Response:
        """One record, claim or article. An id that now stands for another leads there."""
        query = _everything(who)
        with room.store.reading() as connection:
            if kind in KINDS and (now := pages.redirected(connection, id)) != id:
                return Response(status_code=301, headers={"location": f"/api/v1/{kind}/{now}"})
            if kind == "claims":
                found = pages.claim(connection, id, query)
            elif kind == "articles":
                found = next(iter(pages.versions(connection, id, query)), None)
                found = _with_fates(connection, [found])[0] if found else None
            else:
                found = pages.record(connection, id, query) if pages.kind_of(id) == KINDS[kind] else None
        if found is None:
            raise HTTPException(404, f"there is nothing {id} that you may see")
        return _answer(request, found)

    return routes


def _pages(kind: str) -> Callable[..., Page]:
    if kind == "claims":
        return pages.claims_page
    if kind == "articles":
        return pages.articles_page
    return lambda connection, query, limit, after: pages.records_page(connection, KINDS[kind], query, limit, after)


def _with_fates(connection: Connection, rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Articles with what became of their pages: ``fate`` is null where nothing did."""
    fates = captures.fates_of(connection, rows)
    return [row | {"fate": asdict(fates[row["id"]]) if row["id"] in fates else None} for row in rows]


def _everything(who: Asker) -> Query:
    return Query(viewer=who.viewer)


def _given(request: Request, *besides: str) -> Iterator[tuple[str, list[str]]]:
    for name in dict.fromkeys(request.query_params):
        if name not in besides:
            yield name, request.query_params.getlist(name)


def _sentence(room: Room, query: Query) -> str:
    return query.sentence(Speech(room.store.atlas)) or "everything"


def _answer(request: Request, body: Any) -> Response:
    """A JSON answer with the hash of its content, or the word that nothing has changed since that hash was given."""
    content = json.dumps(body, ensure_ascii=False, separators=(",", ":"), default=asdict).encode()
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    headers = {"etag": tag, "cache-control": "no-cache", "vary": "authorization"}
    if tag in [one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")]:
        return Response(status_code=304, headers=headers)
    return Response(content, media_type="application/json", headers=headers)


def _filters() -> dict[str, Any]:
    """The filters as parameters of the API's description."""
    listed = [
        {
            "name": one.name,
            "in": "query",
            "required": False,
            "description": one.help,
            "schema": {"type": "array", "items": {"type": "string"} | ({"enum": list(one.closed)} if one.closed else {})},
        }
        for one in FILTERS.values()
    ]
    return {"parameters": [*listed, {"name": "as_of", "in": "query", "required": False, "description": "As known on that day.", "schema": {"type": "string", "format": "date"}},
                           {"name": "order", "in": "query", "required": False, "description": "newest or oldest.", "schema": {"type": "string", "enum": ["newest", "oldest"]}}]}  # fmt: skip
