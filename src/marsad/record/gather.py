"""Reports in, the record out: a function of the set of reports and of people's judgements, in whatever order they come."""

from collections.abc import Iterable, Iterator

from marsad.model import AnyClaim, Judgement, LeftOut, MarsadError, Record, Report
from marsad.record.hold import Held
from marsad.record.talks import tracks


def gather(reports: Iterable[Report], judgements: Iterable[Judgement] = ()) -> Record:
    """The record of the reports.

    A claim without its article's hash and a true slice is refused and named in ``Record.refused``; the others stand.
    """
    refused: list[LeftOut] = []
    held = sorted(_let_in(reports, refused), key=lambda h: h.order)
    return Record(talks=tracks(held), refused=tuple(refused))


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
