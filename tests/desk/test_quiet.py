"""What a desk and a store tell of themselves holds nothing of what they keep: no words of a report, no name, no outlet, no visitor."""

import logging
import re
import traceback
from pathlib import Path

import pytest
from sqlalchemy import insert
from starlette.testclient import TestClient
from tests.conftest import Marsad
from tests.desk.conftest import AT_RISK, TWO_COUNTS, signed_in

from marsad.desk.app import create_app
from marsad.model import MarsadError
from marsad.store.store import Store
from marsad.store.tables import articles

WORDS = {word for text in (AT_RISK, *(t for pair in TWO_COUNTS for t in pair)) for word in re.findall(r"[^\W\d]{4,}", text)}
"""The words of four letters and more of reports that the store holds, and their outlets."""


def spoken(said: str) -> set[str]:
    """Which of them stand in what was said."""
    return {word for word in WORDS if word in said or word in said.encode().decode("unicode_escape", "replace")}


@pytest.mark.parametrize(
    "door", ["/ar/", "/ar/search?q=المهندس", "/ar/people", "/api/v1/articles", "/api/v1/export/jsonl", "/feeds/ar.atom"]
)
def test_a_desk_logs_no_word_of_what_it_shows(store: Store, caplog: pytest.LogCaptureFixture, door: str) -> None:
    caplog.set_level(logging.DEBUG)
    for client in (TestClient(create_app(store)), signed_in(store, "analyst")):
        assert client.get(door).status_code == 200
    own = [record for record in caplog.records if not record.name.startswith(("httpx", "httpcore", "python_multipart"))]
    assert not spoken("\n".join(logging.Formatter().format(record) for record in own))


def test_a_fault_of_the_database_tells_no_value(store: Store) -> None:
    row = {"no": 1, "text": AT_RISK, "title": AT_RISK, "outlet": TWO_COUNTS[0][0]}
    with pytest.raises(MarsadError) as fault, store.writing() as connection:
        connection.execute(insert(articles), row)
    assert "refused what was to be kept" in str(fault.value)
    assert not spoken("".join(traceback.format_exception(fault.value)))


def test_files_are_named_by_no_source(marsad: Marsad, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TWO_COUNTS[0][1], encoding="utf-8")
    code, out, err = marsad("add", "in", "--outlet", "dawn-agency", "--log", "log", "--store", "s.db")
    assert code == 0
    assert not spoken(out + err + (tmp_path / "log").read_text(encoding="utf-8"))
    made = [str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*")]
    assert not [name for name in made if "dawn-agency" in name or spoken(name)]


def test_addresses_are_ids_and_filters_and_hold_no_name(store: Store) -> None:
    page = TestClient(create_app(store)).get("/ar/").text + TestClient(create_app(store)).get("/ar/people").text
    paths = set(re.findall(r'href="(/ar/(?:incidents|people|articles|tallies)/[^"?#]+)"', page))
    assert paths
    assert not [path for path in paths if not re.fullmatch(r"/ar/(incidents|people|articles|tallies)/[a-z0-9-]+", path)]
