"""What a record is found by: its days, its figures, and the terms it bears, from its JSON and the rows of its claims."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
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


def counted(body: Mapping[str, Any]) -> dict[str, tuple[int, int | None]]:
    """The figure of each outcome by which an incident counts in sums, in people, as ``marsad.record.totals`` has it; None where it is open.

    That of its people, else the largest of a group; only stated numbers, and nothing of an incident that a person has discounted.
    """
    if body.get("grade") == "discounted":
        return {}
    stated = [
        figure
        for figure in body.get("figures", ())
        if (figure["low"] is not None or figure["high"] is not None) and not figure.get("derived")
    ]
    chosen = {}
    for outcome in {figure["outcome"] for figure in stated}:
        told = [figure for figure in stated if figure["outcome"] == outcome]
        whole = next((figure for figure in told if figure["group"] == "people"), None) or max(told, key=_size)
        chosen[outcome] = (whole["low"] or 0, whole["high"])
    return chosen


def _size(figure: Mapping[str, Any]) -> tuple[int, int, str]:
    return figure["low"] or 0, figure["high"] or 0, figure["group"]


def terms(item: Item, claims: Sequence[Row], atlas: Atlas) -> set[Term]:
    """All terms that a record bears."""
    found: set[Term] = set()
    for facet, value, label in (*own(item, atlas), *_of_claims(claims), *_agreement(item, claims, atlas)):
        if value:
            found.add((facet, value, label))
    return found


OF_RECORDS = frozenset(("area", "actor", "outcome", "group", "means", "target", "state", "track", "grade"))
"""Facets that a record bears by its own JSON; the others by its claims."""


def own(item: Item, atlas: Atlas) -> Iterator[tuple[str, str | None, str | None]]:
    """The terms that a record bears by its own JSON."""
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


def _agreement(item: Item, claims: Sequence[Row], atlas: Atlas) -> Iterator[tuple[str, str | None, str | None]]:
    """Whose figures others bear out, and whose they do not fit: of a standing figure another asserter's own one, of the same outcome and
    group, has a number in common with it (corroborated) or none (contradicted). Words without a number are neither, and a protected
    source is not named."""
    hidden = names(claims)
    for figure in item.body.get("figures", ()):
        stated = [
            one
            for one in figure.get("assertions") or ()
            if one["standing"] and one["independent"] and (one["low"] is not None or one["high"] is not None)
        ]
        for one in stated:
            for other in stated:
                if other["by"] != one["by"] and not (hidden and spans(one["by"], hidden)):
                    yield "corroborated" if _meet(one, other) else "contradicted", atlas.asserter(one["by"]), None


def _meet(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    """Whether two figures have a number in common; an open end has no bound."""
    ends = ((a["low"] or 0, b["high"]), (b["low"] or 0, a["high"]))
    return all(high is None or low <= high for low, high in ends)


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
        elif row["withheld"] and _protected(row):
            yield "source", WITNESS, None
        else:
            yield "source", row["source"], json.loads(row["body"])["source"]["name"]


def _protected(row: Row) -> bool:
    """Whether a claim's source is one whose name the claim puts at risk."""
    _, *hidden = json.loads(row["withheld"])
    return row["source"] in hidden or row["source"][1:] in map(key, hidden)


def _value(named: Mapping[str, Any]) -> str:
    return named.get("id") or "~" + key(named["name"])
