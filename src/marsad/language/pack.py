"""A language as the reading room sees it: its words, its rules and its two finders, compiled once."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from typing import Any, Protocol

from marsad.language.lexicon import Affix, Lexicon
from marsad.language.pattern import Pattern, compile_pattern, literals
from marsad.language.rule import Rule
from marsad.model import Quantity
from marsad.model.values import Bound

_REMEMBERED = 20_000
"""Sets of kinds a set of rules remembers its live rules for."""

Table = Mapping[str, Mapping[Any, Iterable[str]]]
"""Words of a pack: kind -> value -> forms (a phrase has spaces)."""


class NumberLike(Protocol):
    """A number in a run of words: [first, last) with its bound words, the interval it states and what it counts as."""

    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...
    @property
    def low(self) -> int | None: ...
    @property
    def high(self) -> int | None: ...
    @property
    def bound(self) -> Bound: ...
    @property
    def kind(self) -> str: ...
    @property
    def core(self) -> tuple[int, int]: ...
    @property
    def joined(self) -> bool: ...


class DateLike(Protocol):
    """A date in a run of words, resolved; see ``language/ar/dates.py`` for the fields."""

    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...
    @property
    def start(self) -> date | None: ...
    @property
    def end(self) -> date | None: ...
    @property
    def precision(self) -> int: ...
    @property
    def relation(self) -> str | None: ...
    @property
    def value(self) -> str: ...
    @property
    def future(self) -> bool: ...
    @property
    def closed(self) -> bool: ...


class FindNumbers(Protocol):
    """Finds the numbers of ``words[first:last]``."""

    def __call__(self, words: Sequence[str], first: int = 0, last: int | None = None, /) -> Sequence[NumberLike]: ...


class FindDates(Protocol):
    """Finds the dates of ``words[first:last]``, resolved against a reference day."""

    def __call__(
        self, words: Sequence[str], reference: date | None, first: int = 0, last: int | None = None, /
    ) -> Sequence[DateLike]: ...


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """What a language folder supplies.

    ``chunks`` are rules that gather words into one thing (a counted group, a place, an actor, a person), run in order
    before ``claims``, which hold the rules of each kind; ``speech`` are rules of how a speaker is brought in (slots ``say`` and ``voice``), for a language
    that tells it by rules. ``gender`` tells what a verb must agree with ("he", "she", "they"). ``mentions`` are the sets of kinds a gathered thing can be.
    ``capitals``: names are written with a capital letter, and an unknown word that has one is CAPITAL too;
    ``quantities`` finds the quantities of a text where they are more than ``numbers`` finds, as where a noun has a dual;
    ``leading``: folded articles that lead a name they are joined to by a hyphen ("al");
    ``towns_as_targets``: a settlement or an area that a blow fell on is named as its target too, not only a building in it.
    """

    code: str
    tables: Sequence[Table]
    prefixes: Sequence[Affix]
    suffixes: Sequence[Affix]
    chunks: Mapping[str, Sequence[Rule]]
    claims: Mapping[str, Sequence[Rule]]
    numbers: FindNumbers
    dates: FindDates
    not_yet: frozenset[str] = frozenset()
    speech: Sequence[Rule] = ()
    gender: Callable[[str], str | None] = lambda word: None
    quantities: Callable[[str], list[Quantity]] | None = None
    capitals: bool = False
    leading: frozenset[str] = frozenset()
    towns_as_targets: bool = True


MENTIONS: tuple[frozenset[str], ...] = tuple(
    frozenset(kinds.split())
    for kinds in (
        "NUMBER", "ORDINAL", "MEASURE", "DATE", "DATE SINCE", "DATE UNTIL", "DATE WINDOW", "PLACE", "ACTOR", "ACTOR STATE",
        "NISBA", "PERSON", "OFFICE", "COUNTED", "COUNTED BARE", "COUNTED VICTIMS", "COUNTED VICTIMS BARE", "COUNTED OTHERS",
        "COUNTED NAMED", "COUNTED AMONG", "PLACE STATE", "ASIDE", "WORD", "WORD CAPITAL", "DEFINITE", "QUOTED", "MARK", "AGENT", "BODY", "AND", "PREFIX",
    )
)  # fmt: skip
"""The sets of kinds that are found and not looked up; the first group by the scan, the rest by chunk rules."""


class Rules:
    """Rules of one kind with their patterns, in their order.

    Which of them a sentence can match hangs on its kinds alone, and is remembered: time does not grow with the number of rules.
    """

    def __init__(self, pairs: Iterable[tuple[Rule, Pattern]]) -> None:
        self._pairs = tuple(pairs)
        self._telling = reduce(or_, (mask for _, pattern in self._pairs for mask in (pattern.needs, *pattern.either)), 0)
        self._live: dict[int, tuple[tuple[Rule, Pattern], ...]] = {}

    def __iter__(self) -> Iterator[tuple[Rule, Pattern]]:
        return iter(self._pairs)

    def __len__(self) -> int:
        return len(self._pairs)

    def live(self, held: int) -> tuple[tuple[Rule, Pattern], ...]:
        """The rules that can match in a sentence that holds these kinds."""
        told = held & self._telling
        found = self._live.get(told)
        if found is None:
            if len(self._live) >= _REMEMBERED:
                self._live.clear()
            found = self._live[told] = tuple(pair for pair in self._pairs if pair[1].fits(held))
        return found


class Pack:
    """A language compiled: ``lexicon``, and the rules of each chunk and claim with their patterns."""

    def __init__(self, book: Phrasebook) -> None:
        self.book = book
        self.code = book.code
        self.lexicon = lexicon = Lexicon(book.prefixes, book.suffixes)
        for table in book.tables:
            for kind, values in table.items():
                for value, forms in values.items():
                    for form in forms:
                        lexicon.add(kind, value, form)
        rules = [*book.chunks.values(), *book.claims.values(), book.speech]
        for rule in (r for group in rules for r in group):
            for word in literals(rule.pattern):
                lexicon.add(word, word, word.replace("_", " "))
        for kinds in MENTIONS:
            lexicon.code(kinds)
        lexicon.close()
        self.chunks = {kind: self._compiled(group) for kind, group in book.chunks.items()}
        self.claims = {kind: self._compiled(group) for kind, group in book.claims.items()}
        self.speech = self._compiled(book.speech)

    def _compiled(self, rules: Sequence[Rule]) -> Rules:
        return Rules((r, compile_pattern(r.pattern, self.lexicon.codes, self.lexicon.bit)) for r in rules)
