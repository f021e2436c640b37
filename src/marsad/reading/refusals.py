"""What looked like a claim and was not read as one, each with its reason as a value."""

from collections.abc import Iterator, Sequence

from marsad.model import Evidence, Refusal
from marsad.reading.chunks import Counted
from marsad.reading.discourse import Discourse
from marsad.reading.draft import Draft, Refused

NO_OUTCOME = "a number of people with no outcome near it"
NO_SPEAKER = "a quotation with no speaker"
MISHAP = "an accident, a disease or a disaster, no violence"
NO_PLACE_OR_SIDE = "violence told with neither a place nor a side"

_FEWEST = 3
"""People of the smallest figure that is told of when refused: "one" and "two" are said by nouns of every kind."""
_WORDS = 3
"""Words of the shortest quotation told of when refused, as short ones set a name or a term apart."""


def refusals(
    discourse: Discourse, told: Sequence[Draft], kept: Sequence[Draft], mishaps: Sequence[Draft], counted: int
) -> tuple[Refusal, ...]:
    """The refusals of an article in the order of its text.

    ``told`` are the drafts its rules gave, ``kept`` those left once events were brought together, ``mishaps`` those of accidents and disease; ``counted`` is the bit of
    counted people in the masks of sentences, without which no sentence is looked at twice.
    """
    found = [
        *_figures(discourse, told, counted),
        *_violence(told, kept),
        *(Refused(MISHAP, d.sentence, d.first, d.last) for d in mishaps),
        *_quotations(discourse),
    ]
    found.sort(key=lambda r: (r.sentence.number, r.first))
    return tuple(_refusal(r) for r in found)


def _refusal(refused: Refused) -> Refusal:
    start, end = refused.sentence.span(refused.first, refused.last)
    return Refusal(refused.reason, Evidence(refused.sentence.words.source[start:end], start, end))


def _figures(discourse: Discourse, told: Sequence[Draft], counted: int) -> Iterator[Refused]:
    used = {(d.sentence.number, i) for d in told if d.kind == "casualty" for i in range(d.first, d.last)}
    for sentence in discourse.sentences:
        if not sentence.mask & counted:
            continue
        for i in sentence.where("COUNTED"):
            mention = sentence.items[i].mention
            if (
                isinstance(mention, Counted)
                and (mention.low or mention.high or 0) >= _FEWEST
                and (sentence.number, i) not in used
            ):
                yield Refused(NO_OUTCOME, sentence, i, i + 1)


def _violence(told: Sequence[Draft], kept: Sequence[Draft]) -> Iterator[Refused]:
    stands = {d.sentence.number for d in kept if d.kind == "attack"}
    seen: set[int] = set()
    for draft in told:
        number = draft.sentence.number
        if draft.kind == "attack" and number not in stands and number not in seen:
            seen.add(number)
            yield Refused(NO_PLACE_OR_SIDE, draft.sentence, draft.anchor, draft.anchor + 1)


def _quotations(discourse: Discourse) -> Iterator[Refused]:
    for quotation in discourse.heard.unspoken:
        if not quotation.closed or quotation.last - quotation.first < _WORDS:
            continue
        sentence = next((s for s in discourse.sentences if s.items[0].word <= quotation.first < s.items[-1].last), None)
        items = [i for i, t in enumerate(sentence.items) if quotation.first <= t.word < quotation.last] if sentence else []
        if sentence is not None and items:
            yield Refused(NO_SPEAKER, sentence, items[0], items[-1] + 1)
