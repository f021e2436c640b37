"""The number words of Arabic, with every particle that may be attached to them.

Cardinals follow the grammar of written Arabic in all cases and genders (Ryding, A Reference Grammar of Modern Standard
Arabic, 2005, chapter 15), with the spellings of newspapers (مئة, مائة; ثلاثمئة, ثلاث مئة) and the Levantine and Egyptian
forms of the teens and the hundreds. Tables are written in normal spelling and folded on loading.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from marsad.text import key

Role = Literal[
    "unit", "part", "ten", "teen", "tens", "hundred", "hundreds", "scale", "twofold", "half", "zero", "ordinal", "vague", "count",
]  # fmt: skip


class Atom(NamedTuple):
    """One number word: how it combines, its value, and what is attached before it.

    A "part" stands only in a compound (أحد, اثنا: one of, two of); a "twofold" is a scale in the dual (ألفين); the
    value of a "half" is its denominator; a "vague" word's value is its lower end; a "count" opens عدد من.
    """

    role: Role
    value: int
    conj: bool
    prep: bool
    article: bool


_STEMS = {
    3: "ثلاث تلات", 4: "أربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثمان تمان ثمن تمن", 9: "تسع",
}  # fmt: skip
_UNITS = {
    1: "واحد واحدة واحدا",
    2: "اثنان اثنين اثنتان اثنتين إثنان إثنين ثنتين ثنتان اتنين تنين",
    3: "ثلاثة ثلاث تلاتة تلات",
    4: "أربعة أربع",
    5: "خمسة خمس",
    6: "ستة ست",
    7: "سبعة سبع",
    8: "ثمانية ثماني ثمان ثمانيا تمانية تمان",
    9: "تسعة تسع",
}
_PARTS = {1: "أحد إحدى احدا حادي حادية", 2: "اثنا اثني اثنتا اثنتي اتنا اتني"}
_TEENS = {
    11: "حدعش احدعش حداشر احداشر",
    12: "اثناعش اتناعش تناعش اطنعش اتناشر اطناشر",
    13: "ثلاثتعش تلتعش تلطعش ثلطعش تلتاشر تلاتاشر",
    14: "اربعتعش اربعطعش اربعتاشر",
    15: "خمستعش خمسطعش خمستاشر",
    16: "ستعش سطعش ستاشر",
    17: "سبعتعش سبعطعش سبعتاشر",
    18: "ثمنتعش تمنتعش تمنطعش تمنتاشر تمانتاشر",
    19: "تسعتعش تسعطعش تسعتاشر",
}
_TENS = {
    20: "عشرون عشرين", 30: "ثلاثون ثلاثين تلاتين", 40: "أربعون أربعين", 50: "خمسون خمسين", 60: "ستون ستين",
    70: "سبعون سبعين", 80: "ثمانون ثمانين تمانين", 90: "تسعون تسعين",
}  # fmt: skip
_HUNDRED = "مئة مائة مية ماية مئات"
_TWO_HUNDRED = "مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي مايتين"
_SCALES = {
    12: "دزينة دزينات دستة دستات",
    10**3: "ألف ألفا آلاف ألوف",
    10**6: "مليون مليونا ملايين",
    10**9: "مليار مليارا مليارات بليون بلايين",
    10**12: "تريليون تريليونا ترليون تريليونات",
}
_TWOFOLD = {
    12: "دزينتين دزينتان",
    10**3: "ألفان ألفين ألفا ألفي",
    10**6: "مليونان مليونين مليونا مليوني",
    10**9: "ملياران مليارين مليارا ملياري بليونين",
}
_HALVES = {2: "نصف نص", 4: "ربع", 3: "ثلث"}
_VAGUE = {
    3: "بضعة بضع عدة",
    20: "عشرات",
    200: "مئات",
    2_000: "آلاف ألوف",
    2_000_000: "ملايين",
    2_000_000_000: "مليارات",
}
"""Lower ends as the record's contract reads them; the upper end is one below the next power of ten."""

