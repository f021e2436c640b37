"""Numbers in an Arabic sentence: cardinals, ranges, vague words and their bounds, told apart from what only looks like a count.

The intervals of vague words are those of the record's contract (عشرات 20-99, مئات 200-999 ...). "More than N" keeps N as
its low end, as the contract's figures do.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from marsad.language.ar import counted
from marsad.language.ar.cardinals import Cardinal, cardinal, is_digits
from marsad.language.ar.kinds import NumberKind, accusative, kind_of, per_cent
from marsad.language.ar.numerals import ATOMS, PARTICLES, VAGUE
from marsad.language.ar.vague import vague
from marsad.model.values import Bound
from marsad.text import key

_STARTS = frozenset(ATOMS) | frozenset(VAGUE)
_BETWEEN = frozenset(key("بين وبين فبين").split())
_TO = frozenset(key("إلى حتى").split())
_OR = key("أو")
_FROM = frozenset(key("من ومن").split())
_OF = key("من")
_WHAT = frozenset(key("ما وما").split())
_MARKS = frozenset(("/", ":", "-", ".", "ر"))
"""Marks inside dates, times and telephone numbers; ر is the Maghreb's decimal sign ("8 ر 3")."""

_ENCLOSING = frozenset((("(", ")"), ('"', '"'), ("«", "»")))
_AND = "و"
_ANDS = frozenset(("و", "ف"))
_ONE = frozenset(form for form, atom in ATOMS.items() if atom.role == "unit" and atom.value == 1)

_OPEN_LOW: frozenset[Bound] = frozenset(("at_least", "more_than"))


@dataclass(slots=True)
class Number:
    """A number at ``words[first:last]`` with the words that bound it; ``core`` is the number proper.

    ``kind``: "cardinal" counts things; "measure" counts units (years, dollars, kilometres, times); "ordinal" a place in
    an order; "other" is a year, date, clock time, telephone number, percentage, fraction, or part of a name.
    Only a cardinal may count people. ``joined``: the first word carries, or is, the conjunction و or ف.
    """

    first: int
    last: int
    low: int | None
    high: int | None
    bound: Bound
    kind: NumberKind
    core: tuple[int, int]
    joined: bool


def find(words: Sequence[str], first: int = 0, last: int | None = None) -> list[Number]:
    """The numbers among ``words[first:last]``, in order and apart from each other."""
    end = len(words) if last is None else last
    hits = [i for i, word in enumerate(words[first:end], first) if word in _STARTS or "0" <= word < ":"]
    if not hits:
        return []
    out: list[Number] = []
    done = first
    for at in hits:
        if at < done:
            continue
        before = words[at - 1] if at > done else ""
        start = at - 1 if before in _ANDS or (before in PARTICLES and is_digits(words[at])) else at
        number = (
            _vague(words, start, done, end) or _ordinal(words, start, end) or _chain(words, start, done, end)
            or _counted(words, start, done, end, out)
        )  # fmt: skip
        if number is None and start < at:
            number = _counted(words, at, done, end, out)
        if number is not None:
            _append(out, number, words)
            done = number.last
    return out


def bound_after(words: Sequence[str], at: int, last: int | None = None) -> tuple[Bound, int] | None:
    """(bound, end) of the words at ``at`` that bound a number before them: "على الأقل", "أو أكثر", "تقريبا"; None if none."""
    end = len(words) if last is None else last
    if at >= end or words[at] not in counted.BOUND_STARTS:
        return None
    for length in range(min(counted.LONGEST_AFTER, end - at), 0, -1):
        bound = counted.BOUND_AFTER.get(tuple(words[at : at + length]))
        if bound is None:
            continue
        after = at + length
        if after < end and words[after] == _OF:  # "أو أكثر من" with no number of its own
            return None if after + 1 < end and cardinal(words, after + 1, end) else (bound, after + 1)
        if after < end and words[after] not in _ANDS and is_digits(words[after]):
            return None
        return bound, after
    return None


def bounded(low: int | None, high: int | None, bound: Bound, by: Bound) -> tuple[int | None, int | None, Bound]:
    """(low, high, bound) of a number or interval once the words ``by`` bound it."""
    if bound == "range":
        return low, high, bound
    if by in _OPEN_LOW:
        return low, None, by
    if by == "up_to":
        return None, high, by
    return low, high, bound if bound == "vague" else by


def _bound_before(words: Sequence[str], at: int, done: int) -> tuple[Bound, int] | None:
    """(bound, first) of the bound words that end just before ``at``."""
    if at <= done or words[at - 1] not in counted.BOUND_ENDS:
        return None
    for length in range(min(counted.LONGEST_BEFORE, at - done), 0, -1):
        bound = counted.BOUND_BEFORE.get(tuple(words[at - length : at]))
        if bound is not None:
            return bound, at - length
    return None


