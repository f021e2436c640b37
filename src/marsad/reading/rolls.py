"""Lists under a figure: its parts line by line, and the names of the dead and wounded."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from marsad.reading.casualty import listed_people, listed_person
from marsad.reading.discourse import Discourse
from marsad.reading.draft import Draft
from marsad.reading.figures import counted_once
from marsad.reading.items import Item, Sentence

_MARKERS = frozenset(["DASH", "NUMBER", "ORDINAL", "STOP", "MARK", "MEASURE", "AND", "COMMA", "TITLE", "BOTH", "NAMELY"])
_BESIDE_NAMES = frozenset(
    "PAREN_OPEN PAREN_CLOSE MEASURE COMMA DASH STOP AGE_WORD YEARS NUMBER MARK COLON CLOSE OPEN FROM PLACE PEOPLE COUNTED AND TITLE BOTH NAMELY "
    "BELONGING IN ORDINAL VICTIM".split()
)
"""What may stand beside the names of a list: marks, ages, what the person was, where from."""
_NAMELIKE = frozenset(["WORD", "DEFINITE", "GIVEN", "GIVEN_TOO", "KUNYA", "PERSON", "PLACE"])
_LONGEST = 30
"""Items of the longest line that is still an entry of a list."""
_BACK = 3
"""Sentences between a figure and the heading that opens the list of its names."""


@dataclass(slots=True)
class _List:
    """The list that lines may belong to: the figure it is under, and whether it can only hold names."""

    head: Draft
    names: bool


def with_lists(drafts: Iterable[Draft], discourse: Discourse) -> list[Draft]:
    """The drafts, and those of the lists that stand under them."""
    out = counted_once(list(drafts))
    by_sentence: dict[int, list[Draft]] = {}
    for draft in out:
        if draft.kind == "casualty":
            by_sentence.setdefault(id(draft.sentence), []).append(draft)
    wholes: list[Draft] = []
    open_list: _List | None = None
    for sentence in discourse.sentences:
        own = by_sentence.get(id(sentence), [])
        at = _heading(sentence)
        if at is not None:
            wholes.extend(d for d in own if _whole(d) and d.anchor < at)
            head = _headed(sentence, at, wholes)
            if head is not None:
                open_list = _List(head, sentence.has(at, "NAMES"))
                out.extend(_named(sentence, at + 1, own, head))
                continue
        if open_list is not None and not own and len(sentence.items) <= _LONGEST:
            entries = _entries(sentence, open_list)
            if entries:
                out.extend(entries)
                continue
        for draft in own:
            if draft.part and draft.whole is None:
                draft.whole = next((d for d in reversed(wholes) if d.fields["outcome"] == draft.fields["outcome"]), None)
        fresh = [d for d in own if _whole(d)]
        wholes.extend(fresh)
        if fresh:
            open_list = _List(fresh[-1], False) if _opens(sentence) else None
        elif len(sentence.items) > 3:
            open_list = None
    return out


def _whole(draft: Draft) -> bool:
    return draft.fields["person"] is None and not draft.part and draft.fields["count"].low != 1


def _heading(sentence: Sentence) -> int | None:
    """Where a sentence says that names come: "the names of the dead", "they are", "the wounded children are"."""
    names = next(sentence.where("NAMES"), None)
    if names is not None:
        return names
    for at in sentence.where("NAMELY"):
        who = at - 1 - sentence.has(at - 1, "AND")
        told = sentence.has_any(who, "VICTIM", "PEOPLE") or at <= 1
        if (told and not sentence.holds("COUNTED", 0, at)) or sentence.holds("PERSON", at + 1, at + 4):
            return at
    return None


def _headed(sentence: Sentence, at: int, wholes: list[Draft]) -> Draft | None:
    """The figure of which a heading brings the names: the last told before it, of the outcome and the group that the heading says."""
    said = [item.senses["VICTIM"] for item in sentence.items[: at + 4] if "VICTIM" in item.senses]
    outcome = next((o for o in said if o != "toll"), None)
    near = [
        d
        for d in reversed(wholes)
        if sentence.number - d.sentence.number <= (_BACK if outcome is None else len(wholes) + _LONGEST)
    ]
    fitting = [d for d in near if outcome in (None, d.fields["outcome"])]
    return next((d for d in fitting if d.whole is None), fitting[0] if fitting else None)


def _named(sentence: Sentence, at: int, own: list[Draft], head: Draft) -> Iterator[Draft]:
    """The persons in a row after a heading; those that a rule has read already are given their whole."""
    read = {d.anchor: d for d in own if d.fields["person"]}
    for draft in _row(sentence, at, head):
        if draft.anchor in read:
            read[draft.anchor].whole, read[draft.anchor].fields["group"] = head, head.fields["group"]
        else:
            yield draft


def _opens(sentence: Sentence) -> bool:
    """Whether a sentence ends as if a list were to follow: with a colon, or with "among them"."""
    last = [i.senses for i in sentence.items[-2:]]
    first = next(sentence.where("COLON"), 0)
    if first and sentence.has(first - 1, "AMONG") and sentence.has(first + 1, "COUNTED"):
        return True
    return bool(last) and ("COLON" in last[-1] or any("AMONG" in s or "NAMELY" in s for s in last))


def _row(sentence: Sentence, at: int, head: Draft) -> Iterator[Draft]:
    """The names from an item on, up to a word that belongs to no list of names."""
    for i in range(at, len(sentence.items)):
        senses = sentence.items[i].senses
        if "PERSON" in senses:
            yield listed_person(sentence, i, i + 1, head)
        elif _BESIDE_NAMES.isdisjoint(senses) and not (i < at + 3 and not {"VICTIM", "NAMELY", "DEFINITE"}.isdisjoint(senses)):
            return


def _outside_brackets(sentence: Sentence, first: int) -> Iterator[Item]:
    """The items from one on that stand in no brackets."""
    inside = False
    for item in sentence.items[first:]:
        inside = (inside or "PAREN_OPEN" in item.senses) and "PAREN_CLOSE" not in item.senses
        if not inside:
            yield item


def _entries(sentence: Sentence, under: _List) -> list[Draft]:
    """What a line of a list holds: figures, or names and nothing but what stands beside names."""
    at = 0
    while at < len(sentence.items) and not _MARKERS.isdisjoint(sentence.items[at].senses):
        at += 1
    if at >= len(sentence.items):
        return []
    if "COUNTED" in sentence.items[at].senses and not under.names:
        return listed_people(sentence, at, under.head)
    last = at
    while last < len(sentence.items) and not _NAMELIKE.isdisjoint(sentence.items[last].senses):
        last += 1
    if last == at or any(
        _BESIDE_NAMES.isdisjoint(i.senses) and "PERSON" not in i.senses for i in _outside_brackets(sentence, last)
    ):
        return []
    row = list(_row(sentence, at, under.head))
    if row:
        return row
    return [listed_person(sentence, at, last, under.head)] if 2 <= last - at <= 5 else []
