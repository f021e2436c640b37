"""Vague counts: عدد من, عشرات, مئات الآلاف, العديد من, with the intervals the record's contract gives them."""

from collections.abc import Sequence
from typing import NamedTuple

from marsad.language.ar.counted import NOT_PARTITIVE
from marsad.language.ar.numerals import ATOMS, VAGUE
from marsad.text import key

_OF = key("من")
_FEW = 3
_MANY_OF = (20, 200, 2_000)  # tens, hundreds and thousands, which may be of thousands and of millions
_MOST = frozenset(key("أكبر أقصى أي أقل أدنى").split())
_LITTLE = frozenset(key("قليل محدود آخر").split())
_HOW_MANY = frozenset(
    key(
        "كبير كبيرا كبيرة هائل هائلة ضخم ضخمة غير معروف محدد معلوم قليل محدود لا بأس به يحصى متزايد متزايدة واسع آخر أكبر مماثل"
    ).split()
)


class Vague(NamedTuple):
    """A vague count that begins a stretch: its interval, where its words end, and where the من after them ends."""

    low: int | None
    high: int | None
    end: int
    last: int


def vague(words: Sequence[str], at: int, last: int) -> Vague | None:
    """The vague count at ``at``; its ends are None where the contract gives the word no interval (العديد من)."""
    word = words[at]
    atom = ATOMS.get(word)
    if atom is not None and atom.role == "count":
        return _number_of(words, at, last)
    value = VAGUE.get(word)
    if value is None:
        return None
    end = at + 1
    if value == _FEW and end < last and VAGUE.get(words[end], 0) > _FEW:  # "عدة آلاف"
        value = VAGUE[words[end]]
        end += 1
    after = ATOMS.get(words[end]) if end < last else None
    if (
        value in _MANY_OF
        and after is not None
        and after.role == "scale"
        and after.value >= 1_000
        and not (after.conj or after.prep)
    ):
        value *= after.value
        end += 1
    high = 9 if value == _FEW else 10 ** len(str(value)) - 1
    of = value != _FEW and end + 1 < last and words[end] == _OF
    partitive = of and not (words[end + 1] in NOT_PARTITIVE or words[end + 1] in ATOMS)
    return Vague(value, high, end, end + partitive)


def _number_of(words: Sequence[str], at: int, last: int) -> Vague | None:
    """عدد من (a few), but أكبر عدد من, عدد كبير من, العديد من and أعداد من have no interval."""
    word = words[at]
    number = word.removesuffix("ا").endswith("عدد")
    if number and ATOMS[word].article:
        return None
    end = at + 1
    while end < last and end - at < 4 and words[end] in _HOW_MANY:
        end += 1
    if end >= last or words[end] != _OF:
        return None
    few = number and (words[at - 1] if at else "") not in _MOST and (end == at + 1 or words[at + 1] in _LITTLE)
    return Vague(3 if few else None, 9 if few else None, end + 1, end + 1)
