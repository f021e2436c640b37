"""Where a sentence says a thing happened: the suite of places, a third of it sentences that lead astray."""

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

import pytest

from marsad.model import Article, Place
from marsad.reading import reader_of
from marsad.text import key

SUITE = Path(__file__).with_name("places.tsv")
REQUIRED = 0.93
NEAR_KM = 25.0
HEADS = frozenset(key("مدينة بلدة قرية حي محافظة قضاء منطقة مديرية").split())


@dataclass(frozen=True)
class Line:
    """A sentence, the place it names (None: none), where that lies, and the wrong reading that must not come."""

    sentence: str
    name: str | None
    latitude: float | None
    longitude: float | None
    precision: int | None
    wrong: str | None


def lines() -> list[Line]:
    out = []
    for row in SUITE.read_text(encoding="utf-8").splitlines():
        if row and not row.startswith("#"):
            sentence, name, latitude, longitude, precision, wrong = (*row.split("\t"), "", "", "", "", "")[:6]
            at = (float(latitude), float(longitude)) if latitude else (None, None)
            out.append(Line(sentence, None if name == "-" else name, *at, int(precision) if precision else None, wrong or None))
    return out


def words(name: str) -> set[str]:
    return {w.removeprefix("ال") for w in key(name).split() if w not in HEADS}


def places(sentence: str) -> list[Place]:
    report = reader_of("ar").read(Article("", sentence, "", published="2017-10-18"))
    return [c.place for c in report.claims if c.place is not None]


def km(place: Place, latitude: float, longitude: float) -> float:
    if place.latitude is None or place.longitude is None:
        return float("inf")
    a, b, c, d = map(radians, (place.latitude, place.longitude, latitude, longitude))
    return 12742 * asin(sqrt(sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2))


def fault(line: Line) -> str | None:
    """What is wrong with the reading of a line, None when it is right."""
    found = places(line.sentence)
    astray = [p.name for p in found if line.wrong and words(line.wrong) <= words(p.name)]
    if astray:
        return f"{line.sentence} gave {astray[0]}"
    if line.name is None:
        return None
    own = [p for p in found if words(p.name) == words(line.name)]
    if not own:
        return f"{line.sentence} gave {[p.name for p in found]}, not {line.name}"
    if (
        line.latitude is not None
        and line.longitude is not None
        and min(km(p, line.latitude, line.longitude) for p in own) > NEAR_KM
    ):
        return f"{line.sentence} put {line.name} at {own[0].latitude}, {own[0].longitude}"
    if line.precision is not None and all((p.precision or 9) > line.precision for p in own):
        return f"{line.sentence} gave {line.name} precision {own[0].precision}"
    return None


def test_the_suite_is_large_and_full_of_traps() -> None:
    assert len(lines()) >= 150
    assert sum(line.wrong is not None for line in lines()) >= 60


def test_the_suite_is_read() -> None:
    suite = lines()
    faults = [f for line in suite if (f := fault(line)) is not None]
    assert 1 - len(faults) / len(suite) >= REQUIRED, "\n".join([f"{len(suite) - len(faults)} of {len(suite)} right", *faults])


@pytest.mark.parametrize(
    ("sentence", "precision"),
    [
        ("قتل ثلاثة مدنيين على الطريق بين سراقب ومعرة النعمان.", 2),
        ("انفجر لغم بين كفرنبل ومعرة النعمان.", 2),
        ("قتل ثلاثة مدنيين في قصف على ريف حلب الشمالي.", 2),
        ("قتل ثلاثة مدنيين في قصف شمالي الرقة.", 2),
        ("قتل ثلاثة مدنيين في سراقب ومعرة النعمان.", 1),
    ],
)
def test_what_is_near_a_place_or_about_it_is_not_in_it(sentence: str, precision: int) -> None:
    found = places(sentence)
    assert {p.precision for p in found} == {precision}
    assert all(p.latitude is not None for p in found)


@pytest.mark.parametrize(
    ("sentence", "name"), [("قتل مدني في مدينة منبج", "منبج"), ("قتل مدني في قرية كفرزيتون بريف حماة", "كفرزيتون")]
)
def test_a_fault_is_seen(sentence: str, name: str) -> None:
    assert fault(Line(sentence, name, None, None, None, None)) is None
    assert fault(Line(sentence, "دمشق", None, None, None, None)) is not None
    assert fault(Line(sentence, None, None, None, None, name)) is not None
