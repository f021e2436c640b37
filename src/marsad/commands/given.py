"""What people give on the command line: files, days, folders. What cannot be used raises MarsadError in one line."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from marsad.model import MarsadError
from marsad.world.gazetteer import FILE


@contextmanager
def opened(file: str, piped: bool = False) -> Iterator[BinaryIO]:
    """The bytes of a file or, for "-", of standard input; of standard input too where no file is named and ``piped`` allows it."""
    if file == "-" or (not file and piped and not sys.stdin.isatty()):
        yield sys.stdin.buffer
        return
    if not file:
        raise MarsadError("no report to read: name a file, or - for standard input")
    path = Path(file)
    must_be_file(path)
    try:
        with path.open("rb") as stream:
            yield stream
    except OSError as error:
        raise MarsadError(f"{file} cannot be read: {error.strerror}") from error


def must_be_file(path: Path) -> None:
    """Raise MarsadError unless the path is there and no folder."""
    if path.is_dir():
        raise MarsadError(f"{path} is a folder: name a file in it")
    if not path.exists():
        raise MarsadError(f"there is no file {path}: check its name")


def day(given: str | None, option: str) -> str | None:
    """An ISO day as given for an option of the command line, None where none was."""
    try:
        return given and date.fromisoformat(given).isoformat()
    except ValueError:
        raise MarsadError(f"{option} {given} is no day: write it as YYYY-MM-DD, such as 2020-12-31") from None


def data_folder() -> Path:
    """The folder of a user's own data: ``marsad`` under XDG_DATA_HOME, by default ~/.local/share (XDG Base Directory 0.8)."""
    base = os.environ.get("XDG_DATA_HOME", "")
    return (Path(base) if os.path.isabs(base) else Path.home() / ".local" / "share") / "marsad"


Data = Annotated[str | None, typer.Option(metavar="FOLDER", help="Where your own places are kept (marsad places add).")]


def own_places(data: str | None) -> Path | None:
    """The file of a user's own places in a folder, by default the user's data folder; None when there is none."""
    path = (Path(data) if data else data_folder()) / FILE
    return path if path.is_file() else None
