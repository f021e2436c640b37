"""Stored articles read again with the present rules: what changes, and which of people's judgements lost what they were about."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, insert, or_, select, update

from marsad.model import AnyClaim, Article, Report
from marsad.store import audit, index, load, register
from marsad.store.additions import BY_PERSON
from marsad.store.audit import canonical
from marsad.store.bulk import chunks
from marsad.store.keep import article_act, check, claim_rows_of, entries_of, hidden, next_number
from marsad.store.office import VIA
from marsad.store.rows import claim_of_body
from marsad.store.tables import anchors, articles, claims, judgements, records

Read = Callable[[Article], Report]


@dataclass(frozen=True, slots=True)
class Difference:
    """One claim that a new reading gives, gives otherwise, or gives no more; ``before`` and ``after`` are None where there is none."""

    article: str
    before: AnyClaim | None
    after: AnyClaim | None

    @property
    def sort(self) -> str:
        """new, changed or gone."""
        return "new" if self.before is None else "gone" if self.after is None else "changed"

    @property
    def kind(self) -> str:
        """The kind of the claim."""
        claim = self.after or self.before
        return claim.kind if claim else ""


def counts(found: Sequence[Difference]) -> dict[str, Counter[str]]:
    """How many claims of each kind are new, changed and gone."""
    by_kind: dict[str, Counter[str]] = {}
    for one in found:
        by_kind.setdefault(one.kind, Counter())[one.sort] += 1
    return by_kind


def batches(connection: Connection, size: int = 200) -> Iterator[list[int]]:
    """The numbers of the articles that stand, some at a time; testimony is left out, for people alone read it."""
    read = articles.c.superseded.is_(None), or_(articles.c.via.is_(None), articles.c.via != VIA)
    yield from chunks(connection.execute(select(articles.c.no).where(*read).order_by(articles.c.no)).scalars().all(), size)


def differences(connection: Connection, numbers: Sequence[int], read: Read) -> list[Difference]:
    """What a new reading of articles would change."""
    return [one for report in load.reports(connection, numbers) for one in _differences(report, read(report.article))]


def revise(connection: Connection, numbers: Sequence[int], read: Read, who: str) -> list[Difference]:
    """Read articles again and keep what the present rules say; what changed. What was read before stays, superseded.

    A claim that is read as before keeps its row, with the version of the reader that first read it so.
    """
    at = audit.moment(connection)
    found: list[Difference] = []
    acts = []
    for report in load.reports(connection, numbers):
        again = read(report.article)
        check(again)
        own = _differences(report, again)
        if own:
            found += own
            acts.append(_replace(connection, report, own, at))
    audit.record(connection, who, at, acts)
    return found


def lost(connection: Connection) -> list[dict[str, Any]]:
    """The judgements that stand though what they are about is held no more, with who made them and why."""
    wanted = select(judgements).where(judgements.c.withdrawn.is_(None)).order_by(judgements.c.no)
    rows = [dict(row) for row in connection.execute(wanted).mappings()]
    ids = {id for row in rows for id in (row["a"], row["b"]) if id}
    known: set[str] = set()
    for some in chunks(sorted(ids)):
        known |= set(
            connection.execute(select(claims.c.id).where(claims.c.id.in_(some), claims.c.superseded.is_(None))).scalars()
        )
        known |= set(
            connection.execute(select(records.c.id).where(records.c.id.in_(some), records.c.superseded.is_(None))).scalars()
        )
        standing = select(anchors.c.incident).join(claims, claims.c.no == anchors.c.claim)
        known |= set(connection.execute(standing.where(anchors.c.incident.in_(some), claims.c.superseded.is_(None))).scalars())
    return [row for row in rows if {id for id in (row["a"], row["b"]) if id} - known]


def _differences(before: Report, after: Report) -> list[Difference]:
    """What a reading gives otherwise; a claim that a person added is no reading's to take away."""
    new = {claim.id: claim for claim in after.claims}
    old = {claim.id: claim for claim in before.claims if claim.id in new or claim.reader != BY_PERSON}
    return [
        Difference(before.article.id, old.get(id), new.get(id))
        for id in dict.fromkeys([*old, *new])
        if _bare(old.get(id)) != _bare(new.get(id))
    ]


def _bare(claim: AnyClaim | None) -> AnyClaim | None:
    """The claim without the version of its reader."""
    return replace(claim, reader="") if claim else None


def _replace(connection: Connection, report: Report, found: Sequence[Difference], at: str) -> audit.Act:
    """Supersede the claims that a new reading does not give so, and keep those it gives; the act of it."""
    wanted = select(articles).where(articles.c.id == report.article.id, articles.c.superseded.is_(None))
    article = dict(connection.execute(wanted).mappings().one())
    gone = [one.before.id for one in found if one.before]
    standing = claims.c.superseded.is_(None) & (claims.c.article == article["no"])
    old = [dict(row) for row in connection.execute(select(claims).where(standing)).mappings()]
    index.take(connection, entries_of(article, old))
    connection.execute(update(claims).where(standing, claims.c.id.in_(gone)).values(superseded=at))
    rows = claim_rows_of([one.after for one in found if one.after], article, at, next_number(connection, claims))
    if rows:
        connection.execute(insert(claims), rows)
    now = sorted([row for row in old if row["id"] not in gone] + rows, key=lambda row: row["no"])
    withheld = hidden(article["text"], article["title"], (claim_of_body(row["body"]) for row in now))
    if withheld["names"] != json.loads(article["withheld"])["names"]:
        register.withdraw(connection, article["no"], at)
    article |= {"withheld": canonical(withheld), "gathered": False}
    connection.execute(
        update(articles).where(articles.c.no == article["no"]).values(withheld=article["withheld"], gathered=False)
    )
    index.put(connection, entries_of(article, now))
    return article_act("reread", article, now)
