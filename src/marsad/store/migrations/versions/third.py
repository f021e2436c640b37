"""The tables of those who work at the desk."""

from alembic import op

from marsad.store.office import metadata

revision = "3"
down_revision = "2"


def upgrade() -> None:
    """Make them, as they stand in ``marsad.store.office`` until the first release freezes them here."""
    metadata.create_all(op.get_bind(), checkfirst=False)
