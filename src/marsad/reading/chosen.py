"""Fields that the rules settled weighed against the other candidates the article names, and changed where learned weights say so."""

from collections.abc import Iterator, Sequence

from marsad.model.named import Actor
from marsad.reading.authors import AUTHOR, Authors
from marsad.reading.discourse import Discourse
from marsad.reading.draft import Draft
from marsad.reading.ranker import Option, Ranker

Question = tuple[Draft, str, list[Option]]
"""A draft, the name of a field, and its candidates, one of which the rules chose."""


def questions(drafts: Sequence[Draft], discourse: Discourse) -> Iterator[Question]:
    """What is weighed in an article: who did each attack, and by whom it hurt people; the parts of a figure are told by its author."""
    told = [
        draft
        for draft in drafts
        if draft.kind in AUTHOR
        and draft.event is not None
        and draft.whole is None
        and not (draft.kind == "attack" and draft.event.faced)
        and not (draft.kind == "casualty" and draft.fields["means"] == "clash")  # the rules know who shoots at whom
    ]
    authors = Authors(discourse, drafts) if told else None
    for draft in told:
        assert authors is not None
        yield draft, AUTHOR[draft.kind], authors.options(draft)


def chosen(drafts: Sequence[Draft], discourse: Discourse, ranker: Ranker) -> Sequence[Draft]:
    """The drafts with the candidate that weighs most in each field that was learned, and parts of a figure told by its author."""
    if not ranker.weights:
        return drafts
    parts = [(draft, draft.whole) for draft in drafts if draft.kind == "casualty" and draft.whole is not None]
    alike = [(part, whole) for part, whole in parts if part.fields.get("by") == whole.fields.get("by")]
    for draft, name, options in list(questions(drafts, discourse)):
        if ranker.chooses(name):
            draft.fields[name] = ranker.best(name, options).value
        if draft.fields[name] is not None and _cannot_be(draft.fields[name], draft):
            draft.fields[name] = None
    for part, whole in alike:
        part.fields["by"] = whole.fields.get("by")
    return drafts


def _cannot_be(author: Actor, draft: Draft) -> bool:
    """Whether one is no author: none strikes itself, and a body that bears no arms and tells of the dead did not kill them."""
    struck = draft.fields.get("target")
    if struck is not None and author.name == struck.name:
        return True
    return author.type == "other" and draft.source is not None and author.id is not None and author.id == draft.source.id
