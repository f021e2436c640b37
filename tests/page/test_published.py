"""The day a report appeared, by every way a page tells it, surest first."""

from collections.abc import Sequence
from datetime import date, datetime

import pytest

from marsad.model import MarsadError
from marsad.page import article
from marsad.page.published import address, stamp

BODY = "<p>قالت وزارة الصحة إن القصف على المدينة أوقع خمسة قتلى وعشرة جرحى، ونقل المصابون إلى المستشفى في المساء.</p>" * 1
BODY += "<p>وأضافت الوزارة أن بين القتلى طفلين من عائلة واحدة، وأن فرق الإسعاف تواصل البحث عن مفقودين تحت الأنقاض.</p>"
LD = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"خمسة قتلى","datePublished":"2019-01-01T00:30:00+03:00"}</script>'
META = '<meta property="article:published_time" content="2019-02-02T10:00:00Z">'
TIME = '<time datetime="2019-03-03">الأحد</time>'
LINK = '<link rel="canonical" href="https://news.example.org/2019/04/04/strike.html">'
LINE = '<div class="post-date">الأحد 05/05/2019 - 14:20</div>'
TEXTLINE = "<p>2019-06-06 11:00</p>"

MONTHS = {"ايار": 5, "تشرين": 10, "افريل": 4}


def reader(words: Sequence[str]) -> date | None:
    """A stand-in for a language's reader: a day, a month it knows, a year."""
    for i, word in enumerate(words[1:], 1):
        if word in MONTHS and words[i - 1].isdigit():
            year = next((w for w in words[i:] if w.isdigit() and len(w) == 4), None)
            return date(int(year), MONTHS[word], int(words[i - 1])) if year else None
    return None


def page(*, head: str = "", top: str = "", bottom: str = "") -> str:
    return f"<html><head><title>خمسة قتلى</title>{head}</head><body><h1>خمسة قتلى في قصف على المدينة</h1>{top}<article>{BODY}</article>{bottom}</body></html>"


@pytest.mark.parametrize(
    ("html", "day"),
    [
        (page(head=LD + META + LINK, top=TIME + LINE), "2019-01-01"),
        (page(head=META + LINK, top=TIME + LINE), "2019-02-02"),
        (page(head=LINK, top=TIME + LINE), "2019-03-03"),
        (page(head=LINK, top=LINE), "2019-04-04"),
        (page(top=LINE), "2019-05-05"),
        (page(top=TEXTLINE), "2019-06-06"),
        (page(top='<span class="date">الثلاثاء 17 تشرين الأول 2017</span>'), "2017-10-17"),
        (page(top='<ul class="post-meta"><li>سالم</li><li class="post-date">2018-07-09</li></ul>'), "2018-07-09"),
        (page(top='<div class="meta">٨ أفريل ٢٠١٩</div>'), "2019-04-08"),
        (page(head='<meta name="dc.date.issued" content="2018-07-09">'), "2018-07-09"),
        (page(head='<meta itemprop="datePublished" content="Wed, 15 Jan 2025 20:01:00 GMT">'), "2025-01-15"),
        (
            page(
                head='<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":["NewsArticle"],"datePublished":"20180709"}]}</script>'
            ),
            "2018-07-09",
        ),
        (
            page(head='<script type="application/ld+json">{"headline": "a "b"", "datePublished": "2018-07-09T01:00"}</script>'),
            "2018-07-09",
        ),
    ],
)
def test_the_surest_way_wins(html: str, day: str) -> None:
    found = article(html, dateline=reader)
    assert (found.published, found.published_from) == (day, "page")


@pytest.mark.parametrize(
    "html",
    [
        page(bottom="<footer>جميع الحقوق محفوظة © 2018-03-04</footer>"),
        page(bottom='<aside><time datetime="2018-03-04">خبر آخر</time></aside>'),
        page(bottom='<div class="related-posts"><a href="/x">خبر آخر</a> <time datetime="2018-03-04">4 مارس</time></div>'),
        page(bottom='<ul><li><a href="/2018/03/04/x">خبر آخر عن بلد آخر</a> <span class="date">2018-03-04</span></li></ul>'),
        page(head='<meta property="article:published_time" content="1970-01-01T00:00:00Z">'),
        page(head='<meta property="article:modified_time" content="2018-03-04T00:00:00Z">'),
        page(head='<link rel="canonical" href="https://news.example.org/2018/03/strike.html">'),
        page(top='<div class="date">الأسبوع 12</div>'),
        page().replace(
            "<body>", '<body><div class="top"><span class="date">2018-03-04</span> <time datetime="2018-03-04">اليوم</time></div>'
        ),
        page(head='<meta name="date" content="2018-13-45">'),
    ],
)
def test_a_date_that_is_not_the_reports_is_not_taken(html: str) -> None:
    found = article(html, dateline=reader)
    assert (found.published, found.published_from) == (None, None)


