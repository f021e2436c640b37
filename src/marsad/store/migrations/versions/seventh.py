"""What an overview needs of an incident, noted beside it, in place of the figures by group that nothing read; ids of claims and of what is judged."""

from alembic import op
from sqlalchemy import Connection, MetaData, Table, bindparam, select, text, update

from marsad.store import gists, seal, sights
from marsad.store.tables import gists as short
from marsad.store.tables import records, spots
from marsad.store.tables import sights as noted

revision = "7"
down_revision = "6"
_BATCH = 2_000  # records sealed anew at once


def upgrade() -> None:
    """Make the tables and note what is held: some 10 s for 100,000 incidents."""
    connection = op.get_bind()
    spots.create(connection, checkfirst=True)
    noted.create(connection, checkfirst=True)
    sights.anew(connection)
    short.create(connection, checkfirst=True)
    gists.anew(connection)
    _seal(connection)
    op.drop_table("figures")
    op.drop_index("ix_articles_waiting", "articles")
    waiting = text("gathered IS 0")  # SQLite uses a partial index only where its condition is written as the question's
    op.create_index(
        "ix_articles_waiting", "articles", ["day", "no"], sqlite_where=waiting, postgresql_where=text("gathered IS false")
    )
    op.create_index("ix_claims_id", "claims", ["id"])
    op.create_index("ix_judgements_b", "judgements", ["b"])


def _seal(connection: Connection) -> None:
    """Seal records anew over what they are summed by now: those alone whose seal held until now, so that no change is passed over."""
    figures = Table("figures", MetaData(), autoload_with=connection)
    last = 0
    while True:
        wanted = select(records).where(records.c.superseded.is_(None), records.c.seal.is_not(None), records.c.no > last)
        batch = [dict(row) for row in connection.execute(wanted.order_by(records.c.no).limit(_BATCH)).mappings()]
        if not batch:
            return
        last = batch[-1]["no"]
        before, now = (seal.seals(connection, batch, table) for table in (figures, noted))
        rows = [{"number": row["no"], "now": now[row["no"]]} for row in batch if row["seal"] == before[row["no"]]]
        if rows:
            connection.execute(update(records).where(records.c.no == bindparam("number")).values(seal=bindparam("now")), rows)
