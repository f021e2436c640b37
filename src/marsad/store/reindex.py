"""The index of words made anew, where it was made by another stemmer than the one that now reads questions."""

from sqlalchemy import Connection, delete, insert, select, text

from marsad.store import index
from marsad.store.keep import entries_of
from marsad.store.tables import articles, claims, meta
from marsad.text.stem import STEMMER

_NAME = "stemmer"
_BATCH = 500  # articles indexed at once

_EMPTY = {"sqlite": "INSERT INTO words (words) VALUES ('delete-all')", "postgresql": "DELETE FROM words"}


def fits(connection: Connection) -> bool:
    """Whether the index was made by the present stemmer."""
    return connection.execute(select(meta.c.value).where(meta.c.name == _NAME)).scalar() == STEMMER


def reindex(connection: Connection) -> int:
    """Make the index anew from what is held; how many articles it holds then."""
    connection.execute(text(_EMPTY[connection.dialect.name]))
    last = done = 0
    while True:
        wanted = select(articles).where(articles.c.no > last).order_by(articles.c.no).limit(_BATCH)
        some = [dict(row) for row in connection.execute(wanted).mappings()]
        if not some:
            break
        found = []
        for article in some:
            own = select(claims).where(claims.c.article == article["no"]).order_by(claims.c.no)
            found += entries_of(article, [dict(row) for row in connection.execute(own).mappings()])
        index.put(connection, found)
        last, done = some[-1]["no"], done + len(some)
    connection.execute(delete(meta).where(meta.c.name == _NAME))
    connection.execute(insert(meta).values(name=_NAME, value=STEMMER))
    return done
