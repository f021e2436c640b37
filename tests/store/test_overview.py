"""What maps, timelines and sums say is what the list says, to each viewer; and it is kept up to date with the record."""

from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from sqlalchemy import select

from marsad.model import Incident, Record, from_json
from marsad.record import totals
from marsad.store import judge, overview, pages, sights
from marsad.store.discretion import CLEARED, PUBLIC
from marsad.store.filters import FILTERS
from marsad.store.query import EVERYTHING, Query, query_of
from marsad.store.rows import iso
from marsad.store.store import Store
from marsad.store.tables import SUMMED, records, spots
from marsad.store.tables import sights as noted
from marsad.synthetic import reports


@pytest.fixture
def held(store: Store) -> Store:
    """A store gathered in parts, with incidents that people restricted, discounted and took back from both."""
    fill(store)
    return store


def fill(store: Store) -> None:
    given = [one.report for one in reports(1_500, 7)]
    Random(7).shuffle(given)
    for at in range(0, len(given), 150):
        store.add(given[at : at + 150], "me")
        store.settle("me")
    ids = [row["id"] for row in every(store, EVERYTHING)]
    with store.writing() as connection:
        for id in ids[::9]:
            judge.judge(connection, "restricted", id, "me", value="true", reason="x")
        for id in ids[1::9]:
            judge.judge(connection, "grade", id, "me", value="discounted", reason="x")
        taken = judge.judge(connection, "restricted", ids[2], "me", value="true", reason="x")
    store.settle("me")
    with store.writing() as connection:
        judge.withdraw(connection, taken, "me")
    store.settle("me")


def every(store: Store, query: Query) -> list[dict[str, Any]]:
    with store.reading() as connection:
        return list(pages.all_records(connection, "incident", query))


def questions(store: Store, random: Random, viewer: Any) -> Iterator[Query]:
    """Questions of up to three filters with values that the store holds, of days, and of words."""
    with store.reading() as connection:
        values = {
            name: [choice.value for choice in pages.choices(connection, "incident", "area" if name == "place" else name, CLEARED)]
            for name in FILTERS
        }
    yield query_of({}, store.atlas, viewer)
    for _ in range(60):
        given: dict[str, Any] = {}
        for name in random.sample([name for name in FILTERS if values[name]], random.randrange(4)):
            given[name] = random.sample(values[name], min(len(values[name]), random.choice((1, 1, 2))))
        if random.random() < 0.3:
            given["from"] = f"2012-01-{random.randrange(1, 12):02}"
        if random.random() < 0.3:
            given["until"] = f"2012-01-{random.randrange(1, 12):02}"
        if random.random() < 0.1:
            given["q"] = "غارة"
        yield query_of(given, store.atlas, viewer)


@pytest.mark.parametrize("viewer", [PUBLIC, CLEARED], ids=["public", "cleared"])
def test_map_timeline_and_sums_are_those_of_the_list(held: Store, viewer: Any) -> None:
    hidden = 0
    for query in questions(held, Random(8), viewer):
        rows = every(held, query)
        with held.reading() as connection:
            found = overview.of(connection, query)
            sums = overview.totals(connection, query)
        assert found.count == len(rows), query.address()
        assert dict(found.spans) == Counter(row["date"]["start"] for row in rows if row["date"])
        assert Counter({(s.place, s.latitude, s.longitude): s.count for s in found.spots}) == Counter(where(row) for row in rows)
        record = Record(incidents=tuple(from_json(Incident, row) for row in rows))
        expected = [
            (outcome, sum(p.low for p in parts), sum(p.high or 0 for p in parts), sum(len(p.counted) for p in parts))
            for outcome in SUMMED
            if (parts := totals(record, "month", outcome=outcome))
        ]
        assert [(s.outcome, s.low, s.high, s.events) for s in found.totals] == expected
        assert [(s.outcome, s.low, s.high) for s in sums] == [one[:3] for one in expected]
        hidden += sum(row["restricted"] for row in rows)
    assert bool(hidden) is viewer.cleared


def where(row: dict[str, Any]) -> tuple[Any, ...]:
    place = row["place"] or {}
    return place.get("id"), place.get("latitude"), place.get("longitude")


def test_many_days_are_shown_as_months(held: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with held.reading() as connection:
        days = overview.of(connection, EVERYTHING)
        monkeypatch.setattr(overview, "SPANS", len(days.spans) - 1)
        months = overview.of(connection, EVERYTHING)
    assert (days.monthly, months.monthly) == (False, True)
    by_month: Counter[str] = Counter()
    for day, many in days.spans:
        by_month[day[:7]] += many
    assert dict(months.spans) == by_month


def test_what_is_noted_of_incidents_is_noted_alike_at_once(store: Store) -> None:
    fill(store)
    columns = [column for column in noted.c if column.name not in ("spot", "cleared_spot")]
    at = [spots.alias(), spots.alias()]
    asked = select(*columns, *(c for spot in at for c in spot.c)).join(at[0], at[0].c.no == noted.c.spot)
    asked = asked.join(at[1], at[1].c.no == noted.c.cleared_spot).order_by(noted.c.record)
    with store.writing() as connection:
        before = connection.execute(asked).all()
        current = select(records.c.no).where(records.c.kind == "incident", records.c.superseded.is_(None)).order_by(records.c.no)
        assert [row.record for row in before] == connection.execute(current).scalars().all()
        assert sights.anew(connection) == len(before)
        assert connection.execute(asked).all() == before
        assert {iso(row.day) for row in before} <= {row["date"]["start"] for row in every(store, EVERYTHING)}
