"""Rows as a viewer sees them: the one door through which articles, claims and records leave the store."""

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import RowMapping

from marsad.store import whole
from marsad.store.discretion import Span, Viewer, coarse_json, cover, cover_names
from marsad.store.keep import WHOLE

Row = RowMapping | Mapping[str, Any]


def record(row: Row, viewer: Viewer, known: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """A record as the contract writes it, or what was ``known`` of it. The public sees names at risk covered, coordinates coarse."""
    body: dict[str, Any] = json.loads(row["body"]) if known is None else dict(known)
    if not viewer.cleared:
        return _public(body, json.loads(row["withheld"]))
    viewer.note(body["id"], bool(body.get("restricted")) or _covers(body, json.loads(row["withheld"])))
    return body


def claim(row: Row, viewer: Viewer) -> dict[str, Any]:
    """A claim as the contract writes it, with the id of its article. The row holds ``article_id`` and ``article_withheld``."""
    body: dict[str, Any] = whole.claim(json.loads(row["body"]))
    withheld = json.loads(row["article_withheld"])
    names = withheld["names"]
    if not viewer.cleared:
        if withheld.get(WHOLE):
            body |= {"evidence": {"text": "", "start": 0, "end": 0}, "rule": "entered by a person"}
        body = _public(body, names, withheld.get("home", False))
    viewer.note(body["id"], viewer.cleared and (withheld.get(WHOLE, False) or _covers(body, names)))
    return body | {"article": row["article_id"]}


def article(row: Row, viewer: Viewer) -> dict[str, Any]:
    """An article as the contract writes it, with its version and moments; what the public does not see is covered in its place."""
    names = (
        "id",
        "url",
        "outlet",
        "title",
        "published",
        "published_from",
        "language",
        "via",
        "sha256",
        "text",
        "version",
        "first_seen",
    )
    body = {name: row[name] for name in names} | {"superseded": row["superseded"], "masked": json.loads(row["masked"])}
    hidden = json.loads(row["withheld"])
    body["protected"] = hidden.get(WHOLE, False)
    viewer.note(body["id"], viewer.cleared and bool(body["protected"] or hidden["text"] or hidden["title"]))
    if not viewer.cleared and body["protected"]:
        return body | {"text": "", "title": None, "sha256": None, "outlet": None, "url": None, "masked": []}
    if not viewer.cleared:
        body["text"] = cover(body["text"], _spans(hidden["text"]))
        body["title"] = body["title"] and cover(body["title"], _spans(hidden["title"]))
    return body


def refusals(row: Row, viewer: Viewer) -> list[dict[str, Any]]:
    """What was refused in reading an article, and why."""
    body: list[dict[str, Any]] = json.loads(row["refusals"])
    return body if viewer.cleared else cover_names(body, json.loads(row["withheld"])["names"])


def _public(body: dict[str, Any], names: list[str], home: bool = False) -> dict[str, Any]:
    seen: dict[str, Any] = cover_names(coarse_json(body, home), names)
    return seen


def _covers(body: dict[str, Any], names: list[str]) -> bool:
    """Whether something in it is covered before the public: a name at risk, an e-mail address, a number to call."""
    return bool(cover_names(body, names) != body)


def _spans(pairs: list[list[int]]) -> list[Span]:
    return [(start, end) for start, end in pairs]
