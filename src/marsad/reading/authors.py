"""Who may have done it: every side that an article names about an attack, each with the traits by which it is weighed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from marsad.model.named import Actor
from marsad.reading.discourse import Discourse
from marsad.reading.draft import Draft
from marsad.reading.event import Event
from marsad.reading.items import Item, Sentence
from marsad.reading.parties import full, parties
from marsad.reading.ranker import Option, stride
from marsad.reading.sides import state
from marsad.text import key

REACH = 2
"""Sentences back that an author is looked for: a third gives nothing. The title is looked at from anywhere."""
_STEM, _SHORT = 4, 3
"""Letters by which two forms of a name are one word, and those of words too short to tell."""
_BEFORE = "BY FROM FOR BETWEEN WITH AGAINST ON IN TO AT BACKING ACCORDING STRIKE STRUCK LAUNCHED AIRCRAFT WEAPON FIRE TARGET COUNTED PEOPLE RANKS BELONGING LANDS AND COMMA SAYS THAT WHO COLON DONE SETTLEMENT LANDMARK LOSS UNDER POSTED".split()
_AFTER = (
    "STRUCK LAUNCHED STRIKE SAYS DONE AND COMMA ON FROM FOR WITH IN STOP THAT RESULTED BREAK QUALITY HAPPENED SUFFERED".split()
)
_BETWEEN = "BREAK SAYS RESULTED STRIKE STRUCK ACTOR LOSS PLACE COMMA COUNTED".split()
"""Kinds of words that tell, before a side, after it, and between it and the word of violence; the first that fits."""
_HOLDING = frozenset(["HOLDS_ON", "CONTROL", "OWN_CONTROL", "POSTED", "UNDERLYING", "LANDS"])
_HOLD = 3
"""Items before a side in which a word makes it the holder of the ground that was struck, or struck from."""
_CRAFT = ("STRIKE", "AIRCRAFT", "WEAPON", "FIRE", "MANNER", "QUALITY", "WAR", "NISBA")
"""Words of violence beside an adjective of nation that make it tell of an author."""
_TAKING = ("arrest", "execution", "abduction", "assassination")
_MOUTHS = ("agency", "organisation", "anonymous")
_MOST = 2
_MINISTRY = "-ministry"
"""How the ids of ministries end in the actor file."""
AUTHOR = {"attack": "actor", "casualty": "by"}
"""The field that holds who did it."""


@dataclass(frozen=True, slots=True)
class Side:
    """A side where a sentence names it, in items ``first:last``. ``known`` is its id, its folded name where it has none."""

    first: int
    last: int
    actor: Actor
    known: str
    stems: frozenset[str]
    sort: str
    before: str
    after: str
    holds: bool


def _is_desk(one: Actor) -> bool:
    """Whether one bears no arms, or is known by what it announces: no author unless a sentence says so, for to name one wrongly does harm."""
    return one.type in ("other", "civilians") or (one.id is not None and one.id.endswith(_MINISTRY))


@dataclass(slots=True)
class Authors:
    """The sides that an article names, sentence by sentence, and what the rules made of them in its attacks."""

    discourse: Discourse
    drafts: Sequence[Draft]
    named: dict[int, list[Side]] = field(default_factory=dict)
    mouths: frozenset[str] = frozenset()
    doers: list[tuple[int, frozenset[str]]] = field(default_factory=list)
    struck: list[tuple[int, frozenset[str]]] = field(default_factory=list)
    made: dict[tuple[int, frozenset[str]], list[str]] = field(default_factory=dict)
    placed: dict[tuple[int, str], list[tuple[Side, list[str]]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        heard = self.discourse.heard.attributions.values()
        self.mouths = frozenset(a.voice.name for found in heard for a in found if a.voice.type in _MOUTHS)
        for draft in self.drafts:
            for name, told in (("actor", self.doers), ("target", self.struck)):
                if draft.kind == "attack" and (side := draft.fields.get(name)) is not None:
                    told.append((id(draft.event), _stems(side.name)))

    def options(self, draft: Draft) -> list[Option]:
        """The candidates for the author of an attack, or of what it did to people: those of its sentence, of those before, of the title, none."""
        standing: Actor | None = draft.fields.get(AUTHOR[draft.kind])
        telling = _Telling(draft, standing)
        found: dict[str, Option] = {}
        for side, traits in self._placed(telling):
            option = found.get(side.known)
            if option is None:
                stands = side.known == telling.stands
                about = [*traits, *self._elsewhere(side.stems, telling), *telling.standing(stands)]
                found[side.known] = Option(standing if stands else side.actor, about, stands)
            else:
                option.traits += [t for t in traits if t not in option.traits]
        if standing is not None and telling.stands not in found:
            unseen = ["unseen", *telling.standing(True), *self._elsewhere(telling.stems, telling)]
            found[telling.stands or ""] = Option(standing, unseen, True)
        found = {known: option for known, option in found.items() if option.standing or not _is_desk(option.value)}
        sides = len({side.known for side in self._of(telling.sentence)})
        nobody = [
            "null",
            f"null {telling.way}",
            f"null own {min(sides, _MOST)}",
            f"null {draft.fields['means']}",
            *telling.definite,
        ]
        nobody += [f"null {trait}" for trait in telling.told]
        return [*found.values(), Option(None, nobody, standing is None)]

    def _placed(self, telling: "_Telling") -> list[tuple[Side, list[str]]]:
        """The sides about an event, worked out once for its places and for all whom it hurt."""
        asked = telling.event, telling.way
        if asked not in self.placed:
            self.placed[asked] = list(self._about(telling))
        return self.placed[asked]

    def _about(self, telling: "_Telling") -> Iterator[tuple[Side, list[str]]]:
        """Each side named in the sentence or before it, and the traits of where it stands."""
        here = self._of(telling.sentence)
        for side in here:
            yield side, _place_in(side, here, telling)
        named = {side.known for side in here}
        for distance, sentence in enumerate(self.discourse.before(telling.sentence), 1):
            if distance > REACH and not sentence.in_title:
                continue
            reach = "title" if sentence.in_title else str(distance)
            for side in self._of(sentence):
                if side.known not in named:
                    named.add(side.known)
                    traits = ["far", f"far {reach}", f"far {telling.way}", f"far {side.before}", f"far {side.sort}"]
                    yield side, [*traits, f"far own {bool(here)}", *telling.definite]

    def _elsewhere(self, stems: frozenset[str], telling: "_Telling") -> list[str]:
        """What the rules made of a side in the article's other attacks, and in this one where people were hurt."""
        asked = telling.event, stems
        traits = self.made.get(asked)
        if traits is None:
            doers = [told for event, told in self.doers if event != telling.event]
            acts = sum(not stems.isdisjoint(told) for told in doers)
            traits = self.made[asked] = [f"acts {min(acts, _MOST)}" if doers else "acts untold"]
            if acts and 2 * acts >= len(doers):
                traits.append("acts mostly")
            if any(event != telling.event and not stems.isdisjoint(told) for event, told in self.struck):
                traits.append("struck elsewhere")
        if not telling.told:
            return traits
        theirs = [] if stems.isdisjoint(telling.hurt) else ["own people"]
        if any(event == telling.event and not stems.isdisjoint(told) for event, told in self.doers):
            theirs += ["does it", f"does it {telling.way}"]
        return [*traits, *theirs]

    def _of(self, sentence: Sentence) -> list[Side]:
        found = self.named.get(id(sentence))
        if found is None:
            found = self.named[id(sentence)] = list(self._sides(sentence))
        return found

    def _sides(self, sentence: Sentence) -> Iterator[Side]:
        """The armed sides of a sentence, and the states and factions that adjectives of its words of violence name."""
        sides = parties(sentence, self.discourse)
        for party in sides:
            named = full(party, sentence, sides, self.discourse)
            if party.armed and not self._speaks(named):
                sort = "state" if sentence.has(party.first, "STATE") else str(named.type)
                yield _side(sentence, party.first, party.last, named, sort)
        for i in sentence.where("NISBA|FACTION"):
            if sentence.has_any(i - 1, *_CRAFT) or sentence.has_any(i + 1, *_CRAFT):
                nation = state(sentence.items[i], self.discourse)
                if nation is not None:
                    yield _side(sentence, i, i + 1, nation, "adjective")

    def _speaks(self, side: Actor) -> bool:
        """Whether a side is one that tells of attacks: an agency, a body that counts the dead."""
        if side.id is None:
            return side.name in self.mouths
        return self.discourse.names.actors.entry(side.id).source_type in _MOUTHS


