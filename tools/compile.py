"""Compile the rooms in which reading spends its time: python tools/compile.py FOLDER

The folder gets a copy of the package in which those modules stand compiled beside their sources: with it first on PYTHONPATH the
same programs read half as fast again. The sources stay plain Python and are what runs everywhere else; mypyc
(https://mypyc.readthedocs.io) takes their annotations at their word, so what a variable is said to hold it must hold.
Needed are a C compiler (Debian: apt install gcc) and two minutes of one core.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from mypyc.build import mypycify
from setuptools import Distribution

SOURCES = Path(__file__).resolve().parents[1] / "src"
COMPILED = (
    "marsad/text/[a-z]*.py",
    "marsad/world/[a-z]*.py",
    "marsad/reading/[a-z]*.py",
    "marsad/page/mask.py",
    *(f"marsad/language/{name}.py" for name in ("lexicon", "pack", "pattern", "rule")),
    *(f"marsad/language/ar/{name}.py" for name in ("calendar", "datereaders", "dates", "kinds", "periods")),
)
"""What is compiled. Left out are tables of words, which take the compiler minutes and gain nothing, the readers of numbers, whose
whole numbers and fractions share variables that compiled hold one of the two, and ``model``, whose nouns are generated at import."""
OPTIONS = ("--strict", "--ignore-missing-imports")
_CHECK = "import marsad.reading.scan as scan; raise SystemExit(scan.__file__.endswith('.py'))"


def compiled(folder: Path) -> list[Path]:
    """The compiled modules of a fresh copy of the package in ``folder``."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(SOURCES / "marsad", folder / "marsad", ignore=shutil.ignore_patterns("__pycache__"))
    os.chdir(folder)
    modules = sorted(str(path) for pattern in COMPILED for path in Path().glob(pattern))
    built = Distribution(
        {
            "name": "marsad",
            "packages": ["marsad"],
            "ext_modules": mypycify([*OPTIONS, *modules], group_name="marsad", multi_file=True, opt_level="2"),
        }
    )
    command = built.get_command_obj("build_ext")
    command.inplace = True
    command.ensure_finalized()
    command.run()
    shutil.rmtree(folder / "build")
    return sorted(path for path in folder.rglob("*") if path.suffix in (".so", ".pyd"))


def main() -> int:
    """Compile into the folder named, and see that Python takes the compiled modules there."""
    if len(sys.argv) != 2:
        print(f"give the folder to compile into: python {sys.argv[0]} build/compiled", file=sys.stderr)
        return 2
    folder = Path(sys.argv[1]).resolve()
    found = compiled(folder)
    size = sum(path.stat().st_size for path in found) / 1e6
    print(f"{len(found)} compiled modules, {size:.0f} MB, in {folder.name}")
    return subprocess.run([sys.executable, "-c", _CHECK], env=os.environ | {"PYTHONPATH": str(folder)}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
