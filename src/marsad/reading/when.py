"""When: the date a claim's sentence gives or the discourse carries, and whether its figure is of one event or of many."""

from collections.abc import Iterator

from marsad.language.pack import DateLike
from marsad.model import When
from marsad.reading.discourse import Discourse
from marsad.reading.draft import Draft
from marsad.reading.items import Sentence

_REACH = 8
"""Sentences back that a day is carried from; further off the lead's day stands."""
_MONTH = 4
_NEAR, _WITHIN = 8, 14
"""Items before and after a figure within which a day is the figure's own."""
_LIST = 10
"""Lines of the longest list whose heading is looked for."""
_OF_WAR = 6
"""Items from the word for a toll to the war it is of: "the death toll in the six-month war"."""
_HEAD = 8
"""Items at the head of a sentence among which the attacks are named whose toll it gives."""
_LEAD = 6
"""Sentences at the head of a report that give its day."""
_NEWS = 10
"""Days before its report that a day told later in it may lie and still be the day of what was told before: older ones open the
background that news agencies close with. Of 147 articles 11 had their lead put years back by it."""
_BROAD = 5
"""UCDP date_prec of spans too long to carry: a year tells of another story."""


def date_of(draft: Draft, discourse: Discourse) -> When | None:
    """The date of a draft: the nearest in its sentence, else the day last told before it, else the lead's; None when none is
    told."""
    sentence = draft.sentence
    own = list(days(sentence))
    if own:
        draft.dated = True
        at = min(own, key=lambda i: _cost(sentence, draft.anchor, i))
        return when(sentence, at)
    month: When | None = None
    for distance, other in enumerate(discourse.before(sentence)):
        if distance < _REACH:
            found = [i for i in days(other) if other.items[i].mention.precision < _BROAD and not _long(other, i)]
            exact = [i for i in found if other.items[i].mention.precision < _MONTH]
            if exact:
                return when(other, exact[-1])
            if found and month is None:
                month = when(other, found[-1])
    if month is not None:
        return month
    published = discourse.published
    for lead in (*discourse.sentences[:_LEAD], *discourse.after(sentence)[:_REACH]):
        for i in days(lead):
            hit: DateLike = lead.items[i].mention
            if (
                hit.precision < _BROAD
                and not _long(lead, i)
                and hit.end is not None
                and (published is None or (published - hit.end).days < _NEWS)
            ):
                return when(lead, i)
    return None


def days(sentence: Sentence) -> Iterator[int]:
    """The items of a sentence that say on which day, or in which span, a thing happened."""
    for i in sentence.where("DATE"):
        senses = sentence.items[i].senses
        hit: DateLike = sentence.items[i].mention
        if not {"SINCE", "UNTIL"} & set(senses) and hit.start is not None and not hit.future:
            yield i


def _long(sentence: Sentence, at: int) -> bool:
    """Whether a date is a span of weeks closed at both ends, which is said of its own figure: "over the last 17 months"."""
    return "WINDOW" in sentence.items[at].senses and sentence.items[at].mention.precision >= _MONTH


def _cost(sentence: Sentence, anchor: int, at: int) -> float:
    between = range(anchor + 1, at) if at > anchor else range(at + 1, anchor)
    cost = float(len(between)) * (1.0 if at > anchor else 1.2)
    for i in between:
        senses = sentence.items[i].senses
        cost += 5 * ("BREAK" in senses) + 3 * ("STOP" in senses) + 1.5 * ("SAYS" in senses)
    return cost + 4 * ("WINDOW" in sentence.items[at].senses)


def when(sentence: Sentence, at: int) -> When:
    """The date of an item, with the words that say it."""
    hit: DateLike = sentence.items[at].mention
    assert hit.start is not None
    assert hit.end is not None
    return When(sentence.text(at, at + 1), hit.start.isoformat(), hit.end.isoformat(), hit.precision)


def settle_period(draft: Draft, discourse: Discourse) -> None:
    """Set the draft's period and the start of a running count, from the words of its sentence or of the heading it is listed
    under."""
    sentence, fields = draft.sentence, draft.fields
    if _count(draft, sentence, draft.anchor):
        return
    heading = _heading(sentence, discourse)
    if heading is not None and _count(draft, heading, 0):
        return
    series = _series(sentence, discourse)
    if series is not None and _count(draft, series, 0):
        return
    own = any(draft.anchor - _NEAR < i < draft.anchor + _WITHIN for i in days(sentence))
    if _running(sentence, draft):
        fields["period"] = "cumulative"
        draft.date = draft.date if own else None
    else:
        fields["period"] = "incident"


