"""A file or a folder on this machine, whatever it holds, as documents; what it is, is told by its bytes."""

import gzip
import hashlib
import os
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from marsad import jsonl
from marsad.intake import table, telegram, warc
from marsad.intake.document import Document, Item, Position, Problem
from marsad.intake.sniff import sniff
from marsad.model import MarsadError

LONGEST = 20_000_000
"""Bytes of the longest page or text that is read as one report."""

FILE_ID = "file-"

LONGEST_PDF = 200_000_000
_HEAD = 4096
_NAMED = re.compile(rb'"(?:text|html|marsad)"\s*:')
_TABLES = (".csv", ".tsv", ".tab")


@dataclass(frozen=True, slots=True)
class Reading:
    """How files are read: a table's ``columns`` as given for this call, ``kept`` the folder of those given before, and what is said
    ``about`` reports that are files of their own (published, outlet, url, title)."""

    columns: Mapping[str, str] = field(default_factory=dict)
    kept: Path | None = None
    about: Mapping[str, Any] = field(default_factory=dict)


def items(path: Path, reading: Reading | None = None) -> Iterator[Item]:
    """What a file or all files of a folder hold; a file that cannot be used is a Problem, and the others go on.

    Raises MarsadError when there is nothing at that path.
    """
    reading = reading or Reading()
    if path.is_dir():
        for file in files(path):
            yield from _guarded(file, reading)
    elif path.exists():
        yield from _guarded(path, reading)
    else:
        raise MarsadError(f"there is no file or folder {path}: check its name")


def own_id(path: Path) -> str:
    """The id of a report that only its file names: made from the file's place, so that the file changed is its report changed."""
    place = hashlib.sha256(str(path.resolve()).encode("utf-8", "surrogateescape")).hexdigest()
    return f"{FILE_ID}{place[:16]}"


def files(folder: Path) -> Iterator[Path]:
    """The files under a folder in the order of their names; hidden ones and links that lead out of it are left."""
    root = folder.resolve()
    for at, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(at, name)
            if not name.startswith(".") and path.resolve().is_relative_to(root) and path.is_file():
                yield path


def _guarded(path: Path, reading: Reading) -> Iterator[Item]:
    try:
        yield from _file(path, reading)
    except MarsadError as error:
        yield Problem(str(path), str(error).removeprefix(f"{path} "))
    except OSError as error:
        yield Problem(str(path), f"cannot be read: {error.strerror or error}")
    except Exception as error:  # a file is anybody's: what its readers did not foresee must not cost the others
        said = f"{type(error).__name__}: {error}".splitlines()[0]
        yield Problem(str(path), f"marsad failed on it, please tell its makers: {said}")


def _file(path: Path, reading: Reading) -> Iterator[Item]:
    with path.open("rb") as file:
        head = file.read(_HEAD)
    form, size = sniff(head), path.stat().st_size
    if form == "gzip":
        form = "warc" if _unpacked(path).startswith(b"WARC/") else form
    if form == "warc":
        yield from warc.records(path)
    elif form == "pdf":
        if size > LONGEST_PDF:
            yield Problem(str(path), f"is over {LONGEST_PDF // 1_000_000} MB: split it")
        else:
            yield Document(where=str(path), at=Position(str(path), 0, size), kind="pdf", id=own_id(path), **reading.about)
    elif form == "zip":
        yield from _package(path, reading)
    elif form in ("feed", "sitemap"):
        yield Document(where=str(path), data=_whole(path, size))
    elif form == "json":
        if _is_telegram(path):
            yield from telegram.messages(path)
        elif reading.columns or not _is_batch(head):
            yield from table.articles(path, reading.columns, reading.kept)
        else:
            yield from lines(path)
    elif form in ("html", "text", "xml") and path.suffix.lower() in _TABLES:
        yield from table.articles(path, reading.columns, reading.kept)
    elif form in ("html", "text", "xml"):
        yield Document(where=str(path), data=_whole(path, size), id=own_id(path), **reading.about)
    else:
        yield Problem(
            str(path), "is empty" if form == "empty" else f"holds no report that can be read (it looks like {form} data)"
        )


def lines(path: Path) -> Iterator[Document]:
    """The lines of JSON Lines in the batch form (RECORD, 4), by their places."""
    with path.open("rb") as file:
        number = 0
        while True:
            offset = file.tell()
            line = file.readline(jsonl.LONGEST + 1)
            if not line:
                return
            number += 1
            if line.strip():
                yield Document(where=f"{path} line {number}", at=Position(str(path), offset), kind="line")
            while len(line) > jsonl.LONGEST and not line.endswith(b"\n"):
                line = file.readline(jsonl.LONGEST + 1)


def piped(stream: BinaryIO) -> Iterator[Document]:
    """The lines of JSON Lines that come from another program."""
    for number, line in enumerate(jsonl.lines(stream), 1):
        yield Document(where=f"standard input, line {number}", data=line, kind="line")


def _package(path: Path, reading: Reading) -> Iterator[Item]:
    try:
        with zipfile.ZipFile(path) as package:
            names = set(package.namelist())
    except zipfile.BadZipFile:
        raise MarsadError("is a ZIP package that is damaged: get it again") from None
    if "xl/workbook.xml" in names:
        yield from table.articles(path, reading.columns, reading.kept)
    elif "datapackage.json" in names:
        yield from warc.wacz(path)
    else:
        yield Problem(str(path), "is a ZIP package, neither a workbook nor a WACZ: unpack it and add the folder")


def _whole(path: Path, size: int) -> bytes:
    if size > LONGEST:
        raise MarsadError(f"is over {LONGEST // 1_000_000} MB, too long for one report")
    return path.read_bytes()


def _unpacked(path: Path) -> bytes:
    try:
        with gzip.open(path) as file:
            return file.read(5)
    except (OSError, EOFError, zlib.error):
        return b""


def _is_telegram(path: Path) -> bool:
    """Whether a JSON file is an export of Telegram Desktop: one object over many lines whose first names are those of a chat or account."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    return b'"messages"' in head or (b'"chats"' in head and b'"about"' in head)


def _is_batch(head: bytes) -> bool:
    """Whether JSON Lines are in the batch form, by the names in the first of them."""
    return _NAMED.search(head.partition(b"\n")[0] if head.count(b"\n") else head) is not None
