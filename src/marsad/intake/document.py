"""What a reader finds in a source: a document to be read, a link to one, or what is amiss with a part of the source."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["page", "pdf", "record", "line"]
"""How a document becomes an article: HTML or text, a PDF, a record of a web archive that holds either, a line of JSON Lines."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a document's bytes lie: ``length`` bytes (None: to the end of the record) of ``file`` from ``offset``."""

    file: str
    offset: int = 0
    length: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One report as its source has it, not yet read.

    ``where`` names it to a person. Its bytes or text are ``data``, or lie ``at`` a position and are fetched by whoever reads it.
    ``via`` is the one it was forwarded from, ``edited`` the moment of its last edit (ISO 8601), ``id`` the source's own name for
    it. ``published`` is an ISO day as the source gives it; where ``asserted`` is set it goes before what a page says of itself.
    ``sifted``: nobody chose this very report, so that the gate is asked whether it is worth reading.
    """

    where: str
    data: bytes | str | None = None
    at: Position | None = None
    kind: Kind = "page"
    id: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    asserted: bool = True
    sifted: bool = False
    via: str | None = None
    edited: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """An address that a feed or a site map gives, with what it says of the page; ``index``: it leads to another site map."""

    url: str
    where: str
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    index: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """A part of a source that could not be used: where it is, and in one line what is amiss and what to do; ``at`` its bytes, of a
    document that has a place of its own."""

    where: str
    reason: str
    at: Position | None = None


Item = Document | Problem
