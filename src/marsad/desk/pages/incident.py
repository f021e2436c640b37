"""One event: every figure by whose word, on one axis; what was said to have happened; why its reports are held together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from marsad.desk.headline import headline
from marsad.desk.ranges import Axis, axis_of
from marsad.desk.room import Room, mail, plain, voice_of
from marsad.desk.sentences import sentence
from marsad.desk.vocabulary import CLOSED
from marsad.desk.voice import Voice
from marsad.store import captures, pages, reliability, rulings
from marsad.store.discretion import PUBLIC

Body = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Stated:
    """An assertion as the axis needs it."""

    low: int | None
    high: int | None
    bound: str


def router(room: Room) -> APIRouter:
    """The page of an event, and the address of a claim, which leads to where it stands in its report."""
    routes = APIRouter()

    @routes.get("/{language}/incidents/{id}", response_class=HTMLResponse)
    def show(request: Request, id: str) -> Response:
        voice, query = voice_of(request), room.query(request)
        with room.store.reading() as connection:
            if (now := pages.redirected(connection, id)) != id:
                return RedirectResponse(f"/{voice.language}/incidents/{now}", 301)
            it = pages.record(connection, id, query)
            if it is None:
                raise HTTPException(404)
            claims = pages.claims_of(connection, id, query)
            reports = pages.articles_by_id(connection, sorted({claim["article"] for claim in claims}), query)
            acts, seen = rulings.of(connection, id), rulings.seen(connection, id)
            public = pages.record(connection, id, replace(query, viewer=PUBLIC))
            fates = captures.fates_of(connection, reports.values())
            grades = reliability.rated(connection, room.store.atlas)
        told = [{"claim": claim, "article": reports[claim["article"]]} for claim in claims]
        by_claim = {row["claim"]["id"]: row for row in told}
        place = it.get("place") or {}
        return room.page(
            request,
            "incident.html",
            it=it,
            heading=_heading(it, voice),
            figures=[_figure(figure, by_claim, voice) for figure in it.get("figures") or ()],
            attacks=[row for row in told if row["claim"]["kind"] == "attack"],
            articles=list(reports.values()),
            place_twin=_twin(room, place, voice),
            point=_point(place),
            sentence=sentence,
            acts=acts,
            grades=grades,
            fates=fates,
            seen=seen,
            told=told,
            closed=CLOSED,
            headline=lambda claim: headline(claim, voice),
            mail=public and mail(_heading(public, voice), _letter(request, room, public, voice)),
        )

    @routes.get("/{language}/claims/{id}")
    def claim(request: Request, id: str) -> RedirectResponse:
        with room.store.reading() as connection:
            found = pages.claim(connection, id, room.query(request))
        if found is None:
            raise HTTPException(404)
        return RedirectResponse(f"/{voice_of(request).language}/articles/{found['article']}#c-{id}", 302)

    return routes


def _figure(figure: Body, by_claim: Mapping[str, Body], voice: Voice) -> dict[str, Any]:
    """A figure with its assertions in the order of their days, and the axis they share."""
    stated: Sequence[Body] = sorted(figure.get("assertions") or (), key=lambda one: (one.get("as_of") or "", one["claim"]))
    rows = [
        {"it": one, "drawn": _Stated(one.get("low"), one.get("high"), one["bound"]), **_told(by_claim[one["claim"]], voice)}
        for one in stated
        if one["claim"] in by_claim
    ]
    axis: Axis = axis_of([row["drawn"] for row in rows], voice.dir == "rtl")
    return {"it": figure, "rows": rows, "axis": axis}


def _told(row: Body, voice: Voice) -> dict[str, Any]:
    return {"kind": _kind(row["claim"], voice), "claim": row["claim"], "article": row["article"]}


def _kind(claim: Body, voice: Voice) -> str:
    source = claim.get("source")
    return voice.word("source type", source.get("type")) if source else voice.text("the outlet itself")


def _heading(it: Body, voice: Voice) -> str:
    return f"{(it.get('place') or {}).get('name') or voice.text('place not stated')} · {plain(_days(it, voice))}"


def _days(it: Body, voice: Voice) -> Any:
    return voice.span(it["date"]["start"], it["date"]["end"]) if it.get("date") else voice.day(None)


def _twin(room: Room, place: Body, voice: Voice) -> str | None:
    """The place's name in the desk's other language, where it has one of its own."""
    if not place.get("id"):
        return None
    names = [room.store.atlas.place_name(place["id"], language) for language in (voice.language, voice.other)]
    return names[1] if names[0] != names[1] else None


def _point(place: Body) -> str | None:
    if place.get("latitude") is None or (place.get("precision") or 9) > 2:
        return None
    return f"{place['latitude']:.2f}, {place['longitude']:.2f}"


def _letter(request: Request, room: Room, it: Body, voice: Voice) -> list[str]:
    """What a letter about an event carries, never more than the public sees: each figure and who gives its ends, the day, the grade and the address."""
    lines = []
    for figure in it.get("figures") or ():
        by = ", ".join(
            dict.fromkeys(room.store.atlas.actor_name(one, voice.language) for one in (*figure["low_by"], *figure["high_by"]))
        )
        lines.append(
            f"{plain(voice.range(figure.get('low'), figure.get('high')))} {voice.word('outcome', figure['outcome'])} — {by}"
        )
    lines.append(plain(_days(it, voice)))
    lines.append(voice.word("grade", it.get("grade")) if it.get("grade") else voice.text("not graded"))
    lines.append(room.settings.address + request.url.path if room.settings.address else str(request.url.replace(query="")))
    return [*lines, voice.text("A documented minimum, not an estimate. Trends may be reporting trends.")]
