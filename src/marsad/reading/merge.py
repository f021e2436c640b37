"""One thing told twice is kept once: mentions that agree wherever both speak."""

from collections.abc import Iterable

from marsad.reading.draft import Draft


def merged(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts without repeats; of two that agree the fuller stands."""
    out: list[Draft] = []
    for draft in drafts:
        if not any(_same(draft, other) for other in out):
            out.append(draft)
    return out


def _same(a: Draft, b: Draft) -> bool:
    return a.kind == b.kind and a.sentence is b.sentence and a.anchor == b.anchor
