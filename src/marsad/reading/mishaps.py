"""Figures of accidents and disease told from figures of violence."""

from collections.abc import Sequence

from marsad.reading.draft import Draft

_REACH = 16
"""Items on either side of a figure within which a word of mishap is its cause."""
_ENDS = frozenset(["BREAK", "STOP"])
_VIOLENCE = frozenset(["STRIKE", "STRUCK", "WEAPON"])


def sifted(drafts: Sequence[Draft], mishap: int) -> tuple[list[Draft], list[Draft]]:
    """Drafts of violence, and those of accidents and disease; ``mishap`` is the bit of such words in the masks of sentences."""
    kept: list[Draft] = []
    left: list[Draft] = []
    for draft in drafts:
        chance = draft.kind == "casualty" and draft.sentence.mask & mishap and _by_mishap(draft)
        (left if chance else kept).append(draft)
    return kept, left


def _by_mishap(draft: Draft) -> bool:
    """Whether a word of mishap stands in the figure's clause and none of violence does."""
    items = draft.sentence.items
    at = draft.anchor
    first = next(
        (i + 1 for i in range(at, max(at - _REACH, 0) - 1, -1) if not _ENDS.isdisjoint(items[i].senses)), max(at - _REACH, 0)
    )
    last = next(
        (i for i in range(at, min(at + _REACH, len(items))) if not _ENDS.isdisjoint(items[i].senses)),
        min(at + _REACH, len(items)),
    )
    kinds = {kind for item in items[first:last] for kind in item.senses}
    return "MISHAP" in kinds and _VIOLENCE.isdisjoint(kinds)
