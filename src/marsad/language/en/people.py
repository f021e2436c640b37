"""People as English news counts them: nouns by group and grammatical number, and how a figure stands before them."""

from marsad.language.en.forms import nouns, pasts, split
from marsad.language.pack import Table
from marsad.language.rule import Rule
from marsad.world.demonyms import demonyms

_PEOPLE = {
    "people": "person/people/persons individual member staffer/staff employee worker driver student pupil teacher protester protestor demonstrator passenger refugee "
    "activist farmer shepherd fisherman/fishermen sailor guard migrant patient worshipper worshiper soul volunteer engineer settler lawyer son daughter brother sister "
    "father mother wife husband relative shopkeeper hunter pilgrim /population mourner wedding_guest bystander labourer laborer crew_member/crew_members/crew suspect victim/ pharmacist "
    "shopper trader merchant herder herdsman/herdsmen vendor miner nomad commuter priest nun street_vendor taxi_driver truck_driver displaced_person /internally_displaced_persons IDP refugee athlete player imam cleric",
    "civilians": "civilian citizen resident villager inhabitant local /townspeople noncombatant",
    "children": "child/children/kids boy girl infant minor baby/babies toddler newborn schoolchild/schoolchildren schoolboy schoolgirl teenager little_girl little_boy young_girl young_boy adolescent",
    "women": "woman/women lady/ladies young_woman/young_women female/females",
    "men": "man/men youth young_man/young_men male/males adult",
    "elderly": "/elderly_people elderly_man/elderly_men elderly_woman/elderly_women /elderly /elders",
    "fighters": "fighter militant rebel gunman/gunmen insurgent terrorist mercenary/mercenaries commander attacker jihadist extremist militiaman/militiamen combatant assailant "
    "suicide_bomber bomber operative leader field_commander senior_commander guerrilla loyalist sniper Islamist /jihadis auxiliary/auxiliaries paramilitary/paramilitaries",
    "soldiers": "soldier officer serviceman/servicemen conscript /troops trooper /military_personnel /personnel pilot general colonel lieutenant sergeant brigadier airman/airmen reservist /security_forces "
    "army_officer /army_troops army_soldier recruit peacekeeper Marine",
    "police": "policeman/policemen police_officer policewoman/policewomen /police security_officer",
    "journalists": "journalist reporter cameraman/cameramen photographer media_worker correspondent photojournalist media_activist",
    "medics": "/medical_personnel /health_personnel /medical_staff doctor medic nurse paramedic surgeon medical_worker ambulance_driver health_worker rescuer",
    "aid_workers": "aid_worker relief_worker rescue_worker humanitarian_worker civil_defence_volunteer civil_defense_volunteer charity_worker",
    "prisoners": "prisoner /hostages inmate captive prisoner_of_war/prisoners_of_war",
    "officials": "official minister lawmaker judge politician mayor diplomat",
    "foreigners": "foreigner tourist foreign_national expatriate",
}
_ARMED = frozenset(("fighters", "soldiers", "police"))


def _table() -> Table:
    groups: dict[str, list[str]] = {}
    numbers: dict[str, list[str]] = {"PEOPLE_1": [], "PEOPLE_3": [], "UNARMED": []}
    for group, words in _PEOPLE.items():
        for word in words.split():
            one, *many = word.split("/")
            plural = many or [nouns(one)[1]]
            for kind, forms in (("PEOPLE_1", [one]), ("PEOPLE_3", plural)):
                made = [form.replace("_", " ") for form in forms if form]
                groups.setdefault(group, []).extend(made)
                numbers[kind].extend(made)
                if kind == "PEOPLE_3" and group not in _ARMED:
                    numbers["UNARMED"].extend(made)
    return {
        "PEOPLE": groups,
        "PEOPLE_1": {1: numbers["PEOPLE_1"]},
        "PEOPLE_3": {3: numbers["PEOPLE_3"]},
        "UNARMED": {None: numbers["UNARMED"]},
    }


