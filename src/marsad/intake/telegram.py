"""Exports of Telegram Desktop in machine-readable JSON (``result.json``): one message is one report.

A channel's export may be hundreds of megabytes, so messages are taken one at a time; one cut off ends where it was cut.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from marsad.intake.document import Document, Problem

LONGEST = 4_000_000
"""Characters of the longest message; Telegram allows 4096, and their formatting comes with them."""

_MESSAGES = re.compile(r'"messages"\s*:\s*\[')
_FIELD = re.compile(r'"(name|type|id)"\s*:\s*("(?:[^"\\]|\\.)*"|-?\d+)')
_BLOCK = 1 << 20  # characters read at once
_DECODER = json.JSONDecoder()
_GAP = re.compile(r"[\s,]*")
_MESSAGE = re.compile(r'\{\s*"id"\s*:\s*-?\d+\s*,\s*"type"')


def messages(path: Path) -> Iterator[Document | Problem]:
    """The messages with words in them, of the export of one chat or of all of an account.

    Media, polls and notices of the service are left out. ``via`` is the one a message was forwarded from, ``edited`` the moment
    of its last edit; its id is made from the chat's and its own, so that an edited message is the next version of the same report.
    A message that is broken is said, and reading goes on at the next one.
    """
    with path.open(encoding="utf-8", errors="replace") as file:
        text = _Text(file)
        while text.find(_MESSAGES):
            chat = dict(_FIELD.findall(text.before))
            name, id = (_value(chat.get(field, "null")) for field in ("name", "id"))
            for number, message in enumerate(text.objects(), 1):
                where = f"{path} · {name or 'chat'} · message {message['id'] if isinstance(message, dict) and 'id' in message else number}"
                if isinstance(message, ValueError):
                    yield Problem(where, "is broken or cut off, so it is left out: export the chat again")
                    continue
                try:
                    document = _document(message, name, id, where)
                except (AttributeError, TypeError, KeyError):
                    yield Problem(where, "is not a message as Telegram Desktop writes them")
                else:
                    if document:
                        yield document


def _value(written: str) -> Any:
    """A value of a chat as written; None where it is none, as in an export that is damaged there."""
    try:
        return json.loads(written)
    except ValueError:
        return None


class _Text:
    """A text read block by block, of which only what has not been used is held."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._held = ""
        self._at = 0
        self.before = ""

    def _more(self) -> bool:
        block = self._file.read(_BLOCK)
        self._held = self._held[self._at :] + block
        self._at = 0
        return bool(block)

    def find(self, pattern: re.Pattern[str], behind: bool = True) -> bool:
        """Go behind the next match, or to it; ``before`` then holds the thousand characters before it."""
        while not (hit := pattern.search(self._held, self._at)):
            self._at = max(self._at, len(self._held) - 1000)
            if not self._more():
                return False
        self.before = self._held[max(0, hit.start() - 1000) : hit.start()]
        self._at = hit.end() if behind else hit.start()
        return True

    def objects(self) -> Iterator[Any]:
        """The values of the array that begins here; a ValueError stands for one that is broken."""
        while True:
            gap = _GAP.match(self._held, self._at)
            self._at = gap.end() if gap else self._at
            if self._held.startswith("]", self._at):
                return
            try:
                value, self._at = _DECODER.raw_decode(self._held, self._at)
            except (ValueError, RecursionError) as error:
                if len(self._held) - self._at <= LONGEST and self._more():
                    continue
                yield ValueError(str(error))
                self._at += 1
                if not self.find(_MESSAGE, behind=False):
                    return
            else:
                yield value


def _document(message: dict[str, Any], chat: str | None, chat_id: int | None, where: str) -> Document | None:
    text = _words(message.get("text", ""))
    if message["type"] != "message" or not text.strip():
        return None
    return Document(
        where=where,
        data=text,
        id=f"telegram-{chat_id or 0}-{message['id']}",
        outlet=chat or message.get("from"),
        published=message["date"][:10],
        via=message.get("forwarded_from") or None,
        edited=message.get("edited"),
        sifted=True,
    )


def _words(text: str | list[str | dict[str, str]]) -> str:
    """The words of a message, which comes whole or in pieces with their formatting."""
    return text if isinstance(text, str) else "".join(part if isinstance(part, str) else part["text"] for part in text)
