"""A newcomer's walk: a bare clone of what is committed, and in it every command that the documents tell a newcomer to type."""

import os
import subprocess
from pathlib import Path

import pytest
from tests.walk.console import PORT, Shell, answers, free_port

CHECKS = {
    "README.md": "tests/test_house.py",
    "README.ar.md": "tests/test_house.py",
    "docs/tutorial.md": "",
    "CONTRIBUTING.md": "tests/test_house.py tests/language/test_rules.py tests/language/test_template.py tests/model tests/desk/test_catalogue.py",
}
"""What ``make test`` runs in the clone: lint, format and types as it does, and of the tests those that the document's commands can break."""
_KEPT = (".uv", ".venv", ".mypy_cache", ".ruff_cache", "src/marsad/desk/static", "frontend/node_modules")


@pytest.fixture(scope="module")
def clone(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a clone in it, ``marsad``, with what the first command of README installs."""
    if not os.environ.get("MARSAD_WALK"):
        pytest.skip("THE NEWCOMER'S WALK WAS NOT GONE: make test-walk goes it")
    if answers(PORT):
        pytest.fail(f"something serves port {PORT} here, where make demo does: end it first")
    folder = tmp_path_factory.mktemp("walk")
    subprocess.run(["git", "clone", "--quiet", root, folder / "marsad"], check=True)
    return folder


def shell(folder: Path, home: Path, checks: str, replaced: dict[str, str]) -> Shell:
    """A newcomer's: nothing of the environment that the tests run in, and data folders of its own."""
    own = {"VIRTUAL_ENV", "PYTHONPATH", "PYTEST_ADDOPTS", "PYTEST_CURRENT_TEST", "CI"}
    environment = {name: value for name, value in os.environ.items() if name not in own and not name.startswith("MARSAD_")}
    path = os.pathsep.join(one for one in environment["PATH"].split(os.pathsep) if ".venv" not in one)
    environment |= {"PATH": path, "XDG_DATA_HOME": str(home), "LC_ALL": "C.UTF-8", "PYTEST_ADDOPTS": checks}
    return Shell(folder, environment, replaced)


@pytest.mark.parametrize("name", CHECKS)
def test_a_newcomer_can_walk(root: Path, clone: Path, tmp_path: Path, name: str) -> None:
    document = (root / name).read_text(encoding="utf-8")
    there = "git clone … marsad" in document
    folder = clone if there else clone / "marsad"
    replaced = {"git clone … marsad": "true"} if there else {str(PORT): str(free_port())}
    with shell(folder, tmp_path, CHECKS[name], replaced) as newcomer:
        assert newcomer.walk(document) > 4
    left = _git(clone, "status", "--porcelain").splitlines()
    assert {line[3:] for line in left if line.startswith("??")} <= MADE
    _git(clone, "checkout", "--quiet", ".")
    _git(clone, "clean", "-fdxq", *(f"--exclude={kept}" for kept in _KEPT))


def _git(clone: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=clone / "marsad", check=True, capture_output=True, text=True).stdout


MADE = {
    *("accept.py", "ask.py", "correct.py", "overview.html", "claims.csv", "claims.parquet", "events.csv", "events.csv.about.txt"),
    *("src/marsad/language/en/order.py", "src/marsad/language/en/corpus/order.txt", "src/marsad/reading/order.py"),
    *("all.jsonl", "all.jsonl.about.txt", "crawl/"),
    *("altered.db", "backup.db", "backup.archive/"),
}
"""What the documents say they write, beside what git ignores."""
