"""A person's data taken out of the store: names and words replaced where they stand, counts and the chain of acts left whole.

Each letter is covered by a block, so that what stands elsewhere keeps its place and every evidence is still a slice of its article. Figures
stay: that somebody was killed is still counted. All of it is one transaction, which is given up when the name is still found anywhere.
"""

import json
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from sqlalchemy import Column, Connection, MetaData, Table, Text, delete, insert, inspect, select, update

from marsad.model import MarsadError, as_json, claim_of
from marsad.store import audit, index, register
from marsad.store.audit import Act, canonical, digest
from marsad.store.bulk import chunks
from marsad.store.discretion import Span, cover, joined, named
from marsad.store.erased import PURGED, Erased, rows, whole
from marsad.store.judge import judgement_digest
from marsad.store.keep import entries_of, hidden
from marsad.store.register import record_digest
from marsad.store.rows import article_digest, article_of, claim_of_body, claim_row
from marsad.store.tables import anchors, articles, claims, erasures, judgements, meta, purges, records, terms, ties

Tell = Callable[[int, int], None]
_BATCH = 500  # rows looked at at once
_OPEN = "purging"
"""The row of ``meta`` that lets the guards of articles and claims pass, for the length of one transaction."""
_OWN = ("articles", "claims", "records", "judgements", "terms", "erasures", "purges", "meta", "audit")
"""Tables that have a way of their own; in all others texts are covered where they stand."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whose data: the record's id; names covered wherever they stand, and those of one word only in the person's own articles.

    ``passages`` has the whole sentence of each claim that names the person covered, and not the name alone.
    """

    person: str
    names: tuple[str, ...]
    short: tuple[str, ...] = ()
    own: frozenset[int] = frozenset()
    passages: bool = False

    def of(self, article: int) -> tuple[str, ...]:
        """The names to be covered in an article."""
        return self.names + self.short if article in self.own else self.names


@dataclass
class Done:
    """What a purge did: its id, and how many rows of what it changed."""

    id: str
    articles: int = 0
    claims: int = 0
    records: int = 0
    judgements: int = 0
    others: int = 0
    hashes: set[str] = field(default_factory=set)
    """The SHA-256 of the bytes that the articles came from: what the archive holds of them is to be erased."""


def wanted(connection: Connection, person: str, also: Sequence[str] = (), passages: bool = False) -> Wanted:
    """Whose data an id means, with all spellings there are, and others that are given. MarsadError when it is no person's."""
    row = connection.execute(
        select(records.c.body).where(records.c.id == person, records.c.kind == "person").order_by(records.c.no.desc())
    ).first()
    if row is None:
        raise MarsadError(f"there is no person {person}: marsad people --q NAME --json tells their ids")
    body = json.loads(row.body)
    every = [*dict.fromkeys([body["name"], *body.get("names", ())])]
    about = select(claims.c.article).where(claims.c.id.in_(body["claims"]))
    own = frozenset(number for number in connection.execute(about).scalars())
    long = [name for name in every if len(name.split()) > 1]
    return Wanted(person, (*long, *also), tuple(name for name in every if name not in long), own, passages)


