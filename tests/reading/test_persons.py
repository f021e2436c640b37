"""Persons: title, rank, role and age split from the name, one person under several spellings, and those the file knows."""

from typing import Any

import pytest

from marsad.model import Article, Casualty, Person, Statement
from marsad.reading import reader_of

PUBLISHED = "2017-10-18"


def named(text: str) -> list[Person]:
    report = reader_of("ar").read(Article("", text, "", published=PUBLISHED))
    return [c.person for c in report.claims if isinstance(c, Casualty) and c.person is not None]


def speakers(text: str) -> list[tuple[str, str | None]]:
    report = reader_of("ar").read(Article("", text, "", published=PUBLISHED))
    return [(c.speaker.name, c.speaker.id) for c in report.claims if isinstance(c, Statement)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل العميد الركن نادر الأسعد في حلب", {"name": "نادر الأسعد", "rank": "العميد الركن", "role": None}),
        ("مقتل الملازم أول سامر الخطيب في حمص", {"name": "سامر الخطيب", "rank": "الملازم أول", "role": None}),
        ("قتل الصحفي علي الحمد في الرقة", {"name": "علي الحمد", "rank": None, "role": "الصحفي"}),
        ("استشهد الشيخ علي الحمد في الرقة", {"name": "علي الحمد", "rank": None, "role": None}),
        ("قتل الطفل سامر محمود الخطيب (14 عاما) في حلب", {"name": "سامر محمود الخطيب", "age": 14, "role": None}),
        ("أصيب المواطن نادر الأسعد البالغ من العمر 52 عاما في حلب", {"name": "نادر الأسعد", "age": 52, "role": None}),
        ("قتل نادر محمود الأسعد، 33 عاما، في حلب", {"name": "نادر محمود الأسعد", "age": 33}),
        ("أصيب الرضيع علي الحمد (7 أشهر) في حلب", {"name": "علي الحمد", "age": None}),
        ("قتل نادر محمود الأسعد (3) في حلب", {"name": "نادر محمود الأسعد", "age": None}),
        ("قتل علي عبد الله صالح في صنعاء", {"id": "ali-abdullah-saleh"}),
        ("قتل علي عبد الله صالح المطري في صنعاء", {"id": None}),
    ],
)
def test_what_is_said_of_a_person(text: str, expected: dict[str, Any]) -> None:
    (person,) = named(text)
    assert {field: getattr(person, field) for field in expected} == expected


def test_a_list_of_names_keeps_each_with_its_age() -> None:
    found = named("أصيب كل من سامر الخطيب (14 عاما) ونادر الأسعد (15 عاما) في قصف على حلب")
    assert [(p.name, p.age) for p in found] == [("سامر الخطيب", 14), ("نادر الأسعد", 15)]


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("عبد الرحمن مصطفى", "عبدالرحمن مصطفى"),
        ("أسامة حمادة", "اسامه حماده"),
        ("إبراهيم الأسعد", "ابراهيم الاسعد"),
        ("محمد بن خالد العتيبي", "محمد خالد العتيبي"),
    ],
)
def test_a_death_told_under_another_spelling_is_told_once(first: str, again: str) -> None:
    assert len(named(f"قتل المواطن {first} في مدينة حلب. وقال ناشطون إن المواطن {again} قتل في مدينة حلب.")) == 1


def test_a_death_of_another_is_told_apart() -> None:
    assert len(named("قتل المواطن محمود خالد الأسعد في مدينة حلب. وقال ناشطون إن المواطن محمد خالد الحمد قتل في مدينة حلب.")) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال وزير الخارجية الروسي سيرغي لافروف: «نحن مستعدون للحوار اليوم».", [("سيرغي لافروف", "sergei-lavrov")]),
        ("قال الرئيس الروسي بوتين: «نحن مستعدون للحوار اليوم».", [("بوتين", "vladimir-putin")]),
        ("قال المواطن بوتين: «نحن مستعدون للحوار اليوم».", [("بوتين", None)]),
        (
            "وصل الأمين العام للأمم المتحدة أنطونيو غوتيريش إلى أنقرة. وقال غوتيريس: «نحن مستعدون للحوار اليوم».",
            [("أنطونيو غوتيريش", "antonio-guterres")],
        ),
        (
            "صرح المتحدث باسم المجلس عبد الرحمن الأسعد للصحفيين. وأضاف عبدالرحمن الأسعد: «نحن مستعدون للحوار اليوم».",
            [("عبد الرحمن الأسعد", None)],
        ),
    ],
)
def test_who_speaks(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert speakers(text) == expected
