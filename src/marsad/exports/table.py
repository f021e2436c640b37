"""Claims as a table, a row each: CSV with a row of HXL tags, and XLSX; ``columns.py`` writes the same as Parquet.

A cell that a spreadsheet would take for a formula is disarmed by an apostrophe before it (OWASP, CSV injection); numbers stay numbers.
"""

import csv
from collections.abc import Iterable, Iterator
from typing import IO, Any, BinaryIO

import openpyxl
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from sqlalchemy import Connection

from marsad.exports.event import About, Body, Tell
from marsad.store import pages
from marsad.store.query import Query

COLUMNS: dict[str, str] = {
    "claim": "#meta+id",
    "incident": "#event+id",
    "kind": "#indicator+type",
    "stance": "#status",
    "date_start": "#date+start",
    "date_end": "#date+end",
    "date_precision": "#date+precision",
    "place": "#loc+name",
    "place_id": "#loc+code",
    "country": "#country+code+v_iso2",
    "latitude": "#geo+lat",
    "longitude": "#geo+lon",
    "where_precision": "#geo+precision",
    "outcome": "#affected+type",
    "group": "#affected+group",
    "low": "#affected+num+min",
    "high": "#affected+num+max",
    "bound": "#affected+bound",
    "words": "#affected+text",
    "period": "#date+type",
    "since": "#date+since",
    "as_of": "#date+reported",
    "part_of": "#meta+id+whole",
    "affiliation": "#affected+affiliation",
    "person": "#affected+name",
    "means": "#cause+type",
    "weapon": "#cause+weapon",
    "by": "#actor+attacker",
    "actor": "#actor+name",
    "target": "#actor+target",
    "change": "#status+control",
    "act": "#event+type",
    "participants": "#actor+list",
    "quote": "#description+quote",
    "speaker": "#contact+name",
    "source": "#meta+source",
    "source_id": "#meta+source+id",
    "source_type": "#meta+source+type",
    "via": "#meta+source+via",
    "evidence": "#description",
    "start": "#meta+start",
    "end": "#meta+end",
    "rule": "#meta+rule",
    "reader": "#meta+version",
    "article": "#meta+report",
    "outlet": "#org+name",
    "published": "#date+published",
    "url": "#meta+url",
    "sha256": "#meta+hash",
}
"""Column -> its HXL tag (hxlstandard.org, 1.1)."""
WHOLE = frozenset(["low", "high", "start", "end", "date_precision", "where_precision"])
DECIMAL = frozenset(["latitude", "longitude"])

_BATCH = 1_000
_ARMED = ("=", "+", "-", "@", "\t", "\r")

Row = dict[str, str | int | float | None]


def rows(connection: Connection, query: Query, tell: Tell = lambda done: None) -> Iterator[Row]:
    """A row for each claim that answers a question; memory does not grow with their number."""
    after: str | None = None
    done = 0
    while True:
        page = pages.claims_page(connection, query, _BATCH, after)
        reports = pages.articles_by_id(connection, sorted({claim["article"] for claim in page.rows}), query)
        stands = pages.records_of(connection, [claim["id"] for claim in page.rows], query)
        for claim in page.rows:
            yield _row(claim, reports.get(claim["article"]) or {}, stands.get(claim["id"]))
        done += len(page.rows)
        tell(done)
        if (after := page.after) is None:
            return


def _row(claim: Body, report: Body, record: str | None) -> Row:
    date, place, count, source = (claim.get(name) or {} for name in ("date", "place", "count", "source"))
    evidence = claim["evidence"]
    return {
        "claim": claim["id"], "incident": record if record and record.startswith("in-") else None,
        "kind": claim["kind"], "stance": claim.get("stance"),
        "date_start": date.get("start"), "date_end": date.get("end"), "date_precision": date.get("precision"),
        "place": place.get("name"), "place_id": place.get("id"), "country": place.get("country"),
        "latitude": place.get("latitude"), "longitude": place.get("longitude"), "where_precision": place.get("precision"),
        "outcome": claim.get("outcome"), "group": claim.get("group"), "low": count.get("low"), "high": count.get("high"),
        "bound": count.get("bound"), "words": count.get("text"), "period": claim.get("period"), "since": claim.get("since"),
        "as_of": (claim.get("as_of") or {}).get("date"), "part_of": claim.get("part_of"), "affiliation": _name(claim.get("affiliation")),
        "person": _name(claim.get("person")), "means": claim.get("means"), "weapon": claim.get("weapon"), "by": _name(claim.get("by")),
        "actor": _name(claim.get("actor")), "target": _name(claim.get("target")), "change": claim.get("change"), "act": claim.get("act"),
        "participants": "; ".join(p["name"] for p in claim.get("participants") or ()) or None,
        "quote": (claim.get("quote") or {}).get("text"), "speaker": _name(claim.get("speaker")),
        "source": source.get("name"), "source_id": source.get("id"), "source_type": source.get("type"), "via": source.get("via"),
        "evidence": evidence["text"], "start": evidence["start"], "end": evidence["end"], "rule": claim.get("rule"),
        "reader": claim.get("reader"), "article": claim["article"], "outlet": report.get("outlet"), "published": report.get("published"),
        "url": report.get("url"), "sha256": report.get("sha256"),
    }  # fmt: skip


def _name(named: Any) -> str | None:
    return named.get("name") if named else None


def disarmed(value: str | int | float | None) -> str | int | float | None:
    """A cell that no spreadsheet takes for a formula; numbers, negative ones too, as they are."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_ARMED) else value


def write_csv(out: IO[str], found: Iterable[Row], about: About, bom: bool = False) -> int:
    """Write CSV with a header, a row of HXL tags and, at its end, what the export is; how many rows. ``bom`` is for Excel."""
    if bom:
        out.write("\ufeff")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerow(COLUMNS.values())
    count = 0
    for row in found:
        writer.writerow(["" if row[name] is None else disarmed(row[name]) for name in COLUMNS])
        count += 1
    for line in about.lines():
        writer.writerow([f"# {line}"])
    return count


def write_xlsx(out: BinaryIO, found: Iterable[Row], about: About) -> int:
    """Write a workbook of two sheets, the claims and what the export is; how many rows. A cell takes 32,767 characters (Excel's limit)."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("claims")
    sheet.append(list(COLUMNS))
    sheet.append(list(COLUMNS.values()))
    count = 0
    for row in found:
        sheet.append([_cell(row[name]) for name in COLUMNS])
        count += 1
    notice = book.create_sheet("about")
    for line in about.lines():
        notice.append([line])
    book.save(out)
    return count


def _cell(value: str | int | float | None) -> str | int | float | None:
    """A cell as openpyxl takes it: disarmed, without control characters, no longer than a cell may be."""
    disarm = disarmed(value)
    return ILLEGAL_CHARACTERS_RE.sub("", disarm)[:32_767] if isinstance(disarm, str) else disarm
