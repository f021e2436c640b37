"""No page walks a whole table: what SQLite says it would do for every statement of every page, in a store without statistics."""

from collections.abc import Iterator

import pytest
from sqlalchemy import event, text
from starlette.testclient import TestClient
from tests.desk.conftest import signed_in

from marsad.desk.app import create_app
from marsad.store import pages
from marsad.store.query import query_of
from marsad.store.store import Store

BIG = ("claims", "articles", "records", "members", "marks", "anchors", "terms", "judgements", "areas")
"""Tables that grow with the news. ``sights``, which is narrow, may be walked, and a table in the order of an index where only a page of it is read."""
FILTERS = (
    "", "outcome=killed&means=airstrike", "place=SY&group=civilians", "place=%D8%A5%D8%AF%D9%84%D8%A8&kind=attack", "source=sohr&grade=none",
    "outlet=x&from=2016-01-01&until=2020-12-31", "actor=russia", "q=%D9%82%D8%B5%D9%81", "target=market", "state=held&track=geneva",
)  # fmt: skip
ASKED = (
    "/ar/",
    "/en/totals",
    "/en/incidents.geojson",
    "/feeds/ar.atom",
    "/api/v1/incidents",
    "/api/v1/claims",
    "/api/v1/articles",
    "/ar/tallies",
)


@pytest.fixture
def plans(store: Store) -> Iterator[list[tuple[str, str]]]:
    """(statement, step of its plan) of all that is asked meanwhile."""
    steps: list[tuple[str, str]] = []

    def noted(connection: object, cursor: object, statement: str, parameters: object, context: object, many: bool) -> None:
        if statement.startswith(("SELECT", "WITH")) and not many:
            driver = connection.connection.dbapi_connection  # type: ignore[attr-defined]
            steps.extend((statement, row[3]) for row in driver.execute(f"EXPLAIN QUERY PLAN {statement}", parameters))

    with store.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM sqlite_master WHERE name = 'sqlite_stat1'")).scalar() == 0
        engine = connection.engine
    event.listen(engine, "before_cursor_execute", noted)
    yield steps
    event.remove(engine, "before_cursor_execute", noted)


def walked(steps: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The steps that read a whole big table, without an end after a page."""
    return [
        (step, " ".join(statement.split()))
        for statement, step in steps
        if step.startswith("SCAN") and step.split()[1] in BIG and not ("ORDER BY" in statement and "LIMIT" in statement and "USING INDEX" in step)
        and "0 = 1" not in statement
    ]  # fmt: skip


def addresses(store: Store) -> Iterator[str]:
    yield from (f"{page}?{asked}" for page in ASKED for asked in FILTERS)
    yield from (
        "/ar/search?q=%D9%82%D8%B5%D9%81",
        "/ar/methodology",
        "/ar/control",
        "/ar/talks",
        "/ar/people",
        "/ar/report-error",
    )
    yield from ("/en/actors/russia", "/en/places/geonames:170063")
    with store.reading() as connection:
        everything = query_of({}, store.atlas)
        for kind, part in (("incident", "incidents"), ("tally", "tallies"), ("talks", "talks"), ("person", "people")):
            for row in pages.records_page(connection, kind, everything, 2).rows:  # type: ignore[arg-type]
                yield from (f"/ar/{part}/{row['id']}", f"/api/v1/{part}/{row['id']}")
        for article in pages.articles_page(connection, everything, 2).rows:
            yield f"/ar/articles/{article['id']}"
        for claim in pages.claims_page(connection, everything, 2).rows:
            yield from (f"/ar/claims/{claim['id']}", f"/api/v1/claims/{claim['id']}")


def test_no_page_walks_a_whole_table(store: Store, plans: list[tuple[str, str]]) -> None:
    reader = TestClient(create_app(store), follow_redirects=False)
    asked = list(addresses(store))
    plans.clear()
    for number, address in enumerate(asked):
        answer = reader.get(address, headers={"x-forwarded-for": f"10.0.0.{number}"})
        assert answer.status_code in (200, 302, 429), address
    assert plans
    assert walked(plans) == []


def test_nor_does_what_the_cleared_see(store: Store, plans: list[tuple[str, str]]) -> None:
    analyst = signed_in(store, "analyst")
    plans.clear()
    for asked in FILTERS:
        assert analyst.get(f"/ar/?{asked}").status_code == 200
        assert analyst.get(f"/ar/totals?{asked}").status_code == 200
    assert walked(plans) == []
