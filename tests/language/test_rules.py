"""Every rule of every pack is held to the sentences it carries: what must come of them, and where it must not match."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest

from marsad.language import LANGUAGES, book
from marsad.language.corpus import PUBLISHED, agrees, unmatched
from marsad.language.pack import Rules
from marsad.language.rule import Rule
from marsad.model import Article
from marsad.reading import reader_of
from marsad.reading.chunks import ActorMention, Counted, PersonMention, PlaceMention, matches
from marsad.reading.explain import stages
from marsad.reading.flat import flattened
from marsad.reading.reader import READERS

Fields = Mapping[str, Any]


def rules() -> Iterator[tuple[str, str, Rule]]:
    """Language, kind and rule of every rule; a chunk's kind is that of the chunk."""
    for language in LANGUAGES:
        pack = book(language)
        for group in (pack.chunks, pack.claims, {"speech": pack.speech}):
            for kind, found in group.items():
                yield from ((language, kind, rule) for rule in found)


RULES = [pytest.param(language, kind, rule, id=f"{language}-{kind}-{rule.name}") for language, kind, rule in rules()]


@cache
def claims_of(language: str, sentence: str) -> list[dict[str, Any]]:
    report = reader_of(language).read(Article("", sentence, "", published=PUBLISHED))
    return flattened(report.claims)


def fires(language: str, kind: str, rule: Rule, sentence: str) -> bool:
    """Whether a rule matches in a sentence, at the step at which it is tried, and its reader makes something of the match."""
    reader = reader_of(language)
    pack = reader.scanner.pack
    if kind in pack.chunks:
        compiled = Rules(pair for pair in pack.chunks[kind] if pair[0] is rule)
        return any(True for at, s in stages(sentence, reader) if at == kind for _ in matches(s, compiled))
    if kind == "speech":
        speech = Rules(pair for pair in pack.speech if pair[0] is rule)
        heard = reader.discourse(Article("", sentence, ""), None)
        return any(True for s in heard.sentences for _ in matches(s, speech))
    compiled = Rules(pair for pair in pack.claims[kind] if pair[0] is rule)
    discourse = reader.discourse(Article("", sentence, ""), None)
    return any(True for s in discourse.sentences for hit in matches(s, compiled) for _ in READERS[kind](s, hit, discourse))


def mentions_of(language: str, sentence: str) -> list[Fields]:
    """The things gathered in a sentence, as fields."""
    discourse = reader_of(language).discourse(Article("", sentence, ""), None)
    return [_fields(item.mention) for s in discourse.sentences for item in s.items if item.mention is not None]


def _fields(mention: object) -> Fields:
    match mention:
        case PersonMention():
            return {"person": mention.name}
        case PlaceMention():
            return {"place": mention.name}
        case ActorMention():
            return {"actor": mention.name}
        case Counted():
            person = {"person": mention.person.name} if mention.person else {}
            return {n: getattr(mention, n) for n in ("low", "high", "bound", "group", "outcome")} | person
    return {}


@pytest.mark.parametrize(("language", "kind", "rule"), RULES)
def test_a_rule_has_sentences_of_both_sorts(language: str, kind: str, rule: Rule) -> None:
    assert rule.yes, "no sentence that it must read"
    assert rule.no, "no sentence that it must leave alone"


@pytest.mark.parametrize(("language", "kind", "rule"), RULES)
def test_a_rule_reads_its_sentences(language: str, kind: str, rule: Rule) -> None:
    for sentence, expected in rule.yes.items():
        wanted = list(expected) if isinstance(expected, list | tuple) else [expected]
        assert fires(language, kind, rule, sentence), f"makes nothing of {sentence!r}"
        found = claims_of(language, sentence)
        if kind in book(language).claims:
            missing, _ = unmatched(wanted, [f for f in found if f["kind"] == kind])
        else:
            gathered = [*mentions_of(language, sentence), *found]
            missing = [want for want in wanted if not any(agrees(want, fields) for fields in gathered)]
        assert not missing, f"{sentence!r} gave {found}"


@pytest.mark.parametrize(("language", "kind", "rule"), RULES)
def test_a_rule_leaves_other_sentences_alone(language: str, kind: str, rule: Rule) -> None:
    for sentence in rule.no:
        assert not fires(language, kind, rule, sentence), f"fires in {sentence!r}"


def test_rules_of_a_kind_have_names_of_their_own() -> None:
    names = [(language, kind, rule.name) for language, kind, rule in rules()]
    assert len(set(names)) == len(names)
