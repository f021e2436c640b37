"""How fast the desk answers: python -m benchmarks.desk [--claims N] [--readers N] [--think SECONDS …] [--workers N] [--store FILE]

A store of SQLite's filled with synthetic reports (marsad.synthetic) unless one is given, a desk served over it in processes of its own, and readers
that ask for one page after another, each page at random and with filters at random from what the store holds, so that hardly a question is
asked twice. With --think 0 a reader asks for the next page as soon as the last has come; with --think 1 after a second on average, as
somebody who reads would. Printed by page: how often it was asked for, and milliseconds at the middle, at the 95th percentile and at most. A
page must answer within MOST at the 95th percentile. The readers run on the same machine and take a part of its cores.
"""

import argparse
import http.client
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from random import Random
from urllib.parse import quote, urlencode

from marsad.store import pages
from marsad.store.discretion import PUBLIC
from marsad.store.query import query_of
from marsad.store.store import Store
from marsad.synthetic import reports

MOST = 300.0  # milliseconds
_BATCH = 1_000
_FACETS = ("outcome", "group", "means", "actor", "source", "outlet", "place", "grade", "kind")
_WORDS = (
    "قصف",
    "مقتل مدنيين",
    "الرقة",
    "Aleppo",
    "غارة جوية",
    "سيارة مفخخة",
    "السيطرة",
    "محادثات",
    '"طائرة مسيرة"',
    "المرصد السوري",
)
_HELD = 2_000  # records of a kind among which readers choose, from the newest and the oldest

Asked = Callable[[Random], str]


def fill(path: Path, claims: int) -> None:
    """Make a store of so many claims and gather its record."""
    begun = time.monotonic()
    part = path.with_suffix(".part")
    with Store(str(part), make=True) as store:
        found = (told.report for told in reports(claims))
        done = 0
        while some := list(islice(found, _BATCH)):
            store.add(some, "benchmark")
            done += len(some)
            print(f"\r{done:,} reports kept", end="", file=sys.stderr)
        store.settle("benchmark", lambda done, left: print(f"\r{done:,} gathered, {left:,} left ", end="", file=sys.stderr))
    part.rename(path)
    print(f"\nfilled in {time.monotonic() - begun:,.0f} s, {path.stat().st_size / 1e6:,.0f} MB", file=sys.stderr)


def filters(store: Store) -> Asked:
    """What gives the query of an address with one to three filters, of values that the store holds."""
    held: dict[str, list[str]] = {}
    with store.reading() as connection:
        for facet in _FACETS:
            found = pages.choices(connection, "incident", "area" if facet == "place" else facet, PUBLIC, 400)
            held[facet] = [one.value for one in found if one.value != "witnesses"]
        ends = [
            pages.records_page(connection, "incident", query_of({"order": o}, store.atlas), 1).rows for o in ("oldest", "newest")
        ]
    first, last = (int(rows[0]["date"]["start"][:4]) for rows in ends)

    def asked(random: Random) -> str:
        given = {
            facet: random.choice(held[facet])
            for facet in random.sample([f for f in _FACETS if held[f]], random.choice((1, 1, 2, 2, 3)))
        }
        if random.random() < 0.4:
            year, month = random.randint(first, last), random.randint(1, 12)
            given["from"] = f"{year}-{month:02}-01"
            given["until"] = f"{year + random.choice((0, 0, 1, 3))}-{random.randint(month, 12):02}-28"
        return urlencode(given)

    return asked


