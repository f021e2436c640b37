"""Totals told first and then place by place or side by side: figures that add up to one told before them are its parts."""

from collections.abc import Sequence

from marsad.reading.draft import Draft

_LEAST = 4
"""The smallest total that figures are not taken to add up to by chance."""
_AHEAD = 6
"""Figures after a total among which its parts are looked for."""
_MOST = 4
"""The most parts of one total."""


def summed(drafts: Sequence[Draft]) -> Sequence[Draft]:
    """The drafts, figures that add up to a total made its parts."""
    told = sorted((d for d in drafts if _counts(d)), key=lambda d: (not d.sentence.in_title, d.sentence.number, d.anchor))
    for at, total in enumerate(told):
        if total.whole is None and (total.fields["count"].low or 0) >= _LEAST:
            for part in _parts(total, [d for d in told[at + 1 :] if d.whole is None and _like(total, d)][:_AHEAD]):
                part.whole = total
    return drafts


def _counts(draft: Draft) -> bool:
    if draft.kind != "casualty" or draft.fields["person"] is not None or draft.stance != "asserted":
        return False
    count = draft.fields["count"]
    return count.bound in ("exact", "at_least", "more_than") and count.low is not None


def _like(total: Draft, draft: Draft) -> bool:
    """Whether a figure can be of a total: of its outcome, or the dead or the wounded of both; of its people, its period and its day."""
    mine, theirs = total.fields, draft.fields
    if mine["outcome"] != theirs["outcome"] and not (
        mine["outcome"] == "casualties" and theirs["outcome"] in ("killed", "injured")
    ):
        return False
    if mine["group"] not in ("people", theirs["group"]) or (mine.get("period") == "incident") != (
        theirs.get("period") == "incident"
    ):
        return False
    one, two = total.date, draft.date
    return one is None or two is None or (one.start <= two.end and two.start <= one.end)


def _parts(total: Draft, after: Sequence[Draft]) -> Sequence[Draft]:
    """The figures in a row that add up to a total and are of places, sides or outcomes told apart; none where none do."""
    goal = total.fields["count"].low
    for first in range(len(after)):
        sum_ = 0
        for last in range(first, min(first + _MOST, len(after))):
            sum_ += after[last].fields["count"].low or 0
            row = after[first : last + 1]
            if sum_ == goal and len(row) > 1 and len({_apart(d) for d in row}) == len(row):
                return row
            if sum_ >= goal:
                break
    return ()


def _apart(draft: Draft) -> tuple[str | None, ...]:
    """What tells a part from the others of its total."""
    place, side = draft.place, draft.fields["affiliation"]
    return draft.fields["outcome"], draft.fields["group"], place and place.name, side and side.name
