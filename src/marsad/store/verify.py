"""Whether all that is kept is what was put in: hashes, slices, the chain, and what the chain says of each article."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from marsad.model import MarsadError
from marsad.store import audit, erased, medium, reindex, seal
from marsad.store.audit import digest, together
from marsad.store.erased import History
from marsad.store.judge import judgement_digest
from marsad.store.keep import WHOLE, hidden, must_be_slice
from marsad.store.register import record_digest
from marsad.store.rows import article_digest, article_of, claim_of_body, claim_row
from marsad.store.tables import acts, articles, claims, judgements, purges, records

Tell = Callable[[int, int], None]

ADDED, REREAD, JUDGED, WITHDRAWN, GATHERED = "added", "reread", "judged", "withdrawn", "gathered"
_BATCH = 500  # articles looked at at once


@dataclass(frozen=True, slots=True)
class Checked:
    """How much was looked at, how many persons were purged, and the last hash of the chain, to be noted elsewhere."""

    articles: int
    claims: int
    records: int
    acts: int
    purges: int
    head: str


def size(connection: Connection) -> Checked:
    """How much there is to verify."""
    many = [
        int(connection.execute(select(func.count()).select_from(table)).scalar_one())
        for table in (articles, claims, records, acts, purges)
    ]
    return Checked(many[0], many[1], many[2], many[3], many[4], audit.head(connection))


def faults(
    connection: Connection, head: str | None = None, tell: Tell = lambda done, faults: None, words: bool = False
) -> Iterator[str]:
    """What is not as it was put in, a line each naming what; nothing where all is well.

    ``head`` is a hash of the chain noted elsewhere earlier, that must stand in it. ``tell`` hears how many articles are done. With
    ``words`` the index of words is made again in memory to see whether it finds what it should, which takes as long as making it.
    """
    yield from medium.faults(connection)
    with medium.lenient(connection):
        for part, look in (
            ("the trail of acts", lambda: audit.broken(connection, head)),
            ("the articles and their claims", lambda: _of_articles(connection, tell)),
            ("the record", lambda: _records(connection)),
            ("what was purged", lambda: erased.faults(connection)),
            ("what the record is found by", lambda: seal.faults(connection)),
            ("what people decided", lambda: _judgements(connection)),
            ("the index of words", lambda: reindex.faults(connection) if words else iter(())),
        ):
            yield from medium.readable(part, look)


def _of_articles(connection: Connection, tell: Tell) -> Iterator[str]:
    told, history = _acts(connection), History(connection)
    done = found = 0
    for batch in _articles(connection):
        by_article = _claims_of(connection, [row["no"] for row in batch])
        for row in batch:
            for fault in _article(row, by_article[row["no"]], told.pop(f"{row['id']}/{row['version']}", []), history):
                found += 1
                yield fault
            done += 1
        tell(done, found)
    for subject, its in told.items():
        if its[-1][0] in (ADDED, REREAD):
            yield f"article {subject}: it was added on {its[0][1]} and is gone"


def _acts(connection: Connection) -> dict[str, list[tuple[str, str, dict[str, Any]]]]:
    """What the chain says of each article's version: (act, moment, detail) in order."""
    told: dict[str, list[tuple[str, str, dict[str, Any]]]] = defaultdict(list)
    wanted = select(acts).where(acts.c.act.in_((ADDED, REREAD))).order_by(acts.c.no)
    for row in connection.execute(wanted):
        told[row.subject].append((row.act, row.at, _json(row.detail)))
    return told


def _articles(connection: Connection) -> Iterator[list[dict[str, Any]]]:
    last = 0
    while True:
        wanted = select(articles).where(articles.c.no > last).order_by(articles.c.no).limit(_BATCH)
        batch = [dict(row) for row in connection.execute(wanted).mappings()]
        if not batch:
            return
        yield batch
        last = batch[-1]["no"]


