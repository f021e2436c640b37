"""The index of words: what a question is, and an index of another stemmer made anew."""

import pytest
from sqlalchemy import update
from tests.store.reports import report

from marsad.model import MarsadError
from marsad.store import pages
from marsad.store.index import Entry, border, entries, question
from marsad.store.query import query_of
from marsad.store.store import Store
from marsad.store.tables import meta


@pytest.mark.parametrize(
    ("given", "exact", "groups"),
    [
        ("القصف", False, (("قصف",),)),
        ("القصف", True, (("القصف",),)),
        ("قصف مدنيين", False, (("قصف",), ("مدن",))),
        ('قصف "حي الباب"', False, (("قصف",), ("حي", "باب"))),
        ("«قوات سوريا» حلب", True, (("قوات", "سوريا"), ("حلب",))),
        ("strikes strike", False, (("strike",),)),
        ("3,250", False, (("3250",),)),
        ('drop") OR table:*', False, (("drop",), ("or", "table"))),
    ],
)
def test_what_is_asked(given: str, exact: bool, groups: tuple[tuple[str, ...], ...]) -> None:
    assert question(given, exact).groups == groups


@pytest.mark.parametrize("given", ["", " ", "؟!", '""', "*"])
def test_what_holds_no_word_is_refused(given: str) -> None:
    with pytest.raises(MarsadError, match="no word to look for"):
        question(given)


def test_rows_stand_in_the_order_of_days_whatever_they_hold() -> None:
    told = [
        Entry("claim", 9, 5, "x"),
        Entry("article", 1, 6, "x"),
        Entry("claim", 2, 6, "x", "cleared"),
        Entry("claim", 3, 6, "x"),
    ]
    assert [entry.number for entry in told] == sorted(entry.number for entry in told)
    for entry in told:
        assert border(entry.day, entry.ref, newest=True) <= entry.number <= border(entry.day, entry.ref, newest=False)
    assert border(6, 2, newest=False) < told[3].number
    assert border(6, 2, newest=True) > told[1].number


def test_a_text_of_which_the_public_sees_a_part_has_a_row_for_each() -> None:
    assert [entry.audience for entry in entries("claim", 1, 1, "a b", "a b")] == ["all"]
    assert [(entry.audience, entry.text) for entry in entries("claim", 1, 1, "a b", "a █")] == [
        ("public", "a █"),
        ("cleared", "a b"),
    ]


def test_an_index_of_another_stemmer_is_made_anew(where: str, store: Store) -> None:
    store.add([report(id=f"a{n}") for n in range(3)], "me")
    asked = {"q": "المدني"}
    with store.writing() as connection:
        connection.exec_driver_sql(
            "INSERT INTO words (words) VALUES ('delete-all')" if connection.dialect.name == "sqlite" else "DELETE FROM words"
        )
        assert pages.claims_page(connection, query_of(asked, store.atlas)).rows == ()
        connection.execute(update(meta).values(value="another"))
    store.close()
    with Store(where) as again, again.reading() as connection:
        assert len(pages.claims_page(connection, query_of(asked, again.atlas)).rows) == 3
        assert len(pages.articles_page(connection, query_of(asked, again.atlas)).rows) == 3
