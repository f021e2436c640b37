"""The one query layer: what filters find, how they read, and their addresses."""

from typing import Any

import pytest
from sqlalchemy import insert, select
from tests.store.reports import RAQQA, article, killed, report

from marsad.model import Actor, MarsadError, Place
from marsad.store import pages
from marsad.store.atlas import atlas
from marsad.store.discretion import CLEARED, PUBLIC
from marsad.store.facets import Item
from marsad.store.filters import FILTERS, Speech
from marsad.store.query import query_of, query_of_address
from marsad.store.register import put
from marsad.store.shelf import Claims, Records
from marsad.store.store import Store
from marsad.store.tables import anchors, claims, records

TABQA = {"name": "الطبقة", "id": "geonames:172374", "latitude": 35.83665, "longitude": 38.54806, "precision": 1, "country": "SY"}
ALEPPO = {"name": "حلب", "id": "geonames:170063", "latitude": 36.20124, "longitude": 37.16117, "precision": 1, "country": "SY"}


def place(of: dict[str, Any]) -> Place:
    return Place(**of)


def incident(id: str, day: str, where: dict[str, Any], claim: str, outcome: str = "killed", **more: Any) -> Item:
    figure = {"outcome": outcome, "group": "people", "low": 2, "high": None}
    given = {"date": {"start": day, "end": day, "precision": 1}, "place": where, "means": ["airstrike"], "figures": [figure]}
    return Item("incident", {"id": id, **given, "restricted": False, **more}, (claim,))


@pytest.fixture
def held(store: Store) -> Store:
    """Five articles of a claim each, and an incident of each claim."""
    told = [
        ("a1", "2017-06-06", "قتل 12 مدنيا في الطبقة", TABQA),
        ("a2", "2017-06-07", "قتل 3 أشخاص في حلب", ALEPPO),
        ("a3", "2017-06-08", "قُتل 4 أشخاص في قصف على الطبقة", TABQA),
        ("a4", "2017-06-08", "قتل مدنيون بالقصف في حي مجهول", {"name": "حي مجهول", "country": "SY"}),
        ("a5", "2018-01-01", "قتل 5 أشخاص في حلب", ALEPPO),
    ]
    store.add(
        [
            _report(id, day, text, where, by=Actor("الجيش", "syrian-government") if id == "a2" else None)
            for id, day, text, where in told
        ],
        "me",
    )
    items = [incident(f"in-{id}", day, where, f"c-{id}") for id, day, _, where in told]
    with store.writing() as connection:
        put(connection, items, (), "2026-01-01T00:00:00.000000+00:00", store.atlas)
    return store


def _report(id: str, day: str, text: str, where: dict[str, Any], **more: Any) -> Any:
    made = report(text, text, 1, id, published=day)
    return made.__class__(made.article, (killed(text, text, 1, f"c-{id}", place=place(where), **more),))


def found(store: Store, **parameters: Any) -> list[str]:
    with store.reading() as connection:
        asked = query_of(parameters, store.atlas)
        return [row["id"] for row in pages.records_page(connection, "incident", asked).rows]


