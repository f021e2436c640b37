"""What analysts and reviewers do beyond claims: sources graded, people joined, testimony entered, errors answered, alerts, exports by two."""

import json
import re
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import AXE, CHANGED, sign_in

WORDS = "كنت أمام الفرن حين سقطت القذيفة.\n00:42 ستة قتلى أمام الباب الأزرق."
PICTURE = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489") + zlib.compress(b"\0" * 5)


def first(page: Page, address: str, pattern: str) -> str:
    """The first link of a page that a pattern finds."""
    page.goto(address, wait_until="domcontentloaded")
    links = page.eval_on_selector_all("main a[href]", "all => all.map(one => one.getAttribute('href'))")
    return next(link for link in links if re.search(pattern, link))


def entered(page: Page, picture: Path | None = None) -> str:
    """Enter a testimony; its address."""
    page.goto("/en/testimonies/new")
    page.fill("textarea[name=text]", WORDS)
    if picture:
        page.set_input_files("input[name=document]", picture)
    page.click("main form button.first")
    page.wait_for_url("**/testimonies/te-*")
    return page.url


def complaint(page: Page, about: str = "") -> str:
    """Report an error; where its answer will be."""
    page.goto(f"/en/report-error?about={about}")
    page.fill("textarea[name=words]", "the figure is of another day")
    page.click("main form button")
    page.wait_for_url("**/report-error/er-*")
    return page.url


def version(page: Page) -> str:
    row = next(r for r in page.request.get("/api/v1/articles?limit=500").json()["rows"] if r["url"] == CHANGED)
    return f"versions/{row['id']}"


KINDS: dict[str, Callable[[Page], str]] = {
    "alerts": lambda page: "alerts?outcome=killed",
    "releases": lambda page: "releases?outcome=killed",
    "testimonies": lambda page: "testimonies",
    "testify": lambda page: "testimonies/new",
    "testimony": lambda page: entered(page).partition("/en/")[2],
    "errors": lambda page: "review/errors",
    "complaint": lambda page: f"review/errors/{complaint(page).rpartition('/')[2]}",
    "answer": lambda page: complaint(page).partition("/en/")[2],
    "problems": lambda page: "problems",
    "sources": lambda page: "sources",
    "source": lambda page: first(page, "/en/sources", "/sources/.").removeprefix("/en/"),
    "reports": lambda page: "articles",
    "versions": version,
    "account": lambda page: "account",
    "beside": lambda page: first(page, "/en/people", "/people/pe-").removeprefix("/en/") + "/beside?other=محمد",
}


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_of_work_is_faulted_by_axe_or_cut_off(reviewer: Page, kind: str) -> None:
    path = KINDS[kind](reviewer)
    for language in ("ar", "en"):
        reviewer.set_viewport_size({"width": 1280, "height": 900})
        reviewer.goto(f"/{language}/{path}", wait_until="domcontentloaded")
        reviewer.evaluate(AXE.read_text(encoding="utf-8"))
        found = reviewer.evaluate("async () => (await axe.run(document, {resultTypes: ['violations']})).violations")
        told = [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in found]
        assert not told, f"{path}: {json.dumps(told, ensure_ascii=False)}"
        for width, zoom in ((320, 100), (640, 200)):
            reviewer.set_viewport_size({"width": width, "height": 800})
            reviewer.evaluate("zoom => document.documentElement.style.fontSize = `${zoom}%`", zoom)
            over = reviewer.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert over <= 1, f"{language}/{path} is {over} px too wide at {width} px"


def test_two_who_grade_a_source_at_once(reviewer: Page, second: Page) -> None:
    path = first(reviewer, "/en/sources", "/sources/.")
    sign_in(second, "administrator")
    for page in (reviewer, second):
        page.goto(path)
    for page, grade, reason in ((reviewer, "B", "checked by name"), (second, "D", "changed without a word")):
        page.select_option("select[name=value]", grade)
        page.fill("textarea[name=reason]", reason)
        page.click("main form button.first")
    expect(reviewer.locator("main")).to_contain_text("checked by name")
    expect(second.locator("main")).to_contain_text("Someone else decided first")
    expect(second.locator("table")).to_contain_text("changed without a word")
    second.click("main form button")
    expect(second.locator("main")).to_contain_text("not usually reliable")
    while second.locator("form[action$=withdraw] button").count():
        second.locator("form[action$=withdraw] button").first.click()
        second.wait_for_load_state("domcontentloaded")


