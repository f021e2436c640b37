"""Reading: an article in, its claims out, and why a sentence was read as it was."""

from functools import cache

from marsad.language import LANGUAGES, book
from marsad.language.pack import Pack
from marsad.model import Article, Evidence, Refusal, Report
from marsad.reading.explain import explain
from marsad.reading.reader import Reader
from marsad.version import VERSION
from marsad.world.names import world

__all__ = ["Reader", "explain", "read", "reader_of"]

DEFAULT = "ar"
"""The language of an article that does not say its own."""


@cache
def reader_of(language: str = DEFAULT) -> Reader:
    """The reader of a language, made once: its rules compiled over the world's names.

    Raises MarsadError for a language that no pack speaks.
    """
    return Reader(Pack(book(language)), world(), VERSION)


def read(article: Article) -> Report:
    """The report of an article in its language, Arabic where it names none; one in a language no pack speaks is refused whole."""
    language = article.language or DEFAULT
    if language not in LANGUAGES:
        return Report(article, (), (Refusal(f"no language pack {language!r}", Evidence("", 0, 0)),))
    return reader_of(language).read(article)
