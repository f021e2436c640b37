"""Pages that tell themselves in two languages: each text read by its own pack, each claim with its twin in the other."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from marsad.model import AnyClaim, Article, Casualty, Control, Report, Statement, Talks
from marsad.model.claim import Attack
from marsad.page.script import language

_LETTERS = 60
"""Letters of the shortest text that is a twin and not a caption or a name in the other script."""
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())
_SHARE = 0.2
"""Of the letters of the whole article, the least that are a twin's."""


def texts(article: Article, known: Sequence[str]) -> dict[str, Article]:
    """The texts of an article by language, each with the others masked; one for an article of one language, none in none known.

    Lines are told apart by their letters; a line of none goes with the line before it.
    """
    alone = {article.language: article} if article.language is not None and article.language in known else {}
    if 2 * _lesser(article.text) < _LETTERS:
        return alone
    lines = list(_lines(article.text))
    letters: dict[str, int] = {}
    for script, start, end in lines:
        letters[script] = letters.get(script, 0) + sum(map(str.isalpha, article.text[start:end]))
    whole = sum(letters.values())
    spoken: dict[str, str] = {}
    for script, count in letters.items():
        if count >= max(_LETTERS, _SHARE * whole):
            said = language("".join(article.text[a:b] for s, a, b in lines if s == script))
            if said is not None and said in known:
                spoken[said] = script
    if len(spoken) < 2 or article.language is None:
        return alone
    return {
        code: replace(article, masked=_joined(article.masked, [(a, b) for s, a, b in lines if s != script]))
        for code, script in sorted(spoken.items(), key=lambda pair: pair[0] != article.language)
    }


def _lesser(text: str) -> int:
    """At most how many letters the rarer script has, Latin or other: most texts have one, and need not be counted line by line."""
    plain = text.encode("ascii", "ignore")
    return min(len(plain.translate(None, _NO_LETTERS)), len(text) - len(plain))


def _lines(text: str) -> Iterator[tuple[str, int, int]]:
    """(script, start, end) of each line with letters and the lines of none after it."""
    at, script = 0, ""
    for line in text.splitlines(keepends=True):
        latin = sum(c.isascii() and c.isalpha() for c in line)
        other = sum(c.isalpha() for c in line) - latin
        if latin or other:
            script = "latin" if latin > other else "other"
        if script:
            yield script, at, at + len(line)
        at += len(line)


def _joined(one: Sequence[tuple[int, int]], two: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Two sets of stretches as one, in order and apart."""
    out: list[tuple[int, int]] = []
    for start, end in sorted((*one, *two)):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)


def paired(article: Article, reports: Sequence[Report]) -> Report:
    """One report of an article read once a language: all claims in the order of their evidence, twins knowing each other."""
    first, *others = reports
    twins: dict[str, str] = {}
    for other in others:
        free = list(other.claims)
        for claim in first.claims:
            match = next((c for c in free if _telling(c) == _telling(claim)), None)
            if match is not None:
                free.remove(match)
                twins[claim.id], twins[match.id] = match.id, claim.id
    claims = [replace(c, twin=twins.get(c.id)) for report in reports for c in report.claims]
    refusals = [r for report in reports for r in report.refusals]
    return Report(
        article,
        tuple(sorted(claims, key=lambda c: (c.evidence.start, c.evidence.end))),
        tuple(sorted(refusals, key=lambda r: r.evidence.start)),
    )


def _telling(claim: AnyClaim) -> tuple[Any, ...]:
    """What two tellings of one assertion share whatever the language: closed words, figures, the ids of places and sides."""
    place = claim.place.id if claim.place else None
    match claim:
        case Casualty():
            return "casualty", claim.outcome, claim.count.low, claim.count.high, claim.period, claim.since, claim.group
        case Attack():
            return "attack", claim.means, place, claim.actor.id if claim.actor else None
        case Control():
            return "control", claim.change, place, claim.actor.id if claim.actor else None
        case Statement():
            return "statement", claim.speaker.id, claim.speaker.id is None and claim.id
        case Talks():
            return "talks", claim.act, frozenset(p.id for p in claim.participants), claim.instrument
