"""Feeds and news site maps: the addresses they give, with what they say of each page."""

import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

import feedparser
from lxml import etree  # type: ignore[import-untyped]

from marsad.intake.document import Link, Problem

MOST = 50_000
"""Addresses taken from one file: a site map may hold no more (sitemaps.org protocol 0.9), and no feed holds as many."""

_ENTITY = re.compile(rb"<!ENTITY", re.I)
_NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
_XML = {"resolve_entities": False, "no_network": True, "recover": True, "huge_tree": False, "load_dtd": False}


def feed(data: bytes, where: str) -> Iterator[Link | Problem]:
    """The entries of an RSS or Atom feed; ``where`` is its address, against which links are resolved.

    Broken XML is read as far as it goes, and said.
    """
    if refusal := _entities(data, where):
        yield refusal
        return
    try:
        found = feedparser.parse(
            data, sanitize_html=False, resolve_relative_uris=False, response_headers={"content-type": "application/xml"}
        )
    except (LookupError, ValueError, TypeError, AttributeError) as error:  # elements where feedparser looks for none
        yield Problem(where, f"the feed is not made as feeds are and cannot be read ({type(error).__name__})")
        return
    outlet = _text(found.feed.get("title"))
    given = False
    for entry in found.entries[:MOST]:
        address = _text(entry.get("link")) or _text(entry.get("id"))
        if not address:
            yield Problem(where, f"an entry has no link: {_text(entry.get('title')) or 'and no title'}")
            continue
        given = True
        if not (whole := _whole(where, address)):
            yield Problem(where, f"an entry's link cannot be taken apart: {address[:200]}")
            continue
        day = _day(entry.get("published") or entry.get("updated"))
        yield Link(whole, where, _text(entry.get("title")), day, outlet)
    if found.bozo and not isinstance(found.bozo_exception, feedparser.CharacterEncodingOverride):
        broken = str(found.bozo_exception).splitlines()[0]
        yield Problem(where, f"the feed is broken XML ({broken}); what could be read of it was taken")
    elif not given:
        yield Problem(where, "the feed is empty")


def sitemap(data: bytes, where: str) -> Iterator[Link | Problem]:
    """The pages of a site map, with what its news extension says of them, or the site maps of an index.

    The extension is Google's sitemap-news 0.9: publication name, date and title.
    """
    if refusal := _entities(data, where):
        yield refusal
        return
    try:
        root = etree.fromstring(data, etree.XMLParser(**_XML))
    except etree.XMLSyntaxError as error:
        yield Problem(where, f"the site map is broken XML ({error.msg})")
        return
    if root is None:
        yield Problem(where, "the site map is broken XML")
        return
    index = _named(root).lower() == "sitemapindex"
    given = 0
    for element in root:
        if _named(element) not in ("url", "sitemap"):
            continue
        address = next((_text(e.text) for e in element if _named(e) == "loc"), None)
        if not address:
            yield Problem(where, f"an entry near line {element.sourceline} has no address")
            continue
        given += 1
        if given > MOST:
            yield Problem(where, f"the site map has more than {MOST} addresses; the first were taken")
            return
        if not (whole := _whole(where, address)):
            yield Problem(where, f"the address near line {element.sourceline} cannot be taken apart: {address[:200]}")
            continue
        says = {tag: _text(element.findtext(f".//{_NEWS}{tag}")) for tag in ("title", "publication_date", "name")}
        day = _day(says["publication_date"])
        yield Link(whole, where, says["title"], day, says["name"], index)
    if not given:
        yield Problem(where, "the site map is empty")


def _named(element: etree._Element) -> str:
    """The name of an element without its namespace, whatever stands there; "" for a comment and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _entities(data: bytes, where: str) -> Problem | None:
    """Entities of its own, which no feed needs and a bomb is made of, are refused."""
    if _ENTITY.search(data.replace(b"\0", b"")):
        return Problem(where, "the XML defines entities of its own, as bombs do: it is not read")
    return None


def _whole(where: str, address: str) -> str | None:
    """An address resolved against where it stands; None for what is none, such as a host with one bracket."""
    try:
        return urljoin(where, address)
    except ValueError:
        return None


def _text(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _day(stamp: object) -> str | None:
    """The day of a moment as written, in the writer's own time zone (RFC 822 or ISO 8601), else None."""
    written = _text(stamp)
    if not written:
        return None
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(written).date().isoformat()
        except ValueError:
            continue
    return None
