"""A report's text cut into stretches, so that a page can mark the words of each claim and still hold every character once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters ``text[start:end]`` of the report, with the ids of the claims whose evidence covers them."""

    start: int
    end: int
    text: str
    claims: tuple[str, ...]
    furniture: bool = False


def stretches(text: str, spans: Iterable[tuple[int, int, str]], masked: Sequence[Sequence[int]] = ()) -> list[Stretch]:
    """The whole text in order, cut wherever the evidence of a claim (start, end, id) begins or ends; spans may overlap.

    ``masked`` are the [start, end) of page furniture, which was not read.
    """
    held: Sequence[tuple[int, int, str]] = [(max(0, a), min(len(text), b), id) for a, b, id in spans if a < b]
    unread = [(max(0, a), min(len(text), b)) for a, b in masked if a < b]
    cuts = sorted(
        {0, len(text), *(cut for a, b, _ in held for cut in (a, b)), *(min(cut, len(text)) for pair in unread for cut in pair)}
    )
    return [
        Stretch(
            a,
            b,
            text[a:b],
            tuple(id for start, end, id in held if start <= a and b <= end),
            any(c <= a and b <= d for c, d in unread),
        )
        for a, b in pairwise(cuts)
        if a < b
    ]
