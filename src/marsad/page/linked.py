"""Linked data that a page carries (schema.org in JSON-LD)."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from marsad.page.published import stamp
from marsad.text import key

Node = dict[str, Any]

_REPORTS = (
    "article",
    "newsarticle",
    "reportagenewsarticle",
    "analysisnewsarticle",
    "backgroundnewsarticle",
    "report",
    "blogposting",
    "liveblogposting",
    "socialmediaposting",
)
_PAGES = ("webpage", "itempage")
_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')


def nodes(tree: HtmlElement) -> list[Node]:
    """The objects of the page's linked data, those that describe reports before those that describe pages; lists of other reports left out."""
    found: list[Node] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            found.extend(_parsed(script.text or ""))
    return sorted(found, key=_rank)


def _parsed(text: str) -> Iterator[Node]:
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    try:
        yield from _objects(json.loads(text, strict=False))
    except ValueError:
        hit = _PUBLISHED.search(text)  # a stray comma or quotation mark in another field
        if hit:
            yield {"@type": "Article", "datePublished": hit.group(1)}


def _objects(value: Any) -> Iterator[Node]:
    if isinstance(value, list):
        for item in value:
            yield from _objects(item)
    elif isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph"))
        yield from _objects(value.get("mainEntity"))


def _rank(node: Node) -> int:
    said = node.get("@type")
    kinds = [str(kind).lower() for kind in (said if isinstance(said, list) else [said])]
    return 0 if any(kind in _REPORTS for kind in kinds) else 1 if any(kind in _PAGES for kind in kinds) else 2


def main(found: list[Node], title: str | None, address: str | None) -> Node | None:
    """The object that describes this page's report: of several the one with its headline or its address, else the first."""
    reports = [node for node in found if _rank(node) < 2]
    own = key(title or "")
    for node in reports:
        named = key(headline(node) or "")
        if named and own and (named in own or own in named):
            return node
        if address and address in (node.get("url"), node.get("@id"), node.get("mainEntityOfPage")):
            return node
    return reports[0] if reports else None


def published(node: Node | None) -> date | None:
    """The day of publication that an object gives."""
    values = (node.get(name) for name in ("datePublished", "dateCreated", "uploadDate")) if node else ()
    return next((day for value in values if isinstance(value, str) and (day := stamp(value))), None)


def headline(node: Node | None) -> str | None:
    """The headline that an object gives."""
    said = (node.get("headline") or node.get("name")) if node else None
    return " ".join(said.split()) or None if isinstance(said, str) else None


def publisher(found: list[Node]) -> str | None:
    """The name of the publisher that the first object with one gives."""
    for node in found:
        said = node.get("publisher")
        said = said[0] if isinstance(said, list) and said else said
        name = said.get("name") if isinstance(said, dict) else said
        if isinstance(name, str) and name.strip() and "/" not in name:
            return name.strip()
    return None
