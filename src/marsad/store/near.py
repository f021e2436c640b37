"""Casualties of some days, whatever article tells of them: what a list of victims or of incidents is compared with."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection, select

from marsad.model import Casualty
from marsad.store.rows import claim_of_body
from marsad.store.tables import articles, claims


def casualties(connection: Connection, first: date, last: date) -> Iterator[tuple[str, Casualty]]:
    """(the article's id, the claim) of the casualties that hold now and are of the days ``first`` to ``last``, both inclusive."""
    when = claims.c.day <= last.toordinal(), claims.c.until >= first.toordinal()
    found = (
        select(articles.c.id, claims.c.body)
        .join_from(claims, articles)
        .where(claims.c.kind == "casualty", claims.c.superseded.is_(None), *when)
    )
    for id, body in connection.execute(found.order_by(claims.c.no)):
        claim = claim_of_body(body)
        assert isinstance(claim, Casualty)
        yield id, claim
