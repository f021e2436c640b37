"""What a document or an article may do to the process that reads it, by its title. Imported by the processes, so it loads little."""

import os
import signal
import time

GREEDY = 3_000_000_000
"""Bytes: more than the tests allow a document."""


def suffer(title: str | None) -> int:
    """Crash, exit, hang or take memory where the title says so; the bytes taken."""
    match title:
        case "crash":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "exit":
            os._exit(7)
        case "hang":
            time.sleep(60)
        case "memory":
            return len(bytearray(GREEDY))
    return 0
