"""Many rows of one statement, and numbers made of names."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Table

T = TypeVar("T")

_BOUND = 5_000  # values of one statement: PostgreSQL's protocol takes 65,535
_SPAN = 2**63


def number(kind: str, name: str) -> int:
    """The number of a name of a kind: 63 bits of a hash."""
    return int.from_bytes(blake2b(f"{kind}\x1f{name}".encode(), digest_size=8).digest(), "big") % _SPAN


def chunks(given: Iterable[T], size: int = _BOUND) -> Iterator[list[T]]:
    """The values in lists that one statement can take."""
    rest = iter(given)
    while chunk := list(islice(rest, size)):
        yield chunk


def many(connection: Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """Put rows, whose values stand in the order of the columns, into a table; those that are there already are passed over.

    The statement goes to the driver as it is: tables of millions of small rows would spend most of their time in making parameters.
    """
    if rows:
        sign = "?" if connection.dialect.name == "sqlite" else "%s"
        values = ", ".join([sign] * len(table.c))
        columns = ", ".join(table.c.keys())
        connection.exec_driver_sql(f"INSERT INTO {table.name} ({columns}) VALUES ({values}) ON CONFLICT DO NOTHING", list(rows))
