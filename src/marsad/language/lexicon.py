"""The words of a pack and what they can be: one look-up a word, clitics taken off, kinds spelled as one character.

A *sense* is a kind with a value: "مقتل" is KILLING with the value "killed". All senses of one form make one set of kinds,
and each distinct set of kinds gets one code (see ``pattern.py``). What a word is, once worked out, is remembered.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from marsad.text import phrase

Senses = Mapping[str, Any]

_FIRST_CODE = 0xE000
REMEMBERED = 200_000
"""Word forms remembered: a few thousand articles hold no more, at some 60 MB."""


@dataclass(frozen=True, slots=True)
class Affix:
    """Letters that attach to a word and are read as an item of their own.

    ``letters`` are as folded; ``kind`` and ``value`` its sense; ``restore`` letters put back on what is left ("لل" leaves
    "ال…"); ``onto`` limits it to words of these kinds (empty: any known word).
    """

    letters: str
    kind: str
    value: str
    restore: tuple[str, ...] = ("",)
    onto: frozenset[str] = frozenset()


class Piece(NamedTuple):
    """Part of a word: its code, its senses and [start, end) within the word."""

    code: str
    senses: Senses
    start: int
    end: int


class Lexicon:
    """Forms, phrases and affixes of one language; closed once, then only asked."""

    def __init__(self, prefixes: Iterable[Affix], suffixes: Iterable[Affix]) -> None:
        self._forms: dict[str, dict[str, Any]] = {}
        self._phrases: dict[str, dict[str, Any]] = {}
        self._longest: dict[str, int] = {}
        self._seconds: dict[str, set[str]] = {}
        self._prefixes = sorted(prefixes, key=lambda a: -len(a.letters))
        self._suffixes = sorted(suffixes, key=lambda a: -len(a.letters))
        self._codes: dict[frozenset[str], str] = {}
        self._bits: dict[str, int] = {}
        self._known = ""
        self._holding: dict[str, list[str]] = {}
        self._finders: dict[str, tuple[int, re.Pattern[str]]] = {}
        self.masks: dict[str, int] = {}
        self._cache: dict[str, tuple[Piece, ...]] = {}
        for affix in (*self._prefixes, *self._suffixes):
            self.code(frozenset([affix.kind]))

    def add(self, kind: str, value: Any, form: str) -> None:
        """One more sense of a word or of a phrase of several words, given in any spelling."""
        folded = phrase(form)
        table = self._phrases if " " in folded else self._forms
        senses = table.setdefault(folded, {})
        senses.setdefault(kind, value)
        if " " in folded:
            head = folded.split(" ", 1)[0]
            self._seconds.setdefault(head, set()).add(folded.split(" ", 2)[1])
            self._longest[head] = max(self._longest.get(head, 0), folded.count(" ") + 1)

    def close(self) -> None:
        """Give every set of kinds among the words its code; patterns can be compiled from here on."""
        for table in (self._forms, self._phrases):
            for senses in table.values():
                self.code(frozenset(senses))

    def code(self, kinds: frozenset[str]) -> str:
        """The character for a set of kinds."""
        found = self._codes.get(kinds)
        if found is None:
            found = self._codes[kinds] = chr(_FIRST_CODE + len(self._codes))
            self.masks[found] = sum(self.bit(kind) for kind in kinds)
        return found

    def bit(self, kind: str) -> int:
        """The bit of a kind in the masks of codes and sentences."""
        return self._bits.setdefault(kind, 1 << len(self._bits))

    def codes(self, kind: str, without: bool = False) -> str:
        """All characters whose kinds hold ``kind`` (or lack it), as the inside of a character class."""
        if len(self._known) != len(self._codes):
            self._known = "".join(self._codes.values())
            self._holding = {}
            for kinds, code in self._codes.items():
                for one in kinds:
                    self._holding.setdefault(one, []).append(code)
        holding = self._holding.get(kind, [])
        return self._known.translate(dict.fromkeys(map(ord, holding))) if without else "".join(holding)

    def finder(self, kind: str) -> tuple[int, re.Pattern[str]]:
        """The bits of a kind, or of "A|B" several, and the expression that finds the codes that hold one of them."""
        found = self._finders.get(kind)
        if found is None:
            kinds = kind.split("|")
            letters = "".join(dict.fromkeys("".join(map(self.codes, kinds))))
            found = self._finders[kind] = sum(map(self.bit, kinds)), re.compile(f"[{letters}]" if letters else "(?!)")
        return found

    def form(self, word: str) -> Senses | None:
        """The senses of a folded word as it stands, affixes and all."""
        return self._forms.get(word)

    def phrase(self, words: list[str], at: int, last: int) -> tuple[int, Senses] | None:
        """The longest phrase that starts at ``words[at]``: (how many words, its senses)."""
        most = self._longest.get(words[at], 0)
        for length in range(min(most, last - at), 1, -1):
            found = self._phrases.get(" ".join(words[at : at + length]))
            if found is not None:
                return length, found
        return None

    def heads(self, word: str) -> bool:
        """Whether a phrase starts with this folded word."""
        return word in self._longest

    def seconds(self, word: str) -> frozenset[str]:
        """The words that follow this one at the start of some phrase."""
        return frozenset(self._seconds.get(word, ()))

    def prefixed(self, word: str) -> list[tuple[Affix, str, int]]:
        """Ways to take prefixes off a word: (affix, what is left, letters taken), the longest affix first."""
        out: list[tuple[Affix, str, int]] = []
        for affix in self._prefixes:
            cut = len(affix.letters)
            if len(word) > cut + 1 and word.startswith(affix.letters):
                out.extend((affix, restore + word[cut:], cut) for restore in affix.restore)
        return out

    def suffixed(self, word: str) -> list[tuple[Affix, str]]:
        """Ways to take a suffix off a word: (affix, what is left), the longest affix first."""
        return [
            (affix, word[: -len(affix.letters)] + restore)
            for affix in self._suffixes
            if len(word) > len(affix.letters) + 1 and word.endswith(affix.letters)
            for restore in affix.restore
        ]

    def analyse(self, word: str) -> tuple[Piece, ...]:
        """A folded word as pieces: itself where known, else affixes and a known rest; no pieces when nothing is known."""
        found = self._cache.get(word)
        if found is None:
            if len(self._cache) >= REMEMBERED:
                self._cache.clear()
            found = self._cache[word] = self._pieces(word, 0, len(word), 0) or ()
        return found

    def _pieces(self, word: str, start: int, end: int, depth: int) -> tuple[Piece, ...]:
        senses = self._forms.get(word)
        if senses is not None:
            return (Piece(self._codes[frozenset(senses)], senses, start, end),)
        for affix in self._suffixes:
            cut = len(affix.letters)
            if len(word) > cut + 1 and word.endswith(affix.letters):
                for restore in affix.restore:
                    senses = self._forms.get(word[:-cut] + restore)
                    if senses is not None and not (affix.onto and affix.onto.isdisjoint(senses)):
                        core = Piece(self._codes[frozenset(senses)], senses, start, end - cut)
                        return (core, self._affix(affix, end - cut, end))
        if depth < 2:
            for affix, rest, cut in self.prefixed(word):
                pieces = self._pieces(rest, start + cut, end, depth + 1)
                if pieces and not (affix.onto and affix.onto.isdisjoint(pieces[0].senses)):
                    return (self._affix(affix, start, start + cut), *pieces)
        return ()

    def _affix(self, affix: Affix, start: int, end: int) -> Piece:
        return Piece(self._codes[frozenset([affix.kind])], {affix.kind: affix.value}, start, end)
