"""The documents say what there is: every command and every option of it."""

from pathlib import Path

import pytest
import typer

from marsad.cli import COMMANDS, app

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
