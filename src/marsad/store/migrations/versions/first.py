"""The first tables, the index of words, and the triggers by which no code path can keep a claim that its article does not state."""

from alembic import op

from marsad.store.tables import metadata

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


_TABLES = "articles claims areas records members terms marks figures anchors ties stale judgements audit meta".split()


def upgrade() -> None:
    """Make the tables, as they stand in ``marsad.store.tables`` until the first release freezes them here."""
    connection = op.get_bind()
    metadata.create_all(connection, [metadata.tables[name] for name in _TABLES], checkfirst=False)
    for statement in _SQLITE if connection.dialect.name == "sqlite" else _POSTGRESQL:
        op.execute(statement)
