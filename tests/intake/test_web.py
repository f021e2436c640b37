"""Addresses against a local site: pages, feeds, site maps, politeness, retries, and pages that change or go."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select
from tests.intake.conftest import Made
from tests.intake.made import STRIKE, page, rss
from tests.intake.site import Site, answer

from marsad.intake import listing, run
from marsad.intake.keeper import Tally
from marsad.intake.source import Reading
from marsad.intake.visit import Retry
from marsad.intake.web import Habits
from marsad.model import MarsadError
from marsad.store import queue
from marsad.store.ledger import captures, jobs, problems
from marsad.store.store import Store
from marsad.store.tables import articles

BASE = "http://news.example"
QUICK = Habits(delay=0.0, retry=Retry(3, 0.05), patience=2.0, at_once=2)


def add(make: Made, local: Site, *targets: str, habits: Habits = QUICK) -> Tally:
    return run.add(make(), targets, local.fetcher(), habits, Reading())


def watch(make: Made, local: Site, *urls: str, habits: Habits = QUICK) -> Tally:
    sources = tuple(listing.Watched("x", url, 3600.0, "وكالة") for url in urls)
    return run.watch(make(), listing.Listing(sources), local.fetcher(), habits)


def rows(store: Store, *columns: object) -> list[tuple[object, ...]]:
    with store.reading() as connection:
        return [tuple(row) for row in connection.execute(select(*columns))]  # type: ignore[call-overload]


def asked(local: Site) -> list[str]:
    return [path for path, _ in local.asked if path != "/robots.txt"]


def site_of(local: Site) -> None:
    """A feed of three pages, one of them of another matter."""
    local.add("/feed", rss(["/1", "/2", "/3"]))
    local.add("/1", page(STRIKE), ETag='"1"')
    local.add("/2", page(STRIKE + " وأعلن مقتل طفل."))
    local.add(
        "/3", "<html><body><article><p>وصفة كعكة بالبرتقال والسكر والطحين والبيض والزبدة</p></article></body></html>".encode()
    )


def test_a_page_comes_with_its_bytes_in_the_archive(make: Made, local: Site, store: Store) -> None:
    site_of(local)
    assert add(make, local, f"{BASE}/1")["new"] == 1
    ((url, sha256),) = rows(store, articles.c.url, articles.c.sha256)
    ((captured, content),) = rows(store, captures.c.url, captures.c.sha256)
    assert (url, sha256) == (captured, content) == (f"{BASE}/1", content)
    assert add(make, local, f"{BASE}/1")["same"] == 1
    assert len(rows(store, articles.c.no)) == 1


def test_a_feed_leads_to_pages_and_the_gate_turns_away_others(make: Made, local: Site, store: Store) -> None:
    site_of(local)
    tally = add(make, local, f"{BASE}/feed")
    assert (tally["new"], tally["turned"], tally["links"], tally["failed"]) == (2, 1, 3, 0)
    assert asked(local) == ["/feed", "/1", "/2", "/3"]
    again = add(make, local, f"{BASE}/feed")
    assert (again["new"], again["version"]) == (0, 0)
    assert asked(local) == ["/feed", "/1", "/2", "/3", "/feed"]


def test_site_maps_and_their_index(make: Made, local: Site, store: Store) -> None:
    site_of(local)
    local.add("/index.xml", f"<sitemapindex><sitemap><loc>{BASE}/news.xml</loc></sitemap></sitemapindex>".encode())
    local.add("/news.xml", f"<urlset><url><loc>{BASE}/1</loc></url><url><loc>http://127.0.0.1/x</loc></url></urlset>".encode())
    tally = add(make, local, f"{BASE}/index.xml")
    assert (tally["new"], tally["failed"]) == (1, 1)
    assert "not a public address" in make.problems[0].reason


def test_a_page_that_changes_is_a_version_and_one_that_goes_is_marked(make: Made, local: Site, store: Store) -> None:
    site_of(local)
    habits = replace(QUICK, recheck=(0.01, 0.01, 0.01), patience=0.5)
    local.pages.pop("/2")
    local.pages.pop("/3")
    local.add("/feed", rss(["/1"]))
    answers = [answer(page(STRIKE)), answer(page(STRIKE.replace("أربعة", "خمسة"))), answer(b"not here", 404)]
    local.pages["/1"] = lambda handler: (answers.pop(0) if len(answers) > 1 else answers[0])(handler)
    tally = watch(make, local, f"{BASE}/feed", habits=habits)
    assert (tally["new"], tally["version"], tally["gone"]) == (1, 1, 1)
    (state,) = [row for row in rows(store, jobs.c.target, jobs.c.changed, jobs.c.gone) if row[0] == f"{BASE}/1"]
    assert all(state)
    assert rows(store, captures.c.status).count((404,)) == 1
    assert rows(store, articles.c.outlet) == [("وكالة",), ("وكالة",)]


def test_what_robots_txt_closes_is_not_asked(make: Made, local: Site) -> None:
    site_of(local)
    local.add("/robots.txt", b"User-agent: *\nDisallow: /1\n\nUser-agent: Marsad\nDisallow: /2\n")
    tally = add(make, local, f"{BASE}/2", f"{BASE}/1")
    assert (tally["new"], tally["failed"]) == (1, 1)
    assert "closed to programs" in make.problems[0].reason
    assert asked(local) == ["/1"]
    assert [path for path, _ in local.asked].count("/robots.txt") == 1


def test_a_server_that_fails_for_a_while_is_asked_again(make: Made, local: Site) -> None:
    site_of(local)
    answers = [answer(b"", 503), answer(b"", 429, Retry_After="0"), answer(page(STRIKE))]
    local.pages["/1"] = lambda handler: answers.pop(0)(handler)
    assert add(make, local, f"{BASE}/1")["new"] == 1
    assert make.events.count("try_again") == 2
    local.add("/2", b"", 503)
    assert add(make, local, f"{BASE}/2")["failed"] == 1
    assert "503" in make.problems[0].reason


@pytest.mark.parametrize(("status", "says"), [(404, "404"), (403, "403"), (410, "410")])
def test_a_page_that_was_never_there_is_a_problem(make: Made, local: Site, store: Store, status: int, says: str) -> None:
    local.add("/1", b"", status)
    assert add(make, local, f"{BASE}/1")["failed"] == 1
    ((place, reason),) = rows(store, problems.c.place, problems.c.reason)
    assert place == f"{BASE}/1"
    assert says in str(reason)
    local.add("/1", page(STRIKE))
    assert add(make, local, f"{BASE}/1")["new"] == 1
    assert [solved for (solved,) in rows(store, problems.c.solved) if solved is None] == []


def test_a_source_that_fails_is_asked_again_in_its_time(make: Made, local: Site, store: Store) -> None:
    local.add("/feed", b"", 404)
    assert watch(make, local, f"{BASE}/feed")["failed"] == 1
    ((state, due),) = rows(store, jobs.c.state, jobs.c.due)
    assert state == "waiting"
    assert queue.later(3000) < str(due) < queue.later(3700)


def test_what_has_not_changed_is_not_sent_again(make: Made, local: Site) -> None:
    site_of(local)
    add(make, local, f"{BASE}/1")
    local.add("/1", b"", 304)
    assert add(make, local, f"{BASE}/1")["same"] == 1
    assert local.asked[-1][1]["If-None-Match"] == '"1"'


def test_hosts_are_asked_no_faster_than_they_wish(make: Made, local: Site) -> None:
    site_of(local)
    local.add("/robots.txt", b"User-agent: *\nCrawl-delay: 1\n")
    waits: list[float] = []
    bench = make()
    run.add(bench, [f"{BASE}/feed"], local.fetcher(), QUICK, Reading(), lambda done, failed: waits.append(done))
    assert waits == [1, 2, 3, 4]


LIST = """
contact = "desk@news.example"
delay = "5 s"
recheck = ["1 d"]
allow = ["10.1.0.0/16"]

