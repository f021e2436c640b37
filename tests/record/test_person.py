"""People across spellings; two of one name are two until something more says otherwise; nothing is read from a name."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import marsad
from marsad.model import Casualty, Count, Individual, Person, Place, Report, Speaker, Statement, When
from marsad.model.claim import Quote
from marsad.record import gather

Make = Callable[..., Report]
PLACE = Place("الرقة", "geonames:172955", 35.9528, 39.0079, 1, "SY")


def dead(name: str, day: str = "2017-06-10", **more: Any) -> tuple[type[Casualty], dict[str, Any]]:
    fields = {
        "outcome": "killed",
        "count": Count(name, 1, 1, "exact"),
        "place": PLACE,
        "date": When(None, day, day, 1),
        "means": "airstrike",
    }
    person = Person(name, **{k: more.pop(k) for k in list(more) if k in ("age", "sex", "role", "affiliation", "id")})
    return Casualty, fields | {"person": person} | more


def speaker(name: str, **more: Any) -> tuple[type[Statement], dict[str, Any]]:
    return Statement, {"speaker": Speaker(name, **more), "quote": Quote("o", 0, 1)}


def people(report: Make, *drafts: Any, days: tuple[str, ...] = ()) -> tuple[Individual, ...]:
    told = [report(days[n] if days else "2017-06-10", draft, outlet=f"o{n}") for n, draft in enumerate(drafts)]
    return gather(told).people


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد عبد الله الحسن", "احمد عبدالله الحسن"),
        ("فاطمة الخطيب", "فاطمه الخطيب"),
        ("محمد أحمد العلي", "محمد العلي"),
        ("مصطفى النجار", "مصطفي نجار"),
        ("طلال سلو", "Talal Silo"),
        ("خالد الأحمد", "Khaled al-Ahmad"),
        ("ليلى شامي", "Leila Shami"),
    ],
)
def test_one_person_under_two_spellings(report: Make, one: str, other: str) -> None:
    (person,) = people(report, dead(one), dead(other))
    assert set(person.names) == {one, other}
    assert (person.fate, len(person.incidents)) == ("killed", 1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد حسن العلي", "محمد حسن العلي"),  # brothers
        ("حسن الخطيب", "حسين النجار"),
        ("سمير شامي", "سامر شامي"),
        ("خالد الأحمد", "خالد الأحمر"),
        ("محمد", "محمد علي"),
    ],
)
def test_two_persons_of_like_names(report: Make, one: str, other: str) -> None:
    assert len(people(report, dead(one), dead(other))) == 2


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        (dead("محمد العلي"), dead("محمد العلي", "2017-09-10", place=None), 2),  # a name borne by many, another event
        (dead("محمد خالد أحمد العلي"), dead("محمد خالد أحمد العلي", "2017-06-20"), 1),
        (dead("محمد خالد العلي", age=9), dead("محمد خالد العلي", age=40), 2),
        (dead("نور الحسن", sex="female"), dead("نور الحسن", sex="male"), 2),
        (dead("x y", id="p1"), dead("a b", id="p1"), 1),
        (speaker("محمد العلي", role="وزير الصحة"), speaker("محمد العلي", role="وزير الصحة"), 1),
        (speaker("محمد العلي", affiliation="sdf"), speaker("محمد العلي", affiliation="isis"), 2),
    ],
)
def test_what_speaks_for_and_against(report: Make, one: Any, other: Any, count: int) -> None:
    assert len(people(report, one, other)) == count


NAMES = st.sampled_from(["أحمد العلي", "فاطمة الخطيب", "الطفلة نور", "الشيخ محمد الحسن", "Maryam Saleh"])


@given(
    st.lists(st.tuples(NAMES, st.sampled_from([None, 7, 30]), st.sampled_from([None, "female", "male"])), min_size=1, max_size=5)
)
def test_age_and_sex_are_only_what_a_claim_states(report: Make, rows: list[tuple[str, int | None, str | None]]) -> None:
    for person in people(report, *(dead(name, age=age, sex=sex) for name, age, sex in rows)):
        stated = [(age, sex) for name, age, sex in rows if name in person.names]
        assert person.age in {age for age, _ in stated} | {None}
        assert person.sex in {sex for _, sex in stated} | {None}
        assert person.age_band is None


@pytest.mark.parametrize(
    "text",
    [
        "استشهد أحمد العلي في قصف على مدينة الرقة أمس.",
        "استشهدت فاطمة الخطيب في قصف على مدينة الرقة أمس.",
        "ارتقى خمسة شهداء في غارة على الرقة أمس.",
        "مقتل خمسة إرهابيين في غارة على الرقة أمس.",
        "تحييد خمسة عناصر في غارة على الرقة أمس.",
        "سقط 12 شهيدا في قصف على الرقة أمس.",
    ],
)
def test_status_age_and_sex_are_never_read_from_loaded_words_or_names(text: str) -> None:
    record = gather([marsad.read(text, published="2017-06-11", outlet="outlet")])
    groups = {f.group for i in record.incidents for f in i.figures}
    assert not groups & {"civilians", "women", "men", "children"}
    assert all((p.sex, p.age, p.age_band) == (None, None, None) for p in record.people)
