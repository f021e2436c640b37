"""A report as it was published, every claim marked in its words, and the search over reports and claims."""

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup
from starlette.exceptions import HTTPException

from marsad.desk.headline import headline
from marsad.desk.marked import stretches
from marsad.desk.room import Room, mail, voice_of, with_cursor
from marsad.desk.sentences import sentence
from marsad.desk.vocabulary import CLOSED
from marsad.store import captures, pages, reliability
from marsad.store.captures import Fate
from marsad.store.discretion import PUBLIC
from marsad.store.query import query_of

_EXCERPT = 240


def router(room: Room) -> APIRouter:
    """The page of a report, and search."""
    routes = APIRouter()

    @routes.get("/{language}/articles/{id:path}", response_class=HTMLResponse)
    def show(request: Request, id: str) -> Response:
        voice, query = voice_of(request), query_of({}, room.store.atlas, room.query(request).viewer)
        wanted = request.query_params.get("version")
        with room.store.reading() as connection:
            versions = pages.versions(connection, id, query)
            it = next((v for v in versions if wanted is None or str(v["version"]) == wanted), None)
            if it is None:
                raise HTTPException(404)
            if it["protected"] and query.viewer.cleared:
                return RedirectResponse(f"/{voice.language}/testimonies/{id}", 303)
            claims = pages.claims_in(connection, id, query) if it is versions[0] else ()
            public = pages.versions(connection, id, query_of({}, room.store.atlas, PUBLIC))[0]
            stands = pages.records_of(connection, [claim["id"] for claim in claims], query)
            fate = captures.fates_of(connection, [versions[0]]).get(id)
            grades = reliability.rated(connection, room.store.atlas)
        spans = ((c["evidence"]["start"], c["evidence"]["end"], c["id"]) for c in claims if c["evidence"].get("in") != "title")
        return room.page(
            request,
            "article.html",
            it=it,
            versions=versions if len(versions) > 1 else (),
            claims=claims,
            grades=grades,
            fate=fate,
            stretches=stretches(it["text"], spans, it["masked"]),
            incident_of={claim: _path(record) for claim, record in stands.items()},
            headline=lambda claim: headline(claim, voice),
            closed=CLOSED,
            mail=mail(public["title"] or public["outlet"] or "Marsad", [str(request.url.replace(query=""))]),
        )

    @routes.get("/{language}/search", response_class=HTMLResponse)
    def search(request: Request, q: str = "", exact: str = "", after: str | None = None) -> HTMLResponse:
        voice = voice_of(request)
        rows: list[dict[str, Any]] = []
        cursor = None
        if q.strip():
            query = query_of({"exact" if exact else "q": q}, room.store.atlas, room.query(request, exact="", q="").viewer)
            with room.store.reading() as connection:
                articles = pages.articles_page(connection, query, 20, after)
                claims = pages.claims_page(connection, query, 20) if after is None else None
                ids = sorted({claim["article"] for claim in (claims.rows if claims else ())})
                reports = pages.articles_by_id(connection, ids, query)
                fates = captures.fates_of(connection, {it["id"]: it for it in (*articles.rows, *reports.values())}.values())
            for claim in claims.rows if claims else ():
                it = reports[claim["article"]]
                rows.append(_row(it, sentence(it, claim), f"#c-{claim['id']}", voice.language, fates))
            rows += [_row(it, _excerpt(it["text"], q), "", voice.language, fates) for it in articles.rows]
            cursor = articles.after
        return room.page(request, "search.html", q=q, exact=exact, rows=rows, page=with_cursor(request, cursor))

    return routes


def _path(record: str) -> str:
    """The path of a record's page by the kind its id begins with."""
    folder = {"in-": "incidents", "ta-": "tallies", "co-": "places", "tk-": "talks", "pe-": "people"}[record[:3]]
    return f"/{folder}/{record}"


def _row(
    article: Mapping[str, Any], excerpt: Markup | str, anchor: str, language: str, fates: Mapping[str, Fate]
) -> dict[str, Any]:
    return {
        "id": article["id"],
        "fate": fates.get(article["id"]),
        "href": f"/{language}/articles/{article['id']}{anchor}",
        "title": article.get("title") or article.get("outlet") or article["id"],
        "outlet": article.get("outlet"),
        "published": article.get("published"),
        "excerpt": excerpt,
    }


def _excerpt(text: str, words: str) -> str:
    """Some of a text about the first of the words looked for, as they are spelled; its beginning where spelling differs."""
    found = [at for word in words.split() if (at := text.find(word)) >= 0]
    start = max(0, min(found, default=0) - _EXCERPT // 3)
    return ("…" if start else "") + text[start : start + _EXCERPT].strip() + "…"
