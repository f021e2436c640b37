"""A client of a desk's API: ``Client("https://desk.example", token="…")``; rows come as the same nouns that the rooms use.

with Client("http://127.0.0.1:8000") as desk:
    for incident in desk.incidents(outcome="killed", place="Raqqa"):
        print(incident.date, incident.figures)
"""

import hashlib
import hmac
from collections.abc import Iterator, Mapping, Sequence
from types import TracebackType
from typing import Any, TypeVar

import httpx

from marsad.model import AnyClaim, Incident, Individual, MarsadError, Tally, Territory, Track, claim_of, from_json
from marsad.version import VERSION

T = TypeVar("T")
Filter = str | Sequence[str]
"""A filter's value, or several of which one is enough."""


class Client:
    """One desk. Methods take the filters of its addresses by name ("from" as ``from_``); lists are fetched a page at a time.

    Raises MarsadError with the desk's own sentence when it refuses, or says that it cannot be reached.
    """

    def __init__(self, address: str, token: str | None = None, timeout: float = 30.0) -> None:
        headers = {"user-agent": f"marsad/{VERSION}"} | ({"authorization": f"Bearer {token}"} if token else {})
        self._http = httpx.Client(base_url=f"{address.rstrip('/')}/api/v1/", headers=headers, timeout=timeout)

    def __enter__(self) -> "Client":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection."""
        self._http.close()

    def incidents(self, **filters: Filter) -> Iterator[Incident]:
        """Incidents, newest first."""
        return (from_json(Incident, row) for row in self._rows("incidents", filters))

    def tallies(self, **filters: Filter) -> Iterator[Tally]:
        """Running totals, each a source's own."""
        return (from_json(Tally, row) for row in self._rows("tallies", filters))

    def control(self, **filters: Filter) -> Iterator[Territory]:
        """Who has held which place."""
        return (from_json(Territory, row) for row in self._rows("control", filters))

    def talks(self, **filters: Filter) -> Iterator[Track]:
        """Acts of diplomacy by track."""
        return (from_json(Track, row) for row in self._rows("talks", filters))

    def people(self, **filters: Filter) -> Iterator[Individual]:
        """People named, those that the key's account may see."""
        return (from_json(Individual, row) for row in self._rows("people", filters))

    def claims(self, **filters: Filter) -> Iterator[tuple[str, AnyClaim]]:
        """(id of its article, claim) of the claims."""
        for row in self._rows("claims", filters):
            article = row.pop("article")
            yield article, claim_of(row)

    def articles(self, **filters: Filter) -> Iterator[dict[str, Any]]:
        """Reports, as JSON."""
        return self._rows("articles", filters)

    def totals(self, **filters: Filter) -> list[dict[str, Any]]:
        """The safe sums, as JSON: each names what was counted and what was left out."""
        rows: list[dict[str, Any]] = self._get("totals", _parameters(filters)).json()["rows"]
        return rows

    def export(self, format: str, **filters: Filter) -> bytes:
        """An export, whole."""
        return self._get(f"export/{format}", _parameters(filters)).content

    def decide(self, claim: str, verdict: str, reason: str = "", correction: Mapping[str, Any] | None = None) -> str:
        """Decide of a claim as it stands now; the judgement's id. MarsadError where someone else decides meanwhile."""
        tag = self._get(f"claims/{claim}/verdicts", []).headers["etag"]
        body = {"verdict": verdict, "reason": reason, "correction": correction}
        answer = self._asked("POST", f"claims/{claim}/verdicts", json=body, headers={"if-match": tag})
        return str(answer.json()["id"])

    def _rows(self, kind: str, filters: Mapping[str, Filter]) -> Iterator[dict[str, Any]]:
        after: str | None = None
        while True:
            page = self._get(kind, [*_parameters(filters), *([("after", after)] if after else [])]).json()
            yield from page["rows"]
            if (after := page["after"]) is None:
                return

    def _get(self, path: str, parameters: list[tuple[str, str]]) -> httpx.Response:
        return self._asked("GET", path, params=parameters)

    def _asked(self, method: str, path: str, **given: Any) -> httpx.Response:
        try:
            answer = self._http.request(method, path, follow_redirects=True, **given)
        except httpx.HTTPError as error:
            raise MarsadError(f"the desk at {self._http.base_url} cannot be reached: {error}") from error
        if answer.is_error:
            raise MarsadError(_said(answer))
        return answer


def signed(secret: str, header: str, body: bytes, now: int, within: int = 300) -> bool:
    """Whether a web hook's body is the desk's: ``header`` is its X-Marsad-Signature, ``now`` Unix seconds, ``within`` how old it may be."""
    parts = dict(part.partition("=")[::2] for part in header.split(","))
    at = parts.get("t", "")
    if not (at.isascii() and at.isdecimal()) or abs(now - int(at)) > within:
        return False
    wanted = hmac.new(secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(wanted.encode(), parts.get("v1", "").encode())


def _parameters(filters: Mapping[str, Filter]) -> list[tuple[str, str]]:
    return [(name.rstrip("_"), one) for name, value in filters.items() for one in ([value] if isinstance(value, str) else value)]


def _said(answer: httpx.Response) -> str:
    try:
        body = answer.json()
        return str(body.get("error") or body.get("detail") or body)
    except ValueError:
        return f"the desk answered {answer.status_code}"
