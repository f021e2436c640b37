"""The command line: the one file that knows every room. Each command returns its exit code."""

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from shutil import get_terminal_size
from typing import Annotated, BinaryIO, Literal, TextIO

import typer

from marsad import jsonl, show
from marsad import read as read_report
from marsad.jsonl import Failure
from marsad.model import MarsadError, Report
from marsad.reading import explain, reader_of
from marsad.version import VERSION
from marsad.world.gazetteer import install, read_gazetteer

OK, SOME_FAILED, NOTHING_DONE = 0, 1, 2

app = typer.Typer(
    name="marsad",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
places = typer.Typer(rich_markup_mode=None)
app.add_typer(places, name="places", help="Places of your own beside the gazetteer.")

File = Annotated[
    str, typer.Argument(metavar="FILE", help="A report: text or HTML, or JSON Lines with --from jsonl; - reads standard input.")
]
Form = Literal["record", "json", "jsonl"]


def run(arguments: Sequence[str]) -> int:
    """Run the command; its exit code. Bad input is one line on standard error and exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # half a surrogate pair in a report must not end the run; in JSON it is an escape
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = app(list(arguments) or ["--help"], prog_name="marsad", standalone_mode=False)
    except MarsadError as error:
        return _refuse(str(error))
    except typer.TyperException as error:
        return _refuse(f"{_sentence(error.format_message())} (see marsad --help)")
    return code if isinstance(code, int) else OK


def _version(wanted: bool) -> None:
    if wanted:
        print(f"marsad {VERSION}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Read conflict news and keep a record of claims, each pointing at the characters that state it and at who asserts it."""


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
) -> int:
    """Read a report and print its record.

    With --from jsonl, lines of {"id", "title", "outlet", "url", "published", "text" or "html"} are read one by one; a line that
    cannot be read gives a record with "error" in it and the run goes on. Exit code 0: all was read; 1: some lines could not be;
    2: nothing could be done.
    """
    form: Form = to or ("json" if as_json else "record")
    given = {"published": _day(published), "outlet": outlet, "url": url, "title": title}
    if source == "jsonl":
        if any(given.values()):
            raise MarsadError(
                f"--{next(name for name in given if given[name])} is of one report; with --from jsonl each line carries its own"
            )
        with _opened(file, lines=True) as stream:
            return _read_all(stream, form)
    with _opened(file, lines=True) as stream:
        data = stream.read(jsonl.LONGEST + 1)
    if len(data) > jsonl.LONGEST:
        raise MarsadError(
            f"{file} is over {jsonl.LONGEST // 1_000_000} MB, too long for a report: give one report a file, or --from jsonl"
        )
    try:
        report = read_report(data, **given)
    except MarsadError as error:
        raise MarsadError(f"{'standard input' if file == '-' else file}: {error}") from error
    _write(report, form)
    return OK


@app.command()
def why(
    sentence: Annotated[str, typer.Argument(help="A sentence, in quotation marks.")],
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day from which words such as yesterday count.")
    ] = None,
) -> int:
    """Print which rules matched a sentence, the words each took, and what was refused and why."""
    if not sentence.strip():
        raise MarsadError("the sentence is empty: give one in quotation marks")
    for line in explain(sentence, reader_of(), _day(published)):
        print(line)
    return OK


@places.command("add")
def add(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="Places: CSV with a header, or JSON; docs/places.md shows the forms.")
    ],
    country: Annotated[
        str | None, typer.Option(metavar="XX", help="Their country (ISO 3166), where the file does not tell it.")
    ] = None,
    data: Annotated[str | None, typer.Option(metavar="FOLDER", help="Where your own places are kept.")] = None,
) -> int:
    """Keep the places of a file among your own; those of the same id are replaced."""
    path = Path(file)
    _must_be_file(path)
    entries = read_gazetteer(path, country)
    kept = install(entries, Path(data) if data else data_folder())
    print(f"{len(entries)} places kept in {kept}")
    return OK


def data_folder() -> Path:
    """The folder of a user's own data: ``marsad`` under XDG_DATA_HOME, by default ~/.local/share (XDG Base Directory 0.8)."""
    base = os.environ.get("XDG_DATA_HOME", "")
    return (Path(base) if os.path.isabs(base) else Path.home() / ".local" / "share") / "marsad"


def _read_all(stream: BinaryIO, form: Form) -> int:
    read, failed = 0, 0
    with _progress(stream) as tell:
        for line in jsonl.lines(stream):
            result = jsonl.answer(line, read_report)
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
        print("\n".join(show.lines(result, _style(sys.stdout))), end="\n\n")


def _style(stream: TextIO) -> show.Style:
    """Colour for a terminal only, and not where NO_COLOR is set (no-color.org)."""
    return show.Style(stream.isatty() and not os.environ.get("NO_COLOR"), min(get_terminal_size().columns, 100))


@contextmanager
def _opened(file: str, lines: bool = False) -> Iterator[BinaryIO]:
    """The bytes of a file or, for "-", of standard input; of ``lines`` also where no file is named and input is piped in."""
    if file == "-" or (not file and lines and not sys.stdin.isatty()):
        yield sys.stdin.buffer
        return
    if not file:
        raise MarsadError("no report to read: name a file, or - for standard input")
    path = Path(file)
    _must_be_file(path)
    try:
        with path.open("rb") as stream:
            yield stream
    except OSError as error:
        raise MarsadError(f"{file} cannot be read: {error.strerror}") from error


def _must_be_file(path: Path) -> None:
    if path.is_dir():
        raise MarsadError(f"{path} is a folder: name a file in it")
    if not path.exists():
        raise MarsadError(f"there is no file {path}: check its name")


def _day(given: str | None) -> str | None:
    """An ISO day as given on the command line."""
    try:
        return given and date.fromisoformat(given).isoformat()
    except ValueError:
        raise MarsadError(f"--published {given} is no day: write it as YYYY-MM-DD, such as 2020-12-31") from None


@contextmanager
def _progress(stream: BinaryIO) -> Iterator[Callable[[int, int], None]]:
    """A counter on standard error, ten times a second at most, where a person watches and the records go elsewhere."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield lambda read, failed: None
        return
    size = os.fstat(stream.fileno()).st_size
    begun = shown = time.monotonic()

    def tell(read: int, failed: int) -> None:
        nonlocal shown
        if time.monotonic() - shown > 0.1:
            shown = time.monotonic()
            part = f"{stream.tell() * 100 // size:3d}% · " if size else ""
            print(
                f"\r{part}{read:,} read · {failed:,} failed · {read / (shown - begun):,.0f}/s\x1b[K",
                end="",
                file=sys.stderr,
                flush=True,
            )

    yield tell
    print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _sentence(message: str) -> str:
    """A message of the option parser's as the end of one of our lines."""
    return " ".join(message.split()).rstrip(".").replace("Value error, ", "")


def _refuse(message: str) -> int:
    print(f"marsad: {' '.join(message.split())}", file=sys.stderr)
    return NOTHING_DONE