def test_words_of_a_testimony_become_a_claim_and_no_reader_sees_them(reviewer: Page, second: Page, tmp_path: Path) -> None:
    (tmp_path / "the witness.png").write_bytes(PICTURE)
    address = entered(reviewer, tmp_path / "the witness.png")
    assert reviewer.locator("img.document").count() == 1
    reviewer.locator(".reading span[data-from]").first.evaluate(
        """span => { const range = document.createRange(); const at = span.textContent.indexOf("ستة");
        range.setStart(span.firstChild, at); range.setEnd(span.firstChild, at + 8);
        const chosen = getSelection(); chosen.removeAllRanges(); chosen.addRange(range); }"""
    )
    expect(reviewer.locator("[data-words]")).to_contain_text("ستة قتلى")
    reviewer.fill("input[name=mark]", "00:42")
    for name in ("low", "high"):
        reviewer.fill(f"input[name={name}]", "6")
    reviewer.fill("input[name=place]", "سراقب")
    reviewer.fill("input[name=date]", "2020-02-03")
    reviewer.fill("form[data-missed] textarea[name=reason]", "seen in the picture")
    reviewer.click("form[data-missed] button.first")
    reviewer.wait_for_url("**#n-*")
    expect(reviewer.locator("mark")).to_have_text("ستة قتلى")
    event = reviewer.get_by_text("Where it stands in the record").get_attribute("href") or ""
    second.goto(event)
    expect(second.locator("main")).to_contain_text("a protected source")
    assert "ستة قتلى" not in second.content()
    second.goto(address)
    assert second.locator("img.document").count() == 0
    reviewer.get_by_text("Take this testimony back").click()
    reviewer.fill("form[action$=withdraw] textarea", "the family asked")
    reviewer.click("form[action$=withdraw] button")
    expect(reviewer.locator("main")).to_contain_text("the family asked")


def test_two_people_become_one_and_two_again(reviewer: Page) -> None:
    reviewer.goto("/en/people")
    one, other = reviewer.eval_on_selector_all(
        "main a[href*='/people/']", "all => all.slice(0, 2).map(one => one.getAttribute('href').split('/').pop())"
    )
    reviewer.goto(f"/en/people/{one}/beside?other={other}")
    assert reviewer.locator(".beside section").count() == 2
    reviewer.fill("main form.panel textarea", "the same face")
    reviewer.click("main form.panel button")
    expect(reviewer.locator("main")).to_contain_text("held to be one person")
    reviewer.click("form[action$=withdraw] button")
    reviewer.goto("/en/people")
    assert reviewer.locator(f"a[href$='{one}']").count() == reviewer.locator(f"a[href$='{other}']").count() == 1


def test_an_error_is_reported_answered_and_its_answer_read(reviewer: Page, second: Page) -> None:
    event = first(second, "/en/", "/incidents/in-")
    where = complaint(second, event)
    reviewer.goto(f"/en/review/errors/{where.rpartition('/')[2]}")
    expect(reviewer.locator("main")).to_contain_text("The page it speaks of")
    reviewer.fill("textarea[name=reason]", "it was the day before; corrected")
    reviewer.click("form[data-draft] button.first")
    reviewer.wait_for_url("**/review/errors")
    second.goto(where)
    expect(second.locator("main")).to_contain_text("it was the day before; corrected")


def test_the_news_of_a_filter_is_asked_for_and_ended(reviewer: Page) -> None:
    reviewer.goto("/en/?outcome=killed", wait_until="domcontentloaded")
    reviewer.get_by_text("Have its news sent").click()
    reviewer.wait_for_url("**/alerts?outcome=killed")
    reviewer.fill("input[name=letter]", "reader@example.org")
    reviewer.click("main form button.first")
    expect(reviewer.locator("main")).to_contain_text("reader@example.org")
    reviewer.get_by_role("button", name="End it", exact=True).click()
    expect(reviewer.locator("main")).to_contain_text("You have no alerts")


def test_an_export_goes_out_by_two_people(reviewer: Page, second: Page) -> None:
    sign_in(second, "analyst")
    second.goto("/en/releases?outcome=killed")
    second.select_option("select[name=format]", "csv")
    second.fill("textarea[name=reason]", "for the commission")
    second.click("main form button.first")
    expect(second.locator("main")).to_contain_text("It waits for a second person.")
    reviewer.goto("/en/releases")
    reviewer.get_by_role("button", name=re.compile("Let it out")).first.click()
    expect(reviewer.locator("main")).to_contain_text("let out by")
    second.goto("/en/releases")
    with second.expect_download() as fetched:
        second.get_by_text("Fetch it").click()
    assert fetched.value.suggested_filename.endswith(".csv")
