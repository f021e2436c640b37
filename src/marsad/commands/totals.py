"""``marsad totals``: the safe sum."""

import json
import sys
from typing import Annotated, Any, Literal

import typer

from marsad.commands import OK, application
from marsad.commands.asked import Public, filtered
from marsad.commands.records import AsOf, found
from marsad.commands.stored import WHERE, Where, opened
from marsad.commands.terminal import style_of
from marsad.commands.told import amount
from marsad.model import Incident, Record, Tally, Total, as_json, from_json
from marsad.record import totals as sums
from marsad.store import pages

app = application()

By = Literal["month", "area", "group", "actor"]
Counted = Literal["killed", "injured", "missing", "displaced", "detained", "abducted", "casualties"]
NOTE = "a documented minimum, not an estimate; trends may be trends of reporting"


@app.command()
@filtered
def totals(
    filters: dict[str, Any],
    store: Where = WHERE,
    by: Annotated[
        By, typer.Option(help="What the sum is broken down by; an area is a province, an actor the one attacker told.")
    ] = "month",
    of: Annotated[Counted, typer.Option(help="The outcome that is added up.")] = "killed",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line, with every row counted and left out.")] = False,
    as_of: AsOf = None,
    public: Public = False,
) -> int:
    """Print the safe sum: figures of incidents only, each event once, as a range that names its rows.

    Running totals are never added, to incidents or to each other; what was left out is told with the reason. --group counts one group
    alone, else an event counts with its people, or where they are not counted with its largest group.
    """
    group = filters.get("group") or [None]
    with opened(store) as held:
        record = Record(
            incidents=tuple(from_json(Incident, body) for body in found(held, "incident", filters, public, as_of)),
            tallies=tuple(from_json(Tally, body) for body in found(held, "tally", _of_tallies(filters), public, as_of)),
        )
        rows = sums(record, by, outcome=of, group=group[0])
        for row in rows:
            if as_json:
                print(json.dumps(as_json_of(row), ensure_ascii=False))
            else:
                print("\n".join(_lines(row, by, held.atlas)))
    if not as_json:
        for id, reason in dict.fromkeys((one.id, one.reason) for row in rows for one in row.left_out if _is_tally(one.id)):
            print(f"left out everywhere: {id}, {reason}")
        print(NOTE if rows else f"no {of} in what was asked for")
    return OK


def _of_tallies(filters: dict[str, Any]) -> dict[str, Any]:
    """The filters that a tally can answer: it has no means, target or grade, and would be left out unnamed."""
    return {name: value for name, value in filters.items() if name not in ("means", "target", "grade", "actor")}


def as_json_of(row: Total) -> dict[str, Any]:
    """A sum's JSON, with its note."""
    body: dict[str, Any] = as_json(row)
    return body | {"note": NOTE}


def _is_tally(id: str) -> bool:
    return pages.kind_of(id) == "tally"


def _lines(row: Total, by: By, atlas: Any) -> list[str]:
    style = style_of(sys.stdout)
    key = (
        row.key
        if row.key is None
        else {"area": atlas.place_name, "actor": atlas.actor_name}.get(by, lambda key, _: key)(row.key, "en")
    )
    head = f"{key or 'unknown'}  {amount(row.low, row.high)} {row.outcome}  ({len(row.counted)} incidents)"
    counted = [f"  {one.incident}  {amount(one.low, one.high)}" for one in row.counted]
    left = [f"  {one.id}  left out: {one.reason}" for one in row.left_out if not _is_tally(one.id)]
    return [style.paint(style.isolate(head), "1"), *counted, *(style.paint(line, "2") for line in left), ""]
