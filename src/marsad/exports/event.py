"""What an export is made of: incidents with the claims and reports they rest on, as the store lets the reader see them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection

from marsad.store import pages
from marsad.store.atlas import atlas
from marsad.store.query import Query

Body = Mapping[str, Any]
"""A record in the JSON of the contract; what is null may be missing."""

METHODOLOGY = "1"
"""The version of docs/methodology.md that exports are made under."""
MINIMUM = "A documented minimum, not an estimate."


@dataclass(frozen=True, slots=True)
class Event:
    """One incident, its claims in the incident's order and its reports; coordinates and names are already those the reader may see."""

    incident: Body
    claims: tuple[Body, ...] = ()
    articles: tuple[Body, ...] = ()

    @property
    def date(self) -> Body | None:
        """The days it may have been on, None where no source says."""
        return self.incident.get("date")

    @property
    def place(self) -> Body:
        """Its place; empty where none is stated."""
        return self.incident.get("place") or {}

    def division(self, kind: Literal["province", "district"]) -> str | None:
        """The name in Latin letters of the first or second division its place is or lies in; None where the gazetteer has none.

        A place known no better than by its country, or lying over several divisions, has none.
        """
        return atlas().division(self.place.get("id"), kind)

    def figures(self) -> Iterator[Body]:
        """Its figures, each by outcome and group."""
        yield from self.incident.get("figures") or ()

    def sides(self, *roles: str) -> list[Body]:
        """The actors of those roles, in the incident's order."""
        return [actor for actor in self.incident.get("actors") or () if actor.get("role") in roles]

    def asserters(self) -> list[str]:
        """The ids, or else the names, of those who assert its claims, in order."""
        named = (claim.get("source") or {} for claim in self.claims)
        return list(dict.fromkeys(source.get("id") or source["name"] for source in named if source))


@dataclass(frozen=True, slots=True)
class About:
    """What every export says of itself: the filters in words, and the day it was made."""

    filters: str
    made: str
    version: str

    def lines(self) -> tuple[str, ...]:
        """The notice, a sentence a line."""
        return (
            f"Marsad {self.version}, methodology version {METHODOLOGY}, made on {self.made}.",
            f"Filters: {self.filters}.",
            MINIMUM,
        )


_BATCH = 200
Tell = Callable[[int], None]
"""Called with the number of rows written so far."""


def events(connection: Connection, query: Query, tell: Tell = lambda done: None) -> Iterator[Event]:
    """The incidents that answer a question, oldest first, each with its claims and reports; memory does not grow with their number."""
    after: str | None = None
    done = 0
    while True:
        page = pages.records_page(connection, "incident", query, _BATCH, after)
        yield from events_of(connection, page.rows, query)
        done += len(page.rows)
        tell(done)
        if (after := page.after) is None:
            return


def events_of(connection: Connection, incidents: Sequence[dict[str, Any]], query: Query) -> Iterator[Event]:
    """Incidents with their claims and reports, as the viewer of a question may see them."""
    told = pages.claims_of_many(connection, [it["id"] for it in incidents], query)
    reports = pages.articles_by_id(connection, sorted({c["article"] for claims in told.values() for c in claims}), query)
    for it in incidents:
        named = dict.fromkeys(claim["article"] for claim in told[it["id"]])
        yield Event(it, tuple(told[it["id"]]), tuple(reports[id] for id in named if id in reports))
