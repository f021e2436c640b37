"""One document read, from its bytes to its report; runs in a process of its own (see ``chunk``), so that it may fail in any way."""

import hashlib
import json
from dataclasses import dataclass, replace

from marsad import jsonl, page, reading
from marsad.intake import gate, pdf, warc
from marsad.intake.document import Document, Position, Problem
from marsad.intake.sniff import sniff
from marsad.language.ar.dates import dateline
from marsad.model import Article, MarsadError, Report
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
    """A document's report; ``sha256`` is that of the bytes it came from."""

    where: str
    report: Report
    at: Position | None = None


Outcome = Taken | Turned | Problem


def outcome(document: Document, ocr: bool = False) -> Outcome:
    """What becomes of a document; input that cannot be used is a Problem, and so is a fault of ours."""
    try:
        return _outcome(document, ocr)
    except MarsadError as error:
        said = str(error)
        return Problem(document.where, said.removeprefix(f"{document.where} "))
    except MemoryError:
        return Problem(document.where, "needs more memory than one document may")
    except Exception as error:
        said = f"{type(error).__name__}: {error}".splitlines()[0]
        return Problem(document.where, f"marsad failed on it, please tell its makers: {said}")


def _outcome(document: Document, ocr: bool) -> Outcome:
    if document.kind == "line":
        document = _line(document)
    data = document.data
    if data is None:
        data, document, refusal = _fetched(document)
        if refusal:
            return refusal
    raw = data
    if document.kind == "pdf" or (isinstance(data, bytes) and sniff(data) == "pdf"):
        assert isinstance(data, bytes)
        data = pdf.text(data, document.where, ocr)
    elif isinstance(data, bytes) and (form := sniff(data)) not in TEXTS:
        return Turned(document.where, f"is {'empty' if form == 'empty' else f'no page but {form} data'}")
    if document.sifted and not (seen := gate.look(shown(data, document.where), document.title)).passes:
        return Turned(document.where, seen.reason)
    return Taken(document.where, reading.read(_article(document, data, raw)), document.at)


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


def _fetched(document: Document) -> tuple[bytes, Document, Turned | None]:
    """The bytes at a document's place, and the document with what is written beside them."""
    at = document.at
    if at is None:
        raise MarsadError("has neither bytes nor a place where they lie")
    if document.kind != "record":
        with open(at.file, "rb") as file:
            file.seek(at.offset)
            return file.read(at.length if at.length is not None else -1), document, None
    held = warc.payload(at)
    refusal = Turned(document.where, f"was answered with status {held.status}") if held.status not in (None, 200) else None
    return held.content, replace(document, url=document.url or held.url), refusal


def _line(document: Document) -> Document:
    """A line of the batch form (RECORD, 4) at a place in a file, as a document."""
    assert document.at
    with open(document.at.file, "rb") as file:
        file.seek(document.at.offset)
        line = file.readline(jsonl.LONGEST + 1)
    try:
        fields = json.loads(line)
        text = fields.get("text") or fields["html"]
        named = {name: fields.get(name) for name in ("id", "url", "outlet", "title", "published")}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise MarsadError('is no line of the form {"id", "title", "outlet", "url", "published", "text" or "html"}') from None
    return replace(document, data=text, kind="page", **named)
