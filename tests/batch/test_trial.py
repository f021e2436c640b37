"""A chunk whose process is lost: whoever is at fault is found by halving, or at once where the place is known, and the rest is read."""

from collections.abc import Generator
from typing import Any

import pytest

from marsad.batch.apart import Call, Lost
from marsad.batch.part import Counts
from marsad.batch.scan import Chunk
from marsad.batch.trial import Unread, seen_through
from marsad.batch.work import Manner, Task


def task(documents: int) -> Task:
    return Task(Chunk("source", "file", "line", tuple(range(0, documents * 10, 10)), 100), "out", Manner())


def seen(
    job: Generator[Call, Any, Any], bad: set[int], placed: bool, flaky: int = 0, whole: bool = False
) -> tuple[Any, list[Call]]:
    """What a job returns whose process is lost whenever it reads a bad document, the first so many times, or a ``whole`` chunk; and
    its calls."""
    calls: list[Call] = []
    answer: Any = None
    while True:
        try:
            call = job.send(answer)
        except StopIteration as end:
            return end.value, calls
        calls.append(call)
        given = call.given
        met = [offset for offset in given.chunk.offsets if offset in bad and offset not in given.barred]
        if met or len(calls) <= flaky or (whole and not given.trial):
            answer = Lost("crashed", met[0] if met and placed else None)
        else:
            answer = Counts(len(given.chunk.offsets), failed=len(given.barred))


@pytest.mark.parametrize("placed", [True, False])
@pytest.mark.parametrize("bad", [set(), {0}, {70}, {630}, {40, 50}, {10, 320, 620}, set(range(0, 640, 10))])
def test_all_at_fault_are_barred_and_no_others(bad: set[int], placed: bool) -> None:
    found, calls = seen(seen_through(task(64)), bad, placed)
    assert found == Counts(64, failed=len(bad))
    assert dict(calls[-1].given.barred) == dict.fromkeys(bad, "crashed")
    assert [call.given.trial for call in calls].count(False) == len(bad) + 1
    trials = [call for call in calls if call.given.trial]
    assert len(trials) <= len(bad) * (1 if placed else 12)


def test_one_that_fell_once_is_read_again_and_nothing_is_barred() -> None:
    found, calls = seen(seen_through(task(8)), set(), False, flaky=1)
    assert found == Counts(8)
    assert calls[-1].given.barred == {}


def test_a_chunk_that_is_lost_without_a_fault_of_its_own_is_given_up_at_last() -> None:
    found, calls = seen(seen_through(task(4)), set(), False, whole=True)
    assert isinstance(found, Unread)
    assert found.reason == "crashed"
    assert [call.given.trial for call in calls].count(False) == 3
