"""Initials: a side named in full and then, in brackets, by its letters, is meant by them from then on: "Arakan Army (AA)"."""

from collections.abc import Iterable

from marsad.reading.chunks import ActorMention
from marsad.reading.items import Named, Sentence

_MOST = 6
"""Letters of the longest initials."""


def initials(sentences: Iterable[Sentence]) -> dict[str, tuple[str, tuple[str, ...]]]:
    """By its initials, the name and the ids of each side that an article gives them to."""
    out: dict[str, tuple[str, tuple[str, ...]]] = {}
    for sentence in sentences:
        for i in sentence.where("PAREN_OPEN"):
            letters = sentence.text(i + 1, i + 2) if sentence.has(i + 2, "PAREN_CLOSE") else ""
            if not (1 < len(letters) <= _MOST and letters.isupper() and sentence.has(i - 1, "ACTOR")):
                continue
            side = sentence.items[i - 1].mention
            ids = side.ids if isinstance(side, ActorMention) else (side.actor or ()) if isinstance(side, Named) else ()
            name = sentence.text(i - 1, i)
            if name != letters:
                out.setdefault(letters, (name, ids))
    return out
