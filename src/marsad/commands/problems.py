"""``marsad problems``: what could not be taken in."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from marsad.commands import OK, SOME_FAILED, application
from marsad.commands.stored import WHERE, Where, opened
from marsad.store import captures

app = application()


@app.command()
def problems(
    store: Where = WHERE, as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False
) -> int:
    """List what could not be taken in and why, the latest first.

    What a later run took in is no longer among it. Exit code 0: there is none; 1: there is.
    """
    found = 0
    with opened(store) as held, held.reading() as connection:
        for one in captures.troubles(connection):
            found += 1
            again = f" ({one.times} times)" if one.times > 1 else ""
            print(
                json.dumps(asdict(one), ensure_ascii=False)
                if as_json
                else f"{one.last_seen[:10]}  {one.place}: {one.reason}{again}"
            )
    if not found and not as_json:
        print("no problems")
    return SOME_FAILED if found else OK
