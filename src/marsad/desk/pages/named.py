"""Pages of those who are named: tracks of talks, people, actors and sources."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from marsad.desk.headline import headline
from marsad.desk.room import Room, voice_of, with_cursor
from marsad.desk.sentences import sentence
from marsad.store import pages, reliability, rulings
from marsad.world.actors import Actors

_SHOWN = 30
_LISTED = 100  # acts of talks or claims of a person on a page


def router(room: Room, actors: Actors) -> APIRouter:
    """The pages of a track, a person and an actor."""
    routes = APIRouter()

    @routes.get("/{language}/talks/{id}", response_class=HTMLResponse)
    def talks(request: Request, id: str, after: int = 0) -> HTMLResponse:
        voice = voice_of(request)
        with room.store.reading() as connection:
            found = pages.excerpt(connection, id, room.query(request), "events", max(0, after), _LISTED)
        if found is None:
            raise HTTPException(404)
        it, many = found
        heading = voice.word("track", it["track"]) if it.get("track") else voice.text("Talks outside a known track")
        return room.page(request, "talks.html", it=it, heading=heading, all=many, page=_further(request, after, many))

    @routes.get("/{language}/people/{id}", response_class=HTMLResponse)
    def person(request: Request, id: str, after: int = 0) -> Response:
        voice, query = voice_of(request), room.query(request)
        with room.store.reading() as connection:
            if (now := pages.redirected(connection, id)) != id and pages.record(connection, now, query):
                return RedirectResponse(f"/{voice.language}/people/{now}", 301)
            acts, seen = rulings.of(connection, id), rulings.seen(connection, id)
            grades = reliability.rated(connection, room.store.atlas)
            it = pages.record(connection, id, query)
            if it is None:
                raise HTTPException(404)
            claims = pages.claims_of(connection, id, query, _LISTED, max(0, after))
            reports = pages.articles_by_id(connection, sorted({claim["article"] for claim in claims}), query)
            incidents = pages.lines(connection, (it.get("incidents") or ())[:_LISTED], query)
        told = [{"claim": claim, "article": reports[claim["article"]]} for claim in claims]
        return room.page(
            request, "person.html", it=it, claims=told, incidents=incidents, sentence=sentence, acts=acts, seen=seen, grades=grades,
            headline=lambda claim: headline(claim, voice), page=_further(request, after, len(it["claims"])),
        )  # fmt: skip

    @routes.get("/{language}/actors/{id}", response_class=HTMLResponse)
    def actor(request: Request, id: str) -> HTMLResponse:
        voice, viewer = voice_of(request), room.query(request).viewer
        with room.store.reading() as connection:
            incidents = pages.listed(connection, "incident", room.of_one("actor", id, viewer), _SHOWN).rows
            tallies = pages.listed(connection, "tally", room.of_one("source", id, viewer), _SHOWN).rows
        entry = actors.entries.get(id)
        name = room.store.atlas.actor_name(id, voice.language)
        if name == id and not incidents and not tallies:
            raise HTTPException(404)
        return room.page(request, "actor.html", id=id, name=name, entry=entry, incidents=incidents, tallies=tallies)

    return routes


def _further(request: Request, start: int, many: int) -> dict[str, str | None]:
    """The addresses of the next part of a long list and of its start."""
    after = max(0, start) + _LISTED
    return with_cursor(request, str(after) if after < many else None)
