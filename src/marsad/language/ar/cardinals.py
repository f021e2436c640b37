"""One cardinal number at a place in a sentence: digits, words, or both, added up by the grammar of Arabic numerals."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from marsad.language.ar.counted import MEASURES, PEOPLE
from marsad.language.ar.numerals import ATOMS, PARTICLES, Atom
from marsad.text import key

_GROUPED = re.compile(r"[0-9]{1,3}(?:([,.])[0-9]{3})(?:\1[0-9]{3})*")
_DECIMAL = re.compile(r"[0-9]+\.[0-9]+")
_THOUSANDS = re.compile(r"[0-9]{3}")
_UNBOUNDED = 10**18
_ONE_OR_AND_ONE = key("واحد")


class Cardinal(NamedTuple):
    """A number at ``words[first:last]``; ``value`` is None for a fraction, ``scale`` the thousand or million it ends in."""

    first: int
    last: int
    value: int | None
    scale: int
    conj: bool
    prep: bool
    article: bool
    digits: bool


class _Sum:
    """The part of a number read so far: ``closed`` thousands and millions, and the group below a thousand being read."""

    __slots__ = ("closed", "floor", "group", "slot")

    def __init__(self) -> None:
        self.closed: float = 0
        self.floor = _UNBOUNDED  # the lowest scale closed
        self.group: float = 0
        self.slot = ""  # what the group ends in; "full" takes nothing more but a scale

    @property
    def value(self) -> float:
        return self.closed + self.group

    def take(self, role: str, value: float, conj: bool) -> bool:
        """Add a number word when the grammar lets it follow; False when it begins something else."""
        empty = self.slot == ""
        if role == "scale":
            return self._scale(int(value), conj)
        if not conj and not (empty and not self.closed):
            return self._multiply(role, value)
        if role == "half":
            return self._half(int(value))
        if empty:
            if self.closed and value >= self.floor:
                return False
            if role == "twofold":
                self.closed += 2 * value
                self.floor = int(value)
                return True
            self.group = value
            self.slot = {"unit": "unit", "part": "unit", "hundred": "hundred", "hundreds": "hundred", "digits": "digits"}.get(
                role, "full"
            )
            return True
        if self.slot == "unit" and role == "tens":
            self.group += value
            self.slot = "full"
            return True
        if self.slot == "hundred" and value < 100 and role in ("unit", "part", "ten", "teen", "tens", "digits", "twofold"):
            self.group += 2 * value if role == "twofold" else value
            self.slot = "unit" if role in ("unit", "part") else "full"
            return True
        return False

    def _multiply(self, role: str, value: float) -> bool:
        if role == "ten" and self.slot == "unit":
            self.group += value
            self.slot = "full"
            return True
        if role == "hundred" and (self.slot == "digits" or (self.slot == "unit" and 3 <= self.group < 10)):
            self.group *= value
            self.slot = "hundred"
            return True
        return False

    def _scale(self, value: int, conj: bool) -> bool:
        if conj or not self.value:
            if self.slot or (self.closed and value >= self.floor):
                return False
            self.closed += value
        elif self.slot and value < self.floor:
            repeated = value == 1000 <= self.group and self.slot == "digits"  # nobody writes thousands of thousands: a slip
            self.closed += self.group * (1 if repeated else value)
        elif not self.slot and value > self.floor:
            self.closed *= value
        else:
            return False
        self.group, self.slot, self.floor = 0, "", value
        return True

    def _half(self, parts: int) -> bool:
        if self.slot in ("unit", "digits"):
            self.group += 1 / parts
        elif not self.slot and self.floor < _UNBOUNDED:
            self.closed += self.floor / parts
        else:
            return False
        self.slot = "half"
        return True


def numeral(word: str) -> float:
    """The value of a numeral token; a point or comma before three digits separates thousands, any other point a fraction.

    NaN for digits that are neither ("2017,300").
    """
    if word.isdecimal():
        return int(word)
    if _GROUPED.fullmatch(word) and word[0] != "0":
        return int(word.replace(",", "").replace(".", ""))
    return float(word) if _DECIMAL.fullmatch(word) else float("nan")


def is_digits(word: str) -> bool:
    """Whether a token is a numeral."""
    return "0" <= word < ":"


def _atom(words: Sequence[str], at: int, last: int) -> tuple[str, float, bool, bool, bool, int] | None:
    """(role, value, conjunction, preposition, article, end) of the number word or numeral at ``at``, particles included."""
    word = words[at]
    if "0" <= word < ":":
        return "digits", numeral(word), False, False, False, at + 1
    atom: Atom | None = ATOMS.get(word)
    if atom is not None:
        return *atom, at + 1
    held = PARTICLES.get(word)
    if held is None or at + 1 >= last:
        return None
    conj, prep, article = held
    after = words[at + 1]
    if after == "\n" and at + 2 < last:
        return None
    if "0" <= after < ":":
        return "digits", numeral(after), conj, prep, article, at + 2
    if conj and not prep and not article:
        atom = ATOMS.get(after)
        if atom is not None and not atom.conj:
            return atom.role, atom.value, True, atom.prep, atom.article, at + 2
    return None


def _completes(words: Sequence[str], at: int, last: int) -> bool:
    """Whether what follows a part (أحد, اثنا) makes it a number: عشر, or a joined twenty to ninety."""
    after = _atom(words, at, last) if at < last else None
    return after is not None and (after[0] == "ten" or (after[0] == "tens" and after[2]))


def _hundreds(words: Sequence[str], at: int, last: int) -> bool:
    """Whether hundreds in two words, or in one, stand at ``at`` ("ألف خمس مئة")."""
    atom = _atom(words, at, last)
    if atom is None or atom[2]:
        return False
    if atom[0] in ("unit", "digits") and atom[1] < 10 and atom[5] < last:
        after = _atom(words, atom[5], last)
        return after is not None and after[0] == "hundred" and not after[2]
    return atom[0] == "hundreds"


def _grouped(words: Sequence[str], at: int, last: int) -> tuple[int, int]:
    """(value, end) of a numeral whose thousands are set apart by spaces ("1 414 021"), or of the one at ``at``."""
    text = words[at]
    end = at + 1
    if len(text) <= 3 and text[0] != "0":
        while end < last and _THOUSANDS.fullmatch(words[end]):
            text += words[end]
            end += 1
    return int(text), end


def cardinal(words: Sequence[str], at: int, last: int) -> Cardinal | None:
    """The longest number that starts at ``at`` and ends by ``last``; None when none does, or only an ordinal or a vague word."""
    begun = _atom(words, at, last)
    if begun is None:
        return None
    role, value, conj, prep, article, end = begun
    digits = role == "digits"
    sum_ = _Sum()
    if role == "half":
        after = _atom(words, end, last) if end < last else None
        if after is None or after[0] != "scale" or after[2] or after[1] < 12:
            return None
        return Cardinal(at, after[5], int(after[1] / value), int(after[1]), conj, prep, article, False)
    if role in ("ordinal", "vague", "count") or (role == "part" and not _completes(words, end, last)):
        return None
    if words[at] == _ONE_OR_AND_ONE and end < last:
        after = _atom(words, end, last)
        conj = after is not None and after[0] == "ten"  # folded, "وأحد عشر" and "واحد" begin alike; only أحد makes eleven
    if digits and words[end - 1].isdecimal():
        value, end = _grouped(words, end - 1, last)
    if digits and end + 2 < last and words[end] == "," and words[end + 1].isdecimal() and len(words[end + 1]) < 3:
        scale = ATOMS.get(words[end + 2])  # "2,5 مليون": a decimal comma, which only a scale word tells from a list
        if scale is not None and scale.role == "scale" and not scale.conj:
            value, end = float(f"{words[end - 1]}.{words[end + 1]}"), end + 2
    if role == "scale" and words[end - 1][-1] == "ا" and end < last and (words[end] in PEOPLE or words[end] in MEASURES):
        role = "twofold"  # "ألفا قتيل" is two thousand: before its noun a thousand has no ending
    sum_.take(role, value, False)
    before = (0.0, at)  # what stood before the group being read, for when a scale turns it into another number
    while end < last:
        here = end + 1 if words[end] == "\n" and end + 1 < last else end
        atom = _atom(words, here, last)
        if atom is None or atom[3] or atom[0] in ("zero", "ordinal", "vague", "count"):
            break
        role, value, joined, _, _, after_ = atom
        if role == "part" and not _completes(words, after_, last):
            break
        if words[here] == _ONE_OR_AND_ONE and _completes(words, after_, last):
            joined = True
        whole = sum_.closed and not sum_.slot
        if not joined and whole and sum_.floor >= 1000 and _hundreds(words, here, last):
            joined = True
        held = (sum_.value, end) if whole else None
        if not sum_.take(role, value, joined):
            if role == "scale" and not joined and before[1] > at and sum_.slot:
                return Cardinal(at, before[1], _whole(before[0]), 1, conj, prep, article, False)
            break
        if held is not None:
            before = held
        end = after_
        if sum_.slot == "half" and not sum_.group:
            repeated = ATOMS.get(words[end]) if end < last else None
            if repeated is not None and repeated.role == "scale" and repeated.value == sum_.floor:
                end += 1  # "مليون ونصف المليون"
            break
    scaled = sum_.floor if sum_.floor < _UNBOUNDED and not sum_.slot else 1
    return Cardinal(at, end, _whole(sum_.value), scaled, conj, prep, article, digits and end - at <= 2 and scaled == 1)


def _whole(value: float) -> int | None:
    nearest = round(value) if value == value else None
    return nearest if nearest is not None and abs(value - nearest) < 1e-6 * max(1.0, abs(value)) * 1e-3 else None
