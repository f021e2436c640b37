"""Lists under a figure: its parts line by line, and the names of the dead and wounded."""

from collections.abc import Iterable

from marsad.reading.casualty import listed_people, listed_person
from marsad.reading.discourse import Discourse
from marsad.reading.draft import Draft
from marsad.reading.items import Sentence

_MARKERS = frozenset(["DASH", "NUMBER", "ORDINAL", "STOP", "MARK", "MEASURE"])
_AFTER_NAMES = frozenset(
    [
        "PAREN_OPEN",
        "PAREN_CLOSE",
        "MEASURE",
        "COMMA",
        "DASH",
        "STOP",
        "AGE_WORD",
        "NUMBER",
        "MARK",
        "COLON",
        "CLOSE",
        "FROM",
        "PLACE",
        "PEOPLE",
        "COUNTED",
    ]
)
_NAMELIKE = frozenset(["WORD", "DEFINITE", "GIVEN", "KUNYA", "PERSON", "PLACE"])
_LONGEST = 30
"""Items of the longest line that is still an entry of a list."""


def with_lists(drafts: Iterable[Draft], discourse: Discourse) -> list[Draft]:
    """The drafts, and those of the lists that stand under them."""
    out = list(drafts)
    by_sentence: dict[int, list[Draft]] = {}
    for draft in out:
        if draft.kind == "casualty":
            by_sentence.setdefault(id(draft.sentence), []).append(draft)
    head: Draft | None = None
    names = under = False
    for sentence in discourse.sentences:
        own = by_sentence.get(id(sentence), [])
        heading = next(sentence.where("NAMES"), None)
        if heading is not None:
            outcome = next((sentence.items[i].senses["VICTIM"] for i in sentence.where("VICTIM", heading)), None)
            head = next(
                (
                    d
                    for d in reversed(out[: _before(out, sentence)])
                    if d.kind == "casualty" and _whole(d) and outcome in (None, d.fields["outcome"])
                ),
                head,
            )
            names, under = True, not own
            for draft in own:
                if (
                    draft.fields["person"]
                    and draft.whole is None
                    and head is not None
                    and head is not draft
                    and outcome == head.fields["outcome"]
                ):
                    draft.whole, draft.fields["group"] = head, head.fields["group"]
            continue
        if under and head is not None and not own and len(sentence.items) <= _LONGEST:
            entries = _entries(sentence, head, names)
            out.extend(entries)
            if entries:
                continue
        whole = next((d for d in reversed(own) if _whole(d)), None)
        if whole is not None:
            head, names = whole, False
            under = _opens(sentence)
        elif not (under and len(sentence.items) <= 3):
            under = names = False
    return out


def _before(drafts: list[Draft], sentence: Sentence) -> int:
    return next(
        (i for i, d in enumerate(drafts) if d.sentence.number >= sentence.number and not d.sentence.in_title), len(drafts)
    )


def _whole(draft: Draft) -> bool:
    return draft.fields["person"] is None and draft.fields["count"].low != 1


def _opens(sentence: Sentence) -> bool:
    """Whether a sentence ends as if a list were to follow: with a colon, or with "among them"."""
    last = [i.senses for i in sentence.items[-2:]]
    return bool(last) and ("COLON" in last[-1] or any("AMONG" in s or "NAMELY" in s for s in last))


def _entries(sentence: Sentence, head: Draft, names: bool) -> list[Draft]:
    at = 0
    while at < len(sentence.items) and not _MARKERS.isdisjoint(sentence.items[at].senses):
        at += 1
    if at >= len(sentence.items):
        return []
    senses = sentence.items[at].senses
    if "COUNTED" in senses and not names:
        return listed_people(sentence, at, head)
    last = at
    while last < len(sentence.items) and not _NAMELIKE.isdisjoint(sentence.items[last].senses):
        last += 1
    rest = sentence.items[last:]
    if last > at and ("PERSON" in senses or 2 <= last - at <= 5) and all(not _AFTER_NAMES.isdisjoint(i.senses) for i in rest):
        return [listed_person(sentence, at, last, head)]
    return []
