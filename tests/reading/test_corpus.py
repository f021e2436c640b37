"""Whole sentences and what must come of them: every line of every pack's corpus."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import marsad.language
from marsad.language.corpus import PUBLISHED, Entry, entries, unmatched
from marsad.model import Article
from marsad.model.values import KINDS
from marsad.reading import reader_of
from marsad.reading.flat import flattened, line

CORPORA = sorted(Path(marsad.language.__file__).parent.glob("[a-z]*/corpus/*.txt"))


def lines() -> Iterator[Any]:
    for path in CORPORA:
        language = path.parent.parent.name
        for entry in entries(path.read_text(encoding="utf-8"), path.name):
            known = [pytest.mark.xfail(reason=entry.known, strict=True)] if entry.known is not None else []
            yield pytest.param(language, path.stem, entry, id=f"{language}-{entry.where}", marks=known)


@cache
def claims_of(language: str, sentence: str) -> list[dict[str, Any]]:
    report = reader_of(language).read(Article("", sentence, "", published=PUBLISHED))
    return flattened(report.claims)


@pytest.mark.parametrize(("language", "file", "entry"), list(lines()))
def test_a_sentence_gives_its_claims_and_no_others(language: str, file: str, entry: Entry) -> None:
    kinds = {file, *(claim["kind"] for claim in entry.claims)} if entry.claims else set(KINDS)
    found = claims_of(language, entry.sentence)
    missing, extra = unmatched(entry.claims, [f for f in found if f["kind"] in kinds])
    said = [f"{head} {line(f)}" for head, claims in (("missing:", missing), ("too much:", extra)) for f in claims]
    assert not said, "\n".join([entry.sentence, *said])


@pytest.mark.parametrize("path", CORPORA, ids=lambda p: f"{p.parent.parent.name}-{p.stem}")
def test_a_corpus_is_of_a_kind_and_says_each_sentence_once(path: Path) -> None:
    assert path.stem in (*KINDS, "none")
    found = entries(path.read_text(encoding="utf-8"), path.name)
    assert len({e.sentence for e in found}) == len(found)
    assert all(e.known is None or e.known for e in found)
    assert path.stem != "none" or not any(e.claims for e in found)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("a sentence alone", "no => after the sentence"),
        ("a sentence => casualty killed", "is no kind with field=value"),
        ("a sentence => casualty count=many", "is no count"),
    ],
)
def test_a_line_that_cannot_be_read_says_where(row: str, said: str) -> None:
    with pytest.raises(ValueError, match=said) as error:
        entries(f"# first\n{row}", "x.txt")
    assert str(error.value).startswith("x.txt:2: ")
