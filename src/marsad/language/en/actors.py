"""How English names a side: the nouns of forces, and whose they are before or after them."""

from marsad.language.en.forms import split
from marsad.language.pack import Table
from marsad.language.rule import Rule

HEADS: Table = {
    "FORCE": {
        "forces": split(
            "forces army military militia militias troops fighters rebels insurgents militants gunmen factions faction group groups government regime police authorities coalition alliance navy gendarmerie "
            "gendarmes occupation mercenaries terrorists jihadists extremists opposition soldiers brigade brigades battalion division units unit cells cell front movement organization organisation network gang gangs "
            "loyalists guards guard command council intelligence security tribesmen tribes clans party air_force airforce border_guards army_forces proxies proxy snipers artillery commandos fighting_force fighting_forces enemy settlers invaders entity raiders "
            "junta allies paramilitary paramilitaries partisans guerrillas assailants attackers pirates state side legion corps jihadis extremist terrorist rebel"
        )
    },
    "STRONG": {
        "side": split(
            "Kurds rebels insurgents militants gunmen regime government army mercenaries terrorists jihadists extremists opposition police coalition settlers soldiers troops fighters militia militias authorities air_force gendarmes tribesmen "
            "security_forces the_military guerrillas assailants attackers snipers loyalists junta paramilitaries artillery enemy army_troops army_soldiers policemen police_officers security_officers"
        )
    },
    "AIRCRAFT": {
        "airstrike": split(
            "warplanes warplane jets jet fighter_jets fighter_jet aircraft helicopters helicopter planes helicopter_gunships gunships bombers attack_helicopters"
        ),
        "drone": split("drone drones unmanned_aerial_vehicle unmanned_aerial_vehicles UAV UAVs unmanned_aircraft"),
        "shelling": split("artillery tanks gunboats warships battleships"),
    },
    "LOYAL": {
        "loyal": split(
            "-_led -_affiliated -_dominated -_run -_based led affiliated under_the_command_of commanded_by fighting_for loyal_to affiliated_with affiliated_to led_by belonging_to"
        ),
        "backed": split(
            "backed backed_by -backed -_backed -_linked -_allied -_aligned -_inspired -_supported -_funded allied fighting_alongside supporting backing "
            "allied_with allied_to linked_to supported_by pro_- anti_- supportive_of"
        ),
    },
    "FACTION": {"Kurds": ["Kurdish"], "Houthis": ["Houthi"]},
    "ALLIED": {"allied": split("allied affiliated friendly")},
    "COMMAND": {"command": split("command leadership control")},
    "BELIEVED": {
        "believed": [
            *split("believed_to_be thought_to_be suspected_to_be presumed_to_be said_to_be believed_to_have_been"),
            *(
                f"{verb} {being}"
                for verb in split("believe believed suspect suspected think thought")
                for being in ("are", "were", "to be")
            ),
        ]
    },
    "GUNMEN": {
        "unknown": split(
            "gunmen gunman unknown_gunmen unidentified_gunmen armed_men masked_gunmen unknown_assailants assailants attackers unknown_persons unidentified_persons unidentified_men unknown_men masked_men unknown_attackers unidentified_attackers unidentified_assailants snipers sniper unidentified_gunman unknown_gunman"
        )
    },
}

_NISBA = "NISBA|NATIONALS"
_WHOSE = "(NISBA|QUALITY|LOYAL|CAPITAL|ACTOR|STATE|POSSESSIVE|DASH|DIRECTION|PERSON|TITLE|MANNER|UNIT)"

