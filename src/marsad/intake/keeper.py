"""Outcomes into the store, a batch a transaction: reports, captures, problems, and how far the job is, all of it or nothing."""

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy import Connection

from marsad.intake.archive import Capture
from marsad.intake.document import Document, Problem
from marsad.intake.held import Held
from marsad.intake.source import FILE_ID
from marsad.intake.work import Led, Outcome, Taken
from marsad.model import MarsadError, Report
from marsad.store import captures
from marsad.store.keep import check
from marsad.store.store import Store

BATCH = 200
"""Documents of one transaction: of the order of the 200 ms that a flush to disk may take beside reading them."""

PATIENCE = 2.0
"""Seconds after which a batch is kept though it is not full: what is killed then loses no more work than that."""


@dataclass
class Tally:
    """How many documents became what: ``new``, ``version`` (changed), ``same``, ``turned`` away, ``failed``; and links found."""

    of: Counter[str] = field(default_factory=Counter)

    def __getitem__(self, name: str) -> int:
        return self.of[name]

    def __iadd__(self, other: "Tally") -> "Tally":
        self.of.update(other.of)
        return self

    @property
    def kept(self) -> int:
        """Documents that are in the store now."""
        return self.of["new"] + self.of["version"] + self.of["same"]


class Keeper:
    """Gathers outcomes and keeps them. ``who`` signs them in the trail; ``told`` hears of each problem at once."""

    def __init__(self, store: Store, held: Held, who: str, told: Callable[[Problem], None] = lambda problem: None) -> None:
        self._store = store
        self._held = held
        self._who = who
        self._told = told
        self._reports: list[Report] = []
        self._problems: list[Problem] = []
        self._solved: list[str] = []
        self._begun = time.monotonic()
        self._size = 0
        self.settles = False
        """Whether the record follows each batch, as it must in a run that does not end; else the caller brings it up to date."""
        self.tally = Tally()

    @property
    def due(self) -> bool:
        """Whether the batch should be kept now."""
        return self._size >= BATCH or (self._size > 0 and time.monotonic() - self._begun > PATIENCE)

    def put(self, document: Document, outcome: Outcome) -> None:
        """An outcome to be kept with the batch."""
        if not self._size:
            self._begun = time.monotonic()
        self._size += 1
        if isinstance(outcome, Problem):
            self.problem(outcome)
        elif isinstance(outcome, Taken):
            self._take(outcome)
        else:
            self._solved.append(document.where)
            if isinstance(outcome, Led):
                for one in outcome.found:
                    if isinstance(one, Problem):
                        self.problem(one)
            else:
                self.tally.of["turned"] += 1

    def _take(self, taken: Taken) -> None:
        article = taken.report.article
        try:
            check(taken.report)
        except MarsadError as error:
            self.problem(Problem(taken.where, str(error)))
            return
        self._solved.append(taken.where)
        if article.id.startswith(FILE_ID) and not article.url and self._store.holds(article):
            self.tally.of["same"] += 1
            return
        if taken.at and taken.archived and article.url:
            place = replace(taken.at, file=str(Path(taken.at.file).resolve()))
            self._held.note(Capture(article.url, taken.archived, 200, article.sha256, article.sha256, place))
        self._reports.append(taken.report)

    def problem(self, problem: Problem) -> None:
        """A problem to be kept with the batch."""
        self._size += 1
        self.tally.of["failed"] += 1
        self._told(problem)
        self._problems.append(problem)

    def flush(self, also: Callable[[Connection], None] = lambda connection: None, job: int | None = None) -> None:
        """Keep the batch in one transaction, with whatever ``also`` writes."""
        with self._store.writing() as connection:
            if self._reports:
                kept = self._store.put(connection, self._reports, self._who)
                self.tally.of.update(one.state for one in kept)
            self._held.flush(connection)
            captures.solve(connection, self._solved)
            captures.trouble(connection, ((one.where, one.reason) for one in self._problems), job)
            also(connection)
        if self.settles and self._reports:
            self._store.settle(self._who)
        self._reports, self._problems, self._solved, self._size = [], [], [], 0
