"""What a page says of its report."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Page:
    """A report's text and what the page around it tells; of plain text, the text alone.

    ``published`` is the day its metadata or ``<time>`` gives; ``dates`` are, where it gives none, lines beside the headline that may hold one;
    ``known`` are lines the page has as captions or links.
    """

    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    published: date | None = None
    dates: tuple[str, ...] = ()
    known: frozenset[str] = frozenset()
