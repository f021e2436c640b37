"""The tables of purges, and guards that let a purge pass and nothing else."""

from alembic import op

from marsad.store.tables import erasures, purges

revision = "6"
down_revision = "5"

_GUARDS = (
    ("claims", "body, article, digest", "what a claim says is never changed: it is superseded"),
    ("articles", "text, title, sha256, digest", "an article is never changed: its next version stands beside it"),
)
_PASSING = "SELECT 1 FROM meta WHERE name = 'purging'"


def upgrade() -> None:
    """Make them; the guards are made anew."""
    connection = op.get_bind()
    for made in (purges, erasures):
        made.create(connection)
    if connection.dialect.name == "sqlite":
        for table, columns, said in _GUARDS:
            op.execute(f"DROP TRIGGER {table}_stay")
            op.execute(
                f"CREATE TRIGGER {table}_stay BEFORE UPDATE OF {columns} ON {table} WHEN NOT EXISTS ({_PASSING}) "
                f"BEGIN SELECT RAISE(ABORT, '{said}'); END"
            )
        return
    op.execute(
        f"""CREATE FUNCTION marsad_stays_unless_purged() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF EXISTS ({_PASSING}) THEN RETURN new; END IF;
          RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'check_violation';
        END $$"""
    )
    for table, columns, said in _GUARDS:
        op.execute(f"DROP TRIGGER {table}_stay ON {table}")
        op.execute(
            f"CREATE TRIGGER {table}_stay BEFORE UPDATE OF {columns} ON {table} FOR EACH ROW "
            f"EXECUTE FUNCTION marsad_stays_unless_purged('{said}')"
        )
