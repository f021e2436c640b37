"""What Marsad stands on at run time, from the metadata of what is installed: licences, and a bill of materials.

``python tools/dependencies.py licences`` writes docs/licences.md; ``python tools/dependencies.py sbom FILE`` writes a CycloneDX 1.6 bill with the
versions and hashes of requirements.lock. Only what the package and its extras bring is listed: tools of development and the peers that benchmarks
measure are no part of what runs.
"""

import json
import re
import sys
import tomllib
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from marsad.version import VERSION

ROOT = Path(__file__).resolve().parents[1]
LICENCES = ROOT / "docs" / "licences.md"
LOCK = ROOT / "requirements.lock"
EXTRAS = ("postgres", "parquet", "ftm", "pdf", "cluster")
"""Extras that whoever runs Marsad may install; ``peers`` is for benchmarks alone."""

_SAME = {
    "apache 2.0": "Apache-2.0", "apache license 2.0": "Apache-2.0", "apache software license": "Apache-2.0", "mit license": "MIT", "the mit license": "MIT",
    "bsd": "LicenseRef-BSD", "bsd license": "LicenseRef-BSD", "the bsd 2-clause license": "BSD-2-Clause", "isc license": "ISC", "isc license (iscl)": "ISC",
    "python software foundation license": "PSF-2.0", "psfl": "PSF-2.0", "lgpl": "LicenseRef-LGPL", "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "mozilla public license 1.1 (mpl 1.1)": "MPL-1.1", "artistic license": "Artistic-1.0", "gnu library or lesser general public license (lgpl)": "LicenseRef-LGPL",
    "gnu lesser general public license v2 or later (lgplv2+)": "LGPL-2.1-or-later", "gnu lesser general public license v3 (lgplv3)": "LGPL-3.0-only",
    "gnu general public license (gpl)": "GPL-1.0-or-later", "gnu general public license v2 or later (gplv2+)": "GPL-2.0-or-later",
    "gnu general public license v3 (gplv3)": "GPL-3.0-only", "gnu general public license v3 or later (gplv3+)": "GPL-3.0-or-later",
    "gnu affero general public license v3": "AGPL-3.0-only", "the unlicense (unlicense)": "Unlicense",
}  # fmt: skip
"""Names that packages give, in lower case -> SPDX; a reference where they do not say which of its versions."""
_ALLOWED = re.compile(
    r"(MIT(-0|-CMU)?|BSD-[23]-Clause|0BSD|LicenseRef-(BSD|LGPL)|Apache-2\.0|ISC|PSF-2\.0|CNRI-Python|MPL-[12]\.[01]|LGPL-[\d.]+(-only|-or-later)?"
    r"|Zlib|CC0-1\.0|Unlicense|Artistic-[\d.]+|HPND)"
)
"""SPDX names that may run with Marsad: permissive ones, and weak copyleft used unaltered as a library of its own."""


@dataclass(frozen=True, slots=True)
class Dependency:
    """A library that runs with Marsad: an SPDX expression ("" where none can be told), and the extra that brings it ("" for the package itself)."""

    name: str
    version: str
    licence: str
    extra: str
    needs: tuple[str, ...]


def dependencies() -> list[Dependency]:
    """All of them in the order of their names; a library that the package itself brings is listed of no extra."""
    found: dict[str, Dependency] = {}
    for extra in ("", *EXTRAS):
        for one in _closure(extra):
            found.setdefault(one.name, one)
    return sorted(found.values(), key=lambda one: one.name)


