"""The first tables, the index of words, and the triggers by which no code path can keep a claim that its article does not state."""

import sqlalchemy as sa
from alembic import op

from marsad.store.tables import NUMBER

revision = "1"
down_revision = None

_SQLITE = (
    # Contentless: the words stand in articles and claims already. Diacritics are folded before, by marsad.text.
    """CREATE VIRTUAL TABLE words USING fts5(stems, forms, content='', tokenize="unicode61 remove_diacritics 0")""",
    """CREATE TRIGGER claims_are_slices BEFORE INSERT ON claims
    WHEN coalesce((SELECT substr(CASE json_extract(new.body, '$.evidence.in') WHEN 'title' THEN title ELSE text END,
                     json_extract(new.body, '$.evidence.start') + 1,
                     json_extract(new.body, '$.evidence.end') - json_extract(new.body, '$.evidence.start'))
          FROM articles WHERE no = new.article), '') <> coalesce(json_extract(new.body, '$.evidence.text'), 'none')
    BEGIN SELECT RAISE(ABORT, 'the evidence of a claim is not those characters of its article'); END""",
    """CREATE TRIGGER claims_stay BEFORE UPDATE OF body, article, digest ON claims
    BEGIN SELECT RAISE(ABORT, 'what a claim says is never changed: it is superseded'); END""",
    """CREATE TRIGGER articles_stay BEFORE UPDATE OF text, title, sha256, digest ON articles
    BEGIN SELECT RAISE(ABORT, 'an article is never changed: its next version stands beside it'); END""",
    """CREATE TRIGGER audit_stays BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'an act is never changed'); END""",
    """CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'an act is never erased'); END""",
    """CREATE TRIGGER judgements_are_kept BEFORE DELETE ON judgements
    BEGIN SELECT RAISE(ABORT, 'a judgement is withdrawn, never erased'); END""",
)

_POSTGRESQL = (
    "CREATE TABLE words (no BIGINT PRIMARY KEY, stems tsvector NOT NULL, forms tsvector NOT NULL)",
    "CREATE INDEX ix_words_stems ON words USING gin (stems)",
    "CREATE INDEX ix_words_forms ON words USING gin (forms)",
    """CREATE FUNCTION marsad_slice() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE evidence json := new.body::json -> 'evidence';
            begins integer := (evidence ->> 'start')::integer;
    BEGIN
      IF coalesce((SELECT substr(CASE evidence ->> 'in' WHEN 'title' THEN title ELSE text END,
                                 begins + 1, (evidence ->> 'end')::integer - begins)
                   FROM articles WHERE no = new.article), '') <> coalesce(evidence ->> 'text', 'none') THEN
        RAISE EXCEPTION 'the evidence of a claim is not those characters of its article' USING ERRCODE = 'check_violation';
      END IF;
      RETURN new;
    END $$""",
    "CREATE TRIGGER claims_are_slices BEFORE INSERT ON claims FOR EACH ROW EXECUTE FUNCTION marsad_slice()",
    """CREATE FUNCTION marsad_stays() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'check_violation'; END $$""",
    """CREATE TRIGGER claims_stay BEFORE UPDATE OF body, article, digest ON claims FOR EACH ROW
    EXECUTE FUNCTION marsad_stays('what a claim says is never changed: it is superseded')""",
    """CREATE TRIGGER articles_stay BEFORE UPDATE OF text, title, sha256, digest ON articles FOR EACH ROW
    EXECUTE FUNCTION marsad_stays('an article is never changed: its next version stands beside it')""",
    """CREATE TRIGGER audit_stays BEFORE UPDATE OR DELETE ON audit FOR EACH ROW
    EXECUTE FUNCTION marsad_stays('an act is never changed or erased')""",
    """CREATE TRIGGER judgements_are_kept BEFORE DELETE ON judgements FOR EACH ROW
    EXECUTE FUNCTION marsad_stays('a judgement is withdrawn, never erased')""",
)


def upgrade() -> None:
    """Make the tables and their guards."""
    tables()
    for statement in _SQLITE if op.get_bind().dialect.name == "sqlite" else _POSTGRESQL:
        op.execute(statement)


