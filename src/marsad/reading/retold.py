"""Attacks told again: a later mention of one event adds to the first and makes no entry of its own."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from marsad.model.dated import When
from marsad.model.named import Actor
from marsad.reading.discourse import Discourse
from marsad.reading.draft import Draft
from marsad.reading.items import Sentence
from marsad.text import key

_STEM = 4
"""Letters that two forms of one name share ("تركيا", "تركي")."""
_LONG = 4
"""UCDP date_prec of a month: what is dated so is no news of the day."""
_FROM_AIR = ("drone", "airstrike")
_TAKING = ("arrest", "abduction")
_HEADLINE, _HEAD = 30, 3
"""Items of the longest headline, and sentences at the head of a report among which it stands."""
_REACH = 4
"""Sentences within which a mention without a place of its own tells of the event before it."""


@dataclass(slots=True)
class Attacked(Draft):
    """An attack on one place. ``names`` are the folded names and ids of the place, ``areas`` those of what it lies in.

    ``vague`` means only "shelled" or "struck" is said, not with what; ``habitual`` a series told of as going on; ``carried``
    a place that the sentence itself does not name; ``definite`` "the shelling", ``wide`` an area rather than a place in it,
    ``dated`` that its own sentence says when, ``other`` that it is said to be another than those told,
    ``headline`` that a line at the head of the report tells it in brief, ``lean`` that neither a place nor both sides are told:
    enough to know more of another mention, not for an entry.
    """

    names: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    vague: bool = False
    habitual: bool = False
    definite: bool = False
    wide: bool = False
    other: bool = False
    headline: bool = False
    lean: bool = False
    told: list[object] = field(default_factory=list)
    breaths: set[tuple[int, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.breaths.add((self.sentence.number, self.anchor))


def retold(drafts: Iterable[Draft], discourse: Discourse) -> list[Draft]:
    """The drafts with every attack once: the most precise place, the means told most exactly, a named source before none."""
    out: list[Draft] = []
    known: list[Attacked] = []
    rows: dict[tuple[int, int], Attacked] = {}
    for draft in drafts:
        if not isinstance(draft, Attacked):
            out.append(draft)
            continue
        earlier = _earlier(draft, known, discourse)
        if earlier is None:
            if not (draft.definite and draft.carried) or _fought(draft):
                known.append(draft)
                _like_its_row(draft, rows.get((draft.sentence.number, draft.anchor)))
        else:
            breath = rows[draft.sentence.number, draft.anchor] = earlier
            for other in known:
                if other is not earlier and other.sentence is draft.sentence and other.anchor == draft.anchor:
                    _like_its_row(other, breath)
            _add(earlier, draft)
    return out + list(known)


def _like_its_row(draft: Attacked, earlier: Attacked | None) -> None:
    """Give a member of a row, of which another member is an event told before, that event's means and author."""
    if earlier is None or not draft.definite:
        return
    if draft.vague:
        draft.fields["means"], draft.vague = earlier.fields["means"], earlier.vague
    draft.fields["actor"] = draft.fields["actor"] or earlier.fields["actor"]


def _earlier(draft: Attacked, known: list[Attacked], discourse: Discourse) -> Attacked | None:
    """The event told before that this is a mention of: at the same place, then around or within it."""
    if draft.other:
        return None
    agreeing = [k for k in known if k.habitual == draft.habitual and not _beside(k, draft) and _agree(k, draft, discourse)]
    for test in (_at, _around, _in_brief):
        for other in reversed(agreeing):
            if test(other, draft):
                return other
    return None


def _beside(a: Attacked, b: Attacked) -> bool:
    """Whether two were told in one breath: places of one row, weapons of one attack."""
    return not a.breaths.isdisjoint(b.breaths)


def _agree(a: Attacked, b: Attacked, discourse: Discourse) -> bool:
    return (
        _means_agree(a, b)
        and (not ((a.dated and b.dated) or _past(a) or _past(b)) or same_day(a.date, b.date))
        and same_side(a.fields["actor"], b.fields["actor"], discourse)
    )


