"""One report by one outlet."""

from dataclasses import dataclass

from marsad.model.values import PublishedFrom


@dataclass(frozen=True, slots=True)
class Article:
    """A report: its text as it came (or the body of its page), its date and the SHA-256 of the bytes it came from.

    ``via`` tells whom a message was forwarded from and when it was last edited, where its source says so.

    ``masked`` holds the [start, end) stretches of ``text`` that are page furniture and are not read; it is not
    part of the record.
    """

    id: str
    text: str
    sha256: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None
    language: str | None = None
    via: str | None = None
    masked: tuple[tuple[int, int], ...] = ()
