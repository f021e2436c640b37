"""Which nouns a verb or a pronoun agrees with: he, she (also plurals of things and bodies) or they (men)."""

from marsad.language.ar.letters import split
from marsad.text import key

_SHE = frozenset(
    key(w)
    for w in split(
        "قوات قوى وحدات فصائل كتائب ألوية ميليشيات مليشيات عصابات سلطات دول طائرات أجهزة جماعات تنظيمات مجموعات تشكيلات قسد إيران مصر إسرائيل السعودية "
        "الإمارات قطر تونس الجزائر عمان طهران واشنطن موسكو باريس لندن بغداد دمشق بيروت عدن الرياض الدوحة إثيوبيا الصين الهند اليابان قبائل عشائر أطراف أوبك"
    )
)
_EITHER = frozenset(key(w) for w in split("داعش طالبان العراق لبنان اليمن الأردن السودان المغرب"))
_THEY = frozenset(
    key(w) for w in split("مقاتلو مقاتلي مسلحو مسلحي متمردو متمردي عناصر جنود ثوار أفراد رجال أكراد مستوطنو مستوطني مرتزقة")
)


def gender(word: str) -> str | None:
    """ "he", "she" or "they" for a folded noun that opens the name of a side; None when it may be more than one of them."""
    if word in _EITHER:
        return None
    bare = word[2:] if word.startswith("ال") and len(word) > 4 else word
    if bare in _SHE or word in _SHE:
        return "she"
    if bare in _THEY or bare.endswith(("ون", "ين")):
        return "they"
    if bare.endswith(("ه", "ات", "يا", "كا")):
        return "she"
    return "he"
