"""Lines: what the claims of one tally, one place's control, one track or one person share, so that these can be gathered anew alone."""

from collections.abc import Iterator
from typing import Literal

from marsad.model import AnyClaim, Casualty, Control, Report, Statement, Talks
from marsad.record.hold import Held, asserter
from marsad.record.person import bones, tokens
from marsad.text import key

Kind = Literal["tally", "control", "talks", "person"]
Line = tuple[Kind, str]


def lines(report: Report) -> dict[str, tuple[Line, ...]]:
    """The lines of each claim of a report, by claim id, at most one of a kind.

    A record of a kind depends on no claims but those of one line: gathering all claims of a line gives all its records.
    """
    return {claim.id: tuple(_lines(Held(claim, report.article))) for claim in report.claims}


def _lines(held: Held[AnyClaim]) -> Iterator[Line]:
    claim = held.claim
    if isinstance(claim, Casualty) and claim.period != "incident":
        yield "tally", f"{asserter(held).key}|{claim.outcome}"
    if isinstance(claim, Control) and claim.place is not None:
        yield "control", claim.place.id or key(claim.place.name)
    if isinstance(claim, Talks):
        parties = "+".join(sorted({actor.id or key(actor.name) for actor in claim.participants}))
        yield "talks", claim.track or f"|{parties}"
    if person := person_line(claim):
        yield "person", person


def person_line(claim: AnyClaim) -> str | None:
    """The line of the person whom a claim names; None where it names none."""
    named = claim.person if isinstance(claim, Casualty) else claim.speaker if isinstance(claim, Statement) else None
    if named is None:
        return None
    told = [bones(word) for word in tokens(named.name)]
    return named.id or "/".join((*told[:1], *told[-1:]))
