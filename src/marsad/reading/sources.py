"""Who asserts it: where in an article each voice is heard, and which of them a claim belongs to."""

from collections.abc import Mapping
from typing import Any

from marsad.language.pack import Pack
from marsad.model import Source
from marsad.reading.discourse import Discourse
from marsad.reading.draft import Draft
from marsad.reading.hearing import attributions, by_name
from marsad.reading.items import Sentence
from marsad.reading.phrases import Phrases
from marsad.reading.places import spots
from marsad.reading.quotes import Quotation, quotations
from marsad.reading.speech import Attribution, Heard
from marsad.reading.voices import Voice, Voices, relayed

_INTRODUCE = frozenset(["SAYS", "SAYING", "ACCORDING", "THEIR_WORDS"])
_AFTERWARDS = frozenset(["ACCORDING", "THEIR_WORDS"])
_SPEAKING = frozenset(["organisation", "agency", "anonymous", "witnesses", "person"])
_ISSUING = frozenset(["state", "armed_group", "organisation"])
_ASKS = {"clarified": ("THAT", 3), "expressed": ("ABOUT_WHAT", 10)}
"""What must follow the speaker, within so many items, after verbs that are spelled like a preposition (بين, عبر)."""
_BEFORE_VERB = 14
"""Items of a speaker's phrase that stands before its verb."""
_BESIDE = 3
"""Words between a quotation's end and the one who said it."""
_QUOTED = 9
"""Items of the longest name in quotation marks."""
_SHORT = 4
"""Words below which what stands in quotation marks is a name and not speech."""


def heard(discourse: Discourse, pack: Pack) -> Heard:
    """Listen to an article from its first sentence to its last."""
    voices = Voices(Phrases(pack.lexicon, discourse.names.actors), discourse.names.actors, discourse.country)
    out = Heard(voices=voices)
    if not discourse.sentences:
        return out
    out.quotations = found = quotations(discourse.sentences[0].words)
    for sentence in discourse.title:
        voices.meet(sentence)
    long = [q for q in found if q.last - q.first >= _SHORT]
    for before, sentence in zip([None, *discourse.sentences], discourse.sentences, strict=False):
        told = attributions(sentence, pack.speech, voices, long) if pack.speech else _listen(sentence, voices, long)
        said = told or _listed(sentence, before, out)
        if said:
            out.attributions[sentence.number] = said
        voices.meet(sentence)
    if pack.speech:
        out.attributions = by_name(out.attributions, voices)
    out.spoken = [(q, by) for q in found if (by := _speaker(q, discourse.sentences, out)) is not None]
    spoken = {q.first for q, _ in out.spoken}
    out.unspoken = [q for q in found if q.first not in spoken]
    return out


def source_of(draft: Draft, discourse: Discourse) -> Source | None:
    """The asserter of a draft; None when the outlet speaks in its own voice."""
    sentence, anchor = draft.sentence, draft.anchor
    if not sentence.in_title:
        word = sentence.items[anchor].word
        quoted = next((said for q, said in discourse.heard.spoken if q.first <= word < q.last), None)
        if quoted is not None:
            return quoted.voice.source
    found = discourse.heard.of(sentence)
    before = [a for a in found if a.at <= anchor]
    if before:
        return before[-1].voice.source
    after = next((a for a in found if a.kind in _AFTERWARDS), None)
    if after is not None and not _another(sentence, anchor, after.at):
        return after.voice.source
    return draft.whole.source if draft.whole is not None else None


def _another(sentence: Sentence, first: int, last: int) -> bool:
    """Whether another event is told of between two items: "…, and this morning …, according to" is said of the latter."""
    return any(
        sentence.has(i, "COMMA") and sentence.has(i + 1, "AND") and sentence.has(i + 2, "DATE") for i in range(first, last - 2)
    )


