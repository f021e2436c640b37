"""The articles that are measured, and what one measurement gives."""

import json
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time


@dataclass(frozen=True, slots=True)
class Sample:
    """Articles as the lines of a JSON Lines file hold them, with their size in words (by white space) and UTF-8 bytes."""

    articles: tuple[dict[str, str], ...]
    words: int
    size: int


@dataclass(frozen=True, slots=True)
class Measured:
    """One program over one sample: seconds of one core's time a round, peak memory in bytes, and what it found."""

    name: str
    sample: Sample
    seconds: tuple[float, ...]
    memory: int = 0
    found: int = 0

    @property
    def median(self) -> float:
        """Seconds of the middle round."""
        return statistics.median(self.seconds)

    def rate(self, amount: float) -> float:
        """An amount a second, in the middle round."""
        return amount / self.median


def load(path: Path, most: int | None = None) -> Sample:
    """The articles of a JSON Lines file that have a text, or of those ``most`` spread evenly."""
    with path.open(encoding="utf-8") as lines:
        articles = [article for article in map(json.loads, lines) if article["text"].strip()]
    if most and most < len(articles):
        articles = [articles[i * len(articles) // most] for i in range(most)]
    texts = [article["text"] for article in articles]
    return Sample(tuple(articles), sum(len(t.split()) for t in texts), sum(len(t.encode()) for t in texts))


def rounds(
    each: Callable[[dict[str, str]], int], articles: Sequence[dict[str, str]], count: int
) -> tuple[tuple[float, ...], int]:
    """Seconds of one core's time (all threads added up) of each round over the articles, after one unmeasured, and what a round found."""
    found = sum(map(each, articles))
    seconds = []
    for _ in range(count):
        begun = process_time()
        for article in articles:
            each(article)
        seconds.append(process_time() - begun)
    return tuple(seconds), found