def visits(path: Path) -> Mapping[str, Asked]:
    """The pages of the desk, each with what gives one of its addresses at random."""
    with Store(str(path)) as store, store.reading() as connection:
        question = filters(store)
        ids: dict[str, list[str]] = {}
        for kind in ("incident", "tally", "control", "talks", "person"):
            rows = [
                row
                for order in ("newest", "oldest")
                for row in pages.records_page(connection, kind, query_of({"order": order}, store.atlas), _HELD // 2).rows
            ]
            ids[kind] = [(row["place"].get("id") or row["id"]) if kind == "control" else row["id"] for row in rows]
        ids["article"] = [
            row["id"]
            for order in ("newest", "oldest")
            for row in pages.articles_page(connection, query_of({"order": order}, store.atlas), _HELD // 2).rows
        ]
        ids["actor"] = [
            one.value for facet in ("actor", "source") for one in pages.choices(connection, "incident", facet, PUBLIC)
        ]
        ids["actor"] = [id for id in ids["actor"] if not id.startswith("~") and id != "witnesses"]

    def tongue(random: Random) -> str:
        return random.choice(("ar", "en"))

    def one(part: str, kind: str) -> Asked:
        return lambda random: f"/{tongue(random)}/{part}/{quote(random.choice(ids[kind]), safe='')}"

    def listed(part: str) -> Asked:
        return lambda random: f"/{tongue(random)}/{part}"

    def narrowed(address: str) -> Asked:
        return lambda random: f"{address.format(tongue(random))}?{question(random)}"

    every: dict[str, Asked] = {
        "overview": listed(""), "overview, filtered": narrowed("/{}/"), "map data": narrowed("/{}/incidents.geojson"),
        "totals": narrowed("/{}/totals"), "incident": one("incidents", "incident"), "tally": one("tallies", "tally"),
        "place": one("places", "control"), "talks": one("talks", "talks"), "person": one("people", "person"), "actor": one("actors", "actor"),
        "article": one("articles", "article"), "search": lambda random: f"/{tongue(random)}/search?{urlencode({'q': random.choice(_WORDS)})}",
        "methodology": listed("methodology"), "report an error": listed("report-error"), "list of tallies": listed("tallies"),
        "list of control": listed("control"), "list of talks": listed("talks"), "list of people": listed("people"),
        "feed": narrowed("/feeds/{}.atom"), "API: incidents": narrowed("/api/v1/incidents"), "API: claims": narrowed("/api/v1/claims"),
        "API: totals": narrowed("/api/v1/totals"),
    }  # fmt: skip
    return every


class Desk:
    """A desk served in processes of its own while the context lasts."""

    def __init__(self, path: Path, workers: int | None) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        command = [sys.executable, "-m", "marsad", "desk", "--store", str(path), "--port", str(self.port)]
        self._command = [*command, *(["--workers", str(workers)] if workers else [])]

    def __enter__(self) -> "Desk":
        self._process = subprocess.Popen(self._command, stdout=subprocess.DEVNULL)
        for _ in range(1_200):
            try:
                with socket.create_connection(("127.0.0.1", self.port)):
                    return self
            except OSError:
                time.sleep(0.1)
        raise SystemExit("the desk did not start")

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait()

    def processes(self) -> list[Path]:
        """The folders in /proc of the processes that answer; none where the system has no such folders."""
        children = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children")
        if not children.exists():
            return []
        own = [Path(f"/proc/{pid}") for pid in children.read_text().split()]
        return [one for one in own if b"resource_tracker" not in (one / "cmdline").read_bytes()] or [children.parents[2]]

    def seconds(self) -> float:
        """The processors' time that the desk has taken."""
        fields = (one.joinpath("stat").read_text().rpartition(") ")[2].split() for one in self.processes())
        return sum(int(own[11]) + int(own[12]) for own in fields) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> Iterator[str]:
        """What each process holds: memory of its own, and with what it shares with others."""
        for one in self.processes():
            held = dict(line.split(":\t") for line in (one / "status").read_text().splitlines() if ":\t" in line)
            own, whole = (int(held[name].split()[0]) // 1024 for name in ("RssAnon", "VmRSS"))
            yield f"{own} MB of its own, {whole} MB with what it shares"


def walk(port: int, wanted: Mapping[str, Asked], rounds: int, think: float, seed: int) -> list[tuple[str, str, float]]:
    """One reader's pages: (page, address, milliseconds) of each."""
    random = Random(seed)
    headers = {"accept-encoding": "gzip", "x-forwarded-for": f"10.0.{seed // 250 % 250}.{seed % 250 + 1}"}
    taken = []
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    for _ in range(rounds):
        name = random.choice(list(wanted))
        address = wanted[name](random)
        time.sleep(random.uniform(0.5, 1.5) * think)
        begun = time.perf_counter()
        connection.request("GET", address, headers=headers)
        answer = connection.getresponse()
        answer.read()
        taken.append((name, address, (time.perf_counter() - begun) * 1000))
        if answer.status != 200:
            raise SystemExit(f"{address}: {answer.status}")
    connection.close()
    return taken


def measure(desk: Desk, wanted: Mapping[str, Asked], readers: int, rounds: int, think: float, seed: int) -> Iterator[str]:
    """The lines of a report on so many readers at once."""
    begun, before = time.monotonic(), desk.seconds()
    with ThreadPoolExecutor(readers) as pool:
        asked = [pool.submit(walk, desk.port, wanted, rounds, think, seed + reader) for reader in range(readers)]
        taken = [one for reader in asked for one in reader.result()]
    seconds = time.monotonic() - begun
    took = (desk.seconds() - before) * 1000 / len(taken)
    new = len({address for _, address, _ in taken}) / len(taken)
    yield f"\n{readers} readers at once, {think:g} s to read a page: {len(taken) / seconds:.0f} pages a second, {took:.1f} ms of a core a page; {new:.0%} of the addresses were new\n"
    by_page: dict[str, list[float]] = defaultdict(list)
    for name, _, milliseconds in taken:
        by_page[name].append(milliseconds)
    yield "| page | asked | middle, ms | 95th of 100, ms | longest, ms |\n|---|--:|--:|--:|--:|"
    for name, times in [*((name, by_page[name]) for name in wanted if by_page[name]), ("all", [ms for _, _, ms in taken])]:
        high = statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
        over = " (over)" if high > MOST else ""
        yield f"| {name} | {len(times)} | {statistics.median(times):.0f} | {high:.0f}{over} | {max(times):.0f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--readers", type=int, default=16)
    parser.add_argument("--rounds", type=int, default=150, help="pages that each reader asks for")
    parser.add_argument(
        "--think", type=float, nargs="+", default=[0.0, 1.0], help="seconds, on average, that a reader looks at a page"
    )
    parser.add_argument("--workers", type=int)
    parser.add_argument("--store", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path: Path = given.store or Path(folder) / "desk.db"
        if not path.exists():
            fill(path, given.claims)
        wanted = visits(path)
        with Desk(path, given.workers) as desk:
            for seed in range(4):
                walk(desk.port, wanted, 2 * len(wanted), 0, 9_000 + seed)
            for think in given.think:
                for line in measure(desk, wanted, given.readers, given.rounds, think, 1_000 * int(think + 1)):
                    print(line, flush=True)
            print("\nMemory of each process: " + "; ".join(desk.memory()))
        print(f"Load of the machine in the last minute: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


if __name__ == "__main__":
    main()