def _fought(draft: Attacked) -> bool:
    """Whether a fight is told with both its sides."""
    return draft.fields["means"] == "clash" and None not in (draft.fields["actor"], draft.fields["target"])


def _past(draft: Attacked) -> bool:
    """Whether a sentence sets an event in a month or a year: no news of the day."""
    return draft.dated and draft.date is not None and draft.date.precision >= _LONG


def _means_agree(a: Attacked, b: Attacked) -> bool:
    one, two = a.fields["means"], b.fields["means"]
    if one == two:
        return True
    if one is None or two is None:
        return a.sentence is not b.sentence or (one or two) not in _TAKING  # "they killed one and arrested another"
    return (a.vague and two in _FROM_AIR) or (b.vague and one in _FROM_AIR) or {one, two} == {"explosion", "suicide"}


def _at(a: Attacked, b: Attacked) -> bool:
    if a.carried or b.carried:
        return abs(a.sentence.number - b.sentence.number) <= _REACH and (
            not a.names or not b.names or not a.names.isdisjoint(b.names)
        )
    return not a.names.isdisjoint(b.names)


def _around(a: Attacked, b: Attacked) -> bool:
    if a.fields["means"] == "clash" and not (a.definite or b.definite):
        return False
    if a.wide != b.wide and not (a.areas if b.wide else b.areas) and a.fields["means"] != "clash":
        return True
    return not a.names.isdisjoint(b.areas) or not a.areas.isdisjoint(b.names)


def _in_brief(a: Attacked, b: Attacked) -> bool:
    """Whether a headline tells of an event that the report then tells in full, where its place is a finer one."""
    other = b.headline or (b.wide and not a.wide) or _past(b)
    return a.headline and not other and not a.told and a.fields["means"] == b.fields["means"]


def _add(kept: Attacked, more: Attacked) -> None:
    """Give an event what a later mention of it knows better."""
    kept.told.append(more.event)
    finer = (
        (kept.wide and not more.wide)
        or (kept.headline and not more.headline and more.place is not None and not more.wide)
        or not kept.names.isdisjoint(more.areas)
        or kept.place is None
        or (kept.carried and not more.carried)
    )
    if finer:
        kept.place, kept.names, kept.areas, kept.carried = more.place, more.names, more.areas | kept.areas, more.carried
        kept.wide = more.wide
        kept.fields["target"] = more.fields["target"] or kept.fields["target"]
    if kept.fields["means"] is None or (kept.vague and more.fields["means"] is not None and not more.vague):
        kept.fields["means"], kept.vague = more.fields["means"], more.vague
    for name, value in more.fields.items():
        if kept.fields.get(name) is None:
            kept.fields[name] = value
    if kept.fields["means"] == "explosion" and more.fields["means"] == "suicide":
        kept.fields["means"] = "suicide"
    if kept.date is None or (more.dated and not kept.dated):
        kept.date, kept.dated = more.date, more.dated
    kept.source = kept.source or more.source
    kept.breaths |= more.breaths
    kept.lean &= more.lean


def same_day(a: When | None, b: When | None) -> bool:
    """Whether two dates can be of one event: either is untold, or they overlap."""
    return a is None or b is None or (a.start <= b.end and b.start <= a.end)


def same_side(a: Actor | None, b: Actor | None, discourse: Discourse) -> bool:
    """Whether two names can be of one side: either is untold, they are of one family, or share most of their words."""
    if a is None or b is None:
        return True
    family = discourse.names.actors.family
    if a.id and b.id and family(a.id) == family(b.id):
        return True
    one, two = ({word.removeprefix("ال")[:_STEM] for word in key(x.name).split() if len(word) >= _STEM} for x in (a, b))
    shared = len(one & two)
    return (
        shared > 0
        and 2 * shared >= min(len(one), len(two))
        and (shared > 1 or min(len(one), len(two)) == 1 or not (a.id and b.id))
    )


def is_headline(sentence: Sentence, discourse: Discourse) -> bool:
    """Whether a sentence is a short line with no full stop at the head of the report."""
    brief = len(sentence.items) < _HEADLINE and "STOP" not in sentence.items[-1].senses
    return brief and any(sentence is s for s in discourse.sentences[:_HEAD])
