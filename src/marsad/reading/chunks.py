"""Words gathered into the things claims speak of: persons, places, counted people, sides. Rules of the pack say which words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from marsad.language.pack import Rules
from marsad.language.rule import Rule
from marsad.model.values import Bound, Means
from marsad.reading.bare import parted
from marsad.reading.items import Item, Named, Sentence
from marsad.reading.items import PlaceMention as PlaceMention
from marsad.reading.scan import Scanner, gather
from marsad.text import key


class Hit(NamedTuple):
    """A rule's match: the rule, its [first, last) items, and its slots as item spans."""

    rule: Rule
    first: int
    last: int
    slots: dict[str, tuple[int, int]]

    def item(self, sentence: Sentence, slot: str) -> Item | None:
        """The first item of a slot, None when it took nothing."""
        span = self.slots.get(slot)
        return sentence.items[span[0]] if span else None


@dataclass(slots=True)
class PersonMention:
    """A named person in the text: the name, the words before it that say what they are, the group these state.

    ``role`` and ``rank`` are parts of those words, forms of address left out; ``age`` is in years, where the text states it.
    """

    name: str
    title: str | None = None
    group: str | None = None
    role: str | None = None
    rank: str | None = None
    age: int | None = None


@dataclass(slots=True)
class ActorMention:
    """A side in the text, as written; ``ids`` of the actor file; ``nation`` the country an adjective names, ``means`` what its craft or guns strike by."""

    name: str
    ids: tuple[str, ...]
    nation: str | None = None
    means: Means | None = None


@dataclass(slots=True)
class Counted:
    """People with a figure: the interval, how it is bounded, the group, and the outcome where the noun itself says it.

    ``nation`` is their country as (words, code), ``side`` the body they are counted by as (words, ids): "two SDF fighters".
    """

    text: str
    low: int | None
    high: int | None
    bound: Bound
    group: str | None
    outcome: str | None
    person: PersonMention | None
    nation: tuple[str, str | None] | None
    others: bool
    side: tuple[str, tuple[str, ...]] | None = None


def matches(sentence: Sentence, rules: Rules) -> Iterator[Hit]:
    """Every match of the rules in the sentence, rule by rule in their order."""
    codes = sentence.codes
    for rule, pattern in rules.live(sentence.mask):
        for found in pattern.expression.finditer(codes):
            first, last = found.span()
            yield Hit(rule, first, last, pattern.slots(found))


_FILED = 3
"""Sentences at the head of a report among which its dateline stands."""
_WHO = frozenset(["children", "women", "men", "elderly", "civilians"])
_NAMING = frozenset("WORD DEFINITE GIVEN GIVEN_TOO PLACE PERSON NISBA MEASURE NUMBER ORDINAL COMPOUND BEARING KUNYA".split())
_NAMED_BY_NOUNS = frozenset(["quarter", "camp", "village", "town", "hospital", "school", "worship"])
_NO_NAMES = frozenset("PEOPLE VICTIM ACTOR FORCE STRIKE WEAPON SPEAKER TITLE DATE CITY OTHERS SETTLEMENT NOUN THE_PLURAL".split())
_APART = frozenset(["FOR", "FROM", "BY"])
_WAYS = frozenset(["DIRECTION", "BEARING"])
_MARKS = ' «»"“”'
_OPENING = " «“"

Builder = Callable[[Sentence, Hit], tuple[int, int, str, Any] | None]


def _person(sentence: Sentence, hit: Hit) -> tuple[int, int, str, Any] | None:
    first, last = hit.slots["name"]
    title = hit.slots.get("title")
    group = sentence.items[title[0]].senses.get("TITLE") if title else None
    end = next((i for i in range(first, last) if _preposition(sentence, i) or _joined_on(sentence, i)), None)
    if end is not None and end - first < 2 and "PERSON" not in sentence.items[first].senses:
        return None
    last = end or last
    words = sentence.text(title[0], first) if title else None
    role, rank = _parted(sentence, *title) if title else (None, None)
    age = _years(sentence, hit.slots["age"][0]) if "age" in hit.slots else _age(sentence, last)
    person = PersonMention(sentence.text(first, last), words, group, role, rank, age)
    return hit.first, end or hit.last, "PERSON", person


def _parted(sentence: Sentence, first: int, last: int) -> tuple[str | None, str | None]:
    """(role, rank) of the words before a name; a form of address is neither, nor is a word that only says man, woman or child."""
    ranks = [i for i in range(first, last) if "RANK" in sentence.items[i].senses]
    rest = [i for i in range(first, last) if i not in ranks and "HONORIFIC" not in sentence.items[i].senses]
    states = bool(rest) and sentence.items[rest[0]].senses.get("TITLE") in _WHO
    role = sentence.text(rest[0], rest[-1] + 1) if rest and not states else None
    return role, sentence.text(ranks[0], ranks[-1] + 1) if ranks else None


