"""Two versions of a report compared: which words went and which came, and which claims."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

_SENTENCE = re.compile(r"[^.!?؟\n]*(?:[.!?؟]+\s*|\n+|$)")
_WORD = re.compile(r"\S+\s*|\s+")
_MOST = 2_000
"""Words of a passage that are compared one by one; a longer one is shown whole as it was and as it is."""
_APART = ("id", "article", "rule", "reader", "evidence", "twin", "part_of")
"""What may differ between two readings of one assertion."""

Change = Literal["same", "gone", "new"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of either version: the same in both, gone from the older, or new in the newer."""

    change: Change
    text: str


def pieces(older: str, newer: str) -> list[Piece]:
    """Both texts as one, in order: sentence by sentence, and word by word where a passage took the place of another."""
    return list(_joined(_by_sentence(_SENTENCE.findall(older), _SENTENCE.findall(newer))))


def claims(older: Sequence[Mapping[str, Any]], newer: Sequence[Mapping[str, Any]]) -> list[tuple[Change, Mapping[str, Any]]]:
    """Claims of two versions: those gone, then those new, then those that both make; an assertion is the same wherever it stands."""
    before, after = {_said(one): one for one in older}, {_said(one): one for one in newer}
    found: list[tuple[Change, Mapping[str, Any]]] = [("gone", before[said]) for said in before if said not in after]
    found += [("new", after[said]) for said in after if said not in before]
    return found + [("same", after[said]) for said in after if said in before]


def _said(claim: Mapping[str, Any]) -> str:
    return repr(sorted((name, value) for name, value in claim.items() if name not in _APART))


def _by_sentence(a: Sequence[str], b: Sequence[str]) -> Iterator[Piece]:
    for tag, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        old, new = "".join(a[i:j]), "".join(b[k:m])
        if tag == "equal":
            yield Piece("same", old)
        elif tag == "replace":
            yield from _by_word(_WORD.findall(old), _WORD.findall(new))
        else:
            yield from _parted(old, new)


def _by_word(a: Sequence[str], b: Sequence[str]) -> Iterator[Piece]:
    if max(len(a), len(b)) > _MOST:
        yield from _parted("".join(a), "".join(b))
        return
    for tag, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece("same", "".join(a[i:j]))
        else:
            yield from _parted("".join(a[i:j]), "".join(b[k:m]))


def _parted(old: str, new: str) -> Iterator[Piece]:
    yield from (Piece(change, text) for change, text in (("gone", old), ("new", new)) if text)  # type: ignore[arg-type]


def _joined(found: Iterator[Piece]) -> Iterator[Piece]:
    held: Piece | None = None
    for one in found:
        if held and held.change == one.change:
            held = Piece(held.change, held.text + one.text)
            continue
        if held:
            yield held
        held = one
    if held:
        yield held
