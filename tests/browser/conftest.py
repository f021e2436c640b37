"""A desk that is really served, and Debian's Chromium to look at it with. Skipped aloud where there is none."""

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from tests.desk.conftest import PASSWORD, fill

import marsad
from marsad.desk.app import create_app
from marsad.desk.settings import Settings
from marsad.store.store import Store

PATIENCE = 90_000  # milliseconds: on a busy machine without a graphics card a page has taken 40 s to come
expect.set_options(timeout=PATIENCE)
CHROMIUM = os.environ.get("MARSAD_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync "
    "--use-gl=angle --use-angle=swiftshader --enable-unsafe-swiftshader"
).split()
AXE = Path(__file__).resolve().parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"


CHANGED = "https://news.example/changed"
"""The address of a report of which there are two versions."""


def changed(store: Store) -> None:
    """Read a report, and again when it has changed."""
    for count in (12, 15):
        text = f"قتل {count} شخصا في غارة جوية على مدينة الرقة يوم 17 تشرين الأول 2017. وقال شهود إن القصف استمر ساعة."
        store.add([marsad.read(text, published="2017-10-18", outlet="صحيفة", url=CHANGED)], "tests")
    store.settle("tests")


@contextmanager
def serving(app: FastAPI) -> Iterator[str]:
    """Where a desk is served, until the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="session")
def address(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the desk is served, over a store of the sample reports."""
    folder = tmp_path_factory.mktemp("browser")
    with Store(str(folder / "marsad.db"), make=True) as store:
        fill(store)
        changed(store)
        with serving(create_app(store, Settings(archive=folder / "archive"))) as where:
            yield where


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
    made.set_default_timeout(PATIENCE)
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


def sign_in(page: Page, name: str) -> Page:
    """Sign somebody in."""
    page.goto("/en/login")
    page.fill("input[name=name]", name)
    page.fill("input[name=password]", PASSWORD)
    page.click("main button")
    page.wait_for_url("**/en/", wait_until="commit")
    return page


@pytest.fixture
def reviewer(page: Page) -> Page:
    """Somebody who has signed in to review."""
    return sign_in(page, "reviewer")


@pytest.fixture
def second(browser: Browser, address: str) -> Iterator[Page]:
    """Somebody else, in a browser of their own, who has not signed in."""
    made = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900})
    made.set_default_timeout(PATIENCE)
    yield made.new_page()
    made.close()