def _age(sentence: Sentence, at: int) -> int | None:
    """The years that stand after a name: "(14 عاما)", "البالغ من العمر 52 عاما"."""
    while sentence.has(at, "PAREN_OPEN") or sentence.has(at, "COMMA") or sentence.has(at, "AGE_WORD"):
        at += 1
    if not sentence.has(at, "MEASURE") or not sentence.has(at + 1, "YEARS") or sentence.items[at + 1].senses["YEARS"] != "years":
        return None
    return _years(sentence, at)


def _years(sentence: Sentence, at: int) -> int | None:
    """The years a number at an item states outright."""
    years = sentence.items[at].mention
    return int(years.low) if years.low is not None and years.low == years.high else None


def _preposition(sentence: Sentence, at: int) -> bool:
    """Whether an item is a preposition that folds to a given name: only its spelling tells."""
    item = sentence.items[at]
    return "ON" in item.senses and "GIVEN" in item.senses and sentence.words.letter(item.last - 1) == "ى"


def _joined_on(sentence: Sentence, at: int) -> bool:
    """Whether an item is an unknown definite word with "and" before it, which no name goes on with ("حسن والحلونجي")."""
    item = sentence.items[at]
    return "WORD" in item.senses and sentence.words.words[item.word].startswith("وال")


def _place(sentence: Sentence, hit: Hit) -> tuple[int, int, str, Any] | None:
    first, last = hit.slots["name"]
    head = hit.slots.get("head", (first, first))
    inner = next((i.mention for i in sentence.items[first:last] if isinstance(i.mention, Named) and i.mention.ids), None)
    if any(sentence.has(i, "RESULTED") and sentence.text(i, i + 1).startswith("وأ") for i in range(head[0], last)):
        return None  # "وأدى" folds to the letters of "وادي"
    if _for_what(sentence, first) or (last == first + 1 and not _can_name(sentence, head[0], first)):
        return None
    senses = sentence.items[head[0]].senses if "head" in hit.slots else {}
    if senses.get("SPEAKER") == "agency" and _of_the_press(sentence, head[0], first, last):
        return None
    kind, value = next(
        ((k, senses[k]) for k in ("COUNTRYSIDE", "SETTLEMENT", "LANDMARK", "DIRECTION", "LANDS") if k in senses), ("PLACE", None)
    )
    several = "SEVERAL" in senses and "COUNTRYSIDE" not in senses and head[0] < first
    if several and "WORD" in sentence.items[first].senses and sentence.words.words[sentence.items[first].word].startswith("و"):
        return None  # "areas and facilities": no name
    if "SEVERAL" in senses and head[0] >= last:
        head = (first, first)  # "X and Y towns": each is a town of its own
    start = min(head[0], first)
    while start > hit.first and not _WAYS.isdisjoint(sentence.items[start - 1].senses):
        start -= 1
    if sentence.has(start, "SIDE_OF"):  # "north of so-and-so town" lies outside it
        value = sentence.items[start].senses["DIRECTION"]
    return (
        hit.first,
        hit.last,
        "PLACE",
        PlaceMention(
            _bare(_unmarked(sentence.text(first if several else start, max(head[1], last))), kind),
            _unmarked(sentence.text(first, last)),
            sentence.text(*head) if senses else None,
            value or kind,
            inner.ids if inner else (),
            several,
        ),
    )


def _of_the_press(sentence: Sentence, head: int, first: int, last: int) -> bool:
    """Whether a word for a site and for an outlet's page stands before no place's name: it speaks, or what follows is in marks or one indefinite word."""
    item = sentence.items[first]
    word = sentence.words.words[item.word]
    alone = last == first + 1 and not word.startswith("ال") and "PLACE" not in item.senses
    return sentence.has(head - 1, "SAYS") or "OPEN" in item.senses or alone


def _unmarked(name: str) -> str:
    """A name without the marks about it, nor a bracket that opens in it and does not close."""
    bare = name.strip('«»"“” ')
    return bare.replace("(", "") if ")" not in bare else bare


def _can_name(sentence: Sentence, head: int, at: int) -> bool:
    """Whether a word that is no unknown one can be the name after a noun of a place: a definite noun after that of a quarter, a camp, a house of the sick or of prayer."""
    item, senses = sentence.items[at], sentence.items[at].senses
    if not _NAMING.isdisjoint(senses) or "OPEN" in senses or item.mention is not None:
        return True
    kind = sentence.items[head].senses.get("SETTLEMENT") or sentence.items[head].senses.get("LANDMARK")
    text = sentence.words.words[item.word]
    named = kind in _NAMED_BY_NOUNS or (kind == "district" and "LANDMARK" in senses)
    return named and text.startswith("ال") and len(text) > 3 and _NO_NAMES.isdisjoint(senses)


