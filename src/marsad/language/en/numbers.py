"""Numbers in an English sentence: numerals, number words, ranges, vague words and their bounds.

The intervals of vague words are those of the record's contract (dozens 20-99, hundreds 200-999 …). "More than N" keeps N as
its low end.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from marsad.model.values import Bound

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_UNITS = {word: i + 1 for i, word in enumerate(_ONES.split())}
_VALUES = _UNITS | {word: 10 * (i + 2) for i, word in enumerate(_TENS.split())} | {"dozen": 12}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
_VAGUE: dict[str, tuple[int, int]] = {
    "dozens": (20, 99), "scores": (20, 99), "tens": (20, 99), "hundreds": (200, 999), "thousands": (2000, 9999),
    "millions": (2_000_000, 9_999_999),
}  # fmt: skip
_FEW: tuple[tuple[tuple[str, ...], int, int], ...] = (
    (("a", "handful", "of"), 3, 9), (("a", "few"), 3, 9), (("several",), 3, 9), (("a", "number", "of"), 3, 9), (("a", "couple", "of"), 2, 2),
    (("a", "pair", "of"), 2, 2), (("both",), 2, 2), (("half", "-", "a", "-", "dozen"), 6, 6),
    (("a", "dozen"), 12, 12),
)  # fmt: skip
_FEW_BY_WORD = {first: [row for row in _FEW if row[0][0] == first] for first in {row[0][0] for row in _FEW}}
_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth th st nd rd".split())
_BOUNDS: tuple[tuple[str, Bound], ...] = (
    ("at least", "at_least"), ("no fewer than", "at_least"), ("no less than", "at_least"), ("not less than", "at_least"),
    ("a minimum of", "at_least"), ("minimum of", "at_least"), ("more than", "more_than"), ("over", "more_than"), ("upwards of", "more_than"),
    ("in excess of", "more_than"), ("above", "more_than"), ("well over", "more_than"), ("greater than", "more_than"), ("exceeding", "more_than"),
    ("about", "about"), ("around", "about"), ("some", "about"), ("nearly", "about"), ("almost", "about"), ("approximately", "about"),
    ("roughly", "about"), ("close to", "about"), ("an estimated", "about"), ("estimated", "about"), ("approx", "about"), ("circa", "about"),
    ("up to", "up_to"), ("as many as", "up_to"), ("at most", "up_to"), ("no more than", "up_to"), ("not more than", "up_to"),
    ("fewer than", "up_to"), ("less than", "up_to"), ("under", "up_to"), ("a maximum of", "up_to"),
)  # fmt: skip
_SPELLED_BOUNDS = tuple(sorted(((tuple(p.split()), b) for p, b in _BOUNDS), key=lambda one: -len(one[0])))
_AFTER: tuple[tuple[tuple[str, ...], Bound], ...] = (
    (("or", "more"), "at_least"), (("at", "least"), "at_least"), (("and", "more"), "at_least"), (("or", "so"), "about"),
)  # fmt: skip
_MEASURES = frozenset(
    "year years old km kilometers kilometres kilometer miles mile percent % hours hour days day weeks week months month minutes minute seconds dollars am pm gmt meters "
    "metres meter times per mm tons tonnes kg kilograms pounds euros ° degrees hectares acres".split()
)
_OPEN = frozenset(("at_least", "more_than"))
_MARK = 3
"""Letters of the longest type mark that a figure is joined to: "F-16", "Su-24"."""
_DECIMAL = re.compile(r"[0-9]+\.[0-9]+")
_NUMERAL = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+")


@dataclass(slots=True)
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


def _is(words: Sequence[str], at: int, end: int, phrase: tuple[str, ...]) -> bool:
    return at >= 0 and at + len(phrase) <= end and tuple(words[at : at + len(phrase)]) == phrase


def _cardinal(words: Sequence[str], at: int, end: int) -> tuple[int, int] | None:
    """The number that starts at ``at``: (its value, where it ends)."""
    word = words[at]
    value: float
    if word[0].isdecimal():
        if _DECIMAL.fullmatch(word) and at + 1 < end and words[at + 1] in _SCALES:
            value, at = float(word), at + 1
        elif _NUMERAL.fullmatch(word):
            value, at = int(word.replace(",", "")), at + 1
        else:
            return None
    elif word in _VALUES:
        value, at = _below_hundred(words, at, end)
    elif word == "half" and at + 2 < end and words[at + 1] == "a" and words[at + 2] in _SCALES:
        value, at = 0.5, at + 2
    elif word == "a" and at + 1 < end and words[at + 1] in _SCALES:
        value, at = 1, at + 1
    else:
        return None
    total = 0.0
    while at < end and words[at] in _SCALES:
        value, at = value * _SCALES[words[at]], at + 1
        rest = at + 1 if at + 1 < end and words[at] == "and" else at
        if rest < end and value >= 100 and words[rest] in _VALUES and words[rest] != "dozen":
            more, after = _below_hundred(words, rest, end)
            if after < end and words[after] in _SCALES and _SCALES[words[after]] < value:
                total, value, at = total + value, more, after
            elif rest == at or value < 1000:
                value, at = value + more, after
    return round(total + value), at


def _below_hundred(words: Sequence[str], at: int, end: int) -> tuple[int, int]:
    value, at = _VALUES[words[at]], at + 1
    if value >= 20:
        if at + 1 < end and words[at] == "-" and _UNITS.get(words[at + 1], 10) < 10:
            return value + _UNITS[words[at + 1]], at + 2
        if at < end and _UNITS.get(words[at], 10) < 10:
            return value + _UNITS[words[at]], at + 1
    return value, at


def _bounded(words: Sequence[str], at: int, first: int) -> tuple[Bound, int]:
    """The bound before a number and where its words begin."""
    for phrase, bound in _SPELLED_BOUNDS:
        begin = at - len(phrase)
        if begin >= first and _is(words, begin, at, phrase):
            return bound, begin
    return "exact", at


def _ends(low: int, high: int, bound: Bound) -> tuple[int | None, int | None]:
    return (None, high) if bound == "up_to" else (low, None) if bound in _OPEN else (low, high)


def _vague(words: Sequence[str], at: int, done: int, end: int) -> Number | None:
    """A vague quantity that starts at ``at``: dozens, tens of thousands, several, a few."""
    for phrase, low, high in _FEW_BY_WORD.get(words[at], ()):
        if _is(words, at, end, phrase) and not (at and words[at - 1] in ("quite", "first", "last", "past", "next")):
            after = at + len(phrase)
            if after < end and words[after] in _SCALES:  # "several hundred"
                scale = _SCALES[words[after]]
                return Number(at, after + 1, 2 * scale, 10 * scale - 1, "vague", "cardinal", (at, after + 1))
            kind = "measure" if after < end and words[after] in _MEASURES else "cardinal"
            if low != high:
                return Number(at, after, low, high, "vague", kind, (at, after))
            bound, begin = _bounded(words, at, done)
            return Number(begin, after, *_ends(low, high, bound), bound, kind, (at, after))
    if words[at] not in _VAGUE:
        return None
    low, high = _VAGUE[words[at]]
    after = at + 1
    if after + 1 < end and words[after] == "of" and words[after + 1] in _VAGUE:
        scale = _VAGUE[words[after + 1]][0] // 2
        low, high, after = low * scale, (high + 1) * scale - 1, after + 2
    if after < end and words[after] == "of":
        after += 1
    kind = "measure" if after < end and words[after] in _MEASURES else "cardinal"
    bound, begin = _bounded(words, at, done)
    if bound in _OPEN:
        return Number(begin, after, low, None, "at_least" if bound == "at_least" else "more_than", kind, (at, after))
    if begin == at and at > done and words[at - 1] == "many":
        begin = at - 1
    return Number(begin, after, low, high, "vague", kind, (at, after))


def find(words: Sequence[str], first: int = 0, last: int | None = None) -> list[Number]:
    """The numbers among ``words[first:last]``, in order and apart from each other."""
    end = len(words) if last is None else last
    out: list[Number] = []
    at = done = first
    while at < end:
        number = _vague(words, at, done, end) or _stated(words, at, done, first, end)
        if number is None:
            at += 1
            continue
        out.append(number)
        at = done = number.last
    return out


def _stated(words: Sequence[str], at: int, done: int, first: int, end: int) -> Number | None:
    found = _cardinal(words, at, end)
    if found is None:
        return None
    low, after = found
    bound, begin = _bounded(words, at, done)
    high = low
    between = at > done and words[at - 1] in ("between", "from")
    if (after + 1 < end and words[after] in ("-", "to")) or (between and after + 1 < end and words[after] == "and"):
        other = _cardinal(words, after + 1, end)
        if other and other[0] > low:
            high, after, bound = other[0], other[1], "range"
            begin = at - 1 if between else begin
    kind = _kind(words, at, after, first, end, low)
    tail = next((p for p in _AFTER if bound == "exact" and kind == "cardinal" and _is(words, after, end, p[0])), None)
    core = (at, after)
    if tail and not (after + len(tail[0]) < end and _cardinal(words, after + len(tail[0]), end)):
        bound, after = tail[1], after + len(tail[0])
    ends = _ends(low, high, bound)
    return Number(begin, after, *ends, bound, kind, core)


def _kind(words: Sequence[str], at: int, after: int, first: int, end: int, value: int) -> str:
    following = words[after] if after < end else ""
    if following in _ORDINALS:
        return "ordinal"
    if following in _MEASURES or (following == "-" and after + 1 < end and words[after + 1] in _MEASURES):
        return "measure"
    before = words[at - 1] if at > first else ""
    year = 1900 <= value <= 2100 and words[at].isdecimal() and len(words[at]) == 4
    coded = at > first + 1 and before in ("-", ":", "/") and words[at - 2][-1].isdecimal()
    mark = at > first + 1 and before == "-" and words[at].isdecimal() and words[at - 2].isalpha() and len(words[at - 2]) <= _MARK
    lettered = mark or (before in ("no", "resolution", "resolutions", "article", "m", "route") and words[at].isdecimal())
    if year or coded or lettered or (following in (":", "/") and after + 1 < end and words[after + 1][0].isdecimal()):
        return "other"
    return "cardinal"
