"""Interface strings: gettext catalogues in ``locale/<language>.po``, read as they stand, so that no compiled file can be out of date."""

from functools import cache
from gettext import GNUTranslations
from importlib.resources import files
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from marsad.store.wording import Language

LANGUAGES: tuple[Language, ...] = ("ar", "en")
"""The desk's languages, the one it was designed in first."""


def catalogue(language: str) -> Catalog:
    """The catalogue of a language as it stands in its file."""
    with (files("marsad.desk") / "locale" / f"{language}.po").open("rb") as stream:
        return read_po(stream, locale=language)


@cache
def translations(language: str) -> GNUTranslations:
    """The catalogue of a language, ready for look-ups. English holds words for values and plural forms only."""
    compiled = BytesIO()
    write_mo(compiled, catalogue(language))
    compiled.seek(0)
    return GNUTranslations(compiled)
