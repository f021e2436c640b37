"""Reports out of the store, as they were put in."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from marsad.model import AnyClaim, Judgement, Report
from marsad.store import reviews
from marsad.store.bulk import chunks
from marsad.store.rows import article_of, claim_of_body
from marsad.store.tables import articles, claims, judgements

_LOADED = 500  # articles of one statement: their text is held in memory meanwhile


def reports(connection: Connection, numbers: Iterable[int], *conditions: ColumnElement[bool]) -> Iterator[Report]:
    """The reports of articles by number, with those of their claims that a condition lets through; by default those that stand.

    Claims are as people's verdicts leave them: a rejected one is not among them, a corrected one is as it was corrected.
    """
    wanted = conditions or (claims.c.superseded.is_(None),)
    for some in chunks(sorted(set(numbers)), _LOADED):
        read: dict[int, list[AnyClaim]] = defaultdict(list)
        found = select(claims.c.article, claims.c.body).where(claims.c.article.in_(some), *wanted).order_by(claims.c.no)
        for article, body in connection.execute(found).all():
            read[article].append(claim_of_body(body))
        decided = reviews.standing(connection, [claim.id for own in read.values() for claim in own])
        for row in connection.execute(select(articles).where(articles.c.no.in_(some)).order_by(articles.c.no)).mappings():
            held = (decided.get(claim.id, claim) for claim in read[row["no"]])
            yield Report(article_of(dict(row)), tuple(claim for claim in held if claim is not None))


def former(connection: Connection, numbers: Iterable[int]) -> Iterator[Report]:
    """Claims of articles in the forms they have had besides that in which they may stand, each a report: as read, of those that no
    longer stand or were decided of, and as people corrected them, be that taken back."""
    decided = select(judgements.c.a).where(judgements.c.verdict.in_(("reject", "correct")))
    read = select(claims.c.article, claims.c.body).where(claims.c.superseded.is_not(None) | claims.c.id.in_(decided))
    corrected = (
        select(claims.c.article, judgements.c.value)
        .join(claims, claims.c.id == judgements.c.a)
        .where(judgements.c.verdict == "correct")
    )
    for some in chunks(sorted(set(numbers)), _LOADED):
        forms = [row for query in (read, corrected) for row in connection.execute(query.where(claims.c.article.in_(some)))]
        wanted = select(articles).where(articles.c.no.in_({article for article, _ in forms}))
        told = {row["no"]: article_of(dict(row)) for row in connection.execute(wanted).mappings()}
        yield from (Report(told[article], (claim_of_body(body),)) for article, body in forms)


def numbers_of(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    """The numbers of claims that stand, by id."""
    return {
        id: number
        for some in chunks(ids)
        for id, number in connection.execute(
            select(claims.c.id, claims.c.no).where(claims.c.id.in_(some), claims.c.superseded.is_(None))
        ).all()
    }


def standing(connection: Connection) -> list[Judgement]:
    """People's judgements on records that stand, in the order in which they were made; those on claims are in the claims already."""
    of_records = judgements.c.verdict.not_in(reviews.VERDICTS)
    wanted = select(judgements).where(judgements.c.withdrawn.is_(None), of_records).order_by(judgements.c.no)
    return [_judgement(row) for row in connection.execute(wanted).mappings()]


def _judgement(row: Any) -> Judgement:
    names = ("id", "verdict", "a", "b", "value", "reason", "by", "at", "withdrawn")
    return Judgement(**{name: row[name] for name in names})
