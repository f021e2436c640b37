"""A mail server on this machine that keeps what it is given."""

import socket
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from marsad.delivery.letter import Server


class Box:
    """Keeps what it is given; an address of "refused" it does not take."""

    def __init__(self) -> None:
        self.letters: list[tuple[list[str], bytes, bool]] = []

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]) -> str:
        if address.startswith("refused"):
            return "550 no such box"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        self.letters.append((envelope.rcpt_tos, envelope.content or b"", session.ssl is not None))  # type: ignore[arg-type]
        return "250 OK"


def started(box: Box, **more: Any) -> Controller:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port, **more)
    controller.start()
    return controller


def at(controller: Controller, host: str = "127.0.0.1", **more: bool) -> Server:
    return Server(host, controller.port, "desk@example.org", **more)