def _claims_of(connection: Connection, numbers: list[int]) -> dict[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in connection.execute(select(claims).where(claims.c.article.in_(numbers)).order_by(claims.c.no)).mappings():
        found[row["article"]].append(dict(row))
    return found


def _article(
    row: dict[str, Any], own: list[dict[str, Any]], told: list[tuple[str, str, dict[str, Any]]], history: History
) -> Iterator[str]:
    named = f"article {row['id']}/{row['version']}"
    article = article_of(row)
    if article_digest(article) != row["digest"]:
        yield f"{named}: its text or what came with it was altered"
    yield from (f"{named}: {fault}" for fault in history.faults("article", row["no"], row["digest"]))
    for claim in own:
        yield from (f"claim {claim['id']} of {named}: {fault}" for fault in history.faults("claim", claim["no"], claim["digest"]))
        yield from _claim(claim, named, row["day"], article.title if _in_title(claim) else article.text)
    if _shows(row, own):
        yield f"{named}: the public sees more of it than its claims let it: restore the last backup, or read it anew (marsad reread)"
    if not told:
        yield f"{named}: no act tells how it came here"
    for act, at, detail in told:
        if detail.get("digest") != history.then("article", row["no"], row["digest"], at):
            yield f"{named}: it is not the article that was {act} on {at}"
        standing = [claim for claim in own if claim["first_seen"] <= at and not _ended(claim, at)]
        then = [history.then("claim", claim["no"], claim["digest"], at) for claim in standing]
        if detail.get("claims_digest") != together(then):
            yield f"{named}: its claims are not the {detail.get('claims')} that were {act} on {at}"


def _shows(row: dict[str, Any], own: list[dict[str, Any]]) -> bool:
    """Whether what the public does not see of an article is less than the claims of its version ask for."""
    covered = _json(row["withheld"])
    if covered.get(WHOLE):
        return False
    until = row["superseded"] or ""
    standing = [claim for claim in own if claim["superseded"] is None or (until and claim["superseded"] >= until)]
    try:
        wanted = hidden(row["text"], row["title"], [claim_of_body(claim["body"]) for claim in standing])
    except (MarsadError, ValueError):
        return False  # a claim that cannot be read is named by itself
    if (
        "names" not in covered
        or not set(wanted["names"]) <= set(covered["names"])
        or (wanted["home"] and not covered.get("home"))
    ):
        return True
    return any(stretch not in covered.get(part, ()) for part in ("text", "title") for stretch in wanted[part])


def _in_title(row: dict[str, Any]) -> bool:
    """Whether a claim's evidence stands in the title."""
    body = _json(row["body"])
    evidence = body.get("evidence")
    return isinstance(evidence, dict) and evidence.get("in") == "title"


def _ended(claim: dict[str, Any], at: str) -> bool:
    return claim["superseded"] is not None and claim["superseded"] <= at


def _claim(row: dict[str, Any], article: str, day: int, whole: str | None) -> Iterator[str]:
    named = f"claim {row['id']} of {article}"
    if digest(row["body"]) != row["digest"]:
        yield f"{named}: it was altered"
    try:
        claim = claim_of_body(row["body"])
        must_be_slice(claim.id, claim.evidence, whole or "")
        told = claim_row(claim, day)
        wrong = [name for name in told if told[name] != row[name]]
        if wrong and "body" not in wrong:
            yield f"{named}: the columns it is found by ({', '.join(wrong)}) do not say what it says"
    except (MarsadError, ValueError) as error:
        yield f"{named}: {error}"


def _records(connection: Connection) -> Iterator[str]:
    history = History(connection)
    written: dict[str, list[str]] = defaultdict(list)
    for row in connection.execute(select(records).order_by(records.c.no)).mappings():
        if record_digest(row["kind"], row["body"]) != row["digest"]:
            yield f"{row['kind']} {row['id']}: it was altered"
        yield from (f"{row['kind']} {row['id']}: {fault}" for fault in history.faults("record", row["no"], row["digest"]))
        written[row["first_seen"]].append(history.then("record", row["no"], row["digest"], row["first_seen"]))
    for act in connection.execute(select(acts).where(acts.c.act == GATHERED).order_by(acts.c.no)):
        if _json(act.detail).get("digest") != together(written.pop(act.at, [])):
            yield f"records: those gathered on {act.at} are not all as they were written then"
    for at in written:
        yield f"records: no act tells how those of {at} came here"


def _judgements(connection: Connection) -> Iterator[str]:
    history = History(connection)
    wanted = select(acts).where(acts.c.act.in_((JUDGED, WITHDRAWN))).order_by(acts.c.no)
    told = {(row.act, row.subject): _json(row.detail).get("digest") for row in connection.execute(wanted)}
    for row in connection.execute(select(judgements).order_by(judgements.c.no)).mappings():
        now = judgement_digest(dict(row))
        yield from (f"judgement {row['id']}: {fault}" for fault in history.faults("judgement", row["no"], now))
        if told.pop((JUDGED, row["id"]), None) != history.then("judgement", row["no"], now, row["at"]):
            yield f"judgement {row['id']}: it is not what {row['by']} signed"
        if (told.pop((WITHDRAWN, row["id"]), None) is not None) is not (row["withdrawn"] is not None):
            yield f"judgement {row['id']}: whether it was withdrawn was altered"
    for act, id in told:
        yield f"judgement {id}: it was {act} and is gone"


def _json(body: str) -> dict[str, Any]:
    try:
        found = json.loads(body)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
