"""A person's data taken out: the name is nowhere, what was counted is counted, the chain holds, and what was done cannot be hidden."""

import json
from typing import Any

import pytest
from sqlalchemy import Connection, delete, select, text, update

import marsad
from marsad.model import MarsadError
from marsad.store import index, judge, overview, purge, reviews, verify
from marsad.store.discretion import CLEARED
from marsad.store.query import query_of
from marsad.store.store import Store
from marsad.store.tables import articles, claims, erasures, judgements, purges, records

NAME, OTHER = "خالد الحمصي", "سمر النجار"
FIRST = f"وفُقد المهندس {NAME} في مدينة حلب يوم الاثنين. وقُتل 12 شخصا في قصف على المدينة."
SECOND = f'قال الطبيب {NAME}: "وصل إلينا سبعة جرحى". وقُتلت الصحفية {OTHER} في قصف على مدينة حلب، وكان خالِد الحمصي قربها.'
THIRD = "قُتل 3 مدنيين في غارة على مدينة إدلب."


@pytest.fixture
def held(store: Store) -> Store:
    """A store that knows a person from two reports, with a decision of whose reason the name is a part."""
    given = {"published": "2024-05-02", "outlet": "صحيفة"}
    store.add([marsad.read(one, id=f"a{n}", **given) for n, one in enumerate((FIRST, SECOND, THIRD))], "me")
    store.settle("me")
    with store.writing() as connection:
        claim = connection.execute(select(claims.c.id).order_by(claims.c.no)).scalars().first()
        reviews.decide(connection, str(claim), "accept", "a reviewer", f"{NAME} is known here", 0)
    store.settle("me")
    return store


def person(store: Store, name: str = NAME) -> str:
    with store.reading() as connection:
        rows = connection.execute(
            select(records.c.id, records.c.body).where(records.c.kind == "person", records.c.superseded.is_(None))
        )
        return next(str(row.id) for row in rows if name in json.loads(row.body)["names"])


def purged(store: Store, name: str = NAME, **more: Any) -> purge.Wanted:
    with store.writing() as connection:
        asked = purge.wanted(connection, person(store, name), **more)
        purge.purge(connection, asked, "asked for by the family", "one", "two")
    store.settle("me")
    return asked


def faults(store: Store) -> list[str]:
    with store.reading() as connection:
        return list(verify.faults(connection, words=True))


def found(store: Store, words: str) -> int:
    with store.reading() as connection:
        sql, given = index.found_sql(connection.dialect.name, index.question(words), "article", CLEARED)
        return len(connection.execute(text(sql).bindparams(**given)).all())


def test_the_name_is_found_nowhere_and_the_store_is_whole(held: Store) -> None:
    assert found(held, NAME) == 2
    asked = purged(held)
    with held.reading() as connection:
        assert list(purge.found(connection, asked)) == []
        assert connection.execute(select(judgements.c.reason)).scalar() == "█" * 11 + " is known here"
    assert found(held, NAME) == 0
    assert found(held, OTHER) == 1
    assert faults(held) == []


def test_what_was_counted_is_counted_and_who_is_not_named_stays(held: Store) -> None:
    with held.reading() as connection:
        before = overview.totals(connection, query_of({}, held.atlas, CLEARED))
    purged(held)
    with held.reading() as connection:
        after = overview.totals(connection, query_of({}, held.atlas, CLEARED))
        texts = list(connection.execute(select(articles.c.text).order_by(articles.c.no)).scalars())
    assert [(one.outcome, one.low, one.high) for one in after] == [(one.outcome, one.low, one.high) for one in before]
    assert person(held, OTHER)
    assert texts[0] == FIRST.replace(NAME, "█" * 11)
    assert texts[2] == THIRD


def test_their_own_words_are_covered_and_with_passages_whatever_names_them(held: Store) -> None:
    purged(held)
    with held.reading() as connection:
        covered = connection.execute(select(articles.c.text).where(articles.c.id == "a1")).scalar_one()
    assert "سبعة جرحى" not in covered
    assert len(covered) == len(SECOND)


