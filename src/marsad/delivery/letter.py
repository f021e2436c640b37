"""A letter: news in plain text, with a link to each record where the desk's address is known."""

import os
import smtplib
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from typing import Any

from marsad.exports.event import MINIMUM
from marsad.model import MarsadError

_SECONDS = 20
_PATHS = {"in": "incidents", "ta": "tallies"}


@dataclass(frozen=True, slots=True)
class Server:
    """Who takes letters. ``host``:``port``; a name and a password come from MARSAD_SMTP_USER and MARSAD_SMTP_PASSWORD where the server asks."""

    host: str
    port: int
    sender: str

    def send(self, letter: EmailMessage) -> None:
        """Send a letter, over TLS where the server offers it. MarsadError when it is not taken."""
        user, password = os.environ.get("MARSAD_SMTP_USER"), os.environ.get("MARSAD_SMTP_PASSWORD")
        opened: Callable[..., smtplib.SMTP] = smtplib.SMTP_SSL if self.port == 465 else smtplib.SMTP
        try:
            with opened(self.host, self.port, timeout=_SECONDS) as server:
                if self.port != 465 and server.has_extn("starttls"):
                    server.starttls(context=ssl.create_default_context())
                if user and password:
                    server.login(user, password)
                server.send_message(letter)
        except (OSError, smtplib.SMTPException) as error:
            raise MarsadError(f"{self.host}:{self.port} did not take the letter to {letter['To']} ({error})") from None


def server_of(written: str, sender: str) -> Server:
    """A server as HOST:PORT. MarsadError when it is not written so, or the sender is no address."""
    host, _, port = written.rpartition(":")
    if not host or not port.isdigit():
        raise MarsadError(f"--smtp {written!r} is no server: write it as HOST:PORT")
    if "@" not in sender:
        raise MarsadError("--sender is whom letters come from: name@example.org")
    return Server(host, int(port), sender)


def letter(to: str, sender: str, filters: str, rows: tuple[Mapping[str, Any], ...], desk: str) -> EmailMessage:
    """The letter of some news; ``desk`` is where the desk is reached, "" where it is not told."""
    made = EmailMessage()
    made["Subject"] = f"Marsad: {len(rows)} new or changed · {' '.join(filters.split())}"
    made["From"], made["To"] = sender, to
    made["Date"], made["Message-ID"] = formatdate(), make_msgid(domain=sender.rpartition("@")[2])
    made["Auto-Submitted"] = "auto-generated"
    lines = [line for row in rows for line in _lines(row, desk)]
    made.set_content("\n".join([*lines, "", MINIMUM, f"Filters: {filters}"]) + "\n")
    return made


def _lines(row: Mapping[str, Any], desk: str) -> list[str]:
    place = (row.get("place") or {}).get("name") or "place not stated"
    day = (row.get("date") or {}).get("start") or row.get("since") or "no date"
    told = [f"{_ends(f)} {f['outcome']} ({f['group']})" for f in row.get("figures") or ()]
    if series := row.get("series"):
        told = [f"{row['source']['name']}: {_ends(series[-1])} {row['outcome']} ({row['group']}), as of {series[-1]['as_of']}"]
    link = [f"  {desk}/en/{_PATHS[row['id'][:2]]}/{row['id']}"] if desk else [f"  {row['id']}"]
    return [f"{place} · {day}" + (f" · {'; '.join(told)}" if told else ""), *link]


def _ends(figure: Mapping[str, Any]) -> str:
    low, high = figure.get("low"), figure.get("high")
    if low is None and high is None:
        return "no number"
    return f"{low}" if low == high else f"at least {low}" if high is None else f"up to {high}" if low is None else f"{low}–{high}"
