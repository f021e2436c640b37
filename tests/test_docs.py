"""The documents say what there is: every command and its options, every route, filter, format and column, every field of the record."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
import typer

from marsad.cli import COMMANDS, app
from marsad.desk.app import create_app
from marsad.exports import pairs, table
from marsad.exports.formats import FORMATS
from marsad.model import Incident, Individual, Tally, Territory, Track
from marsad.model.incident import Assertion, Figure
from marsad.store.filters import FILTERS
from marsad.store.store import Store

WORDS = "\n".join(path.read_text("utf-8") for path in sorted((Path(__file__).resolve().parents[1] / "docs").glob("*.md")))


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


@pytest.mark.parametrize("name", [*FORMATS, *FILTERS])
def test_every_format_and_filter_is_in_the_documents(name: str) -> None:
    assert f"`{name}`" in WORDS or f"`--{name}" in WORDS


RECORDS = (Incident, Figure, Assertion, Tally, Territory, Track, Individual)


@pytest.mark.parametrize("field", sorted({one.name for kind in RECORDS for one in fields(kind)}))
def test_every_field_of_the_record_is_in_the_documents(field: str) -> None:
    assert re.search(rf"[`\"]{field}\b", WORDS)
