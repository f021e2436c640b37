"""In place of reading: documents that do to their process what their title says. Imported by the processes, so it loads little."""

import os
import signal
import time

from marsad.intake import work
from marsad.intake.document import Document, Problem
from marsad.intake.work import Outcome


def poisoned(document: Document, ocr: bool) -> Outcome:
    """In place of reading: a document does to its process what its title says."""
    match document.title:
        case "crash":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "exit":
            os._exit(7)
        case "hang":
            time.sleep(60)
        case "memory":
            return Problem(document.where, str(len(bytearray(3_000_000_000))))
    return work.outcome(document, ocr)
