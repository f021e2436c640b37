"""Options that the commands of the intake share."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import structlog
import typer

from marsad.intake.document import Problem
from marsad.model import MarsadError

ArchiveAt = Annotated[
    str | None,
    typer.Option("--archive", metavar="FOLDER", envvar="MARSAD_ARCHIVE", show_envvar=False, help="Where fetched bytes are kept; by default beside the store."),
]  # fmt: skip
ARCHIVE: str | None = None

Allow = Annotated[
    list[str],
    typer.Option("--allow", metavar="NETWORK", help="A network of one's own that may be asked though it is not public, such as 10.1.2.0/24."),
]  # fmt: skip
ALLOW: list[str] = []

Log = Annotated[
    str | None,
    typer.Option("--log", metavar="FILE", help="Write what happens as JSON, a line an event: numbers, no texts, no addresses."),
]
LOG: str | None = None


def folder_of(archive: str | None, store: str) -> Path:
    """The archive's folder: as given, else beside a store's file, else here."""
    if archive:
        return Path(archive)
    return Path("marsad.archive") if "://" in store else Path(store).with_suffix(".archive")


def told(problem: Problem) -> None:
    """A problem as a line on standard error."""
    print(f"marsad: {problem.where}: {' '.join(problem.reason.split())}", file=sys.stderr)


@contextmanager
def logger(path: str | None) -> Iterator[Callable[..., None]]:
    """What writes events to a file as JSON Lines; where none is named, nothing is written. Raises MarsadError when it cannot be."""
    if path is None:
        yield lambda *_, **__: None
        return
    try:
        file = Path(path).open("a", encoding="utf-8", buffering=1)  # noqa: SIM115 - it is closed below, and what goes wrong there is not the file.s
    except OSError as error:
        raise MarsadError(f"the log {path} cannot be written: {error.strerror}") from error
    with file:
        stamped, as_json = structlog.processors.TimeStamper(fmt="iso", utc=True), structlog.processors.JSONRenderer()
        log = structlog.wrap_logger(
            structlog.WriteLogger(file), processors=[stamped, as_json], wrapper_class=structlog.BoundLogger
        )
        yield log.msg
