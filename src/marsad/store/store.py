"""A store: where it is, how it is opened, and what is put into it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType

from sqlalchemy import Connection, select

from marsad.model import Article, Report
from marsad.store import areas, connect, erased, index, keep, register, reindex, settle
from marsad.store.atlas import Atlas, atlas
from marsad.store.audit import digest
from marsad.store.keep import Kept
from marsad.store.register import Change
from marsad.store.rows import article_digest, place_value
from marsad.store.tables import articles
from marsad.store.upgrade import upgrade


class Store:
    """A store at a path of SQLite's or an address of PostgreSQL's. Its file is made by ``make``; its tables are brought up to date.

    Raises MarsadError when there is none, when it cannot be opened, or when it was made by a later Marsad.
    """

    def __init__(self, where: str, *, make: bool = False, world: Atlas | None = None) -> None:
        if not make:
            connect.must_exist(where)
        self._engine = connect.engine_of(where)
        self.atlas = world or atlas()
        try:
            upgrade(self._engine)
            self._index()
        except BaseException:
            self.close()
            raise

    @property
    def name(self) -> str:
        """Its name for people, without a password."""
        return connect.named(self._engine)

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def _index(self) -> None:
        """See to it that the index of words was made by the stemmer that reads questions."""
        with self.reading() as connection:
            fits = reindex.fits(connection)
        if not fits:
            with self.writing() as connection:
                reindex.reindex(connection)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the store as it is at one moment; for the functions of ``pages`` and ``totals``."""
        with connect.reading(self._engine) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is kept whole or not at all; writers queue."""
        with connect.writing(self._engine) as connection:
            yield connection

    def add(self, reports: Sequence[Report], who: str) -> list[Kept]:
        """Keep reports as one transaction; what became of each, in order. ``who`` signs it in the trail.

        Raises MarsadError for one whose article has no hash or whose claims are no slices of it; nothing of the batch is then kept.
        """
        with self.writing() as connection:
            return self.put(connection, reports, who)

    def put(self, connection: Connection, reports: Sequence[Report], who: str) -> list[Kept]:
        """The same inside a transaction of the caller's, which keeps more with them."""
        kept = keep.keep(connection, reports, who)
        places = [claim.place for report in reports for claim in report.claims if claim.place]
        areas.note(connection, ((place_value(place), place.country) for place in places), self.atlas)
        return kept

    def holds(self, article: Article) -> bool:
        """Whether this very article, by all that came with it, is held under whatever id, or was purged."""
        with self.reading() as connection:
            found = select(articles.c.no).where(articles.c.digest == article_digest(article)).limit(1)
            return connection.execute(found).first() is not None or bool(erased.barred(connection, [article_digest(article)]))

    def bars(self, *given: str) -> bool:
        """Whether an address, or bytes by their SHA-256, were purged: they are neither asked for nor kept again."""
        with self.reading() as connection:
            return bool(erased.barred(connection, [*given, *(digest(f"url {one}") for one in given)]))

    def compact(self) -> None:
        """Write the database anew, so that nothing of what was replaced lies on in its files. Raises Unavailable while it is in use."""
        with self.writing() as connection:
            index.merge(connection)
        connect.compact(self._engine)

    def settled(self, who: str) -> None:
        """See to it that the record is up to date with the articles, where a run that added some was cut short."""
        with self.reading() as connection:
            waiting = bool(settle.work(connection))
        if waiting:
            self.settle(who)

    def settle(self, who: str, tell: settle.Tell = lambda done, left: None) -> Change:
        """Bring the record up to date with the articles; what changed. ``tell`` hears how much is done and how much is left.

        Steps are transactions of their own: a run that is killed goes on where it was.
        """
        changes: list[Change] = []
        done = 0
        for step in (settle.incidents, settle.along_lines):
            while True:
                with self.writing() as connection:
                    count, change = step(connection, who, self.atlas)
                    left = settle.work(connection)
                if not count:
                    break
                done += count
                changes.append(change)
                tell(done, left.articles + left.lines)
        return register.together(changes)
