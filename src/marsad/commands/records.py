"""``marsad incidents``, ``tallies``, ``control``, ``talks``, ``people``: the record, filtered, for people or as JSON Lines."""

import json
import sys
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from marsad.commands import OK, application
from marsad.commands.asked import Public, asked, filtered
from marsad.commands.stored import WHERE, WHO, Where, opened
from marsad.commands.terminal import style_of
from marsad.commands.told import lines
from marsad.model import MarsadError
from marsad.store import pages
from marsad.store.shelf import RecordKind
from marsad.store.store import Store

AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line, oldest first.")]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="Only what could be known by that day, YYYY-MM-DD.")]

NAMES: dict[str, tuple[RecordKind, str]] = {
    "incidents": ("incident", "Print the incidents: one violent event each, every figure by whose word."),
    "tallies": ("tally", "Print the tallies: each source's running totals."),
    "control": ("control", "Print who has held each place, since when and by whose word."),
    "talks": ("talks", "Print the diplomatic acts, by track."),
    "people": ("person", "Print the people named as dead, hurt, missing, taken or speaking."),
}
"""Command -> the kind of record it prints, and its help."""


def show(where: str, kind: RecordKind, filters: dict[str, Any], as_json: bool, public: bool, as_of: str | None) -> int:
    """Print the records of a kind; the exit code."""
    with opened(where) as store:
        for body in found(store, kind, filters, public, as_of):
            if as_json:
                print(json.dumps(body, ensure_ascii=False))
            else:
                print("\n".join(lines(kind, body, style_of(sys.stdout))), end="\n\n")
    return OK


def found(store: Store, kind: RecordKind, filters: dict[str, Any], public: bool, as_of: str | None) -> Iterator[dict[str, Any]]:
    """The records that answer, of a store whose record is up to date with its articles."""
    question = asked(store, filters, public, as_of)
    store.settled(WHO)
    with store.reading() as connection:
        yield from pages.all_records(connection, kind, question)


def _command(name: str) -> typer.Typer:
    kind, help = NAMES[name]
    made = application()

    @made.command(name, help=help)
    @filtered
    def command(
        filters: dict[str, Any], store: Where = WHERE, as_json: AsJson = False, as_of: AsOf = None, public: Public = False
    ) -> int:
        return show(store, kind, filters, as_json, public, as_of)

    return made


apps = {name: _command(name) for name in NAMES}
"""Command -> its application."""


def kind_named(name: str) -> RecordKind:
    """The kind of record a command prints; MarsadError for another name."""
    if name not in NAMES:
        raise MarsadError(f"there is no list {name!r}: there is {', '.join(NAMES)}")
    return NAMES[name][0]
