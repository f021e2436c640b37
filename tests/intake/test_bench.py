"""Who holds a lease, and whether it lives."""

import os
import subprocess
import sys

from marsad.intake.bench import is_dead, me


def test_the_dead_are_known_on_their_own_machine() -> None:
    mine = me()
    machine, number, begun = mine.split("-")
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    assert number == str(os.getpid())
    assert not is_dead(mine)
    assert is_dead(f"{machine}-{ended.pid}-{begun}")
    assert is_dead(f"{machine}-{number}-1")
    assert not is_dead(f"other-{ended.pid}-{begun}")
