"""``marsad add``: articles into the store."""

import sys
import time
from collections import Counter
from collections.abc import Sequence
from typing import Annotated

import typer

from marsad.commands import NOTHING_DONE, OK, SOME_FAILED
from marsad.commands.given import day
from marsad.commands.progress import progress
from marsad.commands.sources import Given, given
from marsad.commands.stored import WHERE, WHO, Where, made
from marsad.jsonl import Failure
from marsad.model import MarsadError, Report
from marsad.store.keep import check
from marsad.store.store import Store

app = typer.Typer(rich_markup_mode=None)

_BATCH = 200  # articles of one transaction
_PATIENCE = 2.0  # seconds after which a batch is kept though it is not full: what is killed then loses no more

Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILES...", help="Reports as text or HTML, folders of them, or JSON Lines (.jsonl); - reads JSON Lines from standard input."
    ),
]  # fmt: skip


@app.command()
def add(
    files: Files,
    store: Where = WHERE,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="The day the reports appeared, YYYY-MM-DD.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="The outlet that published them.")] = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="The address of the one report given.")] = None,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="The title of the one report given.")] = None,
) -> int:
    """Read articles into the store and bring its record up to date.

    An article held already changes nothing; one that changed becomes the next version beside the old. What cannot be read is told
    on standard error and the run goes on. --published, --outlet, --url and --title are of files that hold one report each.
    Exit code 0: all was kept; 1: some could not be read; 2: nothing could be done.
    """
    if (url or title) and len(files) != 1:
        raise MarsadError("--url and --title are of one report: give one file with them")
    options = {"published": day(published, "--published"), "outlet": outlet, "url": url, "title": title}
    states: Counter[str] = Counter()
    with made(store) as opened, progress("added", always=True) as tell:
        batch: list[Given] = []
        begun = time.monotonic()
        for one in given(files, options):
            if isinstance(one.result, Failure):
                states["failed"] += 1
                print(f"marsad: {one.result.id or 'a line without an id'}: {one.result.error}", file=sys.stderr)
            else:
                batch.append(one)
            if len(batch) >= _BATCH or (batch and time.monotonic() - begun > _PATIENCE):
                states.update(_keep(opened, batch))
                batch, begun = [], time.monotonic()
            tell(sum(states.values()) + len(batch), states["failed"])
        states.update(_keep(opened, batch))
    if not states:
        raise MarsadError("there is no report in what was given: name files of text, HTML or JSON Lines")
    kept = states["new"] + states["version"] + states["same"]
    print(
        f"{states['new']:,} new · {states['version']:,} changed · {states['same']:,} held already · {states['failed']:,} failed"
        f" · {opened.name}"
    )
    return NOTHING_DONE if not kept else SOME_FAILED if states["failed"] else OK


def _keep(store: Store, batch: Sequence[Given]) -> Counter[str]:
    """Keep a batch as one transaction; how many were new, changed, held already or failed."""
    states: Counter[str] = Counter()
    reports: list[Report] = []
    for one in batch:
        assert isinstance(one.result, Report)
        try:
            check(one.result)
        except MarsadError as error:
            states["failed"] += 1
            print(f"marsad: {error}", file=sys.stderr)
            continue
        if not one.own_id and store.holds(one.result.article):
            states["same"] += 1
        else:
            reports.append(one.result)
    if reports:
        states.update(kept.state for kept in store.add(reports, WHO))
    return states
