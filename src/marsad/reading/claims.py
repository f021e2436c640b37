"""Drafts made claims: evidence sliced from the article's own characters, ids from content, parts tied to wholes."""

from collections.abc import Iterable

from marsad.model import AnyClaim, Attack, Casualty, Control, Evidence, Statement, Talks
from marsad.model.dated import AsOf
from marsad.reading.discourse import Discourse
from marsad.reading.draft import Draft
from marsad.reading.identity import digest

_CLASSES: dict[str, type[AnyClaim]] = {c.kind: c for c in (Casualty, Control, Attack, Statement, Talks)}


def claims(drafts: Iterable[Draft], discourse: Discourse, version: str) -> tuple[AnyClaim, ...]:
    """The claims of an article in the order of their evidence."""
    drafts = sorted(drafts, key=lambda d: (d.sentence.number, d.anchor))
    ids: dict[int, str] = {}
    for draft in drafts:
        evidence = _evidence(draft)
        ids[id(draft)] = digest(
            discourse.article.id,
            draft.kind,
            evidence.start,
            evidence.end,
            draft.anchor,
            draft.place,
            sorted(map(repr, draft.fields.items())),
        )
    return tuple(_claim(draft, ids, discourse, version) for draft in drafts)


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
