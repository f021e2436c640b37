"""The desk as people use it: filters, review by keyboard, a missed claim, right to left, narrow and enlarged, hostile words, axe."""

import json
import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import AXE

PAGES = (
    "/", "/tallies", "/control", "/talks", "/people", "/sources", "/articles", "/search?q=الرقة", "/methodology", "/report-error", "/choices", "/login", "/totals",
)  # fmt: skip
FIRST_OF = {
    "/": "incidents/",
    "/tallies": "tallies/",
    "/control": "places/",
    "/talks": "talks/",
    "/people": "people/",
    "/search?q=الرقة": "articles/",
}


def first_links(page: Page, language: str) -> list[str]:
    """A page of each kind that the lists lead to."""
    found = []
    for start, part in FIRST_OF.items():
        page.goto(f"/{language}{start}")
        links = page.eval_on_selector_all("main a[href]", "links => links.map(link => link.getAttribute('href'))")
        found += [link for link in links if link.startswith(f"/{language}/{part}")][:1]
    return found


@pytest.mark.parametrize("language", ["ar", "en"])
def test_axe_finds_nothing_on_any_page(page: Page, language: str) -> None:
    assert AXE.exists(), "npm ci in frontend/ brings axe-core"
    for address in [f"/{language}{start}" for start in PAGES] + first_links(page, language):
        page.goto(address)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate("async () => (await axe.run(document, {resultTypes: ['violations']})).violations")
        told = [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in found]
        assert not told, f"{address}: {json.dumps(told, ensure_ascii=False)}"


@pytest.mark.parametrize(("width", "zoom"), [(320, 1.0), (640, 2.0)])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_narrow_or_enlarged_nothing_is_cut_off(page: Page, language: str, width: int, zoom: float) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for address in [f"/{language}{start}" for start in PAGES] + first_links(page, language):
        page.goto(address)
        page.evaluate("zoom => document.documentElement.style.fontSize = `${zoom * 100}%`", zoom)
        over = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert over <= 1, f"{address} is {over} px too wide at {width} px"


def test_a_filter_moves_map_timeline_total_and_list_and_stays_in_the_address(page: Page) -> None:
    page.goto("/en/")
    rows = page.locator("tr[data-incident]").count()
    page.select_option("select[name=outcome]", "injured")
    expect(page.locator(".sentence")).to_contain_text("injured")
    fewer = page.locator("tr[data-incident]").count()
    assert 0 < fewer < rows
    assert "outcome=injured" in page.url
    days = json.loads(page.locator("#days").text_content() or "[]")
    assert sum(day["count"] for day in days) == fewer
    expect(page.locator("#outcome h2").last).to_contain_text(str(fewer))
    address = page.url
    page.reload()
    assert page.locator("tr[data-incident]").count() == fewer
    other = page.context.new_page()
    other.goto(address)
    assert other.locator("tr[data-incident]").count() == fewer
    other.close()


def test_the_map_is_drawn_with_arabic_names(page: Page) -> None:
    page.goto("/ar/")
    expect(page.locator(".map[data-ready]")).to_be_attached(timeout=30_000)
    assert page.locator(".map canvas").count() == 1
    assert page.locator(".map").evaluate("box => getComputedStyle(box).direction") == "ltr"


def test_without_a_script_everything_is_there(browser, address: str) -> None:  # type: ignore[no-untyped-def]
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/ar/")
    assert page.locator("tr[data-incident]").count() > 5
    page.fill("input[name=place]", "الرقة")
    page.click(".filters button")
    assert "place=" in page.url
    assert page.locator("tr[data-incident]").count() >= 1
    context.close()


def test_what_an_outlet_writes_never_runs(page: Page) -> None:
    for address in ("/ar/search?q=ستة", "/en/search?q=ستة", "/ar/", "/ar/people", "/ar/talks"):
        page.goto(address)
        for link in page.eval_on_selector_all(
            "main a[href*='/articles/'], main a[href*='/incidents/']", "all => all.map(one => one.href)"
        )[:12]:
            page.goto(link)
            page.wait_for_timeout(50)
            assert page.title() != "ran", link
        assert page.title() != "ran"


def test_a_review_by_keyboard_alone(reviewer: Page) -> None:
    reviewer.goto("/en/review")
    first = reviewer.url
    reviewer.keyboard.press("KeyY")
    reviewer.wait_for_url(lambda url: url != first)
    second = reviewer.url
    reviewer.keyboard.press("ArrowDown")
    reviewer.wait_for_url(lambda url: url != second)
    reviewer.keyboard.press("ArrowUp")
    reviewer.wait_for_url(second)
    reviewer.keyboard.press("Shift+Slash")
    assert reviewer.locator("[data-help]").get_attribute("open") is not None
    reviewer.goto(first)
    expect(reviewer.locator("main")).to_contain_text("accepted")
    reviewer.keyboard.press("KeyU")
    expect(reviewer.locator("main")).to_contain_text("withdrawn")


def test_keys_are_physical_so_an_arabic_keyboard_works(reviewer: Page) -> None:
    reviewer.goto("/ar/review")
    first = reviewer.url
    reviewer.evaluate("() => document.dispatchEvent(new KeyboardEvent('keydown', {key: 'غ', code: 'KeyY', bubbles: true}))")
    reviewer.wait_for_url(lambda url: url != first)


def test_a_draft_outlives_the_session(reviewer: Page) -> None:
    reviewer.goto("/en/report-error")
    reviewer.fill("textarea", "the figure is of another day")
    reviewer.context.clear_cookies()
    reviewer.goto("/en/report-error")
    assert reviewer.input_value("textarea") == "the figure is of another day"


def test_marked_words_become_a_missed_claim(reviewer: Page) -> None:
    reviewer.goto("/en/search?q=3250")
    reviewer.click("main .rows a >> nth=0")
    stretch = reviewer.locator(".reading span[data-from]").first
    stretch.evaluate(
        """span => { const range = document.createRange(); range.setStart(span.firstChild, 0); range.setEnd(span.firstChild, 6);
        const chosen = getSelection(); chosen.removeAllRanges(); chosen.addRange(range); }"""
    )
    form = reviewer.locator("form[data-missed]")
    expect(form).to_be_visible()
    form.locator("input[name=low]").fill("4")
    form.locator("input[name=high]").fill("4")
    form.locator("textarea[name=reason]").fill("it was missed")
    form.locator("button").click()
    reviewer.wait_for_url("**#n-*")
    added = re.search(r"#n-(\w+)", reviewer.url)
    assert added is not None
    expect(reviewer.locator(f"#n-{added[1]}")).to_be_visible()


def test_the_letters_of_a_report_grow_and_stay_so(page: Page) -> None:
    page.goto("/ar/search?q=الرقة")
    page.click("main .rows a >> nth=0")
    before = page.locator(".reading").evaluate("box => parseFloat(getComputedStyle(box).fontSize)")
    page.click("[data-size='1']")
    page.click("[data-size='1']")
    page.reload()
    assert page.locator(".reading").evaluate("box => parseFloat(getComputedStyle(box).fontSize)") > before * 1.15


def test_digits_and_months_are_the_reader_s_choice(page: Page) -> None:
    page.goto("/ar/choices")
    page.select_option("select[name=digits]", "arab")
    page.select_option("select[name=months]", "egyptian")
    page.click("main button")
    page.goto("/ar/")
    text = page.locator("tbody").last.text_content() or ""
    assert re.search("[٠-٩]", text)
    assert "أكتوبر" in text or "نوفمبر" in text
