"""Records as JSON objects, one function for all of them."""

from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from marsad.model.article import Article
from marsad.model.claim import Claim
from marsad.model.report import CONTRACT, Report

_KEPT_OUT: dict[type, set[str]] = {Article: {"masked"}}
_LEFT_OUT_WHEN_NONE = {"in_"}


@cache
def _names(kind: type) -> tuple[tuple[str, str], ...]:
    """(attribute, JSON key) of a record's fields; a trailing underscore only dodges Python's keywords."""
    out = _KEPT_OUT.get(kind, set())
    return tuple((f.name, f.name.rstrip("_")) for f in fields(kind) if f.name not in out)


def as_json(value: Any) -> Any:
    """The JSON form of a record, a tuple of records or a plain value; None stays null."""
    if isinstance(value, Report):
        return {
            "marsad": CONTRACT,
            "article": as_json(value.article),
            "claims": as_json(value.claims),
            "refusals": as_json(value.refusals),
        }
    if is_dataclass(value) and not isinstance(value, type):
        body = {
            key: as_json(getattr(value, name))
            for name, key in _names(type(value))
            if not (name in _LEFT_OUT_WHEN_NONE and getattr(value, name) is None)
        }
        if isinstance(value, Claim):
            return {"id": body.pop("id"), "kind": value.kind, **body}
        return body
    if isinstance(value, tuple | list):
        return [as_json(item) for item in value]
    return value
