"""Fusing, as calls: what is done to one lot of articles, and to one partition of them. ``marsad.batch.fusing`` makes the calls.

Five steps give the incidents of all articles of a batch, those that a store has which holds the same articles, with the same ids:

1. ``link``: a lot of articles to tellings, dealt to partitions by the days of their blocking keys (``record.blocks``: a spot and a day).
2. ``pair``: the tellings of a partition compared; two that share a block share its day, and so a partition.
3. Pairs that hang together are a cluster. No article has a say in a cluster that it tells nothing of.
4. ``deal``: the articles dealt to partitions by the clusters that they tell of.
5. ``gathered``: the articles of a partition gathered; of the incidents those of the partition's clusters are kept.
"""

import json
import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from marsad.batch.apart import Mark
from marsad.batch.part import renamed, report_of
from marsad.batch.shuffle import Deal, picked
from marsad.batch.standing import Standing
from marsad.model import Article, Incident, Report, as_json
from marsad.record.gather import gather, told
from marsad.record.incident import anchor
from marsad.record.links import pairs
from marsad.record.telling import Telling
from marsad.store.keep import under

_WINDOW = 4
"""Days whose blocks are compared in one partition: a telling without a date is in the blocks of four, so in two partitions at most."""

_TELLINGS = pa.schema([("anchor", pa.int64()), ("telling", pa.binary())])
_TOLD = pa.schema([("part", pa.int32()), ("row", pa.int32()), ("anchors", pa.list_(pa.int64()))])
PAIRS = pa.schema([("a", pa.int64()), ("b", pa.int64())])
ROOTS = pa.schema([("anchor", pa.int64()), ("root", pa.int64())])
_ARTICLES = pa.schema(
    [("record", pa.string()), ("masked", pa.string()), ("name", pa.string()), ("anchors", pa.list_(pa.int64()))]
)
INCIDENTS = pa.schema(
    [
        ("id", pa.string()),
        ("cluster", pa.string()),
        ("date_start", pa.string()),
        ("date_end", pa.string()),
        ("place", pa.string()),
        ("place_id", pa.string()),
        ("country", pa.string()),
        ("latitude", pa.float64()),
        ("longitude", pa.float64()),
        ("means", pa.list_(pa.string())),
        ("articles", pa.int32()),
        ("claims", pa.list_(pa.string())),
        ("record", pa.string()),
    ]
)
"""A row an incident; docs/batch.md tells the columns."""


@dataclass(frozen=True, slots=True)
class Lot:
    """Some parts; into how many partitions its rows are dealt, and the folder of this fusing."""

    number: int
    parts: tuple[Standing, ...]
    partitions: int
    folder: Path

    def file(self, step: str) -> Path:
        """What a step leaves of this lot."""
        return self.folder / f"{step}-{self.number}"


@dataclass(frozen=True, slots=True)
class Partition:
    """One of the partitions, how many lots are dealt to it, the folder of this fusing, and where its incidents go."""

    number: int
    lots: int
    folder: Path
    target: Path

    def picked(self, step: str) -> Iterator[dict[str, Any]]:
        """What a step dealt to it, lot by lot."""
        return picked([self.folder / f"{step}-{lot}" for lot in range(self.lots)], self.number)

    def file(self, step: str) -> Path:
        """What a step leaves of this partition."""
        return self.folder / f"{step}-of-{self.number}"


def link(lot: Lot, mark: Mark) -> None:
    """The tellings of a lot, dealt by day, and which article tells them."""
    out = Deal(_TELLINGS, lot.partitions)
    held: list[tuple[int, int, list[int]]] = []
    for at, part in enumerate(lot.parts):
        for row, report in _reports(part):
            tellings = told([report])
            numbers = [_number(anchor(one.members[0])) for one in tellings]
            if tellings:
                held.append((at, row, numbers))
            for number, one in zip(numbers, tellings, strict=True):
                bare = replace(one, article=Article(one.article.id, "", one.article.sha256), members=())
                row_ = (number, pickle.dumps((one.order, bare)))
                for partition in _partitions(one, lot.partitions):
                    out.put(partition, row_)
    out.write(lot.file("tellings"))
    write(lot.file("told"), _TOLD, held)


