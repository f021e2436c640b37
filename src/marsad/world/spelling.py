"""The ways one name is written: free spellings and case endings of Arabic names, the forces and government of a state."""

from collections.abc import Iterable, Sequence

from marsad.text import key

_PAIRS = tuple(
    (key(one), key(other))
    for one, other in (
        ("ديمقراط", "ديموقراط"), ("ميليشي", "مليشي"), ("أمريك", "أميرك"), ("أميرك", "أمريك"), ("عبد ال", "عبدال"), ("عبد رب", "عبدرب"),
        ("كردستان", "كوردستان"), ("إفريقي", "أفريقي"), ("organisation", "organization"), ("defence", "defense"), ("centre", "center"),
    )
    if key(one) != key(other)
)  # fmt: skip
"""Spellings that stand for each other in every name, folded; the tables use the first of each."""

_STATE_AR = (
    "الجيش {m}", "قوات الجيش {m}", "القوات {f}", "القوات المسلحة {f}", "القوات الجوية {f}", "القوات البحرية {f}", "البحرية {f}",
    "الحكومة {f}", "السلطات {f}", "الدولة {f}", "النظام {m}", "الجانب {m}", "الطرف {m}", "الطيران {m}", "الطيران الحربي {m}",
    "سلاح الجو {m}", "سلاح الطيران {m}", "الطائرات {f}", "الطائرات الحربية {f}", "المقاتلات {f}", "المدفعية {f}", "قوات الأمن {f}",
    "القوات الأمنية {f}", "الأجهزة الأمنية {f}", "الأمن {m}", "الشرطة {f}", "الاستخبارات {f}", "المخابرات {f}", "حرس الحدود {m}",
)  # fmt: skip
_STATE_AR_BARE = ("جيش {m}", "قوات {f}", "طائرات {f}", "طائرات حربية {f}", "طيران {m}", "مقاتلات {f}")
_STATE_LATIN = (
    "forces", "army", "army forces", "military", "armed forces", "military forces", "troops", "government", "government forces",
    "authorities", "regime", "regime forces", "regime army", "air force", "air forces", "warplanes", "aircraft", "fighter jets", "jets", "navy",
    "artillery", "police", "security forces", "intelligence", "army troops",
)  # fmt: skip
_STATE = tuple(key(form.replace("{m}", "ال{m}").replace("{f}", "ال{f}")) for form in _STATE_AR) + tuple(map(key, _STATE_AR_BARE))

_PLURAL = 7  # letters of the shortest definite sound plural taken for one: الحوثيون is, القانون is not a name's word here


def spelled(keys: Sequence[str]) -> list[str]:
    """Folded names and their other spellings, among them the oblique case of sound plurals (الحوثيون, الحوثيين)."""
    forms = list(keys)
    whole = "|".join(forms)
    for one, other in _PAIRS:
        if one in whole:
            forms += [form.replace(one, other) for form in forms if one in form]
    if "ون" in whole:
        forms += [" ".join(map(_oblique, form.split(" "))) for form in forms if "ون" in form]
    return forms


def _oblique(word: str) -> str:
    return word[:-2] + "ين" if word.endswith("ون") and word.startswith("ال") and len(word) >= _PLURAL else word


def state_forms(adjectives: Iterable[str]) -> list[str]:
    """What news calls the government and forces of a state, folded, from its folded adjectives: "تركي", "turkish"."""
    return [
        form
        for adjective in adjectives
        for form in (
            [f"{adjective} {noun}" for noun in _STATE_LATIN]
            if adjective.isascii()
            else [form.format(m=adjective, f=adjective + "ه") for form in _STATE]
        )
    ]
