"""A letter: news in plain text, in the language it was asked for, with a link to each record where the desk's address is known."""

import os
import smtplib
import ssl
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from typing import Any

from marsad.exports.event import MINIMUM
from marsad.model import MarsadError
from marsad.store.wording import Language, said

_SECONDS = 20
_PATHS = {"in": "incidents", "ta": "tallies"}
_TLS = 465
"""The port on which letters are taken over TLS from the first byte (RFC 8314)."""

_WORDS: Mapping[Language, Mapping[str, str]] = {
    "en": {
        "news": "Marsad: {} new or changed · {}", "test": "Marsad: a test · {}",
        "tested": "This is a test: news of this question will reach you here.",
        "place": "place not stated", "day": "no date", "none": "no number", "least": "at least {}", "most": "up to {}",
        "as_of": "as of {}", "before": "before: {}", "filters": "Filters: {}", "minimum": MINIMUM,
    },
    "ar": {
        "news": "مرصد: {} جديد أو متغيّر · {}", "test": "مرصد: رسالة تجريبية · {}",
        "tested": "هذه رسالة تجريبية: ستصلك هنا أخبار هذا السؤال.",
        "place": "المكان غير مذكور", "day": "بلا تاريخ", "none": "بلا رقم", "least": "{} أو أكثر", "most": "حتى {}",
        "as_of": "حتى {}", "before": "قبل ذلك: {}", "filters": "السؤال: {}", "minimum": "حدّ أدنى موثّق، لا تقدير.",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Server:
    """Who takes letters. ``host``:``port``; ``tls`` tells that nothing is sent to a server that does not offer it. A name and a password come
    from MARSAD_SMTP_USER and MARSAD_SMTP_PASSWORD where the server asks."""

    host: str
    port: int
    sender: str
    tls: bool = False

    def send(self, letter: EmailMessage) -> None:
        """Send a letter, over TLS where the server offers it. MarsadError, which does not name whom it was for, when it is not taken."""
        user, password = os.environ.get("MARSAD_SMTP_USER"), os.environ.get("MARSAD_SMTP_PASSWORD")
        context = ssl.create_default_context()
        opened: Callable[..., smtplib.SMTP] = smtplib.SMTP
        more: dict[str, Any] = {}
        if self.port == _TLS:
            opened, more = smtplib.SMTP_SSL, {"context": context}
        try:
            with opened(self.host, self.port, timeout=_SECONDS, **more) as server:
                server.ehlo()
                if self.port != _TLS and server.has_extn("starttls"):
                    server.starttls(context=context)
                    server.ehlo()
                elif self.port != _TLS and self.tls:
                    raise MarsadError(f"{self.host}:{self.port} offers no TLS: nothing was sent over an open line")
                if user and password:
                    server.login(user, password)
                server.send_message(letter)
        except smtplib.SMTPRecipientsRefused as error:
            codes = ", ".join(str(code) for code, _ in error.recipients.values())
            raise MarsadError(
                f"{self.host}:{self.port} refused the address of the letter ({codes}): is it written right?"
            ) from None
        except smtplib.SMTPResponseException as error:
            raise MarsadError(
                f"{self.host}:{self.port} did not take the letter ({error.smtp_code}): it is told the next time"
            ) from None
        except (OSError, smtplib.SMTPException) as error:
            why = error.strerror or type(error).__name__ if isinstance(error, OSError) else type(error).__name__
            raise MarsadError(f"{self.host}:{self.port} was not reached ({why}): it is told the next time") from None


def server_of(written: str, sender: str, tls: bool = False) -> Server:
    """A server as HOST:PORT. MarsadError when it is not written so, or the sender is no address."""
    host, _, port = written.rpartition(":")
    if not host or not port.isdecimal():
        raise MarsadError(f"--smtp {written!r} is no server: write it as HOST:PORT")
    if "@" not in sender:
        raise MarsadError("--sender is whom letters come from: name@example.org")
    return Server(host, int(port), sender, tls)


def letter(
    to: str, sender: str, filters: str, rows: Sequence[Mapping[str, Any]], desk: str, language: Language = "en"
) -> EmailMessage:
    """The letter of some news, of a test where there is none; ``desk`` is where the desk is reached, "" where it is not told."""
    words, asked = _WORDS[language], " ".join(filters.split())
    made = EmailMessage()
    made["Subject"] = words["news"].format(len(rows), asked) if rows else words["test"].format(asked)
    made["From"], made["To"] = sender, to
    made["Date"], made["Message-ID"] = formatdate(), make_msgid(domain=sender.rpartition("@")[2])
    made["Auto-Submitted"] = "auto-generated"
    lines = [line for row in rows for line in _lines(row, desk, language)] or [words["tested"]]
    made.set_content("\n".join([*lines, "", words["minimum"], words["filters"].format(filters)]) + "\n")
    return made


def _lines(row: Mapping[str, Any], desk: str, language: Language) -> list[str]:
    words = _WORDS[language]
    place = (row.get("place") or {}).get("name") or words["place"]
    day = (row.get("date") or {}).get("start") or row.get("since") or words["day"]
    told = [_figure(figure, language) for figure in row.get("figures") or ()]
    if series := row.get("series"):
        last = _figure(row | series[-1], language)
        told = [f"{row['source']['name']}: {last}, {words['as_of'].format(series[-1]['as_of'])}"]
    before = [_figure(figure, language) for figure in row.get("before") or ()]
    if before:
        told.append(words["before"].format("; ".join(before)))
    link = [f"  {desk}/{language}/{_PATHS[row['id'][:2]]}/{row['id']}"] if desk else [f"  {row['id']}"]
    return [f"{place} · {day}" + (f" · {'; '.join(told)}" if told else ""), *link]


def _figure(figure: Mapping[str, Any], language: Language) -> str:
    outcome, group = said("outcome", figure["outcome"], language), said("group", figure["group"], language)
    return f"{_ends(figure, _WORDS[language])} {outcome} ({group})"


def _ends(figure: Mapping[str, Any], words: Mapping[str, str]) -> str:
    low, high = figure.get("low"), figure.get("high")
    if low is None and high is None:
        return words["none"]
    if low == high:
        return f"{low}"
    return words["least"].format(low) if high is None else words["most"].format(high) if low is None else f"{low}–{high}"
