"""Reports as JSON Lines: one report a line in, one record a line out, in order, none of them able to end the run."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, TypeVar

from marsad.model import CONTRACT, MarsadError, Report, as_json

Reader = Callable[..., Report]
"""``marsad.read`` or its like."""

Made = TypeVar("Made")

LONGEST = 20_000_000
"""Bytes of the longest line or file that is read. The longest page of a news site in a crawl is under a tenth of it."""

_GIVEN = ("url", "outlet", "title", "published")


@dataclass(frozen=True, slots=True)
class Failure:
    """A line that could not be read: its id where it has one, and what to do about it, in one line."""

    id: str | None
    error: str


def lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream that hold anything; of one over ``LONGEST`` bytes only the first ``LONGEST`` + 1 are kept."""
    while line := stream.readline(LONGEST + 1):
        rest = line
        while len(rest) > LONGEST and not rest.endswith(b"\n"):
            rest = stream.readline(LONGEST + 1)
        if line.strip():
            yield line


def answer(line: bytes, read: Callable[..., Made]) -> Made | Failure:
    """What ``read``, which is ``marsad.read`` or its like, makes of the article that a line holds, or why it makes nothing."""
    if len(line) > LONGEST:
        return Failure(None, f"the line is over {LONGEST // 1_000_000} MB: give one report a line")
    try:
        article = json.loads(line)
    except (ValueError, RecursionError):
        return Failure(None, "the line is not JSON: give one object a line")
    if not isinstance(article, dict):
        return Failure(
            None, f'the line is a JSON {_json_name(article)}: give one object a line, such as {{"id": "1", "text": "…"}}'
        )
    named = article.get("id")
    id = str(named) if isinstance(named, str | int) and not isinstance(named, bool) else None
    try:
        return read(_body(article), id=id, **{name: _string(article, name) for name in _GIVEN})
    except MarsadError as error:
        return Failure(id, str(error))
    except Exception as error:  # a fault of ours in one report of a million must not cost the others
        return Failure(
            id, f"marsad failed on this report, please tell its makers: {type(error).__name__}: {error}".splitlines()[0]
        )


def encode(result: Report | Failure, indent: int | None = None) -> str:
    """The JSON of a report, or of a failure as the contract writes it, on one line unless indented."""
    if isinstance(result, Failure):
        body = {"marsad": CONTRACT, "article": {"id": result.id}, "claims": None, "error": result.error}
    else:
        body = as_json(result)
    return json.dumps(body, ensure_ascii=False, indent=indent)


def _body(article: dict[str, Any]) -> str:
    """The text of an article as given, else its HTML; "" for a report whose text is empty and whose title is not."""
    body = _string(article, "text") or _string(article, "html")
    if not body and article.get("text") == "" and _string(article, "title"):
        return ""
    if not body:
        raise MarsadError('the report has neither "text" nor "html": give one of them')
    return body


def _string(article: dict[str, Any], name: str) -> str | None:
    value = article.get(name)
    if value is not None and not isinstance(value, str):
        raise MarsadError(f'"{name}" is a JSON {_json_name(value)}: give a string or null')
    return value or None


def _json_name(value: object) -> str:
    for kind, name in ((bool, "boolean"), (dict, "object"), (list, "array"), (str, "string"), (int | float, "number")):
        if isinstance(value, kind):
            return name
    return "null"