[[source]]
name = "وكالة"
url = "https://news.example/feed"
every = "10 min"
"""


def test_a_list_of_sources(tmp_path: Path) -> None:
    path = tmp_path / "sources.toml"
    path.write_text(LIST, "utf-8")
    held = listing.read(path)
    assert held.sources == (listing.Watched("وكالة", "https://news.example/feed", 600.0),)
    assert (held.contact, held.delay, held.recheck, str(held.allowed[0])) == (
        "desk@news.example",
        5.0,
        (86_400.0,),
        "10.1.0.0/16",
    )
    for change, says in [
        (("every", "evry"), "'evry' is not known"),
        (('"10 min"', '"1 s"'), "too often"),
        (('"10 min"', '"soon"'), "'soon' is no time"),
        (("https://", "ftp://"), "http"),
        (("[[source]]", "[[sources]]"), "'sources' is not known"),
        (('"5 s"', "5 s"), "no TOML"),
        (("url", "name2"), "is not known"),
        (("10.1.0.0/16", "here"), "no network"),
    ]:
        path.write_text(LIST.replace(*change), "utf-8")
        with pytest.raises(MarsadError, match=says):
            listing.read(path)


def test_the_list_in_the_documentation_is_one(tmp_path: Path, root: Path) -> None:
    block = (root / "docs" / "intake.md").read_text("utf-8").partition("```toml")[2].partition("```")[0]
    (tmp_path / "sources.toml").write_text(block, "utf-8")
    held = listing.read(tmp_path / "sources.toml")
    assert (held.delay, held.recheck, held.sources[0].every) == (2.0, (86_400.0, 604_800.0, 2_592_000.0), 1800.0)