def test_of_several_reports_in_the_linked_data_the_pages_own_is_read() -> None:
    other = '{"@type":"NewsArticle","headline":"خبر آخر تماما","datePublished":"2011-01-01"}'
    own = '{"@type":"NewsArticle","headline":"خمسة قتلى في قصف على المدينة","datePublished":"2019-01-02"}'
    assert article(page(head=f'<script type="application/ld+json">[{other},{own}]</script>')).published == "2019-01-02"


@pytest.mark.parametrize(
    ("text", "day", "source"),
    [
        ("خمسة قتلى في قصف\n2022-02-16 11:00:00\nقتل خمسة أشخاص في القصف على المدينة.", "2022-02-16", "page"),
        ("خمسة قتلى في قصف\nنشرت في: 03/02/2022 - 09:03\nقتل خمسة أشخاص في القصف على المدينة.", "2022-02-03", "page"),
        ("خمسة قتلى في قصف\n٢٦/٠٩/٢٠٢١\nقتل خمسة أشخاص في القصف على المدينة.", "2021-09-26", "page"),
        ("خمسة قتلى في قصف\nالأربعاء 15 أيار 2019\nقتل خمسة أشخاص في القصف على المدينة.", "2019-05-15", "page"),
        (
            "خمسة قتلى في قصف\nقتل خمسة أشخاص في القصف على المدينة اليوم، الأربعاء 15 أيار 2019، بحسب وزارة الصحة في المدينة.",
            "2019-05-15",
            "text",
        ),
        (
            "خمسة قتلى في قصف\nقتل خمسة أشخاص في القصف على المدينة في 15 أيار 2019، بحسب ما أعلنته وزارة الصحة في المدينة يوم أمس.",
            None,
            None,
        ),
        ("خمسة قتلى في قصف\nقتل خمسة أشخاص في القصف على المدينة.\nاقرأ أيضا\nخبر آخر\n2018-01-01", None, None),
    ],
)
def test_the_day_that_a_text_states(text: str, day: str | None, source: str | None) -> None:
    found = article(text, dateline=reader)
    assert (found.published, found.published_from) == (day, source)


def test_an_english_page_with_a_day_that_may_be_a_month_is_not_guessed() -> None:
    body = "The ministry said that five people were killed in the shelling of the town."
    assert article(f"Five killed\n03/02/2022\n{body}").published is None
    assert article(f"Five killed\n23/02/2022\n{body}").published == "2022-02-23"


@pytest.mark.parametrize("given", ["2017-10-18", date(2017, 10, 18), datetime(2017, 10, 18, 5, 0), "2017-10-18T05:00:00Z"])
def test_what_the_caller_gives_goes_first(given: str | date) -> None:
    found = article(page(head=LD), published=given)
    assert (found.published, found.published_from) == ("2017-10-18", "option")


@pytest.mark.parametrize("given", ["yesterday", "18/10/2017", "2017-13-01", "2017-10"])
def test_a_day_that_is_none_is_refused(given: str) -> None:
    with pytest.raises(MarsadError, match="YYYY-MM-DD"):
        article("قتل خمسة أشخاص.", published=given)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://news.example.org/2019/04/04/strike", date(2019, 4, 4)),
        ("https://news.example.org/2013/middle_east/8/3/strike/index.html", date(2013, 8, 3)),
        ("https://news.example.org/a/2019-04-04-strike", date(2019, 4, 4)),
        ("https://news.example.org/20190404/1.html", date(2019, 4, 4)),
        ("https://news.example.org/2019/04/strike", None),
        ("https://news.example.org/article/164913", None),
        ("https://news.example.org/strike?d=2019/04/04/", None),
        (None, None),
    ],
)
def test_addresses(url: str | None, day: date | None) -> None:
    assert address(url) == day


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2017-10-18T01:00:00+03:00", date(2017, 10, 18)),
        ("2017-10-18 01:00", date(2017, 10, 18)),
        ("20171018T010000Z", date(2017, 10, 18)),
        ("Wed, 18 Oct 2017 01:00:00 GMT", date(2017, 10, 18)),
        ("October 18, 2017", date(2017, 10, 18)),
        ("2017-02-30", None),
        ("0001-01-01", None),
        ("1970-01-01T00:00:00Z", None),
        ("12 قتيلا", None),
    ],
)
def test_stamps(said: str, day: date | None) -> None:
    assert stamp(said) == day
