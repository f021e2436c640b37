"""What is hidden from reading, and what must never be."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from marsad.page import mask

SHARED = Path(__file__).parents[3] / "shared"

BODY = "أعلنت وزارة الصحة أن القصف أوقع خمسة قتلى في المدينة ليل أمس، وأن بين الضحايا طفلين نقلا إلى المستشفى."
MORE = "وقال متحدث باسم الوزارة إن فرق الإسعاف ما زالت تبحث عن مفقودين تحت أنقاض المباني المدمرة."


def hidden(*lines: str) -> list[str]:
    """The lines of a text that are masked."""
    text = "\n".join(lines)
    return [line for start, end in mask(text) for line in text[start:end].split("\n") if line]


@pytest.mark.parametrize(
    ("lines", "gone"),
    [
        ((BODY, MORE), []),
        (("الرئيسية", "خمسة قتلى في قصف على المدينة", "A+ A-", BODY), ["الرئيسية", "A+ A-"]),
        (
            (BODY, "اقرأ أيضا", "مقتل ثلاثة في حادث سير", "تمديد الهدنة أسبوعا"),
            ["اقرأ أيضا", "مقتل ثلاثة في حادث سير", "تمديد الهدنة أسبوعا"],
        ),
        ((BODY, "أخبار ذات علاقة", "مقتل ثلاثة في حادث سير", MORE), ["أخبار ذات علاقة", "مقتل ثلاثة في حادث سير"]),
        ((BODY, "المقال السابق", "مقتل ثلاثة في حادث سير", MORE), ["المقال السابق", "مقتل ثلاثة في حادث سير"]),
        ((BODY, MORE, "سوريا", "حلب", "غارة جوية"), ["سوريا", "حلب", "غارة جوية"]),
        (
            (BODY, MORE, "مقتل ثلاثة في حادث سير", "هل تمدد الهدنة أسبوعا آخر في المدينة؟", "واشنطن تدعو إلى الحوار"),
            ["مقتل ثلاثة في حادث سير", "هل تمدد الهدنة أسبوعا آخر في المدينة؟", "واشنطن تدعو إلى الحوار"],
        ),
        ((BODY, MORE, BODY), [BODY]),
        (
            ("سياسة", "رأي آخر", "ملف خاص", "حوار العدد", "من الأرشيف", BODY),
            ["سياسة", "رأي آخر", "ملف خاص", "حوار العدد", "من الأرشيف"],
        ),
        (
            ("Two killed in shelling of the town", "Share on Facebook", BODY, "Related Articles", "Truce holds"),
            ["Share on Facebook", "Related Articles", "Truce holds"],
        ),
        ((BODY, "\ue93c رجال إنقاذ في الحي المقصوف"), ["\ue93c رجال إنقاذ في الحي المقصوف"]),
    ],
)
def test_furniture_is_hidden(lines: tuple[str, ...], gone: list[str]) -> None:
    assert hidden(*lines) == gone


@pytest.mark.parametrize(
    "lines",
    [
        (BODY, "أسماء القتلى:", "سامر حداد", "ليلى حداد", "كريم نصار"),
        (BODY, "1- سامر حداد", "2- ليلى حداد", "3- كريم نصار"),
        (BODY, "- مقتل مدني في حي الشرق", "- إصابة طفلين في حي الغرب", "- دمار في السوق"),
        (BODY, "جنيف وأستانة", MORE),
        (BODY, MORE, "وسيطر الجيش على التلة المشرفة على الطريق"),
        ("خمسة قتلى في قصف على المدينة (رويترز)", BODY),
        ("مقتل قائد ميداني", "انفجار في السوق", "هدنة لثلاثة أيام"),
        ("قتل خمسة في الغارة",),
        ("قصف على المدينة مساء أمس", "أسفر القصف عن خمسة قتلى", "إصابة سبعة أشخاص", "نقل الجرحى إلى المستشفى"),
    ],
)
def test_a_report_is_not_hidden(lines: tuple[str, ...]) -> None:
    assert hidden(*lines) == []


def test_spans_are_characters_of_the_text_in_order() -> None:
    text = f"الرئيسية\r\n\r\n{BODY}\r\nEmail\r\nفيسبوك\r\n"
    spans = mask(text)
    assert [text[start:end].strip() for start, end in spans] == ["الرئيسية", "Email\r\nفيسبوك"]
    assert all(a[1] < b[0] for a, b in pairwise(spans))


def test_the_first_article() -> None:
    path = SHARED / "articles" / "raqqa-2017-10-18.txt"
    if not path.exists():
        pytest.skip("the shared articles are not beside the repository")
    text = path.read_text(encoding="utf-8")
    gone = [line for start, end in mask(text) for line in text[start:end].split("\n") if line]
    lines = [line for line in text.split("\n") if line]
    assert gone == [lines[2], lines[3], lines[-1]]


def test_no_annotated_evidence_is_hidden() -> None:
    files = sorted((SHARED / "gold").glob("*-dev/*.json"))
    if not files:
        pytest.skip("the annotated articles are not beside the repository")
    lost = []
    for path in files:
        article = json.loads(path.read_text(encoding="utf-8"))
        spans = mask(article["text"])
        for claim in article["claims"]:
            start = article["text"].find(claim["evidence"])
            end = start + len(claim["evidence"])
            if start >= 0 and any(a < end and start < b for a, b in spans):
                lost.append((path.name, claim["evidence"]))
    assert lost == []


def test_a_line_of_figures_is_looked_at_in_no_time() -> None:
    assert mask("3 0" + "5" * 60 + "x") == mask("x" * 63)
