"""A cheap look at a text before it is read in full: does it speak of a conflict?

The gate is there to spare the cost of reading, not to judge: it lets pass what it is not sure of. Words and weights are a
language's own and stand beside its pack in ``gate.txt``; measured on the labelled pages of ``tests/intake``.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from marsad.language import LANGUAGES
from marsad.text import fold

ENOUGH = 2
"""Score from which a text passes, chosen on every second one of the labelled pages: 3 loses 1 in 200 of them that are of a conflict, 2 none."""

_LINE = re.compile(r"(\w+) (-?\d+): (.+)")
_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_SAMPLE = 1000  # characters
_OFTEN = 3
_LONGEST = 8_000  # characters looked at: some 1,300 words, in which a report has said what it is about
_CACHE = 200_000  # word forms remembered


@dataclass(frozen=True, slots=True)
class Look:
    """What the gate saw: whether the text passes, its score, and the topics it speaks of."""

    passes: bool
    score: int
    topics: tuple[str, ...]
    language: str | None

    @property
    def reason(self) -> str:
        """Why it passes or not, in one line."""
        if self.language is None:
            return "not in a language that is read"
        return f"speaks of {', '.join(self.topics) or 'no conflict'} (score {self.score}, {ENOUGH} is enough)"


class Gate:
    """The topics of one language."""

    def __init__(self, lines: list[str]) -> None:
        self._weights: dict[str, int] = {}
        topics: dict[str, list[str]] = {}
        prefixes: list[str] = []
        for line in lines:
            if line.startswith("prefixes:"):
                prefixes = line.partition(":")[2].split()
            elif line.startswith("letters:"):
                self._letters = re.compile(f"[{line.partition(':')[2].strip()}]")
            elif parts := _LINE.fullmatch(line):
                name, weight, words = parts.groups()
                self._weights[name] = int(weight)
                topics[name] = words.split()
        head = f"(?:{'|'.join(prefixes)})" + "{0,2}" if prefixes else ""
        self._topics = {name: re.compile(f"{head}(?:{'|'.join(map(_pattern, words))})") for name, words in topics.items()}
        self._known: dict[str, tuple[str, ...]] = {}

    def writes(self, letters: str) -> bool:
        """Whether these letters are mostly of the language."""
        return 2 * len(self._letters.findall(letters)) > len(letters)

    def score(self, text: str) -> tuple[int, tuple[str, ...]]:
        """The weights of the topics that a text speaks of, half as much again where one is named often, less the other matter that
        weighs most; and the topics of conflict among them."""
        seen: Counter[str] = Counter()
        for word, times in Counter(_WORD.findall(fold(text[:_LONGEST]).text)).items():
            for topic in self._of(word):
                seen[topic] += times
        worth = {topic: self._weights[topic] * (3 if times >= _OFTEN else 2) / 2 for topic, times in seen.items()}
        other = min(worth.values(), default=0)
        total = sum(value for value in worth.values() if value > 0) + min(other, 0)
        return int(total), tuple(topic for topic in self._weights if worth.get(topic, 0) > 0)

    def _of(self, word: str) -> tuple[str, ...]:
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= _CACHE:
                self._known.clear()
            found = self._known[word] = tuple(name for name, form in self._topics.items() if form.fullmatch(word))
        return found


def look(text: str, title: str | None = None) -> Look:
    """What the gate sees in a text; a text in no language that is read does not pass."""
    letters = "".join(_LETTERS.findall(text, 0, _SAMPLE))
    spoken = next((code for code, gate in _gates().items() if gate.writes(letters)), None)
    if spoken is None:
        return Look(False, 0, (), None)
    score, topics = _gates()[spoken].score(f"{title}\n{text}" if title else text)
    return Look(score >= ENOUGH, score, topics, spoken)


@cache
def _gates() -> Mapping[str, Gate]:
    found = {}
    for code in LANGUAGES:
        data = files(f"marsad.language.{code}") / "gate.txt"
        if data.is_file():
            found[code] = Gate(data.read_text(encoding="utf-8").splitlines())
    return found


def _pattern(word: str) -> str:
    return re.escape(word[:-1]) + r"\w*" if word.endswith("*") else re.escape(word)
