"""The words that name a speaker: how far they reach, and which of them are a name and which a role."""

from dataclasses import dataclass

from marsad.language.lexicon import Lexicon
from marsad.model.values import SourceType
from marsad.reading.chunks import ActorMention, Counted, PersonMention
from marsad.reading.items import Named, Sentence
from marsad.text import key
from marsad.world.actors import Actors

_LONGEST = 18
"""Items of the longest phrase that names a speaker."""

_QUOTED, _NAME = 12, 7
"""Items and words of the longest name in quotation marks: an unknown name may fall into several items a word."""
_ENDS = frozenset(
    "COMMA COLON STOP DASH CLOSE OPEN PAREN_OPEN PAREN_CLOSE THAT SAYS SAYING ACCORDING WHO BREAK DATE NUMBER MEASURE IN ON FROM TO WITH AT BETWEEN DURING AFTER "
    "BEFORE NOT DONE RESULTED AMONG LOSS LOST STRIKE STRUCK FALL OR AND FOR SINCE_WORD CAUSED BY AS WILL SAID_TO ASIDE THEIR_WORDS MARK STATEMENT_NOUN SAME "
    "ISSUED RELAYED WORDS_OF".split()
)
_CLOSED = frozenset(["DEFINITE", "NISBA", "ACTOR", "PLACE", "STATE", "PERSON"])
_NAMING = frozenset(["WORD", "GIVEN", "GIVEN_TOO", "KUNYA"])
_IN_NAMES = frozenset(["PERSON", "WORD", "DEFINITE", "GIVEN", "GIVEN_TOO", "KUNYA", "NISBA"])
_AFTER_NAMES = frozenset("THAT COLON OPEN COMMA WHO SPEAKER IN FOR DATE COUNTED ON ASIDE SAID_TO PAREN_OPEN".split())
_DEEDS = frozenset("PARTIES CALL CONTACT MEETING SESSION VISIT CEASEFIRE ACCORD PACT ROUND TO_COME MEDIATION SIEGE".split())
"""What a speaker does or meets, and no part of his name, when it is indefinite."""
_NO_NAME = frozenset(["IN", "COMMON", "QUALITY", "DIRECTION", "SETTLEMENT", "COUNTRYSIDE", "AND", "WHO", "FROM", "BREAK"])
_SIDES = frozenset(["ACTOR", "STATE", "FORCE"])
GROUPS = frozenset(["anonymous", "witnesses"])


@dataclass(slots=True)
class Phrase:
    """A speaker's phrase, which ends before item ``last``.

    ``person`` when ``name`` is a person's. ``refers`` when the phrase is definite and short, and so may mean someone named
    before; ``unknown`` when no word of it says that it is a speaker at all.
    """

    last: int
    name: str
    kind: SourceType | None
    role: str | None = None
    affiliation: str | None = None
    person: bool = False
    refers: bool = False
    unknown: bool = False


