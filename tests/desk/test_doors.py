"""Signing in: guesses are stopped, cookies are the browser's alone, nobody is led elsewhere, and no other site acts for a reader."""

import pytest
from starlette.testclient import TestClient
from tests.desk.conftest import PASSWORD, signed_in

from marsad.desk.app import create_app
from marsad.desk.settings import Settings
from marsad.store.accounts import MOST
from marsad.store.store import Store

OWN = {"sec-fetch-site": "same-origin"}


def knocking(store: Store, settings: Settings | None = None) -> TestClient:
    return TestClient(create_app(store, settings), follow_redirects=False, headers=OWN)


def test_after_some_wrong_guesses_even_the_right_password_waits(fresh: Store) -> None:
    client = knocking(fresh)
    for _ in range(MOST):
        assert client.post("/en/login", data={"name": "reader", "password": "a guess of somebody"}).status_code == 401
    assert client.post("/en/login", data={"name": "reader", "password": PASSWORD}).status_code == 429


def test_guesses_from_one_address_are_counted_over_names(fresh: Store) -> None:
    client = knocking(fresh)
    for number in range(MOST):
        assert client.post("/en/login", data={"name": f"nobody {number}", "password": "a guess of somebody"}).status_code == 401
    assert client.post("/en/login", data={"name": "reader", "password": PASSWORD}).status_code == 429


def test_a_session_is_read_by_no_script_and_sent_to_no_other_site(store: Store) -> None:
    answer = knocking(store, Settings(secure=True)).post("/en/login", data={"name": "reader", "password": PASSWORD})
    flags = {part.strip().lower() for part in answer.headers["set-cookie"].split(";")}
    assert {"httponly", "samesite=lax", "secure"} <= flags


@pytest.mark.parametrize(
    ("next", "leads"),
    [
        ("/en/review", "/en/review"),
        ("//evil.example/", "/en/"),
        ("/\\evil.example/", "/en/"),
        ("https://evil.example/", "/en/"),
        ("javascript:alert(1)", "/en/"),
        ("", "/en/"),
    ],
)
def test_signing_in_leads_to_the_desk_s_own_pages(store: Store, next: str, leads: str) -> None:
    answer = knocking(store).post("/en/login", params={"next": next}, data={"name": "reader", "password": PASSWORD})
    assert answer.headers["location"] == leads


@pytest.mark.parametrize("door", ["/en/account/keys", "/en/logout", "/en/review/none", "/en/choices", "/api/v1/releases"])
@pytest.mark.parametrize("site", [{"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "", "origin": "https://evil.example"}])
def test_another_site_does_nothing_in_a_reader_s_name(store: Store, door: str, site: dict[str, str]) -> None:
    client = signed_in(store, "administrator")
    assert client.post(door, headers=site, data={"label": "x"}).status_code == 403
