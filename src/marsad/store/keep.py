"""Reports into the store: the same one twice changes nothing, a changed one becomes the next version beside the old."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from sqlalchemy import Connection, Table, func, insert, select, update

from marsad.model import AnyClaim, Attack, Casualty, Evidence, MarsadError, Report, as_json
from marsad.store import audit, erased, index
from marsad.store.audit import Act, canonical, digest, together
from marsad.store.discretion import cover, spans, withheld
from marsad.store.rows import article_digest, article_key, claim_row, ordinal
from marsad.store.tables import articles, claims

State = Literal["new", "version", "same"]

_NUL = "\0"
WHOLE = "whole"
"""What an article's ``withheld`` bears of which the public sees no word."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a report: under which id and number, and whether it was new, a new version, or held already."""

    id: str
    number: int
    state: State


def check(report: Report) -> None:
    """Raise MarsadError unless the article has its bytes' hash and every claim is a true slice of it: RECORD rule, STANDARDS A.1."""
    article = report.article
    if len(article.sha256) != 64 or set(article.sha256) - set("0123456789abcdef"):
        raise MarsadError(f"article {article.id} has no SHA-256 of its bytes: read it from its file or line again")
    if _NUL in article.text or _NUL in (article.title or ""):
        raise MarsadError(f"article {article.id} holds NUL characters, which no text has: take them out")
    for claim in report.claims:
        must_be_slice(claim.id, claim.evidence, (article.title or "") if claim.evidence.in_ == "title" else article.text)


def must_be_slice(id: str, evidence: Evidence, whole: str) -> None:
    """Raise MarsadError unless the evidence is those characters of the whole."""
    if not (0 <= evidence.start < evidence.end <= len(whole) and whole[evidence.start : evidence.end] == evidence.text):
        raise MarsadError(
            f"claim {id} is refused: its evidence is not characters {evidence.start} to {evidence.end} of its article"
        )


def keep(
    connection: Connection, reports: Sequence[Report], who: str, whole: Mapping[str, Sequence[str]] | None = None
) -> list[Kept]:
    """Keep reports, in one transaction of the caller's; what became of each, in order.

    Of the articles whose ids are in ``whole`` the public sees no word, nor the names given there, by which their sources are called.

    What was purged is not taken in again. Raises MarsadError for an article that has no hash or whose claims are no slices of it; nothing of the batch is then kept.
    """
    for report in reports:
        check(report)
    at = audit.moment(connection)
    held = _Held(connection, reports)
    digests = [(digest(article_key(report.article)), article_digest(report.article)) for report in reports]
    barred = erased.barred(connection, {one for both in digests for one in both})
    kept: list[Kept] = []
    new: list[_New] = []
    for report in reports:
        key, content = article_key(report.article), article_digest(report.article)
        if purged := barred.get(digest(key)) or barred.get(content):
            kept.append(Kept(report.article.id, purged, "same"))
            continue
        if (key, content) in held.contents:
            kept.append(held.contents[key, content])
            continue
        first = held.first.get(key)
        named = report if first is None else under(report, first)
        if first is None and named.article.id in held.ids:
            named = under(report, f"{report.article.id}-{digest(key)[:8]}")
        version = held.versions.get(key, 0) + 1
        row = _New(named, key, content, version, held.next_article)
        new.append(row)
        kept.append(Kept(named.article.id, row.number, "version" if version > 1 else "new"))
        held.note(row)
    _write(connection, new, at, who, whole or {})
    return kept


@dataclass(frozen=True, slots=True)
class _New:
    report: Report
    key: str
    digest: str
    version: int
    number: int


class _Held:
    """What the store holds of the articles of a batch, and what the batch has added to it so far."""

    def __init__(self, connection: Connection, reports: Sequence[Report]) -> None:
        keys = {article_key(report.article) for report in reports}
        ids = {report.article.id for report in reports}
        columns = (articles.c.key, articles.c.digest, articles.c.id, articles.c.no, articles.c.version)
        rows = connection.execute(select(*columns).where(articles.c.key.in_(keys)).order_by(articles.c.version)).all()
        self.contents = {(row.key, row.digest): Kept(row.id, row.no, "same") for row in rows}
        self.first = {row.key: row.id for row in rows}
        self.versions = {row.key: row.version for row in rows}
        self.ids = set(connection.execute(select(articles.c.id).where(articles.c.id.in_(ids))).scalars())
        self.next_article = next_number(connection, articles)

    def note(self, new: _New) -> None:
        id = new.report.article.id
        self.contents[new.key, new.digest] = Kept(id, new.number, "same")
        self.first[new.key] = id
        self.versions[new.key] = new.version
        self.ids.add(id)
        self.next_article += 1


def next_number(connection: Connection, table: Table) -> int:
    """The number of a table's next row; writers queue, so that it is nobody else's."""
    return int(connection.execute(select(func.coalesce(func.max(table.c.no), 0))).scalar_one()) + 1


def under(report: Report, id: str) -> Report:
    """The report under another id; its claims' ids, which are made from the article's, are made anew from both."""
    if report.article.id == id:
        return report
    ids = {claim.id: digest(id, claim.id)[:16] for claim in report.claims}
    renamed = (_with_id(claim, ids) for claim in report.claims)
    return replace(report, article=replace(report.article, id=id), claims=tuple(renamed))


def _with_id(claim: AnyClaim, ids: Mapping[str, str]) -> AnyClaim:
    if isinstance(claim, Casualty) and claim.part_of:
        return replace(claim, id=ids[claim.id], part_of=ids.get(claim.part_of))
    return replace(claim, id=ids[claim.id])