def purge(
    connection: Connection,
    asked: Wanted,
    reason: str,
    by: str,
    second: str,
    captured: Callable[[Done], list[Erased]] = lambda done: [],
    tell: Tell = lambda done, found: None,
) -> Done:
    """Take a person's data out; what was done. ``by`` asks and ``second`` consents; ``captured`` erases the bytes of the archive and says which.

    Raises MarsadError when the two are one, when no reason is given or it holds the name, and when the name is still found after all: then
    nothing is changed.
    """
    if by == second:
        raise MarsadError("a purge takes two people: name another beside yourself")
    if not reason.strip() or named(reason, asked.names + asked.short):
        raise MarsadError("a purge needs its reason in a few words, without the name")
    at = audit.moment(connection)
    done, erased = Done(f"pu-{uuid.uuid4().hex[:12]}"), list[Erased]()
    connection.execute(insert(meta).values(name=_OPEN, value=done.id))
    for article in _holding(connection, asked, tell):
        erased += _article(connection, article, asked, done, at)
    erased += _records(connection, asked, done)
    erased += _judgements(connection, asked, done)
    _terms(connection, asked)
    _elsewhere(connection, asked, done)
    erased += captured(done)
    connection.execute(delete(meta).where(meta.c.name == _OPEN))
    counts = {name: getattr(done, name) for name in ("articles", "claims", "records", "judgements")}
    captures = sum(one.kind == "capture" for one in erased)
    connection.execute(
        insert(purges).values(
            id=done.id, person=asked.person, reason=reason.strip(), by=by, second=second, at=at, captures=captures, **counts
        )
    )
    for some in chunks(rows(done.id, erased)):
        connection.execute(insert(erasures), some)
    audit.record(connection, by, at, [Act(PURGED, done.id, {"digest": whole(erased), "second": second, "rows": len(erased)})])
    if left := next(found(connection, asked), None):
        raise MarsadError(f"nothing was purged: the name stands in {left}, which cannot be changed")
    return done


def _holding(connection: Connection, asked: Wanted, tell: Tell) -> Iterator[dict[str, Any]]:
    """The articles in which a name stands, in whatever column, or in a claim of which it does."""
    last = done = hits = 0
    while True:
        batch = [
            dict(row)
            for row in connection.execute(
                select(articles).where(articles.c.no > last).order_by(articles.c.no).limit(_BATCH)
            ).mappings()
        ]
        if not batch:
            return
        last = batch[-1]["no"]
        bodies: dict[int, list[str]] = {}
        for said in connection.execute(
            select(claims.c.article, claims.c.body).where(claims.c.article.in_([one["no"] for one in batch]))
        ):
            bodies.setdefault(said.article, []).append(said.body)
        for row in batch:
            texts = (
                row["text"],
                row["title"],
                row["outlet"],
                row["via"],
                row["refusals"],
                row["withheld"],
                row["url"],
                row["key"],
            )
            if stands([*texts, *bodies.get(row["no"], ())], asked.of(row["no"])):
                hits += 1
                yield row
        done += len(batch)
        tell(done, hits)


def _article(connection: Connection, row: dict[str, Any], asked: Wanted, done: Done, at: str) -> Iterator[Erased]:
    names = asked.of(row["no"])
    own = [
        dict(one)
        for one in connection.execute(select(claims).where(claims.c.article == row["no"]).order_by(claims.c.no)).mappings()
    ]
    index.take(connection, entries_of(row, own))
    said = list(_said(own, names, asked.passages))
    text = cover(row["text"], joined([*named(row["text"], names), *(span for part, span in said if part == "text")]))
    title = row["title"] and cover(
        row["title"], joined([*named(row["title"], names), *(span for part, span in said if part == "title")])
    )
    fresh = [_claim(one, row, text, title or "", names) for one in own]
    yield Erased("address", row["no"], digest(row["key"]), "")
    changed = row | {
        "text": text, "title": title, "outlet": _covered(row["outlet"], names), "via": _covered(row["via"], names),
        "url": _address(row["url"], names), "refusals": canonical(_covered(json.loads(row["refusals"]), names)), "gathered": False,
    }  # fmt: skip
    changed["key"] = f"purged {digest(row['key'])}" if stands([row["key"]], names) else row["key"]
    changed["digest"] = article_digest(article_of(changed))
    standing = [claim_of_body(one["body"]) for one in fresh if one["superseded"] is None]
    changed["withheld"] = canonical(hidden(text, title, standing))
    yield Erased("article", row["no"], row["digest"], changed["digest"])
    register.withdraw(connection, row["no"], at)
    connection.execute(
        update(articles)
        .where(articles.c.no == row["no"])
        .values({n: v for n, v in changed.items() if v != row[n]} | {"gathered": False})
    )
    for old, new in zip(own, fresh, strict=True):
        if new != old:
            connection.execute(
                update(claims).where(claims.c.no == old["no"]).values({n: v for n, v in new.items() if v != old[n]})
            )
            yield Erased("claim", old["no"], old["digest"], new["digest"])
            done.claims += 1
    for some in chunks([one["no"] for one in own]):
        for table in (ties, anchors):
            connection.execute(delete(table).where(table.c.claim.in_(some)))
    index.put(connection, entries_of(changed, fresh))
    done.articles += 1
    done.hashes.add(row["sha256"])


