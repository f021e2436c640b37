"""``marsad watch``: sources that go on."""

from pathlib import Path
from typing import Annotated

import typer

from marsad.commands import OK, application
from marsad.commands.add import said, settle
from marsad.commands.intake import ARCHIVE, LOG, ArchiveAt, Log, folder_of, logger, told
from marsad.commands.progress import progress
from marsad.commands.stored import WHERE, WHO, Where, made
from marsad.intake import listing, run
from marsad.intake.address import Guard
from marsad.intake.bench import Manner, bench
from marsad.intake.fetch import AGENT, Fetcher
from marsad.intake.web import Habits

app = application()


@app.command()
def watch(
    sources: Annotated[str, typer.Argument(metavar="LIST", help="The list of sources, TOML; docs/intake.md shows one.")],
    store: Where = WHERE,
    once: Annotated[bool, typer.Option("--once", help="End when nothing is due any longer.")] = False,
    archive: ArchiveAt = ARCHIVE,
    log: Log = LOG,
) -> int:
    """Keep to a list of feeds, site maps and pages.

    What is new is taken in, what was taken in is looked at again, what changed or went is marked. Hosts are asked one question at a time, as their robots.txt allows. The run may be broken off at any moment and goes on when it is
    begun again; several may share one store.
    """
    held = listing.read(Path(sources))
    agent = f"{AGENT[:-1]}; {held.contact})" if held.contact else AGENT
    habits = Habits(delay=held.delay, recheck=held.recheck, patience=held.delay if once else None)
    fetcher = Fetcher(Guard(allowed=held.allowed), agent=agent)
    with (
        logger(log) as say,
        made(store) as opened,
        bench(opened, folder_of(archive, store), Manner(WHO, told=told, say=say)) as work,
        progress("asked", always=True) as tell,
    ):
        work.keeper.settles = True
        tally = run.watch(work, held, fetcher, habits, tell, lambda: settle(opened))
        print(f"{said(tally)} · {opened.name}")
    return OK
