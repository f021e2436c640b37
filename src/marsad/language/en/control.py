"""How English news says who takes, loses, holds, besieges or leaves a place."""

from marsad.language.en.words import split
from marsad.language.pack import Table
from marsad.language.rule import Rule

WORDS: Table = {
    "TOOK": {"took": split("captured seized recaptured retook liberated took_control_of seized_control_of took_over occupied")},
    "HOLDS": {"holds": split("controls hold holds control")},
    "LOST_HOLD": {"lost": split("lost_control_of")},
    "WITHDREW": {"withdrew": split("withdrew_from pulled_out_of withdraw_from")},
    "BESIEGED": {"besieged": split("besieged surrounded encircled")},
}
_SIDE = "by=ACTOR|STATE (DONE|DATE|COMMA)*"

CONTROL: tuple[Rule, ...] = (
    Rule(
        "a side took a place: X captured P",
        f"{_SIDE} verb=TOOK",
        fixed={"change": "gained", "who": "before", "where": "after"},
        yes={"The SDF captured Tabqa": {"change": "gained", "place": "Tabqa"}},
        no=("The SDF visited Tabqa",),
    ),
    Rule(
        "a side holds a place: X controls P",
        f"{_SIDE} verb=HOLDS",
        fixed={"change": "holds", "who": "before", "where": "after"},
        yes={"The SDF controls Tabqa": {"change": "holds", "place": "Tabqa"}},
        no=("The SDF visited Tabqa",),
    ),
    Rule(
        "a side lost a place: X lost control of P",
        f"{_SIDE} verb=LOST_HOLD",
        fixed={"change": "lost", "who": "before", "where": "after"},
        yes={"The SDF lost control of Tabqa": {"change": "lost", "place": "Tabqa"}},
        no=("The SDF visited Tabqa",),
    ),
    Rule(
        "a side left a place: X withdrew from P",
        f"{_SIDE} verb=WITHDREW",
        fixed={"change": "withdrew", "who": "before", "where": "after"},
        yes={"The SDF withdrew from Tabqa": {"change": "withdrew", "place": "Tabqa"}},
        no=("The SDF visited Tabqa",),
    ),
    Rule(
        "a side besieged a place: X besieged P",
        f"{_SIDE} verb=BESIEGED",
        fixed={"change": "besieged", "who": "before", "where": "after"},
        yes={"The SDF besieged Tabqa": {"change": "besieged", "place": "Tabqa"}},
        no=("The SDF visited Tabqa",),
    ),
)
