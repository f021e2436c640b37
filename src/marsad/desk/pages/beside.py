"""Two events, or two people, side by side, to be held to be one: what each is called, its days, sources and figures."""

from collections.abc import Mapping
from typing import Any, Literal

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from sqlalchemy import Connection
from starlette.exceptions import HTTPException

from marsad.desk.room import Room, reviewer_of, voice_of
from marsad.desk.sentences import sentence
from marsad.store import pages, rulings
from marsad.store.discretion import CLEARED
from marsad.store.query import EVERYTHING, query_of
from marsad.store.shelf import RecordKind

Folder = Literal["incidents", "people"]
_KINDS: Mapping[Folder, tuple[RecordKind, str]] = {"incidents": ("incident", "same"), "people": ("person", "one_person")}
_FOUND = 12


def router(room: Room) -> APIRouter:
    """The split view: one record and another by its id, or those that a name finds."""
    routes = APIRouter()

    @routes.get("/{language}/{folder}/{id}/beside", response_class=HTMLResponse)
    def show(request: Request, folder: Folder, id: str, other: str = "") -> HTMLResponse:
        reviewer_of(request)
        kind, verdict = _KINDS[folder]
        with room.store.reading() as connection:
            one = _column(connection, id, kind)
            if one is None:
                raise HTTPException(404)
            two = _column(connection, other.strip(), kind) if other.strip() and other.strip() != one["it"]["id"] else None
            found: tuple[dict[str, Any], ...] = ()
            if other.strip() and two is None:
                asked = query_of({"q": other}, room.store.atlas, CLEARED)
                found = pages.records_page(connection, kind, asked, _FOUND).rows
            seen = rulings.seen(connection, one["it"]["id"])
        return room.page(
            request,
            "beside.html",
            folder=folder,
            verdict=verdict,
            columns=[column for column in (one, two) if column],
            found=[row for row in found if row["id"] != one["it"]["id"]],
            other=other,
            seen=seen,
            heading=voice_of(request).text("Side by side"),
            sentence=sentence,
        )

    return routes


def _column(connection: Connection, id: str, kind: RecordKind) -> dict[str, Any] | None:
    """A record with the sentences it rests on and their reports; None where there is none of the kind."""
    it = pages.record(connection, id, EVERYTHING) if pages.kind_of(id) == kind else None
    if it is None:
        return None
    claims = pages.claims_of(connection, it["id"], EVERYTHING)
    reports = pages.articles_by_id(connection, sorted({claim["article"] for claim in claims}), EVERYTHING)
    told = [{"claim": claim, "article": reports[claim["article"]]} for claim in claims if claim["article"] in reports]
    days = sorted({row["article"]["published"] for row in told if row["article"]["published"]})
    by = list(dict.fromkeys((claim.get("source") or {}).get("name") or "" for claim in claims))
    return {"it": it, "told": told, "days": days, "by": [name for name in by if name]}
