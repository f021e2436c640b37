"""Whether a number counts things, measures, or only names: told from the words beside it."""

from collections.abc import Sequence
from typing import Literal

from marsad.language.ar import counted
from marsad.language.ar.cardinals import Cardinal
from marsad.text import key

NumberKind = Literal["cardinal", "measure", "ordinal", "other"]

_PER_HUNDRED = frozenset(key("مئة مائة المئة المائة").split())
_IN = key("في")
_OF = key("من")
_YEARS = range(1900, 2100)
_DECADES = range(20, 100, 10)


def accusative(word: str) -> bool:
    """Whether a word looks like the singular that is counted by eleven to ninety-nine: قتيلا."""
    return len(word) > 3 and word[-1] == "ا" and word not in counted.NOT_ACCUSATIVE


def per_cent(words: Sequence[str], at: int, last: int) -> int:
    """The end of "في المئة", "بالمئة" or "%" when it stands at ``at``; 0 when none does."""
    if at < last and words[at] in counted.PERCENT:
        return at + 1
    return at + 2 if at + 1 < last and words[at] == _IN and words[at + 1] in _PER_HUNDRED else 0


def kind_of(
    words: Sequence[str], one: Cardinal, two: Cardinal | None, core: tuple[int, int], is_bounded: bool, after_name: bool
) -> NumberKind:
    """What the number at ``words[core[0]:core[1]]`` is; ``after_name``: it directly follows a number that only names."""
    at, end = core
    prev = words[at - 1] if at else ""
    after = words[end] if end < len(words) else ""
    beyond = words[end + 1] if end + 1 < len(words) else ""
    if (prev, after) in (("(", ")"), ('"', '"'), ("«", "»")):
        prev, after = words[at - 2] if at > 1 else "", beyond
    if one.value is None or per_cent(words, end, len(words)):
        return "other"
    if after in counted.MONTHS or (after == _OF and beyond in counted.MONTHS) or after in counted.CLOCK_AFTER:
        return "other"
    day = after in counted.DAY_BEFORE and beyond in counted.WEEKDAYS  # "173 on Sunday"
    if (after in counted.MEASURES and not day) or after in counted.MONEY_BEFORE or prev in counted.MONEY_BEFORE:
        return "measure"
    if prev in counted.AGES or (after == _OF and beyond in counted.AGES):
        return "measure"
    if (one.article and prev in counted.DEFINITE_MEASURES) or (after.isascii() and after.isalpha()):
        return "measure"
    if (after == "/" and beyond in counted.MEASURES) or (
        one.value == 1 and (prev in counted.MEASURES or prev[1:] in counted.MEASURES)
    ):
        return "measure"
    if is_bounded:
        return "cardinal"
    people = after in counted.PEOPLE
    if prev == _IN and one.article and not one.digits and one.value in _DECADES and not people and not accusative(after):
        return "measure"  # "شاب في العشرين": an age
    if one.digits and not people and _digits_name(words, one, two, at, end, prev, after):
        return "other"
    if prev in counted.CLOCK_BEFORE or (one.article and prev in counted.DEFINITE_NAMES):
        return "other"
    if two is None and not people and not (one.conj or one.prep) and prev in counted.NAMED and not accusative(after):
        return "other"
    ends = not after.isalpha() or after.startswith("ال") or after in counted.AFTER_NAME
    return "other" if one.conj and after_name and ends else "cardinal"


def _digits_name(words: Sequence[str], one: Cardinal, two: Cardinal | None, at: int, end: int, prev: str, after: str) -> bool:
    """Whether digits are a year, a day, a telephone number, a list's numbering or part of a name rather than a count."""
    start = one.first if "0" <= words[one.first] < ":" else one.first + 1
    text = "".join(words[start : one.last])
    if (text[0] == "0" and len(text) > 1) or (len(text) > 8 and text.isdecimal()) or prev in ("+", "="):
        return True
    if not accusative(after):
        year = one.value in _YEARS and len(text) == 4 and text.isdecimal() and (two is None or two.value in _YEARS)
        year = year and prev not in counted.HARM_BEFORE
        if year or (prev in counted.YEAR_BEFORE and two is None and not one.prep) or prev in counted.DAY_BEFORE:
            return True
    if (prev.isascii() and prev.isalpha()) or prev in counted.MODELS:
        return True
    if (
        prev == "-"
        and at > 1
        and (words[at - 2] in counted.MODELS_BEFORE_DASH or (words[at - 2].isascii() and words[at - 2].isalpha()))
    ):
        return True
    numbering = at == 0 or words[at - 1] in "\n."
    return numbering and len(text) < 3 and after in ("-", ".", ")", "/") and end + 1 < len(words) and words[end + 1].isalpha()
