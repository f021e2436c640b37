"""In place of reading: articles that do to their process what their title says. Imported by the processes."""

import os
import signal
import time

from marsad import reading
from marsad.model import Article, Report


def poisoned(article: Article) -> Report:
    """The report of an article, unless its title is a poison's."""
    match article.title:
        case "crash":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "exit":
            os._exit(7)
        case "hang":
            time.sleep(60)
        case "memory":
            bytearray(3_000_000_000)
    return reading.read(article)
