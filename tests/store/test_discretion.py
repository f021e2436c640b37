"""What the public does not see is covered wherever it stands, and found by no search."""

import json
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.store.reports import article, evidence, killed

from marsad.model import Casualty, Evidence, Person, Place, Report, Source, Speaker, Statement
from marsad.model.claim import Quote
from marsad.store import pages
from marsad.store.discretion import CLEARED, COVER, PUBLIC, coarse, coarse_json, cover, cover_names, spans, withheld
from marsad.store.query import query_of
from marsad.store.store import Store

TEXT = "وفُقد الطفل سامر محمود الخطيب في الرقة، وقالت والدته للصحيفة إن سامر محمود الخطيب لم يعد. للتواصل: desk@example.org"
NAME = "سامر محمود الخطيب"


def person(**more: Any) -> Person:
    return Person(NAME, **more)


def of(outcome: Any = "killed", **more: Any) -> Casualty:
    return replace(killed(TEXT, NAME, 1, person=person(**more)), outcome=outcome)


def statement(role: str | None) -> Statement:
    return Statement(id="s", rule="r", evidence=evidence(TEXT, NAME), speaker=Speaker(NAME, role), quote=Quote("لم", 0, 2))


def witness(name: str) -> Casualty:
    return killed(TEXT, NAME, 1, source=Source(name, None, "witnesses"))


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (of("missing"), "missing"),
        (of("killed", age=9), "minor"),
        (of("killed", age_band="child"), "minor"),
        (of("killed", age=18), None),
        (of("killed"), None),
        (killed(TEXT, NAME, 1), None),
        (witness("أحمد العلي"), "witness"),
        (witness("الشاهد أحمد العلي"), "witness"),
        (witness("شهود عيان"), None),
        (witness("سكان محليون"), None),
        (witness("residents"), None),
        (statement("شاهد عيان"), "witness"),
        (statement("أحد السكان والناجين"), "witness"),
        (statement("a resident of the town"), "witness"),
        (statement("وزير الخارجية"), None),
        (statement(None), None),
    ],
)
def test_who_is_withheld(claim: Any, reason: str | None) -> None:
    found = withheld(claim)
    assert (found.reason if found else None) == reason


@pytest.mark.parametrize(
    ("evidence", "name"),
    [
        ('وقال الشاهد سليم الأحمد: "سمعنا الطائرات"', "سليم الأحمد"),
        ("وروت الناجية هند عبد الله «كنا في الطابق الأرضي»", "هند عبد الله"),
        ('وقال الشاهد إن القصف بدأ فجرا: "كنا نياما"', None),
        ('وقال الشاهد في المستشفى العام: "كنا نياما"', None),
        ('وقال الشاهد: "سمعنا الطائرات"', None),
        ('وقال شهود عيان لوكالة الأنباء: "سمعنا الطائرات"', None),
    ],
)
def test_a_witness_named_beside_the_noun_is_withheld(evidence: str, name: str | None) -> None:
    said = Statement(
        id="s", rule="r", evidence=Evidence(evidence, 0, len(evidence)), speaker=Speaker("الشاهد"), quote=Quote("", 0, 0)
    )
    found = withheld(said)
    assert (found.names if found else None) == ((name,) if name else None)


def test_a_minor_s_age_is_told_as_a_band_and_others_as_stated() -> None:
    for age, seen in (
        (7, {"age": None, "age_band": "child"}),
        (18, {"age": 18, "age_band": None}),
        (None, {"age": None, "age_band": None}),
    ):
        assert coarse_json({"person": {"name": "x", "age": age, "age_band": None}})["person"] == {"name": "x"} | seen


@pytest.mark.parametrize(
    ("text", "names", "covered"),
    [
        (f"قال {NAME} إن", [NAME], f"قال {COVER * len(NAME)} إن"),
        ("قال سَامر  محمود الخطيب إن", [NAME], f"قال {COVER * 19} إن"),
        ("wrote to someone+x@mail.example.org.", [], f"wrote to {COVER * 26}."),
        ("call +963 11 555 01 23 now", [], f"call {COVER * 17} now"),
        ("killed 3,250 people since 2017-06-05", [], "killed 3,250 people since 2017-06-05"),
        ("Omar and omar", ["OMAR"], f"{COVER * 4} and {COVER * 4}"),
        ("x", ["", "  "], "x"),
    ],
)
def test_names_and_contacts_are_covered(text: str, names: list[str], covered: str) -> None:
    assert cover(text, spans(text, names)) == covered


@given(st.text(max_size=80), st.lists(st.text(max_size=6), max_size=4))
def test_covering_moves_no_character(text: str, names: list[str]) -> None:
    hidden = spans(text, names)
    assert len(cover(text, hidden)) == len(text)
    assert all(a_end <= b_start for (_, a_end), (b_start, _) in pairwise(hidden))


def test_a_json_value_is_covered_in_every_text() -> None:
    body = {"a": NAME, "b": [{"c": f"و{NAME}"}], "n": 1, "none": None}
    assert cover_names(body, [NAME]) == {"a": COVER * len(NAME), "b": [{"c": "و" + COVER * len(NAME)}], "n": 1, "none": None}


@pytest.mark.parametrize(
    ("place", "home", "seen"),
    [
        (Place("x", None, 35.95283, 39.00788, 1), False, (35.95, 39.01, 1)),
        (Place("x", None, 35.95283, 39.00788, 2), False, (36.0, 39.0, 2)),
        (Place("x", None, 35.95283, 39.00788, 4), False, (36.0, 39.0, 4)),
        (Place("x", None, 35.95283, 39.00788, 1), True, (36.0, 39.0, 2)),
        (Place("x", None, 35.95283, 39.00788, None), False, (35.95, 39.01, None)),
        (Place("x", None, None, None, 1), False, (None, None, 1)),
    ],
)
def test_coordinates_are_coarsened(place: Place, home: bool, seen: tuple[float | None, float | None, int | None]) -> None:
    coarsened = coarse(place, home)
    assert (coarsened.latitude, coarsened.longitude, coarsened.precision) == seen


def test_a_home_is_coarse_however_deep_its_place_stands() -> None:
    body = {"target_type": ["home"], "place": {"name": "x", "latitude": 35.95283, "longitude": 39.00788, "precision": 1}}
    assert coarse_json({"rows": [body]})["rows"][0]["place"] == {"name": "x", "latitude": 36.0, "longitude": 39.0, "precision": 2}


def test_no_door_shows_a_withheld_name(store: Store) -> None:
    store.add([Report(article(TEXT), (of("missing"),))], "me")
    for viewer, sees in ((PUBLIC, False), (CLEARED, True)):
        with store.reading() as connection:
            asked = query_of({}, store.atlas, viewer)
            shown = [
                *pages.claims_page(connection, asked).rows,
                *pages.articles_page(connection, asked).rows,
                *pages.versions(connection, "a1", asked),
                *pages.claims_in(connection, "a1", asked),
                pages.claim(connection, "c1", asked),
            ]
            assert len(shown) == 5
            for row in shown:
                assert (NAME in json.dumps(row, ensure_ascii=False)) is sees
            for q in (NAME, "الخطيب", "desk@example.org"):
                looked = query_of({"q": q}, store.atlas, viewer)
                assert bool(pages.articles_page(connection, looked).rows) is sees
            assert bool(pages.claims_page(connection, query_of({"q": "سامر"}, store.atlas, viewer)).rows) is sees
            found = pages.articles_page(connection, query_of({"q": "والدته"}, store.atlas, viewer)).rows
            assert len(found) == 1
            assert len(found[0]["text"]) == len(TEXT)
