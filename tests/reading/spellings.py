"""Other spellings of a text that mean the same: signs, joiners, letters and digits of other hands and machines."""

import re
import unicodedata
from collections.abc import Callable

from hypothesis import strategies as st

VOWELS = "\u064e\u064f\u0650\u0652\u0651"
ENDINGS = "\u064b\u064c\u064d"
BIDI = "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2069"
JOINING = "بتثجحخسشصضطظعغفقكلمنهي"
PRESENTED = {unicodedata.normalize("NFKC", chr(c)): chr(c) for c in range(0xFE8D, 0xFEF5)}


def sprinkled(text: str, marks: str, data: st.DataObject, where: str = ".") -> str:
    """The text with a mark drawn from ``marks``, or none, after each character that ``where`` matches."""
    return re.sub(where, lambda hit: hit[0] + data.draw(st.sampled_from(["", *marks])), text)


SPELLINGS: dict[str, Callable[[str, st.DataObject], str]] = {
    "vowel signs": lambda text, data: sprinkled(text, VOWELS, data, "[\u0621-\u064a]"),
    "case endings": lambda text, data: sprinkled(text, ENDINGS, data, r"[\u0621-\u064a]\b"),
    "tatweel": lambda text, data: sprinkled(text, "\u0640", data, f"[{JOINING}](?=[\u0621-\u064a])"),
    "bidi marks": lambda text, data: sprinkled(text, BIDI, data, r"\b|[ ،.]"),
    "hamza left out": lambda text, data: text.translate(str.maketrans("أإآ", "ااا")),
    "ta marbuta as ha": lambda text, data: re.sub(r"ة\b", "ه", text),
    "final ya as alef maqsura": lambda text, data: re.sub(r"ي\b", "ى", text),
    "Persian letters": lambda text, data: text.translate(str.maketrans("كي", "کی")),
    "presentation forms": lambda text, data: "".join(PRESENTED.get(c, c) for c in text),
    "decomposed": lambda text, data: unicodedata.normalize("NFD", text),
    "Arabic digits": lambda text, data: text.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")),
    "Persian digits": lambda text, data: text.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")),
    "full-width digits": lambda text, data: text.translate({ord("0") + n: 0xFF10 + n for n in range(10)}),
    "no-break spaces": lambda text, data: text.replace(" ", "\u00a0"),
    "double spaces": lambda text, data: text.replace(" ", "  "),
    "a zero-width joiner at the end of words": lambda text, data: text.replace(" ", "\u200c "),
}
