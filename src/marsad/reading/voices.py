"""Voices: who can be heard in an article. Reads the words that name a speaker, and knows him again by a shorter name."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from marsad.language.lexicon import Lexicon
from marsad.model import Source, Speaker
from marsad.model.values import SourceType
from marsad.reading.chunks import ActorMention, PersonMention
from marsad.reading.items import Item, Named, Sentence
from marsad.text import key
from marsad.world.actors import ActorEntry, Actors

_LONGEST = 14
"""Items of the longest phrase that names a speaker."""

_ENDS = frozenset(
    "COMMA COLON STOP DASH CLOSE OPEN PAREN_OPEN PAREN_CLOSE THAT SAYS SAYING ACCORDING WHO BREAK DATE NUMBER MEASURE IN ON FROM TO WITH AT BETWEEN DURING AFTER "
    "BEFORE NOT DONE RESULTED AMONG LOSS LOST STRIKE STRUCK FALL OR AND FOR SINCE_WORD CAUSED BY AS WILL SAID_TO ASIDE THEIR_WORDS MARK STATEMENT_NOUN SAME "
    "ISSUED".split()
)
_CLOSED = frozenset(["DEFINITE", "NISBA", "ACTOR", "PLACE", "STATE", "PERSON"])
_NAMING = frozenset(["WORD", "GIVEN", "KUNYA"])
_GROUPS = frozenset(["anonymous", "witnesses"])


@dataclass(frozen=True, slots=True)
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
    """The voices of one article so far, the latest last, and how phrases that name them are read."""

    lexicon: Lexicon
    actors: Actors
    country: str | None = None
    heard: list[Voice] = field(default_factory=list)
    named: list[Voice] = field(default_factory=list)

    def meet(self, sentence: Sentence) -> None:
        """Remember the persons and bodies a sentence names, so that a shorter name finds them."""
        for item in sentence.items:
            mention = item.mention
            if isinstance(mention, PersonMention):
                self.named.append(Voice(mention.name, "person", mention.id, role=mention.title, person=True))
            elif isinstance(mention, (ActorMention, Named)) and "ACTOR" in item.senses and " " in mention.name:
                self.named.append(self._body(mention.name))

    def read(self, sentence: Sentence, at: int) -> tuple[Voice, int] | None:
        """The voice named by the phrase that starts at an item, and the item after it; None when no speaker is named there."""
        items = sentence.items
        quoted = self._quoted(sentence, at)
        if quoted is not None:
            name = sentence.text(at + 1, quoted - 1)
            known = self._known(name, one=True)
            return (known or self._body(name), quoted) if quoted - at <= 8 else None
        last = self._extent(sentence, at)
        if last == at:
            return None
        kind = self._kind(sentence, at)
        voice, end = self._named(sentence, at, last, kind)
        if voice is None:
            return None
        if end < len(items) and "SAME" in items[end].senses:
            end += 1
        return voice, end

    def keep(self, voice: Voice) -> Voice:
        """Take note that a voice was heard."""
        self.heard.append(voice)
        return voice

    @property
    def last(self) -> Voice | None:
        """The voice heard last."""
        return self.heard[-1] if self.heard else None

    def _kind(self, sentence: Sentence, at: int) -> str | None:
        """What sort of speaker the word at an item names, also where the word has been gathered into something larger."""
        item = sentence.items[at]
        found = item.senses.get("SPEAKER") or item.senses.get("OWN")
        if found is None and item.mention is not None:
            for piece in self.lexicon.analyse(sentence.words.words[item.word]):
                found = found or piece.senses.get("SPEAKER") or piece.senses.get("OWN")
        return found

    def _quoted(self, sentence: Sentence, at: int) -> int | None:
        """The item after a short quoted name that opens at an item."""
        if not sentence.has(at, "OPEN"):
            return None
        close = next(sentence.where("CLOSE", at + 1, at + 8), None)
        return None if close is None or close == at + 1 else close + 1

    def _extent(self, sentence: Sentence, at: int) -> int:
        """The item after the noun phrase that starts at an item."""
        items = sentence.items
        i = at
        head = self._kind(sentence, at) if at < len(items) else None
        while i < min(len(items), at + _LONGEST):
            item = items[i]
            senses = item.senses
            if _ENDS.isdisjoint(senses) and not self._counts(sentence, item):
                i += 1
                continue
            step = self._link(sentence, at, i, head)
            if step is None:
                break
            i = step
        return i

    def _counts(self, sentence: Sentence, item: Item) -> bool:
        return "COUNTED" in item.senses and sentence.words.words[item.word][0].isdigit()

    def _link(self, sentence: Sentence, at: int, i: int, head: str | None) -> int | None:
        """The item to go on from where a phrase goes on over a link ("ل", "في", "و", a name in quotes or brackets)."""
        items = sentence.items
        senses = items[i].senses
        if i == at or i + 1 >= len(items):
            return None
        follows = items[i + 1].senses
        before = items[i - 1].senses
        if "OPEN" in senses:
            end = self._quoted(sentence, i)
            return end if end is not None and end - i <= 6 and head is not None and not (end < len(items) and "COLON" in follows) else None
        if "PAREN_OPEN" in senses:
            close = next(sentence.where("PAREN_CLOSE", i + 1, i + 8), None)
            return close + 1 if close is not None else None
        if not _ENDS.isdisjoint(follows):
            return None
        if "FOR" in senses:
            return i + 1 if "PERSON" not in before and head is not None and head not in _GROUPS and follows.get("SPEAKER") != "agency" else None
        if "IN" in senses or "AT" in senses:
            return i + 1 if head is not None and "PERSON" not in before and ({"PLACE", "ACTOR", "SPEAKER", "FORCE", "DEFINITE"} & set(follows)) else None
        if "FROM" in senses:
            return i + 1 if head in _GROUPS else None
        if "AND" in senses:
            both = "SPEAKER" in follows or ("DEFINITE" in follows and bool({"DEFINITE", "SPEAKER"} & set(before)) and "PERSON" not in before)
            return i + 1 if both and head is not None else None
        return None

    def _named(self, sentence: Sentence, at: int, last: int, kind: str | None) -> tuple[Voice | None, int]:
        items = sentence.items
        first = items[at]
        if last == at + 1 and not isinstance(first.mention, PersonMention):
            return self._single(sentence, at, kind), last
        split = self._person(sentence, at, last, kind)
        if split is not None:
            return self._with_role(sentence, at, last, split)
        if kind == "person":
            named = self._apposed_name(sentence, last)
            if named is not None:
                name, end = named
                return Voice(name, "person", role=sentence.text(at, last), affiliation=self._affiliation(sentence, at, last), person=True), end
        if kind is None and not ({"ACTOR", "STATE", "FORCE"} & set(first.senses)):
            return None, last
        name = sentence.text(at, last)
        return self._known(name) or self._body(name, kind), last

    def _single(self, sentence: Sentence, at: int, kind: str | None) -> Voice | None:
        """The voice that one word names: a known body, or someone met before."""
        item = sentence.items[at]
        name = sentence.text(at, at + 1)
        if "STATEMENT_NOUN" in item.senses:
            return self.last
        known = self._known(name, one=True)
        if known is not None:
            return known
        if kind is not None or {"ACTOR", "STATE", "FORCE"} & set(item.senses):
            return self._body(name, kind)
        return None

    def _person(self, sentence: Sentence, at: int, last: int, kind: str | None) -> tuple[int, int] | None:
        """The items of a person's name within a phrase."""
        items = sentence.items
        for i in range(at, last):
            if "PERSON" in items[i].senses:
                end = i + 1
                while end < last and end < i + 3 and ({"WORD", "DEFINITE", "GIVEN"} & set(items[end].senses)):
                    end += 1
                return i, end
        if kind == "person":
            for i in range(at + 1, last):
                closed = not _CLOSED.isdisjoint(items[i - 1].senses) or sentence.text(i - 1, i).startswith("ال")
                if closed and not _NAMING.isdisjoint(items[i].senses):
                    return i, self._name_end(sentence, i, last)
                if "OPEN" in items[i].senses and closed:
                    close = next(sentence.where("CLOSE", i + 1, last), last)
                    return i + 1, close
        elif kind is None and not _NAMING.isdisjoint(items[at].senses):
            end = self._name_end(sentence, at, last)
            if end > at + 1 and end - at <= 4 and self._speaks(sentence, end):
                return at, end
        return None

    def _name_end(self, sentence: Sentence, at: int, last: int) -> int:
        end = at + 1
        while end < last and ({"WORD", "DEFINITE", "GIVEN", "KUNYA", "NISBA"} & set(sentence.items[end].senses)) and not self._kind(sentence, end):
            end += 1
        return end

    def _speaks(self, sentence: Sentence, at: int) -> bool:
        """Whether speech or a role follows a name, so that unknown words before it are taken for a name."""
        if at >= len(sentence.items):
            return False
        following = sentence.items[at].senses
        return bool({"THAT", "COLON", "OPEN", "COMMA", "SPEAKER", "IN", "FOR", "DATE", "COUNTED", "ON", "ASIDE", "SAID_TO"} & set(following))

    def _with_role(self, sentence: Sentence, at: int, last: int, name: tuple[int, int]) -> tuple[Voice, int]:
        first, end = name
        item = sentence.items[first]
        text = item.mention.name if isinstance(item.mention, PersonMention) and end == first + 1 else sentence.text(first, end)
        if isinstance(item.mention, PersonMention) and end > first + 1:
            start = sentence.words.source.find(item.mention.name, *sentence.span(first, end))
            text = sentence.words.source[start : sentence.span(first, end)[1]]
        role = sentence.text(at, first).rstrip(' "“«') if first > at else None
        stop = last
        if role is None and end < last:
            role = sentence.text(end, last)
        elif role is None and sentence.has(last, "COMMA") and last + 1 < len(sentence.items) and self._kind(sentence, last + 1) == "person":
            more = self._extent(sentence, last + 1)
            role, stop = sentence.text(last + 1, more), more
        voice = Voice(text, "person", role=role, affiliation=self._affiliation(sentence, at, last), person=True)
        if voice.role is None:
            voice = self._known(text) or voice
        return voice, max(stop, end)

    def _apposed_name(self, sentence: Sentence, at: int) -> tuple[str, int] | None:
        """A person's name set off by commas after a role: "المتحدث باسم كذا، فلان الفلاني،"."""
        if not sentence.has(at, "COMMA") or at + 1 >= len(sentence.items):
            return None
        item = sentence.items[at + 1]
        if isinstance(item.mention, PersonMention):
            return sentence.text(at + 1, at + 2) if item.mention.title is None else item.mention.name, at + 2
        if not _NAMING.isdisjoint(item.senses):
            end = self._name_end(sentence, at + 1, len(sentence.items))
            if 2 <= end - at - 1 <= 4 and self._speaks(sentence, end):
                return sentence.text(at + 1, end), end
        return None

    def _affiliation(self, sentence: Sentence, at: int, last: int) -> str | None:
        return next((i.mention.name for i in sentence.items[at:last] if "ACTOR" in i.senses and isinstance(i.mention, (ActorMention, Named))), None)

    def _body(self, name: str, kind: str | None = None) -> Voice:
        entry: ActorEntry | None = self.actors.resolve(name, self.country)
        type = entry.source_type if entry else kind
        return Voice(name, type, entry.id if entry else None)  # type: ignore[arg-type]

    def _known(self, name: str, one: bool = False) -> Voice | None:
        """The fuller voice met before that a short name stands for: a family name, or a body's first word."""
        words = _telling(name)
        for voice in self._latest():
            theirs = _telling(voice.name)
            if voice.person and one and words[0] in theirs:
                return voice
            if voice.person and not one and len(words) > 1 and set(words) <= set(theirs):
                return voice
            if not voice.person and one and len(theirs) > 1 and words[0] == theirs[0]:
                return voice
            if voice.person and one and voice.role and words[0] in _telling(voice.role)[:2]:
                return voice
        return None

    def _latest(self) -> Iterator[Voice]:
        yield from reversed(self.heard)
        yield from reversed(self.named)


def _telling(name: str) -> list[str]:
    """The words of a name as keys, without the article."""
    return [w[2:] if w.startswith("ال") and len(w) > 4 else w for w in key(name).replace('"', " ").replace("«", " ").replace("»", " ").split()] or [""]


def relayed(voice: Voice, by: Voice) -> Voice:
    """A voice as another passes it on."""
    return replace(voice, via=by.name)
