"""Nouns as rows: the columns by which claims and articles are found, beside their JSON."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from marsad.model import (
    Actor,
    AnyClaim,
    Article,
    Attack,
    Casualty,
    Control,
    Place,
    Report,
    Source,
    Speaker,
    Statement,
    as_json,
    claim_of,
)
from marsad.store.audit import canonical, digest
from marsad.store.discretion import withheld
from marsad.store.tables import UNKNOWN_DAY
from marsad.text import key

LONGEST = 400
"""Days by which the day that orders rows may stand before their last: whoever asks for a time must look back no further."""

Named = Actor | Source | Speaker


def ordinal(day: str | None) -> int:
    """The number of an ISO day, of the first day of a month or a year; UNKNOWN_DAY where there is none."""
    if not day:
        return UNKNOWN_DAY
    return date.fromisoformat(f"{day}-01-01"[:10]).toordinal()


def iso(day: int) -> str | None:
    """The ISO day of a number, None for UNKNOWN_DAY."""
    return None if day == UNKNOWN_DAY else date.fromordinal(day).isoformat()


def value(named: Named | None) -> str | None:
    """What a named thing is filtered by: its id, or its folded name after a tilde where it has none."""
    if named is None:
        return None
    return named.id or "~" + key(named.name)


def place_value(place: Place) -> str:
    """What a place is filtered by: its id, or its folded name after a tilde where it is unlisted."""
    return place.id or "~" + key(place.name)


def compact(noun: Any) -> str:
    """The JSON of a noun without its nulls and empty lists, which are its defaults, in the one way its hash is taken."""
    return canonical(_filled(as_json(noun)))


def _filled(body: Any) -> Any:
    if isinstance(body, dict):
        return {name: _filled(item) for name, item in body.items() if item is not None and item != []}
    return [_filled(item) for item in body] if isinstance(body, list) else body


def article_key(article: Article) -> str:
    """What makes two reports versions of one article: its address, or where it has none its outlet and the id it was given."""
    return f"url {article.url}" if article.url else f"id {article.outlet or ''}\x1f{article.id}"


def article_digest(article: Article) -> str:
    """SHA-256 of all that came with an article."""
    facts = (article.url, article.outlet, article.title, article.published, article.language)
    return digest(article.sha256, article.text, *(fact or "" for fact in facts), *([article.via] if article.via else []))


def claim_row(claim: AnyClaim, article_day: int) -> dict[str, Any]:
    """The columns of a claim that its own content gives."""
    day, until = _days(claim, article_day)
    body = compact(claim)
    hidden = withheld(claim)
    place = claim.place
    counted = claim if isinstance(claim, Casualty) else None
    return {
        "id": claim.id, "kind": claim.kind, "stance": claim.stance, "source": value(claim.source), "actor": value(_actor(claim)),
        "outcome": counted and counted.outcome, "grp": counted and counted.group, "period": counted and counted.period,
        "low": counted and counted.count.low, "high": counted and counted.count.high,
        "place": place and place_value(place), "country": place and place.country,
        "latitude": place and place.latitude, "longitude": place and place.longitude, "precision": place and place.precision,
        "day": max(day, until - LONGEST), "until": until,
        "withheld": canonical([hidden.reason, *hidden.names]) if hidden else None,
        "reader": claim.reader, "body": body, "digest": digest(body),
    }  # fmt: skip


def _actor(claim: AnyClaim) -> Named | None:
    match claim:
        case Casualty():
            return claim.by
        case Control():
            return claim.actor
        case Attack():
            return claim.actor or claim.claimed_by
        case Statement():
            return claim.speaker
        case _:
            return None


def _days(claim: AnyClaim, article_day: int) -> tuple[int, int]:
    """First and last day: of what is told, else of the count, else of its article."""
    if claim.date:
        return ordinal(claim.date.start), ordinal(claim.date.end)
    if isinstance(claim, Casualty) and claim.as_of:
        return (day := ordinal(claim.as_of.date)), day
    return article_day, article_day


def article_of(row: Mapping[str, Any]) -> Article:
    """The article of a row."""
    names = ("id", "text", "sha256", "url", "outlet", "title", "published", "published_from", "language", "via")
    return Article(**{name: row[name] for name in names}, masked=tuple((a, b) for a, b in json.loads(row["masked"])))


def claim_of_body(body: str) -> AnyClaim:
    """The claim of its kept JSON."""
    return claim_of(json.loads(body))


def report_of(row: Mapping[str, Any], bodies: list[str]) -> Report:
    """The report of an article's row and its claims' JSON."""
    return Report(article_of(row), tuple(map(claim_of_body, bodies)))