TABLES: tuple[Table, ...] = (
    _table(),
    {
        "VICTIM": {
            "killed": split("dead deaths fatalities killed slain martyred martyrs death fatality martyr bodies corpses"),
            "injured": split("injuries wounded injured hurt injury"),
            "missing": split("missing"),
            "displaced": split("displaced"),
            "detained": split("detained arrested detainees"),
            "abducted": split("kidnapped abducted"),
            "casualties": split("casualties casualty"),
            "toll": split("victims"),
        },
        "WITHIN": {"among": split("among amongst")},
        "WENT": {None: pasts("flee:fled die perish drown disappear vanish succumb lose:lost_his_life lose:lost_her_life lose:lost_their_lives lose:lost_their_life go:went:gone_missing fall:fell:fallen suffocate")},
        "CASUALTIES": {"toll": split("casualties deaths fatalities injuries victims martyrs")},
        "QUALITY": {
            None: split(
                "young elderly armed local unarmed old wounded innocent injured displaced foreign senior civilian military new entire different unidentified unknown masked fellow additional "
                "female male teenage little pregnant adult small large many several high-ranking low-ranking junior top alleged suspected so-called extremist terrorist opposition security "
                "Christian Muslim Shiite Shi'ite Shia Shi'a Ismaili Turkmen Armenian Coptic Maronite Jewish Hazara Tuareg Sunni Druze Yazidi Assyrian Alawite Arab Kurdish Bedouin Islamist jihadist rebel pro-government anti-government ground medical humanitarian aid bus "
                "African West_African European Asian tribal former retired prominent well-known notable Kurdish-led Takfiri national internal regular special veteran media rights street peaceful worshipping trapped besieged "
                "dead slain killed recovered headless beheaded charred decapitated mutilated burned"
            )
        },
        "MANY": {None: split("many several numerous some dozens_more scores_of a_number_of a_large_number_of a_group_of hundreds_more multiple various")},
        "LATTER": {1: ["another"]},
        "BELONGINGS": {None: split("property properties life lives infrastructure objects facilities areas population")},
        "HOUSEHOLDS": {"households": nouns("family:families household")},
        "NATIONALS": {d.code: [f"{a}s" for a in d.adjective if a.endswith(("n", "i"))] for d in demonyms()},
    },
)  # fmt: skip

