"""Who is heard in a language whose pack tells by rules how speech is brought in, the speaker before the verb or after it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from marsad.language.pack import Rules
from marsad.model.values import SourceType
from marsad.reading.chunks import ActorMention, Hit, PersonMention, matches
from marsad.reading.items import Named, Sentence
from marsad.reading.quotes import Quotation
from marsad.reading.speech import Attribution
from marsad.reading.voices import Voice, Voices
from marsad.text import key

_BEFORE_CLAIMS = frozenset(["BREAK", "AND", "DATE", "COMMA", "MANNER", "ASIDE", "DASH", "STOP"])
_LINKS = frozenset(["FROM", "FOR", "AT", "IN", "WITH", "AND", "TO", "BY", "COMMA", "ON", "BESIDES"])
_TOLD = frozenset(["COUNTED", "LOST", "LOSS", "STRIKE", "STRUCK", "WEAPON", "TOOK", "HOLDS", "THAT"])
_WHEN = frozenset(["DATE", "THAT", "COMMA", "OPEN"])
_INITIALS = 3
"""Letters of the shortest name that can be initials of a body."""
_TRAIL = 10
"""Items after a verb of saying that ends what it was said of: where, to whom and in what paper it was said."""


def attributions(sentence: Sentence, rules: Rules, voices: Voices, quoted: Sequence[Quotation]) -> list[Attribution]:
    """The attributions of a sentence; words of saying inside a quotation are the speaker's own and bring in nobody."""
    out: list[Attribution] = []
    for say, hits in _told(sentence, rules):
        if (out and say < out[-1].last) or any(q.first <= sentence.items[say].word < q.last for q in quoted):
            continue
        found = next((a for hit in hits if (a := _attribution(sentence, hit, say, voices)) is not None), None)
        if found is not None:
            voices.keep(found.voice, sentence)
            out.append(found)
    return out


def by_name(told: Mapping[int, list[Attribution]], voices: Voices) -> dict[int, list[Attribution]]:
    """The attributions with a body that is only told of by what it is ("a monitoring group") under the name the report gives it."""
    bodies = [v for group in (voices.heard, voices.named) for v in group if _is_named_body(v, voices)]
    if not bodies:
        return dict(told)
    return {
        number: [replace(a, voice=bodies[0]) if a.voice.name.islower() and _watches(a.voice, voices) else a for a in said]
        for number, said in told.items()
    }


def _is_named_body(voice: Voice, voices: Voices) -> bool:
    """Whether a voice is a body whose own name says that it watches: an observatory, a network."""
    return not voice.name.islower() and len(_words(voice.name)) > 1 and _watches(voice, voices)


def _watches(voice: Voice, voices: Voices) -> bool:
    """Whether a voice is a body told of by a word for one that watches."""
    lexicon, words = voices.phrases.lexicon, _words(voice.name)
    if voice.person or voice.type != "organisation":
        return False
    return any(
        "WATCHES" in (lexicon.form(word) or ()) or ((found := lexicon.phrase(words, at, len(words))) and "WATCHES" in found[1])
        for at, word in enumerate(words)
    )


def _told(sentence: Sentence, rules: Rules) -> list[tuple[int, list[Hit]]]:
    """The words of saying in the order of the text, each with the matches of the rules; earlier rules win."""
    taken: dict[int, list[Hit]] = {}
    for hit in matches(sentence, rules):
        taken.setdefault(hit.slots["say"][0], []).append(hit)
    return sorted(taken.items())


def _attribution(sentence: Sentence, hit: Hit, say: int, voices: Voices) -> Attribution | None:
    span = hit.slots.get("voice")
    if span is None:
        return Attribution(say, say + 1, voices.last, "SAYING", False) if voices.last else None
    first = _start(sentence, *span, voices)
    if "pronoun" in hit.slots:
        voice = _meant(sentence.items[hit.slots["pronoun"][0]].senses["PRONOUN"], voices)
    else:
        voice = _voice(sentence, hit, first, span[1], voices)
    if voice is None:
        return None
    own = "pronoun" not in hit.slots
    if say < span[0]:
        return Attribution(say, hit.last, voice, "ACCORDING", own)
    kind = "ACCORDING" if _trails(sentence, first, say) else "SAYS"
    return Attribution(min(first, say), hit.last, voice, kind, own, _listener(sentence, say))


