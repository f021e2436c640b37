"""Wheel and sdist: built, installed with what they ask for where there is nothing else, and used there."""

import os
import re
import shutil
import subprocess
import sys
import tarfile
import time
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.walk.console import answers, free_port

from marsad.exports.formats import FORMATS
from marsad.version import VERSION

DISTRIBUTION = re.compile(rf"marsad-{re.escape(VERSION)}\.dist-info/")
EXTRAS = {"parquet": "pyarrow", "ftm": "followthemoney", "pdf": "weasyprint"}
"""Formats that ask for more than the bare package brings, and for what."""


@pytest.fixture(scope="module")
def uv(root: Path) -> str:
    if not os.environ.get("MARSAD_PACKAGE"):
        pytest.skip("THE PACKAGE WAS NOT BUILT: make test-package builds and installs it")
    found = root / ".uv" / "bin" / "uv"
    return str(found) if found.exists() else shutil.which("uv") or pytest.fail("no uv here: make brings it")


@pytest.fixture(scope="module")
def built(uv: str, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with both files; the wheel is made from the sdist, as whoever downloads that would."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run([uv, "build", "--quiet", "--out-dir", folder, root], check=True)
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    return next(built.glob("*.whl"))


@pytest.fixture(scope="module")
def sdist(built: Path) -> Path:
    return next(built.glob("*.tar.gz"))


class Bare:
    """An environment that holds Marsad and what it asks for, and a home in which nothing lies."""

    def __init__(self, folder: Path) -> None:
        self.bin, self.home = folder / "bare" / "bin", folder / "home"
        self.home.mkdir()
        (folder / "here").mkdir()
        self.here = folder / "here"

    def environment(self) -> dict[str, str]:
        return {"PATH": f"{self.bin}:/usr/bin:/bin", "HOME": str(self.home), "LC_ALL": "C.UTF-8"}

    def run(self, *arguments: object) -> subprocess.CompletedProcess[str]:
        """A program of the environment, run in a folder of its own."""
        command = [str(self.bin / str(arguments[0])), *map(str, arguments[1:])]
        return subprocess.run(command, cwd=self.here, env=self.environment(), capture_output=True, text=True)


@pytest.fixture(scope="module", params=["wheel", "sdist"])
def bare(request: pytest.FixtureRequest, uv: str, tmp_path_factory: pytest.TempPathFactory) -> Bare:
    package = request.getfixturevalue(request.param)
    folder = tmp_path_factory.mktemp(request.param)
    subprocess.run([uv, "venv", "--quiet", "--python", sys.executable, folder / "bare"], check=True)
    subprocess.run([uv, "pip", "install", "--quiet", "--python", folder / "bare" / "bin" / "python", package], check=True)
    return Bare(folder)


def test_the_wheel_holds_the_package_whole_and_nothing_beside_it(root: Path, wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    listed = subprocess.run(["git", "ls-files", "src/marsad"], cwd=root, check=True, capture_output=True, text=True).stdout
    wanted = {line.removeprefix("src/") for line in listed.splitlines()}
    assert not wanted - held
    assert {"marsad/desk/static/desk.js", "marsad/desk/static/desk.css", "marsad/desk/locale/ar.po", "marsad/py.typed"} <= held
    assert not [name for name in held if not name.startswith("marsad/") and not DISTRIBUTION.match(name)]
    assert not [name for name in held if "__pycache__" in name or name.endswith((".db", ".pyc"))]


def test_the_sdist_holds_tests_documents_and_the_built_front_end_and_nothing_private(sdist: Path) -> None:
    with tarfile.open(sdist) as packed:
        held = {name.partition("/")[2] for name in packed.getnames()}
    assert {
        "README.md",
        "LICENSE",
        "NOTICE",
        "PKG-INFO",
        "tests/conftest.py",
        "docs/tutorial.md",
        "src/marsad/desk/static/desk.js",
    } <= held
    assert not [
        name for name in held if name.endswith(".db") or ".archive/" in name or name.startswith((".venv", ".uv", ".git/"))
    ]


def test_it_says_its_version(bare: Bare) -> None:
    assert bare.run("marsad", "--version").stdout == f"marsad {VERSION}\n"
    assert bare.run("python", "-c", "import importlib.metadata as m; print(m.version('marsad'))").stdout == f"{VERSION}\n"


def test_it_reads_a_report_and_leaves_no_file(bare: Bare, root: Path) -> None:
    said = bare.run("marsad", "read", root / "examples" / "mosul-2017-07-10.html")
    assert (said.returncode, said.stderr) == (0, "")
    assert "geonames:" in said.stdout
    assert not [*bare.home.rglob("*"), *bare.here.rglob("*")]


LOAD = """
import importlib, pkgutil, marsad
for module in pkgutil.walk_packages(marsad.__path__, "marsad."):
    if module.name not in ("marsad.__main__", "marsad.store.migrations.env"):
        try:
            importlib.import_module(module.name)
        except ModuleNotFoundError as error:
            print(error.name.partition(".")[0])
"""
"""Loads every module of the package and prints which libraries were not there."""


def test_every_module_loads_and_what_needs_more_says_so_in_one_line(bare: Bare, root: Path) -> None:
    said = bare.run("python", "-c", LOAD)
    assert said.returncode == 0, said.stderr
    assert set(said.stdout.split()) <= {*EXTRAS.values(), "psycopg", "distributed"}
    assert bare.run("marsad", "add", root / "examples" / "raqqa", "--store", "e.db").returncode == 0
    for name in FORMATS:
        said = bare.run("marsad", "export", name, "--store", "e.db", "--output", f"e.{name}")
        assert said.returncode == (2 if name in EXTRAS else 0), (name, said.stderr)
        assert name not in EXTRAS or (said.stderr.count("\n") == 1 and f"marsad[{name}]" in said.stderr), said.stderr


@pytest.fixture(scope="module")
def desk(bare: Bare, root: Path) -> Iterator[str]:
    """Where the installed desk answers."""
    port = free_port()
    assert bare.run("marsad", "add", root / "examples", "--store", "d.db").returncode == 0
    command = [str(bare.bin / "marsad"), "desk", "--store", "d.db", "--port", str(port)]
    served = subprocess.Popen(command, cwd=bare.here, env=bare.environment(), stdout=subprocess.DEVNULL)
    try:
        end = time.monotonic() + 60
        while not answers(port):
            assert served.poll() is None
            assert time.monotonic() < end
            time.sleep(0.2)
        yield f"http://127.0.0.1:{port}"
    finally:
        served.terminate()
        served.wait(20)


def got(address: str) -> tuple[str, bytes]:
    with urllib.request.urlopen(address, timeout=30) as answer:
        return answer.headers["content-type"], answer.read()


def test_the_desk_answers_with_its_styles_scripts_and_letters(desk: str) -> None:
    kind, page = got(f"{desk}/ar/")
    assert kind.startswith("text/html")
    asked = set(re.findall(rb'(?:src|href)="(/static/[^"]+)"', page))
    assert {Path(one.decode().partition("?")[0]).suffix for one in asked} >= {".css", ".js"}
    for one in asked:
        kind, body = got(f"{desk}{one.decode()}")
        assert body
        assert kind.split(";")[0] in ("text/css", "text/javascript", "application/javascript", "font/woff2", "image/svg+xml")
    assert got(f"{desk}/api/v1/incidents?limit=1")[0] == "application/json"
