"""How English news says that people were killed, wounded, went missing, fled or were taken."""

from marsad.language.en.forms import pasts, split, verbs
from marsad.language.pack import Table
from marsad.language.rule import Rule

_LOST = {
    "killed": "kill murder slay:slew:slain slaughter massacre assassinate execute behead die:died::dying perish drown neutralize neutralise eliminate gun:gunned:gunned:gunning_down shoot:shot_dead shoot:shot_to_death electrocute "
    "lose:lost:lost_his_life lose:lost_her_life lose:lost_their_lives lose:lost_their_life succumb:succumbed_to fall:fell:fallen:falling_martyr put:put:put:putting_to_death burn:burned_to_death claim:claimed_the_lives_of claim:claimed_the_life_of take:took:taken_the_lives_of "
    "crush:crushed_to_death stone:stoned_to_death torture:tortured_to_death hang:hanged bury:buried_alive",
    "injured": "injure hurt:hurt::hurting maim suffocate affect:affected_by_the_gas sustain:sustained_injuries suffer:suffered_injuries suffer:suffered_wounds sustain:sustained_wounds "
    "suffer:suffered_serious_injuries sustain:sustained_various_injuries sustain:sustained_serious_injuries",
    "missing": "disappear go:went:gone_missing vanish",
    "displaced": "displace flee:fled uproot evacuate expel:expelled_from_their_homes leave:left_their_homes abandon:abandoned_their_homes escape:escaped_from_their_homes",
    "detained": "arrest detain apprehend imprison capture jail round:rounded_up take:took:taken_prisoner take:took:taken_captive",
    "casualties": "gas:gassed",
    "abducted": "kidnap:kidnapped abduct take:took:taken_hostage",
}  # fmt: skip
_PAST_ONLY = {"killed": "martyred slain", "injured": "wounded wounding"}
"""Of verbs whose other forms are nouns too ("martyrs", "wounds")."""

WORDS: Table = {
    "LOST": {outcome: verbs(forms) + split(_PAST_ONLY.get(outcome, "")) for outcome, forms in _LOST.items()},
    "PAST": {outcome: pasts(forms) + split(_PAST_ONLY.get(outcome, "")) for outcome, forms in _LOST.items()},
    "LOSS": {
        "killed": split(
            "death_of deaths_of killing_of killings_of martyrdom_of murder_of murders_of assassination_of execution_of executions_of lives_of life_of loss_of elimination_of massacre_of slaughter_of beheading_of drowning_of martyring"
        ),
        "injured": split("injury_of injuries_of wounding_of injury_to injuries_to wounds_to injuring_of"),
        "missing": split("disappearance_of"),
        "displaced": split("displacement_of exodus_of flight_of evacuation_of mass_exodus_of mass_displacement_of massive_exodus_of massive_displacement_of"),
        "detained": split("arrest_of detention_of capture_of arrests_of"),
        "abducted": split("abduction_of kidnapping_of abductions_of kidnappings_of"),
    },
    "SUFFER": {"injured": split("suffered_injuries sustained_injuries suffered_wounds sustained_wounds sustained_various_injuries")},
    "FLED": {"displaced": split("to_flee to_leave_their_homes to_escape to_abandon_their_homes from_their_homes out_of_their_homes to_seek_refuge into_fleeing")},
    "FORCED": {"forced": verbs("force drive:drove:driven compel:compelled push prompt cause lead:led")},
    "TAKEN": {"hostage": split("hostage prisoner captive")},
    "NAMES": {"names": split("the_names_of names_of")},
    "TOLL": {"killed": split("death_toll toll_of_dead fatality_toll")},
    "VICTIM": {"killed": split("death_toll toll_of_dead fatality_toll")},
    "SUFFERS": {"suffered": verbs("suffer sustain receive incur")},
    "HURT": {"injured": split("injuries injury wounds wound burns burn fractures fracture bruises broken_leg broken_arm leg arm concussion cuts")},
    "MOVED": {"moved": verbs("transfer:transferred::transferring rush evacuate admit:admitted::admitting transport airlift") + split("taken brought")},
    "STAYED": {"stayed": verbs("remain stay")},
    "BODIES": {"bodies": split("body bodies corpse corpses remains")},
    "LOSE": {"lost": verbs("lose:lost")},
    "FALL": {"fall": verbs("fall:fell:fallen")},
}  # fmt: skip

