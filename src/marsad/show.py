"""A report as lines for a person: each claim in a few words, what is known of it, and the characters that state it.

Colour is ANSI's eight, so that a terminal's own palette decides; rich would cost 0.15 s of a start that takes a half. A text
that runs right to left is isolated (Unicode's U+2068 and U+2069) so that a place's name never reorders the figures beside it.
"""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from marsad.model import (
    Actor,
    AnyClaim,
    AsOf,
    Attack,
    Casualty,
    Control,
    Count,
    Person,
    Place,
    Refusal,
    Report,
    Source,
    Speaker,
    Statement,
    Talks,
    When,
)

_COLOURS = {"casualty": "31", "control": "32", "attack": "35", "statement": "36", "talks": "34"}
_BOLD, _DIM, _PLAIN = "1", "2", "0"
_BOUNDS = {"at_least": "at least ", "more_than": "more than ", "about": "about ", "up_to": "up to "}
_UNSAID = frozenset({"id", "rule", "evidence", "reader", "stance", "source"})
_HEADLINED = {
    "casualty": {"outcome", "count", "group"},
    "control": {"change", "actor"},
    "attack": {"means", "target", "target_type"},
    "statement": {"speaker", "quote"},
    "talks": {"act", "participants"},
}
"""Fields that a claim's headline says already."""
_LABEL = 13  # columns: the longest label, "counterpart", and two spaces


@dataclass(frozen=True, slots=True)
class Style:
    """How lines are set: with or without colour and isolates, at most ``width`` columns wide."""

    colour: bool = False
    width: int = 100

    def paint(self, text: str, code: str) -> str:
        """The text in an ANSI style, or as it is where there is no colour."""
        return f"\x1b[{code}m{text}\x1b[{_PLAIN}m" if self.colour else text

    def isolate(self, text: str) -> str:
        """The text kept from reordering what stands beside it; as it is where it is all ASCII or for no terminal."""
        return text if text.isascii() or not self.colour else f"\u2068{text}\u2069"


def lines(report: Report, style: Style) -> Iterator[str]:
    """The record of one report, line by line."""
    article = report.article
    yield style.paint(style.isolate(article.title or article.id), _BOLD)
    facts = (article.outlet, article.published or "no date", article.language, _many(len(report.claims), "claim"))
    yield style.paint(" · ".join(style.isolate(fact) for fact in facts if fact), _DIM)
    for claim in report.claims:
        yield ""
        yield from claim_lines(claim, style)
    if report.refusals:
        yield ""
        yield style.paint(f"{_many(len(report.refusals), 'refusal')}:", _DIM)
        for refusal in report.refusals:
            yield from _refusal(refusal, style)


def headline(claim: AnyClaim, style: Style) -> str:
    """What a claim says, in a few words of English around the names as written."""
    match claim:
        case Casualty():
            said = f"{counted(claim.count, style)} {claim.group.replace('_', ' ')} {_OUTCOMES.get(claim.outcome, claim.outcome)}"
        case Control():
            said = " ".join(_said(part, style) for part in (claim.actor, claim.change, claim.place and claim.place.name) if part)
        case Attack():
            said = " on ".join(
                _said(part, style) for part in (claim.means or "attack", claim.target or claim.target_type) if part
            )
        case Statement():
            said = f"{_said(claim.speaker, style)}: {style.isolate('«' + claim.quote.text + '»')}"
        case Talks():
            said = f"{claim.act} of {_said(claim.participants, style)}" if claim.participants else claim.act
    return said if claim.stance == "asserted" else f"{said} ({claim.stance})"


def counted(count: Count, style: Style) -> str:
    """A figure as a person reads it. Where the source gave words the words come first: the interval is our reading of them."""
    low, high = (f"{end:,}" if end is not None else "" for end in (count.low, count.high))
    if count.bound == "vague" or count.bound == "range" or (low and high and low != high):
        figure = f"{low}–{high}" if low or high else ""
    else:
        figure = _BOUNDS.get(count.bound, "") + (low or high)
    if any(map(str.isdigit, count.text)):
        return figure
    return style.isolate(count.text) + (f" ({figure})" if figure else "")


_OUTCOMES = {"casualties": "killed or injured"}


def claim_lines(claim: AnyClaim, style: Style) -> Iterator[str]:
    """One claim, line by line: its headline, what is known of it, its evidence and the rule that read it."""
    kind = style.paint(f"{claim.kind:<{_LABEL}}", f"{_BOLD};{_COLOURS[claim.kind]}")
    first, *more = textwrap.wrap(headline(claim, style), style.width - _LABEL) or [""]
    yield kind + style.paint(first, _BOLD)
    yield from (" " * _LABEL + style.paint(line, _BOLD) for line in more)
    for label, value in _facts(claim, style):
        yield f"{style.paint(f'{label:<{_LABEL}}', _DIM)}{value}"
    where = "title " if claim.evidence.in_ == "title" else ""
    yield from _quoted(claim.evidence.text, style)
    yield " " * _LABEL + style.paint(f"{where}{claim.evidence.start}–{claim.evidence.end} · {claim.rule}", _DIM)


def _facts(claim: AnyClaim, style: Style) -> Iterator[tuple[str, str]]:
    """(label, value) of what a claim holds beside its headline; what is missing is not shown, but its asserter always is."""
    yield "says", _said(claim.source, style) if claim.source else "the outlet itself"
    for name in (field.name for field in fields(claim)):
        value = getattr(claim, name)
        if value and name not in _UNSAID | _HEADLINED[claim.kind]:
            yield name.replace("_", " "), _said(value, style)


def _said(value: Any, style: Style) -> str:
    """A value of a claim in words."""
    match value:
        case Source():
            known = " · ".join(part for part in (value.id, value.type, value.via and f"via {style.isolate(value.via)}") if part)
            return style.isolate(value.name) + (f" ({known})" if known else "")
        case Place():
            known = " · ".join(part for part in (value.id, value.country, _coordinates(value)) if part)
            return style.isolate(value.name) + (f" ({known})" if known else "")
        case Person() | Speaker():
            known = " · ".join(style.isolate(part) for part in (value.role, value.affiliation) if part)
            return style.isolate(value.name) + (f" ({known})" if known else "")
        case Actor():
            return style.isolate(value.name) + (f" ({value.id})" if value.id else "")
        case When():
            return value.start if value.start == value.end else f"{value.start} to {value.end}"
        case AsOf():
            return f"{value.date} (from {'the text' if value.from_ == 'text' else 'the day of publication'})"
        case tuple():
            return ", ".join(_said(part, style) for part in value)
        case _:
            return style.isolate(str(value))


def _coordinates(place: Place) -> str | None:
    if place.latitude is None or place.longitude is None:
        return None
    return f"{place.latitude:.2f}, {place.longitude:.2f}" + (" or near" if (place.precision or 1) > 1 else "")


def _refusal(refusal: Refusal, style: Style) -> Iterator[str]:
    yield style.paint(f"  {refusal.reason}", _DIM)
    yield from _quoted(refusal.evidence.text, style)


def _quoted(text: str, style: Style) -> Iterator[str]:
    """The evidence, wrapped, each line led by a bar that has no direction of its own."""
    for line in textwrap.wrap(" ".join(text.split()), max(style.width - _LABEL - 2, 20)):
        yield f"{' ' * _LABEL}{style.paint('│', _DIM)} {style.isolate(line)}"


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
