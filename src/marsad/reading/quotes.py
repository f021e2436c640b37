"""Quotations: the stretches of a text inside quotation marks, over sentences, nested, or left open."""

from dataclasses import dataclass

from marsad.text import Words

_OPENERS = frozenset("“«„‹")
_CLOSERS = frozenset("”»›")
_EITHER = frozenset('"‟″＂')
_MARKS_AND_BREAKS = frozenset('"«»\n')
_REACH = 8
"""Paragraph breaks a quotation may run over; a mark left open longer than that was never closed."""


@dataclass(slots=True)
class Quotation:
    """Words ``first:last`` inside a pair of marks, at words ``first - 1`` and ``last``; ``closed`` when the second mark stands."""

    first: int
    last: int
    closed: bool


@dataclass(slots=True)
class _Mark:
    """A quotation mark: its word, whether it can open and can close, and how many paragraphs stand before it."""

    at: int
    opens: bool
    closes: bool
    paragraph: int


def quotations(words: Words) -> list[Quotation]:
    """The outermost quotations of a text in order. One that is left open ends with its sentence."""
    marks = _marks(words)
    out: list[Quotation] = []
    i = 0
    while i < len(marks):
        mark = marks[i]
        if not mark.opens:
            i += 1
            continue
        end = _close(marks, i)
        if end is None:
            last = next(b for a, b in words.sentences if b > mark.at) if words.sentences[-1][1] > mark.at else len(words.words)
            while last > mark.at + 1 and words.words[last - 1] in ".\n":
                last -= 1
            out.append(Quotation(mark.at + 1, last, False))
            i += 1
            while i < len(marks) and marks[i].at < last:
                i += 1
        else:
            out.append(Quotation(mark.at + 1, marks[end].at, True))
            i = end + 1
    return [q for q in out if q.last > q.first]


def _marks(words: Words) -> list[_Mark]:
    source, folded = words.source, words.folded
    found: list[_Mark] = []
    paragraph = 0
    for at in [at for at, word in enumerate(words.words) if word in _MARKS_AND_BREAKS]:
        if words.words[at] == "\n":
            paragraph += 1
            continue
        start, end = folded.start(words.starts[at]), folded.end(words.ends[at])
        letter = source[start]
        before = source[start - 1 : start] or " "
        after = source[end : end + 1] or " "
        loose, tight = before.isspace() or before in "([:،,ـ", not after.isspace() and after not in ".،,؛:)]!؟?"
        if letter in _OPENERS:
            shut = letter == "“" and not loose and not tight
            found.append(_Mark(at, not shut, shut, paragraph))
        elif letter in _CLOSERS:
            turned = letter == "”" and loose and tight
            found.append(_Mark(at, turned, not turned, paragraph))
        else:
            found.append(_Mark(at, loose or tight, not (loose and tight) or not tight, paragraph))
    return found


def _close(marks: list[_Mark], first: int) -> int | None:
    """The mark that closes the one at ``first``: nested pairs are stepped over."""
    depth = 1
    sure = not marks[first].closes
    for i in range(first + 1, len(marks)):
        mark = marks[i]
        if mark.paragraph > marks[first].paragraph and (mark.opens or mark.paragraph - marks[first].paragraph > _REACH):
            return None
        if mark.closes:
            depth -= 1
            if depth == 0 or not sure:
                return i
        elif mark.opens:
            depth += 1
    return None
