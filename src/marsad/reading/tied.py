"""Casualties tied to the attack that caused them: where, by whom and how are told best where the attack is told best."""

from collections.abc import Sequence

from marsad.reading.discourse import Discourse
from marsad.reading.draft import Draft
from marsad.reading.event import Event
from marsad.reading.figures import near
from marsad.reading.retold import Attacked, same_day, same_side


def tied(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each casualty of an incident given what all the mentions of its attack tell of place, author and means.

    Attacks of which too little is told for an entry have served and go.
    """
    attacks: dict[int, list[Attacked]] = {}
    for draft in drafts:
        if isinstance(draft, Attacked):
            for event in (draft.event, *draft.told):
                attacks.setdefault(id(event), []).append(draft)
    for draft in drafts:
        if (
            draft.kind == "casualty"
            and draft.event is not None
            and draft.fields.get("period") == "incident"
            and draft.whole is None
        ):
            own = attacks.get(id(draft.event), [])
            if own:
                draft.blow = own[0]
                _take(draft, own)
    return [draft for draft in drafts if not (isinstance(draft, Attacked) and draft.lean)]


def spared(drafts: Sequence[Draft], discourse: Discourse) -> Sequence[Draft]:
    """The drafts, no armed men told to have been killed, hurt or taken by their own side."""
    for draft in drafts:
        if draft.kind == "casualty" and draft.fields["group"] in ("fighters", "soldiers", "police"):
            by, theirs = draft.fields.get("by"), draft.fields["affiliation"]
            if by is not None and theirs is not None and same_side(by, theirs, discourse):
                draft.fields["by"] = None
    return drafts


def with_wholes(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each part told where, when, by whom and how as its whole is: what was known only of another mention of the whole is the part's too."""
    for draft in drafts:
        whole = draft.whole
        while whole is not None:
            draft.place, draft.date = whole.place or draft.place, whole.date or draft.date
            for name in ("period", "since"):
                if name in whole.fields:  # a whole that is no entry itself was never dated
                    draft.fields[name] = whole.fields[name]
            for name in ("by", "means"):
                draft.fields[name] = draft.fields.get(name) or whole.fields.get(name)
            whole = whole.whole if whole.whole is not draft else None
    return list(drafts)


def _at_several(event: Event) -> bool:
    """Whether an attack is told to have struck several places of an area: "towns and villages in the countryside of X"."""
    if event.ground is not None:
        return False
    heads = [spot.head - 1 - event.sentence.has(spot.head - 1, "IN") for spot in event.struck]
    return any(event.sentence.has(i, "SEVERAL") for i in heads)


def _take(draft: Draft, own: list[Attacked]) -> None:
    attack = next(
        (a for a in own if a.place is not None and draft.place is not None and a.place.name == draft.place.name), own[0]
    )
    coarse = (draft.grain > 0 or draft.place is None) and not _at_several(draft.event)
    if (
        coarse
        and len({a.place.name for a in own if a.place}) == 1
        and not attack.wide
        and attack.place is not None
        and near(attack.place, draft.place)
        and same_day(attack.date, draft.date)
    ):
        draft.place, draft.grain = attack.place, 0
    if draft.fields.get("by") is None:
        draft.fields["by"] = attack.fields["actor"]
    if draft.fields.get("means") is None:
        draft.fields["means"] = attack.fields["means"]
