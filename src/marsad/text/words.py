"""A text as words and sentences, in parallel lists: spans become objects only where something is found."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from marsad.text.fold import Folded, fold, key

_WORD = re.compile(
    r"([0-9]+(?:[,.][0-9]{3})*(?:\.[0-9]+)?(?![0-9])"  # a numeral with its separators
    r"|[^\W\d_]+(?:'(?!s(?![^\W\d_]))[^\W\d_]+)?"  # letters of one word
    r"|'s(?![^\W\d_])"  # the English genitive, apart from whose it is
    r"|[0-9]+"
    r"|(?<!\n)\n"  # one for all the empty lines that follow
    r"|[^\w\s]|_)"
)
_STOPS = frozenset(".?!\n")
_INITIAL = 2  # letters: "أ.ف.ب" and "د." are no sentence ends
_ABBREVIATED = frozenset("mr mrs ms dr gen col lt maj capt sgt cpl brig adm st jan feb aug sept oct nov dec".split())
"""Latin words that are written short, with a stop that ends no sentence."""


@dataclass(slots=True)
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

    def letter(self, at: int) -> str:
        """The last letter of word ``at`` as written, in its plain form: folding makes one of ى and ي, of ة and ه."""
        return unicodedata.normalize("NFKC", self.source[self.folded.start(self.ends[at] - 1)])[-1]


def words(text: str, masked: Sequence[tuple[int, int]] = ()) -> Words:
    """Words and sentences of a text; ``masked`` [start, end) stretches of the original hold none and end a sentence."""
    folded = fold(text)
    parts = _WORD.split(folded.text)  # what lies between the words, and the words, in turn: half the time of a loop over matches
    cuts = list(accumulate(map(len, parts)))
    found, starts, ends = parts[1::2], cuts[:-1:2], cuts[1::2]
    for start, end in masked:
        _hide(found, starts, ends, folded.at(start), folded.at(end))
    return Words(text, folded, found, starts, ends, _sentences(found, starts, ends))


def _hide(found: list[str], starts: list[int], ends: list[int], start: int, end: int) -> None:
    """Put one line's end in the place of the words between two characters of the folded text."""
    first, last = bisect_left(starts, start), bisect_left(starts, end)
    cut = 0 < first < last and found[first - 1] != "\n" and any(word != "\n" for word in found[first:last])
    at = starts[first : first + cut]
    found[first:last], starts[first:last], ends[first:last] = ["\n"] * cut, at, at


def _sentences(found: list[str], starts: list[int], ends: list[int]) -> list[tuple[int, int]]:
    """Sentence bounds: a full stop, question or exclamation mark or a line's end, not inside an abbreviation or a quotation."""
    out: list[tuple[int, int]] = []
    first = 0
    count = len(found)
    for i in [i for i, word in enumerate(found) if word in _STOPS]:
        word = found[i]
        if word == "\n" and 0 < i < count - 1 and ((found[i - 1] == ":" and found[i + 1][0].isdecimal()) or found[i + 1] == ":"):
            continue  # a figure wrapped under its label
        if word == "\n":
            if i > first:
                out.append((first, i))
            first = i + 1
        elif word == "." and 0 < i < count - 1 and _inside(found, starts, ends, i):
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


def _inside(found: list[str], starts: list[int], ends: list[int], i: int) -> bool:
    """Whether the stop at word ``i`` stands inside a sentence: in an abbreviation, after an initial, within a figure."""
    before, after = found[i - 1], found[i + 1]
    if starts[i + 1] <= ends[i]:
        return (len(before) <= _INITIAL and after.isalpha()) or (
            before[-1].isdecimal() and after[0].isdecimal() and starts[i + 1] == ends[i] == ends[i - 1] + 1
        )
    return after != "\n" and before.isascii() and (before in _ABBREVIATED or (len(before) == 1 and before.isalpha()))


def parted(folded: str) -> str:
    """A folded name parted by spaces as ``words`` parts a text: "deir ez - zor"."""
    return folded if folded.replace(" ", "").isalpha() else " ".join(words(folded).words)


def phrase(name: str) -> str:
    """The key of a name of one or several words: folded, and parted as a text is."""
    return parted(key(name))
