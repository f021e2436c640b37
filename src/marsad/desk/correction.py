"""A claim as a person enters or corrects it, from the fields of a form."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from marsad.desk.vocabulary import CLOSED
from marsad.model import MarsadError
from marsad.store.additions import BY_PERSON
from marsad.store.atlas import Atlas

Body = dict[str, Any]


def corrected(claim: Mapping[str, Any], form: Mapping[str, str], atlas: Atlas, by: str) -> Body:
    """The claim with what the form says in place of what was read. MarsadError names the field that cannot be used.

    The evidence stays; ``reader`` tells that a person read it. Coordinates are the gazetteer's where it knows the place, else none.
    """
    body = dict(claim)
    body.pop("article", None)
    low, high = _whole(form, "low"), _whole(form, "high")
    if low is not None and high is not None and low > high:
        raise MarsadError(f"the figure runs from {low} to {high}: the lower end must not be above the upper")
    count = dict(claim.get("count") or {"text": claim["evidence"]["text"]})
    body |= {
        "kind": "casualty",
        "outcome": _closed(form, "outcome"),
        "count": count | {"low": low, "high": high, "bound": _closed(form, "bound")},
        "group": _closed(form, "group"),
        "period": _closed(form, "period"),
        "means": _closed(form, "means") if form.get("means") else None,
        "place": _named(claim.get("place"), form.get("place", ""), lambda name: atlas.place(name)),
        "source": _named(claim.get("source"), form.get("source", ""), lambda name: {"name": name}),
        "date": _date(claim.get("date"), form.get("date", "")),
        "rule": f"entered by a person, after: {claim['rule']}" if claim.get("rule") else "entered by a person",
        "reader": BY_PERSON,
    }
    return body


def diff(theirs: Mapping[str, Any], yours: Mapping[str, Any]) -> list[dict[str, str]]:
    """The fields in which two readings of a claim differ, each as it stands in both."""
    names = [name for name in {**theirs, **yours} if name not in ("id", "article", "rule", "reader")]
    return [
        {"field": name, "theirs": _said(theirs.get(name)), "yours": _said(yours.get(name))}
        for name in names
        if _said(theirs.get(name)) != _said(yours.get(name))
    ]


def _said(value: Any) -> str:
    if isinstance(value, Mapping):
        return " · ".join(f"{part}" for part in value.values() if part is not None)
    return "" if value is None else str(value)


def _closed(form: Mapping[str, str], name: str) -> str:
    value = form.get(name, "")
    if value not in CLOSED[name]:
        raise MarsadError(f"{value!r} is no {name}: there is {', '.join(CLOSED[name])}")
    return value


def _whole(form: Mapping[str, str], name: str) -> int | None:
    value = form.get(name, "").strip()
    if value and not (value.isdecimal() and len(value) < 10):
        raise MarsadError(f"{name}: {value!r} is no whole number of people")
    return int(value) if value else None


def _named(was: Any, name: str, made: Any) -> Any:
    """What a name stands for: as before where the name is as before, nothing where there is none."""
    name = name.strip()
    if was and was.get("name") == name:
        return was
    return made(name) if name else None


def _date(was: Any, day: str) -> Any:
    if was and was.get("start") == day:
        return was
    if not day:
        return None
    try:
        date.fromisoformat(day)
    except ValueError:
        raise MarsadError(f"{day!r} is no day: write it as YYYY-MM-DD") from None
    return {"text": day, "start": day, "end": day, "precision": 1}
