"""A claim as flat fields: what rules and corpora say must come, and what is shown of a claim in one line."""

from collections.abc import Iterable, Mapping
from typing import Any

from marsad.model import AnyClaim, Casualty, Statement, Talks

_NAMED = tuple("source place by affiliation person actor counterpart target claimed_by denied_by speaker".split())
_PLAIN = tuple("stance outcome group period since means weapon change extent target_type act topic track instrument".split())

Flat = Mapping[str, Any]


def flat(claim: AnyClaim, whole: AnyClaim | None = None) -> dict[str, Any]:
    """The fields of a claim that say something, names and figures bare: ``{"kind": "casualty", "low": 12, "place": "الرقة", …}``.

    ``low`` and ``high`` of a casualty are always there, None where that end is open; ``date`` is the first day it tells of,
    ``part_of`` the lower figure of ``whole``, the claim that contains this one.
    """
    out: dict[str, Any] = {"kind": claim.kind}
    for name in _PLAIN:
        value = getattr(claim, name, None)
        if value is not None:
            out[name] = value
    for name in _NAMED:
        value = getattr(claim, name, None)
        if value is not None:
            out[name] = value.name
    if claim.date is not None:
        out["date"] = claim.date.start
    if claim.source is not None and claim.source.via is not None:
        out["via"] = claim.source.via
    if isinstance(claim, Casualty):
        out |= {"low": claim.count.low, "high": claim.count.high, "bound": claim.count.bound}
        if isinstance(whole, Casualty):
            out["part_of"] = whole.count.low
    elif isinstance(claim, Statement):
        out["quote"] = claim.quote.text
    elif isinstance(claim, Talks):
        out["participants"] = [p.name for p in claim.participants]
    return out


def flattened(claims: Iterable[AnyClaim]) -> list[dict[str, Any]]:
    """The flat forms of one article's claims, in their order."""
    claims = tuple(claims)
    wholes = {c.id: c for c in claims}
    return [flat(c, wholes.get(c.part_of or "") if isinstance(c, Casualty) else None) for c in claims]


def line(fields: Flat) -> str:
    """Flat fields in one line, as corpora write them: ``casualty outcome=killed low=12 high=12 place=الرقة``."""
    shown = {k: ", ".join(v) if isinstance(v, list) else v for k, v in fields.items() if k != "kind" and v != []}
    return " ".join([str(fields["kind"]), *(f"{k}={'null' if v is None else v}" for k, v in shown.items())])
