"""Each draft given its place, date, source, author and means from where it stands in the discourse."""

from collections.abc import Iterable

from marsad.model import Source
from marsad.reading.discourse import Discourse
from marsad.reading.draft import Draft
from marsad.reading.figures import inherit
from marsad.reading.means import means_near
from marsad.reading.persons import identified
from marsad.reading.sides import author_of
from marsad.reading.sources import source_of
from marsad.reading.when import date_of, settle_period
from marsad.reading.where import place_of


def resolved(drafts: Iterable[Draft], discourse: Discourse) -> list[Draft]:
    """The drafts with every field that the discourse settles."""
    out = []
    for draft in drafts:
        if draft.whole is not None and draft.kind == "casualty":
            _as_its_whole(draft, draft.whole)
            if draft.whole.sentence is not draft.sentence:
                draft.source = source_of(draft, discourse) or draft.source
            out.append(draft)
            continue
        if "place" in draft.seek:
            draft.place = place_of(draft, discourse)
        if "date" in draft.seek:
            draft.date = date_of(draft, discourse)
        if "source" in draft.seek:
            draft.source = source_of(draft, discourse) or _condemner(draft, discourse)
        if draft.kind == "casualty":
            settle_period(draft, discourse)
            draft.fields.setdefault("means", means_near(draft))
            draft.fields.setdefault("by", author_of(draft, discourse))
        out.append(draft)
    inherit(out, discourse.names.actors)
    return identified(out, discourse)


def _condemner(draft: Draft, discourse: Discourse) -> Source | None:
    """The one who condemns, whose word a condemnation is."""
    if draft.fields.get("act") != "condemnation" or len(draft.fields["participants"]) != 1:
        return None
    one = draft.fields["participants"][0]
    return Source(one.name, one.id, discourse.names.actors.entry(one.id).source_type if one.id else None)


def _as_its_whole(part: Draft, whole: Draft) -> None:
    """A part happened where and when its whole did, by the same word."""
    part.place, part.date, part.source = whole.place, whole.date, whole.source
    part.grain, part.carried, part.dated = whole.grain, whole.carried, whole.dated
    for name in ("period", "since", "means", "by"):
        if name in whole.fields:
            part.fields[name] = whole.fields[name]
    if part.fields["affiliation"] is None and part.fields["group"] in (whole.fields["group"], "soldiers", "fighters"):
        part.fields["affiliation"] = whole.fields["affiliation"]
