"""What a person sees of a claim."""

import pytest

from marsad.model import (
    Actor,
    AnyClaim,
    Article,
    Attack,
    Casualty,
    Control,
    Count,
    Evidence,
    Place,
    Quote,
    Refusal,
    Report,
    Source,
    Speaker,
    Statement,
    Talks,
)
from marsad.show import Style, counted, headline, lines

PLAIN = Style()
EVIDENCE = Evidence("مقتل 12 شخصا", 0, 12)
SDF = Actor("قسد", "sdf", "rebel_group")


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (Count("12", 12, 12, "exact"), "12"),
        (Count("3250", 3250, 3250, "exact"), "3,250"),
        (Count("12 على الأقل", 12, None, "at_least"), "at least 12"),
        (Count("أكثر من 50", 50, None, "more_than"), "more than 50"),
        (Count("العشرات على الأقل", 20, None, "at_least"), "العشرات على الأقل (at least 20)"),
        (Count("خمسة", 5, 5, "exact"), "خمسة (5)"),
        (Count("نحو 50", 50, 50, "about"), "about 50"),
        (Count("حتى 50", None, 50, "up_to"), "up to 50"),
        (Count("بين 30 و35", 30, 35, "range"), "30–35"),
        (Count("عشرات", 20, 99, "vague"), "عشرات (20–99)"),
        (Count("قتلى", None, None, "vague"), "قتلى"),
    ],
)
def test_figures(count: Count, said: str) -> None:
    assert counted(count, PLAIN) == said


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        (
            Casualty(
                id="1", rule="r", evidence=EVIDENCE, outcome="killed", count=Count("12", 12, 12, "exact"), group="aid_workers"
            ),
            "12 aid workers killed",
        ),
        (
            Control(id="1", rule="r", evidence=EVIDENCE, change="gained", actor=SDF, place=Place("الرقة", "geonames:172955")),
            "قسد (sdf) gained الرقة",
        ),
        (Control(id="1", rule="r", evidence=EVIDENCE, change="besieged", stance="denied"), "besieged (denied)"),
        (Attack(id="1", rule="r", evidence=EVIDENCE, means="airstrike", target_type="hospital"), "airstrike on hospital"),
        (Attack(id="1", rule="r", evidence=EVIDENCE), "attack"),
        (
            Statement(id="1", rule="r", evidence=EVIDENCE, speaker=Speaker("Guterres"), quote=Quote("hell", 1, 5)),
            "Guterres: «hell»",
        ),
        (Talks(id="1", rule="r", evidence=EVIDENCE, act="meeting", participants=(Actor("A"), SDF)), "meeting of A, قسد (sdf)"),
        (Talks(id="1", rule="r", evidence=EVIDENCE, act="ceasefire", stance="expected"), "ceasefire (expected)"),
    ],
)
def test_headlines(claim: AnyClaim, said: str) -> None:
    assert headline(claim, PLAIN) == said


CLAIM = Casualty(
    id="1",
    rule="counted: N people killed",
    evidence=EVIDENCE,
    outcome="killed",
    count=Count("12", 12, 12, "exact"),
    source=Source("المرصد", "sohr", "organisation", via="رويترز"),
    place=Place("الرقة", "geonames:172955", 35.95, 39.01, 2, "SY"),
)
REPORT = Report(Article("a1", "مقتل 12 شخصا", "0" * 64, title="خبر"), (CLAIM,), (Refusal("no outcome near it", EVIDENCE),))


def test_a_record_shows_the_claim_its_asserter_and_its_characters() -> None:
    said = "\n".join(lines(REPORT, PLAIN))
    for words in (
        "خبر",
        "12 people killed",
        "المرصد (sohr · organisation · via رويترز)",
        "35.95, 39.01 or near",
        "مقتل 12 شخصا",
        "0–12 · counted: N people killed",
        "no outcome near it",
        "no date",
        "1 claim",
    ):
        assert words in said
    assert "\x1b" not in said
    assert "\u2068" not in said


def test_a_terminal_gets_colour_and_isolated_arabic() -> None:
    said = "\n".join(lines(REPORT, Style(colour=True)))
    assert "\x1b[1;31mcasualty" in said
    assert "\u2068الرقة\u2069 (geonames:172955" in said
    assert said.count("\u2068") == said.count("\u2069")


def test_a_narrow_terminal_breaks_lines() -> None:
    long = Evidence("كلمة " * 60, 0, 300)
    report = Report(REPORT.article, (Attack(id="1", rule="r", evidence=long),))
    assert max(map(len, lines(report, Style(width=60)))) <= 60
