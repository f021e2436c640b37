"""Taking in a casualty recorder's list: its rows as claims of that source, and what they are to what is held."""

import csv
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from marsad.intake.bench import Bench
from marsad.intake.columns import columns
from marsad.intake.document import Document, Problem
from marsad.intake.files import Tell
from marsad.intake.listed import FIELDS, Asserter, reports
from marsad.intake.match import Match, Verdict, match, span
from marsad.intake.source import Reading
from marsad.intake.table import table
from marsad.intake.work import Taken
from marsad.model import Casualty, MarsadError, Report
from marsad.store import near
from marsad.store.store import Store
from marsad.world.names import Names


def take(
    bench: Bench, path: Path, name: str, reading: Reading, names: Names, tell: Tell = lambda done, failed: None
) -> list[Match]:
    """Keep the rows of a list as claims of the source called ``name``; what each is to what other articles say.

    Raises MarsadError when the file is no table or has no column that is known.
    """
    if not path.exists():
        raise MarsadError(f"there is no file {path}: check its name")
    held = table(path)
    mapping = columns(held.header, FIELDS, reading.columns, reading.kept, str(path))
    if not {"name", "count", "low", "high", "killed"} & {*mapping.of}:
        raise MarsadError(
            f"{path} has no column of names or figures: say which it is with --columns name=COLUMN; it has {', '.join(held.header)}"
        )
    kept: list[Report] = []
    for where, found in reports(held.rows, mapping, Asserter.named(name, names), names):
        if isinstance(found, Report):
            kept.append(found)
        bench.keeper.put(Document(where=where), found if isinstance(found, Problem) else Taken(where, found))
        tell(len(kept), bench.keeper.tally["failed"])
        if bench.keeper.due:
            bench.keeper.flush()
    bench.keeper.flush()
    return [*matches(bench.store, kept, names)]


def matches(store: Store, found: Sequence[Report], names: Names) -> Iterator[Match]:
    """What the claims of a list are to those of all other articles."""
    own = {report.article.id for report in found}
    days: dict[tuple[date, date], list[Casualty]] = {}

    def within(inner: str, outer: str) -> bool:
        gazetteer = names.gazetteer
        return inner in gazetteer and any(area.id == outer for area in gazetteer.area(gazetteer.entry(inner)))

    with store.reading() as connection:
        for report in found:
            for claim in report.claims:
                assert isinstance(claim, Casualty)
                asked = span(claim)
                if asked and asked not in days:
                    days[asked] = [other for id, other in near.casualties(connection, *asked) if id not in own]
                yield match(claim, days[asked] if asked else (), within)


def write(found: Sequence[Match], path: Path) -> None:
    """The report of matches as CSV, a claim a row. Raises MarsadError when it cannot be written."""
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(("claim", "name", "date", "place", "outcome", "low", "high", "verdict", "held", "reasons"))
            for one in found:
                claim = one.claim
                told = (
                    claim.person and claim.person.name,
                    claim.date and claim.date.start,
                    claim.place and claim.place.name,
                    claim.outcome,
                    claim.count.low,
                    claim.count.high,
                )
                rows.writerow((claim.id, *told, one.verdict, " ".join(one.others), "; ".join(one.reasons)))
    except OSError as error:
        raise MarsadError(f"{path} cannot be written: {error.strerror}") from error


def said(found: Sequence[Match]) -> str:
    """How many claims are what, in one line."""
    verdicts: tuple[Verdict, ...] = ("matched", "new", "doubtful")
    return " · ".join(f"{sum(one.verdict == verdict for one in found):,} {verdict}" for verdict in verdicts)