class _Telling:
    """How an attack is told, of itself or for whom it hurt: the words it hangs on, its clause, and what the rules took for its author."""

    __slots__ = (
        "definite",
        "event",
        "first",
        "hangs",
        "hurt",
        "last",
        "sentence",
        "stands",
        "stems",
        "target",
        "told",
        "triggers",
        "way",
    )

    def __init__(self, draft: Draft, standing: Actor | None) -> None:
        event: Event = draft.event
        means = draft.fields["means"]
        sort = "clash" if means == "clash" else "taking" if means in _TAKING else "fire"
        self.stands = _known(standing) if standing is not None else None
        self.stems = _stems(standing.name) if standing is not None else frozenset()
        self.event, self.definite = id(event), ("definite",) if event.definite else ()
        self.sentence, self.triggers, self.target = event.sentence, [blow.anchor for blow in event.blows], event.target
        self.first, self.last = event.first, event.last
        noun = "noun" if event.kind("STRIKE") else "verb" if event.kind("STRUCK") else "thing"
        self.hangs = "passive" if event.head.passive else noun
        self.way = f"{self.hangs} {sort}"
        self.hurt: frozenset[str] = frozenset()
        self.told: tuple[str, ...] = ()
        if draft.kind == "casualty":
            theirs = draft.fields.get("affiliation")
            self.hurt = _stems(theirs.name) if theirs is not None else frozenset()
            self.told = (draft.fields["outcome"], draft.fields["period"], draft.fields["group"])
            self.told += (f"{draft.fields['group']} {sort}",)

    def standing(self, stands: bool) -> tuple[str, ...]:
        """What it is to a candidate that the rules chose it, or another."""
        if stands:
            return "standing", f"standing {self.way}", *(f"standing {trait}" for trait in self.told)
        return ("rival",) if self.stands is not None else ()


