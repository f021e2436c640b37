"""One place: who has held it as a band through time, the events as ticks under it, the totals given for it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException

from marsad.desk.palette import colour
from marsad.desk.room import Room, plain, voice_of
from marsad.desk.voice import Voice
from marsad.store import pages

Body = Mapping[str, Any]
_SHOWN = 30
_WIDTH = 1000


def router(room: Room) -> APIRouter:
    """The page of a place."""
    routes = APIRouter()

    @routes.get("/{language}/places/{id}", response_class=HTMLResponse)
    def show(request: Request, id: str) -> HTMLResponse:
        voice, viewer = voice_of(request), room.query(request).viewer
        with room.store.reading() as connection:
            unlisted = pages.record(connection, id, room.query(request)) if id.startswith("co-") else None
            asked = unlisted["place"]["name"] if unlisted else id
            query = room.of_one("place", asked, viewer)
            incidents = pages.listed(connection, "incident", query, _SHOWN).rows
            tallies = pages.listed(connection, "tally", query, _SHOWN).rows
            held = pages.listed(connection, "control", query, _SHOWN).rows
            ids = [it["id"] for it in held if id in (it["place"].get("id"), it["id"])]
            own = [it for one in ids[:1] if (it := pages.record(connection, one, query))]
        known = room.store.atlas.place_name(id, voice.language) != id
        if not (incidents or tallies or held or known):
            raise HTTPException(404)
        history: Sequence[Body] = own[0]["history"] if own else ()
        name = unlisted["place"]["name"] if unlisted else room.store.atlas.place_name(id, voice.language)
        twin = room.store.atlas.place_name(id, voice.other)
        bands, ticks = picture(history, incidents, voice)
        today = date.today().isoformat()
        return room.page(
            request,
            "place.html",
            id=id,
            name=name,
            twin_name=twin if twin not in (id, name) else None,
            history=[{**row, "stale": bool(row.get("stale_from")) and row["stale_from"] <= today} for row in history],
            incidents=incidents,
            tallies=tallies,
            bands=bands,
            ticks=ticks,
        )

    return routes


def picture(
    history: Sequence[Body], incidents: Sequence[Body], voice: Voice
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The band of who held a place and the ticks of its events, in units of the drawing; empty where nobody has said who held it."""
    if not history:
        return [], []
    ends = [_day(row.get("until") or row.get("last_stated") or row["from"]) for row in history]
    starts = [_day(row["from"]) for row in history]
    days = [_day(it["date"]["start"]) for it in incidents if it.get("date")]
    first, last = min(starts + days), max(ends + days)
    span = max(last - first, 1)

    def at(day: int) -> float:
        place = _WIDTH * (day - first) / span
        return round(_WIDTH - place if voice.dir == "rtl" else place, 1)

    bands = []
    for row, start, end in zip(history, starts, ends, strict=True):
        open_end = not row.get("until")
        a, b = sorted((at(start), at(last if open_end else end)))
        holder = row.get("actor") or {}
        until = voice.text("nobody has said that it ended") if open_end else plain(voice.day(row["until"]))
        title = f"{holder.get('name') or voice.text('unknown')}: {plain(voice.day(row['from']))} – {until}"
        bands.append(
            {
                "x": a,
                "width": max(round(b - a, 1), 4),
                "colour": colour(holder.get("id") or holder.get("name")),
                "contested": row["state"] == "contested" or bool(row.get("contested_by")),
                "opacity": 0.45 if open_end else 0.9,
                "title": title,
            }
        )
    ticks = [
        {"id": it["id"], "x": at(_day(it["date"]["start"])), "title": plain(voice.span(it["date"]["start"], it["date"]["end"]))}
        for it in incidents
        if it.get("date")
    ]
    return bands, ticks


def _day(iso: str) -> int:
    return date.fromisoformat(f"{iso}-01-01"[:10] if len(iso) == 4 else f"{iso}-01"[:10]).toordinal()