def _count(draft: Draft, sentence: Sentence, anchor: int) -> bool:
    """Take from a sentence that a count runs since a day, or over a span closed at both ends; whether it says so."""
    fields = draft.fields
    since = min(sentence.where("SINCE"), key=lambda i: abs(i - anchor), default=None)
    window = min(sentence.where("WINDOW"), key=lambda i: abs(i - anchor), default=None)
    if since is None and sentence is not draft.sentence and sentence.holds("SINCE_WORD"):
        since = next(days(sentence), None)  # "since the ceasefire (11 October)"
    if since is not None and not _of_other(sentence, anchor, since, window):
        fields["period"], fields["since"] = "cumulative", sentence.items[since].mention.value
        until = since if sentence.items[since].mention.closed else next(sentence.where("UNTIL"), None)
        draft.date = when(sentence, until) if until is not None and sentence.items[until].mention.end else None
        draft.dated = draft.date is not None
        return True
    own = any(anchor - _NEAR < i < anchor + _WITHIN for i in days(sentence))
    if window is None or (own and abs(window - anchor) > _WITHIN) or _apart(sentence, anchor, window):
        return False
    span = sentence.items[window].mention
    alone = fields["count"].low == fields["count"].high == 1 and sentence is draft.sentence
    told = alone and not sentence.holds("COLON", window, anchor)  # under a heading it is a toll of one
    fields["period"] = "incident" if told and sentence.items[window].mention.precision < _MONTH else "window"
    draft.date = when(sentence, window) if span.start else draft.date
    if span.precision >= _MONTH:
        fields["since"] = span.value
    return True


def _of_other(sentence: Sentence, anchor: int, since: int, window: int | None) -> bool:
    """Whether "since" is said of something else than a figure: a span closed at both ends is told nearer, or its day and then, in
    a clause of its own, since when a war goes on; or it stands in a clause set off before the figure, which has a day of its own."""
    if window is not None and abs(window - anchor) < abs(since - anchor):
        return True
    if since < anchor:
        apart = sentence.holds("COMMA", since, anchor)
        return apart and any(anchor < i < anchor + _WITHIN for i in days(sentence))
    turned = sentence.holds("BREAK", anchor + 1, since)
    return turned and any(anchor - _NEAR < i < since for i in days(sentence))


def _apart(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a clause of its own begins between two items, and a relative one in it: "killed eight, as troops fought for a town that has changed hands over"."""
    between = range(first, last)
    turned = next((i for i in between if sentence.has(i, "BREAK")), None)
    return turned is not None and any(sentence.has_any(i, "WHO", "THAT") for i in range(turned, last))


def _heading(sentence: Sentence, discourse: Discourse) -> Sentence | None:
    """The line that an entry of a list stands under: the nearest before it that is none itself."""
    if _listed(sentence):
        return next((s for s in discourse.before(sentence)[:_LIST] if not _listed(s)), None)
    if not _labelled(sentence):
        return None
    above = next((s for s in discourse.before(sentence)[:_LIST] if not _labelled(s)), None)
    return above if above is not None and "COLON" in above.items[-1].senses else None


def _series(sentence: Sentence, discourse: Discourse) -> Sentence | None:
    """The sentence before, of whose attacks over a span a sentence tells the toll: "those attacks killed N"."""
    if any(True for _ in days(sentence)) or not sentence.holds("THE_BLOWS", 0, _HEAD):
        return None
    before = next(iter(discourse.before(sentence)), None)
    return before if before is not None and before.holds("SINCE") else None


def _labelled(sentence: Sentence) -> bool:
    """Whether a line opens with what it counts: "the number of the dead: …"."""
    return "TOTAL" in sentence.items[0].senses


def _listed(sentence: Sentence) -> bool:
    """Whether a line opens with a list's mark."""
    return any("DASH" in item.senses for item in sentence.items[:2])


def _running(sentence: Sentence, draft: Draft) -> bool:
    """Whether a figure is a running total: so far, in total, the toll of a war, people on the move or unaccounted for."""
    if draft.fields["count"].low == draft.fields["count"].high == 1:
        return False
    if sentence.holds("SO_FAR"):
        return True
    for toll in sentence.where("TOTAL|TOLL"):
        if toll < draft.anchor and sentence.holds("WHOLE_WAR", toll + 1, min(toll + _OF_WAR, draft.anchor)):
            return True
    return draft.fields["outcome"] in ("displaced", "missing")
