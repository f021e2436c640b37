"""How the language names a place: the noun before or after the name, the direction, the countryside of a town."""

from marsad.language.pack import Table
from marsad.language.rule import Rule

WORDS: Table = {
    "SETTLEMENT": {"town": ["town", "city"], "village": ["village"], "province": ["province"]},
}
PLACES = (
    Rule(
        "a settlement by its kind and name: the village of X",
        "head=SETTLEMENT FROM name=(PLACE|CAPITAL){1,3}",
        yes={"Two people were killed in the village of Kafr Batikh": {"place": "village of Kafr Batikh"}},
        no=("They came to a village",),
    ),
)
