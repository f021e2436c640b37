"""Bytes and texts to articles: title, outlet, language, body, digest."""

import hashlib
import json
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from marsad.page import article, is_page

ROOT = Path(__file__).parents[2]
PAGES = ROOT.parent / "shared" / "articles" / "pages"
BODY = "قالت وزارة الصحة إن القصف على المدينة أوقع خمسة قتلى وعشرة جرحى، ونقل المصابون إلى المستشفى في المساء."
MORE = "وأضافت الوزارة أن بين القتلى طفلين من عائلة واحدة، وأن فرق الإسعاف تواصل البحث عن مفقودين تحت الأنقاض."


def test_a_text_stays_as_it_came() -> None:
    data = f"  خمسة قتلى \r\n\r\nEmail\r\n{BODY} \n".encode()
    found = article(data, outlet="جريدة", title="خمسة قتلى", url="https://news.example.org/1")
    assert found.text == data.decode()
    assert found.sha256 == hashlib.sha256(data).hexdigest()
    assert found.id == found.sha256[:16]
    assert (found.outlet, found.title, found.url, found.language) == ("جريدة", "خمسة قتلى", "https://news.example.org/1", "ar")
    assert [found.text[start:end].strip() for start, end in found.masked] == ["Email"]


def test_bytes_and_their_text_have_one_digest() -> None:
    assert article(BODY).sha256 == article(BODY.encode()).sha256


def test_missing_is_none() -> None:
    found = article(BODY)
    assert (found.url, found.outlet, found.title, found.published, found.published_from, found.masked) == (
        None,
        None,
        None,
        None,
        None,
        (),
    )


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<!DOCTYPE html><html><body><p>خبر</p></body></html>", True),
        ("\n <html lang='ar'>", True),
        ("<p>خبر</p>", True),
        ("خبر <b>عاجل</b> في سطر</p>", True),
        (BODY, False),
        ("كان العدد < 5 ثم صار > 7", False),
        ("انظر <https://news.example.org/1> لمزيد", False),
    ],
)
def test_html_is_told_by_content(text: str, html: bool) -> None:
    assert is_page(text) is html


def page(head: str = "", h1: str = "خمسة قتلى في قصف على المدينة", attributes: str = ' lang="ar"') -> str:
    return f"<html{attributes}><head>{head}</head><body><h1>{h1}</h1><article><p>{BODY}</p><p>{MORE}</p></article></body></html>"


@pytest.mark.parametrize(
    ("head", "title", "outlet"),
    [
        (
            '<meta property="og:title" content="خمسة قتلى في قصف | الجريدة"><meta property="og:site_name" content="الجريدة">',
            "خمسة قتلى في قصف",
            "الجريدة",
        ),
        ("<title>عنوان آخر - الجريدة</title>", "خمسة قتلى في قصف على المدينة", None),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","publisher":{"name":"الجريدة"}}</script>',
            "خمسة قتلى في قصف على المدينة",
            "الجريدة",
        ),
        ('<link rel="canonical" href="https://www.paper.example.org/1">', "خمسة قتلى في قصف على المدينة", "paper.example.org"),
        ('<link rel="canonical" href="http://[x">', "خمسة قتلى في قصف على المدينة", None),
        (
            '<meta property="og:title" content="رويترز: خمسة قتلى - بينهم طفلان"><meta property="og:site_name" content="الجريدة">',
            "رويترز: خمسة قتلى - بينهم طفلان",
            "الجريدة",
        ),
    ],
)
def test_title_and_outlet(head: str, title: str, outlet: str | None) -> None:
    found = article(page(head))
    assert (found.title, found.outlet) == (title, outlet)


def test_what_the_caller_gives_goes_before_what_the_page_says() -> None:
    found = article(
        page('<meta property="og:site_name" content="الجريدة">'),
        outlet="الصحيفة",
        title="عنوان",
        url="https://news.example.org/9",
        id="7",
    )
    assert (found.outlet, found.title, found.url, found.id) == ("الصحيفة", "عنوان", "https://news.example.org/9", "7")


@pytest.mark.parametrize(
    ("text", "attributes", "language"),
    [
        (BODY, ' lang="en"', "ar"),
        (BODY, ' lang="ar-SY"', "ar"),
        ("The ministry said that five people were killed in the shelling of the town on Monday.", "", "en"),
        ("Le ministère a dit que cinq personnes ont été tuées dans le bombardement de la ville.", ' lang="fr"', "fr"),
        ("Le ministère a dit que cinq personnes ont été tuées dans le bombardement de la ville.", "", None),
        ("وەزارەتی تەندروستی ڕایگەیاند پێنج کەس لە بۆردومانی شارەکەدا کوژران و دە کەسیش بریندار بوون", "", None),
    ],
)
def test_language(text: str, attributes: str, language: str | None) -> None:
    assert article(f"<html{attributes}><body><article><p>{text}</p><p>{text}</p></article></body></html>").language == language


