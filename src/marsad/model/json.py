"""Records as JSON objects and back, one function each way for all of them."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Literal, TypeVar, cast, get_args, get_origin, get_type_hints

from marsad.model.article import Article
from marsad.model.claim import AnyClaim, Claim
from marsad.model.errors import MarsadError
from marsad.model.report import CONTRACT, Report

Noun = TypeVar("Noun")

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


def from_json(noun: type[Noun], body: Mapping[str, Any]) -> Noun:
    """The noun of a JSON object as ``as_json`` writes it; keys it does not know are passed over; missing ones
    take their default, null or an empty list where they may.

    Raises MarsadError when a needed key is missing or a value is none that the field may hold.
    """
    try:
        return cast(Noun, _reader(cast(Any, noun))(body))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise MarsadError(f"this is no {noun.__name__.lower()} of the record: {type(error).__name__} {error}") from error


def claim_of(body: Mapping[str, Any]) -> AnyClaim:
    """The claim of a JSON object, of the class its ``kind`` names. Raises MarsadError where there is none such."""
    kind = body.get("kind")
    found = _CLAIMS.get(kind) if isinstance(kind, str) else None
    if found is None:
        raise MarsadError(f"{kind!r} is no kind of claim: there is {', '.join(_CLAIMS)}")
    return from_json(found, body)


_CLAIMS: dict[str, type[AnyClaim]] = {claim.kind: claim for claim in get_args(AnyClaim)}


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """What makes a value of a type from its JSON; types are read once, so that a million claims cost a million calls and no more."""
    origin, inner = get_origin(kind), get_args(kind)
    if is_dataclass(kind):
        made = cast(Callable[..., Any], kind)
        hints = get_type_hints(kind)
        parts = tuple((name, key, _plain(hints[name]), _reader(hints[name])) for name, key in _names(cast(type, kind)))
        unsaid: dict[str, Any] = {f.name: None for f in fields(kind) if f.default is MISSING and _nullable(hints[f.name])}
        unsaid |= {f.name: () for f in fields(kind) if f.default is MISSING and get_origin(hints[f.name]) is tuple}

        def read(body: Any) -> Any:
            values = dict(unsaid)
            for name, key, plain, convert in parts:
                if key in body:
                    value = body[key]
                    values[name] = value if value.__class__ in plain else convert(value)
            return made(**values)

        return read
    if kind == AnyClaim:
        return claim_of
    if origin is UnionType or str(origin) == "typing.Union":
        (one,) = (_reader(part) for part in inner if part is not type(None))
        return lambda body: None if body is None else one(body)
    if origin is tuple:
        if inner[-1] is Ellipsis:
            item = _reader(inner[0])
            return lambda body: tuple(map(item, body))
        items = tuple(map(_reader, inner))
        return lambda body: tuple(read(value) for read, value in zip(items, body, strict=True))
    if origin is Literal:
        return lambda body: _one_of(frozenset(inner), body)
    return lambda body: _of_type(kind, body)


def _nullable(hint: Any) -> bool:
    return type(None) in get_args(hint)


def _plain(hint: Any) -> frozenset[type]:
    """The classes of which a field takes any value as it is: most values are such, and need no call."""
    kinds = set(get_args(hint)) if _nullable(hint) else {hint}
    if kinds - {str, int, float, bool, type(None)}:
        return frozenset()
    return frozenset(kinds | ({int} if float in kinds else set()))


def _one_of(allowed: frozenset[Any], body: Any) -> Any:
    if body not in allowed:
        raise ValueError(f"{body!r} is none of {', '.join(sorted(allowed))}")
    return body


def _of_type(kind: type, body: Any) -> Any:
    if isinstance(body, bool) is not (kind is bool) or not isinstance(body, (int, float) if kind is float else kind):
        raise ValueError(f"{body!r} is no {kind.__name__}")
    return body
