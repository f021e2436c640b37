"""Lists of the record's other kinds: running totals, control of places, talks, people."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from marsad.desk.room import Room, voice_of, with_cursor
from marsad.desk.voice import Voice, mark
from marsad.store import pages
from marsad.store.shelf import RecordKind

Body = Mapping[str, Any]
Facts = list[str | Markup]


@dataclass(frozen=True, slots=True)
class List:
    """A list: its path, the kind of its rows, its words, and what a row is called, leads to and tells."""

    path: str
    kind: RecordKind
    heading: str
    lead: str
    nothing: str
    row: Callable[[Room, Voice, Body], tuple[str, str, Facts]]


def _tally(room: Room, voice: Voice, it: Body) -> tuple[str, str, Facts]:
    last = it["series"][-1]
    source = it["source"]
    said = room.store.atlas.actor_name(source["id"], voice.language) if source.get("id") else source["name"]
    stated = Markup("{} {}").format(
        voice.count(last.get("low"), last.get("high"), last["bound"], last.get("text") or ""),
        voice.word("outcome", it["outcome"]),
    )
    facts: Facts = [
        stated,
        voice.named((it.get("place") or {}).get("name")),
        voice.since(it.get("since")),
        _as_of(voice, last["as_of"]),
    ]
    return said, f"tallies/{it['id']}", [fact for fact in facts if fact]


def _as_of(voice: Voice, day: str) -> Markup:
    return Markup("{} {}").format(voice.text("as of"), voice.day(day))


def _control(room: Room, voice: Voice, it: Body) -> tuple[str, str, Facts]:
    last = it["history"][-1]
    place = it["place"]
    holder = last.get("actor") or {}
    name = room.store.atlas.actor_name(holder["id"], voice.language) if holder.get("id") else holder.get("name")
    facts: Facts = [voice.word("state", last["state"]), voice.named(name), voice.since(last["from"])]
    return place["name"], f"places/{place.get('id') or it['id']}", facts


def _talks(room: Room, voice: Voice, it: Body) -> tuple[str, str, Facts]:
    last = it["events"][-1]
    name = voice.word("track", it["track"]) if it.get("track") else voice.text("outside a known track")
    return (
        name,
        f"talks/{it['id']}",
        [voice.many("%s act", "%s acts", it["many"]), voice.day((last.get("date") or {}).get("end"))],
    )


def _person(room: Room, voice: Voice, it: Body) -> tuple[str, str, Facts]:
    facts: Facts = [voice.word("fate", it["fate"])] if it.get("fate") else []
    return it["name"], f"people/{it['id']}", facts + [voice.named(it[name]) for name in ("role", "affiliation") if it.get(name)]


LISTS = (
    List(
        "tallies", "tally", mark("Running totals"),
        mark("Each source's own running count, as a series of its points. They are never added to each other or to single events."),
        mark("No source has given a running total."), _tally,
    ),
    List(
        "control", "control", mark("Control of places"), mark("Who holds which place, since when and by whose word."),
        mark("No source has said who holds a place."), _control,
    ),
    List("talks", "talks", mark("Talks"), mark("The acts of diplomacy, by track."), mark("No talks are recorded."), _talks),
    List(
        "people", "person", mark("People named in reports"),
        mark("The dead, the hurt and those who spoke. The missing, minors and witnesses are not shown to the public."),
        mark("No person is named who may be shown here."), _person,
    ),
)  # fmt: skip


def router(room: Room) -> APIRouter:
    """The lists, each a page at a time."""
    routes = APIRouter()
    for one in LISTS:
        routes.add_api_route(f"/{{language}}/{one.path}", _page(room, one), response_class=HTMLResponse)
    return routes


def _page(room: Room, one: List) -> Callable[..., HTMLResponse]:
    def show(request: Request, after: str | None = None) -> HTMLResponse:
        voice = voice_of(request)
        with room.store.reading() as connection:
            page = pages.listed(connection, one.kind, room.query(request), after=after)
        rows = [
            {"id": it["id"], "name": name, "href": f"/{voice.language}/{path}", "facts": facts}
            for it in page.rows
            for name, path, facts in [one.row(room, voice, it)]
        ]
        return room.page(
            request,
            "listing.html",
            heading=voice.text(one.heading),
            lead=voice.text(one.lead),
            nothing=voice.text(one.nothing),
            rows=rows,
            page=with_cursor(request, page.after),
        )

    return show
