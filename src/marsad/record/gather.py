"""Reports in, the record out: a function of the set of reports and of people's judgements, in whatever order they come."""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from marsad.model import AnyClaim, Incident, Judgement, LeftOut, MarsadError, Record, Report
from marsad.record.blocks import blocks
from marsad.record.figures import DEFAULT, Policy
from marsad.record.hold import Held
from marsad.record.incident import anchor, incident
from marsad.record.judged import Judged
from marsad.record.links import joined
from marsad.record.person import people
from marsad.record.talks import tracks
from marsad.record.tally import tallies
from marsad.record.telling import Telling, tellings, violent
from marsad.record.territory import territories


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for garbage meanwhile: gathering makes no cycles, and of the time of 100,000 claims a third went into walking
    the reports again and again."""
    watched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if watched:
            gc.enable()


@_uncollected()
def gather(reports: Iterable[Report], judgements: Iterable[Judgement] = (), *, policy: Policy = DEFAULT) -> Record:
    """The record of the reports.

    A claim without its article's hash and a true slice is refused and named in ``Record.refused``; the others stand. To add
    reports to a record that is kept, see ``footings``.
    """
    judgements = tuple(judgements)
    refused: list[LeftOut] = []
    held = sorted(_let_in(reports, refused), key=lambda h: h.order)
    told = _told(held)
    judged = Judged.of(judgements, told)
    groups = joined(told, judged.together, judged.asunder)
    incidents = sorted((judged.on(incident(g, told, policy)) for g in groups), key=_by_day)
    homes = {claim: made.id for made in incidents for claim in made.claims}
    return Record(
        incidents=tuple(incidents),
        tallies=tallies(held, judgements),
        control=territories(held),
        talks=tracks(held),
        people=people(held, homes, judgements),
        redirects=judged.redirects(incidents),
        refused=tuple(sorted(refused, key=lambda r: r.id)),
        lost=judged.lost,
    )


def along(reports: Iterable[Report], homes: Mapping[str, str], judgements: Sequence[Judgement] = ()) -> Record:
    """The tallies, control, talks and people of the claims of whole lines (see ``lines``); ``homes`` gives the incidents of claims."""
    refused: list[LeftOut] = []
    held = sorted(_let_in(reports, refused), key=lambda h: h.order)
    return Record(
        tallies=tallies(held, judgements),
        control=territories(held),
        talks=tracks(held),
        people=people(held, homes, judgements),
        refused=tuple(sorted(refused, key=lambda r: r.id)),
    )


@dataclass(frozen=True, slots=True)
class Footing:
    """What a store keeps of a claim that tells of an event: the id of the incident it would be the earliest claim of, and its
    blocks."""

    incident: str
    blocks: tuple[str, ...]


def footings(report: Report) -> dict[str, Footing]:
    """The footing of each claim of a report that tells of an event, by claim id.

    The incidents that new reports can change are those whose ``cluster`` is that of a stored claim in a block of theirs;
    gathering the reports of these clusters' claims together with the new ones gives these incidents anew (take those that hold
    one of these claims), and no other incident changes. An incident's id of any time is the footing of one of its claims, and
    so leads to where that claim is now.
    """
    return {h.claim.id: Footing(anchor(h), blocks(t)) for t in told([report]) for h in t.members}


def told(reports: Iterable[Report]) -> list[Telling]:
    """The tellings of reports, in the order of their earliest claims."""
    return _told(sorted(_let_in(reports, []), key=lambda h: h.order))


def _told(held: Sequence[Held[AnyClaim]]) -> list[Telling]:
    by_article: dict[str, list[Held[AnyClaim]]] = {}
    for h in held:
        by_article.setdefault(h.article.id, []).append(h)
    told = [t for own in by_article.values() for t in tellings(own[0].article, violent(own))]
    return sorted(told, key=lambda t: t.order)


def _by_day(made: Incident) -> tuple[str, str]:
    return (made.date.start if made.date else "9999", made.id)


def _let_in(reports: Iterable[Report], refused: list[LeftOut]) -> Iterator[Held[AnyClaim]]:
    seen: set[str] = set()
    for report in reports:
        for claim in report.claims:
            if claim.id in seen:
                continue
            seen.add(claim.id)
            try:
                yield Held(claim, report.article)
            except MarsadError as error:
                refused.append(LeftOut(claim.id, str(error)))
