"""``marsad archive``: the bytes that articles came from."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from marsad.commands import OK, SOME_FAILED, application
from marsad.commands.intake import ARCHIVE, ArchiveAt, folder_of
from marsad.commands.progress import progress
from marsad.commands.stored import WHERE, Where, opened
from marsad.intake import package
from marsad.intake.archive import Archive
from marsad.intake.held import Held, capture_of, faults, places
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
    """Write what the archive holds as one WACZ package, which replays in a browser. Documents of testimony are not in it."""
    with opened(store) as held, held.reading() as connection, progress("written", always=True) as tell:
        kept = Archive(folder_of(folder, store), Held(held))
        count = package.export(
            kept,
            (package.Page(capture_of(row), title, read) for row, title, read in captures.listed(connection, protected=False)),
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
    found = 0
    with opened(store) as held, held.reading() as connection, progress("checked", always=True) as tell:
        for fault in faults(Archive(folder_of(folder, store), Held(held)), connection, tell):
            found += 1
            print(f"marsad: {fault}", file=sys.stderr)
        count = captures.count(connection)
    print(f"{count:,} captures, {found:,} amiss")
    return SOME_FAILED if found else OK


@app.command()
def where(
    article: Annotated[str, typer.Argument(metavar="ID", help="An article's id.")],
    store: Where = WHERE,
    folder: ArchiveAt = ARCHIVE,
) -> int:
    """Print where the bytes of an article lie: file, offset and length of the record, when and from where it was got, its SHA-256."""
    with opened(store) as held, held.reading() as connection:
        found = places(connection, article)
    if not found:
        raise MarsadError(f"no bytes are kept of an article {article}: it came as text, or there is none of that id")
    for one in found:
        length = "" if one.at.length is None else one.at.length
        print(folder_of(folder, store) / one.at.file, one.at.offset, length, one.moment, one.url, one.sha256, sep="\t")
    return OK