def test_captions_and_links_of_the_page_are_masked() -> None:
    extra = "<figure><img src='a.jpg'><figcaption>رجال إنقاذ في الحي المقصوف</figcaption></figure>"
    inline = "<p><a href='/x'>مقتل عشرين شخصا في انهيار منجم</a></p>"
    html = f"<html><body><h1>خمسة قتلى</h1><article>{extra}<p>{BODY}</p>{inline}<p>{MORE}</p></article></body></html>"
    found = article(html)
    read = found.text
    for start, end in reversed(found.masked):
        read = read[:start] + read[end:]
    assert BODY in read
    assert MORE in read
    assert "رجال إنقاذ" not in read
    assert "انهيار منجم" not in read


@pytest.mark.parametrize("name", ["arabic_article.html", "test_cnn_arabic.html"])
def test_a_page_whose_body_is_known(name: str) -> None:
    path = PAGES / f"codelucas_{name}"
    if not path.exists():
        pytest.skip("the shared pages are not beside the repository")
    found = article(path.read_bytes())
    want = re.findall(r"\w+", (PAGES / "codelucas_arabic.txt").read_text(encoding="utf-8"))
    got = re.findall(r"\w+", found.text)
    shared = len(set(want) & set(got))
    assert shared / len(set(want)) > 0.95
    assert shared / len(set(got)) > 0.8
    assert (found.published, found.published_from, found.language) == ("2013-08-03", "page", "ar")


def test_a_page_whose_snippets_are_known() -> None:
    path = PAGES / "trafilatura_assabah.com.tn.article.html"
    if not path.exists():
        pytest.skip("the shared pages are not beside the repository")
    found = article(path.read_bytes())
    [want] = json.loads((PAGES / "trafilatura_assabah.json").read_text(encoding="utf-8")).values()
    assert all(part in found.text for part in want["with"])
    assert not any(part in found.text for part in want["without"])
    assert found.title is not None
    assert found.title.split() == want["title"].split()
    assert found.published is None


EXAMPLES = {
    "raqqa-2017-10-18.txt": (None, "مقتل 12 شخصاً في حادث سير"),
    "rawda-2017-11-25.txt": (None, "محافظ شمال سيناء"),
    "mosul-2017-07-10.html": ("جريدة الرافد", "حريق بسوق"),
    "hodeidah-2018-12-13.html": ("صحيفة المدى العربي", "غرق مركب"),
    "khartoum-2023-04-16.html": ("موقع ضفاف", "منجم ذهب"),
    "idlib-2020-03-02.html": (None, "تصادم قطارين"),
    "tripoli-2019-04-08.html": ("أخبار المتوسط", "السلع المهربة"),
    "gaza-2025-01-15.html": ("ufuq.example.com", "ندوة عن الترجمة"),
}
MONTHS = {"تشرين": 10, "اذار": 3, "افريل": 4}


def reader(words: Sequence[str]) -> date | None:
    """A stand-in for a language's reader: a day, a month it knows, a year."""
    for i, word in enumerate(words[1:], 1):
        if word in MONTHS and words[i - 1].isdigit():
            return next((date(int(w), MONTHS[word], int(words[i - 1])) for w in words[i:] if w.isdigit() and len(w) == 4), None)
    return None


@pytest.mark.parametrize(("name", "outlet", "furniture"), [(name, *want) for name, want in EXAMPLES.items()])
def test_the_sample_reports(name: str, outlet: str | None, furniture: str) -> None:
    data = (ROOT / "examples" / name).read_bytes()
    assert furniture in data.decode()
    found = article(data, dateline=reader)
    assert (found.published, found.published_from) == (name.rsplit(".", 1)[0][-10:], "page")
    assert (found.outlet, found.language) == (outlet, "ar")
    at = found.text.find(furniture)
    assert at < 0 or any(start <= at < end for start, end in found.masked)
    hidden = sum(end - start for start, end in found.masked)
    assert len(found.text) - hidden > 500


def test_every_sample_report_is_known_here() -> None:
    assert {path.name for path in (ROOT / "examples").iterdir() if path.suffix in (".txt", ".html")} == set(EXAMPLES)
