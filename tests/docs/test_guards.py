"""The table of guards: each stands where it says, once, and the tests it names are there; the run itself is ``make guards``."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
_SPEC = spec_from_file_location("guards", ROOT / "tools" / "guards.py")
assert _SPEC
assert _SPEC.loader
guards = sys.modules["guards"] = module_from_spec(_SPEC)
_SPEC.loader.exec_module(guards)


@pytest.mark.parametrize("guard", guards.GUARDS, ids=lambda guard: guard.name)
def test_a_guard_stands_where_the_table_says(guard: Any) -> None:
    assert (ROOT / guard.file).read_text(encoding="utf-8").count(guard.words) == 1
    assert guard.words != guard.out
    assert [name for name in guard.tests.split() if name.startswith("tests/") and not (ROOT / name).exists()] == []


def test_every_guard_was_taken_out_and_noticed() -> None:
    page = (ROOT / "docs" / "guards.md").read_text(encoding="utf-8")
    assert [guard.name for guard in guards.GUARDS if f"| {guard.name} |" not in page] == [], "make guards writes the page anew"
    assert "**no**" not in page
