"""The seal of what a record is found and summed by."""

from alembic import op
from sqlalchemy import Column, Text

revision = "5"
down_revision = "4"


def upgrade() -> None:
    """Add its column; records that are there get theirs when they are written anew."""
    op.add_column("records", Column("seal", Text))
