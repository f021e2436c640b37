"""Draws the house from its imports, into docs/architecture.md: ``python tools/house.py``."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "marsad"
PAGE = ROOT / "docs" / "architecture.md"
_DRAWN = re.compile(r"```mermaid\n.*?```", re.S)


def arrows() -> dict[str, set[str]]:
    """Room -> the rooms that its code imports; single files at the top are left out."""
    rooms = sorted(path.parent.name for path in SOURCE.glob("*/__init__.py"))
    found: dict[str, set[str]] = {room: set() for room in rooms}
    for path in SOURCE.glob("*/**/*.py"):
        room = path.relative_to(SOURCE).parts[0]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            module = node.module if isinstance(node, ast.ImportFrom) else None
            if module and module.startswith("marsad."):
                other = module.split(".")[1]
                if other in found and other != room:
                    found[room].add(other)
    return found


def picture() -> str:
    """The house as a Mermaid drawing: an arrow from a room to each it stands on, but not to those it reaches through another."""
    found = arrows()

    def reach(room: str) -> set[str]:
        return found[room] | {far for near in found[room] for far in reach(near)}

    lines = ["```mermaid", "graph TD"]
    for room, others in found.items():
        through = {far for near in others for far in reach(near)}
        lines += [f"  {room} --> {other}" for other in sorted(others - through)]
    return "\n".join([*lines, "```"])


def main() -> None:
    """Put the drawing into the page."""
    PAGE.write_text(_DRAWN.sub(lambda _: picture(), PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