def test_whole_passages_are_covered_where_that_is_asked(held: Store) -> None:
    purged(held, passages=True)
    with held.reading() as connection:
        covered = connection.execute(select(articles.c.text).where(articles.c.id == "a0")).scalar_one()
    assert "المهندس" not in covered
    assert "12 شخصا" in covered
    assert faults(held) == []


def test_words_by_which_they_would_be_known_are_covered_too(held: Store) -> None:
    purged(held, also=["وصل إلينا"])
    with held.reading() as connection:
        assert "وصل" not in connection.execute(select(articles.c.text).where(articles.c.id == "a1")).scalar_one()


def test_it_is_not_taken_in_again(held: Store) -> None:
    purged(held)
    again = held.add([marsad.read(FIRST, id="a0", published="2024-05-02", outlet="صحيفة")], "me")
    assert [one.state for one in again] == ["same"]
    changed = held.add([marsad.read(FIRST + " وأضاف.", id="a0", published="2024-05-02", outlet="صحيفة")], "me")
    assert [one.state for one in changed] == ["same"]
    held.settle("me")
    assert found(held, NAME) == 0


def test_a_second_purge_of_the_same_report_leaves_it_whole(held: Store) -> None:
    purged(held)
    purged(held, OTHER)
    assert found(held, OTHER) == 0
    assert faults(held) == []
    with held.reading() as connection:
        assert verify.size(connection).purges == 2


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (update(erasures).where(erasures.c.kind == "article").values(before="0" * 64), "what it changed is not what the trail says"),
        (delete(erasures).where(erasures.c.kind == "claim"), "what it changed is not what the trail says"),
        (update(purges).values(id="pu-other"), "it is told of and is gone"),
        (update(articles).where(articles.c.id == "a1").values(outlet="x"), "article a1/1: its text or what came with it"),
        (update(claims).where(claims.c.kind == "casualty").values(low=99), "the columns it is found by"),
    ],
)  # fmt: skip
def test_what_is_altered_after_a_purge_is_named(held: Store, statement: Any, said: str) -> None:
    purged(held)
    with held.writing() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("ALTER TABLE erasures DROP CONSTRAINT fk_erasures_purge"))
        else:
            connection.execute(text("PRAGMA defer_foreign_keys=ON"))
        connection.execute(statement)
        if said == "it is told of and is gone":
            connection.execute(update(erasures).values(purge="pu-other"))
    assert any(said in fault for fault in faults(held)), faults(held)


def refused(store: Store, connection: Connection, reason: str = "asked for", second: str = "two") -> None:
    purge.purge(connection, purge.wanted(connection, person(store)), reason, "one", second)


def test_what_is_no_purge_is_refused_and_changes_nothing(held: Store) -> None:
    for given in ({"second": "one"}, {"reason": " "}, {"reason": f"for {NAME}"}):
        with pytest.raises(MarsadError, match=r"a purge (takes|needs)"), held.writing() as connection:
            refused(held, connection, **given)
    with pytest.raises(MarsadError, match="there is no person"), held.writing() as connection:
        purge.wanted(connection, "pe-none")
    assert found(held, NAME) == 2
    assert faults(held) == []


def test_a_name_that_the_trail_holds_stops_it(held: Store) -> None:
    held.add([marsad.read(THIRD, id=f"report of {NAME}", published="2024-05-02")], "me")
    held.settle("me")
    with pytest.raises(MarsadError, match="nothing was purged: the name stands in"), held.writing() as connection:
        refused(held, connection)
    assert found(held, NAME) == 2
    assert faults(held) == []


def test_a_guard_lets_nothing_pass_but_a_purge(held: Store) -> None:
    purged(held)
    with pytest.raises(MarsadError, match="an article is never changed"), held.writing() as connection:
        connection.execute(update(articles).values(text="x"))
    with pytest.raises(MarsadError, match="needs the name"), held.writing() as connection:
        judge.judge(connection, "grade", "in-1", " ")