@pytest.mark.parametrize(
    ("parameters", "ids"),
    [
        ({}, "a5 a4 a3 a2 a1"),
        ({"order": "oldest"}, "a1 a2 a3 a4 a5"),
        ({"from": "2017-06-07", "until": "2017-06-08"}, "a4 a3 a2"),
        ({"until": "2017-06-06"}, "a1"),
        ({"place": "الطبقة"}, "a3 a1"),
        ({"place": "Aleppo"}, "a5 a2"),
        ({"place": "geonames:170063"}, "a5 a2"),
        ({"place": "محافظة الرقة"}, "a3 a1"),
        ({"place": "SY"}, "a5 a4 a3 a2 a1"),
        ({"place": "سوريا"}, "a5 a4 a3 a2 a1"),
        ({"place": "حي مجهول"}, "a4"),
        ({"place": ["الطبقة", "حي مجهول"]}, "a4 a3 a1"),
        ({"place": "باريس"}, ""),
        ({"outcome": "killed"}, "a5 a4 a3 a2 a1"),
        ({"outcome": "injured"}, ""),
        ({"outcome": ["injured", "killed"], "place": "Aleppo"}, "a5 a2"),
        ({"source": "sohr", "place": "SY", "until": "2017-12-31"}, "a4 a3 a2 a1"),
        ({"outlet": "نشرة"}, "a5 a4 a3 a2 a1"),
        ({"outlet": "أخرى"}, ""),
        ({"kind": "casualty"}, "a5 a4 a3 a2 a1"),
        ({"kind": "control"}, ""),
        ({"means": "airstrike"}, "a5 a4 a3 a2 a1"),
        ({"grade": "none"}, "a5 a4 a3 a2 a1"),
        ({"q": "القصف"}, "a4 a3"),
        ({"q": "المدنيين"}, "a4 a1"),
        ({"exact": "القصف"}, ""),
        ({"exact": "بالقصف"}, "a4"),
        ({"q": '"قصف على"'}, "a3"),
        ({"q": '"على قصف"'}, ""),
        ({"q": "قتل", "place": "الطبقة"}, "a3 a1"),
        ({"as_of": "2017-06-07"}, "a2 a1"),
        ({"place": "   ", "q": ""}, "a5 a4 a3 a2 a1"),
    ],
)  # fmt: skip
def test_filters_find(held: Store, parameters: dict[str, Any], ids: str) -> None:
    assert found(held, **parameters) == [f"in-{id}" for id in ids.split()]


@pytest.mark.parametrize(
    ("parameters", "ids"),
    [
        ({}, "a5 a4 a3 a2 a1"),
        ({"place": "محافظة الرقة"}, "a3 a1"),
        ({"place": "SY"}, "a5 a4 a3 a2 a1"),
        ({"place": "حي مجهول"}, "a4"),
        ({"actor": "syrian-government"}, "a2"),
        ({"source": "sohr"}, "a5 a4 a3 a2 a1"),
        ({"means": "airstrike", "place": "حلب"}, "a5 a2"),
        ({"grade": "fair"}, ""),
        ({"from": "2017-06-08"}, "a5 a4 a3"),
        ({"q": "قصف"}, "a4 a3"),
        ({"as_of": "2017-06-06"}, "a1"),
    ],
)
def test_filters_find_claims_as_they_find_records(held: Store, parameters: dict[str, Any], ids: str) -> None:
    with held.reading() as connection:
        asked = query_of(parameters, held.atlas)
        rows = pages.claims_page(connection, asked).rows
        assert [row["id"] for row in rows] == [f"c-{id}" for id in ids.split()]
        assert [row["article"] for row in rows] == ids.split()
        assert pages.count(connection, Claims(connection, PUBLIC), asked) == len(ids.split())
        assert [row["id"] for row in pages.articles_page(connection, asked).rows] == ids.split()


def test_pages_follow_each_other_without_gap_or_repeat(held: Store) -> None:
    with held.reading() as connection:
        for parameters in ({}, {"place": "SY"}, {"order": "oldest", "q": "قتل"}):
            asked, seen, after = query_of(parameters, held.atlas), [], None
            while True:
                page = pages.records_page(connection, "incident", asked, 2, after)
                seen += [row["id"] for row in page.rows]
                if (after := page.after) is None:
                    break
            whole = [row["id"] for row in pages.all_records(connection, "incident", asked)]
            assert seen == whole
            assert len(seen) == len(set(seen)) == pages.count(connection, Records(connection, "incident", PUBLIC), asked) == 5


