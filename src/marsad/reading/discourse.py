"""What an article has told so far: its sentences, the places and sides it speaks of, and who is speaking."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from marsad.model import Article
from marsad.reading.items import Sentence
from marsad.reading.phrases import Phrases
from marsad.reading.speech import Heard
from marsad.world.names import Names
from marsad.world.places import Entry


@dataclass(slots=True)
class Discourse:
    """One article being read: its sentences in order (gathered), the title's, its day, and the world's names.

    ``language`` and ``towns_as_targets`` are those of the pack it is read with. ``country`` is the ISO code of the country most of its places lie in, worked out
    before claims are read; ``struck`` the places where blows fell, by the number of the sentence that names them;
    ``called`` the names and ids of those that initials in brackets stand for ("Arakan Army (AA)");
    ``delegates`` those who can take part in talks and ``sides`` the sides it speaks of, by the ``id`` of the sentence.
    """

    article: Article
    sentences: list[Sentence]
    title: list[Sentence]
    published: date | None
    names: Names
    country: str | None = None
    near: list[Entry] = field(default_factory=list)
    struck: dict[int, list[Any]] = field(default_factory=dict)
    places: dict[int, int] = field(default_factory=dict)
    delegates: dict[int, list[Any]] = field(default_factory=dict)
    sides: dict[int, list[Any]] = field(default_factory=dict)
    heard: Heard = field(default_factory=Heard)
    gender: Callable[[str], str | None] = lambda word: None
    phrases: Phrases | None = None
    language: str = "ar"
    towns_as_targets: bool = True
    called: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)

    def _place(self, sentence: Sentence) -> int:
        if not self.places:
            self.places.update((id(s), i) for i, s in enumerate(self.sentences))
        return self.places[id(sentence)]

    def before(self, sentence: Sentence) -> list[Sentence]:
        """The sentences before one, the nearest first; the title last."""
        if sentence.in_title:
            return []
        at = self._place(sentence)
        return self.sentences[:at][::-1] + self.title

    def after(self, sentence: Sentence) -> list[Sentence]:
        """The sentences after one, in order; all of them after the title's."""
        if sentence.in_title:
            return self.sentences
        at = self._place(sentence)
        return self.sentences[at + 1 :]
