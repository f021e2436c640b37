"""Reading: an article in, its claims out, and why a sentence was read as it was."""

from functools import cache
from pathlib import Path

from marsad.language import LANGUAGES, book
from marsad.language.pack import Pack
from marsad.model import Article, Evidence, Refusal, Report
from marsad.reading.explain import explain
from marsad.reading.reader import Reader
from marsad.reading.twins import paired, texts
from marsad.version import VERSION
from marsad.world.names import world

__all__ = ["Reader", "explain", "read", "reader_of"]

DEFAULT = "ar"
"""The language of an article that does not say its own."""


def reader_of(language: str = DEFAULT, own: Path | None = None) -> Reader:
    """The reader of a language, made once: its rules compiled over the world's names and a user's ``own`` places.

    Raises MarsadError for a language that no pack speaks.
    """
    return _reader(language, own)


@cache
def _reader(language: str, own: Path | None) -> Reader:
    return Reader(Pack(book(language)), world(own), VERSION)


def read(article: Article, own: Path | None = None) -> Report:
    """The report of an article in its language, Arabic where it names none; one in a language no pack speaks is refused whole.

    A page that tells itself in two languages is read once in each, and each claim knows its twin.

    ``own`` is a file of a user's places. Raises MarsadError when it cannot be read.
    """
    language = article.language or DEFAULT
    if language not in LANGUAGES:
        return Report(article, (), (Refusal(f"no language pack {language!r}", Evidence("", 0, 0)),))
    told = texts(article, LANGUAGES)
    if len(told) < 2:
        return reader_of(language, own).read(article)
    return paired(article, [reader_of(code, own).read(text) for code, text in told.items()])
