"""Languages: one folder each, found by its name."""

from collections.abc import Sequence
from datetime import date
from importlib import import_module
from pathlib import Path

from marsad.language import found
from marsad.language.pack import Phrasebook
from marsad.model import MarsadError

_HERE = Path(__file__).parent

LANGUAGES: tuple[str, ...] = tuple(sorted(p.parent.name for p in _HERE.glob("[a-z]*/__init__.py")))
"""Codes of the languages there are packs for; ``_template`` is none."""


def book(language: str) -> Phrasebook:
    """The phrasebook of a language by its ISO 639-1 code.

    Raises MarsadError for a language that no pack speaks.
    """
    if language not in LANGUAGES:
        raise MarsadError(f"no language pack {language!r}: there are {', '.join(LANGUAGES)}")
    speaks = import_module(f"marsad.language.{language}").BOOK
    assert isinstance(speaks, Phrasebook)
    return speaks


def dateline(line: Sequence[str]) -> date | None:
    """The first full date among folded words in any of the languages; None when there is none."""
    return next((day for code in LANGUAGES if (day := found.dateline(line, book(code).dates))), None)
