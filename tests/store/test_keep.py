"""What is kept: once, whole, with its hash, and every claim a slice of its article."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import func, insert, select, text, update
from sqlalchemy.exc import DBAPIError
from tests.store.reports import TEXT, article, killed, report

from marsad.model import Evidence, MarsadError, Report
from marsad.store import audit
from marsad.store.keep import claim_rows_of
from marsad.store.store import Store
from marsad.store.tables import acts, articles, claims


def counts(store: Store) -> tuple[int, ...]:
    with store.reading() as connection:
        return tuple(connection.execute(select(func.count()).select_from(t)).scalar_one() for t in (articles, claims, acts))


def test_an_article_and_its_claims_are_kept(store: Store) -> None:
    (kept,) = store.add([report()], "me")
    assert (kept.id, kept.state) == ("a1", "new")
    assert counts(store) == (1, 1, 1)


def test_the_same_article_twice_changes_nothing(store: Store) -> None:
    store.add([report(), report()], "me")
    before = counts(store)
    assert [kept.state for kept in store.add([report()], "me")] == ["same"]
    assert counts(store) == before == (1, 1, 1)


def test_a_changed_article_is_a_version_beside_the_old(store: Store) -> None:
    changed = report(TEXT.replace("12", "13"), "13 مدنيا قتلوا", 13)
    store.add([report()], "me")
    (kept,) = store.add([changed], "me")
    assert (kept.id, kept.state) == ("a1", "version")
    with store.reading() as connection:
        rows = connection.execute(select(articles.c.version, articles.c.superseded.is_(None)).order_by(articles.c.version)).all()
        low = connection.execute(select(claims.c.low).where(claims.c.superseded.is_(None))).scalars().all()
    assert [tuple(row) for row in rows] == [(1, False), (2, True)]
    assert low == [13]


def test_an_address_is_what_makes_versions_of_one_article(store: Store) -> None:
    one, other = (report(id=id, url="https://example.org/1", title=id) for id in ("x", "y"))
    assert [kept.id for kept in store.add([one, other], "me")] == ["x", "x"]
    assert [kept.state for kept in store.add([one, other], "me")] == ["same", "same"]


def test_two_outlets_may_give_one_id_to_different_articles(store: Store) -> None:
    kept = store.add([report(), report(outlet="أخرى")], "me")
    assert [one.state for one in kept] == ["new", "new"]
    assert kept[0].id != kept[1].id
    with store.reading() as connection:
        assert len(set(connection.execute(select(claims.c.id)).scalars())) == 2


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (Report(replace(article(), sha256=""), ()), "no SHA-256"),
        (Report(replace(article(), sha256="x" * 64), ()), "no SHA-256"),
        (Report(replace(article(), text="a\0b"), ()), "NUL"),
        (Report(article(), (replace(killed(TEXT, "12", 12), evidence=Evidence("13", 3, 5)),)), "claim c1 is refused"),
        (Report(article(), (replace(killed(TEXT, "12", 12), evidence=Evidence("", 3, 3)),)), "claim c1 is refused"),
        (Report(article(), (replace(killed(TEXT, "12", 12), evidence=Evidence(TEXT, 0, 9999)),)), "claim c1 is refused"),
        (
            Report(article(), (replace(killed(TEXT, "12", 12), evidence=Evidence(TEXT[-1], -1, len(TEXT))),)),
            "claim c1 is refused",
        ),
        (Report(article(), (replace(killed(TEXT, "12", 12), evidence=Evidence("12", 35, 37, "title")),)), "claim c1 is refused"),
    ],
)
def test_what_has_no_hash_or_is_no_slice_is_refused_and_nothing_of_its_batch_is_kept(
    store: Store, bad: Report, said: str
) -> None:
    with pytest.raises(MarsadError, match=said):
        store.add([report(id="good"), bad], "me")
    assert counts(store) == (0, 0, 0)


@pytest.mark.parametrize(
    "evidence", [Evidence("12 مدنيا قتلو", 35, 49), Evidence("13", 35, 37), Evidence("12", 0, 2), Evidence("12", 35, 37, "title")]
)
def test_the_database_itself_refuses_a_claim_that_its_article_does_not_state(store: Store, evidence: Evidence) -> None:
    store.add([report()], "me")
    with store.reading() as connection:
        row: dict[str, Any] = dict(connection.execute(select(articles)).mappings().one())
    forged = claim_rows_of([replace(killed(TEXT, "12", 12), evidence=evidence)], row, "2026-01-01", 99)
    with pytest.raises(MarsadError, match="not those characters"), store.writing() as connection:
        connection.execute(insert(claims), forged)


@pytest.mark.parametrize(
    "statement",
    [
        update(claims).values(body="{}"),
        update(articles).values(text="x"),
        update(articles).values(sha256="0" * 64),
        update(acts).values(who="x"),
        acts.delete(),
    ],
)
def test_what_was_kept_is_never_changed(store: Store, statement: Any) -> None:
    store.add([report()], "me")
    with pytest.raises(MarsadError, match="never"), store.writing() as connection:
        connection.execute(statement)


def test_a_database_of_something_else_is_left_alone(where: str, store: Store) -> None:
    with store.writing() as connection:
        connection.execute(text("DROP TABLE alembic_version"))
    store.close()
    with pytest.raises(MarsadError, match="not Marsad's"):
        Store(where)


def test_a_store_of_a_later_marsad_is_left_alone(where: str, store: Store) -> None:
    with store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'later'"))
    store.close()
    with pytest.raises(MarsadError, match="later Marsad"):
        Store(where)


def test_the_chain_names_what_was_altered(store: Store) -> None:
    store.add([report(id=f"a{n}") for n in range(4)], "me")
    with store.reading() as connection:
        assert list(audit.broken(connection)) == []
        good = audit.head(connection)
        assert list(audit.broken(connection, good)) == []
    with store.writing() as connection:
        for statement in _UNGUARD[connection.dialect.name]:
            connection.execute(text(statement))
        connection.execute(update(acts).where(acts.c.no == 2).values(detail='{"claims":0}'))
        connection.execute(acts.delete().where(acts.c.no == 3))
    with store.reading() as connection:
        said = list(audit.broken(connection, "f" * 64))
    assert [line.partition(":")[0] for line in said] == ["audit 2", "audit", "audit 4", "audit"]
    assert "added of a1/1 was altered" in said[0]
    assert "not in the chain" in said[3]


_UNGUARD = {
    "sqlite": ["DROP TRIGGER audit_stays", "DROP TRIGGER audit_is_kept"],
    "postgresql": ["DROP TRIGGER audit_stays ON audit"],
}


def test_a_driver_error_that_no_person_can_mend_is_not_hidden(store: Store) -> None:
    with pytest.raises(DBAPIError), store.reading() as connection:
        connection.execute(text("SELECT no_such_column FROM articles"))
