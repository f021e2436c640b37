"""What people do at the desk beyond reviewing claims: errors answered, alerts told by each way, exports refused, testimony entered."""

from typing import Any

from alembic import op
from sqlalchemy import Column, Text, inspect, text

from marsad.store.ledger import jobs
from marsad.store.office import reports, testimonies
from marsad.store.tables import NUMBER, articles, judgements

revision = "4"
down_revision = "3"

_ADDED: dict[str, tuple[Column[Any], ...]] = {
    "error_reports": (Column("assigned", Text), Column("ending", Text)),
    "alerts": (Column("language", Text, nullable=False, server_default="en"), Column("hook_seen", NUMBER, nullable=False, server_default="0")),
    "releases": (Column("refused_by", Text), Column("refusal", Text)),
}  # fmt: skip
_INDEXES = ("ix_error_reports_waiting", "ix_judgements_verdict", "ix_articles_changed", "ix_jobs_gone")


def upgrade() -> None:
    """Add the columns; the steps before make new stores' tables as they are today, so they may be there."""
    connection = op.get_bind()
    found = inspect(connection)
    columns = {table: {column["name"] for column in found.get_columns(table)} for table in _ADDED}
    for table, added in _ADDED.items():
        for column in added:
            if column.name not in columns[table]:
                op.add_column(table, column)
    if "letter_seen" not in columns["alerts"]:
        connection.execute(text("UPDATE alerts SET hook_seen = seen"))
        op.execute("ALTER TABLE alerts RENAME COLUMN seen TO letter_seen")
    if not found.has_table("testimonies"):
        testimonies.create(connection)
    for index in (index for table in (reports, judgements, articles, jobs) for index in table.indexes if index.name in _INDEXES):
        index.create(connection, checkfirst=True)
