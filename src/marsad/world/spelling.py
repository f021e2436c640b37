"""The ways one name is written: free spellings and case endings of Arabic names, the forces and government of a state."""

from collections.abc import Iterator

_PAIRS = (
    ("ديمقراط", "ديموقراط"), ("ميليشي", "مليشي"), ("أمريكي", "أميركي"), ("أمريكا", "أميركا"), ("عبد ال", "عبدال"), ("عبد رب", "عبدرب"),
    ("شؤون", "شئون"), ("Organisation", "Organization"), ("Defence", "Defense"), ("Centre", "Center"),
)  # fmt: skip
"""Spellings that stand for each other in every name; the first form is the one the tables use."""

_STATE_AR = (
    "الجيش {m}", "قوات الجيش {m}", "القوات {f}", "القوات المسلحة {f}", "القوات الجوية {f}", "القوات البحرية {f}", "البحرية {f}",
    "الحكومة {f}", "السلطات {f}", "الدولة {f}", "النظام {m}", "الجانب {m}", "الطرف {m}", "الطيران {m}", "الطيران الحربي {m}",
    "سلاح الجو {m}", "سلاح الطيران {m}", "الطائرات {f}", "الطائرات الحربية {f}", "المقاتلات {f}", "المدفعية {f}", "قوات الأمن {f}",
    "القوات الأمنية {f}", "الأجهزة الأمنية {f}", "الأمن {m}", "الشرطة {f}", "الاستخبارات {f}", "المخابرات {f}", "حرس الحدود {m}",
)  # fmt: skip
_STATE_AR_BARE = ("جيش {m}", "قوات {f}", "طائرات {f}", "طائرات حربية {f}", "طيران {m}", "مقاتلات {f}")
_STATE_LATIN = (
    "forces", "army", "army forces", "military", "armed forces", "military forces", "troops", "soldiers", "government", "government forces",
    "authorities", "regime", "regime forces", "regime army", "air force", "air forces", "warplanes", "aircraft", "fighter jets", "jets", "navy",
    "artillery", "police", "security forces", "intelligence", "army troops",
)  # fmt: skip


def spellings(name: str) -> Iterator[str]:
    """The name and its other spellings, among them the oblique case of sound plurals (الحوثيون, الحوثيين)."""
    forms = [name]
    for one, other in _PAIRS:
        if one in name:
            forms += [form.replace(one, other) for form in forms]
    yield from forms
    if "ون" in name:
        for form in forms:
            yield " ".join(_oblique(word) for word in form.split(" "))


def _oblique(word: str) -> str:
    return word[:-2] + "ين" if word.endswith("ون") and word.startswith("ال") and len(word) > 6 else word


def state_forms(adjective: str) -> Iterator[str]:
    """What news calls the government and forces of a state, from its adjective: "تركي" or "Turkish"."""
    if adjective.isascii():
        yield from (f"{adjective} {noun}" for noun in _STATE_LATIN)
        return
    for forms, article in ((_STATE_AR, "ال"), (_STATE_AR_BARE, "")):
        yield from (form.format(m=article + adjective, f=article + adjective + "ة") for form in forms)
