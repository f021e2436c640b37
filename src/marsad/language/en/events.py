"""How English news says that people were lost, and who struck what: words and rules."""

from marsad.language.en.words import split
from marsad.language.pack import Table
from marsad.language.rule import Rule

_LOST = {
    "killed": "killed kills kill died perished slain killing martyred lost_his_life lost_her_life lost_their_lives",
    "injured": "injured wounded injures wounds injuring wounding injure wound hurt",
    "missing": "disappeared went_missing",
    "displaced": "displaced displacing fled",
    "detained": "detained arrested detaining arresting",
    "abducted": "kidnapped abducted kidnapping abducting",
}
WORDS: Table = {
    "LOST": {outcome: split(forms) for outcome, forms in _LOST.items()},
    "LOSS": {
        "killed": split("death deaths_of killing_of death_of lives_of"),
        "injured": split("injury_of wounding_of injury"),
        "displaced": split("displacement displacement_of"),
        "detained": split("arrest_of detention_of"),
        "abducted": split("abduction_of kidnapping_of"),
    },
    "STRIKE": {
        "shelling": split("shelling bombardment artillery_fire rocket_fire mortar_fire artillery_shelling"),
        "airstrike": split("airstrike airstrikes air_strike air_strikes air_raid air_raids airstrikes"),
        "drone": split("drone_strike drone_strikes drone_attack drone_attacks"),
        "explosion": split("explosion explosions blast blasts bombing bombings car_bomb"),
        "suicide": split("suicide_bombing suicide_bombings suicide_attack"),
        "clash": split("clashes clash battle battles fighting"),
        "shooting": split("shooting gunfire"),
        None: split("attack attacks strike strikes"),
    },
    "NAMELY": {"named": ["named", "identified as"]},
    "STRUCK": {
        "shelling": split("shelled bombarded"),
        "explosion": split("exploded"),
        None: split("attacked targeted bombed"),
    },
}
CASUALTY = (
    Rule(
        "N people were killed",
        "count=COUNTED|PERSON COMMA? ((AND|COMMA|AMONG)+ COUNTED){0,3} (WHO|COMMA)? DONE* outcome=LOST (AND outcome2=LOST)? (?! COUNTED)",
        yes={"38 people were killed in the city": {"outcome": "killed", "low": 38}},
        no=("38 people travelled to the city",),
    ),
    Rule(
        "killed N people",
        "outcome=LOST (AND outcome2=LOST)? count=COUNTED|PERSON (?! DONE* LOST)",
        yes={"Shelling killed six civilians in Idlib": {"outcome": "killed", "low": 6, "group": "civilians"}},
        no=("Six ministers opened the fair",),
    ),
    Rule(
        "the death of N people",
        "outcome=LOSS (AND outcome2=LOSS)? (FROM|FOR)? count=COUNTED|PERSON",
        yes={"The blast led to the death of six soldiers": {"outcome": "killed", "low": 6, "group": "soldiers"}},
        no=("The arrival of six soldiers",),
    ),
    Rule(
        "left N dead",
        "count=COUNTED|NUMBER outcome=VICTIM",
        yes={"The blast left three people dead": {"outcome": "killed", "low": 3}},
        no=("The blast left three houses burning",),
    ),
)
_MANNER = "(MANNER|QUALITY)*"
ATTACK = (
    Rule(
        "a side struck: X forces shelled",
        "by=ACTOR|STATE (AND by2=ACTOR)? (DATE|COMMA)* event=STRUCK",
        yes={"Syrian government forces shelled Sarmin": {"means": "shelling", "place": "Sarmin"}},
        no=("Syrian government forces arrived in Sarmin",),
    ),
    Rule(
        "a place was struck: X was shelled by Y",
        "passive=DONE MANNER? event=STRUCK (DATE | IN PLACE)* (BY by=ACTOR|STATE)?",
        yes={"Kobani was shelled by Turkish forces": {"means": "shelling", "actor": "Turkish forces", "place": "Kobani"}},
        no=("Kobani was visited by Turkish forces",),
    ),
    Rule(
        "a strike and its author: shelling by X",
        "event=STRIKE BY by=ACTOR|STATE",
        yes={"A child died in shelling by Turkish forces on Kobani": {"means": "shelling", "actor": "Turkish forces"}},
        no=("A statement by Turkish forces",),
    ),
    Rule(
        "a strike of a nation: Turkish shelling",
        "nation=NISBA QUALITY* event=STRIKE",
        yes={"Turkish shelling on Kobani": {"means": "shelling", "place": "Kobani"}},
        no=("A Turkish festival in Kobani",),
    ),
    Rule(
        "a strike",
        "event=STRIKE",
        yes={"An explosion in Aleppo": {"means": "explosion", "place": "Aleppo"}},
        no=("A festival in Aleppo",),
    ),
    Rule(
        "something struck",
        "event=STRUCK",
        yes={"A mine exploded in Raqqa": {"means": "explosion", "place": "Raqqa"}},
        no=("A festival opened in Raqqa",),
    ),
)
ACTORS = (
    Rule(
        "a force that a country backs: Turkish-backed rebels",
        "nation=NISBA DASH? LOYAL (CAPITAL|WORD|NISBA){0,3} force=FORCE|PEOPLE_3",
        yes={"Turkish-backed rebels shelled Manbij": {"actor": "Turkish-backed rebels"}},
        no=("Turkish goods reached Manbij",),
    ),
    Rule(
        "the force of a known side: Houthi fighters",
        "who=ACTOR force=FORCE|AIRCRAFT",
        yes={"SDF fighters shelled Kobani": {"actor": "SDF fighters"}},
        no=("SDF officials visited Aleppo",),
    ),
    Rule(
        "a force told by what it is: opposition rebels",
        "force=FORCE who=FORCE",
        yes={"Militia fighters shelled Kobani": {"actor": "Militia fighters"}},
        no=("Officials visited Aleppo",),
    ),
)
_NAME = "name=(PLACE | OPEN CAPITAL{1,3} CLOSE | (al | el | tel | tal | WORD) DASH CAPITAL CAPITAL? | (PLACE|CAPITAL) (DASH? CAPITAL){0,2})"
PLACES = (
    Rule(
        "a settlement by its kind and name: the village of X",
        f"head=SETTLEMENT|LANDMARK (FROM|FOR) {_NAME}",
        yes={"An explosion in the village of Kafr Batikh": {"place": "village of Kafr Batikh"}},
        no=("They entered nearby villages",),
    ),
    Rule(
        "the countryside of a place: the western countryside of X",
        f"(BEARING|DIRECTION)? head=COUNTRYSIDE (FROM|FOR) SETTLEMENT? (FROM|FOR)? {_NAME}",
        yes={"Clashes in the countryside of Aleppo": {"place": "countryside of Aleppo"}},
        no=("Clashes in Aleppo",),
    ),
    Rule(
        "a direction from a place: northern X",
        "head=DIRECTION (FROM|FOR)? name=PLACE",
        yes={"Clashes in northern Aleppo": {"place": "northern Aleppo"}},
        no=("Clashes in Aleppo",),
    ),
)
PERSONS = (
    Rule(
        "a person after what they are: child named X",
        "title=PEOPLE_1 (NAMELY|COMMA)? name=CAPITAL{2,4}",
        yes={"A shell killed a child named Samer Khatib": {"person": "Samer Khatib"}},
        no=("A shell killed a child in Aleppo",),
    ),
)
