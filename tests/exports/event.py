"""An incident as the store gives it, made to order."""

from typing import Any

from marsad.exports.event import About, Event

ABOUT = About("killed · in Raqqa", "2024-05-01", "1.0.0")


def assertion(claim: str, by: str, low: int | None, high: int | None, bound: str = "exact", **more: Any) -> dict[str, Any]:
    text = "dozens" if bound == "vague" else str(low if low is not None else high)
    return {
        "claim": claim,
        "article": "a1",
        "by": by,
        "text": text,
        "low": low,
        "high": high,
        "bound": bound,
        "standing": True,
    } | more


def figure(outcome: str, group: str, *said: dict[str, Any], **more: Any) -> dict[str, Any]:
    lows = [one["low"] for one in said if one["low"] is not None]
    highs = [one["high"] for one in said]
    ends = {"low": min(lows, default=None), "high": None if None in highs else max(highs)}
    by = [one["by"] for one in said]
    return (
        {
            "outcome": outcome,
            "group": group,
            "low_by": by[:1],
            "high_by": by[-1:],
            "independent_sources": len(set(by)),
            "assertions": list(said),
        }
        | ends
        | more
    )


def event(*figures: dict[str, Any], actors: tuple[dict[str, Any], ...] = (), **more: Any) -> Event:
    incident = {
        "id": "in-1",
        "date": {"start": "2017-10-17", "end": "2017-10-17", "precision": 1},
        "place": {
            "name": "الرقة",
            "id": "geonames:172955",
            "latitude": 35.95,
            "longitude": 39.01,
            "precision": 1,
            "country": "SY",
        },
        "means": ["airstrike"],
        "actors": list(actors),
        "figures": list(figures),
        "articles": ["a1"],
        "links": [],
    } | more
    article = {
        "id": "a1",
        "outlet": "=Outlet",
        "title": "A title",
        "published": "2017-10-18",
        "url": "https://example.org/a1",
        "sha256": "0" * 64,
    }
    claims = tuple(
        {"id": one["claim"], "kind": "casualty", "outcome": f["outcome"], "group": f["group"], "article": "a1", "source": {"name": one["by"]},
         "evidence": {"text": one["text"], "start": 0, "end": 1}}
        for f in figures for one in f["assertions"]
    )  # fmt: skip
    return Event(incident, claims, (article,))


def actor(name: str, role: str, type: str | None = None, id: str | None = None) -> dict[str, Any]:
    return {"name": name, "role": role, "type": type, "id": id}
