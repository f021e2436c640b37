"""The intake's tables: what is to be fetched or read, what the archive holds, what went wrong, when a host may be asked.

Moments are ISO 8601 in UTC with microseconds, so that they sort as text. Nothing here is part of the record: a job or a problem may be
forgotten; what was taken in stands in ``articles`` and ``claims``.
"""

from sqlalchemy import BigInteger, Column, Index, Integer, Table, Text, UniqueConstraint

from marsad.store.tables import NUMBER, metadata

jobs = Table(
    "jobs",
    metadata,
    Column("no", NUMBER, primary_key=True, autoincrement=True),
    Column("kind", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("host", Text, nullable=False, server_default=""),
    Column("source", Text, nullable=False, server_default=""),
    Column("state", Text, nullable=False),
    Column("due", Text, nullable=False),
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("leased_by", Text),
    Column("leased_until", Text),
    Column("at", BigInteger, nullable=False, server_default="0"),
    Column("mark", Text, nullable=False, server_default=""),
    Column("detail", Text, nullable=False, server_default="{}"),
    Column("first_seen", Text, nullable=False),
    Column("done", Text),
    Column("changed", Text),
    Column("gone", Text),
    UniqueConstraint("kind", "target"),
)
"""One thing to be taken in: a file, a feed, a page. ``at`` is how many of its documents are done; ``mark`` tells whether it is still what
it was (a file's size and time, a page's ETag); ``changed`` and ``gone`` when a page was last seen otherwise, or no longer seen. Whoever works
on one holds a lease until a moment; past it the job is anybody's again."""
Index("ix_jobs_due", jobs.c.state, jobs.c.due)
Index("ix_jobs_source", jobs.c.source)
Index("ix_jobs_gone", jobs.c.target, sqlite_where=jobs.c.gone.is_not(None), postgresql_where=jobs.c.gone.is_not(None))
Index("ix_jobs_leased_by", jobs.c.leased_by)

hosts = Table(
    "hosts",
    metadata,
    Column("host", Text, primary_key=True),
    Column("due", Text, nullable=False),
    Column("held_by", Text),
    Column("robots", Text),
    Column("robots_at", Text),
)
"""When a host may be asked next, who is asking it just now, and its robots.txt as last read."""

captures = Table(
    "captures",
    metadata,
    Column("no", NUMBER, primary_key=True, autoincrement=True),
    Column("url", Text, nullable=False),
    Column("moment", Text, nullable=False),
    Column("status", Integer, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("type", Text),
    Column("file", Text, nullable=False),
    Column("offset", BigInteger, nullable=False),
    Column("length", BigInteger),
    Column("own_file", Text),
    Column("own_offset", BigInteger),
    Column("own_length", BigInteger),
    UniqueConstraint("url", "moment", "sha256"),
)
"""What was seen at an address at a moment, and the record that holds its bytes: ``sha256`` is that of an article read from it."""
Index("ix_captures_sha256", captures.c.sha256)
Index("ix_captures_body", captures.c.body)

problems = Table(
    "problems",
    metadata,
    Column("no", NUMBER, primary_key=True, autoincrement=True),
    Column("place", Text, nullable=False, unique=True),
    Column("reason", Text, nullable=False),
    Column("job", NUMBER),
    Column("first_seen", Text, nullable=False),
    Column("last_seen", Text, nullable=False),
    Column("times", Integer, nullable=False),
    Column("solved", Text),
)
"""What could not be taken in: where it is, and in one line why."""
Index("ix_problems_job", problems.c.job)
