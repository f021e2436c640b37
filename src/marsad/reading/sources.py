"""Who asserts it: where in an article each voice is heard, and which of them a claim belongs to."""

from marsad.language.lexicon import Lexicon
from marsad.model import Source
from marsad.reading.discourse import Discourse
from marsad.reading.draft import Draft
from marsad.reading.items import Sentence
from marsad.reading.quotes import Quotation, quotations
from marsad.reading.speech import Attribution, Heard
from marsad.reading.voices import Voices, relayed

_INTRODUCE = frozenset(["SAYS", "SAYING", "ACCORDING", "THEIR_WORDS"])


def heard(discourse: Discourse, lexicon: Lexicon) -> Heard:
    """Listen to an article from its first sentence to its last."""
    voices = Voices(lexicon, discourse.names.actors, discourse.country)
    out = Heard()
    if discourse.sentences:
        out.quotations = quotations(discourse.sentences[0].words)
    for sentence in discourse.title:
        voices.meet(sentence)
    long = [q for q in out.quotations if q.last - q.first >= 4]
    for sentence in discourse.sentences:
        found = _listen(sentence, voices, long)
        if found:
            out.attributions[sentence.number] = found
        voices.meet(sentence)
    return out


def _listen(sentence: Sentence, voices: Voices, quoted: list[Quotation]) -> list[Attribution]:
    out: list[Attribution] = []
    first = _opening(sentence, voices)
    if first is not None:
        out.append(first)
    for i in [i for i, item in enumerate(sentence.items) if not _INTRODUCE.isdisjoint(item.senses)]:
        if out and i < out[-1].last:
            continue
        word = sentence.items[i].word
        if any(q.first <= word < q.last for q in quoted):
            continue
        found = _attribution(sentence, i, voices)
        if found is not None:
            voices.keep(found.voice)
            out.append(found)
    return out


def _opening(sentence: Sentence, voices: Voices) -> Attribution | None:
    """A sentence that opens with its speaker: "المراسل أكد أن", "المرصد: مقتل"."""
    at = 0
    while at < len(sentence.items) and ({"AND", "BREAK", "DASH"} & set(sentence.items[at].senses)):
        at += 1
    if at >= len(sentence.items) or not ({"SPEAKER", "OWN", "ACTOR", "PERSON", "COUNTED"} & set(sentence.items[at].senses)):
        return None
    found = voices.read(sentence, at)
    if found is None:
        return None
    voice, end = found
    verb = end + 1 if sentence.has(end, "COMMA") else end
    if sentence.has(verb, "SAYS") and _states(sentence, verb + 1):
        voices.keep(voice)
        return Attribution(verb, verb + 1, voice, "SAYS", True)
    return None


def _attribution(sentence: Sentence, at: int, voices: Voices) -> Attribution | None:
    senses = sentence.items[at].senses
    kind = next(k for k in ("THEIR_WORDS", "ACCORDING", "SAYING", "SAYS") if k in senses)
    if kind in ("THEIR_WORDS", "SAYING"):
        return Attribution(at, at + 1, voices.last, kind, False) if voices.last else None
    if kind == "ACCORDING":
        return _according(sentence, at, voices)
    start = _aside(sentence, at + 1)
    read = voices.read(sentence, start) if start < len(sentence.items) else None
    if read is None and sentence.has(start, "FOR"):
        start = _past_listener(sentence, start)
        read = voices.read(sentence, start) if start < len(sentence.items) else None
    if read is None:
        return Attribution(at, at + 1, voices.last, kind, False) if voices.last and _states(sentence, at + 1) else None
    voice, end = read
    end = _aside(sentence, end)
    if "FROM" in (sentence.items[end].senses if end < len(sentence.items) else ()) and senses.get("SAYS") == "relayed":
        origin = voices.read(sentence, end + 1)
        if origin is not None:
            voice, end = relayed(origin[0], voice), origin[1]
    return Attribution(at, end, voice, kind, True)


def _according(sentence: Sentence, at: int, voices: Voices) -> Attribution | None:
    i = at + 1
    while i < min(len(sentence.items), at + 6) and (
        {"SAYS", "DATE", "ASIDE", "REPORT_NOUN", "ISSUED", "PRONOUN", "STATEMENT_NOUN", "THAT"} & set(sentence.items[i].senses) or sentence.text(i, i + 1) in ("ما", "لما")
    ):
        i += 1
    if i < len(sentence.items) and ({"FOR", "FROM"} & set(sentence.items[i].senses)) and i > at + 1:
        i += 1
    if i < len(sentence.items):
        read = voices.read(sentence, i)
        if read is not None:
            return Attribution(at, read[1], read[0], "ACCORDING", True)
    return Attribution(at, i, voices.last, "ACCORDING", False) if i > at + 1 and voices.last else None


def _aside(sentence: Sentence, at: int) -> int:
    """The item after words that only say when or how something was said."""
    while at < len(sentence.items) and ({"DATE", "ASIDE"} & set(sentence.items[at].senses)):
        at += 1
    return at


def _past_listener(sentence: Sentence, at: int) -> int:
    """The item after the one spoken to: "قال لوكالة كذا فلان"."""
    at += 1
    if sentence.has(at, "OPEN"):
        return next(sentence.where("CLOSE", at + 1, at + 6), at) + 1
    return at + 1


def _states(sentence: Sentence, at: int) -> bool:
    """Whether what is said follows: "أن", a colon, a quotation, within the words that say where it was said."""
    for i in range(at, min(len(sentence.items), at + 12)):
        senses = sentence.items[i].senses
        if {"THAT", "COLON", "OPEN"} & set(senses):
            return True
        if {"STOP", "SAYS"} & set(senses):
            return False
    return False


def source_of(draft: Draft, discourse: Discourse) -> Source | None:
    """The asserter of a draft; None when the outlet speaks in its own voice."""
    found = discourse.heard.of(draft.sentence)
    before = [a for a in found if a.at <= draft.anchor]
    if before:
        return before[-1].voice.source
    after = [a for a in found if a.kind in ("ACCORDING", "THEIR_WORDS")]
    return after[0].voice.source if after else None