def _joined(words: Sequence[str], first: int, done: int) -> tuple[int, bool]:
    """(first, joined) once a conjunction attached to the first word, or standing before it, is looked for."""
    word = words[first]
    if word in _ANDS:
        return first, True
    if first > done and words[first - 1] in _ANDS:
        return first - 1, True
    atom = ATOMS.get(word)
    if atom is not None:
        return first, atom.conj
    if word in PARTICLES:
        return first, PARTICLES[word][0]
    return first, word[0] in "وف" and (
        word in VAGUE or word in counted.BOUND_JOINED or word in _BETWEEN or word in _FROM or word in _WHAT
    )


def _vague(words: Sequence[str], at: int, done: int, last: int) -> Number | None:
    """A vague count at ``at`` with the words that bound it."""
    head = at + 1 if words[at] in _ANDS and at + 1 < last else at
    found = vague(words, head, last)
    if found is None:
        return None
    low, high, first = found.low, found.high, at
    bound: Bound = "vague"
    conj = head > at or words[head][0] in "وف"
    before = None if conj or low is None else _bound_before(words, head, done)
    if before is not None:
        low, high, bound = bounded(low, high, bound, before[0])
        first = before[1]
    first, joined = _joined(words, first, done)
    kind: NumberKind = "measure" if found.last < len(words) and words[found.last] in counted.MEASURES else "cardinal"
    return Number(first, found.last, low, high, bound, kind, (head, found.end), joined)


def _ordinal(words: Sequence[str], at: int, last: int) -> Number | None:
    """الخامس, الخامسة والعشرون, الثالث عشر."""
    head = at + 1 if words[at] in _ANDS and at + 1 < last else at
    atom = ATOMS.get(words[head])
    if atom is None or not (atom.role == "ordinal" or (atom.role == "part" and atom.article)):
        return None
    value = atom.value
    end = head + 1
    after = ATOMS.get(words[end]) if end < last else None
    here = end
    conj = False
    if after is None and end + 1 < last and words[end] == _AND:
        after, here, conj = ATOMS.get(words[end + 1]), end + 1, True
    if after is not None and after.role == "ten" and not (conj or after.conj) and value < 10:
        value, end = value + 10, here + 1
    elif after is not None and after.role == "tens" and (conj or after.conj) and value < 10:
        value, end = value + after.value, here + 1
    elif atom.role == "part":
        return None
    return Number(at, end, value, value, "exact", "ordinal", (head, end), head > at or atom.conj)


def _chain(words: Sequence[str], at: int, done: int, last: int) -> Number | None:
    """12/3/2022, 11-02-2022, 12:30, 011-2134567: digits strung together by one mark are a date, a time, a telephone number."""
    head = at + 1 if words[at] in PARTICLES and at + 1 < last else at
    if head + 2 >= last or words[head + 1] not in _MARKS or not is_digits(words[head]) or not is_digits(words[head + 2]):
        return None
    mark = words[head + 1]
    end = head + 1
    while end + 1 < last and words[end] == mark and is_digits(words[end + 1]):
        end += 2
    parts = (end - head + 1) // 2
    alone = (
        mark in ("/", ":", "ر") or (mark == "-" and words[head][0] == "0" != words[head]) or (mark == "." and "." in words[head])
    )
    if parts < 3 and not alone:
        return None
    first, joined = _joined(words, at, done)
    return Number(first, end, None, None, "exact", "other", (head, end), joined)


def _counted(words: Sequence[str], at: int, done: int, last: int, out: list[Number]) -> Number | None:
    """A cardinal or a range at ``at`` with its bounds and its kind."""
    one = cardinal(words, at, last)
    if one is None:
        return None
    low = high = one.value
    first, end = at, one.last
    bound: Bound = "exact"
    two = None
    if one.value is not None:
        found = _range(words, one, done, last)
        if found is not None:
            one, two, first = found
            low, high, end, bound = one.value, two.value, two.last, "range"
    if two is None and _lone_one(words, one, at, last):
        return None
    core = (at, end)
    enclosed = end < last and first > done and (words[first - 1], words[end]) in _ENCLOSING
    noun = words[end + 1] if enclosed and end + 1 < len(words) else ""
    if noun in counted.PEOPLE or noun in counted.MEASURES or accusative(noun):
        first, end, enclosed = first - 1, end + 1, False
    before = None if one.conj else _bound_before(words, first, done)
    if before is not None:
        low, high, bound = bounded(low, high, bound, before[0])
        first = before[1]
    after = bound_after(words, end, last)
    if after is not None and (before is None or before[0] == "about" or after[0] == "about"):
        low, high, bound = bounded(low, high, bound, after[0])
        end = after[1]
    kind = kind_of(words, one, two, core, before is not None, bool(out) and out[-1].last == at and out[-1].kind == "other")
    if enclosed and one.digits and kind == "cardinal" and words[end] == ")":
        kind = "other"  # "سمير خليل (45)"
    if two is None and end < last:
        end = _said_again(words, one, end, last)
    end = max(end, per_cent(words, core[1], last))
    core = (at + (words[at] in _ANDS), core[1])
    first, joined = _joined(words, first, done)
    if kind == "other" and one.value is None:
        low = high = None
    return Number(first, end, low, high, bound, kind, core, joined)