def _listen(sentence: Sentence, voices: Voices, quoted: list[Quotation]) -> list[Attribution]:
    """The attributions of a sentence; words of saying inside a quotation are the speaker's own and bring in nobody."""
    out: list[Attribution] = []
    first = _opening(sentence, voices)
    if first is not None:
        out.append(first)
    for i in sentence.where("SAYS|SAYING|ACCORDING|THEIR_WORDS|STATEMENT_NOUN|RUMOUR"):
        item = sentence.items[i]
        if (out and i < out[-1].last) or any(q.first <= item.word < q.last for q in quoted):
            continue
        found = None
        if not _INTRODUCE.isdisjoint(item.senses):
            found = _attribution(sentence, i, voices)
        elif "STATEMENT_NOUN" in item.senses:
            found = _issued(sentence, i, voices)
        elif sentence.has_any(i + 1, "FROM") or (sentence.has(i - 1, "SAYS") and _states(sentence, i + 1)):
            found = Attribution(
                i, i + 1, Voice(sentence.text(i, i + 1), "anonymous"), "SAYS", False
            )  # "news of …": nobody's word
        if found is None and "SAYS" in item.senses:
            found = _preceding(sentence, i, voices)
        if found is not None:
            voices.keep(found.voice, sentence)
            out.append(found)
    return out


def _preceding(sentence: Sentence, at: int, voices: Voices) -> Attribution | None:
    """The speaker named before the verb within a sentence: "يذكر أن الشبكة وثقت"."""
    for start in range(max(at - _BEFORE_VERB, 1), at):
        if sentence.has_any(start - 1, "THAT", "BREAK") and (read := voices.read(sentence, start)) is not None:
            voice, end = read
            while end < at and sentence.has_any(end, "COMMA", "DONE", "DATE", "ASIDE"):
                end += 1
            bodies = ("organisation", "agency", "state")
            if end == at and voice.type is not None and (voice.type in bodies or not _weak(sentence.items[at].senses)):
                return Attribution(at, at + 1, voice, "SAYS", True)
    return None


def _opening(sentence: Sentence, voices: Voices) -> Attribution | None:
    """A sentence that opens with its speaker: "المراسل أكد أن", "وكانت الوزارة قد أعلنت"."""
    at = 0
    while at < len(sentence.items) and ({"AND", "BREAK", "DASH", "DONE", "BUT"} & set(sentence.items[at].senses)):
        at += 1
    found = voices.read(sentence, at) if sentence.holds("SAYS|COLON", at) else None
    if found is None:
        return None
    voice, end = found
    if sentence.has(end, "COLON") and voice.type is not None and not sentence.has(at, "PLACE"):
        voices.keep(voice, sentence)
        return Attribution(end, end + 1, voice, "SAYS", True)
    while end < len(sentence.items) and ({"COMMA", "DONE", "DATE", "ASIDE"} & set(sentence.items[end].senses)):
        end += 1
    if sentence.has(end, "IN") and sentence.has(end + 1, "PLACE"):  # "our man in Aleppo says"
        end = next((s.last for s in spots(sentence) if s.head == end + 1), end + 2)
    if sentence.has(end, "SAYS") and (_states(sentence, end + 1) or voice.type in _SPEAKING):
        voices.keep(voice, sentence)
        return Attribution(end, end + 1, voice, "SAYS", True)
    return None


def _attribution(sentence: Sentence, at: int, voices: Voices) -> Attribution | None:
    """The voice that a word of saying brings in: named after it, or else the one heard last."""
    senses = sentence.items[at].senses
    kind = next(k for k in ("THEIR_WORDS", "ACCORDING", "SAYING", "SAYS") if k in senses)
    if kind in ("THEIR_WORDS", "SAYING"):
        return Attribution(at, at + 1, voices.last, kind, False) if voices.last else None
    if kind == "ACCORDING":
        return _according(sentence, at, voices)
    start = _aside(sentence, at + 1)
    if (
        senses.get("SAYS") == "asked"
        and at > 1
        and sentence.has_any(at - 1, "AND", "THAT")
        and voices.last
        and voices.last_in(sentence)
    ):
        return Attribution(at, at + 1, voices.last, kind, False)  # "condemns …, and asks the coalition to": the one who condemns
    read = voices.read(sentence, start)
    if sentence.has(start, "STATEMENT_NOUN") and (read is None or not read[0].person):
        of = next(
            (i for i in range(start + 1, min(start + 4, len(sentence.items))) if sentence.has_any(i, "FOR", "ISSUED")), None
        )
        if of is not None and (whose := voices.read(sentence, of + 1)) is not None:
            read = whose  # "a brief statement of the ministry said"
    if read is None and sentence.has(start, "FOR"):
        start = _past_listener(sentence, start)
        read = voices.read(sentence, start)
    if read is None:
        carried = (
            voices.last
            and _states(sentence, at + 1)
            and senses.get("SAYS") not in _ASKS
            and (not _weak(senses) or _speech_opens(sentence, at))
        )
        return Attribution(at, at + 1, voices.last, kind, False) if carried and voices.last else None
    voice, end = read
    if not _is_speech(sentence, at, end, voice):
        return None
    voice, end = _origin(sentence, voice, _aside(sentence, end), voices, senses.get("SAYS") == "relayed")
    aside = sentence.has(at - 1, "BREAK") and at > 1 and not _states(sentence, end)
    return Attribution(at, end, voice, "ACCORDING" if aside else kind, True)


