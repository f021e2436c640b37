"""In place of reading: every article takes its time. Imported by the processes of workers."""

import time

from marsad import reading
from marsad.model import Article, Report

SECONDS = 0.1


def slowly(article: Article) -> Report:
    """The report of an article, after a while."""
    time.sleep(SECONDS)
    return reading.read(article)
