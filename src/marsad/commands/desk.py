"""``marsad desk``: the record on the web."""

from typing import Annotated

import typer

from marsad.commands import OK, application
from marsad.commands.intake import ALLOW, ARCHIVE, Allow, ArchiveAt, folder_of
from marsad.commands.stored import WHERE, WHO, Where, opened
from marsad.commands.ways import SENDER, SMTP, Sender, Smtp, Tls, ways_of
from marsad.desk.served import cores, serve
from marsad.desk.settings import Settings

app = application()


@app.command()
def desk(
    host: Annotated[str, typer.Option(help="The address to listen on; 0.0.0.0 for all of this machine's.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to listen on.")] = 8000,
    store: Where = WHERE,
    private: Annotated[bool, typer.Option("--private", help="Show nothing to those who have not signed in.")] = False,
    tiles: Annotated[str, typer.Option(help="An online base map, https://host/{z}/{x}/{y}.png; none unless given.")] = "",
    secure: Annotated[
        bool, typer.Option("--secure", help="It is served over https: cookies are sent over nothing else.")
    ] = False,
    address: Annotated[str, typer.Option(help="How readers reach it, for links in feeds and letters.")] = "",
    archive: ArchiveAt = ARCHIVE,
    smtp: Smtp = SMTP,
    sender: Sender = SENDER,
    tls: Tls = False,
    allow: Allow = ALLOW,
    workers: Annotated[
        int,
        typer.Option(min=1, help="How many processes answer; each takes 110 to 310 MB. As many as there are cores unless given."),
    ] = cores(),
) -> int:
    """Serve the record for people to read and review. Ctrl-C ends it."""
    with opened(store) as held:  # what is amiss with it is said once, and here
        held.settled(WHO)
    ways = ways_of(smtp, sender, tls, allow, address)
    settings = Settings(not private, tiles, secure, address.rstrip("/"), folder_of(archive, store), ways)
    at = f"the desk is at http://{f'[{host}]' if ':' in host else host}:{port}/ (Ctrl-C ends it)"
    serve(store, settings, host, port, workers, lambda: print(at, flush=True))
    return OK
