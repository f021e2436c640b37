"""Casualties: from a rule's match to figures with their parts."""

from collections.abc import Iterator, Sequence
from typing import Any

from marsad.language.rule import Rule
from marsad.model import Count
from marsad.model.named import Actor, Person
from marsad.model.values import Stance
from marsad.reading.chunks import ActorMention, Counted, Hit, PersonMention
from marsad.reading.discourse import Discourse
from marsad.reading.draft import Draft
from marsad.reading.items import Item, Named, Sentence
from marsad.reading.parties import side_at

_LINKS = frozenset(
    [
        "AND",
        "COMMA",
        "OTHERS",
        "QUALITY",
        "NISBA",
        "FROM",
        "ACTOR",
        "IN",
        "PLACE",
        "WOUNDS",
        "PRONOUN",
        "OWNER",
        "BESIDES",
        "OR",
        "DATE",
        "ORDINAL",
        "OPEN",
        "CLOSE",
        "RANKS",
        "BELONGING",
        "LOYAL",
        "MEASURE",
        "AGE_WORD",
        "YEARS",
        "HOUSEHOLDS",
        "ONE",
        "AT_LEAST",
        "KIN",
        "DASH",
        "NAMELY",
        "COLON",
        "BOTH",
        "TITLE",
        "RELATION",
    ]
)
_DESCRIBES = frozenset(["DEFINITE", "COMMON", "FORCE", "SPEAKER"])
"""Words that tell on of one person: an office, a body."""
_STOPS = frozenset(["LOSS", "LOST", "SAYS", "RESULTED", "FALL", "BREAK", "WHO", "SAYING", "ACCORDING"])


_BEFELL = ("killed", "injured", "missing", "displaced", "detained", "abducted")
_HURT = ("killed", "injured", "missing")
"""Outcomes that a noun of people tells for itself; the displaced and the detained may be killed."""
_ARMED = ("soldiers", "fighters", "police")
_BACK, _FAR = 5, 8
"""Items before a figure within which a word denies it, and before people without a figure."""
_NEAR = 3
"""Items before a figure within which a word makes it one that would be or is feared."""
_APPOSED = 10
"""Items of what is set between commas after a figure."""
_NEW = ("DONE", "COMMA", "AND", "BREAK", "STOP", "COUNTED", "WHO")
"""What ends the words that say whose or where the people of a figure are."""
_CLAUSE = frozenset(["COMMA", "BREAK", "AND", "STOP", "RESULTED", "COLON"])


def read(sentence: Sentence, hit: Hit, discourse: Discourse) -> Iterator[Draft]:
    """Drafts of a match: the figure itself, those in line with it ("و3 نساء") and its parts ("بينهم طفلان")."""
    at = hit.slots["count"][0]
    counted = _counted(sentence.items[at], sentence, at)
    told = _outcome(hit.item(sentence, "outcome"))
    if counted.outcome in _HURT and told in _BEFELL and told != counted.outcome and hit.slots["outcome"][0] < at:
        return  # "25 killed 80 injured": the second figure says its own outcome
    outcome = hit.rule.fixed.get("outcome") or told or counted.outcome
    if outcome == "displaced" and (counted.person or (told is None and (counted.low, counted.high) == (None, None))):
        return  # a ruler who fled; "food for displaced people"
    second = _outcome(hit.item(sentence, "outcome2"))
    if hit.rule.fixed.get("pair"):
        item = sentence.items[hit.slots["other"][0]]
        other = item.mention.outcome if isinstance(item.mention, Counted) else item.senses["VICTIM"]
        stated = isinstance(item.mention, Counted) and item.mention.low is not None and not _alone(item.mention)
        if (
            other == outcome
            or stated
            or (isinstance(item.mention, Counted) and _alone(item.mention) and counted.low in (None, 1, 2))
            or _alone(counted)
        ):
            return
        second = other
    if second == "toll":  # "dead and victims": the second word tells of the same people
        second = None
    if outcome == "toll":
        second = None if counted.low is None else second  # "victims and wounded" with no figure are those of one event
        outcome = "casualties" if counted.low is None and counted.high is None else "killed"
    if second == "injured" and outcome in ("killed", "missing"):
        outcome = "casualties"
    elif second is not None and second != outcome and second != "displaced":  # "injured and evacuated"
        yield _draft(sentence, hit, at, counted, second)
    denied = _denied(sentence, hit.first, _FAR if counted.low is None and counted.high is None else _BACK)
    if (
        outcome is None
        or _sentenced(sentence, hit)
        or _released(sentence, hit)
        or _describes(sentence, at, counted)
        or (counted.group in _ARMED and _fled(hit.item(sentence, "outcome")))
        or (denied and counted.low is None and counted.high is None)
    ):
        return
    whole = _draft(sentence, hit, at, counted, outcome)
    whole.holds = tuple(
        i for i in range(hit.first, hit.last) if i != at and {"VICTIM", "COUNTED"} & set(sentence.items[i].senses)
    )
    if "by" in hit.slots and (author := side_at(sentence, hit.slots["by"][0], discourse)) is not None:
        whole.fields["by"] = author
    drafts = [whole] if hit.rule.fixed.get("pair") else [whole, *_line(sentence, hit, at, whole, outcome)]
    if (of := hit.item(sentence, "of")) is not None:
        whole.fields["group"] = of.senses["PEOPLE"]
    named = at - 1 - sentence.has(at - 1, "OPEN")
    if whole.fields["person"] is not None and sentence.has(named, "THE_PEOPLE") and sentence.has(named, "PEOPLE_2"):
        for draft in drafts:  # "the two citizens X and Y": the two told of before
            draft.part = draft.whole is None
    stance = "denied" if denied else _supposed(sentence, hit.first)
    for draft in drafts:
        draft.stance = stance
        yield draft


