"""``marsad alerts``: news of a question, sent by letter or web hook."""

import sys
import time
from typing import Annotated, Any

import typer

from marsad.commands import OK, SOME_FAILED, application
from marsad.commands.asked import asked, filtered
from marsad.commands.intake import ALLOW, Allow
from marsad.commands.stored import WHERE, WHO, Where, opened
from marsad.commands.ways import ADDRESS, SENDER, SMTP, Address, Sender, Smtp, Tls, ways_of
from marsad.delivery.send import asked as said
from marsad.delivery.send import send as send_all
from marsad.delivery.send import tell
from marsad.intake.address import parse
from marsad.model import MarsadError
from marsad.store import alerts
from marsad.store.alerts import News

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
    record: Annotated[
        str | None, typer.Option(metavar="ID", help="Of one event or running total alone: tell only that its figures changed.")
    ] = None,
    language: Annotated[str, typer.Option(help="The letters' language: ar or en.")] = "en",
    store: Where = WHERE,
) -> int:
    """Have the news of the filters sent from now on: incidents and running totals, as the public sees them."""
    if language not in ("ar", "en"):
        raise MarsadError(f"--language {language!r} is none that letters are written in: there is ar and en")
    if record and filters:
        raise MarsadError("give filters or --record, not both")
    hook = parse(hook).url if hook else None
    with opened(store) as held, held.writing() as connection:
        address = alerts.of_record(record) if record else asked(held, filters, public=True).address()
        made = alerts.make(connection, account, address, letter, hook, "ar" if language == "ar" else "en")
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
            print(one.id, one.account, said(one, held.atlas, "en"), *filter(None, (one.letter, one.hook)), sep=" · ")
    return OK


@app.command()
def send(
    smtp: Smtp = SMTP,
    sender: Sender = SENDER,
    tls: Tls = False,
    address: Address = ADDRESS,
    allow: Allow = ALLOW,
    store: Where = WHERE,
) -> int:
    """Send what is new or changed since each alert was last told; for a timer. What did not arrive is told the next time (exit code 1)."""
    ways = ways_of(smtp, sender, tls, allow, address)
    with opened(store) as held:
        arrived, failed = send_all(held, ways, int(time.time()), lambda line: print(f"marsad: {line}", file=sys.stderr))
    print(f"{arrived:,} told · {failed:,} not")
    return SOME_FAILED if failed else OK


@app.command(name="test")
def try_out(
    id: Annotated[str, typer.Argument(metavar="ID", help="Which alert.")],
    smtp: Smtp = SMTP,
    sender: Sender = SENDER,
    tls: Tls = False,
    address: Address = ADDRESS,
    allow: Allow = ALLOW,
    store: Where = WHERE,
) -> int:
    """Send an alert a test each way its news goes."""
    ways = ways_of(smtp, sender, tls, allow, address)
    with opened(store) as held:
        with held.reading() as connection:
            one = next((it for it in alerts.everything(connection) if it.id == id), None)
        if one is None:
            raise MarsadError(f"there is no alert {id}: marsad alerts list shows them")
        for way in one.ways:
            tell(one, way, News((), 0), ways, int(time.time()), held.atlas)
            print(f"{id}: the test by {way} was taken")
    return OK