def _said_again(words: Sequence[str], one: Cardinal, at: int, last: int) -> int:
    """The end of the number when it is said a second time at ``at``, as "ستة عشر (16)" and "39 تسعة وثلاثين" are."""
    inside = words[at] == "(" and at + 2 < last and words[at + 2] == ")"
    same = cardinal(words, at + 1, at + 2) if inside else cardinal(words, at, last)
    if same is None or same.conj or same.digits is one.digits or same.value != one.value:
        return at
    return same.last + inside


def _lone_one(words: Sequence[str], one: Cardinal, at: int, last: int) -> bool:
    """Whether واحد here is no count of one, or اثنين with the article is Monday."""
    if one.value == 2 and one.last - at == 1 and one.article:
        return True
    if one.value != 1 or one.last - at != 1 or words[at] not in _ONE:
        return False
    if at == 0 and one.last == len(words):
        return False
    prev = words[at - 1] if at else ""
    after = words[one.last] if one.last < len(words) else ""
    return (
        one.article or one.conj or not prev.isalpha() or prev in counted.ONE_AFTER or prev.startswith("ال")
        or after.startswith("ال") or after == _OF
    )  # fmt: skip


def _range(words: Sequence[str], one: Cardinal, done: int, last: int) -> tuple[Cardinal, Cardinal, int] | None:
    """(low, high, first) when ``one`` opens a range: "بين N و M", "من N إلى M", "N-M", "N أو M"."""
    at, end = one.first, one.last
    prev = words[at - 1] if at > done else ""
    if prev in _BETWEEN:
        first = at - 2 if at - 2 >= done and words[at - 2] in _WHAT else at - 1
        two = cardinal(words, end, last) if end < last else None
        if two is not None and two.conj:
            return _ascending(one, two, first)
        if end + 1 < last and words[end] in _TO:
            two = cardinal(words, end + 1, last)
            return _ascending(one, two, first) if two is not None else None
        for split in range(at + 1, end):
            low, two = cardinal(words, at, split), cardinal(words, split, end)
            if low is not None and two is not None and low.last == split and two.conj and two.last == end:
                found = _ascending(low, two, first)
                if found is not None:
                    return found
        return None
    if end + 1 >= last:
        return None
    link = words[end]
    if link in _TO or link == _OR:
        two = cardinal(words, end + 1, last)
        if two is None or two.conj:
            return None
        if prev in _FROM and link != _OR:
            if counted.CHANGES.intersection(words[max(0, at - 8) : at]):
                return None
            return _ascending(one, two, at - 1)
        return _ascending(one, two, at)
    if (
        link in "-~"
        and one.digits
        and is_digits(words[end + 1])
        and not (end + 2 < last and words[end + 2] == link and link == "-")
    ):
        two = cardinal(words, end + 1, last)
        return _ascending(one, two, at) if two is not None and prev != "-" else None
    return None


def _ascending(one: Cardinal, two: Cardinal, first: int) -> tuple[Cardinal, Cardinal, int] | None:
    """The pair as a range, its low end in the high end's thousands where they are said once ("3 إلى 5 آلاف")."""
    if one.value is None or two.value is None:
        return None
    if two.scale > 1 and one.scale == 1 and one.value < two.value // two.scale:
        one = one._replace(value=one.value * two.scale)
    low = one.value
    return (one, two, first) if low is not None and low < two.value else None


def _append(out: list[Number], number: Number, words: Sequence[str]) -> None:
    """Add a number; an open low end and an open high end side by side are one range, and days share a month."""
    if out:
        old = out[-1]
        gap = number.first - old.last
        near = (gap == 0 and number.joined) or (gap == 1 and words[old.last] == "," and words[number.first] == _OR)
        if near and old.kind == number.kind and {old.bound, number.bound} & _OPEN_LOW and "up_to" in (old.bound, number.bound):
            low, high = (old.low, number.high) if number.bound == "up_to" else (number.low, old.high)
            if low is not None and high is not None and low < high:
                out[-1] = Number(old.first, number.last, low, high, "range", old.kind, (old.core[0], number.core[1]), old.joined)
                return
        shared = number.kind == "measure" or (
            number.kind == "other" and words[number.core[1] : number.core[1] + 1] and words[number.core[1]] in counted.MONTHS
        )
        if gap == 0 and number.joined and shared and old.kind == "cardinal" and old.bound == "exact":
            out[-1] = replace(old, kind=number.kind)
    out.append(number)
