"""The commands, one a file: each holds a Typer application ``app`` and returns its exit code. ``marsad.cli`` lists them."""

import typer

OK, SOME_FAILED, NOTHING_DONE = 0, 1, 2
"""Exit codes: all was done; some of what was given could not be; nothing could be done."""


def application() -> typer.Typer:
    """An application for a command's module."""
    return typer.Typer(rich_markup_mode=None, add_completion=False)
