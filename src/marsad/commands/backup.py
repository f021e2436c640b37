"""``marsad backup``: the store and its archive, copied while they are in use."""

from pathlib import Path
from typing import Annotated

import typer

from marsad.commands import OK, application
from marsad.commands.intake import ARCHIVE, ArchiveAt, folder_of
from marsad.commands.stored import WHERE, Where, opened
from marsad.intake.archive import Archive
from marsad.intake.held import Held
from marsad.model import MarsadError
from marsad.store import audit
from marsad.store import backup as stores

app = application()


@app.command()
def backup(
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="Where the copy is put; made, and must hold nothing.")],
    store: Where = WHERE,
    archive: ArchiveAt = ARCHIVE,
) -> int:
    """Copy the store and its archive while they are in use.

    They are copied as they were at one moment. Of an SQLite store the copy is a store again, with its archive beside it; of a PostgreSQL store it is a dump that pg_restore reads.
    The last hash is printed: noted elsewhere and given to marsad verify --head, it shows that a restored store is the one copied.
    """
    place = Path(folder)
    with opened(store) as held:
        with held.reading() as connection:
            head = audit.head(connection)
        try:
            place.mkdir(parents=True, exist_ok=True)
            if any(place.iterdir()):
                raise MarsadError(f"{folder} holds something already: name a folder that is empty or not there")
        except OSError as error:
            raise MarsadError(f"{folder} cannot be written: {error.strerror or error}") from error
        made = stores.copy(store, place)
        size = Archive(folder_of(archive, store), Held(held)).copy(made.with_suffix(".archive"))
    print(f"{made}: {made.stat().st_size:,} bytes, and {size:,} of its archive")
    print(f"last hash before it {head}")
    return OK
