"""What runs with Marsad: nothing under the GPL, nothing unlisted, and a bill of materials that holds together."""

import sys
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@cache
def tool() -> ModuleType:
    spec = spec_from_file_location("dependencies", ROOT / "tools" / "dependencies.py")
    assert spec
    assert spec.loader
    module = sys.modules["dependencies"] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("expression", "may"),
    [
        ("MIT", True),
        ("Apache-2.0 AND CNRI-Python", True),
        ("MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later", True),
        ("MPL-2.0 AND (Apache-2.0 OR MIT)", True),
        ("MPL-2.0 AND (GPL-3.0-only OR AGPL-3.0-only)", False),
        ("LGPL-3.0-only", True),
        ("GPL-3.0-only", False),
        ("AGPL-3.0-or-later", False),
        ("MIT AND GPL-2.0-only", False),
        ("SSPL-1.0", False),
        ("LicenseRef-Proprietary", False),
        ("", False),
    ],
)
def test_which_licences_may_run(expression: str, may: bool) -> None:
    assert tool().may_run(expression) is may


def test_nothing_runs_that_may_not() -> None:
    found = tool().dependencies()
    assert len(found) > 50
    assert [(one.name, one.licence) for one in found if not tool().may_run(one.licence)] == []


def test_the_list_of_licences_is_that_of_what_is_installed() -> None:
    listed = tool().LICENCES.read_text(encoding="utf-8")
    missing = [one.name for one in tool().dependencies() if f"| {one.name} | {one.licence} |" not in listed]
    gone = [
        line.split(" ")[1]
        for line in listed.splitlines()[9:]
        if line.startswith("| ") and f"\n{line.split(' ')[1]}==" not in f"\n{tool().LOCK.read_text()}"
    ]
    assert (missing, gone) == ([], []), "make licences brings the list up to date"


def test_the_bill_of_materials_names_every_library_once_and_leads_nowhere_else() -> None:
    made = tool().bill(tool().dependencies(), "1.0", tool().LOCK.read_text(encoding="utf-8"))
    refs = [one["bom-ref"] for one in made["components"]]
    assert len(refs) == len(set(refs))
    known = {*refs, "pkg:pypi/marsad@1.0"}
    assert {one["ref"] for one in made["dependencies"]} == known
    assert {ref for one in made["dependencies"] for ref in one["dependsOn"]} <= known
    assert [one["name"] for one in made["components"] if not one["properties"]] == [], "each has its hashes of the lock"
    assert made == tool().bill(tool().dependencies(), "1.0", tool().LOCK.read_text(encoding="utf-8")), (
        "the same lock, the same bill"
    )
