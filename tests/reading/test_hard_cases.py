"""One claim said in many ways stays that claim: other word orders, clauses between, other spellings, digits and marks."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words
from tests.reading.spellings import SPELLINGS

from marsad.language.corpus import PUBLISHED, agrees
from marsad.model import Article
from marsad.reading import reader_of
from marsad.reading.flat import flattened, line

bounded = settings(derandomize=True, max_examples=40, deadline=None)

OUTCOMES = {
    "killed": ("قتل", "مقتل", "قتلوا"),
    "injured": ("أصيب", "إصابة", "أصيبوا"),
    "abducted": ("اختطف", "اختطاف", "اختطفوا"),
    "detained": ("اعتقل", "اعتقال", "اعتقلوا"),
    "displaced": ("نزح", "نزوح", "نزحوا"),
}
"""Of each outcome the verb, its noun, and the verb of "they"."""

GROUPS = {
    "people": ("شخص", "شخصا", "أشخاص"),
    "civilians": ("مدني", "مدنيا", "مدنيين"),
    "children": ("طفل", "طفلا", "أطفال"),
    "soldiers": ("جندي", "جنديا", "جنود"),
    "fighters": ("مسلح", "مسلحا", "مسلحين"),
    "journalists": ("صحفي", "صحفيا", "صحفيين"),
    "medics": ("مسعف", "مسعفا", "مسعفين"),
}
"""Of each group the noun after a hundred, after eleven to ninety-nine, and after three to ten."""

PLACES = (
    "حلب إدلب الرقة الحسكة القامشلي أعزاز صعدة تعز الحديدة الموصل أربيل الفلوجة بنغازي مصراتة الخرطوم الفاشر العريش رفح".split()
)
SOURCES = ("المرصد السوري لحقوق الإنسان", "وزارة الصحة", "مصدر طبي", "ناشطون", "الأمم المتحدة")


@dataclass(frozen=True)
class Said:
    """What a sentence is to state, and the words it is said with."""

    outcome: str
    count: int
    group: str
    place: str
    source: str
    figure: str

    @property
    def verb(self) -> str:
        return OUTCOMES[self.outcome][0]

    @property
    def noun(self) -> str:
        return OUTCOMES[self.outcome][1]

    @property
    def they(self) -> str:
        return OUTCOMES[self.outcome][2]

    @property
    def people(self) -> str:
        hundred, accusative, plural = GROUPS[self.group]
        last = self.count % 100
        return f"{self.figure} {plural if 3 <= last <= 10 else accusative if last > 10 else hundred}"


def said(figure: Callable[[int], str] = str) -> st.SearchStrategy[Said]:
    return st.builds(
        lambda outcome, count, group, place, source: Said(outcome, count, group, place, source, figure(count)),
        st.sampled_from(sorted(OUTCOMES)),
        st.integers(3, 999).filter(lambda n: n % 100 not in (1, 2)),
        st.sampled_from(sorted(GROUPS)),
        st.sampled_from(PLACES),
        st.sampled_from(SOURCES),
    )


def plain(s: Said) -> str:
    return f"{s.verb} {s.people} في {s.place}."


def comes_out(text: str, s: Said, **more: Any) -> None:
    """The sentence gives the one figure it states, and every claim points at its own characters."""
    report = reader_of("ar").read(Article("", text, "", published=PUBLISHED))
    found = [f for f in flattened(report.claims) if f["kind"] == "casualty"]
    wanted = {"outcome": s.outcome, "low": s.count, "high": s.count, "group": s.group, "place": s.place} | more
    assert [agrees(wanted, f) for f in found] == [True], "\n".join([text, *map(line, found)])
    for claim in report.claims:
        assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.text


ORDERS: dict[str, Callable[[Said], str]] = {
    "verb first": plain,
    "noun of the outcome": lambda s: f"{s.noun} {s.people} في {s.place}",
    "people first": lambda s: f"وأضاف أن {s.people} {s.they} في {s.place}.",
    "place first": lambda s: f"في {s.place}، {s.verb} {s.people}.",
    "place before the people": lambda s: f"{s.verb} في {s.place} {s.people}.",
    "place at the head of a verb": lambda s: f"شهدت {s.place} {s.noun} {s.people}.",
    "as what followed": lambda s: f"ما أدى إلى {s.noun} {s.people} في {s.place}.",
    "as what an attack led to": lambda s: f"أسفر القصف على {s.place} عن {s.noun} {s.people}.",
    "after completion of the verbal noun": lambda s: f"تم {s.noun} {s.people} في {s.place}.",
    "with a conjunction on the verb": lambda s: f"و{s.verb} {s.people} في {s.place}.",
    "with a preposition on the place": lambda s: f"{s.verb} {s.people} بمدينة {s.place}.",
}

SOURCED: dict[str, Callable[[Said], str]] = {
    "source announced it": lambda s: f"أعلن {s.source} {s.noun} {s.people} في {s.place}.",
    "source said that": lambda s: f"قال {s.source} إن {s.people} {s.they} في {s.place}.",
    "source last": lambda s: f"{s.verb} {s.people} في {s.place}، بحسب {s.source}.",
    "source first with according to": lambda s: f"وفق {s.source}، {s.verb} {s.people} في {s.place}.",
    "source reported the noun": lambda s: f"أفاد {s.source} ب{s.noun} {s.people} في {s.place}.",
}

BETWEEN: dict[str, Callable[[Said], str]] = {
    "a time after the verb": lambda s: f"{s.verb} صباح أمس {s.people} في {s.place}.",
    "a time in commas": lambda s: f"{s.verb}، صباح أمس، {s.people} في {s.place}.",
    "a source before the place": lambda s: f"{s.verb} {s.people}، وفق مصادر طبية، في {s.place}.",
    "a weekday": lambda s: f"{s.verb} {s.people} يوم الثلاثاء في {s.place}.",
    "a clause after the people": lambda s: f"{s.verb} {s.people}، كما ذكرت وسائل إعلام محلية، في {s.place}.",
    "a cause before the place": lambda s: f"{s.verb} {s.people} جراء قصف مدفعي في {s.place}.",
    "a remark in brackets": lambda s: f"{s.verb} {s.people} (بحسب حصيلة أولية) في {s.place}.",
    "a clause before all": lambda s: f"في وقت تتواصل فيه العمليات العسكرية، {s.verb} {s.people} في {s.place}.",
    "a clause after all": lambda s: f"{s.verb} {s.people} في {s.place}، وهي مدينة تقع على طريق رئيسي.",
}

WORDINGS: dict[str, Callable[[Said], str]] = {
    "met their death": lambda s: f"لقي {s.people} مصرعهم في {s.place}.",
    "met their death, the place between": lambda s: f"لقي {s.people} حتفهم قرب {s.place}.",
    "so many dead": lambda s: f"سقط {s.figure} قتيلا في {s.place}.",
    "so many dead fell": lambda s: f"أدى الهجوم إلى سقوط {s.figure} قتيلا في {s.place}.",
    "the toll reached": lambda s: f"بلغ عدد القتلى في {s.place} {s.figure} شخصا.",
    "the toll rose to": lambda s: f"ارتفعت حصيلة القتلى في {s.place} إلى {s.figure}.",
    "fell as martyrs": lambda s: f"استشهد {s.people} في {s.place}.",
    "claimed the lives of": lambda s: f"أودى الهجوم بحياة {s.people} في {s.place}.",
    "lost their lives": lambda s: f"فقد {s.people} حياتهم في {s.place}.",
    "the killing in the passive with a cause": lambda s: f"قتل {s.people} بانفجار عبوة ناسفة في {s.place}.",
    "a side killed them": lambda s: f"قتل تنظيم داعش {s.people} في {s.place}.",
    "an attack killed them": lambda s: f"قتل الهجوم {s.people} في {s.place}.",
    "which left": lambda s: f"وقع انفجار في {s.place} خلف {s.figure} قتيلا.",
}
"""Ways of telling of the dead alone."""

WHERE: dict[str, Callable[[str], str]] = {
    "in a village": lambda p: f"في قرية {p}",
    "in a town, with its country": lambda p: f"في بلدة {p} السورية",
    "in the countryside": lambda p: f"في ريف {p}",
    "near": lambda p: f"قرب {p}",
    "in a city with a preposition": lambda p: f"بمدينة {p}",
    "north of": lambda p: f"شمالي {p}",
    "in a province": lambda p: f"في محافظة {p}",
}

LAYOUTS: dict[str, Callable[[str], str]] = {
    "a dateline": lambda text: f"بيروت (رويترز) - {text}",
    "a line broken in the middle by a carriage return": lambda text: text.replace(" في ", " في\r", 1),
    "no full stop": lambda text: text.rstrip("."),
    "three dots": lambda text: text.rstrip(".") + "...",
    "an exclamation mark": lambda text: text.rstrip(".") + "!",
    "spaces about it": lambda text: f"  \n\n{text}\n ",
    "a bullet": lambda text: f"• {text}",
    "a star": lambda text: f"* {text}",
    "an urgent mark": lambda text: f"عاجل | {text}",
    "a hashtag": lambda text: f"#عاجل {text}",
    "a numbered line": lambda text: f"1- {text}",
    "a sign at the head": lambda text: f"\ufeff{text}",
    "an English word before it": lambda text: f"Breaking: {text}",
    "a sentence before it on its line": lambda text: f"تواصلت المواجهات أمس. {text}",
}

FIGURES: dict[str, Callable[[int], str]] = {
    "in words": lambda n: str(num2words(n, lang="ar")),
    "in brackets after words": lambda n: f"{num2words(n, lang='ar')} ({n})",
    "in brackets": lambda n: f"({n})",
}

LARGE: dict[str, Callable[[int], str]] = {
    "thousands with a comma": lambda n: f"{n:,}",
    "thousands with an Arabic separator": lambda n: f"{n:,}".replace(",", "٬").translate(
        str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    ),
    "thousands without one": str,
    "thousands in words": lambda n: str(num2words(n, lang="ar")),
}

KNOWN: dict[str, str] = {}
"""What is known to fail, and why; it must fail, so that the mark goes once it is read."""


def cases(table: dict[str, Any]) -> list[Any]:
    return [
        pytest.param(case, id=name, marks=[pytest.mark.xfail(reason=KNOWN[name], strict=True)] if name in KNOWN else [])
        for name, case in table.items()
    ]


@pytest.mark.parametrize("order", cases(ORDERS))
@bounded
@given(s=said())
def test_other_word_orders(order: Callable[[Said], str], s: Said) -> None:
    comes_out(order(s), s)


@pytest.mark.parametrize("order", cases(SOURCED))
@bounded
@given(s=said())
def test_who_says_it_wherever_they_stand(order: Callable[[Said], str], s: Said) -> None:
    comes_out(order(s), s, source=s.source)


@pytest.mark.parametrize("clause", cases(BETWEEN))
@bounded
@given(s=said())
def test_clauses_between(clause: Callable[[Said], str], s: Said) -> None:
    comes_out(clause(s), s)


@pytest.mark.parametrize("wording", cases(WORDINGS))
@bounded
@given(s=said())
def test_other_words_for_the_dead(wording: Callable[[Said], str], s: Said) -> None:
    text = wording(s)
    group = s.group if s.people in text else "people"
    comes_out(text, s, outcome="killed", group=group)


@pytest.mark.parametrize("where", cases(WHERE))
@bounded
@given(s=said())
def test_the_place_told_more_closely(where: Callable[[str], str], s: Said) -> None:
    stated = where(s.place)
    name = s.place if stated.startswith(("في", "قرب", "بمدينة")) and "ريف" not in stated else stated.removeprefix("في ")
    comes_out(f"{s.verb} {s.people} {stated}.", s, place=name)


@pytest.mark.parametrize("layout", cases(LAYOUTS))
@bounded
@given(s=said())
def test_layouts(layout: Callable[[str], str], s: Said) -> None:
    comes_out(layout(plain(s)), s)


@bounded
@given(s=said(), other=said())
def test_the_wounded_beside_the_dead(s: Said, other: Said) -> None:
    """Two outcomes in a sentence: "others" are of the group of the first."""
    text = f"قتل {s.people} وأصيب {other.figure} آخرون في {s.place}."
    report = reader_of("ar").read(Article("", text, "", published=PUBLISHED))
    found = [f for f in flattened(report.claims) if f["kind"] == "casualty"]
    group = "people" if s.group == "children" else s.group
    wanted = [
        {"outcome": "killed", "low": s.count, "group": s.group, "place": s.place},
        {"outcome": "injured", "low": other.count, "group": group, "place": s.place},
    ]
    assert [agrees(w, f) for w, f in zip(wanted, found, strict=True)] == [True, True], "\n".join([text, *map(line, found)])


@bounded
@given(s=said(), part=st.integers(3, 10), kind=st.sampled_from(["children", "journalists", "medics"]))
def test_a_part_stands_under_its_whole(s: Said, part: int, kind: str) -> None:
    text = f"{s.verb} {s.people}، بينهم {part} {GROUPS[kind][2]}، في {s.place}."
    report = reader_of("ar").read(Article("", text, "", published=PUBLISHED))
    found = [f for f in flattened(report.claims) if f["kind"] == "casualty"]
    wanted = [
        {"outcome": s.outcome, "low": s.count, "group": s.group, "place": s.place, "part_of": None},
        {"outcome": s.outcome, "low": part, "group": kind, "place": s.place, "part_of": s.count},
    ]
    assert [agrees(w, f) for w, f in zip(wanted, found, strict=True)] == [True, True], "\n".join([text, *map(line, found)])


@pytest.mark.parametrize("figure", cases(LARGE))
@bounded
@given(thousands=st.integers(3, 99), rest=st.integers(3, 999).filter(lambda n: n % 100 > 10), s=said())
def test_large_figures(figure: Callable[[int], str], thousands: int, rest: int, s: Said) -> None:
    count = thousands * 1000 + rest
    comes_out(f"نزح {figure(count)} شخصا من {s.place}.", s, outcome="displaced", group="people", low=count, high=count)


@pytest.mark.parametrize("spelled", cases(SPELLINGS))
@bounded
@given(s=said(), data=st.data())
def test_other_spellings(spelled: Callable[[str, st.DataObject], str], s: Said, data: st.DataObject) -> None:
    comes_out(spelled(plain(s), data), s)


@pytest.mark.parametrize("figure", cases(FIGURES))
@bounded
@given(data=st.data())
def test_other_figures(figure: Callable[[int], str], data: st.DataObject) -> None:
    s = data.draw(said(figure))
    comes_out(plain(s), s)


@pytest.mark.parametrize(
    ("words", "low", "high", "bound"),
    [
        ("ما لا يقل عن", True, False, "at_least"),
        ("على الأقل", True, False, "at_least"),
        ("أكثر من", True, False, "more_than"),
        ("نحو", True, True, "about"),
        ("قرابة", True, True, "about"),
        ("ما يصل إلى", False, True, "up_to"),
    ],
)
@bounded
@given(s=said())
def test_bounds(words: str, low: bool, high: bool, bound: str, s: Said) -> None:
    wanted = {"low": s.count if low else None, "high": s.count if high else None, "bound": bound}
    people = f"{s.people} {words}" if words == "على الأقل" else f"{words} {s.people}"
    comes_out(f"{s.verb} {people} في {s.place}.", s, **wanted)


@pytest.mark.parametrize(
    ("words", "day"),
    [("أمس", "2017-10-17"), ("اليوم", "2017-10-18"), ("يوم الأحد", "2017-10-15"), ("في 3 تشرين الأول 2017", "2017-10-03")],
)
@bounded
@given(s=said())
def test_days(words: str, day: str, s: Said) -> None:
    comes_out(f"{s.verb} {s.people} في {s.place} {words}.", s, date=day)


@bounded
@given(s=said(), others=st.lists(said(), min_size=1, max_size=3))
def test_other_sentences_around_it_change_nothing(s: Said, others: list[Said]) -> None:
    """Each sentence of a text gives its figure at its place; figures differ, as an equal one is taken for the same told twice."""
    told = {o.count: o for o in (s, *others)}
    text = " ".join(plain(o) for o in told.values())
    report = reader_of("ar").read(Article("", text, "", published=PUBLISHED))
    found = [f for f in flattened(report.claims) if f["kind"] == "casualty"]
    for o in told.values():
        wanted = {"outcome": o.outcome, "low": o.count, "group": o.group, "place": o.place}
        assert any(agrees(wanted, f) for f in found), "\n".join([text, *map(line, found)])
