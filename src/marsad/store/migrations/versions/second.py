"""The intake's tables, and what an article came by."""

from alembic import op
from sqlalchemy import Column, Text, inspect

from marsad.store import ledger

revision = "2"
down_revision = "1"


def upgrade() -> None:
    """Make them; the first step makes ``articles`` as it is today, so its column and index may be there."""
    connection = op.get_bind()
    if "via" not in {column["name"] for column in inspect(connection).get_columns("articles")}:
        op.add_column("articles", Column("via", Text))
    if "ix_articles_sha256" not in {index["name"] for index in inspect(connection).get_indexes("articles")}:
        op.create_index("ix_articles_sha256", "articles", ["sha256"])
    for table in (ledger.jobs, ledger.hosts, ledger.captures, ledger.problems):
        table.create(connection)
