"""Claims that people add to a report because the reader missed them."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, insert, select, update

from marsad.model import MarsadError, claim_of
from marsad.store import audit, index, keep
from marsad.store.audit import digest
from marsad.store.tables import articles, claims

BY_PERSON = "person"
"""The ``reader`` of a claim that a person made or corrected."""


def add_claim(connection: Connection, article: str, body: Mapping[str, Any], by: str) -> str:
    """Add a claim to the current version of an article; its id. ``body`` is the claim as the contract writes it, without an id.

    Raises MarsadError for an article there is not, or evidence that is not those characters of it.
    """
    found = (
        connection.execute(select(articles).where(articles.c.id == article, articles.c.superseded.is_(None))).mappings().first()
    )
    if found is None:
        raise MarsadError(f"there is no article {article}")
    row: dict[str, Any] = dict(found)
    evidence = body["evidence"]
    id = digest(article, "person", str(evidence["start"]), str(evidence["end"]), str(body.get("outcome")))[:16]
    if connection.execute(select(claims.c.no).where(claims.c.id == id, claims.c.superseded.is_(None))).first():
        raise MarsadError("that claim was added already")
    claim = claim_of({**body, "id": id})
    keep.must_be_slice(claim.id, claim.evidence, row["text"])
    at = audit.moment(connection)
    rows = keep.claim_rows_of([claim], row, at, keep.next_number(connection, claims))
    connection.execute(insert(claims), rows)
    index.put(connection, [entry for entry in keep.entries_of(row, rows) if entry.kind == "claim"])
    connection.execute(update(articles).where(articles.c.no == row["no"]).values(gathered=False))
    audit.record(connection, by, at, [keep.article_act("claim added", row, rows)])
    return id
