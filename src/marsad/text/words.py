"""A text as words and sentences, in parallel lists: spans become objects only where something is found."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from marsad.text.fold import Folded, fold

_WORD = re.compile(
    r"[0-9]+(?:[,.][0-9]{3})*(?:\.[0-9]+)?(?![0-9])"  # a numeral with its separators
    r"|[^\W\d_]+(?:'[^\W\d_]+)?"  # letters of one word
    r"|[0-9]+"
    r"|\n+"
    r"|[^\w\s]|_"
)
_STOPS = frozenset(".?!\n")
_INITIAL = 2  # letters: "أ.ف.ب" and "د." are no sentence ends


@dataclass(frozen=True, slots=True)
class Words:
    """The folded words and marks of a text. ``starts[i]:ends[i]`` is word i in the folded text.

    ``sentences`` are [first, last) word indexes. Colon, comma and semicolon do not end a sentence.
    """

    source: str
    folded: Folded
    words: list[str]
    starts: list[int]
    ends: list[int]
    sentences: list[tuple[int, int]]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """[start, end) in the original text of words ``first`` to ``last`` (exclusive)."""
        return self.folded.start(self.starts[first]), self.folded.end(self.ends[last - 1])

    def slice(self, first: int, last: int) -> str:
        """The original characters of words ``first`` to ``last`` (exclusive)."""
        start, end = self.span(first, last)
        return self.source[start:end]


def words(text: str, masked: Sequence[tuple[int, int]] = ()) -> Words:
    """Words and sentences of a text; ``masked`` [start, end) stretches of the original hold none and end a sentence."""
    folded = fold(text)
    found: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    hidden = list(masked)
    at = 0
    for hit in _WORD.finditer(folded.text):
        start = hit.start()
        word = hit.group()
        if hidden:
            origin = folded.start(start)
            while at < len(hidden) and origin >= hidden[at][1]:
                at += 1
            if at < len(hidden) and origin >= hidden[at][0]:
                if word[0] != "\n" and found and found[-1] != "\n":
                    found.append("\n")
                    starts.append(start)
                    ends.append(start)
                continue
        if word[0] == "\n":
            word = "\n"
        found.append(word)
        starts.append(start)
        ends.append(hit.end())
    return Words(text, folded, found, starts, ends, _sentences(found, starts, ends))


def _sentences(found: list[str], starts: list[int], ends: list[int]) -> list[tuple[int, int]]:
    """Sentence bounds: a full stop, question or exclamation mark or a line's end, not inside an abbreviation or a quotation."""
    out: list[tuple[int, int]] = []
    first = 0
    count = len(found)
    for i, word in enumerate(found):
        if word not in _STOPS:
            continue
        if word == "\n" and 0 < i < count - 1 and found[i - 1] == ":" and found[i + 1][0].isdigit():
            continue  # a figure wrapped under its label
        if word == "\n":
            if i > first:
                out.append((first, i))
            first = i + 1
        elif (
            word == "."
            and 0 < i < count - 1
            and len(found[i - 1]) <= _INITIAL
            and starts[i + 1] - ends[i] <= 0
            and found[i + 1].isalpha()
        ) or (
            word == "."
            and 0 < i < count - 1
            and found[i - 1][-1].isdigit()
            and found[i + 1][0].isdigit()
            and starts[i + 1] == ends[i] == ends[i - 1] + 1
        ):
            continue
        else:
            if i + 1 < count and found[i + 1] in ('"', "»") and starts[i + 1] == ends[i]:
                continue
            if i + 1 > first + 1:
                out.append((first, i + 1))
            first = i + 1
    if first < count:
        out.append((first, count))
    return out
