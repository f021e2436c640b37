"""Which articles of a batch stand, and under which id: as a store would keep them that took them in in their order."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from marsad.batch.manifest import Manifest

_COLUMNS = ("same", "version", "id")


@dataclass(frozen=True, slots=True)
class Standing:
    """What of a part stands: all its rows but those that ``fell``; ``named`` are rows that are kept under another id than their own."""

    path: Path
    rows: int
    fell: frozenset[int] = frozenset()
    named: Mapping[int, str] = field(default_factory=dict)


def standing(found: Manifest) -> Iterator[Standing]:
    """The parts of a batch in order, each with what of it stands.

    Of an article met in several versions the latest new one stands, under the id of the first, as ``store.keep`` has it. Of two articles
    of different address or outlet that bear one id the later one is kept with the start of its own hash behind it.
    """
    paths = [path for _, path in found.parts]
    tables = [pq.read_table(path, columns=list(_COLUMNS)) for path in paths]
    whole = pa.concat_tables([pa.table({name: pa.array([], pa.string()) for name in _COLUMNS}), *tables])
    whole = whole.append_column("at", pa.array(range(len(whole)), pa.int64()))
    versions = whole.group_by(["same", "version"]).aggregate([("at", "min")])
    articles = versions.group_by("same").aggregate([("at_min", "min"), ("at_min", "max")]).sort_by("at_min_min")
    last = articles["at_min_max"].combine_chunks()
    stands = pc.is_in(whole["at"], value_set=last)
    names = _named(pc.take(whole["id"], articles["at_min_min"]).combine_chunks(), articles["same"].combine_chunks())
    other = pa.table({"at": last, "name": names}).filter(pc.not_equal(names, pc.take(whole["id"], last).combine_chunks()))
    places, ids = (other.sort_by("at")[column].to_pylist() for column in ("at", "name"))
    begin = 0
    for path, table in zip(paths, tables, strict=True):
        end = begin + len(table)
        fell = pc.indices_nonzero(pc.invert(stands.slice(begin, len(table)).combine_chunks()))
        own = range(bisect_left(places, begin), bisect_left(places, end))
        yield Standing(path, len(table), frozenset(fell.to_pylist()), {places[n] - begin: ids[n] for n in own})
        begin = end


def _named(ids: pa.Array, same: pa.Array) -> pa.Array:
    """The ids under which articles are kept that come in this order with ids of their own."""
    at = pa.array(range(len(ids)), pa.int64())
    first = pa.table({"id": ids, "at": at}).group_by("id").aggregate([("at", "min")])["at_min"].combine_chunks()
    marked = pc.binary_join_element_wise(ids, pc.utf8_slice_codeunits(same, 0, 8), "-")
    return pc.if_else(pc.is_in(at, value_set=first), ids, marked)