class Phrases:
    """Reads the phrases that name speakers, with the words of one language and the bodies of the actor file."""

    def __init__(self, lexicon: Lexicon, actors: Actors) -> None:
        self.lexicon = lexicon
        self.actors = actors

    def read(self, sentence: Sentence, at: int) -> Phrase | None:
        """The phrase that starts at an item; None when what stands there names nobody."""
        if at >= len(sentence.items):
            return None
        if sentence.has(at, "BOTH"):
            at += 1
        close = self._quoted(sentence, at)
        if close is not None:
            said = close < len(sentence.items) and {"THAT", "COLON"} & set(sentence.items[close].senses)
            person: SourceType | None = "person" if self.kind(sentence, at + 1) == "person" else None
            return Phrase(close, sentence.text(at + 1, close - 1), person, refers=True, unknown=not said)
        kind = self.kind(sentence, at)
        last = self._extent(sentence, at, kind)
        if last == at or self._misread(sentence, at):
            return None
        return self._person(sentence, at, last, kind) or self._body(sentence, at, last, kind)

    def kind(self, sentence: Sentence, at: int) -> SourceType | None:
        """What sort of speaker the word at an item names, also where it has been gathered into something larger."""
        if at >= len(sentence.items):
            return None
        item = sentence.items[at]
        found: SourceType | None = item.senses.get("SPEAKER") or item.senses.get("OWN")
        if found is None and "TITLE" in item.senses:
            return "person"
        if found is None and item.mention is not None:
            for piece in self.lexicon.analyse(sentence.words.words[item.word]):
                found = found or piece.senses.get("SPEAKER") or piece.senses.get("OWN")
            if isinstance(item.mention, Named) and item.mention.actor and found != "person":
                return self.actors.entry(item.mention.actor[0]).source_type
            if found is None and isinstance(item.mention, Counted) and item.mention.group is not None:
                return "witnesses"
        return found

    def _definite(self, sentence: Sentence, at: int) -> bool:
        item = sentence.items[at]
        if not _CLOSED.isdisjoint(item.senses):
            return True
        text = sentence.words.folded.text
        return text.startswith(("ال", "لل"), item.start) or text[max(item.start - 2, 0) : item.start] == "لل"

    def _misread(self, sentence: Sentence, at: int) -> bool:
        """A preposition that folds to the letters of a given name (على, علي) and was gathered as one."""
        item = sentence.items[at]
        if "PERSON" not in item.senses or sentence.words.letter(item.word) != "ى":
            return False
        pieces = self.lexicon.analyse(sentence.words.words[item.word])
        return any("ON" in p.senses and "GIVEN" in p.senses for p in pieces)

    def _given(self, sentence: Sentence, at: int) -> bool:
        """A given name, although its letters fold to a preposition's."""
        item = sentence.items[at]
        return "GIVEN" in item.senses and sentence.words.letter(item.last - 1) != "ى"

    def _quoted(self, sentence: Sentence, at: int) -> int | None:
        """The item after a short quoted name that opens at an item."""
        if not sentence.has(at, "OPEN"):
            return None
        close = next(sentence.where("CLOSE", at + 1, at + _QUOTED), None)
        if close is None or close == at + 1 or sentence.has(close - 1, "COMMA"):
            return None
        return close + 1 if sentence.items[close].word - sentence.items[at].word < _NAME else None

    def _extent(self, sentence: Sentence, at: int, kind: SourceType | None) -> int:
        """The item after the noun phrase that starts at an item."""
        items = sentence.items
        i = at
        linked = True
        while i < min(len(items), at + _LONGEST):
            senses = items[i].senses
            counted = "COUNTED" in senses and (i > at + 1 or sentence.words.words[items[i].word][0].isdecimal())
            if (_ENDS.isdisjoint(senses) or self._given(sentence, i)) and not counted:
                if i > at and not linked and "ROLE_LINK" not in senses and self._object(sentence, at, i, kind):
                    break
                linked = "ROLE_LINK" in senses
                i += 1
                continue
            step = self._link(sentence, at, i, kind)
            if step is None:
                break
            i, linked = step, True
        return i

    def _object(self, sentence: Sentence, at: int, i: int, kind: SourceType | None) -> bool:
        """Whether an item is what is said, and no longer of the phrase: "توقع المصدر الانتهاء من", "أعلنت الوزارة وفاة"."""
        if sentence.has(i, "ACTOR") and sentence.has(i - 1, "ACTOR") and i == at + 1:
            return True  # one body, then what it accuses
        if kind == "person" and self.kind(sentence, i) == "agency" and sentence.has_any(i - 1, "QUALITY", "NISBA"):
            return True  # "a local official told the agency"
        if "COUNTERPART" in sentence.items[i].senses:
            return True  # "the minister X … his counterpart": another
        if "PRONOUN" in sentence.items[i].senses or not self._definite(sentence, i - 1):
            return False
        if "OFFICEHOLDER" in sentence.items[i].senses and kind == "person":
            return True  # "the emir of Qatar … the president": another
        if not _DEEDS.isdisjoint(sentence.items[i].senses) and not self._definite(sentence, i):
            return True
        if kind in GROUPS:
            return self._definite(sentence, at) and not self._adjective(sentence, i)
        if self._definite(sentence, i):
            return False
        if kind == "person":
            if sentence.words.words[sentence.items[i].word].startswith("ل") and (
                i + 1 < len(sentence.items) and self._definite(sentence, i + 1)
            ):
                return False  # "the coordinator for the process of peace"
            return "COMMON" in sentence.items[i].senses and _NAMING.isdisjoint(sentence.items[i].senses)
        return kind is not None or self._definite(sentence, at)

    def _adjective(self, sentence: Sentence, at: int) -> bool:
        """A relational adjective, by its ending (ي, ية)."""
        return "NISBA" in sentence.items[at].senses or sentence.words.words[sentence.items[at].word].endswith(("ي", "يه"))

    def _link(self, sentence: Sentence, at: int, i: int, head: SourceType | None) -> int | None:
        """The item to go on from where a phrase goes on over a link ("ل", "في", "و", a name in quotes or brackets)."""
        items = sentence.items
        if i == at or i + 1 >= len(items) or (head is None and _SIDES.isdisjoint(items[at].senses)):
            return None
        senses, follows, before = items[i].senses, items[i + 1].senses, items[i - 1].senses
        if "OPEN" in senses:
            end = self._quoted(sentence, i)
            return end if end is not None and "STATE" not in before else None
        if "PAREN_OPEN" in senses:
            close = next(sentence.where("PAREN_CLOSE", i + 1, i + 8), None)
            return close + 1 if close is not None else None
        if (
            "IN" in senses
            and items[i].word == items[i + 1].word
            and head == "person"
            and not _NAMING.isdisjoint(before)
            and _DEEDS.isdisjoint(follows)
        ):
            return i + 2  # the first letter of a name
        if not _ENDS.isdisjoint(follows) or "PERSON" in before:
            return None
        if "TO" in senses and head == "person" and {"STATE", "PLACE", "NISBA"} & set(follows):
            return (
                i + 1 if i + 2 < len(items) and {"PERSON", "WORD", "GIVEN"} & items[i + 2].senses.keys() else None
            )  # "the envoy to Syria so-and-so"
        if "FOR" in senses:
            listener = self.kind(sentence, i + 1) == "agency" or (head == "person" and not self._definite(sentence, i - 1))
            return i + 1 if head not in GROUPS and not listener else None
        if "IN" in senses or "AT" in senses:
            return i + 1 if {"PLACE", "SPEAKER", "FORCE"} & set(follows) or self._definite(sentence, i + 1) else None
        if "FROM" in senses:
            return i + 1 if head in GROUPS else None
        if "AND" in senses:
            both = "SPEAKER" in follows or (
                self._definite(sentence, i + 1) and self._definite(sentence, i - 1) and "ACTOR" not in follows
            )
            return i + 1 if both else None
        return None

    def _body(self, sentence: Sentence, at: int, last: int, kind: SourceType | None) -> Phrase | None:
        senses = sentence.items[at].senses
        named = kind is not None or not _SIDES.isdisjoint(senses)
        back = "STATEMENT_NOUN" in senses
        definite = self._definite(sentence, at) and _SIDES.isdisjoint(senses)
        alias = "ACTOR" in senses and last > at + 1 and ({"OPEN", "PAREN_OPEN"} & set(sentence.items[at + 1].senses))
        if not named and not definite and last > at + 1:
            return None
        if not named:
            last = at + 1
        refers = (
            back
            or "OWN" in senses
            or (definite and (last - at <= 3 or sentence.has(at + 1, "IN") or sentence.has(at + 2, "IN")))
            or (last == at + 1 and not named)
            or (last == at + 1 and "ACTOR" in senses)
        )
        told = (
            "DEFINITE" in senses and last < len(sentence.items) and {"THAT", "COLON", "OPEN"} & set(sentence.items[last].senses)
        )
        name = sentence.text(at, at + 1 if alias else last)
        if at and sentence.items[at - 1].word == sentence.items[at].word and key(sentence.text(at - 1, at)) == "لل":
            name = f"ال{name}"  # "للفرقة" names "الفرقة"
        return Phrase(last, name, kind, refers=refers, unknown=not named and not told)

    def _person(self, sentence: Sentence, at: int, last: int, kind: SourceType | None) -> Phrase | None:
        """The phrase read as a person's name with its role before or after it; None when it holds no person's name."""
        if kind in GROUPS:
            return None
        span = self._name(sentence, at, last, kind)
        if span is None:
            return self._apposed(sentence, at, last) if kind == "person" else None
        first, end = span
        mention = sentence.items[first].mention
        name, title = sentence.text(first, end), None
        if isinstance(mention, PersonMention):
            title = mention.title
            start = sentence.words.source.find(mention.name, *sentence.span(first, end))
            name = sentence.words.source[start : sentence.span(first, end)[1]] if start >= 0 else mention.name
        role = sentence.text(at, first).rstrip(' "“«') if first > at else None
        if role is None or "STYLE" in sentence.items[at].senses:
            after = end if self.kind(sentence, end) == "person" else last + 1 if sentence.has(last, "COMMA") else None
            if after is not None and self.kind(sentence, after) == "person":
                last = self._extent(sentence, after, "person")
                role = sentence.text(after, last)
        return Phrase(
            max(last, end),
            name.strip(),
            "person",
            role or title,
            self._affiliation(sentence, at, last),
            True,
            refers=role is None and title is None,
        )

    def _name(self, sentence: Sentence, at: int, last: int, kind: SourceType | None) -> tuple[int, int] | None:
        """The items of a person's name within a phrase."""
        items = sentence.items
        if kind is None and not _NAMING.isdisjoint(items[at].senses):
            end = self._name_end(sentence, at, last)
            following = items[end].senses if end < len(items) else {}
            return (at, end) if 2 <= end - at <= 4 and not _AFTER_NAMES.isdisjoint(following) else None
        found = next((i for i in range(at, last) if "PERSON" in items[i].senses), None)
        if (
            found is not None
            and kind in ("person", None)
            and not (sentence.has(at + 1, "ROLE_LINK") and not self._definite(sentence, at))
        ):
            end = found + 1
            while end < min(last, found + 3) and (
                self._half(sentence, found, end) or (not _IN_NAMES.isdisjoint(items[end].senses) and not self.kind(sentence, end))
            ):
                end += 1
            return found, end
        if kind != "person" or (sentence.has(at + 1, "ROLE_LINK") and not self._definite(sentence, at)):
            return None
        inside = False
        for i in range(at + 1, last):
            senses = items[i].senses
            if "STYLE" in items[i - 1].senses and self._definite(sentence, i - 1):
                return i, self._name_end(sentence, i, last, loose=True)
            if "OPEN" in senses:
                close = next(sentence.where("CLOSE", i + 1, last), last)
                return (i + 1, close) if self._full_name(sentence, i + 1, close) and close + 1 >= last else None
            closed = self._definite(sentence, i - 1)
            if closed and (
                not _NAMING.isdisjoint(senses)
                or (inside and "PLACE" in items[i - 1].senses and self._definite(sentence, i) and not self._ordinary(sentence, i))
            ):
                end = self._name_end(sentence, i, last, loose=True)
                return None if self._alone(sentence, i, end) else (i, end)
            inside = inside or bool({"IN", "AT"} & set(items[i - 1].senses))
        return None

    def _alone(self, sentence: Sentence, at: int, end: int) -> bool:
        """Whether one unknown word after a role is no name for sure: nothing after it says that a name ended."""
        if end - at > 1 or not sentence.has(at, "WORD"):
            return False
        following = sentence.items[end].senses if end < len(sentence.items) else {}
        return _AFTER_NAMES.isdisjoint(following) and "SAYS" not in following

    def _ordinary(self, sentence: Sentence, at: int) -> bool:
        """Whether a word that begins an item is no part of a name: "جنوب", "مدينة"."""
        pieces = self.lexicon.analyse(sentence.words.words[sentence.items[at].word])
        return any(not _NO_NAME.isdisjoint(piece.senses) for piece in pieces)

    def _half(self, sentence: Sentence, first: int, at: int) -> bool:
        """Whether a name goes on with item ``at`` whatever that means by itself: after "عبد" or "أبو", or after one given name."""
        before = sentence.words.words[sentence.items[at - 1].last - 1]
        alone = sentence.items[at - 1].last - sentence.items[first].word == 1
        return "KUNYA" in (self.lexicon.form(before) or ()) or (
            alone and self._definite(sentence, at) and "STATE" not in sentence.items[at].senses
        )

    def _name_end(self, sentence: Sentence, at: int, last: int, loose: bool = False) -> int:
        """The item after a name; a ``loose`` one may hold words that are also places or ordinary words."""
        end = at + 1
        while end < last and (not self.kind(sentence, end) or self._in_name(sentence, end)):
            senses = sentence.items[end].senses
            odd = "COUNTED" in senses or "ACTOR" in senses or ("PLACE" in senses and end > at + 1)
            if _IN_NAMES.isdisjoint(senses) and (not loose or odd) and not self._in_name(sentence, end):
                break
            end += 1
        return end

    def _in_name(self, sentence: Sentence, at: int) -> bool:
        """Whether a form of address is part of a name: "مصطفى حاج يوسف"."""
        bare = "HONORIFIC" in sentence.items[at].senses and not self._definite(sentence, at)
        return bare and sentence.has_any(at + 1, "WORD", "GIVEN", "GIVEN_TOO", "DEFINITE")

    def _full_name(self, sentence: Sentence, first: int, last: int) -> bool:
        """Whether words in marks look like a person's name, and not like an outlet's letters: two words or more, none short."""
        words = sentence.words.words[sentence.items[first].word : sentence.items[last - 1].last]
        return len(words) >= 2 and all(len(word) > 2 for word in words)

    def _apposed(self, sentence: Sentence, at: int, last: int) -> Phrase | None:
        """A person set off by a comma after a role: "المتحدث باسم كذا، فلان الفلاني،"."""
        if not sentence.has(last, "COMMA"):
            return None
        items = sentence.items
        end = next(
            (
                i
                for i in range(last + 1, min(len(items), last + 7))
                if not {"COMMA", "THAT", "COLON", "OPEN", "DATE", "SAYS", "ASIDE"}.isdisjoint(items[i].senses)
            ),
            None,
        )
        if end is None or end == last + 1:
            return None
        mention = items[last + 1].mention
        words = items[end].word - items[last + 1].word
        if isinstance(mention, PersonMention):
            end, name = last + 2, mention.name
        elif (
            2 <= words <= 4
            and _ENDS.isdisjoint(items[last + 1].senses)
            and not self._ordinary(sentence, last + 1)
            and not self.kind(sentence, last + 1)
        ):
            name = sentence.text(last + 1, end)
        else:
            return None
        return Phrase(end, name, "person", sentence.text(at, last), self._affiliation(sentence, at, last), True)

    def _affiliation(self, sentence: Sentence, at: int, last: int) -> str | None:
        return next(
            (
                i.mention.name
                for i in sentence.items[at:last]
                if "ACTOR" in i.senses and isinstance(i.mention, (ActorMention, Named))
            ),
            None,
        )
