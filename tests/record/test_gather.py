"""The record is a function of the set of reports: order, repetition and adding bit by bit change nothing; people's word is laid
over and lifted."""

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.model import Incident, Judgement, Record, Report
from marsad.record import footings, gather
from marsad.synthetic import Synthetic, reports

SOME = 400


def synthetic(seed: int) -> list[Synthetic]:
    return list(reports(SOME, seed))


def only_reports(seed: int) -> list[Report]:
    return [s.report for s in synthetic(seed)]


@given(st.integers(1, 5), st.randoms(use_true_random=False))
@settings(max_examples=12)
def test_the_order_of_reading_changes_nothing(seed: int, random: Random) -> None:
    told = only_reports(seed)
    shuffled = random.sample(told, len(told))
    assert gather(shuffled) == gather(told)


def test_a_report_read_twice_changes_nothing() -> None:
    told = only_reports(1)
    assert gather([*told, *told[:50]]) == gather(told)


def kept_by_a_store(record: Record, stored: list[Report], new: list[Report]) -> list[Incident]:
    """The incidents after new reports, gathering only what they touch, as ``footings`` tells a store to."""
    cluster = {claim: made.cluster for made in record.incidents for claim in made.claims}
    feet = {claim: foot for report in stored for claim, foot in footings(report).items()}
    fresh = {claim: foot for report in new for claim, foot in footings(report).items()}
    touched = {block for foot in fresh.values() for block in foot.blocks}
    stirred = {cluster[claim] for claim, foot in feet.items() if touched & set(foot.blocks)}
    claims = {claim for claim, of in cluster.items() if of in stirred} | set(fresh)
    part = gather([r for r in [*stored, *new] if any(c.id in claims for c in r.claims)])
    return [i for i in record.incidents if i.cluster not in stirred] + [i for i in part.incidents if claims & set(i.claims)]


@given(st.integers(1, 4), st.integers(1, 40), st.randoms(use_true_random=False))
@settings(max_examples=10)
def test_gathering_only_what_new_reports_touch_gives_the_same_incidents(seed: int, size: int, random: Random) -> None:
    told = only_reports(seed)
    mixed = random.sample(told, len(told))
    stored, new = mixed[size:], mixed[:size]
    assert sorted(kept_by_a_store(gather(stored), stored, new), key=lambda i: i.id) == sorted(
        gather(told).incidents, key=lambda i: i.id
    )


def test_an_id_is_its_earliest_claims_and_every_id_of_any_time_leads_home() -> None:
    told = sorted(only_reports(2), key=lambda r: (r.article.published or "", r.article.sha256))
    stands = {foot.incident: claim for report in told for claim, foot in footings(report).items()}
    home = {claim: made.id for made in gather(told).incidents for claim in made.claims}
    for made in gather(told).incidents:
        assert stands[made.id] == made.claims[0]
    late = gather(told[len(told) // 3 :]).incidents
    moved = [made for made in late if home[stands[made.id]] != made.id]
    assert all(stands[made.id] in made.claims for made in late)
    assert moved, "some event had its first report among those left out"


def test_what_was_told_of_one_event_comes_together_and_little_else() -> None:
    told = synthetic(3)
    events = {claim: event for s in told for claim, event in s.events.items()}
    made = gather(s.report for s in told).incidents
    homes: dict[int, set[str]] = {}
    for incident in made:
        for claim in incident.claims:
            homes.setdefault(events[claim], set()).add(incident.id)
    assert all(len(ids) == 1 for ids in homes.values())
    mixed = [i.id for i in made if len({events[c] for c in i.claims}) > 1]
    assert len(mixed) <= len(made) * 0.03


def two(record: Record) -> tuple[Incident, Incident]:
    a, b = sorted(record.incidents, key=lambda i: len(i.claims))[-2:]
    return a, b


@given(st.integers(1, 4), st.randoms(use_true_random=False))
@settings(max_examples=8)
def test_merged_and_unmerged_the_record_is_as_before(seed: int, random: Random) -> None:
    told = only_reports(seed)
    before = gather(told)
    a, b = random.sample(before.incidents, 2)
    word = Judgement("j1", "same", a.id, b.id, reason="one blast", by="rim", at="2020-01-01")
    merged = gather(told, [word])
    whole = next(i for i in merged.incidents if a.claims[0] in i.claims)
    assert set(whole.claims) == {*a.claims, *b.claims}
    assert whole.id in (a.id, b.id)
    assert merged.redirects == (((a.id, b.id) if whole.id == b.id else (b.id, a.id)),)
    assert any("a person" in reason for link in whole.links for reason in link.reasons)
    assert gather(told, [replace(word, withdrawn="2020-01-02")]) == before


def test_what_a_person_holds_apart_stays_apart() -> None:
    told = only_reports(1)
    before = gather(told)
    whole = max(before.incidents, key=lambda i: len(i.articles))
    link = whole.links[0]
    after = gather(told, [Judgement("j", "different", link.a, link.b, by="rim", at="2020-01-01")])
    homes = {c: i.id for i in after.incidents for c in i.claims}
    assert homes[link.a] != homes[link.b]


def test_grade_best_and_restriction_are_a_persons_and_lift_with_the_judgement() -> None:
    told = only_reports(1)
    before = gather(told)
    made = before.incidents[0]
    figure = made.figures[0]
    words = [
        Judgement("g", "grade", made.id, value="weak", by="rim", at="2020-01-01"),
        Judgement("h", "grade", made.id, value="fair", by="rim", at="2020-01-03"),
        Judgement("b", "best", made.id, value=f"{figure.outcome}/{figure.group}/7", by="rim", at="2020-01-02"),
        Judgement("r", "restricted", made.id, value="true", by="rim", at="2020-01-02"),
    ]
    after = gather(told, words).incidents[0]
    assert (after.grade, after.restricted, after.figures[0].best) == ("fair", True, 7)
    assert all(i.grade is None and not i.restricted and f.best is None for i in before.incidents for f in i.figures)
    assert gather(told, [replace(w, withdrawn="2020-02-01") for w in words]) == before


def test_a_judgement_that_lost_its_claim_is_named() -> None:
    told = only_reports(1)
    gone = Judgement("j", "same", "in-0000000000000000", told[0].claims[0].id, by="rim", at="2020-01-01")
    assert gather(told, [gone]).lost == ("j",)


def test_each_incident_says_why() -> None:
    for made in gather(only_reports(1)).incidents:
        assert all(link.reasons and 0 < link.score <= 1 and {link.a, link.b} <= set(made.claims) for link in made.links)
        assert len(made.articles) + len(made.recalled) <= len(made.links) + 1
