"""Lookup keys for text: letters brought to one form, with a map back to the characters they came from.

The text itself is never rewritten. Folding follows the practice of Arabic information retrieval (Larkey, Ballesteros and
Connell 2002, "light" normalisation): hamza carriers to their bare letter, alef forms to alef, alef maqsura to ya, ta marbuta
to ha, no vowel signs, no tatweel; Persian and Urdu letter forms to the Arabic ones; digits of all three sets to ASCII;
quotation marks to one pair of forms; Latin to lower case. Presentation forms and ligatures are taken apart (NFKC).
"""

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

_SAME_WIDTH = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ۀ": "ه", "ہ": "ه",
    "ھ": "ه", "ک": "ك", "ڪ": "ك", "گ": "ك", "ڤ": "ف", "پ": "ب", "چ": "ج", "ژ": "ز",
    "،": ",", "٬": ",", "؛": ";", "؟": "?", "٫": ".", "٪": "%", "۔": ".", "٭": "*",
    "“": '"', "”": '"', "„": '"', "‟": '"', "″": '"', "＂": '"', "〝": '"', "〞": '"',
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "–": "-", "—": "-", "‑": "-", "‒": "-", "−": "-", "―": "-",
    "\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2009": " ", "\u3000": " ", "\t": " ", "\r": " ", "\x0b": " ", "\x0c": " ",
    "\u2028": "\n", "\u2029": "\n", "\x85": "\n", "…": ".",
}  # fmt: skip
_TABLE: dict[int, str] = {ord(a): b for a, b in _SAME_WIDTH.items()}
_TABLE |= {0x660 + n: str(n) for n in range(10)} | {0x6F0 + n: str(n) for n in range(10)}
_TABLE |= {c: chr(c + 32) for c in range(ord("A"), ord("Z") + 1)}

DROPPED = (
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufe0f"
)
"""Characters that have no place in a lookup key: vowel signs, tatweel, bidi marks, joiners. A regular-expression class body."""

_PAIRS = tuple((chr(a), b) for a, b in _TABLE.items())
_SHORT = 60
"""Characters below which ``translate`` is faster than a replacement for each pair; an article folds four times faster by pairs."""

_ODD = re.compile(f"[{DROPPED}\u00aa-\u00ff\u0100-\u024f\u1e00-\u1eff\u2160-\u217f\ufb50-\ufdff\ufe70-\ufefc\uff01-\uff5e]")
_DROPPED = re.compile(f"[{DROPPED}]")
_KEPT_AS_IS = "«»"


@dataclass(slots=True)
class Folded:
    """Folded text. ``origin[i]`` is the position in the original of folded character ``i``; None when they are the same."""

    text: str
    origin: list[int] | None
    length: int

    def at(self, position: int) -> int:
        """Position in the folded text of what stands at or after ``position`` of the original."""
        return position if self.origin is None else bisect_left(self.origin, position)

    def start(self, at: int) -> int:
        """Position in the original of the character at ``at`` of the folded text."""
        if self.origin is None:
            return at
        return self.origin[at] if at < len(self.origin) else self.length

    def end(self, at: int) -> int:
        """Position in the original just after the folded text that ends before ``at``; trailing signs belong to it."""
        if self.origin is None:
            return at
        if at == 0:
            return 0
        return max(self.origin[at], self.origin[at - 1] + 1) if at < len(self.origin) else self.length


def _same_width(text: str) -> str:
    """The text with each character that folds to one other replaced; positions stay. No replacement makes another."""
    if len(text) < _SHORT:
        return text.translate(_TABLE)
    for char, plain in _PAIRS:
        if char in text:
            text = text.replace(char, plain)
    return text


def fold(text: str) -> Folded:
    """Fold a text for look-up; the map back costs nothing when no character is dropped or taken apart."""
    plain = _same_width(text)
    if not _ODD.search(text):
        return Folded(plain, None, len(text))
    letters: list[str] = []
    origin: list[int] = []
    last = 0
    for hit in _ODD.finditer(text):
        at = hit.start()
        letters.append(plain[last:at])
        origin.extend(range(last, at))
        char = text[at]
        if char in _KEPT_AS_IS:
            letters.append(char)
            origin.append(at)
        elif not _DROPPED.match(char):
            apart = _DROPPED.sub("", unicodedata.normalize("NFKD", char))
            apart = _same_width("".join(c for c in apart if not unicodedata.combining(c))).lower()
            letters.append(apart)
            origin.extend([at] * len(apart))
        last = at + 1
    letters.append(plain[last:])
    origin.extend(range(last, len(text)))
    return Folded("".join(letters), origin, len(text))


@lru_cache(maxsize=50_000)
def key(name: str) -> str:
    """The folded form of a name or word, as tables are keyed."""
    return " ".join(fold(name).text.split())
