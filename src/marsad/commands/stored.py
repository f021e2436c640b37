"""Options that commands over a store share, and the store they name."""

from typing import Annotated

import typer

from marsad.store.store import Store

Where = Annotated[
    str,
    typer.Option(
        "--store", metavar="PATH|URL", envvar="MARSAD_DATABASE", show_envvar=False,
        help="The store: a file of SQLite's, or postgresql+psycopg://user@host/name. By default MARSAD_DATABASE, else marsad.db here.",
    ),
]  # fmt: skip
WHERE = "marsad.db"
"""The store where none is named: a file in the folder one stands in."""

WHO = "command line"
"""Who signs what a command does in the trail of acts: the program; a login name would be a source's identity in a file."""


def opened(where: str) -> Store:
    """The store a command asks; MarsadError where there is none."""
    return Store(where)


def made(where: str) -> Store:
    """The store a command fills; made where there is none."""
    return Store(where, make=True)
