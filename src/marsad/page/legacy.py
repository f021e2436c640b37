"""Text in an undeclared encoding of eight bits."""

import re

from resiliparse.parse.encoding import bytes_to_str, detect_encoding

_COMMON = re.compile(r"(?<![\u0600-\u06ff])(?:ال[\u0621-\u064a]{2,}|في|من|على|إلى|عن|أن|و[\u0621-\u064a]{3,})(?![\u0600-\u06ff])")


def guessed(data: bytes) -> str:
    """Bytes in an undeclared 8-bit encoding: the detector's choice, between the two Arabic ones the one that gives more letters."""
    encoding = detect_encoding(data, max_len=20_000) or "windows-1256"
    candidates = [data.decode(name, "replace") for name in ("windows-1256", "iso-8859-6")]
    arabic = max(candidates, key=_plausible)
    return arabic if _plausible(arabic) > 0.5 else str(bytes_to_str(data, encoding, errors="replace"))


def _plausible(text: str) -> float:
    """How much of a text's words are Arabic words that every text has, weighed so that a sixth of the words is enough."""
    tokens = len(text.split()) or 1
    return 6 * len(_COMMON.findall(text)) / tokens
