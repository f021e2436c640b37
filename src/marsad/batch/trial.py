"""A chunk seen through: when its process is lost, the document at fault is found, put in quarantine, and the rest read."""

from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from marsad.batch.apart import Call, Lost
from marsad.batch.part import Counts
from marsad.batch.work import Task, read

_TRIES = 3
"""How often a chunk may be lost with no document at fault: a machine that fails, or memory that others took."""

Job = Generator[Call, Any, Any]
"""Asks for calls one after the other, is sent what came of each, and returns what came of all."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A chunk that was lost again and again though none of its documents is at fault."""

    task: Task
    reason: str


def seen_through(task: Task) -> Generator[Call, Any, Counts | Unread]:
    """The calls by which a chunk is read. One document that takes its process with it, alone too, is barred; the others go on."""
    found: Any = None
    for tried in range(_TRIES):
        while isinstance(found := (yield _call(task)), Lost):
            wanted = [offset for offset in task.chunk.offsets if offset not in task.barred]
            fault = yield from _at_fault(task, wanted, replace(found, at=None) if tried else found)
            if not fault:
                break
            task = replace(task, barred={**task.barred, **fault})
        if not isinstance(found, Lost):
            return found  # type: ignore[no-any-return]
    return Unread(task, found.reason)


def _at_fault(task: Task, offsets: Sequence[int], lost: Lost) -> Generator[Call, Any, dict[int, str]]:
    """The first documents among these that take their process with them: the one it was at where that is known, else by halving."""
    if len(offsets) == 1:
        return {offsets[0]: lost.reason}
    half = len(offsets) // 2
    placed = [offset for offset in offsets if offset == lost.at]
    parts: Iterable[Sequence[int]] = (placed,) if placed else (offsets[:half], offsets[half:])
    for part in parts:
        chunk = replace(task.chunk, offsets=tuple(part))
        found = yield _call(replace(task, chunk=chunk, trial=True))
        if isinstance(found, Lost) and (fault := (yield from _at_fault(task, part, found))):
            return fault
    return {}


def _call(task: Task) -> Call:
    return Call(read, task, task.manner.limits.seconds)
