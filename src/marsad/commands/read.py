"""``marsad read``: one report or a stream of them, as a record for people or as JSON."""

import gc
import sys
from functools import partial
from typing import Annotated, BinaryIO, Literal

import typer

from marsad import jsonl, show
from marsad import read as read_report
from marsad.commands import OK, SOME_FAILED, application
from marsad.commands.given import Data, day, opened, own_places
from marsad.commands.progress import progress
from marsad.commands.terminal import style_of
from marsad.jsonl import Failure
from marsad.model import MarsadError, Report

app = application()

File = Annotated[
    str, typer.Argument(metavar="FILE", help="A report: text or HTML, or JSON Lines with --from jsonl; - reads standard input.")
]
Form = Literal["record", "json", "jsonl"]

GARBAGE = 100_000
"""Objects made before Python looks for cycles. Reading makes none: to look after every 700, as by default, takes a twelfth of the time."""


@app.command()
def read(
    file: File = "",
    source: Annotated[
        Literal["report", "jsonl"], typer.Option("--from", help="What FILE holds: one report, or one a line.")
    ] = "report",
    to: Annotated[Form | None, typer.Option(help="How to write: a record for people (the default), JSON, or JSON Lines.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --to json.")] = False,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="The day the report appeared, YYYY-MM-DD.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="The outlet that published it.")] = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="The address it came from.")] = None,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="Its title.")] = None,
    data: Data = None,
) -> int:
    """Read a report and print its record.

    With --from jsonl, lines of {"id", "title", "outlet", "url", "published", "text" or "html"} are read one by one; a line that
    cannot be read gives a record with "error" in it and the run goes on. Exit code 0: all was read; 1: some lines could not be;
    2: nothing could be done.
    """
    form: Form = to or ("json" if as_json else "record")
    reader = partial(read_report, places=own_places(data))
    given = {"published": day(published, "--published"), "outlet": outlet, "url": url, "title": title}
    if source == "jsonl":
        if any(given.values()):
            raise MarsadError(
                f"--{next(name for name in given if given[name])} is of one report; with --from jsonl each line carries its own"
            )
        with opened(file, piped=True) as stream:
            return _read_all(stream, form, reader)
    with opened(file, piped=True) as stream:
        body = stream.read(jsonl.LONGEST + 1)
    if len(body) > jsonl.LONGEST:
        raise MarsadError(
            f"{file} is over {jsonl.LONGEST // 1_000_000} MB, too long for a report: give one report a file, or --from jsonl"
        )
    try:
        report = reader(body, **given)
    except MarsadError as error:
        raise MarsadError(f"{'standard input' if file in ('', '-') else file}: {error}") from error
    _write(report, form)
    return OK


def _read_all(stream: BinaryIO, form: Form, reader: jsonl.Reader) -> int:
    read, failed = 0, 0
    gc.freeze()
    gc.set_threshold(GARBAGE)
    with progress("read", stream=stream) as tell:
        for line in jsonl.lines(stream):
            result = jsonl.answer(line, reader)
            failed += isinstance(result, Failure)
            read += 1
            _write(result, form)
            tell(read, failed)
    if not read:
        raise MarsadError("there is no line to read: give one JSON object a line")
    return SOME_FAILED if failed else OK


def _write(result: Report | Failure, form: Form) -> None:
    if form != "record":
        print(jsonl.encode(result, 2 if form == "json" else None), flush=True)
    elif isinstance(result, Failure):
        print(f"{result.id or 'a line without an id'}: {result.error}", file=sys.stderr)
    else:
        print("\n".join(show.lines(result, style_of(sys.stdout))), end="\n\n")