def _direct(extra: str) -> list[tuple[str, frozenset[str]]]:
    """What pyproject.toml asks for, the package itself ("") or one of its extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return list(_applying(project["optional-dependencies"][extra] if extra else project["dependencies"], frozenset()))


def _closure(extra: str) -> Iterator[Dependency]:
    waiting, done = _direct(extra), set[tuple[str, frozenset[str]]]()
    while waiting:
        name, extras = waiting.pop()
        if (name, extras) in done:
            continue
        done.add((name, extras))
        try:
            held = distribution(name)
        except PackageNotFoundError:
            raise SystemExit(f"{name} is not installed: make .venv/.ready") from None
        needed = list(_applying(held.requires or (), extras))
        waiting += needed
        yield Dependency(name, held.version, licence(held), extra, tuple(sorted({one for one, _ in needed})))


def _applying(requirements: Iterable[str], extras: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """(name, extras) of the requirements that hold here."""
    for line in requirements:
        one = Requirement(line)
        if one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in (extras or {""})):
            yield canonicalize_name(one.name), frozenset(one.extras)


def licence(held: Distribution) -> str:
    """The SPDX expression of a library: as it states it, else of its classifiers, of which one may be chosen; "" where it states none that is known."""
    said = held.metadata
    stated = said.get("License-Expression") or ""
    if stated:
        return str(stated)
    classified = [
        c.rpartition(" :: ")[2] for c in said.get_all("Classifier") or () if c.startswith("License ::") and c.count("::") > 1
    ]
    names = [_SAME.get(name.lower(), "") for name in classified] or [_spdx(str(said.get("License") or "").partition("\n")[0])]
    return " OR ".join(names) if all(names) else ""


def _spdx(stated: str) -> str:
    """What a library states in words of its own as SPDX; "" for what is none that may run."""
    parts = [part.strip() for part in re.split(r",| AND ", stated) if "dependency licenses" not in part]
    names = [_SAME.get(part.lower(), part) for part in parts]
    return " AND ".join(names) if all(_ALLOWED.fullmatch(name) for name in names) else ""


def may_run(expression: str) -> bool:
    """Whether an SPDX expression lets a library run with Marsad: of what is joined by OR one must be allowed, of what is joined by AND all."""
    inner = re.sub(r"\(([^()]*)\)", lambda group: "MIT" if may_run(group[1]) else "none", expression)
    if inner != expression:
        return may_run(inner)
    return bool(expression) and any(
        all(_ALLOWED.fullmatch(name.strip()) for name in one.split(" AND ")) for one in expression.split(" OR ")
    )


def page(found: Sequence[Dependency]) -> str:
    """docs/licences.md."""
    rows = [f"| {one.name} | {one.licence} | {one.extra and f'`{one.extra}`'} |" for one in found]
    return "\n".join((_HEAD, *rows, "", _TAIL, ""))


_HEAD = """# Licences

What runs with Marsad, itself under Apache-2.0, from the metadata of what is installed (`make licences`). A test fails where one is under the GPL or AGPL, states no licence
that is known, or is missing here. Where a library leaves the choice (OR), the first that is not the GPL is taken. Libraries under the LGPL and MPL are used unaltered, each as a
library of its own. Data: [NOTICE](../NOTICE).

| library | licence | extra that brings it |
|---|---|---|"""
_TAIL = """The desk's front end is built from packages of npm into `static/`; their licences stand in `frontend/package-lock.json`. Development and benchmarks use more, some of it under the
GPL (HeidelTime) or AGPL (surt, which a test reads web archives with); nothing of it is part of a wheel or of what a wheel asks for."""


def bill(found: Iterable[Dependency], version: str, lock: str) -> dict[str, Any]:
    """A CycloneDX 1.6 bill of materials. Its serial number is made from its content, so that the same lock gives the same bill."""
    hashes = {
        canonicalize_name(name): re.findall(r"sha256:([0-9a-f]{64})", rest)
        for name, rest in re.findall(r"^([\w.-]+)==(.*?)(?=^\S|\Z)", lock, re.M | re.S)
    }
    found = list(found)
    refs = {one.name: f"pkg:pypi/{one.name}@{one.version}" for one in found}
    whole = f"pkg:pypi/marsad@{version}"
    parts = [
        {
            "type": "library", "bom-ref": refs[one.name], "name": one.name, "version": one.version, "purl": refs[one.name],
            "scope": "optional" if one.extra else "required", "licenses": [{"expression": one.licence}],
            "properties": [{"name": "marsad:sha256", "value": digest} for digest in hashes.get(one.name, ())],
        }
        for one in found
    ]  # fmt: skip
    needs = [{"ref": refs[one.name], "dependsOn": [refs[name] for name in one.needs if name in refs]} for one in found]
    direct = sorted(refs[name] for name in {name for extra in ("", *EXTRAS) for name, _ in _direct(extra)})
    body = {
        "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
        "metadata": {"component": {"type": "application", "bom-ref": whole, "name": "marsad", "version": version, "purl": whole, "licenses": [{"expression": "Apache-2.0"}]}},
        "components": parts, "dependencies": [{"ref": whole, "dependsOn": direct}, *needs],
    }  # fmt: skip
    return body | {"serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(body, sort_keys=True))}"}


def main(arguments: Sequence[str]) -> int:
    """Write what is asked for; 2 where nothing is."""
    match arguments:
        case ["licences"]:
            LICENCES.write_text(page(dependencies()), encoding="utf-8")
        case ["sbom", file]:
            Path(file).parent.mkdir(parents=True, exist_ok=True)
            made = bill(dependencies(), VERSION, LOCK.read_text(encoding="utf-8"))
            Path(file).write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
            print(f"{len(made['components'])} libraries in {file}")
        case _:
            print("usage: python tools/dependencies.py licences | sbom FILE", file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
