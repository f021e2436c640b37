"""``marsad export``: the record in the field's own forms."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Annotated, Any, BinaryIO, Literal, cast

import typer

from marsad.commands import OK, application
from marsad.commands.asked import asked, filtered
from marsad.commands.progress import progress
from marsad.commands.stored import WHERE, WHO, Where, opened
from marsad.exports.formats import FORMATS, Job, about
from marsad.model import MarsadError
from marsad.store import audit
from marsad.store.audit import Act

app = application()

_HELP = "\n\n".join(f"{one.name}: {one.help}" for one in FORMATS.values())


@app.command(epilog=_HELP)
@filtered
def export(
    format: Annotated[str, typer.Argument(metavar="FORMAT", help=f"One of {', '.join(FORMATS)}.")],
    filters: dict[str, Any],
    output: Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="Where to write; - for standard output.")] = "-",
    store: Where = WHERE,
    as_of: Annotated[str | None, typer.Option(metavar="DATE", help="As known on that day.")] = None,
    cleared: Annotated[
        bool,
        typer.Option(
            "--cleared", help="With restricted records, names at risk and exact coordinates: for those who may see them."
        ),
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="With --cleared: do not ask whether it is meant.")] = False,
    language: Annotated[Literal["ar", "en"], typer.Option(help="The language of a dossier.")] = "ar",
    bom: Annotated[bool, typer.Option("--bom", help="Begin CSV with the mark by which Excel knows UTF-8.")] = False,
    record: Annotated[
        str | None, typer.Option(metavar="ID", help="The one incident or tally that a dossier is of; for pdf.")
    ] = None,
    address: Annotated[str, typer.Option(help="Where the desk is reached, for the links of a feed.")] = "",
) -> int:
    """Write what answers the filters in one of the field's forms.

    Without --cleared an export holds what the public sees; with it the act is noted in the trail. Its filters, day and methodology version stand in it, or for schemas that have
    no room for them in FILE.about.txt beside it.
    """
    if format not in FORMATS:
        raise MarsadError(f"{format!r} is no format: there is {', '.join(FORMATS)}")
    if cleared:
        _meant(yes)
    if record and format != "pdf":
        raise MarsadError("--record is of a dossier: marsad export pdf --record ID; marsad show ID --json prints one record")
    chosen = FORMATS[format]
    with opened(store) as held, progress("rows", always=output != "-") as tell, held.reading() as connection:
        query = asked(held, filters, not cleared, as_of)
        notice = about(format, query, language, record)
        job = Job(connection, query, notice, lambda done: tell(done, 0), address.rstrip("/"), language, bom, record)
        with _written(output) as out:
            count = chosen.write(out, job)
    if cleared:
        with opened(store) as held, held.writing() as connection:
            done = Act("cleared export", format, {"filters": query.address(), "rows": count})
            audit.record(connection, WHO, audit.moment(connection), [done])
    if output != "-":
        if chosen.beside:
            Path(f"{output}.about.txt").write_text("\n".join(notice.lines()) + "\n", encoding="utf-8")
        print(f"{count:,} rows in {output}")
    return OK


def _meant(yes: bool) -> None:
    """Go on only where whoever types it means it: names at risk leave the store. MarsadError otherwise."""
    if yes:
        return
    if not sys.stdin.isatty():
        raise MarsadError(
            "--cleared lets names at risk, restricted records and exact places out of the store: add --yes if it is meant"
        )
    print("This export holds names at risk, restricted records and exact places. Whoever has the file has them.", file=sys.stderr)
    if input("Type yes to write it: ").strip().lower() != "yes":
        raise MarsadError("nothing was written")


@contextmanager
def _written(output: str) -> Iterator[BinaryIO]:
    """A file that is there whole or not at all; standard output for "-"."""
    if output == "-":
        yield sys.stdout.buffer
        return
    target = Path(output)
    try:
        with NamedTemporaryFile("w+b", dir=target.parent, prefix=f".{target.name}.", delete=False) as part:
            try:
                yield cast(BinaryIO, part)
            except BaseException:
                os.unlink(part.name)
                raise
        os.replace(part.name, target)
    except OSError as error:
        raise MarsadError(f"{output} cannot be written: {error.strerror or error}") from error
