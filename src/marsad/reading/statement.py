"""Statements: quotations of three words or more, each with the one who says it."""

from collections.abc import Iterator, Sequence

from marsad.model import Quote
from marsad.reading.discourse import Discourse
from marsad.reading.draft import Draft
from marsad.reading.items import Item, Sentence
from marsad.reading.quotes import Quotation
from marsad.reading.speech import Attribution
from marsad.text import key

RULE = "statement: quoted words and who says them"
_SHORTEST = 3
"""Words of the shortest quotation that is a statement; shorter ones set a name or a term apart."""
_LONGEST_NAME = 5
"""Items of the longest person's name that is looked for inside quotation marks."""
_NAMED_AFTER = frozenset(["FORCE", "SETTLEMENT", "LANDMARK", "SPEAKER", "FIGHTERS_OF", "NAMING", "ACTOR", "COUNTED"])


def read(discourse: Discourse) -> Iterator[Draft]:
    """Drafts of the quotations in an article's body that have a speaker."""
    for quotation, said in discourse.heard.spoken:
        sentence = next(s for s in discourse.sentences if s.items[0].word <= quotation.first - 1 < s.items[-1].last)
        at = next(i for i, item in enumerate(sentence.items) if item.last > quotation.first - 1)
        if _says_something(sentence, quotation) and (said.last == at or not _names(sentence, at, quotation, discourse)):
            yield _draft(sentence, at, quotation, said)


def _says_something(sentence: Sentence, quotation: Quotation) -> bool:
    words = sentence.words.words[quotation.first : quotation.last]
    return sum(len(word) > 1 and word[0].isalnum() for word in words) >= _SHORTEST


def _names(sentence: Sentence, at: int, quotation: Quotation, discourse: Discourse) -> bool:
    """Whether the marks set a name apart: a known body or place, or what a noun such as "حملة" is called."""
    inside = [item for item in sentence.items if quotation.first <= item.word < quotation.last]
    if "QUOTED" in sentence.items[at].senses or not inside:
        return True
    if all({"ACTOR", "PLACE", "COMMA", "AND", "PAREN_OPEN", "PAREN_CLOSE", "ASIDE"} & set(item.senses) for item in inside):
        return True
    if len(inside) <= _LONGEST_NAME and _is_person(inside, sentence.words.slice(quotation.first, quotation.last), discourse):
        return True
    if discourse.names.actors.resolve(sentence.words.slice(quotation.first, quotation.last)) is not None:
        return True
    length = quotation.last - quotation.first
    short = length <= (_SHORTEST if sentence.has(at - 1, "ACTOR") else 7)
    return short and at > 0 and not _NAMED_AFTER.isdisjoint(sentence.items[at - 1].senses) and not sentence.has(at - 1, "PERSON")


def _is_person(inside: Sequence[Item], words: str, discourse: Discourse) -> bool:
    """Whether the marks hold a person's name: one gathered as such, or one known in the article."""
    if all({"PERSON", "GIVEN", "KUNYA", "TITLE", "HONORIFIC"} & item.senses.keys() for item in inside):
        return True
    voices = discourse.heard.voices
    return voices is not None and any(voice.person and key(voice.name) == key(words) for voice in (*voices.heard, *voices.named))


def _draft(sentence: Sentence, at: int, quotation: Quotation, said: Attribution) -> Draft:
    source = sentence.words.source
    start, end = sentence.words.span(quotation.first, quotation.last)
    spoken = said.at < len(sentence.items) and {"SAYS", "SAYING"} & set(sentence.items[said.at].senses)
    fields = {
        "speaker": said.voice.speaker,
        "quote": Quote(source[start:end], start, end),
        "verb": sentence.text(said.at, said.at + 1) if spoken else None,
    }
    draft = Draft("statement", RULE, sentence, at, 0, len(sentence.items), fields, source=said.voice.source)
    draft.seek = draft.seek - {"source"}
    return draft
