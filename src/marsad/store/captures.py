"""What the archive holds, found by hash and by address; and what could not be taken in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, func, insert, or_, select, tuple_, update

from marsad.model import MarsadError
from marsad.store.ledger import captures, jobs, problems
from marsad.store.office import testimonies
from marsad.store.pages import PAGE, Page
from marsad.store.queue import stamp
from marsad.store.tables import articles

_LOT = 500  # values of one "in": under what the databases bind at once


@dataclass(frozen=True, slots=True)
class Trouble:
    """What could not be taken in: where it is, why, and how often since when."""

    place: str
    reason: str
    first_seen: str
    last_seen: str
    times: int


def note(connection: Connection, some: Iterable[Mapping[str, Any]]) -> None:
    """Remember captures, each given as its columns; of the same address, moment and content one is remembered once."""
    new: dict[tuple[str, str, str], Mapping[str, Any]] = {}
    for one in some:
        new.setdefault((one["url"], one["moment"], one["sha256"]), one)
    addresses = [*{url for url, _, _ in new}]
    for first in range(0, len(addresses), _LOT):
        held = select(captures.c.url, captures.c.moment, captures.c.sha256).where(
            captures.c.url.in_(addresses[first : first + _LOT])
        )
        for url, moment, sha256 in connection.execute(held):
            new.pop((url, moment, sha256), None)
    if new:
        connection.execute(insert(captures), [*new.values()])


def holder(connection: Connection, body: str) -> Mapping[str, Any] | None:
    """The first capture whose record holds the bytes of this SHA-256."""
    found = select(captures).where(captures.c.body == body, captures.c.own_file.is_(None)).order_by(captures.c.no).limit(1)
    row = connection.execute(found).mappings().first()
    return dict(row) if row else None


def of_content(connection: Connection, sha256: str) -> list[Mapping[str, Any]]:
    """The captures of this content, the first one first: an article's ``sha256`` leads to its bytes by this."""
    return [
        dict(row)
        for row in connection.execute(select(captures).where(captures.c.sha256 == sha256).order_by(captures.c.no)).mappings()
    ]


def hashes(connection: Connection, article: str) -> list[str]:
    """The SHA-256 of the bytes that each version of an article came from, the first one first."""
    found = select(articles.c.sha256).where(articles.c.id == article).order_by(articles.c.version)
    return list(dict.fromkeys(connection.execute(found).scalars()))


def forget(connection: Connection, numbers: Sequence[int]) -> None:
    """Forget captures whose records were written over."""
    for first in range(0, len(numbers), 500):
        connection.execute(delete(captures).where(captures.c.no.in_(numbers[first : first + 500])))


def fates(connection: Connection, urls: Iterable[str]) -> dict[str, tuple[str | None, str | None]]:
    """Of the addresses that were looked at again and were otherwise, or no longer there: (when it changed, when it was gone)."""
    asked = jobs.c.kind == "web", jobs.c.target.in_([*urls]), or_(jobs.c.changed.is_not(None), jobs.c.gone.is_not(None))
    return {
        row.target: (row.changed, row.gone)
        for row in connection.execute(select(jobs.c.target, jobs.c.changed, jobs.c.gone).where(*asked))
    }


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a report's page: the moments when it was last seen otherwise and when no longer, and how many versions are held."""

    changed: str | None
    gone: str | None
    versions: int

    def __bool__(self) -> bool:
        return bool(self.changed or self.gone or self.versions > 1)


def fates_of(connection: Connection, found: Iterable[Mapping[str, Any]]) -> dict[str, Fate]:
    """What became of the pages of articles, given as rows of ``pages``, by id; those to which nothing happened are not in it."""
    rows = list(found)
    told = fates(connection, [row["url"] for row in rows if row["url"]])
    made = {row["id"]: Fate(*told.get(row["url"], (None, None)), row["version"]) for row in rows}
    return {id: fate for id, fate in made.items() if fate}


def count(connection: Connection) -> int:
    """How many captures there are."""
    return int(connection.execute(select(func.count()).select_from(captures)).scalar_one())


def listed(connection: Connection, protected: bool = True) -> Iterator[tuple[Mapping[str, Any], str | None, bool]]:
    """All captures in the order they were made, each with the title of the article read from it, and whether one was; without ``protected``
    those are left out that are documents of testimony."""
    documents = select(testimonies.c.document).where(testimonies.c.document.is_not(None))
    wanted = [] if protected else [captures.c.sha256.not_in(documents)]
    same = articles.c.sha256 == captures.c.sha256
    title, read = (select(column).where(same).limit(1).scalar_subquery() for column in (articles.c.title, articles.c.id))
    for row in connection.execute(
        select(captures, title.label("title_"), read.label("read_")).where(*wanted).order_by(captures.c.no)
    ).mappings():
        columns = {name: value for name, value in row.items() if not name.endswith("_")}
        yield columns, row["title_"], row["read_"] is not None


def trouble(connection: Connection, found: Iterable[tuple[str, str]], job: int | None = None) -> None:
    """Note problems, each a place and a reason; one that is known is noted again."""
    now = stamp()
    for place, reason in dict(found).items():
        values = {"reason": reason, "last_seen": now, "solved": None, "job": job}
        again = update(problems).where(problems.c.place == place).values(times=problems.c.times + 1, **values)
        if connection.execute(again).rowcount == 0:
            connection.execute(insert(problems).values(place=place, first_seen=now, times=1, **values))


def solve(connection: Connection, places: Iterable[str]) -> None:
    """What was a problem at these places is none any longer."""
    some = [*places]
    for first in range(0, len(some), _LOT):
        open_ = problems.c.place.in_(some[first : first + _LOT]), problems.c.solved.is_(None)
        connection.execute(update(problems).where(*open_).values(solved=stamp()))


def troubles_page(connection: Connection, after: str | None = None, limit: int = PAGE) -> Page:
    """The problems that are not solved, the latest first, a page at a time."""
    asked = select(problems).where(problems.c.solved.is_(None)).order_by(problems.c.last_seen.desc(), problems.c.no.desc())
    if after is not None:
        seen, _, number = after.rpartition("/")
        if not number.isdecimal():
            raise MarsadError(f"{after!r} is no place in a list: take the one that the page before gave")
        asked = asked.where(tuple_(problems.c.last_seen, problems.c.no) < tuple_(seen, int(number)))
    rows = [dict(row) for row in connection.execute(asked.limit(limit + 1)).mappings()]
    last = rows[limit - 1] if len(rows) > limit else None
    return Page(tuple(rows[:limit]), f"{last['last_seen']}/{last['no']}" if last else None)


def troubles(connection: Connection) -> Iterator[Trouble]:
    """The problems that are not solved, the latest first."""
    columns = (problems.c.place, problems.c.reason, problems.c.first_seen, problems.c.last_seen, problems.c.times)
    for row in connection.execute(
        select(*columns).where(problems.c.solved.is_(None)).order_by(problems.c.last_seen.desc(), problems.c.no)
    ):
        yield Trouble(*row)