@pytest.mark.parametrize(
    ("parameters", "english", "arabic"),
    [
        (
            {"outcome": "killed", "group": "civilians", "place": "محافظة الرقة", "from": "2017-06-05", "until": "2017-10-17"},
            "from 5 June 2017 · until 17 October 2017 · in Raqqa province · killed · civilians",
            "من 5 حزيران 2017 · إلى 17 تشرين الأول 2017 · في محافظة الرقة · قتلى · مدنيون",
        ),
        ({"place": "SY"}, "in Syria", "في سوريا"),
        ({"outcome": ["killed", "injured"]}, "killed or injured", "قتلى أو جرحى"),
        ({"source": "sohr"}, "by the word of", "بحسب المرصد السوري لحقوق الإنسان"),
        ({"q": "قصف"}, "with the words “قصف”", "فيه الكلمات «قصف»"),
        ({"as_of": "2017-10-18"}, "as known on 18 October 2017", "كما كان معروفًا في 18 تشرين الأول 2017"),
        ({}, "", ""),
    ],
)
def test_a_question_reads_as_a_sentence(parameters: dict[str, Any], english: str, arabic: str) -> None:
    asked = query_of(parameters, atlas())
    assert english in asked.sentence(Speech(atlas(), "en"))
    assert arabic in asked.sentence(Speech(atlas(), "ar"))


def test_months_are_the_readers_choice() -> None:
    asked = query_of({"from": "2017-06-05"}, atlas())
    assert asked.sentence(Speech(atlas(), "ar", "egyptian")) == "من 5 يونيو 2017"


def test_every_filter_speaks_both_languages() -> None:
    example = {
        "from": "2017-06-05",
        "until": "2017-06-05",
        "place": "حلب",
        "actor": "sohr",
        "source": "sohr",
        "outlet": "x",
        "track": "geneva",
        "corroborated": "sohr",
        "contradicted": "sohr",
        "q": "x",
        "exact": "x",
    }
    for name, one in FILTERS.items():
        for value in one.closed or (example[name],):
            asked = query_of({name: value}, atlas())
            english, arabic = asked.sentence(Speech(atlas(), "en")), asked.sentence(Speech(atlas(), "ar"))
            assert english, name
            assert any("\u0600" <= letter <= "\u06ff" for letter in arabic), (name, value)
            assert "{" not in english + arabic


def test_a_question_comes_back_from_its_address() -> None:
    asked = query_of(
        {"place": "الرقة", "outcome": ["killed", "injured"], "as_of": "2017-10-18", "order": "oldest", "q": '"a b" & c=d'},
        atlas(),
    )
    assert query_of_address(asked.address(), atlas()) == asked
    assert query_of_address("", atlas()).address() == ""
    assert asked.without("place").given.keys() == {"outcome", "q"}


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ({"from": "yesterday"}, "from: 'yesterday' is no day"),
        ({"as_of": "2017-13-01"}, "as_of: '2017-13-01' is no day"),
        ({"outcome": "dead"}, "outcome: 'dead' is no outcome: there is killed, "),
        ({"order": "random"}, "order: 'random' is none of newest, oldest"),
        ({"colour": "red"}, "there is no filter 'colour'"),
    ],
)
def test_what_cannot_be_asked_is_one_line(parameters: dict[str, Any], said: str) -> None:
    with pytest.raises(MarsadError, match=said) as error:
        query_of(parameters, atlas())
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(("parameters", "said"), [({"q": "؟!"}, "no word to look for")])
def test_what_cannot_be_looked_for_is_one_line(held: Store, parameters: dict[str, Any], said: str) -> None:
    with pytest.raises(MarsadError, match=said):
        found(held, **parameters)
    with pytest.raises(MarsadError, match="no place in a list"), held.reading() as connection:
        pages.records_page(connection, "incident", query_of({}, held.atlas), after="x")


