"""Feeds and site maps: the addresses they give."""

import pytest
from tests.intake.made import rss

from marsad.intake.document import Link, Problem
from marsad.intake.feed import feed, sitemap

HERE = "https://news.example/feed"
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>وكالة</title><entry><title>قصف على إدلب</title><link href="/a"/>
<published>2020-03-02T23:30:00+03:00</published></entry><entry><title>بلا رابط</title></entry></feed>""".encode()
NEWS = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc> https://news.example/a </loc><news:news><news:publication><news:name>وكالة</news:name><news:language>ar</news:language></news:publication>
<news:publication_date>2020-03-02T23:30:00+03:00</news:publication_date><news:title>قصف</news:title></news:news></url><url><loc></loc></url></urlset>""".encode()
INDEX = b"<sitemapindex><sitemap><loc>https://news.example/news.xml</loc></sitemap></sitemapindex>"


def test_rss_gives_links_with_the_day_in_its_own_time_zone() -> None:
    assert list(feed(rss(["/a", "https://other.example/b"]), HERE)) == [
        Link("https://news.example/a", HERE, "خبر", "2020-03-02", "وكالة"),
        Link("https://other.example/b", HERE, "خبر", "2020-03-02", "وكالة"),
    ]


def test_atom_gives_links_and_says_what_has_none() -> None:
    link, problem = feed(ATOM, HERE)
    assert link == Link("https://news.example/a", HERE, "قصف على إدلب", "2020-03-02", "وكالة")
    assert isinstance(problem, Problem)
    assert "بلا رابط" in problem.reason


def test_a_news_site_map_gives_what_it_says_of_each_page() -> None:
    link, problem = sitemap(NEWS, HERE)
    assert link == Link("https://news.example/a", HERE, "قصف", "2020-03-02", "وكالة")
    assert isinstance(problem, Problem)


def test_an_index_leads_to_site_maps() -> None:
    assert list(sitemap(INDEX, HERE)) == [Link("https://news.example/news.xml", HERE, index=True)]


@pytest.mark.parametrize("read", [feed, sitemap])
@pytest.mark.parametrize(
    "data",
    [
        b"<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><rss><channel><title>&b;</title></channel></rss>",
        b"<rss><channel></channel></rss>",
        b"<urlset></urlset>",
        b"<rss><channel><item><textinput><link/><source></entry>",
        b"\x00\x01\x02",
        b"",
    ],
    ids=["bomb", "empty feed", "empty map", "elements astray", "noise", "nothing"],
)
def test_what_is_no_feed_is_said(read: object, data: bytes) -> None:
    found = list(read(data, HERE))  # type: ignore[operator]
    assert found
    assert all(isinstance(one, Problem) for one in found)


@pytest.mark.parametrize(
    ("read", "data"), [(feed, rss(["//[x", "/a"])), (sitemap, NEWS.replace(b"<loc></loc>", b"<loc>http://[x</loc>"))]
)
def test_an_address_that_cannot_be_taken_apart_stops_no_other(read: object, data: bytes) -> None:
    found = list(read(data, HERE))  # type: ignore[operator]
    assert [one.url for one in found if isinstance(one, Link)] == ["https://news.example/a"]
    assert ["[x" in one.reason for one in found if isinstance(one, Problem)] == [True]


def test_broken_xml_is_read_as_far_as_it_goes() -> None:
    broken = rss(["/a", "/b"]).replace(b"</channel></rss>", b"<item><title>x</tit")
    found = list(feed(broken, HERE))
    assert [one.url for one in found if isinstance(one, Link)] == ["https://news.example/a", "https://news.example/b"]
    assert isinstance(found[-1], Problem)
    cut = list(sitemap(NEWS[:-40], HERE))
    assert [one.url for one in cut if isinstance(one, Link)] == ["https://news.example/a"]


def test_a_name_that_is_none_ends_nothing() -> None:
    link, *_ = sitemap(NEWS.replace(b"xmlns:news", b"xmlns:other").replace(b"<loc>", b"<news:n/><loc>"), HERE)
    assert isinstance(link, Link)
