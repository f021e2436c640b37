"""Persons of the file known again in an article: by the whole name, or by a surname where the article settles whose it is."""

from collections.abc import Iterable
from dataclasses import replace

from marsad.model import Source
from marsad.model.named import Actor
from marsad.reading.chunks import PersonMention
from marsad.reading.discourse import Discourse
from marsad.reading.draft import Draft
from marsad.text import key


def identified(drafts: Iterable[Draft], discourse: Discourse) -> list[Draft]:
    """The drafts with the ids of the persons who speak, met or were harmed."""
    roster = _Roster(discourse)
    out = list(drafts)
    for draft in out:
        source, fields = draft.source, draft.fields
        if isinstance(source, Source) and source.type == "person" and source.id is None:
            draft.source = replace(source, id=roster.id(source.name))
        if fields.get("person") is not None:
            fields["person"] = replace(fields["person"], id=roster.same(fields["person"].name))
        if fields.get("speaker") is not None and fields["speaker"].id is None:
            fields["speaker"] = replace(fields["speaker"], id=roster.id(fields["speaker"].name, fields["speaker"].role))
        if "participants" in fields:
            fields["participants"] = tuple(roster.participant(p) for p in fields["participants"])
    return out


class _Roster:
    """The persons one article can mean."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._persons = discourse.names.persons
        self._named: frozenset[str] | None = None  # worked out when first asked for

    def id(self, name: str, role: str | None = None) -> str | None:
        """The id of the person a name stands for, None for one who is not in the file."""
        entry = self._persons.whole(name)
        if entry is not None:
            return entry.id
        bearers = self._persons.surnames.get(key(name), ())
        office = frozenset(key(role or "").split())
        told = [b for b in bearers if b in self._whole() or office & frozenset(key(self._persons.entries[b].role or "").split())]
        return told[0] if len(told) == 1 else None

    def same(self, name: str) -> str | None:
        """The id of the person who bears this very name: the dead of a war share parts of their names with ministers."""
        ids = self._persons.names.get(key(name), ())
        return ids[0] if ids else None

    def participant(self, actor: Actor) -> Actor:
        """A participant with the id of the person it is, where it is one."""
        return actor if actor.id is not None else replace(actor, id=self.id(actor.name))

    def _whole(self) -> frozenset[str]:
        """The ids of those whose whole names the article gives."""
        if self._named is None:
            self._named = self._ids()
        return self._named

    def _ids(self) -> frozenset[str]:
        discourse = self._discourse
        mentions = (s.items[i].mention for s in (*discourse.title, *discourse.sentences) for i in s.where("PERSON"))
        names = [m.name for m in mentions if isinstance(m, PersonMention)]
        names += [said.voice.name for found in discourse.heard.attributions.values() for said in found]
        return frozenset(entry.id for name in names if (entry := self._persons.whole(name)))
