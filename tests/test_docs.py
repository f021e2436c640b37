"""The documents say what there is: every command and its options, every route, filter, format and column, every field of the record."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
import typer
from tests.exports.event import actor, assertion, event, figure

from marsad.cli import COMMANDS, app
from marsad.commands import NOTHING_DONE, OK, SOME_FAILED
from marsad.desk.app import create_app
from marsad.exports import acled, pairs, plover, table, ucdp
from marsad.exports.formats import FORMATS
from marsad.model import Incident, Individual, Tally, Territory, Track
from marsad.model.incident import Assertion, Figure
from marsad.store.filters import FILTERS
from marsad.store.store import Store

ROOT = Path(__file__).resolve().parents[1]
WORDS = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "docs").glob("*.md")))
SOURCES = "\n".join(path.read_text("utf-8") for folder in ("src", "tests") for path in sorted((ROOT / folder).rglob("*.py")))
PLOVER = set(
    "id date event mode quad_code context actor recipient actorText code sector event_loc name country dead injured event_text link".split()
)
_FORMS = re.compile(r'@routes\.(?:get|post)\("(/(?:\{language\}|feeds)[^"]*)"')
ADDRESSES = sorted(
    {found for path in (ROOT / "src" / "marsad" / "desk").rglob("*.py") for found in _FORMS.findall(path.read_text("utf-8"))}
)
"""The addresses of the desk's pages and forms, as its routes write them."""


def page(name: str) -> str:
    """One of the documents."""
    return (ROOT / "docs" / f"{name}.md").read_text("utf-8")


def _forms(address: str) -> list[str]:
    """How the documents may write an address: with … for the language and ID for an id; where a folder or an act is a parameter, one of each."""
    plain = address.replace("/{language}/", "/…/").replace("{language}.{form}", "ar.atom")
    plain = re.sub(r"\{(?:id|judgement)(?::path)?\}", lambda found: "JUDGEMENT" if "judgement" in found[0] else "ID", plain)
    written = [
        plain.replace("{folder}", folder).replace("{act}", act)
        for folder in ("incidents", "people")
        for act in ("approve", "refuse")
    ]
    return [
        *written,
        *(f"…{one.partition('ID')[2]}" for one in written if "rulings/" in one),
        "/ar/" if plain == "/…/" else plain,
    ]


def options(name: str) -> list[str]:
    """The long options of a command and of the commands below it."""
    group = typer.main.get_command(app)
    command = group.get_command(None, name)  # type: ignore[attr-defined]
    below = [command, *getattr(command, "commands", {}).values()]
    return sorted({opt for one in below for param in one.params for opt in param.opts if opt.startswith("--")})


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_in_the_documents(name: str) -> None:
    assert f"marsad {name}" in WORDS or f"`{name}`" in WORDS
    assert [option for option in options(name) if option not in WORDS] == []


def test_every_route_of_the_api_is_in_the_documents(tmp_path: Path) -> None:
    with Store(str(tmp_path / "marsad.db"), make=True) as store:
        paths = create_app(store).openapi()["paths"]
    named = {f"{method.upper()} {path}" for path, methods in paths.items() for method in methods}
    assert [one for one in sorted(named) if one.replace("{id:path}", "{id}") not in WORDS] == []


@pytest.mark.parametrize("column", [*table.COLUMNS, *pairs.COLUMNS])
def test_every_column_of_our_own_is_in_the_documents(column: str) -> None:
    assert f"`{column}`" in WORDS


@pytest.mark.parametrize("column", sorted({*ucdp.COLUMNS, *acled.COLUMNS, *PLOVER}))
def test_every_column_of_a_foreign_schema_is_in_the_documents(column: str) -> None:
    assert f"`{column}`" in page("columns")


def test_the_fields_of_plover_are_those_that_are_written() -> None:
    acts = {"id": "tr-1", "events": [{"act": "meeting", "date": {"start": "2017-10-17"}, "participants": [{"name": "x"}]}]}
    written = list(
        plover.rows(
            [
                event(
                    figure("killed", "people", assertion("c1", "sohr", 3, 3)),
                    means=["airstrike"],
                    actors=(actor("x", "attacker", "state_forces"),),
                )
            ],
            [acts],
            {},
        )
    )
    assert {name for row in written for name in _names(row)} == PLOVER


def _names(value: object) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {name for inner in value.values() for name in _names(inner)}
    return {name for inner in value for name in _names(inner)} if isinstance(value, list) else set()


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_address_of_the_desk_is_in_the_documents(address: str) -> None:
    held = page("desk")
    assert any(f"{form}`" in held or f"{form}?" in held for form in _forms(address)), address


@pytest.mark.parametrize("name", sorted(set(re.findall(r"\b(?:MARSAD|XDG)_[A-Z_]+\b", SOURCES))))
def test_every_setting_of_the_environment_is_in_the_documents(name: str) -> None:
    assert f"`{name}`" in WORDS


@pytest.mark.parametrize("code", [OK, SOME_FAILED, NOTHING_DONE])
def test_every_exit_code_is_in_the_documents(code: int) -> None:
    assert re.search(rf"Exit codes:[^.]*\b{code} \w+", page("commands"))


@pytest.mark.parametrize("target", re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
def test_every_target_of_make_is_in_the_documents(target: str) -> None:
    said = WORDS + "".join(
        (ROOT / name).read_text("utf-8") for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")
    )
    assert f"make {target}" in said


@pytest.mark.parametrize("name", [*FORMATS, *FILTERS])
def test_every_format_and_filter_is_in_the_documents(name: str) -> None:
    assert f"`{name}`" in WORDS or f"`--{name}" in WORDS


RECORDS = (Incident, Figure, Assertion, Tally, Territory, Track, Individual)


@pytest.mark.parametrize("field", sorted({one.name for kind in RECORDS for one in fields(kind)}))
def test_every_field_of_the_record_is_in_the_documents(field: str) -> None:
    assert re.search(rf"[`\"]{field}\b", WORDS)
