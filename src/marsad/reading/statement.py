"""Statements: quotations of three words or more, each with the one who says it."""

from collections.abc import Iterator

from marsad.model import Quote
from marsad.reading.discourse import Discourse
from marsad.reading.draft import Draft
from marsad.reading.items import Sentence
from marsad.reading.quotes import Quotation
from marsad.reading.speech import Attribution, Heard

RULE = "statement: quoted words and who says them"
_SHORTEST = 3
"""Words of the shortest quotation that is a statement; shorter ones set a name or a term apart."""


def read(discourse: Discourse) -> Iterator[Draft]:
    """Drafts of the quotations in an article's body that have a speaker."""
    speech = discourse.heard
    for quotation in speech.quotations:
        sentence = next((s for s in discourse.sentences if s.items[0].word <= quotation.first - 1 < s.items[-1].last), None)
        if sentence is None or not _says_something(sentence, quotation):
            continue
        at = next(i for i, item in enumerate(sentence.items) if item.last > quotation.first - 1)
        said = _said_by(sentence, at, quotation, speech)
        if said is not None:
            yield _draft(sentence, at, quotation, said)


def _says_something(sentence: Sentence, quotation: Quotation) -> bool:
    words = sentence.words.words[quotation.first : quotation.last]
    return sum(word[0].isalnum() for word in words) >= _SHORTEST


def _said_by(sentence: Sentence, at: int, quotation: Quotation, speech: Heard) -> Attribution | None:
    """The attribution a quotation belongs to: one right after it, else the nearest before it in its sentence."""
    found = speech.of(sentence)
    after = [a for a in found if a.at > at and sentence.items[a.at].word >= quotation.last]
    if after and after[0].kind in ("ACCORDING", "THEIR_WORDS") and sentence.items[after[0].at].word <= quotation.last + 4:
        return after[0]
    before = [a for a in found if a.at < at]
    if before:
        return before[-1]
    return after[0] if after and after[0].kind == "ACCORDING" else None


def _draft(sentence: Sentence, at: int, quotation: Quotation, said: Attribution) -> Draft:
    source = sentence.words.source
    start, end = sentence.words.span(quotation.first, quotation.last)
    verb = next((a for a in (said.at,) if "SAYS" in sentence.items[a].senses or "SAYING" in sentence.items[a].senses), None)
    fields = {
        "speaker": said.voice.speaker,
        "quote": Quote(source[start:end], start, end),
        "verb": sentence.text(verb, verb + 1) if verb is not None else None,
    }
    draft = Draft("statement", RULE, sentence, at, 0, len(sentence.items), fields, source=said.voice.source)
    draft.seek = draft.seek - {"source"}
    return draft