def _place_in(side: Side, others: Sequence[Side], telling: _Telling) -> list[str]:
    """The traits of where a side stands to the word of violence nearest to it."""
    at = min(telling.triggers, key=lambda t: abs(t - side.first))
    after = side.first > at
    where = "after" if after else "before"
    gap = side.first - at if after else at - side.last
    traits = [
        "own", f"{where} {telling.way}", f"{where} {telling.hangs} {stride(max(gap, 0))}", f"{where} {stride(max(gap, 0))}",
        f"{where} < {side.before}", f"{where} > {side.after}",
    ]  # fmt: skip
    low, high = (at, side.first) if after else (side.last - 1, at)
    between: set[str] = set()
    for item in telling.sentence.items[low + 1 : high]:
        between.update(item.senses)
    traits += [f"{where} over {kind}" for kind in _BETWEEN if kind in between]
    nearer = any((o.first > at) == after and (o.first < side.first) == after and o is not side for o in others)
    traits.append(f"{where} {telling.hangs} {'second' if nearer else 'nearest'}")
    if telling.target is not None and telling.target[0] <= side.first < telling.target[1]:
        traits += ["in target", f"in target {telling.way}"]
    if not telling.first <= side.first < telling.last:
        traits.append("beyond clause")
    if side.holds:
        traits += ["holds", f"holds {where}"]
    return traits


def _side(sentence: Sentence, first: int, last: int, actor: Actor, sort: str) -> Side:
    items = sentence.items
    before = _first(_BEFORE, items[first - 1]) if first else "start"
    after = _first(_AFTER, items[last]) if last < len(items) else "word"
    holds = any(not _HOLDING.isdisjoint(item.senses) for item in items[max(first - _HOLD, 0) : first])
    return Side(first, last, actor, _known(actor), _stems(actor.name), sort, before, after, holds)


def _first(kinds: Sequence[str], item: Item) -> str:
    """The first of some kinds that an item is of."""
    senses = item.senses
    for kind in kinds:
        if kind in senses:
            return kind
    return "word"


def _known(actor: Actor) -> str:
    return actor.id or key(actor.name)


def _stems(name: str) -> frozenset[str]:
    """What tells a name in all its forms: the first letters of its longer words, without the article."""
    words = [word for word in key(name).split() if len(word) > _SHORT]
    return frozenset(word.removeprefix("ال")[:_STEM] for word in words) or frozenset([key(name)])