def _listener(sentence: Sentence, say: int) -> tuple[int, int]:
    """The items that name whom it was told: the words with capitals after "told"."""
    end = say + 1
    while sentence.has(say, "TELLS") and end < len(sentence.items) and sentence.text(end, end + 1)[:1].isupper():
        if not _WHEN.isdisjoint(sentence.items[end].senses):
            break
        end += 1
    return say + 1, end


def _trails(sentence: Sentence, first: int, say: int) -> bool:
    """Whether what was said stands before its speaker: set off by a mark, or with nothing told after it."""
    lead = sentence.items[:first]
    if all(not _BEFORE_CLAIMS.isdisjoint(item.senses) for item in lead):
        return False
    rest = sentence.items[say + 1 :]
    ends = len(rest) <= _TRAIL and all(_TOLD.isdisjoint(item.senses) for item in rest)
    return ends or sentence.has(first - 1, "CLOSE") or (sentence.has(first - 1, "COMMA") and not sentence.has(say + 1, "THAT"))


def _start(sentence: Sentence, first: int, last: int, voices: Voices) -> int:
    """Where the phrase of a speaker begins: at the last article in it that no preposition governs."""
    words = sentence.words.words
    for at in range(last - 1, first, -1):
        if not _LINKS.isdisjoint(sentence.items[at - 1].senses):
            continue
        between = words[sentence.items[at - 1].last : sentence.items[at].word]
        if any("SILENT" in (voices.phrases.lexicon.form(word) or ()) for word in between):
            return at
    return first


def _meant(pronoun: str, voices: Voices) -> Voice | None:
    """The voice a pronoun stands for: a person for "he" and "she", a body for "it" where one has spoken."""
    person = pronoun in ("he", "she")
    return next((v for v in reversed(voices.heard) if v.person == person), voices.last)


def _voice(sentence: Sentence, hit: Hit, first: int, last: int, voices: Voices) -> Voice | None:
    name = hit.slots["name"]
    role = hit.slots.get("role")
    mention = sentence.items[name[0]].mention
    if isinstance(mention, PersonMention):
        title = sentence.text(max(role[0], first), role[1]) if role and role[1] > first else mention.role or mention.title
        known = _known(mention.name, voices, person=True)
        return known or Voice(mention.name, "person", None, title, _side(sentence, first, last), person=True)
    start = max(name[0], first) if first < name[1] else name[0]
    start += sentence.has(start, "POSSESSIVE") and start + 1 < name[1]
    if name[1] - start == 1 and "PLACE" in sentence.items[start].senses and not _governs(sentence, start, voices):
        return None
    if not isinstance(mention, ActorMention):
        start = _whole_name(sentence, start)
    if "did" in hit.slots and sentence.has_any(start - 1, "FOR", "FROM", "WITH"):
        return None  # "a spokesman for the group which": not the group
    text = sentence.text(start, name[1]).strip(' "“”«»')
    if isinstance(mention, ActorMention) and name[1] - start == 1:
        text = mention.name
    if text.startswith("same "):
        return voices.last  # "according to the same source"
    if "known" in hit.slots:  # "the organisation known as so-and-so"
        text = sentence.text(*hit.slots["known"])
    if role:
        return Voice(text, "person", None, sentence.text(max(role[0], first), role[1]), _side(sentence, first, last), person=True)
    kind = _kind(sentence, start, name[1])
    definite = "known" not in hit.slots and _definite(sentence, start, voices)
    if definite and name[1] - start == 1 and "MONITOR" in sentence.items[start].senses:
        same = next((v for v in reversed(voices.heard) if not v.person and (kind is None or v.type in (kind, None))), None)
        return same or next((v for v in reversed(voices.heard) if not v.person), None) or Voice(text, kind)
    known = _known(text, voices, person=False) or _spelled_out(text, voices) if definite or kind is None else None
    if known is not None:
        return known
    body = voices.phrases.actors.resolve(text, voices.country)
    inner = next((i.mention for i in sentence.items[start : name[1]] if _names_body(i.mention)), None)
    if body is None and inner is not None and kind not in ("person", "anonymous", "witnesses"):
        body = voices.phrases.actors.entry(inner.actor[0] if isinstance(inner, Named) else inner.ids[0])
    return Voice(text, body.source_type if body else kind, body.id if body else None, person=False)


