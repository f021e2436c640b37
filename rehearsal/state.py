"""What a store comes to, so that two can be compared; and whether it is whole."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select

from marsad.commands.intake import folder_of
from marsad.intake.archive import Archive
from marsad.intake.held import Held
from marsad.intake.held import faults as archive_faults
from marsad.model import MarsadError, Unavailable
from marsad.store import verify
from marsad.store.store import Store
from marsad.store.tables import acts, articles, claims, judgements, records

Facts = Counter[tuple[Any, ...]]


def held(where: str) -> int:
    """How many articles are committed; none while there is no store."""
    with watching(where) as look:
        return look()


@contextmanager
def watching(where: str) -> Iterator[Callable[[], int]]:
    """What tells how many articles are committed, again and again while others write: none while there is no store."""
    opened: list[Store] = []

    def look() -> int:
        try:
            if not opened:
                opened.append(Store(where))
            with opened[0].reading() as connection:
                return int(connection.execute(select(func.count()).select_from(articles)).scalar_one())
        except (MarsadError, Unavailable):
            return 0

    try:
        yield look
    finally:
        for store in opened:
            store.close()


def faults(where: str, archive: str | None = None) -> list[str]:
    """What ``verify`` finds amiss in a store and its archive, which lies beside it unless said; nothing where there is no store yet."""
    if "://" not in where and not Path(where).exists():
        return []
    try:
        with Store(where, make=True) as store, store.reading() as connection:
            return [
                *verify.faults(connection, words=True),
                *archive_faults(Archive(folder_of(archive, where), Held(store)), connection),
                *_order(connection),
            ]
    except (MarsadError, Unavailable) as error:
        return [str(error)]


def _order(connection: Connection) -> list[str]:
    """Acts whose moment is before that of the act before."""
    moments = list(connection.execute(select(acts.c.at).order_by(acts.c.no)).scalars())
    return [f"act {n + 1} is dated before act {n}" for n, (a, b) in enumerate(pairwise(moments), 1) if b < a]


def facts(where: str) -> Facts:
    """What a store holds, without moments and numbers of rows: articles and claims by digest, the record as it stands, what people decided."""
    with Store(where) as store:
        store.settled("rehearsal")
        with store.reading() as connection:
            return Counter(
                [
                    *_rows(connection, "article", articles.c.id, articles.c.version, articles.c.digest, articles.c.superseded.is_(None)),
                    *_rows(connection, "claim", claims.c.id, claims.c.digest, claims.c.superseded.is_(None)),
                    *_rows(connection, "record", records.c.kind, records.c.id, records.c.digest, where=records.c.superseded.is_(None)),
                    *_rows(
                        connection, "judgement", judgements.c.verdict, judgements.c.a, judgements.c.b, judgements.c.value,
                        judgements.c.reason, judgements.c.by, judgements.c.withdrawn.is_(None),
                    ),
                ]
            )  # fmt: skip


def _rows(connection: Connection, name: str, *columns: Any, where: Any = True) -> list[tuple[Any, ...]]:
    return [(name, *row) for row in connection.execute(select(*columns).where(where))]


def differences(one: Facts, other: Facts, named: str) -> list[str]:
    """What two stores do not have in common, in one line; nothing where they are alike."""
    lost, more = one - other, other - one
    if not lost and not more:
        return []
    kinds = Counter(fact[0] for fact in [*lost.elements(), *more.elements()])
    return [
        f"{named}: " + ", ".join(f"{n} of {kind}s" for kind, n in kinds.items()) + f" differ, such as {next(iter(lost or more))}"
    ]