def _said(own: Iterable[Mapping[str, Any]], names: Sequence[str], passages: bool) -> Iterator[tuple[str, Span]]:
    """Where the person's own words stand: their quotations and what they testify; with ``passages`` each sentence that names them."""
    for row in own:
        body = json.loads(row["body"])
        evidence = body["evidence"]
        part = evidence.get("in", "text")
        if stands([(body.get("speaker") or {}).get("name")], names):
            yield "text" if part == "text" else part, (body["quote"]["start"], body["quote"]["end"])
        if stands([(body.get("source") or {}).get("name")], names) or (passages and stands([row["body"]], names)):
            yield part, (evidence["start"], evidence["end"])


def _claim(row: dict[str, Any], article: Mapping[str, Any], text: str, title: str, names: Sequence[str]) -> dict[str, Any]:
    """A claim's row after the purge: a person goes, a speaker or source loses name and id, evidence is again a slice of its article."""
    before = json.loads(row["body"])
    body = _covered(before, names)
    for part in ("person", "speaker", "source", "by", "actor"):
        if isinstance(before.get(part), dict) and stands([before[part].get("name")], names):
            body[part].pop("id", None)
            if part == "person":
                del body[part]
    for part in ("evidence", "quote"):
        if part in body:
            whole_ = title if before["evidence"].get("in") == "title" else text
            body[part]["text"] = whole_[body[part]["start"] : body[part]["end"]]
    return row | claim_row(claim_of(body), article["day"])


def _records(connection: Connection, asked: Wanted, done: Done) -> Iterator[Erased]:
    """Records as they were gathered at any time: their JSON and the names they withhold."""
    own = set(connection.execute(select(records.c.no).where(records.c.id == asked.person)).scalars())
    for row in _every(connection, records):
        names = asked.names + asked.short if row["no"] in own else asked.names
        if not stands([row["body"], row["withheld"]], names):
            continue
        body = json.dumps(_covered(json.loads(row["body"]), names), ensure_ascii=False, separators=(",", ":"))
        withheld = canonical([name for name in json.loads(row["withheld"]) if not stands([name], names)])
        new = record_digest(row["kind"], body)
        connection.execute(update(records).where(records.c.no == row["no"]).values(body=body, withheld=withheld, digest=new))
        done.records += 1
        yield Erased("record", row["no"], row["digest"], new)


def _judgements(connection: Connection, asked: Wanted, done: Done) -> Iterator[Erased]:
    """What people wrote: the reasons of decisions, and claims as they would have them."""
    for row in _every(connection, judgements):
        if stands([row["reason"], row["value"]], asked.names):
            value = row["value"]
            if row["verdict"] == "correct" and value:
                corrected = _covered(json.loads(value), asked.names)
                if stands([((json.loads(value)).get("person") or {}).get("name")], asked.names):
                    corrected.pop("person")
                value = json.dumps(as_json(_sliced(connection, corrected, row["a"])), ensure_ascii=False, sort_keys=True)
            changed = row | {"reason": _covered(row["reason"], asked.names), "value": _covered(value, asked.names)}
            connection.execute(
                update(judgements).where(judgements.c.no == row["no"]).values(reason=changed["reason"], value=changed["value"])
            )
            done.judgements += 1
            yield Erased("judgement", row["no"], judgement_digest(row), judgement_digest(changed))


