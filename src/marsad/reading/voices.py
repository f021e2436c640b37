"""Voices: those who can be heard in an article, each known again by a shorter name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from marsad.model import Source, Speaker
from marsad.model.values import SourceType
from marsad.reading.chunks import ActorMention, PersonMention
from marsad.reading.items import Named, Sentence
from marsad.reading.phrases import GROUPS, Phrase, Phrases
from marsad.world.actors import Actors
from marsad.world.persons import name_words, same_word

_MARKS = '«»“”„‹›"'


@dataclass(slots=True)
class Voice:
    """One who asserts: the name, what he is, and the sort of source; ``person`` when the name is a person's."""

    name: str
    type: SourceType | None = None
    id: str | None = None
    role: str | None = None
    affiliation: str | None = None
    via: str | None = None
    person: bool = False

    @property
    def source(self) -> Source:
        """The voice as the asserter of a claim."""
        return Source(self.name, self.id, self.type, self.via)

    @property
    def speaker(self) -> Speaker:
        """The voice as the speaker of quoted words."""
        return Speaker(self.name, self.role, self.affiliation, self.id)


@dataclass(slots=True)
class Voices:
    """The voices of one article so far, the latest last, and those it only speaks of."""

    phrases: Phrases
    actors: Actors
    country: str | None = None
    heard: list[Voice] = field(default_factory=list)
    named: list[Voice] = field(default_factory=list)
    heard_at: Sentence | None = None

    def meet(self, sentence: Sentence) -> None:
        """Remember the persons and bodies a sentence names, so that a shorter name finds them."""
        for at in sentence.where("PERSON|ACTOR"):
            item = sentence.items[at]
            mention = item.mention
            if isinstance(mention, PersonMention):
                self.named.append(Voice(mention.name, "person", role=mention.title, person=True))
            elif isinstance(mention, (ActorMention, Named)) and "ACTOR" in item.senses and " " in mention.name:
                self.named.append(self._body(mention.name, None))

    def read(self, sentence: Sentence, at: int) -> tuple[Voice, int] | None:
        """The voice named by the phrase that starts at an item, and the item after it; None when no speaker is named there."""
        phrase = self.phrases.read(sentence, at)
        if phrase is None:
            return None
        voice = self._met(sentence, at, phrase) if phrase.refers else None
        if voice is None:
            voice = self._person(phrase) if phrase.person else self._body(phrase.name, phrase.kind)
            if phrase.unknown and voice.id is None:
                return None
        last = phrase.last
        return voice, last + 1 if sentence.has(last, "SAME") else last

    def known(self, sentence: Sentence, at: int) -> tuple[Voice, int] | None:
        """The voice heard or named in the article that the phrase starting at an item stands for, and the item after the phrase."""
        phrase = self.phrases.read(sentence, at)
        found = self._met(sentence, at, phrase) if phrase is not None and phrase.refers else None
        return (found, phrase.last) if phrase is not None and found is not None else None

    def keep(self, voice: Voice, sentence: Sentence) -> Voice:
        """Take note that a voice was heard in a sentence."""
        self.heard.append(voice)
        self.heard_at = sentence
        return voice

    @property
    def last(self) -> Voice | None:
        """The voice heard last."""
        return self.heard[-1] if self.heard else None

    def last_in(self, sentence: Sentence) -> bool:
        """Whether the voice heard last was heard in this sentence."""
        return self.heard_at is sentence

    def _met(self, sentence: Sentence, at: int, phrase: Phrase) -> Voice | None:
        """The voice met before that a short phrase stands for."""
        if "STATEMENT_NOUN" in sentence.items[at].senses:
            return self.last
        words = name_words(phrase.name)
        found = next((v for v in self._latest() if _stands_for(words, v, phrase.person)), None) if words else None
        if found is None and phrase.kind is not None and not phrase.person:
            found = next((v for v in reversed(self.heard) if not v.person and name_words(v.name)[:1] == words[:1]), None)
        if found is None and phrase.kind == "person" and not phrase.person and self.last and self.last.person and _is_bare(words):
            return self.last
        if found is None and phrase.kind in GROUPS and self.last and len(words) == 1:
            return self.last
        return found

    def _person(self, phrase: Phrase) -> Voice:
        return Voice(phrase.name, "person", role=phrase.role, affiliation=phrase.affiliation, person=True)

    def _body(self, name: str, kind: SourceType | None) -> Voice:
        if name[:1] in _MARKS and name[-1:] in _MARKS:
            name = name[1:-1].strip()
        entry = self.actors.resolve(name, self.country)
        return Voice(name, entry.source_type if entry else kind, entry.id if entry else None)

    def _latest(self) -> Iterator[Voice]:
        yield from reversed(self.heard)
        yield from reversed(self.named)


def _is_bare(words: Sequence[str]) -> bool:
    """Whether a role says no more than what its bearer is, and of which country: "the minister", "the Yemeni official"."""
    return all(word.endswith(("ي", "يه")) for word in words[1:])


def _stands_for(words: tuple[str, ...], voice: Voice, person: bool) -> bool:
    """Whether the telling words of a short phrase can mean a voice: a family name, a body's head, a role."""
    theirs = name_words(voice.name)
    if voice.person:
        role = name_words(voice.role) if voice.role else ()
        return all(any(same_word(word, own) for own in theirs) for word in words) or (
            not person and set(words) <= set(role) and words[0] in role[:3]
        )
    return not person and len(theirs) > 1 and words[0] == theirs[0] and set(words) <= set(theirs)


def relayed(voice: Voice, by: Voice) -> Voice:
    """A voice as another passes it on."""
    return replace(voice, via=by.name)
