"""What a cleared reader could pass on: the page warns, and a letter carries no more than the public sees."""

import re
from urllib.parse import unquote

import pytest
from starlette.testclient import TestClient
from tests.desk.conftest import signed_in

from marsad.store import pages
from marsad.store.query import EVERYTHING
from marsad.store.rulings import rule
from marsad.store.store import Store

CHILD = "هدى العلي"


def paths(client: TestClient, store: Store) -> dict[str, str]:
    """The pages of the report of a child and of another report, and of the incidents they tell of."""
    with store.reading() as connection:
        found = {}
        for key, words in (("protected", CHILD), ("open", "معرة النعمان يوم الاثنين")):
            article = pages.articles_page(connection, EVERYTHING, 500).rows
            one = next(row for row in article if words in row["text"])
            claims = [claim["id"] for claim in pages.claims_in(connection, one["id"], EVERYTHING)]
            records = pages.records_of(connection, claims, EVERYTHING)
            found[f"{key} article"] = f"/en/articles/{one['id']}"
            found[f"{key} incident"] = f"/en/incidents/{next(id for id in records.values() if id.startswith('in-'))}"
    return found


@pytest.mark.parametrize("kind", ["article", "incident"])
def test_a_page_with_names_at_risk_warns_those_who_see_them_and_no_one_else(store: Store, reader: TestClient, kind: str) -> None:
    analyst, where = signed_in(store, "analyst"), paths(reader, store)
    assert "data-protected" in analyst.get(where[f"protected {kind}"]).text
    assert "data-protected" not in analyst.get(where[f"open {kind}"]).text
    assert "data-protected" not in reader.get(where[f"protected {kind}"]).text


@pytest.mark.parametrize("door", ["/ar/people", "/ar/search?q=هدى"])
def test_a_list_warns_too(store: Store, reader: TestClient, door: str) -> None:
    assert "data-protected" in signed_in(store, "analyst").get(door).text
    assert "data-protected" not in reader.get(door).text


@pytest.mark.parametrize("kind", ["article", "incident"])
def test_a_letter_carries_what_the_public_sees(store: Store, kind: str) -> None:
    analyst = signed_in(store, "analyst")
    page = analyst.get(paths(analyst, store)[f"protected {kind}"]).text
    letter = unquote(re.search(r'href="(mailto:[^"]+)"', page)[1])  # type: ignore[index]
    assert letter
    assert CHILD not in letter


def test_a_restricted_event_is_shared_by_no_letter(fresh: Store) -> None:
    analyst = signed_in(fresh, "analyst")
    path = paths(analyst, fresh)["open incident"]
    assert "mailto:" in analyst.get(path).text
    with fresh.writing() as connection:
        rule(connection, path.rpartition("/")[2], "restricted", "reviewer", "a witness asked for it", 0, value="true")
    fresh.settle("tests")
    page = analyst.get(path).text
    assert "mailto:" not in page
    assert "data-protected" in page