_OF = "(FROM|FOR|AMONG)?"
_SIDE = "(ACTOR|FORCE|NISBA|QUALITY|LOYAL|CAPITAL|PLACE|DASH|POSSESSIVE|MANNER|OWNER|OTHERS|OPEN|CLOSE)"
COUNTED = (
    Rule(
        "a family of so many: a family of five",
        "HOUSEHOLDS FROM count=NUMBER (?! PEOPLE|WORD)",
        yes={"The strike killed a family of five in Idlib": {"low": 5, "outcome": "killed"}},
        no=("A family of farmers left Idlib",),
    ),
    Rule(
        "a figure before casualties: N civilian deaths, N injuries among citizens",
        f"count=NUMBER {_OF} OTHERS? (group=PEOPLE | nation=NISBA | {_SIDE}){{0,4}} who=CASUALTIES (WITHIN group=PEOPLE)?",
        yes={"The monitor reported seven civilian deaths": {"low": 7, "group": "civilians", "outcome": "killed"}},
        no=("The monitor reported seven civilian flights",),
    ),
    Rule(
        "some of the dead or wounded: six of the wounded, 12 of the dead",
        "count=NUMBER FROM who=VICTIM (DONE group=PEOPLE (?! PEOPLE))? (?= DONE | STOP|COMMA|IN | $)",
        yes={"Six of the wounded were in Idlib": {"low": 6, "outcome": "injured"}},
        no=("Six of the houses were in Idlib",),
    ),
    Rule(
        "a figure before people told by what befell them: N injured people",
        f"count=NUMBER {_OF} OTHERS? (nation=NISBA | side=ACTOR|FORCE | {_SIDE}){{0,2}} state=VICTIM (nation=NISBA | side=ACTOR|FORCE | {_SIDE}){{0,3}} who=PEOPLE (?! PEOPLE|FORCE LOST)",
        yes={"The clinic took in 140 injured people": {"low": 140, "outcome": "injured"}},
        no=("The clinic took in 140 hungry people",),
    ),
    Rule(
        "a figure before people: N people",
        f"count=NUMBER {_OF} OTHERS? (nation=NISBA | side=ACTOR|FORCE | {_SIDE}){{0,5}} (?! BOMBER (?! DONE{{1,2}} LOST|VICTIM | WENT)) HOUSEHOLDS? who=PEOPLE (?! PEOPLE|FORCE LOST) CLOSE?",
        yes={
            "Clashes killed 12 people in Aleppo": {"low": 12, "high": 12, "group": "people"},
            "Shelling killed two Syrian soldiers near Aleppo": {"low": 2, "group": "soldiers"},
        },
        no=("The fire burned 12 cars",),
    ),
    Rule(
        "a figure before the dead or wounded: N dead, N civilian deaths",
        f"count=NUMBER {_OF} OTHERS? (group=PEOPLE | nation=NISBA | {_SIDE}){{0,4}} who=VICTIM (?! (AND|OR) LOST (NUMBER|COUNTED)) (?! NUMBER|PEOPLE|NISBA|QUALITY|WORD)",
        yes={
            "Air raid on the market: 12 dead, 20 wounded": {"low": 12, "outcome": "killed"},
        },
        no=("12 dead trees were felled",),
    ),
    Rule(
        "families counted: N families",
        "(?<! FROM) count=NUMBER QUALITY* who=HOUSEHOLDS",
        yes={"More than 300 families fled Idlib": {"low": None, "outcome": "displaced"}},
        no=("More than 300 houses burned",),
    ),
    Rule(
        "a figure before a people's name: N Syrians",
        f"count=NUMBER {_OF} OTHERS? QUALITY* nation=NATIONALS",
        yes={"The blast killed four Syrians": {"low": 4, "outcome": "killed"}},
        no=("The court heard four cases",),
    ),
    Rule(
        "a figure before a side: N Houthis",
        f"count=NUMBER {_OF} OTHERS? QUALITY* side=ACTOR (?= DONE* LOST | STOP|COMMA|IN|AT|AND|DATE|BREAK | $)",
        yes={"Shelling killed four Houthis": {"low": 4, "group": "fighters"}},
        no=("Shelling hit four Houthi positions",),
    ),
    Rule(
        "a figure of others: N others",
        "count=NUMBER who=OTHERS QUALITY*",
        yes={"The blast injured seven others": {"low": 7, "outcome": "injured"}},
        no=("Seven cars burned",),
    ),
    Rule(
        "a figure of those told before: N of them",
        "count=NUMBER who=AMONG (?= DONE* NOT? LOST)",
        yes={"The shells hit a bus of farmers and three of them were killed": {"low": 3, "outcome": "killed"}},
        no=("Three of them were late",),
    ),
    Rule(
        "some of them told by what they are: five of them children",
        "count=NUMBER AMONG DONE? who=PEOPLE (?! PEOPLE|FORCE)",
        yes={"A strike killed 12 people, five of them children": {"low": 5, "group": "children"}},
        no=("A strike broke 12 windows, five of them large",),
    ),
    Rule(
        "some of the dead told by what they are: of the dead, 12 were children",
        "(?<= FROM VICTIM COMMA) count=NUMBER DONE who=PEOPLE (?! PEOPLE|FORCE)",
        yes={"Of the dead, 12 were children": {"low": 12, "group": "children"}},
        no=("Of the windows, 12 were broken",),
    ),
    Rule(
        "another, then what befell them: another was wounded",
        "who=LATTER (?= DONE{0,2} MANNER* LOST)",
        yes={"Three soldiers were killed and another wounded": {"low": 1, "outcome": "injured"}},
        no=("Three soldiers ate and another slept",),
    ),
    Rule(
        "one person: the singular says the figure",
        "(?<! NOT) (?! ACTOR OWNER) (MANNER|OTHERS)? (nation=NISBA | side=ACTOR|FORCE | QUALITY|LOYAL|DASH|OWNER | CAPITAL|PLACE|STATE POSSESSIVE){0,5} (?! BOMBER (?! DONE{1,2} LOST|VICTIM | WENT)) ((?= QUALITY) who=PEOPLE_1 (?! WORD|SPEAKER|COMMON) | (?! QUALITY) who=PEOPLE_1) (?! NISBA|PEOPLE|FORCE|CASUALTIES|BELONGINGS|HELD|HANDS|GRIP|LOYAL|DASH|TARGET|WEAPON|STRIKE|MONITOR)",
        yes={"Shelling killed a child": {"low": 1, "high": 1, "group": "children"}},
        no=("The committee met",),
    ),
    Rule(
        "people without a figure after a word of loss: killing civilians",
        f"((?<= LOSS|AMONG) | (?<= LOST)(?<! QUALITY) | (?<= STRIKE|STRUCK|WEAPON|ACTOR|AND|DONE|WHO|THAT|MANNER|OPEN LOST)) (MANY FROM?)? (nation=NISBA | side=ACTOR|FORCE | {_SIDE}){{0,3}} who=PEOPLE_3 (?! PEOPLE|FORCE | DONE* LOST)",
        yes={"The shells fell on a market, wounding civilians": {"low": None, "group": "civilians", "outcome": "injured"}},
        no=("Civilians buy bread at the market",),
    ),
    Rule(
        "people without a figure, then what befell them: civilians were killed",
        f"(?<! NUMBER|NOT) (MANY FROM?)? ((nation=NISBA | side=ACTOR|FORCE | {_SIDE}){{0,3}} who=PEOPLE_3 | who=OTHERS) (?= WENT | DONE? MANNER? WAS MANNER* LOST | DONE{{1,2}} MANNER* WENT | DONE* SUFFER | LOST STOP|IN|AS|BY|AFTER|COMMA)",
        yes={"The agency said civilians were injured": {"low": None, "group": "civilians", "outcome": "injured"}},
        no=("The agency said civilians were tired",),
    ),
    Rule(
        "more of them without a figure: including women and children",
        "((?<= AMONG UNARMED AND) | (?<= AMONG NUMBER UNARMED AND) | (?<= AMONG PEOPLE_1 AND)) MANY? who=UNARMED",
        yes={"The blast killed 9 people, including women and children": {"group": "children", "low": None}},
        no=("Women and children walked to Idlib",),
    ),
    Rule(
        "others without a figure: injuring others",
        "(?<= LOST) MANY? who=OTHERS (?! PEOPLE|NUMBER|NISBA|SETTLEMENT|QUALITY|TARGET|LANDMARK|CAPITAL|PLACE)",
        yes={"The blast killed a child and injured others": {"outcome": "injured", "low": None}},
        no=("Others came to Idlib",),
    ),
    Rule(
        "dead and wounded without a figure: casualties",
        "(?<= RESULTED|DONE|THEREIN|SAYS|AND|OR|STRUCK|MANNER|WITH|FORCED|STRIKE) (?<! BESIDES AND)(?<! NOT RESULTED) (MANY FROM?)? (group=PEOPLE | QUALITY)? who=CASUALTIES (WITHIN|BETWEEN group=PEOPLE)?",
        yes={"The shelling caused casualties in Tabqa": {"outcome": "casualties", "low": None}},
        no=("No casualties were reported in Tabqa",),
    ),
    Rule(
        "a figure alone beside a word of loss: killing 25",
        "(?<= LOST|LOSS|RESULTED) OTHERS? count=NUMBER (?! WORD|COUNTED|HOUSEHOLDS|LANDMARK|TARGET|WEAPON|STRIKE|CAPITAL|SETTLEMENT | (ACTOR|FORCE|NISBA|QUALITY){1,2} TARGET|LANDMARK|SETTLEMENT|SEVERAL|WEAPON)",
        yes={"Shelling killed 25 in Aleppo": {"low": 25}},
        no=("Shelling destroyed 25 homes",),
    ),
    Rule(
        "a figure alone, then what befell them: dozens were wounded",
        "(?<! AGED|BETWEEN) count=NUMBER MANNER? (?= DONE{0,2} MANNER* LOST)",
        yes={"The monitor said dozens were wounded": {"low": 20, "high": 99, "outcome": "injured"}},
        no=("Dozens of cars burned",),
    ),
)  # fmt: skip