def _bare(name: str, kind: str) -> str:
    """A name without the preposition that its first word is listed with ("بريف كذا", "بشمال كذا")."""
    return name[1:] if kind in ("COUNTRYSIDE", "DIRECTION") and name.startswith("ب") else name


def _for_what(sentence: Sentence, at: int) -> bool:
    """Whether an unknown word says what a place is for ("محطة للنفط") rather than how it is called."""
    return "WORD" in sentence.items[at].senses and sentence.words.words[sentence.items[at].word].startswith("لل")


def _actor(sentence: Sentence, hit: Hit) -> tuple[int, int, str, Any] | None:
    listed = hit.item(sentence, "listed")
    if listed is not None and "FORCE" not in (sentence.lexicon.form(sentence.words.words[listed.word]) or ()):
        return None
    nation, force = hit.item(sentence, "nation"), hit.item(sentence, "force")
    items = sentence.items[hit.first : hit.last]
    backed = any(i.senses.get("LOYAL") == "backed" for i in items)  # a side is not the one that backs it
    named = (
        None if backed or listed else next((i.mention for i in items if isinstance(i.mention, Named) and i.mention.actor), None)
    )
    means = force.senses.get("AIRCRAFT") if force else None
    first = next((i for i in range(hit.first, hit.last) if _APART.isdisjoint(sentence.items[i].senses)), hit.first)
    name = sentence.text(*hit.slots["owner"]) if "owner" in hit.slots else sentence.text(first, hit.last)
    start = hit.slots["owner"][0] if "owner" in hit.slots else first
    if start and key(sentence.text(start - 1, start)) == "لل" and not name.startswith("ال"):
        name = f"ال{name}"  # "للقوات" names "القوات"
    if name[0] in _MARKS and name[-1] in _MARKS:
        name = name.strip(_MARKS)
    name = name.rstrip(_OPENING)
    return (
        first,
        hit.last,
        "ACTOR",
        ActorMention(name, named.actor if named else (), nation.senses["NISBA"] if nation else None, means),
    )


_PEOPLE = frozenset("PEOPLE VICTIM INJURIES OTHERS HOUSEHOLDS KIN PARENT CHIEF PERSON AMONG".split())
"""Kinds of words that count people by themselves."""


def _of_people(sentence: Sentence, who: Item, count: Item | None) -> bool:
    """Whether a noun of no list counts people: only nouns of persons have the sound masculine plural, which stands after three to ten and after vague counts."""
    word = sentence.words.words[who.word]
    few = count is not None and (count.mention.bound == "vague" or 2 < (count.mention.low or count.mention.high or 0) < 11)
    return few and len(word) > 5 and word.endswith(("ين", "ون"))