def _is_speech(sentence: Sentence, at: int, end: int, voice: Voice) -> bool:
    """Whether a verb with this subject is one of saying: some verbs also mean deeds ("نشرت", "نقل"), some are spelled like a preposition."""
    verb = sentence.items[at].senses.get("SAYS", "")
    if verb in _ASKS:
        kind, reach = _ASKS[verb]
        return any(kind in item.senses for item in sentence.items[end : end + reach])
    if verb == "relayed":
        told = sentence.has(end, "FROM") or (_states(sentence, end) and not sentence.has(end, "TO"))  # the wounded are taken "to"
        return voice.type == "agency" or (voice.type in _SPEAKING and told)
    if verb in ("noted", "asked") and voice.type not in _SPEAKING:
        return _states(sentence, end, 6) and not (sentence.has(at - 1, "AND") and at > 1)
    return True


def _according(sentence: Sentence, at: int, voices: Voices) -> Attribution | None:
    """The voice after "بحسب", over the words that say what is relied on ("بيان", "معلومات حصلت عليها")."""
    i = at + 1
    passed = {"SAYS", "DATE", "ASIDE", "REPORT_NOUN", "ISSUED", "RELAYED", "PRONOUN", "STATEMENT_NOUN", "THAT", "WHAT"}
    while i < min(len(sentence.items), at + 7) and (passed & set(sentence.items[i].senses)):
        i += 1
    if i < len(sentence.items) and ({"FOR", "FROM"} & set(sentence.items[i].senses)):
        i += 1
    read = voices.read(sentence, i)
    if sentence.has(i - 1, "STATEMENT_NOUN") and sentence.has(i, "COUNTED") and sentence.has(i + 1, "THAT"):
        return Attribution(
            at, i + 1, Voice(sentence.text(i - 1, i + 1), "anonymous"), "ACCORDING", True
        )  # "a military statement"
    if read is None:  # "according to press reports": the reports themselves
        read = next((r for j in range(at + 1, i) if sentence.has(j, "SPEAKER") and (r := voices.read(sentence, j))), None)
    if read is not None:
        voice, end = _origin(sentence, *read, voices)
        return Attribution(at, end, voice, "ACCORDING", True)
    carried = i > at + 1 and voices.last is not None and not sentence.has(i, "WHO")
    return Attribution(at, i, voices.last, "ACCORDING", False) if carried and voices.last else None


def _issued(sentence: Sentence, at: int, voices: Voices) -> Attribution | None:
    """The voice of a document named with the one who put it out: "في بيان صادر عن", "في بيان لوزارة"."""
    i = at + 1
    while i < min(len(sentence.items), at + 5) and ({"ISSUED", "DATE", "ASIDE"} & set(sentence.items[i].senses)):
        i += 1
    named = any("ISSUED" in item.senses for item in sentence.items[at:i])
    if sentence.has(i, "FROM" if named else "FOR"):
        i += 1
    elif not named:
        return None
    read = voices.read(sentence, i)
    if read is None and named and (close := _closed(sentence, i)):  # "issued by "so-and-so""
        read = Voice(sentence.text(i + 1, close), "organisation"), close + 1
    if read is None or not (named or read[0].type in _ISSUING):
        return None
    return Attribution(at, read[1], read[0], "ACCORDING", True)


def _closed(sentence: Sentence, at: int) -> int | None:
    """The mark that closes a short quotation which opens at an item; None where none opens there."""
    return next(sentence.where("CLOSE", at + 1, at + _QUOTED), None) if sentence.has(at, "OPEN") else None


def _origin(sentence: Sentence, voice: Voice, end: int, voices: Voices, relays: bool = False) -> tuple[Voice, int]:
    """Behind an agency, or any who pass words on, the one they quote: "نقلت وكالة كذا عن فلان"."""
    if (relays or voice.type == "agency") and sentence.has(end, "FROM"):
        behind = voices.read(sentence, end + 1)
        if behind is not None:
            return relayed(behind[0], voice), behind[1]
    return voice, end