def _denied(sentence: Sentence, first: int, reach: int) -> bool:
    """Whether a figure is told as not having come about: "no one was hurt", "without casualties", "the army denied that two were killed"."""
    for i in range(first - 1, max(first - reach, 0) - 1, -1):
        senses = sentence.items[i].senses
        if "NOT" in senses or senses.get("SAYS") == "denied":
            return "YET" not in sentence.items[i + 1].senses
        if not _CLAUSE.isdisjoint(senses):
            return False
    return False


def _supposed(sentence: Sentence, first: int) -> Stance:
    """Whether a figure is told as what would be or is feared: "if a leader is killed", "for fear of casualties"."""
    for i in range(first - 1, max(first - _NEAR, 0) - 1, -1):
        senses = sentence.items[i].senses
        if "SUPPOSED" in senses:
            supposed: Stance = senses["SUPPOSED"]
            return supposed
        if not _CLAUSE.isdisjoint(senses):
            break
    return "asserted"


def _fled(item: Item | None) -> bool:
    """Whether a word tells of running away: armed men who do are not displaced."""
    return item is not None and "FLED" in item.senses


def _describes(sentence: Sentence, at: int, counted: Counted) -> bool:
    """Whether people without a figure only say whose others are: "a woman of the displaced of the town"."""
    return (
        counted.low is None
        and counted.high is None
        and sentence.has(at - 1, "FROM")
        and sentence.has_any(at - 2, "COUNTED", "PERSON")
    )


def _sentenced(sentence: Sentence, hit: Hit) -> bool:
    """Whether a death is only a sentence passed: "the court sentenced five to death"."""
    words = [i.senses for i in sentence.items[max(0, hit.first - _BACK) : hit.first + 1]]
    return (
        any("SENTENCED" in s for s in words)
        and "LOSS" in words[-1]
        and not any("ENFORCED" in s or "LAUNCHED" in s for s in words)
    )


def _released(sentence: Sentence, hit: Hit) -> bool:
    """Whether people named by what befell them before are set free or come home: "12 detainees were released"."""
    before = sentence.items[max(0, hit.first - _BACK) : hit.first]
    return "outcome" not in hit.slots and any("RELEASED" in i.senses for i in before)


def _alone(counted: Counted) -> bool:
    """Whether a noun of loss stands without a figure of its own: the second of "40 قتيلا وجريحا", both of "قتيلان وجرحى"."""
    return counted.low in (1, 2) and not any(c.isdecimal() for c in counted.text) and " " not in counted.text


def _outcome(item: Item | None) -> Any:
    if item is None:
        return None
    if isinstance(item.mention, Counted):
        return item.mention.outcome
    return next((item.senses[k] for k in ("TAKES", "LOSS", "LOST", "VICTIM", "INJURIES") if k in item.senses), None)


