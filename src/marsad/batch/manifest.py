"""The manifest of a batch: which archives were read, by what, into which parts, and what became of their documents."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from marsad.batch.part import FORM, Counts, Flaw, flaws_of, renamed, write_flaws
from marsad.model import CONTRACT, MarsadError
from marsad.version import VERSION

NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class Part:
    """A chunk that was read: its key, and what became of its documents."""

    key: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class Entry:
    """An archive that was read whole: ``files`` are the names it was given under, the options are those it was read with."""

    sha256: str
    bytes: int
    kind: str
    files: tuple[str, ...]
    version: str
    seconds: float
    memory: int
    chunk: int
    counts: Counts
    parts: tuple[Part, ...]
    flaws: int = 0


@dataclass(frozen=True, slots=True)
class Manifest:
    """The archives of a folder in the order in which they were given first."""

    folder: Path
    entries: tuple[Entry, ...] = field(default=())

    @property
    def counts(self) -> Counts:
        """What became of all documents."""
        return sum((entry.counts for entry in self.entries), Counts())

    @property
    def parts(self) -> Iterator[tuple[Entry, Path]]:
        """The files of articles in order, each with its archive."""
        for entry in self.entries:
            for part in entry.parts:
                yield entry, self.folder / "parts" / f"{part.key}.parquet"

    def flaws(self, entry: Entry) -> Iterator[Flaw]:
        """What of an archive could not be read."""
        for key in (entry.sha256, *(part.key for part in entry.parts)):
            yield from flaws_of(self.folder / "errors" / f"{key}.parquet")

    def having(self, entry: Entry) -> "Manifest":
        """The manifest with an archive in the place where it was, or at the end; names it was given under before stay."""
        before = next((one for one in self.entries if one.sha256 == entry.sha256), None)
        if before is None:
            return replace(self, entries=(*self.entries, entry))
        entry = replace(entry, files=tuple(dict.fromkeys((*before.files, *entry.files))))
        return replace(self, entries=tuple(entry if one is before else one for one in self.entries))

    def write(self) -> None:
        """Put it, and the table of all errors, into the folder."""
        write_flaws(self.folder / "errors.parquet", _by_content(flaw for entry in self.entries for flaw in self.flaws(entry)))
        body = {
            "marsad": VERSION, "contract": CONTRACT, "form": FORM, "totals": asdict(self.counts),
            "sources": [asdict(entry) for entry in self.entries],
        }  # fmt: skip
        with renamed(self.folder / NAME) as new:
            new.write_text(json.dumps(body, ensure_ascii=False, indent=1), "utf-8")


def manifest(folder: Path) -> Manifest:
    """The manifest of a folder, empty where there is none yet. Raises MarsadError for one that cannot be used."""
    path = folder / NAME
    try:
        body = json.loads(path.read_text("utf-8"))
        if body["form"] != FORM:
            raise MarsadError(f"{path} is of another version of Marsad ({body['marsad']}): read the archives into a new folder")
        return Manifest(folder, tuple(map(_entry, body["sources"])))
    except FileNotFoundError:
        return Manifest(folder)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise MarsadError(f"{path} cannot be read ({type(error).__name__}): give the archives to marsad batch again") from error


def finished(folder: Path) -> Manifest:
    """The manifest of a folder that was read whole. Raises MarsadError where there is none."""
    found = manifest(folder)
    if not found.entries:
        raise MarsadError(f"{folder} holds no batch that was read whole: marsad batch SOURCES --out {folder} makes one")
    return found


def _entry(body: dict[str, Any]) -> Entry:
    parts = tuple(Part(one["key"], Counts(**one["counts"])) for one in body["parts"])
    return Entry(**{**body, "files": tuple(body["files"]), "counts": Counts(**body["counts"]), "parts": parts})


def _by_content(flaws: Iterable[Flaw]) -> list[Flaw]:
    """One row a content, in the order of hashes: the first place where it was met."""
    found: dict[str, Flaw] = {}
    for flaw in flaws:
        found.setdefault(flaw.sha256, flaw)
    return [found[sha256] for sha256 in sorted(found)]
