"""A page made to attack whoever opens it, taken in with its bytes and looked at in a real browser: nothing of it runs, and nothing is fetched."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route
from sqlalchemy import select
from tests.browser.conftest import serving

from marsad.cli import run
from marsad.desk.app import create_app
from marsad.store.store import Store
from marsad.store.tables import articles

ATTACKS = """
<script>window.ran = 1; document.title = "ran"</script><img src="https://evil.example/a.png" onerror="window.ran = 2">
<svg onload="window.ran = 3"><script>window.ran = 4</script></svg><iframe srcdoc="<script>parent.ran = 5</script>"></iframe>
<iframe src="https://evil.example/"></iframe><object data="https://evil.example/o"></object><embed src="https://evil.example/e">
<link rel="stylesheet" href="https://evil.example/s.css"><style>@import "https://evil.example/i.css"; body { display: none }</style>
<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">
<form action="https://evil.example/" method="post"><input name="password" autofocus onfocus="window.ran = 6"></form>
<a id="link" href="javascript:window.ran = 7">x</a><details open ontoggle="window.ran = 8">x</details><video src="https://evil.example/v" onerror="window.ran = 9"></video>
"""
STORY = "قُتل 12 شخصا في غارة جوية على سوق في مدينة معرة النعمان يوم الاثنين، بحسب الدفاع المدني السوري. وقالت الوزارة إن المصابين نُقلوا إلى المستشفى."
PAGE = f"""<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>غارة "><script>window.ran = 10</script></title>
<meta property="og:site_name" content="وكالة &lt;img src=x onerror=window.ran=11&gt;"><meta property="article:published_time" content="2019-07-22"></head>
<body><article><h1>غارة على سوق &lt;script&gt;window.ran = 12&lt;/script&gt;</h1><p>{STORY}</p>{ATTACKS}
<p>وقال شاهد: "&lt;img src=x onerror=window.ran=13&gt; لم نترك المدينة أبدا منذ بدء القصف". {STORY}</p></article></body></html>"""


@pytest.fixture
def hostile(browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A store into which the page was taken, its bytes in the archive."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    assert run(["add", "page.html", "--store", "marsad.db"]) == 0
    return Store("marsad.db")


def watched(browser: Browser, address: str) -> tuple[Page, set[str]]:
    """A page, and what of elsewhere is fetched while it is open: what the policy refuses never gets that far."""
    context = browser.new_context(base_url=address)
    fetched: set[str] = set()

    def elsewhere(route: Route) -> None:
        fetched.add(route.request.url)
        route.fulfill(status=200, body="")

    context.route("**://evil.example/**", elsewhere)
    page = context.new_page()
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog opened: {dialog.message}"))
    return page, fetched


def test_nothing_of_a_hostile_page_runs_and_nothing_is_fetched(browser: Browser, hostile: Store) -> None:
    with hostile, serving(create_app(hostile)) as address:
        with hostile.reading() as connection:
            id = connection.execute(select(articles.c.id)).scalar_one()
        page, fetched = watched(browser, address)
        for path in (
            f"/ar/articles/{id}",
            f"/en/articles/{id}",
            "/ar/",
            "/ar/search?q=غارة",
            "/ar/control",
            "/ar/people",
            "/feeds/ar.atom",
        ):
            page.goto(path)
            page.wait_for_timeout(300)
            assert page.evaluate("window.ran") is None, path
            assert page.title() != "ran"
            assert urlsplit(page.url).netloc == urlsplit(address).netloc
            assert not [frame for frame in page.frames if frame != page.main_frame]
            assert page.locator("[onerror], [onload], iframe, object, embed, base").count() == 0, (
                "what a report holds is text, never a tag"
            )
        assert not fetched
        page.context.close()


def test_even_what_were_put_into_a_page_unescaped_would_not_run(browser: Browser, hostile: Store) -> None:
    """The content policy alone: the attacks are put into the page itself, as if an escape had been forgotten."""
    with hostile, serving(create_app(hostile)) as address:
        page, fetched = watched(browser, address)
        page.route("**/en/", lambda route: forged(route, ATTACKS))
        page.goto("/en/", wait_until="commit")
        page.wait_for_timeout(1500)
        assert page.evaluate("window.ran") is None
        page.evaluate("document.getElementById('link')?.click()")
        page.wait_for_timeout(300)
        assert page.evaluate("window.ran") is None
        assert not [frame.url for frame in page.frames if "evil" in frame.url]
        assert not fetched, "the policy lets nothing be fetched from elsewhere"
        page.context.close()


def forged(route: Route, attacks: str) -> None:
    """The desk's own answer with its own headers, and the attacks in its body; what only leads away is left out: a policy does not hold links."""
    answer = route.fetch()
    kept = "\n".join(line for line in attacks.replace("><", ">\n<").splitlines() if "refresh" not in line)
    route.fulfill(response=answer, body=answer.text().replace("<main", f"{kept}<main", 1))
