"""``marsad purge``: a person's data taken out of the store and its archive, by two people."""

import getpass
import sys
import time
from typing import Annotated

import typer
from sqlalchemy import Connection

from marsad.commands import OK, SOME_FAILED, application
from marsad.commands.intake import ARCHIVE, ArchiveAt, folder_of
from marsad.commands.progress import progress
from marsad.commands.stored import WHERE, WHO, Where, opened
from marsad.intake.archive import Archive
from marsad.intake.erase import erase
from marsad.intake.held import Held
from marsad.model import MarsadError, Unavailable
from marsad.store import accounts
from marsad.store import purge as purges
from marsad.store.erased import Erased
from marsad.store.purge import Done
from marsad.store.store import Store

app = application()


@app.callback()
def purge() -> None:
    """A person's data taken out of the store and its archive, by two people."""


@app.command()
def person(
    id: Annotated[str, typer.Argument(metavar="ID", help="The person's id, as marsad people --json prints it.")],
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why, in a few words without the name; it is kept.")],
    by: Annotated[
        list[str], typer.Option(metavar="NAME", help="Who asks and who consents: given twice. Both review, one administers.")
    ],
    also: Annotated[
        list[str] | None,
        typer.Option(metavar="WORDS", help="Another spelling, a nickname, words by which they would be known: covered as well."),
    ] = None,
    passages: Annotated[
        bool, typer.Option("--passages", help="Cover each whole sentence that names them, and not the name alone.")
    ] = False,
    store: Where = WHERE,
    archive: ArchiveAt = ARCHIVE,
) -> int:
    """Cover a person's name wherever it stands, with their quotations and testimony, and erase the pages it stood on from the archive.

    Figures stay counted and the chain of acts whole; marsad verify says how many were purged. Both people give their passwords (and codes),
    on the terminal or a line each on standard input. It cannot be undone. What left the store before is not reached: backups, exports, letters.
    """
    if len(by) != 2 or by[0] == by[1]:
        raise MarsadError("a purge takes two people: give --by twice, for one who asks and one who consents")
    left: list[str] = []
    with opened(store) as held:
        with held.reading() as connection:
            asked = purges.wanted(connection, id, also or (), passages)
        _prove(held, by)
        kept = Archive(folder_of(archive, store), Held(held))

        with held.writing() as connection, progress("looked at", always=True) as tell:

            def captured(done: Done) -> list[Erased]:
                gone, theirs = erase(connection, kept, done.hashes, lambda text: purges.stands([text], asked.names))
                left.extend(theirs)
                return gone

            done = purges.purge(connection, asked, reason, by[0], by[1], captured, tell)
        held.settle(WHO)
        print(
            f"{done.id}: {done.articles:,} articles, {done.claims:,} claims, {done.records:,} records, {done.judgements:,} decisions and {done.others:,} other rows were changed · {held.name}"
        )
        for place in left:
            print(f"marsad: {place} holds the page still and is not Marsad's to change: see to it yourself", file=sys.stderr)
        return _forget(held) if not left else max(_forget(held), SOME_FAILED)


@app.command()
def residue(store: Where = WHERE) -> int:
    """Write the database anew, so that nothing of what a purge replaced lies on in its file. Nothing else may use the store meanwhile."""
    with opened(store) as held:
        return _forget(held)


def _forget(held: Store) -> int:
    try:
        held.compact()
    except Unavailable:
        print(
            f"marsad: {held.name} is in use, and its file may still hold what was replaced: stop desk and watch, then give marsad purge residue",
            file=sys.stderr,
        )
        return SOME_FAILED
    return OK


def _prove(held: Store, names: list[str]) -> None:
    """Raise MarsadError unless both are who they say, both review, and one of them administers."""
    found = []
    for name in names:
        with held.writing() as connection:
            found.append(_proved(connection, name))
    if not all(one and one.may("review") for one in found):
        raise MarsadError("nothing was purged: a name, a password or a code is wrong, or a role does not review")
    if not any(one and one.may("administer") for one in found):
        raise MarsadError("nothing was purged: one of the two must be an administrator")


def _proved(connection: Connection, name: str) -> accounts.Account | None:
    known = accounts.find(connection, name)
    code = ""
    if sys.stdin.isatty():
        password = getpass.getpass(f"Password of {name}: ")
        code = input(f"Code of {name}: ") if known and known.second_factor else ""
    else:
        password, _, code = sys.stdin.readline().rstrip("\n").partition("\t")
    return accounts.proved(connection, name, password, code, "command line", int(time.time()))
