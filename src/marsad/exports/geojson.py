"""Incidents as GeoJSON (RFC 7946): a point where the place is exact or near, no geometry where it is known only by its area."""

import json
from collections.abc import Iterable
from typing import IO, Any

from marsad.exports.event import About, Event

POINT = 2
"""The worst precision (UCDP's ``where_prec``) that is a point: an imprecise place is never drawn as one (STANDARDS A.6)."""


def write(out: IO[str], events: Iterable[Event], about: About) -> int:
    """Write a feature collection, a feature a line; how many."""
    out.write(
        '{"type": "FeatureCollection", "marsad": ' + json.dumps(list(about.lines()), ensure_ascii=False) + ', "features": ['
    )
    count = 0
    for event in events:
        out.write((",\n" if count else "\n") + json.dumps(feature(event), ensure_ascii=False))
        count += 1
    out.write("\n]}\n")
    return count


def feature(event: Event) -> dict[str, Any]:
    """One incident as a feature; longitude stands before latitude."""
    place = event.place
    longitude, latitude = place.get("longitude"), place.get("latitude")
    drawn = latitude is not None and longitude is not None and (place.get("precision") or 9) <= POINT
    properties = {name: event.incident.get(name) for name in ("date", "place", "means", "actors", "grade", "target_type")}
    figures = [
        {name: f.get(name) for name in ("outcome", "group", "low", "high", "low_by", "high_by", "independent_sources")}
        for f in event.figures()
    ]
    return {
        "type": "Feature",
        "id": event.incident["id"],
        "geometry": {"type": "Point", "coordinates": [longitude, latitude]} if drawn else None,
        "properties": properties | {"figures": figures, "articles": [r["id"] for r in event.articles]},
    }