def _whole_name(sentence: Sentence, first: int) -> int:
    """Where a body's name begins of which common words with capitals are part: "World Health Organisation"."""
    if not sentence.text(first, first + 1)[:1].isupper():
        return first
    while first > 0 and sentence.items[first - 1].word > 0 and _is_part(sentence, first - 1):
        first -= 1
    return first


def _is_part(sentence: Sentence, at: int) -> bool:
    """Whether a common word is part of the name after it: it has a capital, and no article or mark stands between."""
    item, after = sentence.items[at], sentence.items[at + 1]
    text = sentence.text(at, at + 1)
    return item.last == after.word and sentence.has_any(at, "COMMON", "WORD") and text[:1].isupper() and not text.isupper()


def _governs(sentence: Sentence, at: int, voices: Voices) -> bool:
    """Whether a place can speak: a state, or the capital that stands for its government, where no preposition governs it."""
    if sentence.has_any(at - 1, "IN", "AT", "FROM", "ON", "TO", "DIRECTION", "SETTLEMENT", "STRUCK"):
        return False
    return sentence.has(at, "STATE") or key(sentence.text(at, at + 1)) in voices.phrases.actors.seats


def _names_body(mention: object) -> bool:
    return (isinstance(mention, Named) and bool(mention.actor)) or (isinstance(mention, ActorMention) and bool(mention.ids))


def _kind(sentence: Sentence, first: int, last: int) -> SourceType | None:
    """The sort of speaker the first noun of a speaker in a phrase names, up to a preposition."""
    found: SourceType | None = None
    for item in sentence.items[first:last]:
        if not _LINKS.isdisjoint(item.senses) and found:
            break
        found = item.senses.get("SPEAKER") or found
    return found


def _definite(sentence: Sentence, first: int, voices: Voices) -> bool:
    """Whether a definite article stands before an item, so that it may mean someone told of before."""
    word = sentence.items[first].word
    return (word > 0 and sentence.words.words[word - 1] == "the") or sentence.words.slice(word, word + 1)[:1].isupper()


def _known(name: str, voices: Voices, person: bool) -> Voice | None:
    """The voice or person told of before whose name holds every word of this one."""
    words = set(_words(name))
    pool: Iterator[Voice] = (v for group in (voices.heard, voices.named) for v in reversed(group))
    return next((v for v in pool if (v.person or not person) and words and words <= set(_words(v.name))), None)


def _spelled_out(name: str, voices: Voices) -> Voice | None:
    """The body told of before whose initials a name is: "LCC"."""
    if not name.isupper() or not name.isalpha() or len(name) < _INITIALS:
        return None
    pool = (v for group in (voices.heard, voices.named) for v in reversed(group))
    return next((v for v in pool if "".join(w[0] for w in v.name.split() if w[0].isupper()).upper() == name), None)


def _words(name: str) -> list[str]:
    return [word for word in name.lower().replace("-", " ").replace('"', " ").split() if word not in ("the", "al", "el")]


def _side(sentence: Sentence, first: int, last: int) -> str | None:
    return next(
        (
            i.mention.name
            for i in sentence.items[first:last]
            if isinstance(i.mention, (ActorMention, Named)) and "ACTOR" in i.senses
        ),
        None,
    )
