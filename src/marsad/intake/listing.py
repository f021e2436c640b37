"""The list of sources that ``marsad watch`` keeps to, in one TOML file."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marsad.intake.address import Network, network, parse
from marsad.intake.visit import DELAY
from marsad.model import MarsadError

_UNITS = {"s": 1, "min": 60, "h": 3600, "d": 86_400}
_TIME = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(s|min|h|d)[a-z]*\s*")
SOONEST = 60.0
"""Seconds between two looks at one source that are the fewest one may set."""

_EVERY = "30 min"
_RECHECK = ("1 d", "7 d", "30 d")
_OF_LIST = {"contact", "delay", "recheck", "allow", "source"}
_OF_SOURCE = {"name", "url", "every", "outlet"}


@dataclass(frozen=True, slots=True)
class Watched:
    """One source: a feed, a news site map or a page that changes; seconds between two looks at it."""

    name: str
    url: str
    every: float
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """All sources, and what holds for each: the ``contact`` that hosts are told, seconds between two questions to a host, after how many
    seconds a page is looked at again, networks of one's own that may be asked."""

    sources: tuple[Watched, ...]
    contact: str | None = None
    delay: float = DELAY
    recheck: tuple[float, ...] = ()
    allowed: tuple[Network, ...] = ()


def read(path: Path) -> Listing:
    """The list in a file. Raises MarsadError that says what is amiss where."""
    try:
        held = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise MarsadError(f"{path} cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise MarsadError(f"{path} is no TOML: {error}") from error
    _known(held, _OF_LIST, str(path))
    rows = held.get("source")
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        raise MarsadError(f'{path} lists no source: begin each with [[source]], then url = "…"')
    sources = tuple(_source(row, f"{path}, source {number}") for number, row in enumerate(rows, 1))
    if len({source.url for source in sources}) < len(sources):
        twice = next(s.url for s in sources if sum(other.url == s.url for other in sources) > 1)
        raise MarsadError(f"{path} lists {twice} twice: take one out")
    return Listing(
        sources,
        _text(held, "contact", str(path)),
        seconds(held.get("delay", f"{DELAY} s"), f"{path}, delay"),
        tuple(seconds(value, f"{path}, recheck") for value in _list(held, "recheck", _RECHECK, path)),
        tuple(network(value) for value in _list(held, "allow", (), path)),
    )


def seconds(written: Any, where: str) -> float:
    """A time such as "30 min" in seconds. Raises MarsadError when it is none."""
    found = _TIME.fullmatch(written) if isinstance(written, str) else None
    if not found:
        raise MarsadError(f'{where}: {written!r} is no time: write it as "30 min", "2 h" or "1 d"')
    return float(found[1]) * _UNITS[found[2]]


def _source(row: Mapping[str, Any], where: str) -> Watched:
    _known(row, _OF_SOURCE, where)
    url = _text(row, "url", where)
    if not url:
        raise MarsadError(f"{where} has no url")
    every = seconds(row.get("every", _EVERY), f"{where}, every")
    if every < SOONEST:
        raise MarsadError(f"{where}, every: {row['every']} is too often: give a minute or more")
    address = parse(url)
    return Watched(_text(row, "name", where) or address.host, address.url, every, _text(row, "outlet", where))


def _known(table: Mapping[str, Any], names: set[str], where: str) -> None:
    if strange := sorted(set(table) - names):
        raise MarsadError(f"{where}: {strange[0]!r} is not known: there is {', '.join(sorted(names))}")


def _text(table: Mapping[str, Any], name: str, where: str) -> str | None:
    value = table.get(name)
    if value is not None and not isinstance(value, str):
        raise MarsadError(f"{where}: {name} is no text: put it in quotation marks")
    return value or None


def _list(table: Mapping[str, Any], name: str, default: tuple[str, ...], path: Path) -> list[str]:
    value = table.get(name, list(default))
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise MarsadError(f"{path}: {name} is no list of texts")
    return value
