"""The house stays a house: imports flow one way, files stay small, and nothing committed names a machine or a registry."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "marsad"

MAY_IMPORT = {
    "model": set(),
    "version": set(),
    "text": {"model"},
    "world": {"model", "text"},
    "language": {"model", "text", "world"},
    "page": {"model", "text"},
    "reading": {"model", "text", "world", "language", "page", "version"},
    "record": {"model", "text", "world"},
    "synthetic": {"model", "world"},
    "intake": {"model", "text", "world", "language", "page", "reading", "store", "jsonl", "version"},
    "batch": {"model", "record", "reading", "intake", "store", "version"},
    "exports": {"model", "store", "version", "world"},
    "delivery": {"model", "store", "intake", "exports", "version"},
    "desk": {"model", "text", "world", "store", "exports", "intake", "delivery", "version"},
    "client": {"model", "version"},
    "": {"model", "language", "page", "reading", "version"},
    "jsonl": {"model"},
    "show": {"model"},
    "commands": {
        "",
        "jsonl",
        "show",
        "store",
        "intake",
        "record",
        "model",
        "text",
        "world",
        "language",
        "page",
        "reading",
        "version",
        "exports",
        "delivery",
        "desk",
        "batch",
    },
    "store": {"model", "text", "world", "record"},
    "cli": {"model", "version"},
    "__main__": {"cli"},
}
"""Room or file at the top -> what it may import of ours, beside itself; "" is the public API of ``marsad`` itself."""

MODULES = sorted(SOURCE.rglob("*.py"))
PYTHON = [
    *MODULES,
    *sorted((ROOT / "tests").rglob("*.py")),
    *sorted((ROOT / "benchmarks").rglob("*.py")),
    *sorted((ROOT / "rehearsal").rglob("*.py")),
]
MOST_LINES = 400


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def room(path: Path) -> str:
    """The room a file is in; a file at the top is its own, and the API is ""."""
    first = path.relative_to(SOURCE).parts[0].removesuffix(".py")
    return "" if first == "__init__" else first


def imported(tree: ast.AST) -> Iterator[str]:
    """The rooms that a module's code imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            dotted = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: imports are written in full"
            dotted = [f"marsad.{alias.name}" for alias in node.names] if node.module == "marsad" else [node.module or ""]
        else:
            continue
        for parts in (module.split(".") for module in dotted):
            if parts[0] == "marsad":
                yield parts[1] if len(parts) > 1 and parts[1] in MAY_IMPORT else ""


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_imports_flow_one_way(path: Path) -> None:
    here = room(path)
    assert here in MAY_IMPORT, f"say in MAY_IMPORT what {here} stands on"
    back = set(imported(ast.parse(path.read_text("utf-8")))) - MAY_IMPORT[here] - {here}
    assert not back, f"{here or 'marsad'} may not import {', '.join(sorted(back)) or 'marsad'}"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_imports_stand_at_the_top(path: Path) -> None:
    inside = [
        node.lineno
        for outer in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for node in ast.walk(outer)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert not inside, f"imports inside a function at lines {inside}"


@pytest.mark.parametrize("path", PYTHON, ids=name)
def test_a_file_holds_one_thing(path: Path) -> None:
    assert path.stem not in {"utils", "util", "helpers", "misc", "common"}
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize(
    ("code", "rooms"),
    [
        ("import marsad.reading.scan", ["reading"]),
        ("from marsad.page import article", ["page"]),
        ("from marsad import show, read", ["show", ""]),
        ("if True:\n    from marsad.world.names import Names", ["world"]),
        ("import json, re", []),
    ],
)
def test_arrows_are_seen(code: str, rooms: list[str]) -> None:
    assert list(imported(ast.parse(code))) == rooms


def test_the_lock_names_no_registry_and_hashes_every_package() -> None:
    packages = (ROOT / "requirements.lock").read_text("utf-8").replace("\\\n", " ").splitlines()
    assert len(packages) > 20
    assert [line for line in packages if "://" in line or "--hash=sha256:" not in line] == []
