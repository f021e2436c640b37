"""``marsad archive``: the bytes that articles came from."""

from pathlib import Path
from typing import Annotated

import typer

from marsad.commands import OK, SOME_FAILED, application
from marsad.commands.intake import ARCHIVE, ArchiveAt, folder_of
from marsad.commands.progress import progress
from marsad.commands.stored import WHERE, Where, opened
from marsad.intake import package
from marsad.intake.archive import Archive
from marsad.intake.held import Held, capture_of
from marsad.intake.record import moment
from marsad.model import MarsadError
from marsad.store import captures
from marsad.store.queue import now

app = application()


@app.callback()
def archive() -> None:
    """The bytes that articles came from, kept once under their SHA-256 in WARC files."""


@app.command()
def export(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The package to write, such as pages.wacz.")],
    store: Where = WHERE,
    folder: ArchiveAt = ARCHIVE,
) -> int:
    """Write what the archive holds as one WACZ package, which replays in a browser."""
    with opened(store) as held, held.reading() as connection, progress("written", always=True) as tell:
        kept = Archive(folder_of(folder, store), Held(held))
        count = package.export(
            kept,
            (package.Page(capture_of(row), title, read) for row, title, read in captures.listed(connection)),
            Path(file),
            moment(now()),
            tell,
        )
    print(f"{count:,} pages in {file}")
    return OK


@app.command()
def check(store: Where = WHERE, folder: ArchiveAt = ARCHIVE) -> int:
    """Check that every record is where it was put and holds the bytes whose hash its articles bear.

    Exit code 0: all is well; 1: some is not.
    """
    found, count = 0, 0
    with opened(store) as held, held.reading() as connection, progress("checked", always=True) as tell:
        kept = Archive(folder_of(folder, store), Held(held))
        for row, _, _ in captures.listed(connection):
            count += 1
            try:
                kept.content(capture_of(row))
            except MarsadError as error:
                found += 1
                print(f"marsad: {error}")
            tell(count, found)
    print(f"{count:,} captures, {found:,} amiss")
    return SOME_FAILED if found else OK
