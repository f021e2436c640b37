"""Which language a text is in, by its letters, and whether a declared one can be true."""

import re

_ARABIC = re.compile("[\u0621-\u064a\u0671-\u06d3]+")
_LATIN = re.compile("[A-Za-z]+")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_HEBREW = re.compile("[\u05d0-\u05ea]")
_NOT_ARABIC = re.compile("[پچژگکیێۆڕڵەھۇېڭٹڈڑںے]")
_ENGLISH = re.compile(
    r"\b(?:the|of|and|in|to|that|was|were|said|from|by|with|for|at|has|have|had|its|after|told|killed|wounded|people|on|an|killing|forces|near|is|are|as)\b",
    re.I,
)
_ARABIC_SCRIPT = frozenset(("ar", "fa", "ur", "ps", "ckb", "ku", "ug", "sd"))
_SAMPLE = 400  # characters


def language(text: str, declared: str | None = None) -> str | None:
    """The ISO 639 code of a text's language: the declared one when the letters allow it, else "ar" or "en" by the letters, else None."""
    sample = text[:_SAMPLE]
    arabic, latin = (sum(map(len, letters.findall(sample))) for letters in (_ARABIC, _LATIN))
    said = re.split(r"[-_]", declared.strip().lower())[0] if declared else ""
    if arabic > latin:
        foreign = 20 * len(_NOT_ARABIC.findall(sample)) > arabic
        if said in _ARABIC_SCRIPT and (said != "ar" or not foreign):
            return said
        return None if foreign else "ar"
    if not latin:
        return said if said in ("he", "ru", "uk") and (_HEBREW.search(sample) or _CYRILLIC.search(sample)) else None
    if said and said not in _ARABIC_SCRIPT and said != "en" and re.fullmatch("[a-z]{2,3}", said):
        return said
    return "en" if 12 * len(_ENGLISH.findall(sample)) > len(sample.split()) else None
