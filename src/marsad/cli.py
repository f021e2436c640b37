"""The command line: a table of commands, each a module of ``commands/`` that is loaded when its command is asked for.

Reading one report must start in under a second, and the desk's or the cluster's libraries take longer than that to load: so the
table names modules, and holds the one line of help by which the list of commands is printed without loading any of them.
"""

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from marsad.model import MarsadError, Unavailable
from marsad.version import VERSION

OK, NOTHING_DONE = 0, 2

COMMANDS = {
    "read": ("read", "Read a report and print its record."),
    "why": ("why", "Print which rules matched a sentence, the words each took, and what was refused and why."),
    "add": ("add", "Read reports into the store and bring its record up to date."),
    "batch": ("batch", "Read archives of millions of articles into Parquet files, fuse what was read, or load it into a store."),
    "watch": ("watch", "Keep to a list of feeds, site maps and pages."),
    "problems": ("problems", "List what could not be taken in and why, the latest first."),
    "archive": ("archive", "The bytes that articles came from, kept once under their SHA-256 in WARC files."),
    "incidents": ("records", "Print the incidents: one violent event each, every figure by whose word."),
    "tallies": ("records", "Print the tallies: each source's running totals."),
    "control": ("records", "Print who has held each place, since when and by whose word."),
    "talks": ("records", "Print the diplomatic acts, by track."),
    "people": ("records", "Print the people named as dead, hurt, missing, taken or speaking."),
    "sources": ("sources", "Print how reliable people hold sources to be, and how often their word stands."),
    "totals": ("totals", "Print the safe sum: figures of incidents only, each event once, as a range that names its rows."),
    "show": ("show", "Print one record with the claims it rests on, or a claim, or an article with its claims."),
    "asof": ("asof", "Print a list of the record as it could be known on a day."),
    "reread": ("reread", "Read the stored articles with the present rules and keep what changes."),
    "verify": (
        "verify",
        "Check that every evidence is a slice of its article, that nothing was altered, and that the chain of acts holds.",
    ),
    "backup": ("backup", "Copy the store and its archive while they are in use."),
    "export": ("export", "Write what answers the filters in one of the field's forms."),
    "alerts": ("alerts", "News of a question, sent by letter or web hook."),
    "desk": ("desk", "Serve the record for people to read and review."),
    "user": ("user", "Who may work at the desk."),
    "purge": ("purge", "A person's data taken out of the store and its archive, by two people."),
    "places": ("places", "Places of your own beside the gazetteer."),
}
"""Command -> its module in ``marsad.commands``, which holds it as ``app`` or, of several, in ``apps``; and its line of help."""


class Commands(TyperGroup):
    """The commands of the table; the module of one is imported when that one is asked for."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = dict.fromkeys(COMMANDS)  # type: ignore[assignment]  # its keys are what "did you mean" suggests

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"marsad.commands.{COMMANDS[cmd_name][0]}")
        command = get_command(module.apps[cmd_name] if hasattr(module, "apps") else module.app)
        command.name = cmd_name
        return command

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, said) for name, (_, said) in COMMANDS.items()])


app = typer.Typer(
    name="marsad",
    cls=Commands,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def run(arguments: Sequence[str]) -> int:
    """Run the command; its exit code. Bad input is one line on standard error and exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # half a surrogate pair in a report must not end the run; in JSON it is an escape
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = app(list(arguments) or ["--help"], prog_name="marsad", standalone_mode=False)
    except (MarsadError, Unavailable) as error:
        return _refuse(str(error))
    except typer.TyperException as error:
        return _refuse(f"{_sentence(error.format_message())} (see marsad --help)")
    return code if isinstance(code, int) else OK


def _version(wanted: bool) -> None:
    if wanted:
        print(f"marsad {VERSION}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Read conflict news and keep a record of claims, each pointing at the characters that state it and at who asserts it."""


def _sentence(message: str) -> str:
    """A message of the option parser's as the end of one of our lines."""
    return " ".join(message.split()).rstrip(".").replace("Value error, ", "")


def _refuse(message: str) -> int:
    print(f"marsad: {' '.join(message.split())}", file=sys.stderr)
    return NOTHING_DONE
