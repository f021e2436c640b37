"""Phrases of kinds: patterns that read as a phrase and run as one regular expression over a sentence spelled in kinds.

Every item of a sentence (a word, a clitic, a number, a place …) has a set of kinds; each distinct set is one private-use
character, its code. A sentence is the string of its items' codes, a kind is the class of codes that hold it, and a pattern
of kinds is a regular expression over them: matching runs at the speed of ``re`` whatever the length of the tables.

    KILLING count=COUNTED (AND|COMMA more=COUNTED)*

* ``KILLING`` an item of that kind; ``A|B`` of either; ``~A`` not of it, ``~A|~B`` of neither; ``_`` any item
* ``name=`` before an item or a group keeps what it took as a slot; of slots of one name the first that took something counts
* ``( … )`` groups, ``(A B | C)`` alternates, ``? * + {0,3}`` repeat, ``^`` and ``$`` are the sentence's ends
* ``(?= … )``, ``(?! … )``, ``(?<! A )`` look around
* anything in lower case or in another script is that very word
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import reduce
from operator import or_

_TOKEN = re.compile(
    r"\s*(?:(?P<slot>[a-z_]+\d*)=)?"
    r"(?P<atom>\(\?(?:=|!|<=|<!)|\(|\)|\^|\$|\|(?=\s)|~?[A-Z][A-Z_0-9]*(?:\|~?[A-Z][A-Z_0-9]*)*|_(?![A-Z])|[^\s()|?*+{}=]+)"
    r"(?P<times>[?*+]\??|\{\d*,?\d*\}\??)?"
)
_KIND = re.compile(r"~?[A-Z][A-Z_0-9]*(?:\|~?[A-Z][A-Z_0-9]*)*\Z")


class Pattern:
    """A phrase as an expression over codes, compiled when first asked for, and what a sentence must hold for it to match at all.

    ``needs`` is the bit mask of kinds each of which must be there; of each mask of ``either`` one kind must be.
    """

    __slots__ = ("_compiled", "_slots", "either", "needs", "shape", "source")

    def __init__(self, source: str, shape: str, needs: int, either: tuple[int, ...] = ()) -> None:
        self.source = source
        self.shape = shape
        self.needs = needs
        self.either = either
        self._compiled: re.Pattern[str] | None = None
        self._slots: list[tuple[int, str]] = []

    @property
    def expression(self) -> re.Pattern[str]:
        """The expression, compiled when first asked for: the start of a command waits for those only whose kinds its report holds."""
        if self._compiled is None:
            self._compiled = re.compile(self.shape, re.DOTALL)
            self._slots = [(number, name.partition("__")[0]) for name, number in self._compiled.groupindex.items()]
        return self._compiled

    def fits(self, held: int) -> bool:
        """Whether a sentence with these kinds can hold a match."""
        return not self.needs & ~held and all(held & mask for mask in self.either)

    def slots(self, found: re.Match[str]) -> dict[str, tuple[int, int]]:
        """What each slot of a match took, as [first, last) items; slots that took nothing are left out."""
        took = found.regs
        spans: dict[str, tuple[int, int]] = {}
        for number, name in self._slots:
            start, end = took[number]
            if end > start and name not in spans:
                spans[name] = (start, end)
        return spans


@dataclass(slots=True)
class _Group:
    """An open group: where it begins, its slot, whether its match is certain to be needed, and what its branches need."""

    at: int
    slot: str | None
    sure: bool
    before: list[list[int]] = field(default_factory=list)
    needs: list[int] = field(default_factory=list)

    def branch(self) -> None:
        """Begin the next alternative."""
        self.before.append(self.needs)
        self.needs = []

    def all_needs(self) -> list[int]:
        """Masks of each of which one kind is needed: of alternatives, the one that needs least decides."""
        branches = [*self.before, self.needs]
        if len(branches) == 1:
            return self.needs
        return [reduce(or_, (min(needs, key=int.bit_count) for needs in branches))] if all(branches) else []


@dataclass(frozen=True, slots=True)
class _Token:
    slot: str | None
    atom: str
    times: str


def _tokens(source: str) -> list[_Token]:
    found, at = [], 0
    source = source.strip()
    while at < len(source):
        hit = _TOKEN.match(source, at)
        if hit is None or hit.end() == at:
            raise ValueError(f"pattern {source!r}: cannot be read at {source[at : at + 20]!r}")
        found.append(_Token(hit["slot"], hit["atom"], hit["times"] or ""))
        at = hit.end()
    return found


def literals(source: str) -> set[str]:
    """The words a pattern names outright."""
    return {t.atom for t in _tokens(source) if not _KIND.match(t.atom) and t.atom[0] not in "(^$|)" and t.atom != "_"}


def compile_pattern(source: str, codes: Callable[[str, bool], str], bit: Callable[[str], int]) -> Pattern:
    """A phrase ready to be looked for. ``codes(kind, without)`` gives the characters that hold (or lack) a kind; ``bit`` a kind's bit.

    Raises ValueError for a phrase that cannot be read or a kind nothing can be.
    """
    out: list[str] = []
    groups = [_Group(0, None, True)]
    named: dict[str, int] = {}
    for token in _tokens(source):
        atom, times, slot = token.atom, token.times, token.slot
        optional = times[:1] in ("?", "*") or times.startswith(("{0", "{,"))
        if slot is not None:
            named[slot] = named.get(slot, 0) + 1
            slot = slot if named[slot] == 1 else f"{slot}__{named[slot]}"
        if atom.startswith("("):
            groups.append(_Group(len(out), slot, atom == "("))
            out.append(f"(?P<{slot}>(?:" if slot else (atom if atom != "(" else "(?:"))
        elif atom == ")":
            group = groups.pop()
            if group.sure and not optional:
                groups[-1].needs += group.all_needs()
            out.append(f"){times})" if group.slot else f"){times}")
        elif atom == "|":
            groups[-1].branch()
            out.append("|")
        elif atom in ("^", "$"):
            out.append(atom)
        else:
            body, mask = _one(source, atom, codes, bit)
            if mask and not optional:
                groups[-1].needs.append(mask)
            out.append(f"(?P<{slot}>{body}{times})" if slot else f"{body}{times}")
    masks = groups[0].all_needs()
    needs = reduce(or_, (mask for mask in masks if mask.bit_count() == 1), 0)
    either = tuple(dict.fromkeys(mask for mask in masks if not mask & needs))
    return Pattern(source, "".join(out), needs, either)


def _one(source: str, atom: str, codes: Callable[[str, bool], str], bit: Callable[[str], int]) -> tuple[str, int]:
    """A kind, kinds or a word as (a character or a class of them, the mask of kinds it asks for, 0 for none)."""
    if atom == "_":
        return ".", 0
    kinds = atom.split("|") if _KIND.match(atom) else [atom]
    sets = [codes(k.lstrip("~"), k.startswith("~")) for k in kinds]
    if all(k.startswith("~") for k in kinds):
        letters = "".join(c for c in sets[0] if all(c in other for other in sets[1:]))
    else:
        letters = "".join(dict.fromkeys("".join(sets)))
    if not letters:
        raise ValueError(f"pattern {source!r}: nothing is of kind {atom!r}")
    mask = 0 if any(k.startswith("~") for k in kinds) else reduce(or_, map(bit, kinds))
    return letters if len(letters) == 1 else f"[{letters}]", mask
