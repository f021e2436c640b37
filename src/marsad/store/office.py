"""The tables of those who work at the desk: accounts and their sessions, who was given what to review, errors reported, alerts."""

from sqlalchemy import Boolean, CheckConstraint, Column, ForeignKey, Index, Integer, MetaData, Table, Text

from marsad.store.tables import NUMBER

metadata = MetaData()

ROLES = ("reader", "analyst", "reviewer", "administrator")
"""Roles, each with the rights of those before it."""

accounts = Table(
    "accounts",
    metadata,
    Column("name", Text, primary_key=True),
    Column("role", Text, nullable=False),
    Column("password", Text, nullable=False),
    Column("secret", Text),
    Column("last_code", Integer, nullable=False, default=0),
    Column("closed", Boolean, nullable=False, default=False),
    Column("at", Text, nullable=False),
    CheckConstraint("role IN ('reader', 'analyst', 'reviewer', 'administrator')", "role"),
)
"""``password`` is argon2's hash, ``secret`` that of the second factor; ``last_code`` the time step of the last code used, so that none is used twice."""

sessions = Table(
    "sessions",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("account", Text, ForeignKey("accounts.name"), nullable=False),
    Column("began", Integer, nullable=False),
    Column("last", Integer, nullable=False),
)
"""``digest`` is the SHA-256 of the token that only the browser holds; moments are Unix seconds."""

attempts = Table(
    "attempts",
    metadata,
    Column("no", NUMBER, primary_key=True, autoincrement=True),
    Column("key", Text, nullable=False),
    Column("at", Integer, nullable=False),
)
"""Failed sign-ins by name and by address (their digests), for as long as they count."""
Index("ix_attempts_key", attempts.c.key, attempts.c.at)

assignments = Table(
    "assignments",
    metadata,
    Column("claim", Text, primary_key=True),
    Column("account", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
)
"""Which claim was given to whom to review."""

reports = Table(
    "error_reports",
    metadata,
    Column("id", Text, primary_key=True),
    Column("about", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("assigned", Text),
    Column("settled", Text),
    Column("settled_by", Text),
    Column("ending", Text),
    Column("note", Text),
)
"""What readers say is wrong: the address it is about and their words. Nothing of themselves is asked or kept. ``ending`` is one of
``complaints.ENDINGS``, ``note`` the answer that whoever has the report's address reads."""
Index("ix_error_reports_waiting", reports.c.settled, reports.c.at)

alerts = Table(
    "alerts",
    metadata,
    Column("id", Text, primary_key=True),
    Column("account", Text, ForeignKey("accounts.name"), nullable=False),
    Column("address", Text, nullable=False),
    Column("letter", Text),
    Column("hook", Text),
    Column("secret", Text),
    Column("language", Text, nullable=False, server_default="en"),
    Column("letter_seen", NUMBER, nullable=False),
    Column("hook_seen", NUMBER, nullable=False),
)
"""Questions whose news somebody wants: the query's address, where a letter or a hook goes, the secret a hook is signed by, the letter's
language, and the last row of the record that each way was already told."""

tokens = Table(
    "tokens",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("account", Text, ForeignKey("accounts.name"), nullable=False),
    Column("label", Text, nullable=False),
    Column("scopes", Text, nullable=False),
    Column("expires", Integer, nullable=False),
    Column("revoked", Boolean, nullable=False, default=False),
)
"""Keys by which programs ask the API in an account's name; ``digest`` is the SHA-256 of what only the program holds, ``expires`` Unix seconds."""

releases = Table(
    "releases",
    metadata,
    Column("id", Text, primary_key=True),
    Column("account", Text, nullable=False),
    Column("format", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("approved_by", Text),
    Column("expires", Integer),
    Column("refused_by", Text),
    Column("refusal", Text),
    CheckConstraint("approved_by IS NULL OR approved_by <> account", "second_person"),
)
"""Exports of restricted records: asked for by one person, let out by another, until ``expires`` (Unix seconds), or refused and why."""

VIA = "testimony"
"""By what an article came that was entered so (``articles.via``)."""

testimonies = Table(
    "testimonies",
    metadata,
    Column("article", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("protected", Boolean, nullable=False),
    Column("document", Text),
    Column("media", Text),
    Column("size", Integer),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("withdrawn", Text),
    Column("withdrawn_by", Text),
    Column("reason", Text),
    CheckConstraint("(withdrawn IS NULL) = (withdrawn_by IS NULL)", "withdrawn"),
)
"""What was entered from testimony, image or video: the article that holds its words, whose word it is (a code where that is protected), and
the document's SHA-256, type by its bytes, and size. Who a protected source is stands nowhere."""
