"""One source's running total: its own points, the differences derived from them, its breaks and falls, and others' totals beside it."""

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException

from marsad.desk.room import Room, plain, voice_of
from marsad.desk.voice import Voice
from marsad.store import heard, pages, reliability
from marsad.store.query import query_of

Body = Mapping[str, Any]
_BESIDE = 12


def router(room: Room) -> APIRouter:
    """The page of a tally."""
    routes = APIRouter()

    @routes.get("/{language}/tallies/{id}", response_class=HTMLResponse)
    def show(request: Request, id: str) -> HTMLResponse:
        voice, query = voice_of(request), room.query(request)
        with room.store.reading() as connection:
            it = pages.record(connection, id, query)
            if it is None:
                raise HTTPException(404)
            place = (it.get("place") or {}).get("id")
            same = query_of({"place": place, "outcome": it["outcome"]}, room.store.atlas, query.viewer)
            by = it["source"].get("id") or it["source"]["name"]
            paged = heard.standing(connection, room.store.atlas.sources(by), query.viewer)
            grades = reliability.rated(connection, room.store.atlas)
            others = pages.listed(connection, "tally", same, _BESIDE).rows if place else ()
        series = [{"group": it["group"], **_rows(it, voice)}]
        series += [{"group": inner["group"], **_rows(inner, voice)} for inner in it.get("parts") or ()]
        beside = [other for other in others if other["id"] != it["id"]]
        return room.page(request, "tally.html", it=it, all_series=series, beside=beside, grades=grades, paged=paged)

    return routes


def _rows(series: Body, voice: Voice) -> dict[str, Any]:
    """The rows of a series' table and the points of its chart."""
    steps = {step["until"]: step for step in series.get("increments") or ()}
    breaks = {one["as_of"]: one for one in series.get("breaks") or ()}
    falls = {one["as_of"]: one for one in series.get("falls") or ()}
    rows = []
    for point in series["series"]:
        day = point["as_of"]
        notes = []
        if day in breaks:
            notes.append(voice.text("counted by another definition or body from here: %s") % breaks[day]["reason"])
        if day in falls:
            fall = falls[day]
            cause = voice.word("cause", fall["cause"]) if fall.get("cause") else voice.text("cause not known")
            notes.append(voice.text("the source lowered its total (%s)") % cause)
        step = steps.get(day)
        if step and step.get("reported"):
            notes.append(voice.text("the source's own figure for these days differs"))
        rows.append({"point": point, "step": step, "notes": notes})
    points = [
        {
            "as_of": row["point"]["as_of"],
            "low": row["point"].get("low"),
            "high": row["point"].get("high"),
            "open": row["point"]["bound"] != "exact",
            "derived": row["step"].get("low") if row["step"] else None,
            "break": row["point"]["as_of"] in breaks,
            "title": plain(voice.day(row["point"]["as_of"])),
        }
        for row in rows
        if row["point"].get("low") is not None or row["point"].get("high") is not None
    ]
    return {"rows": rows, "points": points}
