"""Every sentence of the Arabic corpora says the same in another spelling: the same claims of every kind, their characters exact."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.spellings import SPELLINGS

import marsad.language
from marsad.language.corpus import PUBLISHED, entries
from marsad.model import Article
from marsad.reading import reader_of
from marsad.reading.flat import flattened, line
from marsad.text import key

CORPORA = sorted((Path(marsad.language.__file__).parent / "ar" / "corpus").glob("*.txt"))
SENTENCES = tuple(e.sentence for path in CORPORA for e in entries(path.read_text(encoding="utf-8"), path.name))

AMBIGUOUS = {"final ya as alef maqsura": ("علي",)}
"""Words that another spelling makes other words of: علي, a man's name, and على, a preposition."""


def bare(value: Any) -> Any:
    """A field's value without what spelling changes."""
    return [key(v) for v in value] if isinstance(value, list) else key(value) if isinstance(value, str) else value


def told(text: str) -> list[str]:
    """What a text tells, in folded words; each claim points at its own characters."""
    report = reader_of("ar").read(Article("", text, "", published=PUBLISHED))
    for claim in report.claims:
        assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.text
    return [line({name: bare(value) for name, value in f.items() if name != "quote"}) for f in flattened(report.claims)]


as_written = cache(told)


@pytest.mark.parametrize("spelling", SPELLINGS)
@settings(derandomize=True, max_examples=25, deadline=None)
@given(sentence=st.sampled_from(SENTENCES), data=st.data())
def test_another_spelling_tells_the_same(spelling: str, sentence: str, data: st.DataObject) -> None:
    if not any(word in sentence for word in AMBIGUOUS.get(spelling, ())):
        spelled: Callable[[str, st.DataObject], str] = SPELLINGS[spelling]
        assert told(spelled(sentence, data)) == as_written(sentence)
