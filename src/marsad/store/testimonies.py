"""What was entered from testimony, image or video: its words as an article, its document by its hash, its source protected by default.

Who a protected source is stands nowhere: it is a code, which whoever entered it may know outside this store. Its words are shown to the cleared
alone (``keep.hidden``); the figures that rest on them count and fuse like all others.
"""

import secrets
from dataclasses import dataclass
from typing import Any, get_args

from sqlalchemy import Connection, insert, select, update

from marsad.model import Article, MarsadError, Report
from marsad.model.values import SourceType
from marsad.store import audit, keep
from marsad.store.atlas import CODE, Atlas
from marsad.store.audit import Act
from marsad.store.office import VIA, testimonies
from marsad.store.tables import articles

KINDS = ("testimony", "image", "video", "document")
LONGEST = 100_000
"""Characters of a testimony."""


@dataclass(frozen=True, slots=True)
class Testimony:
    """One of them: the id of its article, whose word it is, whether that is protected; the SHA-256, media type by its bytes and size of its
    document, where there is one; who entered it and when; who took it back, and why."""

    article: str
    kind: str
    source: str
    protected: bool
    document: str | None
    media: str | None
    size: int | None
    by: str
    at: str
    withdrawn: str | None = None
    withdrawn_by: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A document's SHA-256, its media type by its bytes, and its size."""

    sha256: str
    media: str
    size: int


@dataclass(frozen=True, slots=True)
class Told:
    """What is entered: its kind, its words (of an image or video what it shows, a line a mark), its day and language, and whose word it is: a
    code of a protected source, "" for a new one; or the name and type of a source that is public already."""

    kind: str
    text: str
    published: str | None = None
    language: str | None = None
    code: str = ""
    name: str = ""
    type: str = ""


def enter(connection: Connection, told: Told, document: Document | None, by: str) -> Testimony:
    """Keep a testimony; no claim is read in it. MarsadError where it says nothing, or names a source in a way that cannot be used."""
    text = told.text.replace("\r\n", "\n").strip()
    if told.kind not in KINDS:
        raise MarsadError(f"{told.kind!r} is no kind of testimony: there is {', '.join(KINDS)}")
    if not text or len(text) > LONGEST:
        raise MarsadError(f"write what it says or shows, in 1 to {LONGEST:,} letters: claims point at these words")
    if told.name.strip() and told.type not in get_args(SourceType):
        raise MarsadError(f"{told.type!r} is no type of source: there is {', '.join(get_args(SourceType))}")
    source, protected = (told.name.strip(), False) if told.name.strip() else (_code(connection, told.code.strip()), True)
    id = f"te-{secrets.token_hex(8)}"
    sha256 = document.sha256 if document else audit.digest(text)
    article = Article(id, text, sha256, published=told.published, published_from="option" if told.published else None,
                      language=told.language, outlet=None if protected else source, via=VIA)  # fmt: skip
    keep.keep(connection, [Report(article, ())], by, whole={id: (source,)} if protected else {})
    at = audit.moment(connection)
    written = source if protected else f"{told.type}\x1f{source}"
    hash, media, size = (document.sha256, document.media, document.size) if document else (None, None, None)
    made = Testimony(id, told.kind, written, protected, hash, media, size, by, at)
    connection.execute(insert(testimonies).values(**{column.name: getattr(made, column.name) for column in testimonies.c}))
    detail = {"kind": told.kind, "protected": protected} | ({"document": document.sha256} if document else {})
    audit.record(connection, by, at, [Act("testimony entered", id, detail)])
    return made


def find(connection: Connection, id: str) -> Testimony | None:
    """The testimony of an article's id."""
    row = connection.execute(select(testimonies).where(testimonies.c.article == id)).mappings().first()
    return Testimony(**row) if row else None


def everything(connection: Connection) -> list[Testimony]:
    """All of them, the latest first, the withdrawn among them."""
    found = select(testimonies).order_by(testimonies.c.at.desc(), testimonies.c.article)
    return [Testimony(**row) for row in connection.execute(found).mappings()]


def codes(connection: Connection) -> list[str]:
    """The codes of protected sources, for another document of the same one."""
    found = select(testimonies.c.source).where(testimonies.c.protected.is_(True)).distinct().order_by(testimonies.c.source)
    return list(connection.execute(found).scalars())


def source_of(one: Testimony, atlas: Atlas) -> dict[str, Any]:
    """The one whose word a testimony is, as a claim's source."""
    if one.protected:
        return {"name": one.source, "id": one.source, "type": "witnesses"}
    type, _, name = one.source.partition("\x1f")
    known = atlas.asserter_of(name)
    return {"name": name, "type": type} | ({"id": known} if known else {})


def claimed(one: Testimony, atlas: Atlas, start: int, end: int, text: str, mark: str) -> dict[str, Any]:
    """The frame of a claim entered from a testimony: its evidence are these characters, or the mark where in the document it stands; the
    figure keeps no words of a protected source. MarsadError for characters that it has not."""
    if not 0 <= start < end <= len(text):
        raise MarsadError("say which words of the testimony make the claim: mark them, or choose a line")
    where = f"at {' '.join(mark.split())[:120]} of the {one.kind}" if mark.strip() else f"the {one.kind}"
    words = "as told" if one.protected else text[start:end]
    return {
        "evidence": {"text": text[start:end], "start": start, "end": end},
        "stance": "asserted",
        "count": {"text": words},
        "source": source_of(one, atlas),
        "rule": where,
    }


def withdraw(connection: Connection, id: str, by: str, reason: str) -> None:
    """Take a testimony back: its claims count no longer, it stays readable for the cleared. MarsadError for one that does not stand, and
    without a reason."""
    if not reason.strip():
        raise MarsadError("taking it back needs its reason: write it in a few words")
    at = audit.moment(connection)
    open_ = testimonies.c.article == id, testimonies.c.withdrawn.is_(None)
    values = {"withdrawn": at, "withdrawn_by": by, "reason": reason.strip()}
    if not connection.execute(update(testimonies).where(*open_).values(**values)).rowcount:
        raise MarsadError(f"there is no testimony {id} that stands")
    key = connection.execute(select(articles.c.key).where(articles.c.id == id)).scalar_one()
    keep.supersede(connection, key, at)
    audit.record(connection, by, at, [Act("testimony withdrawn", id, {"digest": audit.digest(reason.strip())})])


def _code(connection: Connection, given: str) -> str:
    """A code as given, where there is a source of that code, else a new one."""
    if not given:
        return f"witness{secrets.token_hex(4)}"
    if not CODE.fullmatch(given) or given not in codes(connection):
        raise MarsadError(f"there is no protected source of the code {given!r}: leave it empty for a new one")
    return given