_AFTER_COUNT = "(QUALITY|NISBA|MANNER|DATE|AGED|MEASURE|PAREN_OPEN|PAREN_CLOSE|NUMBER)*"
_ROW = "((AND|COMMA|BESIDES)+ (COUNTED|PERSON | NUMBER (FORCE|WORD|COMMON|QUALITY){1,3})){0,5}"
_PARTS = "(COMMA? AMONG (AND|COMMA|COUNTED|PERSON|QUALITY|NUMBER)+)?"
_WHERE = "((IN|AT|FROM|WITH|ON|LOYAL)+ (PLACE|ACTOR|DIRECTION|COMMA|SETTLEMENT|WORD|CAPITAL|TARGET|LANDMARK|OWNER|FORCE|COUNTRYSIDE|QUALITY|SUCH|NISBA|LOYAL|DASH|OPEN|CLOSE|STRONG|STRIKE|POSSESSIVE|NUMBER|HOUSEHOLDS|COMMON|ONE|AND|PERSON|TITLE|STATE|PAREN_OPEN|PAREN_CLOSE){1,7}?){0,2}"
_APPOSED = "((COMMA|PAREN_OPEN) ~COMMA|~LOST|~STOP|~SAYS|~PAREN_CLOSE{1,14}? (COMMA|PAREN_CLOSE))?"
_BY = "((MANNER | DATE | IN PLACE)* BY (QUALITY|LOYAL|DASH)* by=ACTOR|STATE)?"
_DOING = "(COMMA? (WORD|COMMON|COMES) (FROM|IN|TO|AT|ON|WITH) (PLACE|CAPITAL|SETTLEMENT|LANDMARK|QUALITY|COMMON|STATE){1,3}?)?"
_LISTED = "((COMMA|COLON)? NAMELY? (PERSON|AND|COMMA|RELATION|FROM|PLACE|SETTLEMENT|CAPITAL){1,18})?"