def _write(connection: Connection, new: Sequence[_New], at: str, who: str, whole: Mapping[str, Sequence[str]]) -> None:
    if not new:
        return
    for row in new:
        if row.version > 1:
            supersede(connection, row.key, at)
    today = ordinal(at)
    last = {row.key: row.number for row in new}
    article_rows = [_article_row(row, at, today, last[row.key] == row.number, whole.get(row.report.article.id)) for row in new]
    connection.execute(insert(articles), article_rows)
    acts, indexed, claim_rows = [], [], []
    number = next_number(connection, claims)
    for row, article in zip(new, article_rows, strict=True):
        rows = claim_rows_of(row.report.claims, article, at, number)
        number += len(rows)
        claim_rows += rows
        indexed += entries_of(article, rows)
        acts.append(article_act("added", article, rows))
    if claim_rows:
        connection.execute(insert(claims), claim_rows)
    index.put(connection, indexed)
    audit.record(connection, who, at, acts)


def supersede(connection: Connection, key: str, at: str) -> None:
    """What one version of an article said holds no longer; its claims go with it."""
    older = select(articles.c.no).where(articles.c.key == key, articles.c.superseded.is_(None))
    connection.execute(
        update(claims)
        .where(claims.c.article.in_(older), claims.c.superseded.is_(None))
        .values(superseded=at, unknown=ordinal(at))
    )
    connection.execute(
        update(articles)
        .where(articles.c.key == key, articles.c.superseded.is_(None))
        .values(superseded=at, unknown=ordinal(at), gathered=False)
    )


def _article_row(new: _New, at: str, today: int, current: bool, whole: Sequence[str] | None) -> dict[str, Any]:
    article = new.report.article
    day = ordinal(article.published)
    return {
        "no": new.number, "id": article.id, "key": new.key, "version": new.version, "sha256": article.sha256, "digest": new.digest,
        "url": article.url, "outlet": article.outlet, "title": article.title, "published": article.published,
        "published_from": article.published_from, "language": article.language, "via": article.via, "day": day or today,
        "known": day if day and new.version == 1 else today, "text": article.text, "masked": canonical(article.masked),
        "withheld": canonical(hidden(article.text, article.title, new.report.claims, whole)), "refusals": canonical(as_json(new.report.refusals)),
        "reader": next((claim.reader for claim in new.report.claims), ""), "gathered": False, "first_seen": at,
        "superseded": None if current else at, "unknown": None if current else today,
    }  # fmt: skip


def hidden(text: str, title: str | None, found: Iterable[AnyClaim], whole: Sequence[str] | None = None) -> dict[str, Any]:
    """What the public does not see of an article: names at risk, and where they and contact data stand in its text and title.

    ``whole`` are further names of one of which it sees no word. ``home`` tells that a home was hit: no claim of the article is then placed finer than a
    home is.
    """
    found = tuple(found)
    names = [*dict.fromkeys(name for claim in found if (at_risk := withheld(claim)) for name in at_risk.names), *(whole or ())]
    home = any(isinstance(claim, Attack) and claim.target_type == "home" for claim in found)
    if whole is not None:
        return {"names": names, "home": home, "text": [], "title": [], WHOLE: True}
    stretches = {"text": spans(text, names), "title": spans(title or "", names)}
    return {"names": names, "home": home} | {part: [list(span) for span in found] for part, found in stretches.items()}


def claim_rows_of(found: Sequence[AnyClaim], article: Mapping[str, Any], at: str, number: int) -> list[dict[str, Any]]:
    """The rows of an article's claims, numbered from ``number``."""
    shared = {"article": article["no"], "first_seen": at} | {name: article[name] for name in ("known", "unknown", "superseded")}
    return [{"no": number + at_} | claim_row(claim, article["day"]) | shared for at_, claim in enumerate(found)]


def entries_of(article: Mapping[str, Any], rows: Iterable[Mapping[str, Any]]) -> list[index.Entry]:
    """What the index of words holds of an article and its claims, for the public and for the cleared."""
    covered = json.loads(article["withheld"])
    unseen = covered.get(WHOLE, False)
    whole = "\n".join((article["title"] or "", article["outlet"] or "", article["text"]))
    seen = "\n".join(
        (cover(article["title"] or "", covered["title"]), article["outlet"] or "", cover(article["text"], covered["text"]))
    )
    found = index.entries("article", article["no"], article["day"], whole, "" if unseen else seen)
    for row in rows:
        body = json.loads(row["body"])
        said, public = _said(body), _said(body | {"evidence": {"text": ""}} if unseen else body)
        found += index.entries("claim", row["no"], row["day"], said, cover(public, spans(public, covered["names"])))
    return found


def _said(body: Mapping[str, Any]) -> str:
    """The words by which a claim is found: its evidence, and the names it speaks of where they stand outside it."""
    named = (body.get(name) for name in ("source", "place", "actor", "by", "person", "speaker"))
    names = [part["name"] for part in named if isinstance(part, dict)] + [part["name"] for part in body.get("participants", ())]
    evidence = body["evidence"]["text"]
    return "\n".join([evidence, *(name for name in dict.fromkeys(names) if name not in evidence)])


def article_act(act: str, article: Mapping[str, Any], rows: Iterable[Mapping[str, Any]]) -> Act:
    """The trail's row of an article and the claims read from it."""
    digests = [row["digest"] for row in rows]
    detail = {"digest": article["digest"], "claims": len(digests), "claims_digest": together(digests)}
    return Act(act, f"{article['id']}/{article['version']}", detail)
