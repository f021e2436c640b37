"""How the language says that people were killed, wounded, went missing, fled or were taken."""

from marsad.language.pack import Table
from marsad.language.rule import Rule

WORDS: Table = {
    "LOST": {"killed": ["killed"], "injured": ["wounded"]},  # the value is an outcome of the record
}
CASUALTY = (
    Rule(
        "N people were killed",
        "count=COUNTED DONE outcome=LOST",
        yes={"12 people were killed in Aleppo": {"outcome": "killed", "low": 12}},
        no=("12 people were seen in Aleppo",),
    ),
    Rule(
        "killed N people",
        "outcome=LOST count=COUNTED",
        yes={"The blast wounded 12 people": {"outcome": "injured", "low": 12}},
        no=("The blast woke 12 people",),
    ),
)
