"""``marsad places``: a user's own places beside the gazetteer."""

from pathlib import Path
from typing import Annotated

import typer

from marsad.commands import OK, application
from marsad.commands.given import Data, data_folder, must_be_file
from marsad.world.gazetteer import install, read_gazetteer

app = application()


@app.callback()
def places() -> None:
    """Places of your own beside the gazetteer."""


@app.command("add")
def add(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="Places: CSV with a header, or JSON; docs/places.md shows the forms.")
    ],
    country: Annotated[
        str | None, typer.Option(metavar="XX", help="Their country (ISO 3166), where the file does not tell it.")
    ] = None,
    data: Data = None,
) -> int:
    """Keep the places of a file among your own; those of the same id are replaced."""
    path = Path(file)
    must_be_file(path)
    entries = read_gazetteer(path, country)
    kept = install(entries, Path(data) if data else data_folder())
    print(f"{len(entries)} places kept in {kept}")
    return OK