CASUALTY = (
    Rule(
        "N people were killed",
        f"(?<! LOST|LOSS|LOSE) count=(COUNTED | (?<! FROM|FOR|BY|WITH|TO|LOYAL|IN|ON|BENEATH|SPEAKER) PERSON) {_ROW} {_WHERE} {_ROW} {_PARTS} {_LISTED} {_WHERE} {_DOING} {_APPOSED} {_AFTER_COUNT} COMMA? (WHO|COMMA|THAT)? (?<! NOT) (DONE{{0,2}} MANNER? WAS (MANNER|SAYS|OPEN | TO WAS)* outcome=LOST | DONE{{1,2}} MANNER* outcome=WENT) (AND|OR outcome2=LOST)? {_BY}",
        yes={
            "38 people were killed in the city": {"outcome": "killed", "low": 38},
            "Four farmers from Maskana, among them a woman, were wounded": {"outcome": "injured", "low": 4},
        },
        no=("38 people travelled to the city",),
    ),
    Rule(
        "N people killed, N people died",
        f"(?<! LOST|LOSS|LOSE) count=(COUNTED | (?<! FROM|FOR|BY|WITH|TO|LOYAL|IN|ON|BENEATH|SPEAKER) PERSON) {_ROW} {_PARTS} {_WHERE} {_APPOSED} {_AFTER_COUNT} (WHO|THAT)? MANNER? outcome=LOST (AND|OR outcome2=LOST)? (?! MANNER? (?! VICTIMS) COUNTED|PERSON|NUMBER (?! DONE* LOST)) (?! ACTOR|OWNER)",
        yes={"Two children killed in shelling on Kobani": {"outcome": "killed", "low": 2, "group": "children"}},
        no=("Two rebels killed three soldiers",),
    ),
    Rule(
        "killed N people",
        "(by=ACTOR|STATE (DONE|MANNER|DATE)*)? (?<! TO|WILL|NOT) outcome=LOST (AND|OR outcome2=LOST)? MANNER* ((SPEAKER|TITLE|FORCE|SETTLEMENT|COMMA|QUALITY|NISBA){1,6} AND)? (FROM|FOR|BETWEEN|BOTH|OWNER|OTHERS|LATTER)* count=COUNTED|PERSON (?! DONE{1,3} MANNER* LOST | LOST (?! COUNTED|NUMBER|PERSON))",
        yes={"Shelling killed six civilians in Idlib": {"outcome": "killed", "low": 6, "group": "civilians"}},
        no=("Six ministers opened the fair",),
    ),
    Rule(
        "the death of N people",
        "outcome=LOSS (AND outcome2=LOSS)? (FROM|FOR|THEM)* count=COUNTED|PERSON",
        yes={"The blast led to the death of six soldiers": {"outcome": "killed", "low": 6, "group": "soldiers"}},
        no=("The arrival of six soldiers",),
    ),
    Rule(
        "N people dead: left N dead",
        "(?<! AGED) count=COUNTED|NUMBER (AND PEOPLE|STRONG|FORCE)? (DONE|STAYED MANNER*)? QUALITY? outcome=VICTIM (?! PEOPLE|NUMBER) (?! (?! AMONG) COUNTED)",
        yes={"The blast left three people dead": {"outcome": "killed", "low": 3}},
        no=("The blast left three houses burning",),
    ),
    Rule(
        "N people suffered injuries",
        f"count=COUNTED|PERSON {_PARTS} {_APPOSED} {_WHERE} (COMMA? WHO)? (DONE|MANNER)* (SUFFER | SUFFERS (QUALITY|MANNER|NUMBER|COMMON|WORD){{0,3}} HURT)",
        fixed={"outcome": "injured"},
        yes={
            "Three nurses sustained injuries": {"outcome": "injured", "low": 3},
            "Ali Hilal, who suffered a broken arm during the raid, is at home": {"outcome": "injured", "low": 1},
        },
        no=("Three nurses sustained the effort",),
    ),
    Rule(
        "N people driven to flight: forced N to flee",
        "FORCED count=COUNTED|NUMBER (FROM|IN|PLACE)* FLED",
        fixed={"outcome": "displaced"},
        yes={"The battle forced thousands of civilians to flee": {"outcome": "displaced", "low": 2000, "group": "civilians"}},
        no=("The battle forced thousands of civilians to wait",),
    ),
    Rule(
        "N people had to flee: N were forced to flee",
        "count=COUNTED (WHO|DONE|MANNER)* FORCED|DONE FLED",
        fixed={"outcome": "displaced"},
        yes={"More than 300 villagers were forced to flee": {"outcome": "displaced", "low": 300}},
        no=("More than 300 villagers were asked to wait",),
    ),
    Rule(
        "N people taken hostage: took N people hostage",
        "count=COUNTED TAKEN",
        fixed={"outcome": "abducted"},
        yes={"Gunmen took five teachers hostage": {"outcome": "abducted", "low": 5}},
        no=("Gunmen took five roads",),
    ),
    Rule(
        "so many dead and wounded in one figure: N dead and wounded",
        "count=VICTIMS (AND|OR) other=VICTIMS|VICTIM (?! PEOPLE|NUMBER|COUNTED)",
        fixed={"pair": True},
        yes={"40 dead and wounded in Maskana": {"outcome": "casualties", "low": 40}},
        no=("5 dead and 7 wounded in Maskana",),
    ),
    Rule(
        "so many dead or wounded: N dead",
        "(?<! NOT) count=VICTIMS",
        yes={"Car bomb in Azaz: 5 dead and 7 wounded": [{"outcome": "killed", "low": 5}, {"outcome": "injured", "low": 7}]},
        no=("Car bomb in Azaz: 5 cars burned",),
    ),
    Rule(
        "the number of the dead is N: the death toll has risen to N",
        "(TOTAL (FROM|FOR|PEOPLE|QUALITY|NISBA|IN|PLACE)* outcome=VICTIM|LOST|LOSS | outcome=TOLL) (FROM PEOPLE)? (NISBA|QUALITY|PLACE|STATE|IN|ON|DATE|STRIKE|WHOLE_WAR|FROM|FOR|SINCE|AMONG|CAUSED|MANNER|COMMA|POSSESSIVE|LANDMARK|TARGET|SETTLEMENT|ACTOR|OWNER|WORD|COMMON|MEASURE|NUMBER|WEAPON|DURING){0,10}? (?<! WILL) (REACHED|TO|COLON|DONE|FROM|AT)+ count=COUNTED|NUMBER (?! COMMA? NUMBER)",
        yes={
            "The death toll has risen to 38 people": {"outcome": "killed", "low": 38},
            "The number of wounded reached 44": {"outcome": "injured", "low": 44},
        },
        no=("The number of visitors reached 38",),
    ),
    Rule(
        "among the dead were N",
        "WITHIN outcome=VICTIM|LOST DONE count=COUNTED",
        yes={"Among the dead were four children": {"outcome": "killed", "low": 4, "group": "children"}},
        no=("Among the guests were four children",),
    ),
    Rule(
        "the dead included N",
        "outcome=VICTIM AMONG count=COUNTED",
        fixed={"part": True},
        yes={"The wounded included three children": {"outcome": "injured", "low": 3, "group": "children"}},
        no=("The guests included three children",),
    ),
    Rule(
        "N were among the dead",
        f"count=COUNTED {_ROW} {_PARTS} COMMA? DONE WITHIN THEM? outcome=VICTIM|LOST",
        yes={"Four children were among the dead": {"outcome": "killed", "low": 4, "group": "children"}},
        no=("Four children were among the guests",),
    ),
    Rule(
        "one was among those killed: a child was among N killed",
        "count=COUNTED DONE WITHIN COUNTED MANNER? outcome=LOST|VICTIM",
        fixed={"part": True},
        yes={"An infant was among 12 people killed in Gaza": [{"outcome": "killed", "low": 12}, {"group": "children", "low": 1}]},
        no=("An infant was among 12 people fed in Gaza",),
    ),
    Rule(
        "so many of the dead: of the dead, N were children",
        "FROM outcome=VICTIM|LOST COMMA? count=COUNTED",
        yes={"Of the dead, 12 were children": {"outcome": "killed", "low": 12, "group": "children"}},
        no=("Of the crops, 12 were children's",),
    ),
    Rule(
        "the bodies of N people: the bodies of N were found",
        "BODIES FROM count=COUNTED|NUMBER",
        fixed={"outcome": "killed"},
        yes={"The bodies of 12 men were found near Sinjar": {"outcome": "killed", "low": 12, "group": "men"}},
        no=("The books of 12 men were found near Sinjar",),
    ),
    Rule(
        "a side lost so many: X lost N fighters",
        "LOSE MANNER* count=COUNTED",
        fixed={"outcome": "killed"},
        yes={"The group lost at least 15 fighters in the battle": {"outcome": "killed", "low": 15, "group": "fighters"}},
        no=("The group sent at least 15 fighters into the battle",),
    ),
    Rule(
        "a toll of N",
        "TOTAL FROM count=COUNTED|NUMBER",
        fixed={"outcome": "killed"},
        yes={"The monitor gave a toll of eight civilians": {"outcome": "killed", "low": 8}},
        no=("The monitor gave a list of eight civilians",),
    ),
)