_ORDINALS = {
    1: "حادي حادية", 3: "ثالث ثالثة", 4: "رابع رابعة", 5: "خامس خامسة", 6: "سادس سادسة", 7: "سابع سابعة",
    8: "ثامن ثامنة", 9: "تاسع تاسعة", 10: "عاشر عاشرة",
}  # fmt: skip
_DEFINITE_ORDINALS = {1: "الأول الأولى", 2: "الثاني الثانية"}

_CONJ = ("", "و", "ف")
_PREP = ("", "ب", "ل", "ك")
_NOT_NUMBERS = frozenset(
    key(
        "لست كست بست فست كمية كميات وكمية وكميات فكمية بعده وبعده فبعده كعده لنص بنص نص ونص لربع بربع عشرا "
        "كالف كالفا كالفين كالفي بالمئة بالمائة بالماية بالمية"
    ).split()
)
"""Attached forms that are commoner words: لست "I am not", كمية "a quantity", بعده "after him", بالمئة "per cent"."""


def attached(word: str, article: bool = True) -> Iterator[tuple[str, bool, bool, bool]]:
    """(form, conjunction, preposition, article) for a folded word with each particle before it."""
    for conj in _CONJ:
        for prep in _PREP:
            yield conj + prep + word, bool(conj), bool(prep), False
            if article:
                yield conj + ("لل" if prep == "ل" else prep + "ال") + word, bool(conj), bool(prep), True


def _entries() -> Iterator[tuple[str, Role, int]]:
    tables: tuple[tuple[Role, dict[int, str]], ...] = (
        ("unit", _UNITS), ("part", _PARTS), ("ten", {10: "عشرة عشر"}), ("teen", _TEENS), ("tens", _TENS),
        ("hundred", {100: _HUNDRED}), ("hundreds", {200: _TWO_HUNDRED}), ("twofold", _TWOFOLD), ("scale", _SCALES), ("half", _HALVES),
        ("zero", {0: "صفر"}), ("ordinal", _ORDINALS), ("vague", {3: "بضعة بضع عدة", 20: "عشرات"}), ("count", {0: "عدد عددا أعداد أعدادا عديد عديدا كثير كثيرا مزيد مزيدا"}),
    )  # fmt: skip
    for role, table in tables:
        for value, written in table.items():
            for word in key(written).split():
                yield word, role, value
    hundreds = key("مئة مائة مية ماية").split()
    for value, stems in _STEMS.items():
        for stem in key(stems).split():
            for joint in ("", "ي") if value == 8 else ("",):
                for hundred in hundreds:
                    yield stem + joint + hundred, "hundreds", value * 100
    for value, stem in {3: "تلت ثلث تلاث", 4: "ربع", 5: "خمس"}.items():
        for hundred in hundreds:
            yield key(stem) + hundred, "hundreds", value * 100
    for table in (_UNITS, _PARTS):
        for value, written in table.items():
            for word in key(written).split():
                for ten in key("عشر عشرة").split():
                    yield word + ten, "teen", 10 + value


def _atoms() -> dict[str, Atom]:
    out: dict[str, Atom] = {}
    bare = list(_entries())
    for word, role, value in bare:
        for form, conj, prep, article in attached(word):
            if (conj or prep or article) and form not in _NOT_NUMBERS:
                out[form] = Atom(role, value, conj, prep, article)
    for word, role, value in bare:
        out[word] = Atom(role, value, False, False, False)
    for value, written in _DEFINITE_ORDINALS.items():
        for word in key(written).split():
            for form, conj, prep, _ in attached(word, article=False):
                out[form.replace("لال", "لل", 1) if prep and "لال" in form else form] = Atom("ordinal", value, conj, prep, True)
    return out


ATOMS: dict[str, Atom] = _atoms()
"""Folded number word, with its particles, to what it says."""

VAGUE: dict[str, int] = {
    form: value
    for value, written in _VAGUE.items()
    for word in key(written).split()
    for form, *_ in attached(word)
    if form not in _NOT_NUMBERS
}
"""Vague words, with particles, to their lower ends."""

PARTICLES: dict[str, tuple[bool, bool, bool]] = {
    form: (conj, prep, article) for form, conj, prep, article in attached("") if form
}
"""Particles that stand before digits as words of their own ("الـ24", "ب12", "و 3"): conjunction, preposition, article."""
