"""People as the language counts them: nouns by group and grammatical number, and how a figure stands before them."""

from marsad.language.pack import Table
from marsad.language.rule import Rule

_ONE = {"people": ["person"], "civilians": ["civilian"], "children": ["child"], "soldiers": ["soldier"]}
_MANY = {"people": ["people"], "civilians": ["civilians"], "children": ["children"], "soldiers": ["soldiers"]}

WORDS: Table = {
    "PEOPLE": {group: [*_ONE[group], *_MANY[group]] for group in _ONE},  # the value is a group of the record
    "PEOPLE_1": {1: [form for forms in _ONE.values() for form in forms]},
    "PEOPLE_3": {3: [form for forms in _MANY.values() for form in forms]},
}
COUNTED = (
    Rule(
        "a figure before people: N people",
        "count=NUMBER who=PEOPLE",
        yes={"12 people were killed": {"low": 12, "high": 12, "group": "people"}},
        no=("12 cars were burned",),
    ),
    Rule(
        "one person: the singular says the figure",
        "who=PEOPLE_1",
        yes={"A child was killed": {"low": 1, "high": 1, "group": "children"}},
        no=("A house was burned",),
    ),
)
