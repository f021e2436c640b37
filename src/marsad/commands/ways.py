"""Options by which news goes out, shared by the commands that send it."""

from collections.abc import Sequence
from typing import Annotated

import typer

from marsad.delivery.hook import Poster
from marsad.delivery.letter import server_of
from marsad.delivery.send import Ways
from marsad.intake.address import Guard, network

Smtp = Annotated[
    str,
    typer.Option(
        "--smtp", metavar="HOST:PORT",
        help="The server that takes letters; name and password from MARSAD_SMTP_USER and MARSAD_SMTP_PASSWORD.",
    ),
]  # fmt: skip
SMTP = ""
Sender = Annotated[str, typer.Option("--sender", metavar="ADDRESS", help="Whom letters come from.")]
SENDER = ""
Address = Annotated[str, typer.Option("--address", help="Where the desk is reached, for the links of letters.")]
ADDRESS = ""
Tls = Annotated[bool, typer.Option("--tls", help="Send no letter to a server that offers no TLS.")]


def ways_of(smtp: str, sender: str, tls: bool, allow: Sequence[str], address: str) -> Ways:
    """How news goes out. MarsadError where a server, a sender or a network cannot be used."""
    server = server_of(smtp, sender, tls) if smtp else None
    return Ways(Poster(Guard(allowed=tuple(map(network, allow)))), server, address.rstrip("/"))
