"""The index of words made anew, where it was made by another stemmer than the one that now reads questions."""

from collections.abc import Iterator

from sqlalchemy import Connection, delete, insert, select, text

from marsad.store import index
from marsad.store.keep import entries_of
from marsad.store.tables import articles, claims, meta
from marsad.text.stem import STEMMER

_NAME = "stemmer"
_BATCH = 500  # articles indexed at once

_EMPTY = {"sqlite": "INSERT INTO words (words) VALUES ('delete-all')", "postgresql": "DELETE FROM words"}


_AGAIN = {
    "sqlite": (
        "CREATE VIRTUAL TABLE temp.again USING fts5(stems, forms, content='', tokenize=\"unicode61 remove_diacritics 0\")",
        "CREATE VIRTUAL TABLE temp.words_places USING fts5vocab('main', 'words', 'instance')",
        "CREATE VIRTUAL TABLE temp.again_places USING fts5vocab('temp', 'again', 'instance')",
    ),
    "postgresql": ("CREATE TEMPORARY TABLE again (LIKE words) ON COMMIT DROP",),
}
_DIFFERENT = {
    "sqlite": """SELECT (SELECT count(*) FROM (SELECT * FROM words_places EXCEPT SELECT * FROM again_places))
                      + (SELECT count(*) FROM (SELECT * FROM again_places EXCEPT SELECT * FROM words_places))""",
    "postgresql": """SELECT count(*) FROM words FULL JOIN again USING (no)
                     WHERE words.stems IS DISTINCT FROM again.stems OR words.forms IS DISTINCT FROM again.forms""",
}
_DONE: dict[str, tuple[str, ...]] = {
    "sqlite": tuple(f"DROP TABLE temp.{name}" for name in ("again_places", "words_places", "again")),
    "postgresql": (),
}


def fits(connection: Connection) -> bool:
    """Whether the index was made by the present stemmer."""
    return connection.execute(select(meta.c.value).where(meta.c.name == _NAME)).scalar() == STEMMER


def reindex(connection: Connection) -> None:
    """Make the index anew from what is held."""
    connection.execute(text(_EMPTY[connection.dialect.name]))
    for found in _entries(connection):
        index.put(connection, found)
    connection.execute(delete(meta).where(meta.c.name == _NAME))
    connection.execute(insert(meta).values(name=_NAME, value=STEMMER))


def faults(connection: Connection) -> Iterator[str]:
    """Whether the index finds what it would find if it were made now: it is made again beside it, in memory, and the two compared."""
    for statement in _AGAIN[connection.dialect.name]:
        connection.execute(text(statement))
    for found in _entries(connection):
        index.put(connection, found, "again")
    wrong = connection.execute(text(_DIFFERENT[connection.dialect.name])).scalar_one()
    for statement in _DONE[connection.dialect.name]:
        connection.execute(text(statement))
    if wrong:
        yield f"the index of words: {wrong:,} places are not those of the words that are held"


def _entries(connection: Connection) -> Iterator[list[index.Entry]]:
    """What the index holds of some articles at a time."""
    last = 0
    while True:
        wanted = select(articles).where(articles.c.no > last).order_by(articles.c.no).limit(_BATCH)
        some = [dict(row) for row in connection.execute(wanted).mappings()]
        if not some:
            return
        found = []
        for article in some:
            own = select(claims).where(claims.c.article == article["no"]).order_by(claims.c.no)
            found += entries_of(article, [dict(row) for row in connection.execute(own).mappings()])
        yield found
        last = some[-1]["no"]
