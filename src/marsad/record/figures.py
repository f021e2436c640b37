"""The figures of an incident: one row an assertion, ranges that name who gives each end, the newer of one asserter before its
older."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from marsad.model import Assertion, Casualty, Figure
from marsad.model.values import Group, Outcome
from marsad.record.hold import Held, asserter

FIGHTERS = frozenset(("fighters", "soldiers", "police"))


@dataclass(frozen=True, slots=True)
class Policy:
    """A named choice that a recorder makes. ``contested_zero``: where one asserter counts civilians and another counts the same
    dead as fighters, both figures begin at 0 (Airwars' practice, STANDARDS C.4)."""

    name: str = "contested status counts from 0"
    contested_zero: bool = True


DEFAULT = Policy()


@dataclass(frozen=True, slots=True)
class Said:
    """A claim with who asserts it: ``key`` tells asserters apart, wire copies having their original's; ``label`` is shown."""

    held: Held[Casualty]
    key: str
    label: str

    @property
    def day(self) -> str:
        """The ISO day of the count, "" when neither the claim nor its article has one."""
        as_of = self.held.claim.as_of
        return as_of.date if as_of is not None else self.held.article.published or ""

    @property
    def voice(self) -> tuple[str, str]:
        """The asserter in one article."""
        return (self.key, self.held.article.id)

    @property
    def size(self) -> int:
        """The number that stands for the count beside others of one article; of words 0."""
        count = self.held.claim.count
        return 0 if count.bound == "vague" else count.low or count.high or 0


def said(held: Iterable[Held[Casualty]], originals: Mapping[str, str], voices: Mapping[str, str]) -> list[Said]:
    """The claims by whose word they stand. ``originals`` are as ``marsad.record.copies`` gives them, ``voices`` the outlet of
    each original: a copy's own voice is its original's."""
    out = []
    for h in held:
        by = asserter(h)
        voice = voices.get(originals.get(h.article.id, h.article.id), by.key) if by.own else by.key
        out.append(Said(h, voice, by.label))
    return out


def figures(told: Sequence[Said], policy: Policy = DEFAULT) -> tuple[Figure, ...]:
    """The figures of one incident's casualty claims by outcome and group, the rows of each by the day of their count."""
    groups: dict[tuple[Outcome, Group], list[Said]] = {}
    for s in sorted(told, key=lambda s: (s.day, s.held.order)):
        groups.setdefault((s.held.claim.outcome, s.held.claim.group), []).append(s)
    made = {what: _figure(*what, members) for what, members in sorted(groups.items())}
    for outcome in {outcome for outcome, _ in made} if policy.contested_zero else ():
        for what in _contested(outcome, groups, made):
            figure = made[what]
            made[what] = replace(figure, low=0, contested=True, policy=policy.name, stated_low=figure.low)
    return tuple(made.values())


def _figure(outcome: Outcome, group: Group, told: Sequence[Said]) -> Figure:
    rows = assertions(told)
    by = dict(zip((r.claim for r in rows), (s.key for s in told), strict=True))
    standing = [r for r in rows if r.standing]
    numbers = [r for r in standing if r.bound != "vague"]
    vague = not numbers
    counted = [r for r in (numbers or standing) if r.low is not None or r.high is not None]
    low, high = _low(counted), _high(counted)
    return Figure(
        outcome=outcome,
        group=group,
        low=low,
        high=high,
        best=None,
        low_by=_labels(r for r in counted if r.low == low),
        high_by=_labels(r for r in counted if r.high == high),
        independent_sources=len({by[r.claim] for r in rows}),
        claims=tuple(r.claim for r in rows),
        assertions=tuple(rows),
        derived=vague and bool(counted),
    )


def assertions(told: Sequence[Said]) -> list[Assertion]:
    """One row a claim, given by day.

    Of an asserter's several figures in one article the largest stands, the others being parts of it. An asserter's other figure
    of a later day revises the one before it, which then stands no more; of two asserters' standing figures those that have no
    number in common contradict each other.
    """
    rows: list[Assertion] = []
    last: dict[str, int] = {}
    heard: set[str] = set()
    largest: dict[tuple[str, str], int] = {}
    for s in told:
        largest[s.voice] = max(largest.get(s.voice, 0), s.size)
    for at, s in enumerate(told):
        count, article = s.held.claim.count, s.held.article
        row = Assertion(
            s.held.claim.id, article.id, s.label, article.outlet, count.text, count.low, count.high, count.bound,
            as_of=s.day or None, independent=s.key not in heard, standing=s.size == largest[s.voice],
        )  # fmt: skip
        heard.add(s.key)
        before = last.get(s.key)
        if row.standing and before is not None and s.day > told[before].day and (count.low, count.high) != _ends(rows[before]):
            row = replace(row, revises=rows[before].claim)
            rows = [replace(r, standing=False) if told[i].key == s.key else r for i, r in enumerate(rows)]
        rows.append(row)
        if row.standing:
            last[s.key] = at
    first = _first(rows, told)
    return [replace(r, contradicts=_against(r, s, first)) if r.standing else r for r, s in zip(rows, told, strict=True)]


def _ends(row: Assertion) -> tuple[int | None, int | None]:
    return row.low, row.high


def _first(rows: Sequence[Assertion], told: Sequence[Said]) -> dict[tuple[int | None, int | None], list[tuple[Assertion, str]]]:
    """The standing rows that state each figure first: one of one asserter and one of another, so that nobody contradicts only themselves."""
    first: dict[tuple[int | None, int | None], list[tuple[Assertion, str]]] = {}
    for row, s in zip(rows, told, strict=True):
        held = first.setdefault(_ends(row), [])
        if row.standing and len(held) < 2 and all(by != s.key for _, by in held):
            held.append((row, s.key))
    return first


def _against(
    row: Assertion, of: Said, first: Mapping[tuple[int | None, int | None], Sequence[tuple[Assertion, str]]]
) -> tuple[str, ...]:
    """The first claim by another asserter of each standing figure that has no number in common with this one."""
    others = (next((o for o, by in held if by != of.key), None) for held in first.values())
    return tuple(o.claim for o in others if o is not None and _disjoint(row, o))


def _disjoint(a: Assertion, b: Assertion) -> bool:
    return (a.high is not None and b.low is not None and a.high < b.low) or (
        b.high is not None and a.low is not None and b.high < a.low
    )


def _low(rows: Sequence[Assertion]) -> int | None:
    """The lowest of the lower ends; an upper end alone ("up to 20") has none."""
    return min((r.low for r in rows if r.low is not None), default=None)


def _high(rows: Sequence[Assertion]) -> int | None:
    """The highest of the upper ends, None when the greatest figure is open ("more than 20")."""
    closed = max((r.high for r in rows if r.high is not None), default=None)
    opened = max((r.low for r in rows if r.high is None and r.low is not None), default=None)
    return None if closed is None or (opened is not None and opened > closed) else closed


def _labels(rows: Iterable[Assertion]) -> tuple[str, ...]:
    return tuple(sorted({r.by for r in rows}))


def _contested(
    outcome: Outcome, groups: Mapping[tuple[Outcome, Group], Sequence[Said]], made: Mapping[tuple[Outcome, Group], Figure]
) -> list[tuple[Outcome, Group]]:
    """The figures of civilians and of fighters that may be of the same people: by different asserters, none of whom tells the
    two apart, and no total holds both."""
    civil = [w for w in made if w == (outcome, "civilians")]
    armed = [w for w in made if w[0] == outcome and w[1] in FIGHTERS]
    if not civil or not armed:
        return []
    sides = {s.key for s in groups[civil[0]]}, {s.key for w in armed for s in groups[w]}
    if sides[0] & sides[1]:
        return []
    total = made.get((outcome, "people"))
    least = (made[civil[0]].low or 0) + max(made[w].low or 0 for w in armed)
    if total is not None and (total.high is None or total.high >= least):
        return []
    return [*civil, *armed]
