"""FollowTheMoney entities as JSON Lines: events, documents, organisations, people and their links; needs the extra ``marsad[ftm]``.

Persons are written only where they are named as involved and the viewer may see them; nothing of the harmed is inferred.
"""

import json
from collections.abc import Iterable, Iterator
from typing import IO, Any

from followthemoney import model

from marsad.exports.event import About, Body, Event


def write(out: IO[str], events: Iterable[Event], about: About) -> int:
    """Write entities, one a line, each id once; how many."""
    written: set[str] = set()
    for event in events:
        for entity in entities(event, about):
            if entity["id"] not in written:
                written.add(entity["id"])
                out.write(json.dumps(entity, ensure_ascii=False) + "\n")
    return len(written)


def entities(event: Event, about: About) -> Iterator[dict[str, Any]]:
    """The event, its reports, its actors and the persons its claims name."""
    place, when = event.place, event.date or {}
    happened = _made("Event", event.incident["id"])
    happened.add("name", " · ".join(part for part in (place.get("name"), when.get("start")) if part) or event.incident["id"])
    happened.add("startDate", when.get("start"))
    happened.add("endDate", when.get("end"))
    happened.add("country", (place.get("country") or "").lower() or None)
    happened.add("location", place.get("name"))
    happened.add("keywords", list(event.incident.get("means") or ()))
    happened.add("notes", list(about.lines()))
    happened.add("summary", "; ".join(_figure(f) for f in event.figures()) or None)
    for actor in event.incident.get("actors") or ():
        body = _made(
            "PublicBody" if actor.get("type") == "state_forces" else "Organization", f"actor-{actor.get('id') or actor['name']}"
        )
        body.add("name", actor["name"])
        happened.add("involved", body.id)
        yield body.to_dict()
    for person in _people(event):
        someone = _made("Person", f"person-{event.incident['id']}-{person['name']}")
        someone.add("name", person["name"])
        someone.add("position", person.get("role"))
        happened.add("involved", someone.id)
        yield someone.to_dict()
    for report in event.articles:
        document = _made("Article", f"article-{report['id']}")
        document.add("title", report.get("title") or report["id"])
        document.add("publisher", report.get("outlet"))
        document.add("publishedAt", report.get("published"))
        document.add("sourceUrl", report.get("url"))
        document.add("notes", f"SHA-256 {report['sha256']}" if report.get("sha256") else None)  # contentHash takes SHA-1 alone
        happened.add("proof", document.id)
        yield document.to_dict()
    yield happened.to_dict()


def _made(schema: str, key: str) -> Any:
    entity = model.make_entity(schema)
    entity.make_id("marsad", key)
    return entity


def _people(event: Event) -> Iterator[Body]:
    seen: set[str] = set()
    for claim in event.claims:
        person = claim.get("person")
        if person and person["name"] not in seen and "█" not in person["name"]:
            seen.add(person["name"])
            yield person


def _figure(figure: Body) -> str:
    low, high = figure.get("low"), figure.get("high")
    ends = f"{low}" if low == high else f"{'' if low is None else low}–{'' if high is None else high}"
    return f"{ends} {figure['outcome']} ({figure['group']})"
