"""Numbers in an English sentence: numerals, number words, ranges, vague words and their bounds.

The intervals of vague words are those of the record's contract (dozens 20-99, hundreds 200-999 …). "More than N" keeps N as
its low end.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from marsad.model.values import Bound

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_UNITS = {word: i + 1 for i, word in enumerate(_ONES.split())}
_VALUES = _UNITS | {word: 10 * (i + 2) for i, word in enumerate(_TENS.split())}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}
_VAGUE: dict[str, tuple[int, int]] = {
    "dozens": (20, 99), "scores": (20, 99), "tens": (20, 99), "hundreds": (200, 999), "thousands": (2000, 9999)
}  # fmt: skip
_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth th st nd rd".split())
_BOUNDS: tuple[tuple[tuple[str, ...], Bound], ...] = (
    (("at", "least"), "at_least"), (("no", "fewer", "than"), "at_least"), (("no", "less", "than"), "at_least"),
    (("more", "than"), "more_than"), (("over",), "more_than"), (("about",), "about"), (("around",), "about"),
    (("some",), "about"), (("nearly",), "about"), (("almost",), "about"), (("approximately",), "about"), (("up", "to"), "up_to"),
)  # fmt: skip
_MEASURES = frozenset(
    "year years old km kilometers kilometres miles percent % hours days weeks months minutes dollars am pm a.m p.m o'clock meters "
    "metres times per mm tons tonnes".split()
)
_OPEN = frozenset(("at_least", "more_than"))


@dataclass(frozen=True, slots=True)
class Number:
    """A number at ``words[first:last]`` with the words that bound it; ``core`` is the number proper.

    ``kind``: "cardinal" counts things, "measure" units, "ordinal" a place in an order, "other" a year or a code.
    """

    first: int
    last: int
    low: int | None
    high: int | None
    bound: Bound
    kind: str
    core: tuple[int, int]
    joined: bool = False


def _cardinal(words: Sequence[str], at: int, end: int) -> tuple[int, int] | None:
    """The number that starts at ``at``: (its value, where it ends)."""
    word = words[at]
    if word[0].isdigit() and word.replace(",", "").isdigit():
        value, at = int(word.replace(",", "")), at + 1
    elif word in _VALUES:
        value, at = _VALUES[word], at + 1
        tens = value >= 20
        if tens and at + 1 < end and words[at] == "-" and words[at + 1] in _UNITS:
            value, at = value + _UNITS[words[at + 1]], at + 2
        elif tens and at < end and words[at] in _UNITS:
            value, at = value + _UNITS[words[at]], at + 1
    elif word == "a" and at + 1 < end and words[at + 1] in _SCALES:
        value, at = 1, at + 1
    else:
        return None
    while at < end and words[at] in _SCALES:
        value, at = value * _SCALES[words[at]], at + 1
    return value, at


def _bounded(words: Sequence[str], at: int, first: int) -> tuple[Bound, int]:
    """The bound before a number and where its words begin."""
    for phrase, bound in _BOUNDS:
        begin = at - len(phrase)
        if begin >= first and tuple(words[begin:at]) == phrase:
            return bound, begin
    return "exact", at


def find(words: Sequence[str], first: int = 0, last: int | None = None) -> list[Number]:
    """The numbers among ``words[first:last]``, in order and apart from each other."""
    end = len(words) if last is None else last
    out: list[Number] = []
    at = done = first
    while at < end:
        word = words[at]
        if word in _VAGUE:
            low, top = _VAGUE[word]
            after = at + 1
            if words[after : after + 2] == ["of", "thousands"] and after + 2 <= end:
                low, top, after = low * 1000, top * 1000 + 999, after + 2
            elif words[after : after + 1] == ["of"] and after < end:
                after += 1
            out.append(Number(at, after, low, top, "vague", "cardinal", (at, after)))
            at = done = after
            continue
        found = _cardinal(words, at, end)
        if found is None:
            at += 1
            continue
        low, after = found
        bound, begin = _bounded(words, at, done)
        high: int | None = None if bound in _OPEN else low
        between = at > done and words[at - 1] == "between"
        if (after + 1 < end and words[after] in ("-", "to", "–")) or (between and after + 1 < end and words[after] == "and"):
            other = _cardinal(words, after + 1, end)
            if other and other[0] > low:
                high, after, bound = other[0], other[1], "range"
                begin = at - 1 if between else begin
        following = words[after] if after < end else ""
        hyphened = following == "-" and after + 1 < end and words[after + 1] in _MEASURES
        kind = "cardinal"
        if following in _ORDINALS:
            kind = "ordinal"
        elif following in _MEASURES or hyphened:
            kind = "measure"
        elif (
            (1900 <= low <= 2100 and words[at].isdigit() and len(words[at]) == 4)
            or (at > first and words[at - 1] in ("-", ":", "/"))
            or following in (":", "/")
            or "." in word
        ):
            kind = "other"
        out.append(Number(begin, after, low, high, bound, kind, (at, after)))
        at = done = after
    return out
