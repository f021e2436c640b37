"""One thing told twice is kept once: mentions that agree wherever both speak."""

from collections.abc import Callable, Iterable

from marsad.model.values import Kind
from marsad.reading.control import same_control
from marsad.reading.draft import Draft
from marsad.reading.figures import same_figure
from marsad.reading.items import Sentence
from marsad.reading.talks import same_talks

_HEAD, _BRIEF = 1, 20
"""Sentences at the head of a text among which its headline is told again, and items of the longest such line."""
SAME: dict[Kind, Callable[[Draft, Draft], bool]] = {"casualty": same_figure, "control": same_control, "talks": same_talks}
"""Whether two drafts of a kind tell of one thing."""


def merged(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts without repeats: of two that tell of one thing the fuller stands, and takes what only the other knew."""
    out: list[Draft] = []
    standing: dict[int, Draft] = {}
    for draft in drafts:
        same = SAME.get(draft.kind)
        twin = next((i for i, other in enumerate(out) if other.kind == draft.kind and same(draft, other)), None) if same else None
        if twin is None:
            out.append(draft)
            continue
        other = out[twin]
        keep, drop = (draft, other) if fullness(draft) > fullness(other) else (other, draft)
        _fill(keep, drop)
        _bound(keep, drop)
        out[twin] = keep
        standing[id(drop)] = keep
    for draft in out:
        while draft.whole is not None and id(draft.whole) in standing and standing[id(draft.whole)] is not draft:
            draft.whole = standing[id(draft.whole)]
        if draft.whole is draft:
            draft.whole = None
    return out


def _bound(keep: Draft, drop: Draft) -> None:
    """Keep the open bound of a figure that a headline tells without it: "18 killed" over "at least 18 have been killed"."""
    one, two = keep.fields.get("count"), drop.fields.get("count")
    if one is None or two is None or one.low != two.low or two.high is not None or one.high is None:
        return
    if _in_brief(keep.sentence):
        keep.fields["count"] = two


def _in_brief(sentence: Sentence) -> bool:
    """Whether a sentence is a headline: the title, or a short one at the head of the text with no auxiliary verb."""
    short = sentence.number <= _HEAD and len(sentence.items) < _BRIEF
    return sentence.in_title or (short and not sentence.holds("DONE"))


def fullness(draft: Draft) -> tuple[bool, bool, int]:
    """How much a draft says: a stated figure before a loose one, then a named source, then the fields that are filled."""
    filled = sum(value not in (None, [], (), "people") for value in draft.fields.values())
    count = draft.fields.get("count")
    stated = count is not None and count.low is not None and count.bound != "vague"
    return (
        stated,
        draft.source is not None,
        filled + (draft.place is not None) + (draft.date is not None) + (draft.whole is not None),
    )


def _fill(keep: Draft, drop: Draft) -> None:
    if keep.place is None or (drop.place is not None and (drop.carried, drop.grain) < (keep.carried, keep.grain)):
        keep.place, keep.grain, keep.carried = drop.place, drop.grain, drop.carried
    if keep.date is None or (drop.dated and not keep.dated and drop.date is not None):
        keep.date, keep.dated = drop.date, drop.dated
    if keep.source is None:
        keep.source = drop.source
    if keep.whole is None and drop.whole is not keep:
        keep.whole = drop.whole
    for name, value in drop.fields.items():
        if keep.fields.get(name) is None:
            keep.fields[name] = value
    since, told = keep.fields.get("since"), drop.fields.get("since")
    if since and told and told.startswith(since):
        keep.fields["since"] = told  # "since June", elsewhere "since the fifth of June"
    if drop.fields.get("change") == "gained":
        keep.fields["change"] = "gained"
    if keep.fields.get("group") == "people" and drop.fields.get("group"):
        keep.fields["group"] = drop.fields["group"]
