"""A desk that is really served, and Debian's Chromium to look at it with. Skipped aloud where there is none."""

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from tests.desk.conftest import PASSWORD, fill

from marsad.desk.app import create_app
from marsad.store.store import Store

CHROMIUM = os.environ.get("MARSAD_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync "
    "--use-gl=angle --use-angle=swiftshader --enable-unsafe-swiftshader"
).split()
AXE = Path(__file__).resolve().parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture(scope="session")
def address(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the desk is served, over a store of the sample reports."""
    with Store(str(tmp_path_factory.mktemp("browser") / "marsad.db"), make=True) as store:
        fill(store)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        server = uvicorn.Server(uvicorn.Config(create_app(store), host="127.0.0.1", port=port, log_level="error"))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
        server.should_exit = True
        thread.join(10)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not os.environ.get("MARSAD_BROWSER"):
        pytest.skip("NO BROWSER TEST WAS RUN: make test-browser runs them")
    if CHROMIUM is None:
        pytest.fail("no Chromium here (Debian: apt install chromium, or set MARSAD_CHROMIUM)")
    with sync_playwright() as play:
        made = play.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield made
        made.close()


@pytest.fixture
def context(browser: Browser, address: str) -> Iterator[BrowserContext]:
    made = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900})
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page on which no error and no refusal of the content policy may pass unseen."""
    faults: list[str] = []
    made = context.new_page()
    made.on("pageerror", lambda error: faults.append(str(error)))
    made.on(
        "console", lambda message: faults.append(message.text) if message.type == "error" and "404" not in message.text else None
    )
    yield made
    assert not faults


@pytest.fixture
def reviewer(page: Page) -> Page:
    """Somebody who has signed in to review."""
    page.goto("/en/login")
    page.fill("input[name=name]", "reviewer")
    page.fill("input[name=password]", PASSWORD)
    page.click("main button")
    page.wait_for_url("**/en/")
    return page