def _counted(sentence: Sentence, hit: Hit) -> tuple[int, int, str, Any] | None:
    who = hit.item(sentence, "who")
    count = hit.item(sentence, "count")
    senses = who.senses if who else {}
    one = hit.item(sentence, "one")
    if one is not None and sentence.words.words[one.word].startswith("ال"):
        return None
    if (
        who is not None
        and not {"WORD", "COMMON"}.isdisjoint(senses)
        and _PEOPLE.isdisjoint(senses)
        and not _of_people(sentence, who, count)
    ):
        return None
    person = who.mention if who and isinstance(who.mention, PersonMention) else None
    state = hit.item(sentence, "state")
    outcome = (
        (state.senses["VICTIM"] if state else None)
        or senses.get("VICTIM")
        or (senses.get("INJURIES") if count is not None else None)
    )
    group_item = hit.item(sentence, "group")
    of_whom = group_item.senses.get("PEOPLE") if group_item else None
    group = (
        (None if of_whom == "people" or (of_whom == "civilians" and senses.get("PEOPLE") in _WHO) else of_whom)
        # "a youth of the sons of a town" is a youth, "a woman of those who live there" a woman
        or senses.get("PEOPLE")
        or of_whom
        or senses.get("PARENT")
        or senses.get("CHIEF")
        or (person.group if person else None)
    )
    low: int | None
    high: int | None
    bound: Bound
    if "KIN" in senses:
        group, low = senses["KIN"]
        high, bound = low, "exact"
    elif "HOUSEHOLDS" in senses:
        low, high, bound = None, None, "vague"
    elif count is not None:
        low, high, bound = count.mention.low, count.mention.high, count.mention.bound
    elif "LATTER" in senses:
        low, high, bound = senses["LATTER"], senses["LATTER"], "exact"
    elif person is not None or "PEOPLE_1" in senses or not {"PARENT", "CHIEF"}.isdisjoint(senses) or "one" in hit.slots:
        low, high, bound = 1, 1, "exact"
    elif "PEOPLE_2" in senses and "PEOPLE_3" not in senses:
        low, high, bound = 2, 2, "exact"
    else:
        low, high, bound = None, None, "vague"
    after = hit.item(sentence, "bound")
    if after is not None and low is not None:
        if "AT_LEAST" in after.senses:
            low, high, bound = low, None, "at_least"
        elif bound == "exact":
            bound = "about"
    nation = hit.slots.get("nation") or hit.slots.get("nation2") or (hit.slots.get("who") if "SECT" in senses else None)
    if one is not None and "NISBA" in one.senses:
        nation = hit.slots["one"]
        before = sentence.items[hit.first - 1].senses
        singular = sentence.words.words[one.word].endswith(("ي", "يه"))
        if not singular or not {before.get("LOSS"), before.get("LOST")} & {"killed", "injured", "detained", "abducted"}:
            return None  # "Tunisians", "a Syrian exodus"
    kinds = "COUNTED" + (" VICTIMS" if outcome else "") + (" OTHERS" if "OTHERS" in senses else " NAMED" if person else "")
    if (low, high) == (None, None) and count is None and "KIN" not in senses and kinds in ("COUNTED", "COUNTED VICTIMS"):
        kinds += " BARE"
    if sentence.holds("AMONG", hit.first, hit.last):
        kinds = "COUNTED AMONG"
    if kinds not in (
        "COUNTED AMONG",
        "COUNTED",
        "COUNTED BARE",
        "COUNTED VICTIMS BARE",
        "COUNTED VICTIMS",
        "COUNTED OTHERS",
        "COUNTED NAMED",
    ):
        kinds = "COUNTED"
    first = _after_silent(sentence, hit) if count is None else hit.first
    return first, hit.last, kinds, Counted(
        sentence.text(*hit.slots["count"]) if count else sentence.text(first, hit.last),
        low, high, bound, group, outcome, person,
        (sentence.text(*nation), _nation(sentence.items[nation[0]])) if nation else None, "OTHERS" in senses,
        _side(sentence, hit.slots.get("side")),
    )  # fmt: skip


def _after_silent(sentence: Sentence, hit: Hit) -> int:
    """Where a group of people without a figure begins: after the last word that was passed over in silence ("wounded a civilian")."""
    items = sentence.items
    return next((i for i in range(hit.last - 1, hit.first, -1) if items[i].word > items[i - 1].last), hit.first)


def _nation(item: Item) -> str | None:
    """The code of the country that an adjective, or the name of its people, tells."""
    return item.senses.get("NISBA") or item.senses.get("NATIONALS")


def _side(sentence: Sentence, span: tuple[int, int] | None) -> tuple[str, tuple[str, ...]] | None:
    """The body named before people who belong to it."""
    if span is None:
        return None
    mention = sentence.items[span[0]].mention
    return sentence.text(*span), mention.actor if isinstance(mention, Named) and mention.actor else ()


def _dateline(sentence: Sentence, hit: Hit) -> tuple[int, int, str, Any] | None:
    """Where and by whom a report was filed, which says nothing of where things happened; before a colon only in capitals."""
    colon = "COLON" in sentence.items[hit.last - 1].senses
    if sentence.number > _FILED or (colon and not sentence.text(hit.first, hit.last - 1).isupper()):
        return None
    return hit.first, hit.last, "ASIDE", None


_BUILDERS: dict[str, Builder] = {"person": _person, "place": _place, "actor": _actor, "counted": _counted, "dateline": _dateline}


def gathered(sentence: Sentence, scanner: Scanner) -> Sentence:
    """The sentence with its chunks gathered, each kind of chunk in the pack's order."""
    for kind in scanner.pack.chunks:
        sentence = gathered_kind(sentence, scanner, kind)
    return sentence


def gathered_kind(sentence: Sentence, scanner: Scanner, kind: str) -> Sentence:
    """The sentence with the chunks of one kind gathered; earlier rules win where two overlap."""
    if kind == "place" and scanner.pack.book.capitals:
        sentence = parted(sentence, scanner)
    build = _BUILDERS[kind]
    spans: list[tuple[int, int, str, Any]] = []
    taken: set[int] = set()
    for hit in matches(sentence, scanner.pack.chunks[kind]):
        if taken.isdisjoint(range(hit.first, hit.last)):
            made = build(sentence, hit)
            if made is not None:
                spans.append(made)
                taken.update(range(made[0], made[1]))
    return gather(sentence, scanner, spans)
