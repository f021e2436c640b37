"""Who took what, who struck where and who said what, under other word orders and with clauses between: the same claim comes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.language.corpus import PUBLISHED, agrees
from marsad.model import Article
from marsad.reading import reader_of
from marsad.reading.flat import flattened, line

bounded = settings(derandomize=True, max_examples=25, deadline=None)

SIDES = (
    "قوات سوريا الديمقراطية",
    "الجيش السوري",
    "تنظيم داعش",
    "جبهة النصرة",
    "الجيش الليبي",
    "القوات العراقية",
    "القوات الحكومية",
)
AIR = ("الطيران الروسي", "طيران التحالف الدولي", "الطيران السوري", "الطيران الإسرائيلي")
PLACES = "إدلب الرقة القامشلي أعزاز صعدة تعز الحديدة الموصل الفلوجة بنغازي مصراتة الفاشر سراقب دوما منبج".split()
VOICES = ("سامر محمود الخطيب", "نادر الأسعد", "علي الحمد")
WORDS = ("لن نتراجع عن موقفنا هذا", "الوضع في المدينة صعب للغاية", "سنعود إلى بيوتنا قريبا جدا")


@dataclass(frozen=True)
class Told:
    """Who did it, and where."""

    side: str
    place: str


def told(sides: tuple[str, ...]) -> st.SearchStrategy[Told]:
    return st.builds(Told, st.sampled_from(sides), st.sampled_from(PLACES))


def comes_out(text: str, kind: str, wanted: dict[str, Any]) -> None:
    """The sentence gives one claim of the kind, with these fields."""
    report = reader_of("ar").read(Article("", text, "", published=PUBLISHED))
    found = [f for f in flattened(report.claims) if f["kind"] == kind]
    assert [agrees(wanted, f) for f in found] == [True], "\n".join([text, *map(line, flattened(report.claims))])
    for claim in report.claims:
        assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.text


GAINED: dict[str, Callable[[Told], str]] = {
    "verb first": lambda t: f"سيطرت {t.side} على مدينة {t.place}.",
    "side first": lambda t: f"وقال ناشطون إن {t.side} سيطرت على مدينة {t.place}.",
    "a time between": lambda t: f"سيطرت {t.side} صباح أمس على مدينة {t.place}.",
    "a time in commas": lambda t: f"سيطرت {t.side}، أمس الثلاثاء، على مدينة {t.place}.",
    "a manner between": lambda t: f"سيطرت {t.side} بعد معارك عنيفة على مدينة {t.place}.",
    "by a noun": lambda t: f"أعلن ناشطون سيطرة {t.side} على مدينة {t.place}.",
    "was able to": lambda t: f"تمكنت {t.side} من السيطرة على مدينة {t.place}.",
    "took back": lambda t: f"استعادت {t.side} السيطرة على مدينة {t.place}.",
    "took back without control": lambda t: f"استعادت {t.side} مدينة {t.place}.",
    "imposed": lambda t: f"فرضت {t.side} سيطرتها على مدينة {t.place}.",
    "a clause after": lambda t: f"سيطرت {t.side} على مدينة {t.place}، التي تقع على طريق رئيسي.",
    "a clause before": lambda t: f"وبعد أسابيع من المعارك، سيطرت {t.side} على مدينة {t.place}.",
    "a source after": lambda t: f"سيطرت {t.side} على مدينة {t.place}، بحسب مصدر عسكري.",
}

LOST: dict[str, Callable[[Told], str]] = {
    "lost": lambda t: f"خسرت {t.side} مدينة {t.place}.",
    "lost control": lambda t: f"فقدت {t.side} السيطرة على مدينة {t.place}.",
    "a time between": lambda t: f"خسرت {t.side}، أمس، مدينة {t.place}.",
    "was driven out": lambda t: f"طردت {t.side} من مدينة {t.place}.",
}

WITHDREW: dict[str, Callable[[Told], str]] = {
    "withdrew": lambda t: f"انسحبت {t.side} من مدينة {t.place}.",
    "by a noun": lambda t: f"أكد ناشطون انسحاب {t.side} من مدينة {t.place}.",
    "a time between": lambda t: f"انسحبت {t.side} فجر أمس من مدينة {t.place}.",
}

STRUCK: dict[str, Callable[[Told], str]] = {
    "verb first": lambda t: f"قصف {t.side} مدينة {t.place}.",
    "by a noun": lambda t: f"تعرضت مدينة {t.place} لغارات من {t.side}.",
    "launched": lambda t: f"شن {t.side} غارات على مدينة {t.place}.",
    "launched, a time between": lambda t: f"شن {t.side}، فجر أمس، غارات جوية على مدينة {t.place}.",
    "aimed at": lambda t: f"استهدف {t.side} مدينة {t.place} بعدة غارات.",
    "side first": lambda t: f"وقال ناشطون إن {t.side} شن غارات على مدينة {t.place}.",
    "that a side launched": lambda t: f"وقعت غارات شنها {t.side} على مدينة {t.place}.",
    "a source after": lambda t: f"شن {t.side} غارات على مدينة {t.place}، وفق مصادر محلية.",
    "a clause before": lambda t: f"وبعد هدوء استمر أياما، شن {t.side} غارات على مدينة {t.place}.",
}

SAID: dict[str, Callable[[str, str], str]] = {
    "verb first": lambda v, q: f"وقال المتحدث باسم المجلس {v}: «{q}».",
    "with that": lambda v, q: f"وأكد المتحدث باسم المجلس {v} أن «{q}».",
    "the words first": lambda v, q: f"«{q}»، قال المتحدث باسم المجلس {v}.",
    "a time between": lambda v, q: f"وقال المتحدث باسم المجلس {v} أمس الثلاثاء: «{q}».",
    "to an agency": lambda v, q: f"وقال المتحدث باسم المجلس {v} لوكالة رويترز: «{q}».",
    "straight marks": lambda v, q: f'وقال المتحدث باسم المجلس {v}: "{q}".',
    "curled marks": lambda v, q: f"وقال المتحدث باسم المجلس {v}: “{q}”.",
    "a title after": lambda v, q: f"وقال {v}، المتحدث باسم المجلس: «{q}».",
}

KNOWN: dict[str, str] = {}
"""What is known to fail, and why; it must fail, so that the mark goes once it is read."""


def cases(kind: str, table: dict[str, Any]) -> list[Any]:
    out = []
    for name, case in table.items():
        known = KNOWN.get(f"{kind}: {name}")
        out.append(pytest.param(case, id=name, marks=[pytest.mark.xfail(reason=known, strict=True)] if known else []))
    return out


@pytest.mark.parametrize("order", cases("gained", GAINED))
@bounded
@given(t=told(SIDES))
def test_a_place_gained(order: Callable[[Told], str], t: Told) -> None:
    comes_out(order(t), "control", {"change": "gained", "actor": t.side, "place": t.place})


@pytest.mark.parametrize("order", cases("lost", LOST))
@bounded
@given(t=told(SIDES))
def test_a_place_lost(order: Callable[[Told], str], t: Told) -> None:
    comes_out(order(t), "control", {"change": "lost", "actor": t.side, "place": t.place})


@pytest.mark.parametrize("order", cases("withdrew", WITHDREW))
@bounded
@given(t=told(SIDES))
def test_a_place_left(order: Callable[[Told], str], t: Told) -> None:
    comes_out(order(t), "control", {"change": "withdrew", "actor": t.side, "place": t.place})


@pytest.mark.parametrize("order", cases("struck", STRUCK))
@bounded
@given(t=told(AIR))
def test_a_place_struck_from_the_air(order: Callable[[Told], str], t: Told) -> None:
    comes_out(order(t), "attack", {"means": "airstrike", "actor": t.side, "place": t.place})


@pytest.mark.parametrize("order", cases("said", SAID))
@bounded
@given(voice=st.sampled_from(VOICES), words=st.sampled_from(WORDS))
def test_words_and_who_says_them(order: Callable[[str, str], str], voice: str, words: str) -> None:
    comes_out(order(voice, words), "statement", {"speaker": voice, "quote": words})
