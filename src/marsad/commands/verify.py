"""``marsad verify``: whether all that is kept is as it was put in."""

import sys
from typing import Annotated

import typer

from marsad.commands import OK, SOME_FAILED, application
from marsad.commands.intake import ARCHIVE, ArchiveAt, folder_of
from marsad.commands.progress import progress
from marsad.commands.stored import WHERE, Where, opened
from marsad.intake.archive import Archive
from marsad.intake.held import Held, faults
from marsad.store import captures
from marsad.store import verify as checks

app = application()


@app.command()
def verify(
    store: Where = WHERE,
    head: Annotated[
        str | None, typer.Option(metavar="HASH", help="A last hash that an earlier run printed: it must still stand.")
    ] = None,
    words: Annotated[
        bool, typer.Option("--words", help="Check the index of words too, which takes as long as making it.")
    ] = False,
    archive: ArchiveAt = ARCHIVE,
) -> int:
    """Check that every evidence is a slice of its article, that nothing was altered, and that the chain of acts holds.

    The archive's records are read again too, each against the hash its articles bear. Names what was altered, a line each on standard error. The last hash is printed: noted where nobody who can write the store has a
    hand, and given to a later run by --head, it shows that the whole chain was not made anew. Exit code 0: all is well; 1: it is not.
    """
    with opened(store) as held, held.reading() as connection:
        size, kept = checks.size(connection), captures.count(connection)
        found = 0
        with progress("verified", size.articles, always=True) as tell:
            for fault in checks.faults(connection, head, tell, words):
                found += 1
                print(f"\r{fault}", file=sys.stderr)
        with progress("read again", captures.count(connection), always=True) as tell:
            for fault in faults(Archive(folder_of(archive, store), Held(held)), connection, tell):
                found += 1
                print(f"\r{fault}", file=sys.stderr)
    if found:
        print(f"{held.name}: {found:,} found amiss")
        return SOME_FAILED
    print(
        f"{held.name}: {size.articles:,} articles, {size.claims:,} claims, {size.records:,} records, {size.acts:,} acts, {kept:,} captures, all as put in"
        + (f"; {size.purges:,} purged, still whole" if size.purges else "")
    )
    print(f"last hash {size.head}")
    return OK