def _counted(item: Item, sentence: Sentence, at: int) -> Counted:
    """The counted people of an item; a bare figure counts people."""
    if isinstance(item.mention, Counted):
        return item.mention
    if isinstance(item.mention, PersonMention):
        person = item.mention
        return Counted(sentence.text(at, at + 1), 1, 1, "exact", person.group, None, person, None, False)
    if "CAPITAL" in item.senses:
        name = sentence.text(at, _name_end(sentence, at))
        return Counted(name, 1, 1, "exact", None, None, PersonMention(name, None, None), None, False)
    number = item.mention
    return Counted(sentence.text(at, at + 1), number.low, number.high, number.bound, None, None, None, None, False)


def listed_people(sentence: Sentence, at: int, head: Draft) -> list[Draft]:
    """The figure that stands first in a line of a list, and the figures after it: parts of the figure the list is under."""
    hit = Hit(Rule(head.rule, ""), at, at + 1, {"count": (at, at + 1)})
    counted: Counted = sentence.items[at].mention
    first = _draft(sentence, hit, at, counted, counted.outcome or head.fields["outcome"], head)
    return [first, *_line(sentence, hit, at, first, first.fields["outcome"])]


def listed_person(sentence: Sentence, first: int, last: int, head: Draft) -> Draft:
    """A name that makes a line of a list under a figure."""
    hit = Hit(Rule(head.rule, ""), first, last, {"count": (first, last)})
    mention = sentence.items[first].mention
    if not isinstance(mention, PersonMention):
        mention = PersonMention(sentence.text(first, last))
    counted = Counted(mention.name, 1, 1, "exact", mention.group, None, mention, None, False)
    return _draft(sentence, hit, first, counted, head.fields["outcome"], head)


def _draft(sentence: Sentence, hit: Hit, at: int, counted: Counted, outcome: str, whole: Draft | None = None) -> Draft:
    person = counted.person
    fields: dict[str, Any] = {
        "outcome": outcome,
        "count": Count(counted.text, counted.low, counted.high, counted.bound),
        "group": counted.group or (whole.fields["group"] if whole and person else None) or "people",
        "person": _named(person),
        "affiliation": _affiliation(sentence, at, counted),
    }
    draft = Draft("casualty", hit.rule.name, sentence, at, min(hit.first, at), max(hit.last, at + 1), fields, whole=whole)
    draft.part = bool(hit.rule.fixed.get("part"))
    draft.inherits = counted.group is None
    return draft


def _named(person: PersonMention | None) -> Person | None:
    return Person(person.name, role=person.role, rank=person.rank, age=person.age) if person else None


def _affiliation(sentence: Sentence, at: int, counted: Counted) -> Actor | None:
    """The body the people belong to: "عناصر من قوات كذا", "مقاتلين حوثيين"."""
    if counted.group in ("fighters", "soldiers", "police", "prisoners", "officials", None, "people"):
        ranks = False
        for i in range(at + 1, min(at + 6, len(sentence.items))):
            item = sentence.items[i]
            mention = item.mention
            ranks = ranks or "RANKS" in item.senses
            if "ACTOR" in item.senses:
                if isinstance(mention, ActorMention):
                    return Actor(mention.name, mention.ids[0] if mention.ids else None)
                if isinstance(mention, Named):
                    return Actor(mention.name, mention.actor[0] if mention.actor else None)
            if not {"FROM", "FOR", "QUALITY", "BELONGING", "LOYAL", "RANKS", "WOUNDS", "OPEN", "FIGHTERS_OF", "PEOPLE"} & set(
                item.senses
            ) and not ("IN" in item.senses and sentence.has(i + 1, "ACTOR")):
                break
    if counted.side:
        name, ids = counted.side
        return Actor(name, ids[0] if ids else None)
    return Actor(counted.nation[0]) if counted.nation else None


