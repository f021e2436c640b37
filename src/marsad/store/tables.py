"""The tables. Days are whole numbers (``date.toordinal``), moments ISO 8601 in UTC, bodies the JSON of the contract without nulls.

What was once held is never overwritten: a row that no longer holds has ``superseded``, the moment another took its place. An
article is what is published at one address (or under one id of an outlet); when it changes, its next version stands beside it.
"""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from marsad.model.values import Outcome

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

NUMBER = BigInteger().with_variant(Integer, "sqlite")  # SQLite counts rows by themselves only in a column of type INTEGER
UNKNOWN_DAY = 0
"""The day of what has none: it stands before all others, and a keyset over days needs no null."""


def _number() -> "Column[int]":
    return Column("no", NUMBER, primary_key=True, autoincrement=True)


def _day(name: str, **more: Any) -> "Column[int]":
    return Column(name, Integer, nullable=False, **more)


def _current(name: str, table: Table, *columns: Any, unique: bool = False) -> Index:
    """An index over the rows that hold now."""
    now = table.c.superseded.is_(None)
    return Index(name, *columns, unique=unique, sqlite_where=now, postgresql_where=now)


articles = Table(
    "articles",
    metadata,
    _number(),
    Column("id", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("url", Text),
    Column("outlet", Text),
    Column("title", Text),
    Column("published", Text),
    Column("published_from", Text),
    Column("language", Text),
    Column("via", Text),
    _day("day"),
    _day("known"),
    Column("text", Text, nullable=False),
    Column("masked", Text, nullable=False),
    Column("withheld", Text, nullable=False),
    Column("refusals", Text, nullable=False),
    Column("reader", Text, nullable=False),
    Column("gathered", Boolean, nullable=False, default=False),
    Column("unknown", Integer),
    Column("first_seen", Text, nullable=False),
    Column("superseded", Text),
    CheckConstraint("length(sha256) = 64", "hash"),
    UniqueConstraint("key", "digest"),
    UniqueConstraint("id", "version"),
)
"""One version of one report. ``digest`` is the SHA-256 of all that came with it; ``known`` the day from which it could be known:
its date, or for a later version the day that version was first seen. ``withheld`` holds the stretches the public does not see."""

_current("uq_articles_current_key", articles, articles.c.key, unique=True)
Index("ix_articles_digest", articles.c.digest)
Index("ix_articles_sha256", articles.c.sha256)
_current("ix_articles_changed", articles, articles.c.version)
Index("ix_articles_day", articles.c.day, articles.c.no)
Index(
    "ix_articles_waiting",
    articles.c.day,
    articles.c.no,
    sqlite_where=articles.c.gathered.is_(False),
    postgresql_where=articles.c.gathered.is_(False),
)

claims = Table(
    "claims",
    metadata,
    _number(),
    Column("id", Text, nullable=False),
    Column("article", NUMBER, ForeignKey("articles.no"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("outcome", Text),
    Column("grp", Text),
    Column("period", Text),
    Column("stance", Text, nullable=False),
    Column("source", Text),
    Column("actor", Text),
    Column("place", Text),
    Column("country", Text),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("precision", Integer),
    _day("day"),
    _day("until"),
    Column("low", BigInteger),
    Column("high", BigInteger),
    _day("known"),
    Column("unknown", Integer),
    Column("withheld", Text),
    Column("reader", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("first_seen", Text, nullable=False),
    Column("superseded", Text),
    CheckConstraint("length(digest) = 64", "digest"),
)
"""One assertion. ``known`` and ``unknown`` are the days between which its article said so; ``withheld`` why the public does not
see whom it names. A trigger refuses a row whose evidence is not those characters of its article."""

_current("uq_claims_current_id", claims, claims.c.id, unique=True)
Index("ix_claims_id", claims.c.id)
Index("ix_claims_article", claims.c.article)
for _name in ("kind", "outcome", "grp", "place", "source", "actor", "country"):
    _current(f"ix_claims_{_name}", claims, claims.c[_name], claims.c.day, claims.c.no)
Index("ix_claims_day", claims.c.day, claims.c.no)

areas = Table(
    "areas",
    metadata,
    Column("area", Text, nullable=False),
    Column("place", Text, nullable=False),
    PrimaryKeyConstraint("area", "place"),
    sqlite_with_rowid=False,
)
"""Which places lie in an area, itself among them."""

records = Table(
    "records",
    metadata,
    _number(),
    Column("id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    _day("day"),
    _day("until"),
    _day("known"),
    Column("place", Text),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("precision", Integer),
    Column("cluster", Text),
    Column("grade", Text),
    Column("restricted", Boolean, nullable=False),
    Column("withheld", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("first_seen", Text, nullable=False),
    Column("superseded", Text),
    Column("seal", Text),
)
"""One incident, tally, place's control, track of talks or person, as gathered. ``known`` is the day of its first article;
``withheld`` the names the public does not see; ``seal`` the digest of what it is found and summed by (``store/seal.py``)."""

_current("uq_records_current_id", records, records.c.id, unique=True)
_current("ix_records_kind", records, records.c.kind, records.c.day, records.c.no)
_current("ix_records_cluster", records, records.c.cluster)
Index("ix_records_id", records.c.id)

members = Table(
    "members",
    metadata,
    Column("record", NUMBER, ForeignKey("records.no", ondelete="CASCADE"), nullable=False),
    Column("claim", NUMBER, ForeignKey("claims.no"), nullable=False),
    PrimaryKeyConstraint("record", "claim"),
    sqlite_with_rowid=False,
)
"""The claims a record rests on."""
Index("ix_members_claim", members.c.claim)

terms = Table(
    "terms",
    metadata,
    _number(),
    Column("kind", Text, nullable=False),
    Column("facet", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("label", Text),
    Column("count", Integer, nullable=False, default=0),
    UniqueConstraint("kind", "facet", "value"),
)
"""What records of a kind can be filtered by: a facet (area, actor, outcome …) and a value of it, which ``count`` of them bear;
``label`` is the name as first written."""

marks = Table(
    "marks",
    metadata,
    Column("term", NUMBER, ForeignKey("terms.no"), nullable=False),
    _day("day"),
    Column("record", NUMBER, ForeignKey("records.no", ondelete="CASCADE"), nullable=False),
    PrimaryKeyConstraint("term", "day", "record"),
    sqlite_with_rowid=False,
)
"""Which records bear a term, by day: a page of them is one range of this table, however many there are."""
Index("ix_marks_record", marks.c.record)

spots = Table(
    "spots",
    metadata,
    Column("no", NUMBER, primary_key=True, autoincrement=False),
    Column("place", Text),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("exact", Boolean, nullable=False),
)
"""Where the map shows incidents: a place with coordinates as one audience sees them, numbered by a hash of these (``sights.spot``).
``exact`` tells that it may be drawn as a point."""

gists = Table(
    "gists",
    metadata,
    Column("record", NUMBER, ForeignKey("records.no", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
)
"""What the public sees of each current record in a list, as JSON: names at risk covered, coordinates coarse."""

SUMMED: tuple[Outcome, ...] = ("killed", "injured", "missing", "abducted", "detained")
"""Outcomes that are summed. Displacement is not: one person may move several times (STANDARDS D.7)."""

sights = Table(
    "sights",
    metadata,
    _day("day"),
    Column("record", NUMBER, ForeignKey("records.no", ondelete="CASCADE"), nullable=False),
    _day("until"),
    _day("known"),
    Column("restricted", Boolean, nullable=False),
    Column("spot", NUMBER, ForeignKey("spots.no"), nullable=False),
    Column("cleared_spot", NUMBER, ForeignKey("spots.no"), nullable=False),
    *(Column(f"{outcome}_{end}", BigInteger) for outcome in SUMMED for end in ("low", "high")),
    PrimaryKeyConstraint("day", "record"),
    sqlite_with_rowid=False,
)
"""What maps, timelines and sums need of each current incident, in the order of days: a walk over all of them reads some 80 bytes each, where
``records`` holds kilobytes. ``low`` is null of an outcome that is not counted there, ``high`` where it is open above."""

anchors = Table(
    "anchors",
    metadata,
    Column("incident", Text, nullable=False),
    Column("claim", NUMBER, ForeignKey("claims.no"), nullable=False),
    PrimaryKeyConstraint("incident", "claim"),
    sqlite_with_rowid=False,
)
"""The incident that a claim would be the earliest of: an incident's id of any time leads to where that claim is now."""

ties = Table(
    "ties",
    metadata,
    Column("tie", BigInteger, nullable=False),
    Column("claim", NUMBER, ForeignKey("claims.no"), nullable=False),
    PrimaryKeyConstraint("tie", "claim"),
    sqlite_with_rowid=False,
)
"""What claims share that may be gathered together: the blocks and lines of ``marsad.record``, by number."""

stale = Table(
    "stale",
    metadata,
    Column("kind", Text, nullable=False),
    Column("tie", BigInteger, nullable=False),
    PrimaryKeyConstraint("kind", "tie"),
    sqlite_with_rowid=False,
)
"""Lines of which the records of a kind are to be gathered anew."""

judgements = Table(
    "judgements",
    metadata,
    _number(),
    Column("id", Text, nullable=False, unique=True),
    Column("verdict", Text, nullable=False),
    Column("a", Text, nullable=False),
    Column("b", Text),
    Column("value", Text),
    Column("reason", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("withdrawn", Text),
    Column("withdrawn_by", Text),
    CheckConstraint("by <> ''", "signed"),
    CheckConstraint("at <> ''", "dated"),
    CheckConstraint("(withdrawn IS NULL) = (withdrawn_by IS NULL)", "withdrawn"),
)
"""What people decided, dated and signed; taken back, never erased."""
Index("ix_judgements_a", judgements.c.a)
Index("ix_judgements_verdict", judgements.c.verdict)
Index("ix_judgements_b", judgements.c.b)

acts = Table(
    "audit",
    metadata,
    Column("no", NUMBER, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("before", Text, nullable=False),
    Column("hash", Text, nullable=False, unique=True),
)
"""Every act, each row's hash made over its content and the hash before it."""
Index("ix_audit_subject", acts.c.subject)

purges = Table(
    "purges",
    metadata,
    Column("id", Text, primary_key=True),
    Column("person", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("second", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("records", Integer, nullable=False),
    Column("judgements", Integer, nullable=False),
    Column("captures", Integer, nullable=False),
    CheckConstraint("by <> second", "second_person"),
)
"""Persons whose data was taken out: the id of their record, why, by which two people, when, and how many rows that changed."""

erasures = Table(
    "erasures",
    metadata,
    _number(),
    Column("purge", Text, ForeignKey("purges.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("row", NUMBER, nullable=False),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
)
"""Of each row that a purge changed the digest before and after: the trail's older acts are checked by the one, the row by the other."""
Index("ix_erasures_before", erasures.c.before)

meta = Table("meta", metadata, Column("name", Text, primary_key=True), Column("value", Text, nullable=False))
"""What the store knows of itself, such as the stemmer its index was made by."""