ACTORS = (
    Rule(
        "those who side with one told before: their proxy factions, its mercenaries, other terrorist groups",
        "(?<! NISBA|ACTOR|STATE|CAPITAL|DASH|QUALITY|POSSESSIVE|FORCE|STRONG) OWNER|OTHERS|ALLIED (QUALITY|LOYAL|NISBA|DASH|MANNER|FORCE|STRONG)* force=FORCE|STRONG (FORCE|STRONG)* (LOYAL PRONOUN|TO_WHOM)?",
        yes={"Allied militias shelled Kobani": {"actor": "Allied militias"}},
        no=("The army and its allied governors visited Kobani",),
    ),
    Rule(
        "craft and whose they are taken to be: warplanes believed to be Russian",
        "QUALITY* force=AIRCRAFT COMMA? (WHO|THAT)? (PRONOUN|WORD)? BELIEVED nation=NISBA COMMA?",
        yes={
            "Warplanes believed to be Russian bombed Manbij": {"means": "airstrike", "actor": "Russia"},
            "Jets that they suspect were Turkish bombed Manbij": {"means": "airstrike", "actor": "Turkey"},
        },
        no=("Statues believed to be Russian reached Manbij",),
    ),
    Rule(
        "a force and whom it is loyal to: forces loyal to X",
        "force=FORCE|STRONG LOYAL (TITLE|SPEAKER)* who=(ACTOR|STATE|PERSON|CAPITAL{1,3}) FORCE?",
        yes={"Forces loyal to Assad shelled Manbij": {"actor": "Forces loyal to Assad"}},
        no=("Goods shipped to Assad reached Manbij",),
    ),
    Rule(
        "a force that a side backs: Turkish-backed rebels",
        f"(nation=NISBA | who=ACTOR|STATE|CAPITAL) DASH? LOYAL {_WHOSE}{{0,3}}? force=FORCE|STRONG|AIRCRAFT (FORCE|STRONG)*",
        yes={"Qatari-backed rebels shelled Manbij": {"actor": "Qatari-backed rebels"}},
        no=("Qatari goods reached Manbij",),
    ),
    Rule(
        "a force of a side or a country: Houthi fighters, Turkish occupation mercenaries",
        "QUALITY{0,2} (nation=NISBA | who=ACTOR) (QUALITY|POSSESSIVE|MANNER){0,2} force=FORCE|AIRCRAFT|STRONG (FORCE|STRONG|AIRCRAFT|ACTOR)*",
        yes={"SDF fighters shelled Kobani": {"actor": "SDF fighters"}},
        no=("SDF officials visited Aleppo",),
    ),
    Rule(
        "a force of two countries or peoples: Kurdish and Arab fighters",
        "(QUALITY|MANNER)* (nation=NISBA | QUALITY) AND NISBA|QUALITY (QUALITY|MANNER){0,2} force=FORCE|AIRCRAFT|STRONG (FORCE|STRONG|AIRCRAFT)*",
        yes={"Kurdish and Arab fighters shelled Kobani": {"actor": "Kurdish and Arab fighters"}},
        no=("Kurdish and Arab officials visited Aleppo",),
    ),
    Rule(
        "a force of a state named before it: the Syria regime",
        "(who=STATE POSSESSIVE? | PLACE POSSESSIVE) (QUALITY|MANNER|DIRECTION)* force=FORCE|AIRCRAFT (FORCE|STRONG)*",
        yes={"The Syria regime shelled Kobani": {"actor": "Syria regime"}},
        no=("Syria is near Turkey",),
    ),
    Rule(
        "the forces of a side: the fighters of X, members of X",
        "(force=FORCE|STRONG|AIRCRAFT FROM|FOR OPEN? who=ACTOR|CAPITAL CAPITAL{0,3} (FORCE FORCE?)? CLOSE?)",
        yes={"The fighters of the SDF shelled Kobani": {"actor": "fighters of the SDF"}},
        no=("The officials of the SDF visited Aleppo",),
    ),
    Rule(
        "a group told by what it is before its name: the militant group X",
        "(QUALITY|NISBA|FORCE|STRONG|LOYAL|DASH|PEOPLE_1){0,3} force=FORCE OPEN? owner=ACTOR CLOSE? (?! FORCE|STRONG)",
        yes={"The militant group Hamas shelled Sderot": {"actor": "Hamas"}},
        no=("The militant group shelled Sderot",),
    ),
    Rule(
        "a body by its name and a noun that is a side by itself: X Army",
        "(CAPITAL|GIVEN){1,3} listed=ACTOR",
        yes={"The Karenni Army shelled Kobani": {"actor": "Karenni Army"}},
        no=("The army shelled Kobani",),
    ),
    Rule(
        "a force told by what it is: opposition rebels, government forces",
        "(QUALITY|FORCE|LOYAL|DASH|OTHERS|NISBA){0,4}? force=FORCE|STRONG FORCE|STRONG|AIRCRAFT (FORCE|STRONG)*",
        yes={"Militia fighters shelled Kobani": {"actor": "Militia fighters"}},
        no=("Officials visited Aleppo",),
    ),
    Rule(
        "a side told by the word for its men before a strike: rebel shelling",
        "force=FORCE|STRONG (?= (QUALITY|MANNER|WEAPON|NUMBER){0,3} STRIKE)",
        yes={"Rebel rocket attacks hit Kobani": {"actor": "Rebel"}},
        no=("Rebel leaders met in Kobani",),
    ),
    Rule(
        "a group by the name it is known by: the group known as X",
        "force=FORCE NAMELY OPEN? owner=ACTOR CLOSE?",
        yes={"The group known as the YPG shelled Manbij": {"actor": "YPG"}},
        no=("The street known as the Corniche reaches Manbij",),
    ),
    Rule(
        "forces under a man's command: forces under X's command",
        "force=FORCE|STRONG BENEATH (ACTOR|PERSON|CAPITAL) POSSESSIVE COMMAND",
        yes={"Forces under Haftar's command shelled Kobani": {"actor": "Forces under Haftar's command"}},
        no=("Ships under Haftar's flag reached Kobani",),
    ),
    Rule(
        "the speaker's own forces: our forces",
        "OWNER force=FORCE|STRONG FORCE?",
        yes={"Our forces shelled Kobani": {"actor": "Our forces"}},
        no=("Our village is near Kobani",),
    ),
    Rule(
        "armed men by a word alone: rebels, the army",
        "(QUALITY|NISBA)* force=STRONG|GUNMEN",
        yes={"Unknown gunmen attacked Kobani": {"actor": "Unknown gunmen"}},
        no=("The group visited Aleppo",),
    ),
    Rule(
        "a body named with a noun of forces: X Brigade",
        "force=((CAPITAL|GIVEN|PLACE){1,3} QUALITY{0,2} FORCE|STRONG)",
        yes={"The Hamza Brigade attacked Kobani": {"actor": "Hamza Brigade"}},
        no=("The brigade rested",),
    ),
)
