from datetime import date

import pytest

from marsad.desk.room import plain
from marsad.desk.voice import Voice

ARABIC, EGYPT, ENGLISH = Voice("ar"), Voice("ar", "arab", "egyptian"), Voice("en")


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (3, 3, "3"),
        (0, 3, "0–3"),
        (3, None, "3 or more"),
        (None, 3, "up to 3"),
        (None, None, "unknown"),
        (0, 0, "0"),
        (3250, 3250, "3,250"),
    ],
)
def test_ranges_are_written_as_recorders_write_them(low: int | None, high: int | None, said: str) -> None:
    assert plain(ENGLISH.range(low, high)) == said


@pytest.mark.parametrize(("low", "high", "said"), [(3, 3, "3"), (2, 4, "2–4"), (3, None, "3 فأكثر"), (None, 3, "حتى 3")])
def test_an_open_end_is_words_where_the_page_runs_right_to_left(low: int | None, high: int | None, said: str) -> None:
    assert plain(ARABIC.range(low, high)) == said


@pytest.mark.parametrize(
    ("low", "high", "bound", "words", "said"),
    [
        (3250, 3250, "exact", "3250", "3,250"),
        (40, None, "at_least", "40", "at least 40"),
        (40, None, "more_than", "40", "more than 40"),
        (None, 9, "up_to", "9", "up to 9"),
        (20, 99, "vague", "dozens", "«dozens» (read as: 20–99)"),
        (None, None, "vague", "several", "«several»"),
    ],
)
def test_figures_keep_their_bounds_and_their_words(low: int | None, high: int | None, bound: str, words: str, said: str) -> None:
    assert plain(ENGLISH.count(low, high, bound, words)) == said


@pytest.mark.parametrize(
    ("voice", "iso", "said"),
    [
        (ENGLISH, "2017-10-17", "17 October 2017"),
        (ARABIC, "2017-10-17", "17 تشرين الأول 2017"),
        (EGYPT, "2017-10-17", "١٧ أكتوبر ٢٠١٧"),
        (ARABIC, "2017-06", "حزيران 2017"),
        (ENGLISH, "2017", "2017"),
        (ENGLISH, None, "no date"),
    ],
)
def test_days_in_the_reader_s_months_and_digits(voice: Voice, iso: str | None, said: str) -> None:
    assert plain(voice.day(iso)) == said


def test_names_from_outside_are_isolated_and_escaped() -> None:
    assert ENGLISH.named("<script>") == "<bdi>&lt;script&gt;</bdi>"
    assert "<script>" not in ENGLISH.count(None, None, "vague", "<script>")


def test_months_are_twelve_in_each_set() -> None:
    for voice in (ARABIC, EGYPT, ENGLISH):
        assert len({plain(voice.day(date(2020, month, 1).isoformat())) for month in range(1, 13)}) == 12
