"""What ``marsad add`` is given, as reports: files of text or HTML, folders of them, JSON Lines, and Marsad's own reports."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marsad import jsonl
from marsad import read as read_report
from marsad.commands.given import must_be_file, opened
from marsad.jsonl import Failure
from marsad.model import CONTRACT, Article, MarsadError, Report, claim_of, from_json

_LINES = (".jsonl", ".ndjson")
_REPORTS = (".txt", ".text", ".html", ".htm", ".xhtml")


@dataclass(frozen=True, slots=True)
class Given:
    """One thing given: a report or why there is none. ``own_id`` tells that its id came with it and was not made here."""

    result: Report | Failure
    own_id: bool


def given(files: Iterable[str], options: dict[str, str | None]) -> Iterator[Given]:
    """Reports of all that was named, in order; ``options`` are what the caller says of reports in files of their own.

    A folder gives its files of text, HTML and JSON Lines, those of its folders too; "-" is JSON Lines from standard input.
    """
    for file in files:
        path = Path(file)
        if file != "-" and path.is_dir():
            for inside in sorted(found for found in path.rglob("*") if found.suffix.lower() in (*_LINES, *_REPORTS)):
                yield from _file(str(inside), options)
        else:
            yield from _file(file, options)


def _file(file: str, options: dict[str, str | None]) -> Iterator[Given]:
    if file == "-" or Path(file).suffix.lower() in _LINES:
        with opened(file) as stream:
            for line in jsonl.lines(stream):
                yield Given(_own(line) or jsonl.answer(line, read_report), own_id=True)
        return
    yield Given(_one(file, options), own_id=False)


def _one(file: str, options: dict[str, str | None]) -> Report | Failure:
    """The report of a file. Its id is made of the file's place, so that the file changed is its article changed."""
    try:
        path = Path(file)
        must_be_file(path)
        with opened(file) as stream:
            data = stream.read(jsonl.LONGEST + 1)
        if len(data) > jsonl.LONGEST:
            raise MarsadError(f"it is over {jsonl.LONGEST // 1_000_000} MB, too long for a report")
        place = hashlib.sha256(str(path.resolve()).encode("utf-8", "surrogateescape")).hexdigest()
        return read_report(data, id=f"file-{place[:16]}", **options)
    except MarsadError as error:
        said = str(error)
        return Failure(file, said if file in said else f"{file}: {said}")


def _own(line: bytes) -> Report | Failure | None:
    """The report of a line that Marsad itself wrote; None where it is an article to be read."""
    if b'"marsad"' not in line or len(line) > jsonl.LONGEST:
        return None
    try:
        body: Any = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(body, dict) or body.get("marsad") != CONTRACT or not isinstance(body.get("article"), dict):
        return None
    id = body["article"].get("id")
    try:
        if body.get("claims") is None:
            raise MarsadError(f"it holds no claims: {body.get('error') or 'it could not be read then either'}")
        return Report(from_json(Article, body["article"]), tuple(map(claim_of, body["claims"])))
    except MarsadError as error:
        return Failure(id if isinstance(id, str) else None, str(error))
