"""People across spellings: one person where the name agrees word by word and nothing told of the two speaks against it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from marsad.model import AnyClaim, Casualty, Individual, Judgement, Statement
from marsad.model.values import AgeBand, Fate, Sex
from marsad.record.hold import Held, made
from marsad.record.telling import ordinal
from marsad.text import words

CUTOFF = 80
"""Least likeness, of 100, of two folded words of a name in one script: عبدالله and عبد اللة pass, حسن and حسين (86 but another
name) are told apart by their consonants, سمير and سامي by both."""
_ALONE = 3
"""Words from which a name is enough to know a person of the same days again; two words are borne by many."""
_DAYS = 30
_YEAR = 1
_FATES: tuple[Fate, ...] = ("killed", "missing", "abducted", "detained", "injured")
"""The gravest first."""

_ARABIC = {
    letter: sound
    for sound, letters in {
        "b": "بپ",
        "t": "تطث",
        "g": "جغ",
        "h": "ح",
        "k": "كقخ",
        "d": "دضذ",
        "r": "ر",
        "z": "زظ",
        "s": "سص",
        "$": "ش",
        "f": "فڤ",
        "l": "ل",
        "m": "م",
        "n": "ن",
    }.items()
    for letter in letters
}
_LATIN_PAIRS = {"sh": "$", "ch": "$", "kh": "k", "gh": "g", "th": "t", "dh": "d", "ph": "f", "ou": "", "oo": "", "ee": ""}
_LATIN = {
    **{c: c for c in "btdrzsflmn"},
    "p": "b",
    "v": "f",
    "j": "g",
    "g": "g",
    "k": "k",
    "q": "k",
    "c": "k",
    "x": "ks",
    "h": "h",
}
_BEFORE = ("ال", "al", "el")


@dataclass(frozen=True, slots=True)
class Mention:
    """A person as one claim names them. ``tokens`` are the folded words of the name, without an article; ``bones`` their
    consonants."""

    held: Held[Casualty] | Held[Statement]
    id: str | None
    name: str
    tokens: tuple[str, ...]
    bones: tuple[str, ...]
    role: str | None
    affiliation: str | None
    age: int | None
    age_band: AgeBand | None
    sex: Sex | None
    fate: Fate | None
    day: int | None
    country: str | None
    incident: str | None


def people(
    held: Sequence[Held[AnyClaim]], homes: Mapping[str, str], judgements: Iterable[Judgement] = ()
) -> tuple[Individual, ...]:
    """The people whom claims name, by id. ``homes`` is the incident of each claim that has one; of the judgements those count that say
    that two claims name one person or two, the later before the earlier."""
    mentions = [m for h in sorted(held, key=lambda h: h.order) if (m := _mention(h, homes)) is not None and m.tokens]
    told = {frozenset((j.a, j.b or "")): j.verdict for j in judgements if j.verdict in ("one_person", "two_persons")}
    asunder = {pair for pair, verdict in told.items() if verdict == "two_persons"}
    blocks: dict[str, list[list[Mention]]] = {}
    groups: list[list[Mention]] = []
    for mention in mentions:
        near = blocks.setdefault(mention.id or "".join(mention.bones[:1]) + "/" + "".join(mention.bones[-1:]), [])
        home = next((g for g in near if any(same(mention, other) for other in g) and not _apart(mention, g, asunder)), None)
        if home is None:
            home = [mention]
            near.append(home)
            groups.append(home)
        else:
            home.append(mention)
    joined = _joined(groups, [pair for pair, verdict in told.items() if verdict == "one_person"])
    return tuple(sorted(map(_individual, joined), key=lambda p: p.id))


def _apart(mention: Mention, group: Sequence[Mention], asunder: set[frozenset[str]]) -> bool:
    """Whether a person said that a mention is of another than one of a group is."""
    return bool(asunder) and any(frozenset((mention.held.claim.id, other.held.claim.id)) in asunder for other in group)


def _joined(groups: list[list[Mention]], pairs: Iterable[frozenset[str]]) -> list[list[Mention]]:
    """The groups, those made one whose mentions a person said to be of one person; each in the order of its claims."""
    for pair in pairs:
        met = [group for group in groups if any(m.held.claim.id in pair for m in group)]
        if len(met) > 1:
            groups = [group for group in groups if not any(group is other for other in met)]
            groups.append(sorted((m for group in met for m in group), key=lambda m: m.held.order))
    return groups


def same(a: Mention, b: Mention) -> bool:
    """Whether two mentions are of one person.

    Listed persons are told by their id. For others the name must agree, nothing stated may speak against it, and something
    beyond a common name must speak for it: one incident, one office or side, or a name of three words within a month in one
    country.
    """
    if a.id is not None or b.id is not None:
        return a.id == b.id
    if (a.sex and b.sex and a.sex != b.sex) or (a.age is not None and b.age is not None and abs(a.age - b.age) > _YEAR):
        return False
    if not alike(a, b):
        return False
    if a.incident is not None and a.incident == b.incident:
        return True
    if a.affiliation and b.affiliation:
        return a.affiliation == b.affiliation
    if a.role and b.role and ratio(a.role, b.role) >= CUTOFF:
        return True
    close = a.day is not None and b.day is not None and abs(a.day - b.day) <= _DAYS and a.country == b.country
    return close and min(len(a.tokens), len(b.tokens)) >= _ALONE and not (a.role and b.role)


def alike(a: Mention, b: Mention) -> bool:
    """Whether two names agree word by word; the shorter may leave out middle names, and one script is compared letter by letter
    too."""
    short, long = sorted((a, b), key=lambda m: len(m.tokens))
    if len(short.tokens) < 2:
        return short.tokens == long.tokens
    at = 0
    for n, token in enumerate(short.tokens):
        rest = range(at, len(long.tokens))
        found = next((i for i in rest if short.bones[n] == long.bones[i] and _letters(token, long.tokens[i])), None)
        if found is None or (n == 0 and found > 0):
            return False
        at = found + 1
    return at == len(long.tokens)


def _letters(a: str, b: str) -> bool:
    return a.isascii() != b.isascii() or ratio(a, b) >= CUTOFF


def _mention(h: Held[AnyClaim], homes: Mapping[str, str]) -> Mention | None:
    claim = h.claim
    day = ordinal(claim.date.start) if claim.date is not None else ordinal(h.article.published) if h.article.published else None
    country = claim.place.country if claim.place is not None else None
    if isinstance(claim, Casualty) and claim.person is not None and claim.stance == "asserted":
        p = claim.person
        fate = next((f for f in _FATES if f == claim.outcome), None)
        told = tokens(p.name)
        bare = Held(claim, h.article)
        return Mention(
            bare,
            p.id,
            p.name,
            told,
            tuple(map(bones, told)),
            p.role or p.rank,
            p.affiliation,
            p.age,
            p.age_band,
            p.sex,
            fate,
            day,
            country,
            homes.get(claim.id),
        )
    if isinstance(claim, Statement):
        s = claim.speaker
        told = tokens(s.name)
        quoted = Held(claim, h.article)
        return Mention(
            quoted, s.id, s.name, told, tuple(map(bones, told)), s.role, s.affiliation, None, None, None, None, day, country, None
        )
    return None


@lru_cache(maxsize=50_000)
def tokens(name: str) -> tuple[str, ...]:
    """The folded words of a name: articles taken off, "abd" joined to what follows it, so that spellings of one name agree."""
    out: list[str] = []
    for word in (w for w in words(name).words if w.isalpha()):
        bare = next((word[len(p) :] for p in _BEFORE if word.startswith(p) and len(word) > len(p) + 2), word)
        if word in _BEFORE:
            continue
        if out and out[-1] in ("عبد", "abd", "abdul", "abdel"):
            out[-1] = ("عبد" if out[-1] == "عبد" else "abd") + bare
        else:
            out.append(bare)
    return tuple(out)


@lru_cache(maxsize=50_000)
def bones(token: str) -> str:
    """The consonants of a word in sounds that both scripts share; long vowels and doubled letters are left out."""
    if token.isascii():
        for pair, sound in _LATIN_PAIRS.items():
            token = token.replace(pair, sound)
        sounds = [c if c == "$" else _LATIN.get(c, "") for c in token]
    else:
        sounds = [_ARABIC.get(c, "") for c in token]
    out = "".join(s for s, before in zip(sounds, ["", *sounds], strict=False) if s != before or s == "")
    return out or token


def _individual(group: Sequence[Mention]) -> Individual:
    first = group[0]
    names = Counter(m.name for m in group)
    return Individual(
        id=made("pe", *first.held.order),
        name=max(names, key=lambda n: (names[n], len(n), n)),
        names=tuple(sorted(names)),
        role=_first(m.role for m in group),
        affiliation=_first(m.affiliation for m in group),
        fate=next((f for f in _FATES if any(m.fate == f for m in group)), None),
        incidents=tuple(dict.fromkeys(m.incident for m in group if m.incident is not None)),
        claims=tuple(m.held.claim.id for m in group),
        age=next((m.age for m in group if m.age is not None), None),
        age_band=next((m.age_band for m in group if m.age_band is not None), None),
        sex=next((m.sex for m in group if m.sex is not None), None),
        articles=tuple(dict.fromkeys(m.held.article.id for m in group)),
    )


def _first(values: Iterable[str | None]) -> str | None:
    return next((v for v in values if v), None)
