"""How fast the desk answers: python -m benchmarks.desk [--claims N] [--readers N] [--store FILE]

A store of SQLite's filled with synthetic reports (marsad.synthetic) unless one is given, a desk served over it in a process of its own, and
readers that walk its pages at once, each asking for the next as soon as it has the last. Printed: milliseconds at the middle and at the 95th
percentile, by page. A page must answer within MOST at the 95th percentile.
"""

import argparse
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path

import httpx

from marsad.store import pages
from marsad.store.query import query_of
from marsad.store.store import Store
from marsad.synthetic import reports

MOST = 300.0  # milliseconds
_BATCH = 1_000
_ROUNDS = 30  # pages that each reader asks for
_FILTERS = (
    "", "outcome=killed", "means=airstrike", "outcome=injured&group=civilians", "from=2016-01-01&until=2016-06-30", "place=SY", "actor=russia",
)  # fmt: skip


def fill(path: Path, claims: int) -> None:
    """Make a store of so many claims and gather its record."""
    begun = time.monotonic()
    with Store(str(path), make=True) as store:
        found = (told.report for told in reports(claims))
        while some := list(islice(found, _BATCH)):
            store.add(some, "benchmark")
        store.settle("benchmark")
    print(
        f"filled with {claims:,} claims in {time.monotonic() - begun:,.0f} s, {path.stat().st_size / 1e6:,.0f} MB",
        file=sys.stderr,
    )


def addresses(path: Path) -> dict[str, list[str]]:
    """Addresses by the page they are of, drawn from what the store holds."""
    found: dict[str, list[str]] = {"overview": [f"/{language}/?{f}" for language in ("ar", "en") for f in _FILTERS]}
    found["map data"] = [f"/ar/incidents.geojson?{f}" for f in _FILTERS]
    found["totals"] = [f"/en/totals?{f}" for f in _FILTERS[1:]]
    found["search"] = [f"/ar/search?q={words}" for words in ("قصف", "مقتل مدنيين", "الرقة", "Aleppo")]
    found["methodology"] = ["/ar/methodology", "/en/methodology"]
    with Store(str(path)) as store, store.reading() as connection:
        query = query_of({}, store.atlas)
        for name, kind, part in (
            ("incident", "incident", "incidents"),
            ("tally", "tally", "tallies"),
            ("person", "person", "people"),
        ):
            rows = pages.records_page(connection, kind, query, 200).rows  # type: ignore[arg-type]
            found[name] = [f"/{language}/{part}/{row['id']}" for language in ("ar", "en") for row in rows]
        rows = pages.records_page(connection, "control", query, 200).rows
        found["place"] = [f"/ar/places/{row['place']['id']}" for row in rows if row["place"].get("id")]
        found["article"] = [f"/ar/articles/{row['id']}" for row in pages.articles_page(connection, query, 200).rows]
        for name in ("tallies", "control", "talks", "people"):
            found[f"list of {name}"] = [f"/ar/{name}"]
    return {name: those for name, those in found.items() if those}


def served(path: Path) -> Iterator[str]:
    """The address of a desk in a process of its own, until the generator is closed."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "marsad", "desk", "--store", str(path), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=os.environ)
    try:
        base = f"http://127.0.0.1:{port}"
        for _ in range(300):
            try:
                httpx.get(f"{base}/robots.txt")
                break
            except httpx.HTTPError:
                time.sleep(0.1)
        yield base
    finally:
        process.terminate()
        process.wait()


def walk(base: str, wanted: dict[str, list[str]], seed: int) -> list[tuple[str, float]]:
    """One reader's pages: (page, milliseconds) of each."""
    chance = random.Random(seed)
    taken = []
    with httpx.Client(base_url=base, timeout=60) as client:
        for _ in range(_ROUNDS):
            name = chance.choice(list(wanted))
            address = chance.choice(wanted[name])
            begun = time.perf_counter()
            answer = client.get(address)
            taken.append((name, (time.perf_counter() - begun) * 1000))
            assert answer.status_code == 200, f"{address}: {answer.status_code}"
    return taken


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--readers", type=int, default=16)
    parser.add_argument("--store", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path: Path = given.store or Path(folder) / "desk.db"
        if not path.exists():
            fill(path, given.claims)
        wanted = addresses(path)
        for base in served(path):
            walk(base, wanted, -1)
            with ThreadPoolExecutor(given.readers) as pool:
                asked = [pool.submit(walk, base, wanted, seed) for seed in range(given.readers)]
                taken = [one for reader in asked for one in reader.result()]
    by_page: dict[str, list[float]] = defaultdict(list)
    for name, milliseconds in taken:
        by_page[name].append(milliseconds)
    print(f"{given.readers} readers at once\n\n| page | asked | middle, ms | 95th of 100, ms |\n|---|--:|--:|--:|")
    for name, times in [*sorted(by_page.items()), ("all", [ms for _, ms in taken])]:
        high = statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
        print(f"| {name} | {len(times)} | {statistics.median(times):.0f} | {high:.0f}{' (over)' if high > MOST else ''} |")


if __name__ == "__main__":
    main()
