"""Drafts made claims: evidence sliced from the article's own characters, ids from content, parts tied to wholes."""

from collections.abc import Iterable, Iterator
from typing import get_args

from marsad.model import AnyClaim, Evidence
from marsad.model.dated import AsOf
from marsad.reading.discourse import Discourse
from marsad.reading.draft import Draft
from marsad.reading.identity import digest

_TELLING = ("outcome", "group", "means", "change", "act")
_CLASSES: dict[str, type[AnyClaim]] = {c.kind: c for c in get_args(AnyClaim)}


def claims(drafts: Iterable[Draft], discourse: Discourse, version: str) -> tuple[AnyClaim, ...]:
    """The claims of an article in the order of their evidence."""
    drafts = in_order(drafts)
    ids: dict[int, str] = {}
    held: set[str] = set()
    for draft in drafts:
        parts = (
            discourse.article.id,
            draft.kind,
            draft.rule,
            *draft.sentence.span(draft.first, draft.last),
            draft.anchor,
            *_told(draft),
        )
        made = digest(*parts)
        while made in held:
            made = digest(made)
        held.add(made)
        ids[id(draft)] = made
    return tuple(_claim(draft, ids, discourse, version) for draft in drafts)


def in_order(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts in the order in which they become claims: that of their evidence."""
    return sorted(drafts, key=lambda d: (d.sentence.number, d.anchor))


def _told(draft: Draft) -> Iterator[str | None]:
    """What tells a draft from others of its words: where, and the closed words of its kind."""
    yield draft.place.name if draft.place else None
    for name in _TELLING:
        yield draft.fields.get(name)


def _evidence(draft: Draft) -> Evidence:
    start, end = draft.sentence.span(draft.first, draft.last)
    return Evidence(draft.sentence.words.source[start:end], start, end)


def _claim(draft: Draft, ids: dict[int, str], discourse: Discourse, version: str) -> AnyClaim:
    fields = dict(draft.fields)
    if draft.kind == "casualty":
        fields["part_of"] = ids.get(id(draft.whole)) if draft.whole else None
        published = discourse.article.published
        if draft.date is not None and fields.get("period") != "incident":
            fields["as_of"] = AsOf(draft.date.end, "text")
        elif published:
            fields["as_of"] = AsOf(published, "published")
    return _CLASSES[draft.kind](
        id=ids[id(draft)], rule=draft.rule, evidence=_evidence(draft), source=draft.source, place=draft.place, date=draft.date,
        stance=draft.stance, reader=version, **fields,
    )  # fmt: skip
