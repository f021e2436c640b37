"""When: the date a claim's sentence gives, and whether its figure is of one event or of many."""

from marsad.model import When
from marsad.reading.discourse import Discourse
from marsad.reading.draft import Draft
from marsad.text import Words


def date_of(draft: Draft, discourse: Discourse) -> When | None:
    """The date of a draft from its sentence, the nearest to its anchor; None when no day is told."""
    found = [i for i in draft.sentence.where("DATE") if not {"SINCE", "UNTIL"} & set(draft.sentence.items[i].senses)]
    found = [i for i in found if draft.sentence.items[i].mention.start is not None]
    if not found:
        return None
    at = min(found, key=lambda i: abs(i - draft.anchor))
    return _when(draft.sentence.words, draft.sentence.items[at].mention)


def _when(words: Words, hit) -> When:  # type: ignore[no-untyped-def]
    return When(words.slice(hit.first, hit.last), hit.start.isoformat(), hit.end.isoformat(), hit.precision)


def settle_period(draft: Draft, discourse: Discourse) -> None:
    """Set the draft's period and the start of a running count, from the words of its sentence."""
    sentence = draft.sentence
    fields = draft.fields
    since = next(iter(sentence.where("SINCE")), None)
    window = next(iter(sentence.where("WINDOW")), None)
    if since is not None:
        fields["period"], fields["since"] = "cumulative", sentence.items[since].mention.value
        draft.date = None
    elif window is not None:
        fields["period"] = "window"
    else:
        fields["period"] = "incident"
