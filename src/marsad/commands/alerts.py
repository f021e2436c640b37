"""``marsad alerts``: news of a question, sent by letter or web hook."""

import sys
import time
from typing import Annotated, Any

import typer

from marsad.commands import OK, SOME_FAILED, application
from marsad.commands.asked import asked, filtered
from marsad.commands.intake import ALLOW, Allow
from marsad.commands.stored import WHERE, WHO, Where, opened
from marsad.delivery.hook import Poster
from marsad.delivery.letter import server_of
from marsad.delivery.send import Ways
from marsad.delivery.send import send as send_all
from marsad.intake.address import Guard, network, parse
from marsad.store import alerts
from marsad.store.filters import Speech
from marsad.store.query import query_of_address

app = application()


@app.callback()
def alerts_() -> None:
    """News of a question, sent by letter or web hook."""


@app.command()
@filtered
def add(
    account: Annotated[str, typer.Argument(metavar="ACCOUNT", help="Whose alert it is.")],
    filters: dict[str, Any],
    letter: Annotated[str | None, typer.Option(metavar="ADDRESS", help="Where a letter goes.")] = None,
    hook: Annotated[
        str | None, typer.Option(metavar="URL", help="Where a web hook is posted; its secret is printed this once.")
    ] = None,
    store: Where = WHERE,
) -> int:
    """Have the news of the filters sent from now on: incidents and running totals, as the public sees them."""
    if hook:
        hook = parse(hook).url
    with opened(store) as held, held.writing() as connection:
        made = alerts.make(connection, account, asked(held, filters, public=True), letter, hook)
    print(f"{made.id} · secret {made.secret}" if made.secret else made.id)
    return OK


@app.command()
def drop(id: Annotated[str, typer.Argument(metavar="ID", help="Which alert.")], store: Where = WHERE) -> int:
    """End an alert."""
    with opened(store) as held, held.writing() as connection:
        alerts.drop(connection, id, WHO)
    print(f"{id} is ended")
    return OK


@app.command(name="list")
def everything(store: Where = WHERE) -> int:
    """The alerts, with their filters and where they go; no secrets."""
    with opened(store) as held, held.reading() as connection:
        for one in alerts.everything(connection):
            filters = query_of_address(one.address, held.atlas).sentence(Speech(held.atlas)) or "everything"
            print(one.id, one.account, filters, *filter(None, (one.letter, one.hook)), sep=" · ")
    return OK


@app.command()
def send(
    smtp: Annotated[
        str,
        typer.Option(
            metavar="HOST:PORT",
            help="The server that takes letters; name and password from MARSAD_SMTP_USER and MARSAD_SMTP_PASSWORD.",
        ),
    ] = "",
    sender: Annotated[str, typer.Option(metavar="ADDRESS", help="Whom letters come from.")] = "",
    address: Annotated[str, typer.Option(help="Where the desk is reached, for the links of letters.")] = "",
    allow: Allow = ALLOW,
    store: Where = WHERE,
) -> int:
    """Send what is new or changed since each alert was last told; for a timer. What did not arrive is told the next time (exit code 1)."""
    server = server_of(smtp, sender) if smtp else None
    ways = Ways(Poster(Guard(allowed=tuple(map(network, allow)))), server, address.rstrip("/"))
    with opened(store) as held:
        arrived, failed = send_all(held, ways, int(time.time()), lambda line: print(f"marsad: {line}", file=sys.stderr))
    print(f"{arrived:,} told · {failed:,} not")
    return SOME_FAILED if failed else OK
