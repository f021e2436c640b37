"""One document read, from its bytes to its report; runs in a process of its own (see ``chunk``), so that it may fail in any way."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from marsad import jsonl, page, reading
from marsad.intake import feed, gate, pdf, warc
from marsad.intake.document import Document, Link, Position, Problem
from marsad.intake.sniff import sniff
from marsad.language import dateline
from marsad.model import CONTRACT, Article, MarsadError, Report, claim_of, from_json
from marsad.page.decode import decode
from marsad.page.parts import part

TEXTS = frozenset(("html", "text", "xml", "json"))
"""What bytes may be to hold a report, as ``sniff`` tells it."""


@dataclass(frozen=True, slots=True)
class Turned:
    """A document that was turned away, and why: it is no page, or it speaks of no conflict."""

    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class Taken:
    """A document's report. Of a record of a web archive, ``at`` is its place and ``archived`` the moment it was fetched, as written there."""

    where: str
    report: Report
    at: Position | None = None
    archived: str | None = None


@dataclass(frozen=True, slots=True)
class Led:
    """A feed or a site map: what it leads to, and what of it could not be used."""

    where: str
    found: tuple[Link | Problem, ...]


Outcome = Taken | Turned | Led | Problem


def outcome(document: Document, ocr: bool = False, read: Callable[[Article], Report] = reading.read) -> Outcome:
    """What becomes of a document, its article read by ``read``; input that cannot be used is a Problem, and so is a fault of ours."""
    try:
        return _outcome(document, ocr, read)
    except MarsadError as error:
        said = str(error)
        return Problem(document.where, said.removeprefix(f"{document.where} "))
    except MemoryError:
        return Problem(document.where, "needs more memory than one document may")
    except Exception as error:
        said = f"{type(error).__name__}: {error}".splitlines()[0]
        return Problem(document.where, f"marsad failed on it, please tell its makers: {said}")


def _outcome(document: Document, ocr: bool, read: Callable[[Article], Report]) -> Outcome:
    if document.kind == "line":
        found = _line(document)
        if not isinstance(found, Document):
            return found
        document = found
    data, archived = document.data, None
    if document.kind == "record" and document.at:
        held = warc.payload(document.at)
        if held.status not in (None, 200):
            return Turned(document.where, f"was answered with status {held.status}")
        data, archived, document = held.content, held.at, replace(document, url=document.url or held.url)
    elif data is None:
        data = _bytes(document)
    raw = data
    if document.kind == "pdf" or (isinstance(data, bytes) and sniff(data) == "pdf"):
        assert isinstance(data, bytes)
        data = pdf.text(data, document.where, ocr)
    elif isinstance(data, bytes) and (form := sniff(data)) not in TEXTS:
        if form in ("feed", "sitemap") and not document.at:
            return Led(
                document.where, tuple((feed.feed if form == "feed" else feed.sitemap)(data, document.url or document.where))
            )
        return Turned(document.where, f"is {'empty' if form == 'empty' else f'no page but {form} data'}")
    if document.sifted and not (seen := gate.look(shown(data, document.where), document.title)).passes:
        return Turned(document.where, seen.reason)
    return Taken(document.where, read(_article(document, data, raw)), document.at, archived)


def _article(document: Document, data: bytes | str, raw: bytes | str) -> Article:
    """The article of a document. What its source says of it goes before what its page says where it is asserted, else after it."""
    article = page.article(
        data,
        id=document.id,
        url=document.url,
        outlet=document.outlet,
        title=document.title,
        published=document.published if document.asserted else None,
        dateline=dateline,
    )
    if raw is not data and isinstance(raw, bytes):
        article = replace(article, sha256=hashlib.sha256(raw).hexdigest())
    if article.published is None and document.published:
        article = replace(article, published=document.published, published_from="option")
    passed_on = [f"forwarded from {document.via}"] if document.via else []
    passed_on += [f"edited {document.edited}"] if document.edited else []
    return replace(article, via="; ".join(passed_on)) if passed_on else article


def shown(data: bytes | str, where: str) -> str:
    """The words a page shows, quickly: its body as resiliparse finds it, else all of it; of a text the text itself.

    resiliparse takes 0.3 to 0.6 ms for a page of 30 kB, trafilatura 6 and more (measured on one core).
    """
    text = data if isinstance(data, str) else decode(data, where)
    return part("quick").shown(text) if "<" in text else text


def _bytes(document: Document) -> bytes:
    at = document.at
    if at is None:
        raise MarsadError("has neither bytes nor a place where they lie")
    with open(at.file, "rb") as file:
        file.seek(at.offset)
        return file.read(at.length if at.length is not None else -1)


def _line(document: Document) -> Document | Taken | Problem:
    """A line of the batch form (RECORD, 4) as a document; one that Marsad itself wrote as the report it is."""
    line = document.data
    if line is None:
        with open(document.at.file if document.at else "", "rb") as file:
            file.seek(document.at.offset if document.at else 0)
            line = file.readline(jsonl.LONGEST + 1)
    line = line.encode() if isinstance(line, str) else line
    if own := _own(line):
        return Taken(document.where, own)

    def made(body: str, id: str | None = None, **said: Any) -> Document:
        return replace(document, data=body, kind="page", id=id, **said)

    found = jsonl.answer(line, made)
    return found if isinstance(found, Document) else Problem(document.where, found.error)


def _own(line: bytes) -> Report | None:
    """The report of a line that Marsad itself wrote; None where it is an article to be read."""
    if b'"marsad"' not in line or len(line) > jsonl.LONGEST:
        return None
    try:
        body = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(body, dict) or body.get("marsad") != CONTRACT or not isinstance(body.get("article"), dict):
        return None
    if body.get("claims") is None:
        raise MarsadError(f"it holds no claims: {body.get('error') or 'it could not be read then either'}")
    return Report(from_json(Article, body["article"]), tuple(map(claim_of, body["claims"])))
