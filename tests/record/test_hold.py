"""No claim enters the record without its article's hash and a true slice."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.model import Article, Evidence, MarsadError, Report, Source, Talks
from marsad.record import gather
from marsad.record.hold import Held, asserter, outlet, source_of

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


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Enab Baladi", "Enab Baladi News", True),
        ("قناة الجزيرة", "شبكة الجزيرة", True),
        ("Shaam", "Shaam News", True),
        ("Shaam", "Sham FM", False),
        ("Syria TV", "Syria News", False),
        (None, None, True),
    ],
)
def test_an_outlet_is_one_under_its_names(one: str | None, other: str | None, same: bool) -> None:
    assert (outlet(replace(ARTICLE, outlet=one))[1] == outlet(replace(ARTICLE, outlet=other))[1]) == same


@pytest.mark.parametrize(
    ("source", "key", "own"),
    [
        (None, "outlet", True),
        (Source("مراسلنا"), "outlet", True),
        (Source("مصادر محلية", None, "anonymous"), "outlet", True),
        (Source("شهود", None, "witnesses"), "outlet", True),
        (Source("المرصد السوري لحقوق الإنسان"), "sohr", False),
        (Source("المرصد", "sohr"), "sohr", False),
        (Source("محمد العلي", None, "person"), "محمد العلي", False),
    ],
)
def test_the_asserter_is_the_source_and_the_outlet_only_for_its_own_voice(source: Source | None, key: str, own: bool) -> None:
    told = asserter(Held(replace(CLAIM, source=source), replace(ARTICLE, outlet="outlet")))
    assert (told.key, told.own) == (key, own)


def test_an_outlet_that_is_no_listed_body_gets_no_id() -> None:
    assert source_of(Held(CLAIM, replace(ARTICLE, outlet="outlet"))) == Source("outlet")
    assert source_of(Held(CLAIM, replace(ARTICLE, outlet="Enab Baladi News"))).id == "enab-baladi"
