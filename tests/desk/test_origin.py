"""The awkward cases of who may change something: each a method, headers, and whether the request goes on."""

import pytest

from marsad.desk.origin import allowed

HOST = "desk.example:8000"
OWN = "http://desk.example:8000"


@pytest.mark.parametrize(
    ("method", "headers", "goes_on"),
    [
        ("GET", {}, True),
        ("HEAD", {"sec-fetch-site": "cross-site"}, True),
        ("POST", {"sec-fetch-site": "same-origin"}, True),
        ("POST", {"sec-fetch-site": "same-origin", "origin": OWN}, True),
        ("POST", {"sec-fetch-site": "none"}, True),
        ("POST", {"sec-fetch-site": "same-site"}, False),
        ("POST", {"sec-fetch-site": "cross-site"}, False),
        ("POST", {"sec-fetch-site": "cross-site", "origin": OWN}, False),
        ("POST", {"sec-fetch-site": "same-origin", "origin": "http://evil.example"}, False),
        ("POST", {"sec-fetch-site": "SAME-ORIGIN"}, False),
        ("POST", {"sec-fetch-site": ""}, False),
        ("POST", {"origin": OWN}, True),
        ("POST", {"origin": "http://DESK.example:8000"}, True),
        ("POST", {"origin": "https://desk.example:8000"}, False),
        ("POST", {"origin": "http://desk.example"}, False),
        ("POST", {"origin": "http://desk.example:8001"}, False),
        ("POST", {"origin": "null"}, False),
        ("POST", {"origin": ""}, False),
        ("POST", {"origin": "http://desk.example:8000.evil.example"}, False),
        ("POST", {"origin": "http://desk.example:8000@evil.example"}, False),
        ("POST", {"origin": "http://user@desk.example:8000"}, False),
        ("POST", {"origin": "http://desk.example:notaport"}, False),
        ("POST", {"origin": "http://[::1"}, False),
        ("POST", {"cookie": "session=1"}, False),
        ("POST", {}, True),
        ("DELETE", {"cookie": "session=1"}, False),
        ("PUT", {"sec-fetch-site": "cross-site"}, False),
    ],
)
def test_only_the_desk_s_own_pages_change_something(method: str, headers: dict[str, str], goes_on: bool) -> None:
    assert allowed(method, headers, HOST, "http") is goes_on


@pytest.mark.parametrize(
    ("host", "scheme", "origin"),
    [("desk.example", "https", "https://desk.example"), ("desk.example:443", "https", "https://desk.example")],
)
def test_a_usual_port_need_not_be_said(host: str, scheme: str, origin: str) -> None:
    assert allowed("POST", {"origin": origin}, host, scheme)
