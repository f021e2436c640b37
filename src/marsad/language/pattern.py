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
from dataclasses import dataclass

_TOKEN = re.compile(
    r"\s*(?:(?P<slot>[a-z_]+\d*)=)?"
    r"(?P<atom>\(\?(?:=|!|<=|<!)|\(|\)|\^|\$|\|(?=\s)|~?[A-Z][A-Z_0-9]*(?:\|~?[A-Z][A-Z_0-9]*)*|_(?![A-Z])|[^\s()|?*+{}=]+)"
    r"(?P<times>[?*+]\??|\{\d*,?\d*\}\??)?"
)
_KIND = re.compile(r"~?[A-Z][A-Z_0-9]*(?:\|~?[A-Z][A-Z_0-9]*)*\Z")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled phrase: its expression, and the kinds without which it cannot match, as a bit mask."""

    source: str
    expression: re.Pattern[str]
    needs: int

    @staticmethod
    def slots(found: re.Match[str]) -> dict[str, tuple[int, int]]:
        """What each slot of a match took, as [first, last) items; slots that took nothing are left out."""
        spans: dict[str, tuple[int, int]] = {}
        for name in found.re.groupindex:
            start, end = found.span(name)
            if end > start:
                spans.setdefault(name.partition("__")[0], (start, end))
        return spans


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
    """Compile a phrase. ``codes(kind, without)`` gives the characters that hold (or lack) a kind; ``bit`` a kind's bit.

    Raises ValueError for a phrase that cannot be read or a kind nothing can be.
    """
    out: list[str] = []
    needs = 0
    either = False  # the whole phrase is one of several, none of which is certain to be needed
    depth: list[bool] = []  # of each open group: its match is certain to be needed
    open_at: list[tuple[int, str | None, int]] = []
    named: dict[str, int] = {}
    for token in _tokens(source):
        atom, times, slot = token.atom, token.times, token.slot
        if slot is not None:
            named[slot] = named.get(slot, 0) + 1
            slot = slot if named[slot] == 1 else f"{slot}__{named[slot]}"
        if atom.startswith("("):
            open_at.append((len(out), slot, needs))
            depth.append(atom == "(")
            out.append(f"(?P<{slot}>(?:" if slot else (atom if atom != "(" else "(?:"))
            continue
        if atom == ")":
            at, held, before = open_at.pop()
            sure = depth.pop()
            if not sure or times[:1] in ("?", "*") or times.startswith(("{0", "{,")) or "|" in out[at:]:
                needs = before
            out.append(f"){times})" if held else f"){times}")
            continue
        if atom == "|":
            out.append("|")
            either = either or not depth
            continue
        if atom in ("^", "$"):
            out.append(atom)
            continue
        if atom == "_":
            body = "."
        else:
            kinds = atom.split("|") if _KIND.match(atom) else [atom]
            sets = [codes(k.lstrip("~"), k.startswith("~")) for k in kinds]
            if all(k.startswith("~") for k in kinds):
                letters = "".join(c for c in sets[0] if all(c in other for other in sets[1:]))
            else:
                letters = "".join(dict.fromkeys("".join(sets)))
            if not letters:
                raise ValueError(f"pattern {source!r}: nothing is of kind {atom!r}")
            body = letters if len(letters) == 1 else f"[{letters}]"
            optional = times[:1] in ("?", "*") or times.startswith(("{0", "{,"))
            if len(kinds) == 1 and not atom.startswith("~") and not optional:
                needs |= bit(atom)
        out.append(f"(?P<{slot}>{body}{times})" if slot else f"{body}{times}")
    return Pattern(source, re.compile("".join(out), re.DOTALL), 0 if either else needs)