def _line(sentence: Sentence, hit: Hit, at: int, first: Draft, outcome: str) -> Iterator[Draft]:
    """Figures after the first: in line with it, or among it once a word such as "بينهم" or a bracket has been passed.

    What stands within the match does not end the line; after it a clause may ("killed in an attack"), and a word such as
    "including" goes on from there.
    """
    whole: Draft | None = None
    outer: Draft | None = None
    last = first
    parts: list[Draft] = []
    items: Sequence[Item] = sentence.items
    ended = False
    skip = 0
    alone = first.fields["count"].low == 1
    for i in range(at + 1, len(items)):
        senses = items[i].senses
        if i < skip:
            continue
        if "AMONG" in senses or ("NAMELY" in senses and first.fields["count"].low != 1 and not ended):
            whole = _whole(first, last) if whole is None or whole is first else whole
            ended = False
            if "COUNTED" not in senses:
                continue
        if "PERSON" in senses and alone and not parts and first.fields["person"] is None and sentence.has(i - 1, "NAMELY"):
            first.fields["person"] = _named(items[i].mention)
            continue
        if not ended and ("COUNTED" in senses or "PERSON" in senses or _bare_name(sentence, i)):
            if i >= hit.last and _has_own(sentence, i):
                return
            counted = _counted(items[i], sentence, i)
            if (counted.outcome and counted.outcome != outcome) or _speaks(sentence, i):
                return
            before = i - 1
            while sentence.has(before, "OWNER") and before > at:
                before -= 1
            while "PERSON" in senses and before > at and not {"TITLE", "PRONOUN", "RELATION"}.isdisjoint(items[before].senses):
                before -= 1
            if whole is None and not {"AND", "COMMA", "BESIDES", "BOTH", "DASH", "OPEN"} & set(items[before].senses):
                if i < hit.last:
                    continue
                return
            last = _draft(sentence, hit, i, counted, outcome, whole)
            skip = _name_end(sentence, i)
            parts.append(last)
            yield last
        elif "PAREN_OPEN" in senses:
            outer, whole = whole, last
        elif "PAREN_CLOSE" in senses:
            whole = outer
        elif i < hit.last:
            continue
        elif not _STOPS.isdisjoint(senses) or "COUNTED" in senses:
            break
        elif _LINKS.isdisjoint(senses) and (not alone or _DESCRIBES.isdisjoint(senses)):
            ended = True
    _tie_by_sum(first, parts)


def _whole(first: Draft, last: Draft) -> Draft:
    """Of two figures in a row the one that children and women told after them are among: no armed men where civilians stand beside."""
    return last if first.fields["group"] in _ARMED and last.fields["group"] == "civilians" else first


def _has_own(sentence: Sentence, at: int) -> bool:
    """Whether a figure after another is told of by a verb of its own: "and 15 others were injured"."""
    end = at + 1
    if sentence.has(end, "COMMA") and sentence.has(end + 1, "AMONG"):  # "and four others, including two children, were injured"
        end = next((i + 1 for i in range(end + 1, min(end + _APPOSED, len(sentence.items))) if sentence.has(i, "COMMA")), end)
    elif sentence.has_any(end, "FROM", "IN", "AT", "WITH"):  # "and the guard of the base was injured"
        end = next((i for i in range(end + 1, min(end + _APPOSED, len(sentence.items))) if sentence.has_any(i, *_NEW)), end)
    while sentence.has(end, "DONE") or sentence.has(end, "MANNER") or (end > at + 1 and sentence.has(end, "SAYS")):
        end += 1
    return sentence.has(end, "LOST") or (end > at + 1 and sentence.has(end, "VICTIM"))


def _speaks(sentence: Sentence, at: int) -> bool:
    """Whether a person is the one who says it: "… died," the major told the agency"."""
    if "PERSON" not in sentence.items[at].senses:
        return False
    return sentence.has(at + 1, "SAYS") or (sentence.has(at - 1, "CLOSE") and sentence.has_any(at - 2, "COMMA", "STOP"))


def _bare_name(sentence: Sentence, at: int) -> bool:
    """Whether a name of unknown words, told by its capitals, stands in a row at an item."""
    before = sentence.items[at - 1].senses
    return (
        sentence.has(at, "CAPITAL")
        and sentence.has(at + 1, "CAPITAL")
        and not {"AND", "COMMA", "NAMELY", "COLON"}.isdisjoint(before)
    )


def _name_end(sentence: Sentence, at: int) -> int:
    """The item after a name of unknown words; after the item for anything else."""
    end = at + 1
    while sentence.has(at, "CAPITAL") and sentence.has(end, "CAPITAL"):
        end += 1
    return end


def _tie_by_sum(first: Draft, line: list[Draft]) -> None:
    """Figures set after a total that add up to it are its parts: "19 قتيلا، 12 جنديا و7 مدنيين"."""
    free = [d for d in line if d.whole is None]
    figures = [d.fields["count"].low for d in free]
    total = first.fields["count"].low
    if len(free) > 1 and total is not None and None not in figures and sum(figures) == total:
        for draft in free:
            draft.whole = first
