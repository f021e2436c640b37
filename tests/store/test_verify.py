"""verify: clean when nothing was touched; each kind of tampering is named."""

import json
from typing import Any

import pytest
from sqlalchemy import Connection, delete, select, text, update
from tests.store.reports import article, killed, report

from marsad.model import MarsadError, Report, Source
from marsad.store import judge, verify
from marsad.store.store import Store
from marsad.store.tables import acts, articles, claims, judgements

GUARDS = {
    "sqlite": "claims_stay articles_stay audit_stays audit_is_kept judgements_are_kept",
    "postgresql": "claims_stay:claims articles_stay:articles audit_stays:audit judgements_are_kept:judgements",
}


def unguard(connection: Connection) -> None:
    for guard in GUARDS[connection.dialect.name].split():
        name, _, table = guard.partition(":")
        connection.execute(text(f"DROP TRIGGER {name} {'ON ' + table if table else ''}"))


def faults(store: Store, head: str | None = None, words: bool = False) -> list[str]:
    with store.reading() as connection:
        return list(verify.faults(connection, head, words=words))


@pytest.fixture
def held(store: Store) -> Store:
    store.add([report(id=f"a{n}") for n in range(3)], "me")
    store.add([report("قتل 13 مدنيا في الرقة", "13 مدنيا", 13, id="a0")], "me")
    with store.writing() as connection:
        first = judge.judge(connection, "grade", "in-1", "an analyst", value="fair", reason="two sources")
        judge.judge(connection, "grade", "in-2", "an analyst", value="weak")
        judge.withdraw(connection, first, "another analyst")
    return store


def test_an_untouched_store_is_clean(held: Store) -> None:
    assert faults(held) == []
    with held.reading() as connection:
        size = verify.size(connection)
    assert (size.articles, size.claims, size.acts) == (4, 4, 7)
    assert faults(held, size.head) == []
    assert "is not in the chain" in faults(held, "0" * 63 + "1")[0]


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (update(claims).where(claims.c.id == "c-a1").values(body=text("replace(body, '12', '99')")), "claim c-a1 of article a1/1: it was altered"),
        (update(claims).where(claims.c.id == "c-a1").values(low=99), "claim c-a1 of article a1/1: the columns it is found by (low)"),
        (update(claims).where(claims.c.id == "c-a1").values(digest="0" * 64), "article a1/1: its claims are not the 1"),
        (delete(claims).where(claims.c.id == "c-a1"), "article a1/1: its claims are not the 1"),
        (update(articles).where(articles.c.id == "a1").values(text="x"), "article a1/1: its text"),
        (update(articles).where(articles.c.id == "a1").values(outlet="x"), "article a1/1: its text or what came with it"),
        (update(articles).where(articles.c.id == "a1").values(digest="0" * 64), "article a1/1: it is not the article"),
        (update(claims).where(claims.c.id == "c-a1").values(superseded="2000-01-01T00:00:00"), "article a1/1: its claims are not"),
        (update(judgements).where(judgements.c.a == "in-2").values(value="confirmed"), "it is not what an analyst signed"),
        (update(judgements).where(judgements.c.a == "in-1").values(withdrawn=None, withdrawn_by=None), "whether it was withdrawn"),
        (delete(judgements).where(judgements.c.a == "in-2"), "it was judged and is gone"),
        (update(acts).where(acts.c.no == 2).values(who="x"), "audit 2: added of a1/1 was altered"),
        (delete(acts).where(acts.c.no == 7), "whether it was withdrawn"),
    ],
)  # fmt: skip
def test_what_was_altered_is_named(held: Store, statement: Any, said: str) -> None:
    with held.writing() as connection:
        unguard(connection)
        connection.execute(statement)
    assert any(said in fault for fault in faults(held)), faults(held)


def test_an_article_taken_out_is_missed(held: Store) -> None:
    with held.writing() as connection:
        connection.execute(delete(claims).where(claims.c.id == "c-a1"))
        connection.execute(delete(articles).where(articles.c.id == "a1"))
    (fault,) = faults(held)
    assert fault.startswith("article a1/1: it was added on")


def test_a_judgement_is_signed_and_stands_until_withdrawn(held: Store) -> None:
    with held.reading() as connection:
        assert [row["a"] for row in judge.standing(connection)] == ["in-2"]
        assert judge.standing(connection, ["in-1"]) == []
    with pytest.raises(MarsadError, match="needs the name"), held.writing() as connection:
        judge.judge(connection, "grade", "in-1", " ")
    with pytest.raises(MarsadError, match="no judgement ju-0"), held.writing() as connection:
        judge.withdraw(connection, "ju-0", "me")


@pytest.mark.parametrize(
    "damage",
    [
        update(claims).where(claims.c.id == "c-a1").values(body=text("replace(body, 'evidence', 'evidencf')")),
        update(claims).where(claims.c.id == "c-a1").values(body=text("replace(body, '{', '[')")),
        update(articles).where(articles.c.id == "a1").values(withheld="[]"),
    ],
    ids=["a name lost", "no JSON", "another kind of value"],
)
def test_what_cannot_be_understood_any_more_is_named_and_ends_no_other_look(held: Store, damage: Any) -> None:
    with held.writing() as connection:
        unguard(connection)
        connection.execute(damage)
    found = faults(held, words=True)
    assert any("a1" in one for one in found)
    assert any("the index of words cannot be looked at" in one for one in found)


@pytest.mark.parametrize("column", ["names", "text"])
def test_an_article_of_which_the_public_would_see_a_witness_is_named(store: Store, column: str) -> None:
    name = "أم سامي الجارة"
    told = f"قالت {name} إن 12 مدنيا قتلوا في الرقة."
    witness = killed(told, "12 مدنيا قتلوا", 12, source=Source(name, None, "witnesses"))
    store.add([Report(article(told), (witness,))], "me")
    assert faults(store) == []
    with store.writing() as connection:
        unguard(connection)
        held = json.loads(connection.execute(select(articles.c.withheld)).scalar_one())
        assert held[column]
        connection.execute(update(articles).values(withheld=json.dumps(held | {column: []})))
    assert any("article a1/1: the public sees more of it" in one for one in faults(store))
