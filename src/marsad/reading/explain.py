"""Why a sentence was read as it was: its words, the rules that matched, what each took, what came of it and what was refused."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from marsad.language.rule import Rule
from marsad.model import Article, Report
from marsad.reading.chunks import Hit, gathered_kind, matches
from marsad.reading.flat import flattened, line
from marsad.reading.items import Sentence
from marsad.reading.reader import READERS, Reader
from marsad.text import words


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that matched: of what kind, over which words, and the words each of its slots took.

    ``made`` is how many claims its reader drew from it, before what is told twice is brought together; None for a chunk.
    """

    kind: str
    rule: Rule
    text: str
    slots: dict[str, str]
    made: int | None = None


@dataclass(frozen=True, slots=True)
class Reasons:
    """All there is to say of a sentence: its items with their kinds, the chunks gathered, the rules that matched, the report."""

    items: tuple[tuple[str, str], ...]
    chunks: tuple[Match, ...]
    matched: tuple[Match, ...]
    report: Report


def reasons(text: str, reader: Reader, published: str | None = None) -> Reasons:
    """How ``reader`` reads a text: every step as a value."""
    article = Article("", text, "", published=published, published_from="option" if published else None)
    discourse = reader.discourse(article, date.fromisoformat(published) if published else None)
    items = tuple((s.text(i, i + 1), "/".join(item.senses)) for s in discourse.sentences for i, item in enumerate(s.items))
    matched = tuple(
        _match(kind, s, hit, len(list(READERS[kind](s, hit, discourse))))
        for s in discourse.sentences
        for kind, rules in reader.scanner.pack.claims.items()
        for hit in matches(s, rules)
    )
    return Reasons(items, tuple(_chunks(text, reader)), matched, reader.read(article))


def stages(text: str, reader: Reader) -> Iterator[tuple[str, Sentence]]:
    """The sentences of a text as each kind of chunk rule meets them: the kind, the sentence before its chunks are gathered."""
    scanner = reader.scanner
    for sentence in scanner.scan(words(text), None):
        for kind in scanner.pack.chunks:
            yield kind, sentence
            sentence = gathered_kind(sentence, scanner, kind)


def _chunks(text: str, reader: Reader) -> Iterator[Match]:
    """The chunks gathered: of rules that overlap, the one that took its words first."""
    for kind, sentence in stages(text, reader):
        taken: set[int] = set()
        for hit in matches(sentence, reader.scanner.pack.chunks[kind]):
            if taken.isdisjoint(range(hit.first, hit.last)):
                taken.update(range(hit.first, hit.last))
                yield _match(kind, sentence, hit)


def _match(kind: str, sentence: Sentence, hit: Hit, made: int | None = None) -> Match:
    slots = {name: sentence.text(*span) for name, span in hit.slots.items()}
    return Match(kind, hit.rule, sentence.text(hit.first, hit.last), slots, made)


def explain(text: str, reader: Reader, published: str | None = None) -> list[str]:
    """The reasons in lines for people, under the heads words, gathered, matched, claims and refused."""
    why = reasons(text, reader, published)
    report = why.report
    return [
        *_section("words", (f"{kinds:<24} {text}" for text, kinds in why.items)),
        *_section("gathered", map(_told, why.chunks)),
        *_section("matched", map(_told, why.matched)),
        *_section("claims", (f"{line(f)}  [{c.rule}]" for f, c in zip(flattened(report.claims), report.claims, strict=True))),
        *_section("refused", (f"{r.evidence.text}: {r.reason}" for r in report.refusals)),
    ]


def _section(head: str, lines: Iterator[str]) -> Iterator[str]:
    """A head with its lines indented below; "none" where there are none."""
    yield head
    rows = [f"  {row}" for row in lines]
    yield from rows or ["  none"]


def _told(match: Match) -> str:
    slots = " · ".join(f"{name}={text}" for name, text in match.slots.items())
    came = "" if match.made is None else f"  → {match.made or 'nothing'}"
    return f"{match.kind}: {match.rule.name} | {match.text} | {slots}{came}"
