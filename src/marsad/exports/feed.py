"""Incidents as RSS 2.0 and Atom 1.0 (RFC 4287): news of one question, the latest change first."""

from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import BinaryIO
from xml.etree.ElementTree import Element, ElementTree, SubElement, register_namespace

from marsad.exports.event import About, Event

_ATOM = "http://www.w3.org/2005/Atom"
register_namespace("", _ATOM)


def write_atom(out: BinaryIO, events: Iterable[Event], about: About, address: str = "", language: str = "ar") -> int:
    """Write an Atom feed; how many entries. ``address`` is where the desk is, "" where there is none."""
    feed = Element(f"{{{_ATOM}}}feed")
    _put(feed, "id", f"{address}/feeds?{about.filters}" if address else f"urn:marsad:{about.filters}")
    _put(feed, "title", f"Marsad: {about.filters}")
    _put(feed, "updated", f"{about.made}T00:00:00Z")
    _put(feed, "subtitle", " ".join(about.lines()))
    author = SubElement(feed, f"{{{_ATOM}}}author")
    _put(author, "name", "Marsad")
    count = 0
    for event in events:
        entry = SubElement(feed, f"{{{_ATOM}}}entry")
        id = event.incident["id"]
        _put(entry, "id", f"urn:marsad:{id}")
        _put(entry, "title", title(event))
        _put(entry, "updated", f"{_seen(event) or about.made}T00:00:00Z")
        if address:
            SubElement(entry, f"{{{_ATOM}}}link", href=f"{address}/{language}/incidents/{id}", rel="alternate", hreflang=language)
        _put(entry, "summary", summary(event))
        count += 1
    _save(out, feed)
    return count


def write_rss(out: BinaryIO, events: Iterable[Event], about: About, address: str = "", language: str = "ar") -> int:
    """Write an RSS feed; how many items."""
    rss = Element("rss", version="2.0")
    channel = SubElement(rss, "channel")
    for name, text in (
        ("title", f"Marsad: {about.filters}"),
        ("link", address or "urn:marsad"),
        ("description", " ".join(about.lines())),
    ):
        SubElement(channel, name).text = text
    count = 0
    for event in events:
        item = SubElement(channel, "item")
        id = event.incident["id"]
        SubElement(item, "title").text = title(event)
        if address:
            SubElement(item, "link").text = f"{address}/{language}/incidents/{id}"
        SubElement(item, "guid", isPermaLink="false").text = f"urn:marsad:{id}"
        day = datetime.fromisoformat(_seen(event) or about.made).replace(tzinfo=UTC)
        SubElement(item, "pubDate").text = format_datetime(day)
        SubElement(item, "description").text = summary(event)
        count += 1
    _save(out, rss)
    return count


def title(event: Event) -> str:
    """Place and day of an incident, as its reports write them."""
    when = event.date
    return " · ".join(part for part in (event.place.get("name"), when["start"] if when else None) if part) or event.incident["id"]


def summary(event: Event) -> str:
    """Each figure from its lowest to its highest, and who gives each end."""
    said = []
    for f in event.figures():
        low, high = f.get("low"), f.get("high")
        ends = f"{low}" if low == high else f"{'' if low is None else low}–{'' if high is None else high}"
        by = ", ".join(dict.fromkeys([*(f.get("low_by") or ()), *(f.get("high_by") or ())]))
        said.append(f"{ends} {f['outcome']} ({f['group']}; {by})" if ends != "None" else f"{f['outcome']}, no number ({by})")
    return "; ".join(said)


def _seen(event: Event) -> str | None:
    return event.incident.get("last_seen")


def _put(parent: Element, name: str, text: str) -> None:
    SubElement(parent, f"{{{_ATOM}}}{name}").text = _clean(text)


def _clean(text: str) -> str:
    """Text without the characters that XML 1.0 has no place for."""
    return "".join(
        c for c in text if c in "\t\n\r" or (c >= " " and not 0xD800 <= ord(c) <= 0xDFFF and ord(c) not in (0xFFFE, 0xFFFF))
    )


def _save(out: BinaryIO, root: Element) -> None:
    for node in root.iter():
        node.text = _clean(node.text) if node.text else node.text
    ElementTree(root).write(out, encoding="utf-8", xml_declaration=True)
