"""A sentence as the rules see it: items, each with its kinds, its characters and what was found there."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from marsad.language.lexicon import Lexicon
from marsad.text import Words

_START = re.Match.start


class Item:
    """A clitic, a word, a phrase or a thing found. ``start:end`` are characters of the folded text, ``word:last`` its words.

    ``senses`` maps each kind to its value; ``mention`` is what was found (a number, a date, a name, a gathered thing).
    """

    __slots__ = ("code", "end", "last", "mention", "senses", "start", "word")

    def __init__(
        self, code: str, senses: Mapping[str, Any], start: int, end: int, word: int, last: int, mention: Any = None
    ) -> None:
        self.code = code
        self.senses = senses
        self.start = start
        self.end = end
        self.word = word
        self.last = last
        self.mention = mention

    def __repr__(self) -> str:
        return f"<{'/'.join(self.senses)} {self.word}:{self.last}>"


@dataclass(slots=True)
class Sentence:
    """Items of one sentence, their codes as a string, and the masks of all kinds it holds or held before words were gathered.

    ``number`` is the sentence's place in the article. ``spots`` are worked out when first asked for.
    """

    words: Words
    lexicon: Lexicon
    items: list[Item]
    codes: str
    mask: int
    number: int
    paragraph: int = 0
    in_title: bool = False
    spots: list[Any] | None = None

    def text(self, first: int, last: int) -> str:
        """The original characters of items ``first`` to ``last`` (exclusive)."""
        start, end = self.span(first, last)
        return self.words.source[start:end]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """[start, end) in the original of items ``first`` to ``last`` (exclusive)."""
        folded = self.words.folded
        return folded.start(self.items[first].start), folded.end(self.items[last - 1].end)

    def has(self, index: int, kind: str) -> bool:
        """Whether item ``index`` exists and is of that kind."""
        return 0 <= index < len(self.items) and kind in self.items[index].senses

    def has_any(self, index: int, *kinds: str) -> bool:
        """Whether item ``index`` exists and is of any of these kinds."""
        if not 0 <= index < len(self.items):
            return False
        senses = self.items[index].senses
        return any(kind in senses for kind in kinds)

    def holds(self, kind: str, first: int = 0, last: int | None = None) -> bool:
        """Whether one of the items ``first`` to ``last`` (exclusive) is of a kind, or of any of "A|B"."""
        bit, letters = self.lexicon.finder(kind)
        if not self.mask & bit:
            return False
        return letters.search(self.codes, max(first, 0), len(self.codes) if last is None else max(last, 0)) is not None

    def where(self, kind: str, first: int = 0, last: int | None = None) -> Iterator[int]:
        """Indexes of the items of a kind, or of any of "A|B", in order."""
        bit, letters = self.lexicon.finder(kind)
        if not self.mask & bit:
            return iter(())
        start = first if first > 0 else 0
        return map(_START, letters.finditer(self.codes, start, len(self.codes) if last is None else last))


@dataclass(slots=True)
class Named:
    """A name found: its original text, the gazetteer's or the actor file's entry for it, and the means of craft it begins with."""

    name: str
    place: Any = None
    actor: Any = None
    ids: tuple[str, ...] = ()
    means: Any = None


@dataclass(slots=True)
class PlaceMention:
    """A place in the text: the whole name as written, the bare name, the noun before it, and candidate ids; ``several`` opens a row of names."""

    name: str
    bare: str
    head: str | None
    kind: str
    ids: tuple[str, ...]
    several: bool = False