def test_a_record_that_changed_supersedes_its_row_and_one_gone_leads_on(held: Store) -> None:
    at = "2026-01-02T00:00:00.000000+00:00"
    a1 = incident("in-a1", "2017-06-06", TABQA, "c-a1")
    a2 = incident("in-a2", "2017-06-06", TABQA, "c-a2", "injured")
    merged = Item(a2.kind, a2.body, ("c-a2", "c-a3"))
    with held.reading() as connection:
        told = connection.execute(select(claims.c.no).where(claims.c.id == "c-a3")).scalar_one()
    with held.writing() as connection:
        connection.execute(insert(anchors).values(incident="in-a3", claim=told))
        change = put(connection, [a1, merged], ["in-a1", "in-a2", "in-a3"], at, held.atlas)
    assert (change.new, change.changed, change.gone) == ((), ("in-a2",), ("in-a3",))
    assert found(held, outcome="injured") == ["in-a2"]
    assert found(held, place="الطبقة") == ["in-a2", "in-a1"]
    with held.reading() as connection:
        asked = query_of({}, held.atlas)
        moved = pages.record(connection, "in-a3", asked)
        assert moved is not None
        assert moved["id"] == "in-a2"
        assert [row["id"] for row in pages.claims_of(connection, "in-a2", asked)] == ["c-a2", "c-a3"]
        choices = pages.choices(connection, "incident", "outcome", PUBLIC)
        assert [(choice.value, choice.count) for choice in choices] == [("killed", 3), ("injured", 1)]
        assert connection.execute(records.select().where(records.c.superseded == at)).rowcount != 0
    with held.writing() as connection:
        assert not put(connection, [a1, merged], ["in-a1", "in-a2"], at, held.atlas)


def test_a_restricted_record_is_on_no_side_door(held: Store) -> None:
    hidden = incident("in-a5", "2018-01-01", ALEPPO | {"id": "geonames:1"}, "c-a5", "missing", restricted=True)
    with held.writing() as connection:
        put(connection, [hidden], ["in-a5"], "2026-01-03T00:00:00.000000+00:00", held.atlas)
    for parameters in ({}, {"outcome": "missing"}, {"place": "geonames:1"}, {"q": "5"}, {"from": "2018-01-01"}):
        assert "in-a5" not in found(held, **parameters)
        for viewer, sees in ((PUBLIC, False), (CLEARED, True)):
            with held.reading() as connection:
                asked = query_of(parameters, held.atlas, viewer)
                ids = [row["id"] for row in pages.all_records(connection, "incident", asked)]
                assert ("in-a5" in ids) is sees
                assert pages.count(connection, Records(connection, "incident", viewer), asked) == len(ids)
                assert (pages.record(connection, "in-a5", asked) is not None) is sees
                assert bool(pages.claims_of(connection, "in-a5", asked)) is sees
                assert ("missing" in {c.value for c in pages.choices(connection, "incident", "outcome", viewer)}) is sees


def test_coordinates_are_coarse_to_the_public(held: Store) -> None:
    with held.reading() as connection:
        for viewer, latitude in ((PUBLIC, 36.2), (CLEARED, 36.20124)):
            row = pages.record(connection, "in-a2", query_of({}, held.atlas, viewer))
            assert row is not None
            assert row["place"]["latitude"] == latitude


def test_articles_are_found_in_their_whole_text(store: Store) -> None:
    store.add([report("قتل 12 مدنيا في الرقة. وبدأت المفاوضات في جنيف.", "12 مدنيا", 12)], "me")
    with store.reading() as connection:
        asked = query_of({"q": "مفاوضات"}, store.atlas)
        assert [row["id"] for row in pages.articles_page(connection, asked).rows] == ["a1"]
        assert pages.claims_page(connection, asked).rows == ()


def test_as_of_a_day_an_article_says_what_its_version_of_then_said(store: Store) -> None:
    first = report("قتل 12 مدنيا في الرقة", "12 مدنيا", 12)
    store.add([first], "me")
    store.add([report("قتل 13 مدنيا في الرقة", "13 مدنيا", 13)], "me")
    with store.reading() as connection:
        now, then, before = (query_of({"as_of": day}, store.atlas) for day in (None, "2017-10-18", "2017-10-17"))
        assert [row["count"]["low"] for row in pages.claims_page(connection, now).rows] == [13]
        assert [row["count"]["low"] for row in pages.claims_page(connection, then).rows] == [12]
        assert pages.claims_page(connection, before).rows == ()
        assert [row["version"] for row in pages.articles_page(connection, then).rows] == [1]
        assert [row["version"] for row in pages.versions(connection, "a1", now)] == [2, 1]


def test_the_example_articles_are_of_one_day() -> None:
    assert article().published == "2017-10-18"
    assert RAQQA.precision == 1
