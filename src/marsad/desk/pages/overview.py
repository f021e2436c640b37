"""The overview: map, timeline, total and list under one question, which stands whole in the address."""

from collections import Counter
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse

from marsad.desk.room import Room, voice_of, with_cursor
from marsad.desk.voice import Voice, mark
from marsad.store import overview, pages
from marsad.store.filters import FILTERS
from marsad.store.overview import Spot
from marsad.store.query import Query

CHOICES = (
    ("outcome", mark("Outcome")),
    ("group", mark("Group")),
    ("means", mark("Means")),
    ("grade", mark("Grade")),
    ("reliability", mark("Source reliability")),
)
"""The filters that are chosen from a closed list, with their labels."""
_SHOWN = frozenset(("from", "until", "place", "actor", "source", *(name for name, _ in CHOICES)))
"""The filters that have a control; the others are carried along."""


def router(room: Room) -> APIRouter:
    """The overview, how its total was counted, and the data of its map."""
    routes = APIRouter()

    @routes.get("/{language}/", response_class=HTMLResponse)
    def show(request: Request, after: str | None = None) -> HTMLResponse:
        query, voice = room.query(request), voice_of(request)
        with room.store.reading() as connection:
            seen = room.overview(connection, query)
            page = pages.listed(connection, "incident", query, after=after)
        return room.page(
            request,
            "overview.html",
            rows=page.rows,
            count=seen.count,
            spans=[{"date": f"{span}-01"[:10], "span": span, "count": count} for span, count in seen.spans],
            monthly=seen.monthly,
            total=seen.totals,
            unplaced=_unplaced(seen.spots, seen.count, voice),
            page=with_cursor(request, page.after),
            query=query.address(),
            feed=f"/feeds/{voice.language}.atom?{query.address()}",
            data_address=f"/{voice.language}/incidents.geojson?{query.address()}",
            sentence_of_filters=sentence(room, query, voice),
            **controls(query, voice),
        )

    @routes.get("/{language}/totals", response_class=HTMLResponse)
    def totals(request: Request) -> HTMLResponse:
        query, voice = room.query(request), voice_of(request)
        with room.store.reading() as connection:
            rows = overview.totals(connection, query)
        return room.page(request, "totals.html", total=rows, sentence_of_filters=sentence(room, query, voice))

    @routes.get("/{language}/incidents.geojson")
    def data(request: Request) -> JSONResponse:
        query, voice = room.query(request), voice_of(request)
        with room.store.reading() as connection:
            spots = room.overview(connection, query).spots
        return JSONResponse(
            {
                "type": "FeatureCollection",
                "features": [_feature(spot, room, voice) for spot in spots if spot.latitude is not None],
            },
            headers={"cache-control": "no-cache"},
        )

    return routes


def sentence(room: Room, query: Query, voice: Voice) -> str:
    """The question in words; what it is when nothing was asked."""
    return query.sentence(voice.speech(room.store.atlas)) or voice.text("everything that is recorded")


def controls(query: Query, voice: Voice) -> dict[str, Any]:
    """What the filters' controls need: what is chosen, and the closed lists."""
    return {
        "chosen": {name: values[0] for name, values in query.given.items()},
        "beside": [(name, value) for name, values in query.given.items() if name not in _SHOWN for value in values],
        "choices": [(name, voice.text(label), FILTERS[name].closed) for name, label in CHOICES],
    }


def _feature(spot: Spot, room: Room, voice: Voice) -> dict[str, Any]:
    name = room.store.atlas.place_name(spot.place, voice.language) if spot.place else voice.text("place not stated")
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [spot.longitude, spot.latitude]},
        "properties": {
            "id": spot.first,
            "label": name if spot.count == 1 else f"{name} · {voice.number(spot.count)}",
            "href": f"/{voice.language}/incidents/{spot.first}" if spot.count == 1 else f"/{voice.language}/places/{spot.place}",
            "exact": spot.exact,
            "count": spot.count,
        },
    }


def _unplaced(spots: tuple[Spot, ...], count: int, voice: Voice) -> str:
    """How many events are not on the map as points, and why."""
    where = Counter[str]()
    for spot in spots:
        where["point" if spot.exact and spot.latitude is not None else "area" if spot.latitude is not None else "none"] += (
            spot.count
        )
    where["none"] += count - where.total()
    said = []
    if where["area"]:
        said.append(
            voice.many(
                "%s event is known only by its area and shown as a circle.",
                "%s events are known only by their area and shown as circles.",
                where["area"],
            )
        )
    if where["none"]:
        said.append(
            voice.many(
                "%s event is not on the map: no source says where, or the place is in no gazetteer.",
                "%s events are not on the map: no source says where, or the place is in no gazetteer.",
                where["none"],
            )
        )
    return " ".join(said)
