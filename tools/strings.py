"""Brings the desk's catalogues up to date with the strings its templates and code hold: ``python tools/strings.py``.

Translations that are there stay; a string that is gone leaves; a new one stands without a translation, and a test fails until it has one.
"""

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from marsad.desk.vocabulary import CLOSED
from marsad.store.wording import WORDS

DESK = Path(__file__).resolve().parents[1] / "src" / "marsad" / "desk"
KEYWORDS = {"_": None, "text": None, "mark": None, "many": (1, 2)}


def messages() -> Catalog:
    """Every string of the desk: those of templates and code, and the values of closed lists under the name of their list."""
    found = Catalog()
    method = [("**.py", "python"), ("**.html", "jinja2.ext.babel_extract")]
    for _, _, message, _, context in extract_from_dir(DESK, method, {}, KEYWORDS, directory_filter=lambda _: True):
        found.add(message, context=context)
    for name, values in CLOSED.items():
        found.add(name, context="list")
        for value in values:
            if (name, value) not in WORDS:
                found.add(value, context=name)
    return found


def main() -> None:
    """Write both catalogues anew."""
    for language in ("ar", "en"):
        path = DESK / "locale" / f"{language}.po"
        held = Catalog(locale=language, fuzzy=False)
        if path.exists():
            with path.open("rb") as stream:
                held = read_po(stream, locale=language)
        held.update(messages(), no_fuzzy_matching=True)
        held.obsolete.clear()
        if language == "en":
            for message in list(held):
                if (message.id and not message.context and isinstance(message.id, str)) or (
                    isinstance(message.id, tuple) and not all(message.string)
                ):
                    message.string = message.id
        with path.open("wb") as out:
            write_po(out, held, width=0, sort_output=True, omit_header=False, no_location=True)


if __name__ == "__main__":
    main()