def tables() -> None:
    """The tables of the first step, as they were."""
    op.create_table(
        "areas",
        sa.Column("area", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("area", "place", name=op.f("pk_areas")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "articles",
        sa.Column("no", NUMBER, autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("published_from", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("via", sa.Text(), nullable=True),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("known", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("masked", sa.Text(), nullable=False),
        sa.Column("withheld", sa.Text(), nullable=False),
        sa.Column("refusals", sa.Text(), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("gathered", sa.Boolean(), nullable=False),
        sa.Column("unknown", sa.Integer(), nullable=True),
        sa.Column("first_seen", sa.Text(), nullable=False),
        sa.Column("superseded", sa.Text(), nullable=True),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_articles_hash")),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_articles")),
        sa.UniqueConstraint("id", "version", name=op.f("uq_articles_id_version")),
        sa.UniqueConstraint("key", "digest", name=op.f("uq_articles_key_digest")),
    )
    op.create_index("ix_articles_day", "articles", ["day", "no"], unique=False)
    op.create_index("ix_articles_digest", "articles", ["digest"], unique=False)
    op.create_index("ix_articles_sha256", "articles", ["sha256"], unique=False)
    op.create_index(
        "ix_articles_waiting",
        "articles",
        ["no"],
        unique=False,
        sqlite_where=sa.text("gathered IS false"),
        postgresql_where=sa.text("gathered IS false"),
    )
    op.create_index(
        "uq_articles_current_key",
        "articles",
        ["key"],
        unique=True,
        sqlite_where=sa.text("superseded IS NULL"),
        postgresql_where=sa.text("superseded IS NULL"),
    )
    op.create_table(
        "audit",
        sa.Column("no", NUMBER, autoincrement=False, nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_audit")),
        sa.UniqueConstraint("hash", name=op.f("uq_audit_hash")),
    )
    op.create_index("ix_audit_subject", "audit", ["subject"], unique=False)
    op.create_table(
        "judgements",
        sa.Column("no", NUMBER, autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("a", sa.Text(), nullable=False),
        sa.Column("b", sa.Text(), nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("withdrawn", sa.Text(), nullable=True),
        sa.Column("withdrawn_by", sa.Text(), nullable=True),
        sa.CheckConstraint("at <> ''", name=op.f("ck_judgements_dated")),
        sa.CheckConstraint("by <> ''", name=op.f("ck_judgements_signed")),
        sa.CheckConstraint("(withdrawn IS NULL) = (withdrawn_by IS NULL)", name=op.f("ck_judgements_withdrawn")),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_judgements")),
        sa.UniqueConstraint("id", name=op.f("uq_judgements_id")),
    )
    op.create_index("ix_judgements_a", "judgements", ["a"], unique=False)
    op.create_table(
        "meta",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_meta")),
    )
    op.create_table(
        "records",
        sa.Column("no", NUMBER, autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("until", sa.Integer(), nullable=False),
        sa.Column("known", sa.Integer(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("precision", sa.Integer(), nullable=True),
        sa.Column("cluster", sa.Text(), nullable=True),
        sa.Column("grade", sa.Text(), nullable=True),
        sa.Column("restricted", sa.Boolean(), nullable=False),
        sa.Column("withheld", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("first_seen", sa.Text(), nullable=False),
        sa.Column("superseded", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_records")),
    )
    op.create_index(
        "ix_records_cluster",
        "records",
        ["cluster"],
        unique=False,
        sqlite_where=sa.text("superseded IS NULL"),
        postgresql_where=sa.text("superseded IS NULL"),
    )
    op.create_index("ix_records_id", "records", ["id"], unique=False)
    op.create_index(
        "ix_records_kind",
        "records",
        ["kind", "day", "no"],
        unique=False,
        sqlite_where=sa.text("superseded IS NULL"),
        postgresql_where=sa.text("superseded IS NULL"),
    )
    op.create_index(
        "uq_records_current_id",
        "records",
        ["id"],
        unique=True,
        sqlite_where=sa.text("superseded IS NULL"),
        postgresql_where=sa.text("superseded IS NULL"),
    )
    op.create_table(
        "stale",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("tie", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "tie", name=op.f("pk_stale")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "terms",
        sa.Column("no", NUMBER, autoincrement=True, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("facet", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=True),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_terms")),
        sa.UniqueConstraint("kind", "facet", "value", name=op.f("uq_terms_kind_facet_value")),
    )
    op.create_table(
        "claims",
        sa.Column("no", NUMBER, autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("article", NUMBER, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("grp", sa.Text(), nullable=True),
        sa.Column("period", sa.Text(), nullable=True),
        sa.Column("stance", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("actor", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("precision", sa.Integer(), nullable=True),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("until", sa.Integer(), nullable=False),
        sa.Column("low", sa.BigInteger(), nullable=True),
        sa.Column("high", sa.BigInteger(), nullable=True),
        sa.Column("known", sa.Integer(), nullable=False),
        sa.Column("unknown", sa.Integer(), nullable=True),
        sa.Column("withheld", sa.Text(), nullable=True),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("first_seen", sa.Text(), nullable=False),
        sa.Column("superseded", sa.Text(), nullable=True),
        sa.CheckConstraint("length(digest) = 64", name=op.f("ck_claims_digest")),
        sa.ForeignKeyConstraint(["article"], ["articles.no"], name=op.f("fk_claims_article")),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_claims")),
    )
    op.create_index(
        "ix_claims_actor",
        "claims",
        ["actor", "day", "no"],
        unique=False,
        sqlite_where=sa.text("superseded IS NULL"),
        postgresql_where=sa.text("superseded IS NULL"),
    )
    op.create_index("ix_claims_article", "claims", ["article"], unique=False)
    op.create_index(
        "ix_claims_country",
        "claims",
        ["country", "day", "no"],
        unique=False,
        sqlite_where=sa.text("superseded IS NULL"),
        postgresql_where=sa.text("superseded IS NULL"),
    )
    op.create_index("ix_claims_day", "claims", ["day", "no"], unique=False)
    op.create_index(
        "ix_claims_grp",
        "claims",
        ["grp", "day", "no"],
        unique=False,
        sqlite_where=sa.text("superseded IS NULL"),
        postgresql_where=sa.text("superseded IS NULL"),
    )
    op.create_index(
        "ix_claims_kind",
        "claims",
        ["kind", "day", "no"],
        unique=False,
        sqlite_where=sa.text("superseded IS NULL"),
        postgresql_where=sa.text("superseded IS NULL"),
    )
    op.create_index(
        "ix_claims_outcome",
        "claims",
        ["outcome", "day", "no"],
        unique=False,
        sqlite_where=sa.text("superseded IS NULL"),
        postgresql_where=sa.text("superseded IS NULL"),
    )
    op.create_index(
        "ix_claims_place",
        "claims",
        ["place", "day", "no"],
        unique=False,
        sqlite_where=sa.text("superseded IS NULL"),
        postgresql_where=sa.text("superseded IS NULL"),
    )
    op.create_index(
        "ix_claims_source",
        "claims",
        ["source", "day", "no"],
        unique=False,
        sqlite_where=sa.text("superseded IS NULL"),
        postgresql_where=sa.text("superseded IS NULL"),
    )
    op.create_index(
        "uq_claims_current_id",
        "claims",
        ["id"],
        unique=True,
        sqlite_where=sa.text("superseded IS NULL"),
        postgresql_where=sa.text("superseded IS NULL"),
    )
    op.create_table(
        "figures",
        sa.Column("record", NUMBER, nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("grp", sa.Text(), nullable=False),
        sa.Column("low", sa.BigInteger(), nullable=False),
        sa.Column("high", sa.BigInteger(), nullable=True),
        sa.Column("whole", sa.Boolean(), nullable=False),
        sa.Column("month", sa.Text(), nullable=True),
        sa.Column("area", sa.Text(), nullable=True),
        sa.Column("attacker", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["record"], ["records.no"], name=op.f("fk_figures_record"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("record", "outcome", "grp", name=op.f("pk_figures")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "marks",
        sa.Column("term", NUMBER, nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("record", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["record"], ["records.no"], name=op.f("fk_marks_record"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["term"], ["terms.no"], name=op.f("fk_marks_term")),
        sa.PrimaryKeyConstraint("term", "day", "record", name=op.f("pk_marks")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_marks_record", "marks", ["record"], unique=False)
    op.create_table(
        "anchors",
        sa.Column("incident", sa.Text(), nullable=False),
        sa.Column("claim", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claims.no"], name=op.f("fk_anchors_claim")),
        sa.PrimaryKeyConstraint("incident", "claim", name=op.f("pk_anchors")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "members",
        sa.Column("record", NUMBER, nullable=False),
        sa.Column("claim", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claims.no"], name=op.f("fk_members_claim")),
        sa.ForeignKeyConstraint(["record"], ["records.no"], name=op.f("fk_members_record"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("record", "claim", name=op.f("pk_members")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_members_claim", "members", ["claim"], unique=False)
    op.create_table(
        "ties",
        sa.Column("tie", sa.BigInteger(), nullable=False),
        sa.Column("claim", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claims.no"], name=op.f("fk_ties_claim")),
        sa.PrimaryKeyConstraint("tie", "claim", name=op.f("pk_ties")),
        sqlite_with_rowid=False,
    )
