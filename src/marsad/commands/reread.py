"""``marsad reread``: the stored articles read with the present rules."""

import sys
from typing import Annotated

import typer

from marsad import reading
from marsad.commands import OK, application
from marsad.commands.progress import progress
from marsad.commands.stored import WHERE, WHO, Where, opened
from marsad.commands.terminal import style_of
from marsad.show import Style, headline
from marsad.store import revise, settle
from marsad.store.revise import Difference

app = application()

_SIGNS = {"new": "+", "changed": "~", "gone": "−"}


@app.command()
def reread(
    store: Where = WHERE,
    dry: Annotated[bool, typer.Option("--dry-run", help="Only show what would change.")] = False,
    brief: Annotated[bool, typer.Option("--brief", help="Only the numbers by kind, not the list.")] = False,
) -> int:
    """Read the stored articles with the present rules and keep what changes.

    Prints what is new (+), changed (~) and gone (−), a claim a line, then the numbers by kind. What was read before stays, superseded;
    people's judgements stay, and those whose claim is gone are named. The whole record is gathered again.
    """
    style = style_of(sys.stdout)
    found: list[Difference] = []
    with opened(store) as held:
        with held.reading() as connection:
            batches = list(revise.batches(connection))
        done = 0
        with progress("read", sum(map(len, batches))) as tell:
            for batch in batches:
                if dry:
                    with held.reading() as connection:
                        changed = revise.differences(connection, batch, reading.read)
                else:
                    with held.writing() as connection:
                        changed = revise.revise(connection, batch, reading.read, WHO)
                done += len(batch)
                tell(done, 0)
                found += changed
                for one in () if brief else changed:
                    print(_line(one, style))
        if not dry:
            with held.writing() as connection:
                settle.afresh(connection)
            held.settle(WHO)
        with held.reading() as connection:
            lost = revise.lost(connection)
    for kind, many in sorted(revise.counts(found).items()):
        print(f"{kind}: " + " · ".join(f"{many[sort]:,} {sort}" for sort in _SIGNS))
    if not found:
        print("nothing changes")
    for judgement in lost:
        about = " and ".join(id for id in (judgement["a"], judgement["b"]) if id)
        print(f"the judgement {judgement['id']} ({judgement['verdict']}, by {judgement['by']}) lost its claim: {about}")
    return OK


def _line(one: Difference, style: Style) -> str:
    claim = one.after or one.before
    assert claim is not None
    told = headline(claim, style)
    if one.before and one.after and headline(one.before, style) != told:
        told = f"{headline(one.before, style)} → {told}"
    return f"{_SIGNS[one.sort]} {one.article} {claim.kind} {told}"