def _listed(sentence: Sentence, before: Sentence | None, so_far: Heard) -> list[Attribution]:
    """Lines of a list belong to the voice that brought it in with a colon, a sentence that adds to what was told ("كما") to its voice."""
    if before is None:
        return []
    above = so_far.of(before)
    listed = bool(above) and above[-1].kind == "LISTED"
    item = sentence.items[0]
    if above and ("ALSO" in item.senses or "COLON" in sentence.items[-1].senses):
        return [Attribution(0, 0, above[-1].voice, "CONTINUED", False)]
    line = not {"DASH", "NUMBER", "COUNTED", "PERSON"}.isdisjoint(item.senses)
    if above and ("COLON" in before.items[-1].senses or (line and (listed or sentence.has(0, "DASH")))):
        return [Attribution(0, 0, above[-1].voice, "LISTED", False)]
    return []


def _weak(senses: Mapping[str, Any]) -> bool:
    """A verb that speaks only with a speaker beside it ("رصد", "سجل"): its subject may as well be a soldier."""
    return senses.get("SAYS") in ("noted", "relayed", "asked")


def _speech_opens(sentence: Sentence, at: int) -> bool:
    """Whether a quotation long enough for speech opens within a few words."""
    opened = next(sentence.where("OPEN", at + 1, at + 6), None)
    return opened is not None and not sentence.holds("CLOSE", opened + 1, opened + _SHORT + 2)


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


def _states(sentence: Sentence, at: int, reach: int = 12) -> bool:
    """Whether what is said follows: "أن", "إلى", a colon, a quotation, within the words that say where it was said."""
    for i in range(at, min(len(sentence.items), at + reach)):
        senses = sentence.items[i].senses
        if i == at and "TO" in senses:
            return True
        if {"THAT", "COLON", "OPEN"} & set(senses):
            return True
        if "SAYS" in senses:
            return False
    return False


def _quotes(sentence: Sentence, so_far: Heard) -> bool:
    """Whether a quotation ends within a sentence."""
    return any(sentence.items[0].word < q.last < sentence.items[-1].last for q in so_far.quotations)


def _beyond(sentence: Sentence, quotation: Quotation, said: Attribution) -> bool:
    """Whether an attribution belongs to what follows a quotation and its full stop, in a text whose sentences run on after the mark."""
    at = sentence.items[said.at].word if said.at >= 0 else 0
    return at > quotation.last + _BESIDE and sentence.words.words[quotation.last - 1] in (".", "!", "?")


def _speaker(quotation: Quotation, sentences: list[Sentence], so_far: Heard) -> Attribution | None:
    """The attribution a quotation belongs to: one right after it, the nearest before it, or that of a line ending in a colon."""
    mark = quotation.first - 1
    number = next((n for n, s in enumerate(sentences) if s.items[0].word <= mark < s.items[-1].last), None)
    if number is None:
        return None
    sentence = sentences[number]
    found = so_far.of(sentence)
    after = next((a for a in found if a.at >= 0 and sentence.items[a.at].word >= quotation.last), None)
    if after and after.kind in _AFTERWARDS and sentence.items[after.at].word <= quotation.last + 3:
        return after
    if after and after.own and sentence.items[after.at].word <= quotation.last + 2 and not _states(sentence, after.last):
        return after
    before = [a for a in found if sentence.items[a.at].word < mark]
    if before:
        return before[-1]
    closing = next((s for s in sentences[number + 1 :] if s.items[0].word <= quotation.last <= s.items[-1].last), None)
    if closing is not None:  # words that run over sentences are said by who is named where they end
        told = so_far.of(closing)
        last = next((a for a in told if 0 <= closing.items[a.at].word - quotation.last <= _BESIDE), None)
        if last is not None:
            return last
    if number and mark == sentence.items[0].word:
        above = so_far.of(sentences[number - 1])
        if "COLON" in sentences[number - 1].items[-1].senses:
            return above[-1] if above else None
        if above and _quotes(sentences[number - 1], so_far) and all(_beyond(sentence, quotation, a) for a in found):
            return above[-1]  # "…" he said. "…"
    return after if after and after.kind in _AFTERWARDS else None
