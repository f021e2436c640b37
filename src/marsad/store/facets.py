"""What a record is found by: its days, its figures, and the terms it bears, from its JSON and the rows of its claims."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from marsad.store.atlas import Atlas
from marsad.store.discretion import spans
from marsad.store.rows import LONGEST, ordinal
from marsad.text import key

Row = Mapping[str, Any]
Term = tuple[str, str, str | None]
"""A facet, a value of it, and the name it was first written with."""

WITNESS = "witnesses"
"""The value that stands for a named witness in the facet of sources: the name itself is not for the public."""


@dataclass(frozen=True, slots=True)
class Item:
    """One gathered record: its kind, its JSON as the contract writes it, and the ids of the claims it rests on.

    ``cluster`` is shared by records that must be gathered anew together.
    """

    kind: str
    body: Mapping[str, Any]
    claims: tuple[str, ...]
    cluster: str = ""
    redirects: tuple[str, ...] = field(default=())

    @property
    def id(self) -> str:
        """The record's id."""
        return str(self.body["id"])


def days(item: Item, claims: Sequence[Row]) -> tuple[int, int]:
    """The day that orders the record and its last; of an incident those of its date, else the first and last of its claims."""
    dated = item.body.get("date")
    if dated:
        last = ordinal(dated["end"])
        return max(ordinal(dated["start"]), last - LONGEST), last
    known = [row for row in claims if row["day"]]
    return min((row["day"] for row in known), default=0), max((row["until"] for row in known), default=0)


def names(claims: Iterable[Row]) -> list[str]:
    """The names that the articles of the claims put at risk, in order."""
    return sorted({name for row in claims for name in json.loads(row["article_withheld"])["names"]})


def restricted(item: Item, claims: Sequence[Row]) -> bool:
    """Whether the public does not see the record: it says so itself, or it is of a person whom its claims put at risk."""
    if item.body.get("restricted"):
        return True
    return item.kind == "person" and any(_at_risk(item.body, row) for row in claims if row["withheld"])


def _at_risk(body: Mapping[str, Any], row: Row) -> bool:
    _, *hidden = json.loads(row["withheld"])
    return any(spans(name, hidden) for name in [body["name"], *body.get("names", ())])


def figures(item: Item) -> Iterator[tuple[str, str, int | None, int | None]]:
    """(outcome, group, low, high) of an incident's figures, in people."""
    if item.kind == "incident":
        for figure in item.body.get("figures", ()):
            yield figure["outcome"], figure["group"], figure["low"], figure["high"]


def terms(item: Item, claims: Sequence[Row], atlas: Atlas) -> set[Term]:
    """All terms that a record bears."""
    found: set[Term] = set()
    for facet, value, label in (*_own(item, atlas), *_of_claims(claims)):
        if value:
            found.add((facet, value, label))
    return found


def _own(item: Item, atlas: Atlas) -> Iterator[tuple[str, str | None, str | None]]:
    body = item.body
    for place in _places(body):
        value = place.get("id") or "~" + key(place["name"])
        for area in atlas.areas(value, place.get("country")):
            yield "area", area, place["name"] if area == value else None
    for actor in _actors(body):
        yield "actor", _value(actor), actor["name"]
    for figure in (*body.get("figures", ()), *([body] if item.kind == "tally" else ()), *body.get("parts", ())):
        yield "outcome", figure.get("outcome"), None
        yield "group", figure.get("group"), None
    for facet, name in (("means", "means"), ("target", "target_type")):
        for value in body.get(name) or ():
            yield facet, value, None
    for holding in body.get("history", ()):
        yield "state", holding["state"], None
    yield "outcome", body.get("fate"), None
    yield "track", body.get("track"), None
    if item.kind == "incident":
        yield "grade", body.get("grade") or "none", None


def _places(body: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for holder in (body, *body.get("events", ())):
        if holder.get("place"):
            yield holder["place"]


def _actors(body: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield from body.get("actors", ())
    for event in body.get("events", ()):
        yield from event.get("participants", ())
    for stretch in body.get("history", ()):
        yield from (stretch[name] for name in ("actor", "counterpart") if stretch.get(name))
    for said in body.get("responsibility", ()):
        yield said["actor"]


def _of_claims(claims: Iterable[Row]) -> Iterator[tuple[str, str | None, str | None]]:
    for row in claims:
        yield "kind", row["kind"], None
        outlet = row["outlet"] and "~" + key(row["outlet"])
        yield "outlet", outlet, row["outlet"]
        if row["source"] is None:
            yield "source", outlet, row["outlet"]
        elif row["withheld"] and row["source"][1:] in map(key, json.loads(row["withheld"])[1:]):
            yield "source", WITNESS, None
        else:
            yield "source", row["source"], json.loads(row["body"])["source"]["name"]


def _value(named: Mapping[str, Any]) -> str:
    return named.get("id") or "~" + key(named["name"])
