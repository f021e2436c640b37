"""``marsad sources``: how reliable people hold sources to be, and how often their word stands."""

import json
from dataclasses import asdict
from typing import Annotated, Any

import typer

from marsad.commands import OK, application
from marsad.commands.stored import WHERE, Where, opened
from marsad.model import MarsadError
from marsad.store import heard, reliability
from marsad.store.discretion import CLEARED

app = application()


@app.command()
def sources(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="SOURCE...", help="Their ids or names; by default all that people have graded.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One object a line.")] = False,
    store: Where = WHERE,
) -> int:
    """Print how reliable people hold sources to be, and how often their word stands."""
    with opened(store) as held, held.reading() as connection:
        for name in names or sorted(reliability.rated(connection, held.atlas)):
            value = held.atlas.asserter(name)
            history = reliability.history(connection, value)
            counts = heard.standing(connection, held.atlas.sources(name), CLEARED)
            if not history and not counts:
                raise MarsadError(f"no source {name!r} asserts anything here: give its name as reports write it, or its id")
            last = next((row for row in history if row["withdrawn"] is None), None)
            row: dict[str, Any] = {"source": value} | dict.fromkeys(("reliability", "reason", "by", "at"))
            if last is not None:
                row |= {"reliability": last["value"], "reason": last["reason"], "by": last["by"], "at": last["at"]}
            row |= asdict(counts)
            print(json.dumps(row, ensure_ascii=False) if as_json else " · ".join(_line(row)))
    return OK


def _line(row: dict[str, Any]) -> list[str]:
    said = f"{row['reliability']} ({row['reason']}; {row['by']}, {str(row['at'])[:10]})" if row["reliability"] else "not graded"
    stands = f"{row['incidents']} incidents, {row['corroborated']} corroborated, {row['contradicted']} contradicted"
    return [str(row["source"]).removeprefix("~"), said, f"{stands}, {row['tallies']} running totals"]
