"""Interface strings: none is missing from a catalogue, none is untranslated, and every word of a closed list has its own."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from marsad.desk.catalogue import LANGUAGES, catalogue
from marsad.desk.voice import Voice

_SPEC = spec_from_file_location("strings", Path(__file__).resolve().parents[2] / "tools" / "strings.py")
assert _SPEC is not None
assert _SPEC.loader is not None
strings = module_from_spec(_SPEC)
_SPEC.loader.exec_module(strings)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_holds_what_the_desk_says_and_no_more(language: str) -> None:
    wanted = {(m.context, m.id) for m in strings.messages() if m.id}
    held = {(m.context, m.id) for m in catalogue(language) if m.id}
    assert held == wanted, "python tools/strings.py brings the catalogues up to date"


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_untranslated(language: str) -> None:
    bare = [m.id for m in catalogue(language) if m.id and not (all(m.string) if isinstance(m.string, tuple) else m.string)]
    assert not bare


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_string_holds_its_translation_holds(language: str) -> None:
    for message in catalogue(language):
        if isinstance(message.id, str) and message.id and "%" in message.id:
            assert sorted(p for p in message.id.split() if "%" in p and "(" in p) == sorted(
                p for p in message.string.split() if "%" in p and "(" in p
            ), message.id
            assert message.id.count("%s") == message.string.count("%s"), message.id


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "لا أحداث"), (1, "حدث واحد"), (2, "حدثان"), (3, "3 أحداث"), (11, "11 حدثا"), (100, "100 حدث"), (103, "103 أحداث")],
)
def test_arabic_counts_in_six_forms(number: int, said: str) -> None:
    assert Voice("ar").many("%s event", "%s events", number) == said
