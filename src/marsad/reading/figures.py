"""Figures of one article set against each other: who "the others" are, and the same figure told twice."""

from collections.abc import Sequence
from dataclasses import replace

from marsad.model.named import Actor, Place
from marsad.reading.draft import Draft
from marsad.text import key
from marsad.world.actors import Actors
from marsad.world.persons import one_person
from marsad.world.places import HEADS

_PARTICLE = 2
"""Letters of words such as "of" and "في"."""
_MANY = 10
"""People from which one figure told twice is of one event, though its places differ."""
_FEW = 2
"""People up to which two figures are of one event only at one place: one and two are killed everywhere."""
_LOOSE = frozenset(["people", "civilians"])


def counted_once(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without figures that an earlier rule of the pack has taken: each counted item makes one claim of a rule."""
    taken: dict[tuple[int, int], tuple[str, int]] = {}
    out = []
    for draft in drafts:
        if draft.kind == "casualty":
            by = (draft.rule, draft.first)
            if taken.setdefault((id(draft.sentence), draft.anchor), by) != by:
                continue
            for item in draft.holds:
                taken.setdefault((id(draft.sentence), item), by)
        out.append(draft)
    return out


def inherit(drafts: Sequence[Draft], actors: Actors) -> None:
    """Give "others" the group and side of the figure told before them in their sentence."""
    last: Draft | None = None
    figures = sorted(
        (d for d in drafts if d.kind == "casualty"), key=lambda d: (d.sentence.in_title, d.sentence.number, d.anchor)
    )
    for draft in figures:
        if draft.inherits and last is not None and last.sentence is draft.sentence and not last.fields["person"]:
            alone = draft.fields["count"].high == 1
            draft.fields["group"] = (
                last.fields["group"] if alone or last.fields["group"] not in ("children", "women") else "people"
            )
            if draft.fields["affiliation"] is None:
                draft.fields["affiliation"] = last.fields["affiliation"]
        if last is not None and _under_its_bound(last, draft):
            count = draft.fields["count"]
            draft.fields["count"] = replace(count, high=None, bound=last.fields["count"].bound)
        if draft.fields["person"] and draft.fields["affiliation"] is None and last is not None and _told_of(last, draft):
            draft.fields["affiliation"] = last.fields["affiliation"]
        _side(draft, actors)
        last = draft if draft.whole is None else last


def _under_its_bound(before: Draft, draft: Draft) -> bool:
    """Whether a figure stands under the open bound of the one before, whose passive it shares: "at least 20 were killed and 50 wounded"."""
    sentence = before.sentence
    one, two = before.fields["count"], draft.fields["count"]
    if draft.sentence is not sentence or one.bound not in ("at_least", "more_than") or two.bound != "exact" or draft.whole:
        return False
    own = sentence.holds("DONE", draft.anchor, draft.last)
    between = range(before.last, draft.anchor)
    passive = sentence.holds("DONE", before.anchor, before.last)
    return passive and not own and bool(between) and all(sentence.has(i, "AND") for i in between)


def _told_of(before: Draft, named: Draft) -> bool:
    """Whether a name gives the one person told of in the sentence before."""
    one = before.fields["count"].low == before.fields["count"].high == 1 and before.fields["person"] is None
    return one and before.fields["outcome"] == named.fields["outcome"] and 0 < named.sentence.number - before.sentence.number < 2


def _side(draft: Draft, actors: Actors) -> None:
    """Armed men of a state's forces are soldiers; people counted by an armed body alone are its fighters."""
    fields = draft.fields
    body = fields["affiliation"]
    if body is None or body.id is None or fields["group"] not in ("fighters", "people"):
        return
    kind = actors.entry(body.id).type
    if kind == "state_forces":
        fields["group"] = "soldiers"
    elif (
        kind in ("rebel_group", "political_militia", "identity_militia")
        and fields["group"] == "people"
        and fields["person"] is None
    ):
        fields["group"] = "fighters"


def same_figure(a: Draft, b: Draft) -> bool:
    """Whether two casualty drafts are one claim told twice: one outcome and figure, nothing else at odds."""
    x, y = a.fields, b.fields
    if _vaguer(a, b) or _vaguer(b, a):
        return True
    if x["outcome"] != y["outcome"] or (x["count"].low, x["count"].high) != (y["count"].low, y["count"].high):
        return False
    if not _one_span(a, b) or ((a.whole is None) != (b.whole is None) and a.sentence is b.sentence):
        return False
    if _other_day(a, b) or _other_blow(a, b) or _other_side(x["affiliation"], y["affiliation"]):
        return False
    if a.sentence is b.sentence and ((a.first, a.rule) == (b.first, b.rule) or not _one_place(a.place, b.place)):
        return False
    if x["person"] and y["person"]:
        return one_person(x["person"].name, y["person"].name)
    if x["person"] or y["person"]:
        two_words = a.source is not None and b.source is not None and a.source.name != b.source.name
        return x["group"] == y["group"] and a.whole is None and b.whole is None and not two_words
    groups = {x["group"], y["group"]}
    if len(groups) > 1 and not groups <= _LOOSE and "people" not in groups:
        return False
    if x["count"].low is None and x["count"].high is None and a.sentence is not b.sentence and a.whole is None:
        return near(a.place, b.place)
    if _two_places(a, b):
        return False
    if (x["count"].low or 0) > _FEW or (
        a.sentence is not b.sentence and (x["count"].low or 0) > 1 and (_definite(a) or _definite(b))
    ):
        return True
    fine = not (a.carried or b.carried or a.grain or b.grain)
    if fine:
        return _one_place(a.place, b.place)
    return _headline(a) or _headline(b) or near(a.place, b.place)


def _definite(draft: Draft) -> bool:
    """Whether an article makes a figure one told before: "the two injured children"."""
    sentence = draft.sentence
    word = sentence.items[draft.anchor].word
    return word > 0 and "SILENT" in (sentence.lexicon.form(sentence.words.words[word - 1]) or ())


def _other_blow(a: Draft, b: Draft) -> bool:
    """Whether two figures are of two attacks that the text tells apart, each at a place of its own that its sentence names."""
    apart = a.blow is not None and b.blow is not None and a.blow is not b.blow and (a.fields["count"].low or 0) < _MANY
    return apart and not (a.carried or b.carried or a.grain or b.grain or _one_place(a.place, b.place))


def _one_span(a: Draft, b: Draft) -> bool:
    """Whether two figures are of one span: both of one event, both running, or one event that one telling spreads over two days."""
    one, two = a.fields.get("period"), b.fields.get("period")
    spread = {one, two} == {"incident", "window"} and (a.fields["count"].low or 0) > _FEW and _one_place(a.place, b.place)
    return one == two or (spread and a.date is not None and b.date is not None and a.date.start == b.date.start)


def _two_places(a: Draft, b: Draft) -> bool:
    """Whether two figures below ten are of two settlements that their own sentences name, far from one another."""
    fine = not (a.carried or b.carried or a.grain or b.grain)
    return fine and (a.fields["count"].low or 0) < _MANY and not near(a.place, b.place)


def _other_side(one: Actor | None, two: Actor | None) -> bool:
    """Whether two figures are of the men of two sides."""
    if one is None or two is None or (one.id is not None and one.id == two.id):
        return False
    names = [set(key(side.name).split()[1:]) for side in (one, two)]  # without "forces of", "militia of"
    return all(names) and not names[0] & names[1]


def _other_day(a: Draft, b: Draft) -> bool:
    """Whether the sentences of two figures themselves say that they are of two days."""
    told = a.sentence is not b.sentence and a.dated and b.dated and a.date is not None and b.date is not None
    return told and not (a.date.start <= b.date.end and b.date.start <= a.date.end)


def _vaguer(loose: Draft, stated: Draft) -> bool:
    """Whether one draft says loosely, of one event, what another states: "dead and wounded", "dozens", "at least 57"."""
    x, y = loose.fields, stated.fields
    low, high = x["count"].low, x["count"].high
    figure = y["count"].low
    if x["person"] or y["person"] or loose.whole or stated.whole or figure is None or x.get("period") != y.get("period"):
        return False
    if not (
        x["outcome"] == y["outcome"] or (x["outcome"] == "casualties" and low is None and y["outcome"] in ("killed", "injured"))
    ):
        return False
    if x["group"] not in ("people", y["group"]) and y["group"] != "people":
        return False
    if _of_another(loose, stated):
        return False
    if low is None and high is None:
        loosely = loose.sentence is not stated.sentence
    elif x["count"].bound == "vague":
        loosely = y["count"].bound != "vague" and low is not None and low <= figure <= (high or figure)
    else:
        loosely = high is None and y["count"].high == figure == low
    lead = loose.grain > 0 and (loose.sentence.in_title or (loose.sentence.number == 0 and near(loose.place, stated.place)))
    return loosely and figure > 1 and (lead or _one_place(loose.place, stated.place))


def _headline(draft: Draft) -> bool:
    """Whether a figure stands in the title, or in a line without a full stop that opens the text."""
    sentence = draft.sentence
    return sentence.in_title or (sentence.number == 0 and "STOP" not in sentence.items[-1].senses)


def _of_another(later: Draft, earlier: Draft) -> bool:
    """Whether a figure told after another is said to be of other violence: "a bomb had wounded several" after a shelling."""
    one, two = later.fields.get("means"), earlier.fields.get("means")
    after = not later.sentence.in_title and later.sentence.number > earlier.sentence.number
    return after and None not in (one, two) and one != two


def _one_place(a: Place | None, b: Place | None) -> bool:
    """Whether two places are one by name, or one is unknown."""
    return a is None or b is None or bool(_telling(a) & _telling(b))


def _telling(place: Place) -> set[str]:
    """The words of a place's name that tell it from others: without the noun that says what kind of place it is."""
    words = {word for word in key(place.name).split() if len(word) > _PARTICLE}
    return words - HEADS.keys() or words


def near(a: Place | None, b: Place | None) -> bool:
    """Whether two places may be one: one unknown, one name within the other, or a kilometre's reach of one another."""
    if a is None or b is None:
        return True
    if _telling(a) & _telling(b):
        return True
    if a.latitude is None or b.latitude is None or a.longitude is None or b.longitude is None:
        return True
    return abs(a.latitude - b.latitude) < 0.5 and abs(a.longitude - b.longitude) < 0.5
