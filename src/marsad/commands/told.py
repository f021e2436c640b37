"""Records as lines for a person: when, where, what, and every figure with the one who gives it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from marsad.show import Style

Body = Mapping[str, Any]


def lines(kind: str, body: Body, style: Style) -> Iterator[str]:
    """A record of a kind, its head first."""
    yield style.paint(" · ".join(part for part in _HEADS[kind](body, style) if part), "1")
    yield style.paint(f"  {body['id']}", "2")
    for line in _BODIES[kind](body, style):
        yield f"  {line}"


def amount(low: int | None, high: int | None) -> str:
    """A range as printed: 3, 0–3, 3–, –3, unknown."""
    if low is None and high is None:
        return "unknown"
    ends = ["" if end is None else f"{end:,}" for end in (low, high)]
    return ends[0] if low == high else "–".join(ends)


def days(start: str | None, end: str | None) -> str:
    """A day or a span."""
    if not start:
        return "day unknown"
    return start if end in (start, None) else f"{start} to {end}"


def named(body: Body | None, style: Style) -> str:
    """A named thing's name."""
    return style.isolate(body["name"]) if body else ""


def _incident_head(body: Body, style: Style) -> list[str]:
    date = body.get("date") or {}
    actors = ", ".join(named(actor, style) for actor in body["actors"] if actor.get("role") == "attacker")
    grade = body.get("grade") or ""
    return [
        days(date.get("start"), date.get("end")), named(body.get("place"), style), ", ".join(body["means"]), actors, grade,
        "restricted" if body.get("restricted") else "",
    ]  # fmt: skip


def _incident(body: Body, style: Style) -> Iterator[str]:
    for figure in body["figures"]:
        who = f"{amount(figure['low'], figure['high'])} {figure['group'].replace('_', ' ')} {_outcome(figure['outcome'])}"
        ends = [("low", figure["low_by"]), ("high", figure["high_by"])]
        by = "; ".join(f"{end} by {', '.join(style.isolate(one) for one in givers)}" for end, givers in ends if givers)
        independent = figure["independent_sources"]
        yield f"{who} ({by}; {independent} independent source{'' if independent == 1 else 's'})"
    told = [f"{len(body['articles'])} articles"] if body["articles"] else []
    told += [f"recalled in {len(body['recalled'])}"] if body["recalled"] else []
    yield style.paint(", ".join([*told, f"{len(body['claims'])} claims"]), "2")


def _tally_head(body: Body, style: Style) -> list[str]:
    since = f"since {body['since']}" if body.get("since") else ""
    what = f"{body['group'].replace('_', ' ')} {_outcome(body['outcome'])}"
    return [named(body["source"], style), what, named(body.get("place"), style), since]


def _tally(body: Body, style: Style) -> Iterator[str]:
    for group, series in [("", body["series"]), *((part["group"], part["series"]) for part in body["parts"])]:
        for point in series:
            yield f"{point['as_of']}  {amount(point['low'], point['high'])}{' ' + group if group else ''} ({point['bound']})"
    for fall in body["falls"]:
        yield f"{fall['as_of']}  the source's total fell from {fall['before']:,} to {fall['after']:,}"
    for found in body["breaks"]:
        yield f"{found['as_of']}  break: {found['reason']}"


def _control_head(body: Body, style: Style) -> list[str]:
    return [named(body["place"], style)]


def _control(body: Body, style: Style) -> Iterator[str]:
    for holding in body["history"]:
        until = f"until {holding['until']}" if holding["until"] else ""
        against = ", ".join(style.isolate(one) for one in holding["contested_by"])
        who = named(holding["actor"], style) or "nobody told"
        parts = (
            f"from {holding['from']}",
            until,
            who,
            holding["state"],
            holding.get("extent") or "",
            against and f"against {against}",
        )
        yield " · ".join(part for part in parts if part)


def _talks_head(body: Body, style: Style) -> list[str]:
    return [body["track"] or "no known track"]


def _talks(body: Body, style: Style) -> Iterator[str]:
    for event in body["events"]:
        date = event.get("date") or {}
        who = ", ".join(named(one, style) for one in event["participants"])
        parts = (
            days(date.get("start"), date.get("end")),
            event["act"],
            named(event.get("place"), style),
            who,
            event.get("topic") or "",
        )
        yield " · ".join(style.isolate(part) for part in parts if part)


def _person_head(body: Body, style: Style) -> list[str]:
    facts = (
        body["name"],
        body.get("role"),
        body.get("affiliation"),
        body.get("fate"),
        "restricted" if body.get("restricted") else "",
    )
    return [style.isolate(fact) for fact in facts if fact]


def _person(body: Body, style: Style) -> Iterator[str]:
    others = [name for name in body["names"] if name != body["name"]]
    if others:
        yield "also written " + ", ".join(style.isolate(name) for name in others)
    yield style.paint(f"{len(body['claims'])} claims" + (f" · {', '.join(body['incidents'])}" if body["incidents"] else ""), "2")


def _outcome(outcome: str) -> str:
    return "killed or injured" if outcome == "casualties" else outcome


_HEADS: Mapping[str, Callable[[Body, Style], list[str]]] = {
    "incident": _incident_head, "tally": _tally_head, "control": _control_head, "talks": _talks_head, "person": _person_head,
}  # fmt: skip
_BODIES: Mapping[str, Callable[[Body, Style], Iterator[str]]] = {
    "incident": _incident, "tally": _tally, "control": _control, "talks": _talks, "person": _person,
}  # fmt: skip
