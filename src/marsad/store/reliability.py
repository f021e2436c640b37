"""How reliable people hold sources to be, on the Admiralty scale: each word dated, reasoned, signed, withdrawable; nothing is scored by rule."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from sqlalchemy import Connection, select

from marsad.model import MarsadError
from marsad.model.values import Reliability
from marsad.store import judge
from marsad.store.atlas import Atlas
from marsad.store.tables import judgements

GRADES: tuple[str, ...] = get_args(Reliability)
UNKNOWN = "F"
"""The grade of a source of which nobody can judge: it ranks no figure above another."""
VERDICT = "reliability"


class Rated(Mapping[str, str]):
    """Asserter's label, an id or a name -> the grade that stands."""

    def __init__(self, by_value: Mapping[str, str], atlas: Atlas) -> None:
        self._by_value, self._atlas = by_value, atlas

    def __getitem__(self, label: str) -> str:
        return self._by_value[self._atlas.asserter(label)]

    def by_value(self, value: str) -> str | None:
        """The grade of a source by what it is filtered by."""
        return self._by_value.get(value)

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_value)

    def __len__(self) -> int:
        return len(self._by_value)


def rated(connection: Connection, atlas: Atlas) -> Rated:
    """The grades that stand."""
    return Rated(_standing(connection), atlas)


def ranks(connection: Connection, atlas: Atlas) -> Mapping[str, int]:
    """The graded sources as numbers, 0 the most reliable; those of which nobody can judge are not among them."""
    return _Ranks(Rated({value: grade for value, grade in _standing(connection).items() if grade != UNKNOWN}, atlas))


class _Ranks(Mapping[str, int]):
    def __init__(self, grades: Rated) -> None:
        self._grades = grades

    def __getitem__(self, label: str) -> int:
        return GRADES.index(self._grades[label])

    def __iter__(self) -> Iterator[str]:
        return iter(self._grades)

    def __len__(self) -> int:
        return len(self._grades)


def sources(connection: Connection, grades: tuple[str, ...]) -> tuple[str, ...]:
    """The sources whose grade that stands is one of these."""
    return tuple(source for source, grade in _standing(connection).items() if grade in grades)


def history(connection: Connection, source: str) -> list[dict[str, Any]]:
    """What people said of a source, the latest first, the withdrawn among them. ``source`` is what it is filtered by (``Atlas.asserter``)."""
    found = select(judgements).where(judgements.c.verdict == VERDICT, judgements.c.a == source).order_by(judgements.c.no.desc())
    return [dict(row) for row in connection.execute(found).mappings()]


def rate(connection: Connection, source: str, grade: str, by: str, reason: str, last_seen: int) -> str:
    """Keep what a person says of a source; the judgement's id. Raises Conflict when there is a word its author had not seen."""
    if grade not in GRADES:
        raise MarsadError(f"{grade!r} is no grade of reliability: there is {', '.join(GRADES)}")
    if not reason.strip():
        raise MarsadError("a grade needs its reason: write it in a few words")
    judge.unseen(history(connection, source), last_seen)
    return judge.judge(connection, VERDICT, source, by, value=grade, reason=reason.strip())


def withdraw(connection: Connection, source: str, id: str, by: str) -> None:
    """Take back one's own word on a source. MarsadError for one that is not there, or another's."""
    found = next((one for one in history(connection, source) if one["id"] == id), None)
    if found is None:
        raise MarsadError(f"there is no judgement {id} on this source")
    judge.withdraw_own(connection, found, by)


def _standing(connection: Connection) -> dict[str, str]:
    """Source -> the last grade that was not withdrawn."""
    found = select(judgements.c.a, judgements.c.value).where(judgements.c.verdict == VERDICT, judgements.c.withdrawn.is_(None))
    return {row.a: row.value for row in connection.execute(found.order_by(judgements.c.no))}
