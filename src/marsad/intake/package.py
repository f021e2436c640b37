"""The archive as a WACZ 1.1.1 package (specs.webrecorder.net), which replays in a browser and which py-wacz validates."""

import gzip
import hashlib
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from marsad.intake.archive import Archive, Capture
from marsad.intake.document import Position
from marsad.model import MarsadError
from marsad.version import VERSION

_WARC = "archive/data.warc.gz"
_INDEX = "indexes/index.cdx.gz"
_PAGES = "pages/pages.jsonl"


@dataclass(frozen=True, slots=True)
class Page:
    """A capture to be put in the package, and the title of the article read from it; ``listed`` as a page where there is one."""

    capture: Capture
    title: str | None = None
    listed: bool = True


def export(
    archive: Archive,
    pages: Iterable[Page],
    path: Path,
    created: str,
    tell: Callable[[int, int], None] = lambda done, failed: None,
) -> int:
    """Write a package of these pages, each record once; how many pages it lists. ``created`` is a moment in ISO form.

    Raises MarsadError when there is none or when a record is no longer there; an unfinished package is not left behind.
    """
    new = path.with_name(path.name + ".new")
    resources: list[dict[str, Any]] = []
    listed: list[Page] = []
    lines: list[str] = []
    try:
        with zipfile.ZipFile(new, "w") as package:
            with _entry(package, _WARC, resources) as out:
                at, places = 0, dict[Position, tuple[int, int]]()
                for page in pages:
                    own = page.capture.own or page.capture.at
                    for place in (page.capture.at, own):
                        if place not in places:
                            member = archive.raw(place)
                            out.write(member)
                            places[place] = (at, len(member))
                            at += len(member)
                    if page.listed:
                        listed.append(page)
                    tell(len(lines), 0)
                    lines.append(_line(page.capture, *places[own]))
            if not listed:
                raise MarsadError("the archive holds no page to export: marsad add puts some in")
            with _entry(package, _INDEX, resources) as out:
                out.write(gzip.compress("".join(sorted(lines)).encode(), mtime=0))
            with _entry(package, _PAGES, resources) as out:
                out.write(_pages(listed))
            described = json.dumps(_described(resources, created), ensure_ascii=False, indent=2).encode()
            package.writestr("datapackage.json", described)
            digest = {"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(described).hexdigest()}"}
            package.writestr("datapackage-digest.json", json.dumps(digest, indent=2))
        new.replace(path)
    except OSError as error:
        raise MarsadError(f"{path} cannot be written: {error.strerror or error}") from error
    finally:
        new.unlink(missing_ok=True)
    return len(listed)


class _entry:
    """One file of the package, stored as it is; its name, hash and size are put among the resources when it is whole."""

    def __init__(self, package: zipfile.ZipFile, name: str, resources: list[dict[str, Any]]) -> None:
        self._name, self._resources = name, resources
        self._file = package.open(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), "w", force_zip64=True)
        self._digest, self._size = hashlib.sha256(), 0

    def write(self, data: bytes) -> None:
        self._file.write(data)
        self._digest.update(data)
        self._size += len(data)

    def __enter__(self) -> "_entry":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()
        name = self._name.rpartition("/")[2]
        self._resources.append(
            {"name": name, "path": self._name, "hash": f"sha256:{self._digest.hexdigest()}", "bytes": self._size}
        )


def _line(capture: Capture, offset: int, length: int) -> str:
    """A line of CDXJ: the address in sort-friendly form, the moment, and where the record lies."""
    entry = {
        "url": capture.url, "mime": "warc/revisit" if capture.own else (capture.type or "text/html").partition(";")[0].strip(), "status": str(capture.status), "digest": f"sha256:{capture.body}",
        "length": str(length), "offset": str(offset), "filename": _WARC.rpartition("/")[2],
    }  # fmt: skip
    return f"{_surt(capture.url)} {_digits(capture.moment)} {json.dumps(entry)}\n"


def _surt(url: str) -> str:
    """An address with its host's parts reversed, as indexes are sorted (Sort-friendly URI Reordering Transform)."""
    parts = urlsplit(url.lower())
    host = (parts.hostname or "").removeprefix("www.")
    port = f":{parts.port}" if parts.port else ""
    query = f"?{parts.query}" if parts.query else ""
    return f"{','.join(reversed(host.split('.')))}{port}){parts.path or '/'}{query}"


def _digits(moment: str) -> str:
    return "".join(filter(str.isdigit, moment))


def _pages(listed: Iterable[Page]) -> bytes:
    rows: Iterator[dict[str, Any]] = (
        {
            "id": hashlib.sha256(f"{page.capture.url} {page.capture.moment}".encode()).hexdigest()[:16],
            "url": page.capture.url,
            "ts": page.capture.moment,
        }
        | ({"title": page.title} if page.title else {})
        for page in listed
    )
    head = {"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in (head, *rows)).encode()


def _described(resources: list[dict[str, Any]], created: str) -> dict[str, Any]:
    return {
        "profile": "data-package", "wacz_version": "1.1.1", "title": "Pages kept by Marsad", "software": f"Marsad {VERSION}", "created": created,
        "resources": resources,
    }  # fmt: skip
