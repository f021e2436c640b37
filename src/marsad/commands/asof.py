"""``marsad asof``: the record as it could be known on a day."""

from typing import Annotated, Any

import typer

from marsad.commands import application
from marsad.commands.asked import Public, filtered
from marsad.commands.given import day
from marsad.commands.records import NAMES, AsJson, kind_named, show
from marsad.commands.stored import WHERE, Where

app = application()


@app.command()
@filtered
def asof(
    filters: dict[str, Any],
    when: Annotated[str, typer.Argument(metavar="DATE", help="A day, YYYY-MM-DD.")],
    what: Annotated[str, typer.Argument(metavar="LIST", help=f"One of {', '.join(NAMES)}.")] = "incidents",
    store: Where = WHERE,
    as_json: AsJson = False,
    public: Public = False,
) -> int:
    """Print a list of the record as it could be known on a day.

    It is made from the articles published by then, in their versions of then.
    """
    return show(store, kind_named(what), filters, as_json, public, day(when, "DATE"))
