"""What is said in an article and by whom: voices heard, sentence by sentence, and the words in quotation marks."""

from dataclasses import dataclass, field

from marsad.reading.items import Sentence
from marsad.reading.quotes import Quotation
from marsad.reading.voices import Voice, Voices


@dataclass(slots=True)
class Attribution:
    """A voice heard in a sentence, in items ``at:last``: the word that brings it in and the phrase that names it.

    ``kind`` is the kind of that word; ``own`` when the speaker is named there and not carried from before; ``listener`` are the
    items that name whom it was said to.
    """

    at: int
    last: int
    voice: Voice
    kind: str
    own: bool
    listener: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class Heard:
    """The attributions of each sentence by its number, the quotations of the body, and those of them with one who speaks them.

    ``voices`` are all who were heard or named in the article.
    """

    attributions: dict[int, list[Attribution]] = field(default_factory=dict)
    quotations: list[Quotation] = field(default_factory=list)
    spoken: list[tuple[Quotation, Attribution]] = field(default_factory=list)
    unspoken: list[Quotation] = field(default_factory=list)
    voices: Voices | None = None

    def tells(self, sentence: Sentence, at: int) -> bool:
        """Whether an item is of those that something was said to: "told the Afghanistan Times"."""
        return any(a.listener[0] <= at < a.listener[1] for a in self.of(sentence))

    def of(self, sentence: Sentence) -> list[Attribution]:
        """The attributions of a sentence in order; none for a title."""
        return [] if sentence.in_title else self.attributions.get(sentence.number, [])
