"""The fields of a form as they were sent, and what is shown where somebody else saved first."""

from collections.abc import Iterable, Mapping
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse

from marsad.desk.room import Room, voice_of
from marsad.store.judge import Conflict

Fields = dict[str, str]
Pairs = Iterable[tuple[str, str]]


async def fields(request: Request) -> Fields:
    """Name -> value; of a name sent twice the last."""
    return {name: str(value) for name, value in (await request.form()).items()}


def seen_of(form: Mapping[str, str]) -> int:
    """The number of acts that a form's author had seen; -1, which no record has, where the form does not say."""
    return int(form["seen"]) if form.get("seen", "").isdecimal() else -1


def clash(room: Room, request: Request, conflict: Conflict, form: Fields, seen: int, back: str) -> HTMLResponse:
    """What the other has saved beside what this one was about to save, which can be saved all the same; with status 409."""
    voice, theirs = voice_of(request), conflict.theirs
    mine = {name: value for name, value in form.items() if name != "seen"}
    context = "grade" if theirs["verdict"] == "grade" else "reliability" if theirs["verdict"] == "reliability" else None

    def said(value: Any) -> str:
        return voice.word(context, str(value)) if context and value else str(value or "")

    rows = [
        (voice.text("What"), voice.word("verdict", theirs["verdict"] or None), voice.word("verdict", mine.get("verdict") or theirs["verdict"] or None)),
        (voice.text("Value"), said(theirs["value"]), said(mine.get("value"))),
        (voice.text("Reason"), theirs["reason"], mine.get("reason", "")),
    ]  # fmt: skip
    return room.page(
        request,
        "conflict.html",
        409,
        rows=rows,
        by=theirs["by"],
        kept=mine | {"seen": str(seen)},
        action=request.url.path,
        back=back,
    )
