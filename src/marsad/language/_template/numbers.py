"""Numbers in a sentence: numerals here; add number words, ranges, bounds ("at least") and vague words ("dozens").

The intervals of vague words are those of the record's contract (dozens 20-99, hundreds 200-999 …).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from marsad.model.values import Bound


@dataclass(frozen=True, slots=True)
class Number:
    """A number at ``words[first:last]`` with the words that bound it; ``core`` is the number proper.

    ``kind``: "cardinal" counts things, "measure" units, "ordinal" a place in an order, "other" a year or a code. ``joined`` tells that
    the word begins with a conjunction.
    """

    first: int
    last: int
    low: int | None
    high: int | None
    bound: Bound
    kind: str
    core: tuple[int, int]
    joined: bool = False


def find(words: Sequence[str], first: int = 0, last: int | None = None) -> list[Number]:
    """The numbers among ``words[first:last]``, in order and apart from each other."""
    end = len(words) if last is None else last
    return [
        Number(i, i + 1, int(words[i]), int(words[i]), "exact", "cardinal", (i, i + 1))
        for i in range(first, end)
        if words[i].isdecimal()
    ]