def pair(partition: Partition, mark: Mark) -> None:
    """The pairs of a partition's tellings that are linked."""
    rows = [(pickle.loads(row["telling"]), row["anchor"]) for row in partition.picked("tellings")]
    rows.sort(key=lambda row: row[0][0])
    found = pairs([telling for (_, telling), _ in rows])
    write(partition.file("pairs"), PAIRS, [(rows[one.a][1], rows[one.b][1]) for one in found])


def deal(lot: Lot, mark: Mark) -> None:
    """The articles of a lot, dealt by cluster; each with those of its tellings that are of the partition's clusters."""
    roots = pq.read_table(lot.folder / "roots").to_pydict()
    root = dict(zip(roots["anchor"], roots["root"], strict=True))
    out = Deal(_ARTICLES, lot.partitions)
    wanted: dict[int, list[tuple[int, list[int]]]] = {}
    for row in pq.read_table(lot.file("told")).to_pylist():
        wanted.setdefault(row["part"], []).append((row["row"], row["anchors"]))
    for at, rows in wanted.items():
        part = lot.parts[at]
        table = pq.read_table(part.path, columns=["record", "masked"]).take([row for row, _ in rows]).to_pylist()
        for (row, anchors), article in zip(rows, table, strict=True):
            homes: dict[int, list[int]] = {}
            for one in anchors:
                homes.setdefault(root.get(one, one) % lot.partitions, []).append(one)
            for partition, own in homes.items():
                out.put(partition, (article["record"], article["masked"], part.named.get(row), own))
    out.write(lot.file("articles"))


def gathered(partition: Partition, mark: Mark) -> None:
    """The incidents of a partition's clusters, by id."""
    own: set[int] = set()
    reports: list[Report] = []
    for row in partition.picked("articles"):
        own.update(row["anchors"])
        reports.append(_called(report_of(row["record"], row["masked"]), row["name"]))
    found = [one for one in gather(reports).incidents if _number(one.id) in own]
    write(partition.target, INCIDENTS, [_row(one) for one in sorted(found, key=lambda one: one.id)])


def _number(id: str) -> int:
    """The 64 bits of an incident's id, as a signed number."""
    return int.from_bytes(bytes.fromhex(id.removeprefix("in-")), "big", signed=True)


def _partitions(telling: Telling, count: int) -> set[int]:
    """Where a telling is compared: by the days of its blocks; one of a long span has none, and is compared with its like alone."""
    last = telling.first if telling.long else telling.last + 1
    return {window % count for window in range(telling.first // _WINDOW, last // _WINDOW + 1)}


def _reports(part: Standing) -> Iterator[tuple[int, Report]]:
    at = 0
    for batch in pq.ParquetFile(part.path).iter_batches(columns=["record", "masked"]):
        for row in batch.to_pylist():
            if at not in part.fell:
                yield at, _called(report_of(row["record"], row["masked"]), part.named.get(at))
            at += 1


def _called(report: Report, name: str | None) -> Report:
    return under(report, name) if name else report


def _row(made: Incident) -> tuple[Any, ...]:
    place, days = made.place, made.date
    return (
        made.id, made.cluster, days and days.start, days and days.end, place and place.name, place and place.id, place and place.country,
        place and place.latitude, place and place.longitude, list(made.means), len(made.articles), list(made.claims),
        json.dumps(as_json(made), ensure_ascii=False, separators=(",", ":")),
    )  # fmt: skip


def write(path: Path, schema: pa.Schema, rows: Sequence[tuple[Any, ...]]) -> None:
    """Write a table of rows, whose values stand in the order of the columns, whole or not at all."""
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    arrays = [pa.array(list(column), field.type) for column, field in zip(columns, schema, strict=True)]
    with renamed(path) as new:
        pq.write_table(pa.table(arrays, schema=schema), new, compression="zstd")
