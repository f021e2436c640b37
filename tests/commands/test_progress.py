"""The counter on standard error: how much, how fast, and where the whole is known how long still; nothing where nobody watches."""

import io
import re
import sys

import pytest

from marsad.commands import progress as counter
from marsad.commands.progress import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def watched(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Standard error as a terminal, from now on: a fixture would come before pytest's own."""
    made = Terminal()
    monkeypatch.setattr(sys, "stderr", made)
    monkeypatch.setattr(counter, "_EVERY", -1.0)
    return made


def test_a_part_of_a_whole_has_a_rate_and_a_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = watched(monkeypatch)
    at = 500  # an earlier run did them
    with progress("read", always=True, place=lambda: (at, 2000)) as tell:
        tell(0, 0)
        at = 1000
        tell(7, 1)
    *_, last, _ = terminal.getvalue().split("\r")
    assert re.fullmatch(r" 50% · 7 read · 1 failed · [\d,]+/s · \d+ s left\x1b\[K", last)


def test_things_without_a_whole_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = watched(monkeypatch)
    with progress("read", always=True) as tell:
        tell(1234, 0)
    assert re.search(r"\r1,234 read · 0 failed · [\d,]+/s\x1b\[K", terminal.getvalue())


def test_where_nobody_watches_nothing_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("read", size=3) as tell:
        tell(1, 0)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("seconds", "said"), [(9.4, "9 s"), (200, "3 min 20 s"), (7505, "2 h 05 min"), (3_600_000, "1,000 h 00 min")]
)
def test_times_are_said_in_two_units(seconds: float, said: str) -> None:
    assert counter.spoken(seconds) == said
