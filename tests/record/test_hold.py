"""No claim enters the record without its article's hash and a true slice."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.model import Article, Evidence, MarsadError, Report, Talks
from marsad.record import gather
from marsad.record.hold import Held

ARTICLE = Article("a", "التقى الوفدان في جنيف", "0" * 64, title="لقاء في جنيف", published="2017-11-28")
CLAIM = Talks(id="c", rule="met", evidence=Evidence("التقى", 0, 5), act="meeting")


@given(st.integers(-3, 30), st.integers(-3, 30), st.text(max_size=8), st.sampled_from([None, "title"]))
def test_only_a_true_slice_is_held(start: int, end: int, text: str, part: str | None) -> None:
    claim = replace(CLAIM, evidence=Evidence(text, start, end, part))
    whole = ARTICLE.title if part else ARTICLE.text
    assert whole is not None
    if 0 <= start < end <= len(whole) and whole[start:end] == text:
        assert Held(claim, ARTICLE).claim is claim
    else:
        with pytest.raises(MarsadError, match="claim c: its evidence is not"):
            Held(claim, ARTICLE)


@given(st.integers(0, 20), st.integers(1, 21))
def test_every_true_slice_is_held(start: int, length: int) -> None:
    end = min(start + length, len(ARTICLE.text))
    if start < end:
        assert Held(replace(CLAIM, evidence=Evidence(ARTICLE.text[start:end], start, end)), ARTICLE)


@given(st.text(alphabet="0123456789abcdefg", max_size=70).filter(lambda s: len(s) != 64 or "g" in s))
def test_an_article_without_its_hash_is_refused(sha256: str) -> None:
    with pytest.raises(MarsadError, match="no SHA-256"):
        Held(CLAIM, replace(ARTICLE, sha256=sha256))


def test_what_is_refused_is_named_and_the_rest_stands() -> None:
    bad = replace(CLAIM, id="bad", evidence=Evidence("غيرها", 0, 5))
    record = gather([Report(ARTICLE, (bad, CLAIM))])
    assert [r.id for r in record.refused] == ["bad"]
    assert [e.claims for t in record.talks for e in t.events] == [("c",)]
