"""A side is who it says it is, and not the one that backs it."""

import pytest

import marsad
from marsad.model import Attack, Control


@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        ("سيطرت قوات مدعومة من الولايات المتحدة على مدينة الرقة.", ("قوات مدعومة من الولايات المتحدة", None)),
        ("سيطرت فصائل مدعومة من تركيا على مدينة عفرين.", ("فصائل مدعومة من تركيا", None)),
        ("قصفت قوات تابعة لحزب الله بلدة بنش.", ("قوات تابعة لحزب الله", "hezbollah")),
        ("US-backed forces took Raqqa on Tuesday.", ("US-backed forces", None)),
        ("Forces backed by the United States took Raqqa.", ("Forces backed by the United States", None)),
        ("Turkish-backed rebels shelled the town of Manbij on Tuesday.", ("Turkish-backed rebels", "sna")),
    ],
)
def test_a_side_is_not_its_backer(sentence: str, side: tuple[str, str | None]) -> None:
    (claim,) = marsad.read(sentence, published="2018-10-18").claims
    assert isinstance(claim, Control | Attack)
    assert claim.actor is not None
    assert (claim.actor.name, claim.actor.id) == side
