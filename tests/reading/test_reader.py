"""The reader as a whole: what holds of every report, whatever the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.language.corpus import PUBLISHED
from marsad.model import Article, Casualty, Report, Statement
from marsad.reading import read
from marsad.version import VERSION

SENTENCES = (
    "قتل 20 شخصا بينهم 4 أطفال في قصف على مدينة حلب أمس.",
    "سيطرت قسد على مدينة الطبقة.",
    "قال مصدر أمني: «لن نتراجع عن مواقعنا أبدا».",
    "شن طيران التحالف غارات على صعدة.",
    "زار المعرض 300 شخص.",
    "لقي ثلاثة أشخاص حتفهم في حادث سير.",
    "نفى الجيش مقتل ثلاثة من جنوده.",
    "\n",
    "«",
    ")",
    "12",
    "و",
)


def report(text: str, title: str | None = None) -> Report:
    return read(Article("a", text, "", title=title, published=PUBLISHED))


def holds(made: Report) -> None:
    text = made.article.text
    sources = {None: text, "title": made.article.title or ""}
    ids = [c.id for c in made.claims]
    assert len(set(ids)) == len(ids)
    for said in (*made.claims, *made.refusals):
        evidence = said.evidence
        assert evidence.text
        assert sources[evidence.in_][evidence.start : evidence.end] == evidence.text
    for claim in made.claims:
        assert claim.reader == VERSION
        assert claim.rule
        if isinstance(claim, Casualty):
            assert claim.part_of is None or (claim.part_of in ids and claim.part_of != claim.id)
            low, high = claim.count.low, claim.count.high
            assert low is None or high is None or low <= high
        if isinstance(claim, Statement):
            assert text[claim.quote.start : claim.quote.end] == claim.quote.text


@settings(derandomize=True, max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), max_size=8), st.sampled_from([None, *SENTENCES]))
def test_every_claim_points_at_its_own_characters(parts: list[str], title: str | None) -> None:
    holds(report(" ".join(parts), title))


@settings(derandomize=True, max_examples=150, deadline=None)
@given(st.text(alphabet='قتل مدني12في٣ون،.:«»"()و\nَـ\u200fab-', max_size=120))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    holds(report(text))


@pytest.mark.parametrize("sign", "₆²③౩๓")
@pytest.mark.parametrize(
    "text",
    [
        "Six people were killed on {} May 2020, {} days ago, in Aleppo.",
        "{},000 people fled in {} weeks of May {}.",
        "قتل {} أشخاص في حلب في {} أيار 202{}.",
        "نزح {} آلاف منذ {}/{}/2020.",
    ],
)
def test_signs_that_are_digits_and_make_no_number_end_no_reading(text: str, sign: str) -> None:
    made = Article("a", text.replace("{}", sign), "", published=PUBLISHED, language="en" if text.isascii() else "ar")
    holds(read(made))


@pytest.mark.parametrize("text", ["", " ", "\n\n", "words in another script", "🙂", "\u200f\u200f"])
def test_a_text_that_tells_nothing_gives_nothing(text: str) -> None:
    assert report(text).claims == ()


def test_one_text_gives_one_report() -> None:
    text = " ".join(SENTENCES)
    assert report(text) == report(text)


def test_masked_stretches_are_not_read() -> None:
    text = "اقرأ أيضا: قتل 12 شخصا في حلب"
    assert report(text).claims
    assert read(Article("a", text, "", masked=((0, len(text)),))).claims == ()


def test_days_without_a_day_to_count_from_stay_unresolved() -> None:
    text = "قتل 12 شخصا في حلب أمس."
    dated = report(text).claims[0]
    assert dated.date is not None
    assert dated.date.start == "2017-10-17"
    assert read(Article("a", text, "")).claims[0].date is None


def test_a_village_known_only_to_its_province_is_finer_than_the_countryside_told_first() -> None:
    text = "قتل مدنيان في قصف لقوات النظام على ريف حلب الغربي. وقال مراسل الوكالة إن القصف استهدف بلدة كفرنوران غربي حلب وأدى إلى مقتل شخصين."
    report = read(Article("a", text, "", published=PUBLISHED))
    assert [c.place.name for c in report.claims if c.kind == "casualty" and c.place] == ["بلدة كفرنوران"]


def test_a_line_that_heads_a_text_is_told_again_by_the_sentence_that_names_the_village() -> None:
    text = "إصابة طفلين بانفجار لغم غربي إدلب\nأصيب طفلان بانفجار لغم في قرية الكرامة غربي إدلب."
    report = read(Article("a", text, "", published=PUBLISHED))
    assert [c.place.name for c in report.claims if c.kind == "casualty" and c.place] == ["قرية الكرامة"]


def test_where_the_wounded_are_carried_to_is_no_telling() -> None:
    text = "قتل مدنيان في قصف على بلدة سرمين. وتفقدت الفرق المكان ونقلت جثماني المدنيين إلى ذويهم."
    report = read(Article("a", text, "", published=PUBLISHED))
    assert {c.source for c in report.claims} == {None}