def _sliced(connection: Connection, body: dict[str, Any], claim: str) -> Any:
    """A corrected claim whose evidence is that of the claim it corrects, as the purge left it."""
    held = connection.execute(select(claims.c.body).where(claims.c.id == claim).order_by(claims.c.no.desc())).scalar()
    return claim_of(
        body | ({part: json.loads(held)[part] for part in ("evidence", "quote") if part in json.loads(held)} if held else {})
    )


def _terms(connection: Connection, asked: Wanted) -> None:
    """Names among the values of filters: what bears them was withdrawn, and is gathered anew without them."""
    for row in _every(connection, terms):
        if stands([row["value"]], asked.names + asked.short) and not row["count"]:
            connection.execute(delete(terms).where(terms.c.no == row["no"]))
        elif stands([row["label"]], asked.names):
            connection.execute(update(terms).where(terms.c.no == row["no"]).values(label=_covered(row["label"], asked.names)))


def _elsewhere(connection: Connection, asked: Wanted, done: Done) -> None:
    """All other tables, whatever there are: addresses, reports of errors, questions, jobs, problems."""
    for table in _tables(connection):
        if table.name in _OWN or not (keys := [column.name for column in table.primary_key]):
            continue
        texts = [column.name for column in table.columns if isinstance(column.type, Text)]
        for row in list(connection.execute(select(table)).mappings()):
            changed = {name: _address(row[name], asked.names) for name in texts if stands([row[name]], asked.names)}
            if changed:
                here = [table.c[name] == row[name] for name in keys]
                connection.execute(update(table).where(*here).values(changed))
                done.others += 1


def found(connection: Connection, asked: Wanted) -> Iterator[str]:
    """Where in the store one of the names stands: table, column and number of row, of every table there is."""
    for table in _tables(connection):
        texts = [column.name for column in table.columns if isinstance(column.type, Text)]
        for row in connection.execute(select(table)).mappings():
            for name in texts:
                if stands([row[name]], asked.names):
                    yield f"{table.name}.{name} of row {next(iter(row.values()))}"


def _tables(connection: Connection) -> list[Table]:
    """The tables of the database as they are, without those of the index of words, which holds no text."""
    seen, found_ = inspect(connection), list[Table]()
    for name in sorted(seen.get_table_names()):
        if not name.startswith("words"):
            keys = set(seen.get_pk_constraint(name)["constrained_columns"])
            columns = (Column(one["name"], one["type"], primary_key=one["name"] in keys) for one in seen.get_columns(name))
            found_.append(Table(name, MetaData(), *columns))
    return found_


def _every(connection: Connection, table: Table) -> Iterator[dict[str, Any]]:
    last = 0
    while batch := [
        dict(row)
        for row in connection.execute(select(table).where(table.c.no > last).order_by(table.c.no).limit(_BATCH)).mappings()
    ]:
        yield from batch
        last = batch[-1]["no"]


def stands(texts: Iterable[str | None], names: Sequence[str]) -> bool:
    """Whether a name stands in one of some texts, also as addresses write it."""
    return any(named(one, names) or ("%" in one and named(unquote(one), names)) for one in texts if one)


def _covered(value: Any, names: Sequence[str]) -> Any:
    if isinstance(value, str):
        return cover(value, named(value, names))
    if isinstance(value, list):
        return [_covered(one, names) for one in value]
    return {name: _covered(one, names) for name, one in value.items()} if isinstance(value, dict) else value


def _address(value: str | None, names: Sequence[str]) -> str | None:
    """A text with the names covered; an address in which one is written in percents is left with its digest only."""
    if value and "%" in value and named(unquote(value), names):
        return f"purged:{digest(value)[:16]}"
    return _covered(value, names)  # type: ignore[no-any-return]
