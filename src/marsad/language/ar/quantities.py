"""The quantities of an Arabic text: numbers and measures with their bounds, and nouns of people in the dual."""

from marsad.language.ar.numbers import bound_after, bounded, find
from marsad.language.ar.numerals import attached
from marsad.model import Quantity
from marsad.model.values import Bound
from marsad.text import Words, key, words

_BROKEN_PLURAL = (
    "رجل شخص طفل قتيل جريح جندي شرطي شاب ضابط عنصر فرد صبي رضيع شهيد طالب عامل سجين أسير مريض طبيب راكب حارس شقيق ابن "
    "قائد لاجئ مراهق"
)
_SOUND_PLURAL = (
    "مدني مسلح مقاتل مواطن مصاب عسكري ناشط متطوع موظف انتحاري مهاجم إرهابي معتقل مختطف مفقود معلم صحفي صحافي مسعف متظاهر "
    "نازح مهاجر سائق قاصر مسن فلسطيني سوري عراقي يمني مستوطن قيادي طيار"
)
_FEMININE = "امرا سيدة طفلة فتا ضحية رهينة جثة شابة طالبة معلمة صحفية مدنية مواطنة ممرضة طبيبة مصابة قتيلة مراهقة"


def _duals() -> frozenset[str]:
    """Duals with particles. Where the plural ends in -ين too (مدنيين) only the dual in -ان is told from it."""
    stems: list[tuple[str, tuple[str, ...]]] = [(word, ("ان", "ين")) for word in key(_BROKEN_PLURAL).split()]
    stems += [(word, ("ان",)) for word in key(_SOUND_PLURAL).split()]
    stems += [(word.removesuffix("ه") + "ت", ("ان", "ين")) for word in key(_FEMININE).split()]
    stems += [("بنت", ("ان", "ين"))]
    return frozenset(form for stem, ends in stems for end in ends for form, *_ in attached(stem + end))


DUALS = _duals()
"""Folded duals of nouns of people, with every particle before them."""


def quantities(text: str) -> list[Quantity]:
    """The quantities a text states, in order; ``low`` and ``high`` are whole numbers, an open end is None.

    Ordinals, dates, telephone numbers, percentages and the numbers in names are left out; ages, prices and distances are
    quantities, though none of people.
    """
    found = words(text)
    out: list[Quantity] = []
    numbers = [number for number in find(found.words) if number.kind in ("cardinal", "measure")]
    held = {at for number in numbers for at in range(number.first, number.last)}
    spans: list[tuple[int, int, int, Quantity]] = []
    for number in numbers:
        first, last = number.first, number.last
        low, high, bound = number.low, number.high, number.bound
        if last == number.core[1] and bound in ("exact", "about"):
            for noun in (last + 1, last + 2):  # "12 شخصا على الأقل": the bound stands after what is counted
                after = bound_after(found.words, noun) if all(w.isalpha() for w in found.words[last:noun]) else None
                if after is not None and not held.intersection(range(last, after[1])):
                    low, high, bound = bounded(low, high, bound, after[0])
                    last = after[1]
                    break
        spans.append((first, last, 0, _quantity(found, first, last, number.joined, low, high, bound)))
    for at, word in enumerate(found.words):
        if word in DUALS and at not in held:
            last = at + 1
            joined = word.startswith("و") and word[1:] in DUALS
            spans = [span for span in spans if not (span[0] == at + 1 and span[3].low == span[3].high == 2)]
            spans.append((at, last, 1, _quantity(found, at, last, joined, 2, 2, "exact")))
    out.extend(quantity for *_, quantity in sorted(spans, key=lambda span: span[:3]))
    return out


def _quantity(found: Words, first: int, last: int, joined: bool, low: int | None, high: int | None, bound: Bound) -> Quantity:
    start, end = found.span(first, last)
    if joined and found.words[first] in ("و", "ف"):
        start = found.span(first + 1, last)[0]
    elif joined:
        start += 1
    return Quantity(found.source[start:end], start, end, low, high, bound)
