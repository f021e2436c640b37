"""People as English news counts them: nouns by group and grammatical number, and how a figure stands before them."""

from marsad.language.en.words import split
from marsad.language.pack import Table
from marsad.language.rule import Rule

_PEOPLE = {
    "people": "person/people member/members worker/workers driver/drivers student/students protester/protesters passenger/passengers "
    "refugee/refugees body/bodies man/ activist/activists farmer/farmers shepherd/shepherds",
    "civilians": "civilian/civilians citizen/citizens resident/residents villager/villagers",
    "children": "child/children boy/boys girl/girls infant/infants minor/minors baby/babies",
    "women": "woman/women",
    "men": "man/men youth/youths",
    "elderly": "/elderly_people",
    "fighters": "fighter/fighters militant/militants rebel/rebels gunman/gunmen insurgent/insurgents terrorist/terrorists "
    "mercenary/mercenaries commander/commanders attacker/attackers",
    "soldiers": "soldier/soldiers officer/officers trooper/troops serviceman/servicemen conscript/conscripts",
    "police": "policeman/policemen police_officer/police_officers",
    "journalists": "journalist/journalists reporter/reporters",
    "medics": "doctor/doctors medic/medics nurse/nurses paramedic/paramedics",
    "aid_workers": "aid_worker/aid_workers",
    "prisoners": "prisoner/prisoners hostage/hostages",
    "officials": "official/officials",
    "foreigners": "foreigner/foreigners tourist/tourists",
}


def _table() -> Table:
    groups: dict[str, list[str]] = {}
    numbers: dict[str, list[str]] = {"PEOPLE_1": [], "PEOPLE_3": []}
    for group, pairs in _PEOPLE.items():
        for pair in pairs.split():
            for kind, form in zip(numbers, pair.split("/"), strict=True):
                if form:
                    groups.setdefault(group, []).append(form.replace("_", " "))
                    numbers[kind].append(form.replace("_", " "))
    return {"PEOPLE": groups, "PEOPLE_1": {1: numbers["PEOPLE_1"]}, "PEOPLE_3": {3: numbers["PEOPLE_3"]}}


TABLES: tuple[Table, ...] = (
    _table(),
    {
        "VICTIM": {"killed": split("dead deaths fatalities"), "injured": split("injuries"), "toll": split("casualties victims")},
        "QUALITY": {None: split("young elderly armed local unarmed old wounded-")},
        "HOUSEHOLDS": {"households": split("families households")},
    },
)
COUNTED = (
    Rule(
        "a figure before people: N people",
        "count=NUMBER FROM? OTHERS? QUALITY* (nation=NISBA)? QUALITY* (ACTOR)? who=PEOPLE",
        yes={"Clashes killed 12 people in Aleppo": {"low": 12, "high": 12, "group": "people"}},
        no=("The fire burned 12 cars",),
    ),
    Rule(
        "a figure of others: N others",
        "count=NUMBER who=OTHERS",
        yes={"The blast injured seven others": {"low": 7, "outcome": "injured"}},
        no=("Seven cars burned",),
    ),
    Rule(
        "one person: the singular says the figure",
        "QUALITY* (nation=NISBA)? QUALITY* who=PEOPLE_1 (?! PEOPLE)",
        yes={"Shelling killed a child": {"low": 1, "high": 1, "group": "children"}},
        no=("The committee met",),
    ),
    Rule(
        "a figure alone beside a word of loss: killing 25",
        "(?<= LOSS|LOST) count=NUMBER (?! WORD|COUNTED)",
        yes={"Shelling killed 25 in Aleppo": {"low": 25}},
        no=("Shelling destroyed 25 homes",),
    ),
    Rule(
        "a figure alone, then what befell them: dozens were wounded",
        "count=NUMBER (?= DONE{0,2} LOST)",
        yes={"The monitor said dozens were wounded": {"low": 20, "high": 99, "outcome": "injured"}},
        no=("Dozens of cars burned",),
    ),
)
