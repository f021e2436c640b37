"""How English news tells of violence: who struck what, where and by what means."""

from marsad.language.en.weapons import WORDS as WORDS
from marsad.language.rule import Rule

_ONE = "by=(ACTOR | (?<! IN|FROM|AT|ON|DIRECTION|TO) STATE)"
_SIDE = _ONE + " ((AND|BESIDES) by2=ACTOR|STATE)?"
_MANNER = "(MANNER|QUALITY|DATE)*"
_CLAUSE = "~STOP|~BREAK|~STRUCK|~RESULTED|~LOST|~WHO|~DURING|~HELD_BY|~TAKEN_BY|~UNDER{0,10}?"
_ASIDE = "(COMMA? LOYAL|SUPPORT (ACTOR|STATE|NISBA|STRIKE|QUALITY|AIRCRAFT|MANNER|AND|WEAPON){1,4} COMMA? | COMMA LOYAL|SUPPORT ~STOP|~BREAK|~COMMA|~STRUCK{1,9}? COMMA)?"
_WHICH = "(PAREN_OPEN ACTOR|CAPITAL PAREN_CLOSE)? (COMMA WHO ~STOP|~BREAK|~COMMA|~SAYS{1,9}? COMMA)?"
_FREE = (
    f"{_WHICH} {_ASIDE}"
    " (DONE|DATE|COMMA|MANNER|WHO|POSTED|PLACE|IN|OPEN|CLOSE|SETTLEMENT|PAREN_OPEN|PAREN_CLOSE|CAPITAL|AT|DIRECTION|AMONG|FOR|FROM){0,8}?"
)

ATTACK = (
    Rule(
        "a side launched a strike: X forces carried out airstrikes",
        f"{_SIDE} {_FREE} LAUNCHED {_CLAUSE} event=STRIKE",
        yes={"Russian warplanes carried out three airstrikes on Ariha": {"means": "airstrike", "place": "Ariha"}},
        no=("Russian officials carried out a visit to Ariha",),
    ),
    Rule(
        "a strike that a side launched: an attack carried out by X",
        f"event=STRIKE {_CLAUSE} (LAUNCHED|WHO|DONE|MANNER|AGAINST)* BY {_SIDE}",
        yes={
            "A child died in shelling by Turkish forces on Kobani": {"means": "shelling", "actor": "Turkish forces"},
            "A rocket attack launched by rebels on Maskana": {"means": "shelling", "actor": "rebels"},
        },
        no=("A statement by Turkish forces",),
    ),
    Rule(
        "a weapon let fly by a side: shells fired by X",
        f"event=WEAPON|FIRE {_CLAUSE} BY {_SIDE}",
        yes={"Shells fired by rebels hit Maskana": {"means": "shelling", "actor": "rebels"}},
        no=("Bread baked by rebels reached Maskana",),
    ),
    Rule(
        "a side let fly a weapon: X fired rockets",
        f"{_SIDE} {_FREE} LAUNCHED ~STOP|~BREAK|~STRUCK|~WEAPON{{0,5}}? event=WEAPON",
        yes={
            "Houthi fighters fired a ballistic missile at Marib": {
                "means": "shelling",
                "actor": "Houthi fighters",
                "place": "Marib",
            }
        },
        no=("Houthi fighters released a prisoner in Marib",),
    ),
    Rule(
        "a side beat off a strike: X repelled an attack",
        "target=ACTOR|STATE (DONE|DATE|MANNER)* REPELLED ~STOP|~BREAK|~COMMA{0,4}? event=STRIKE",
        yes={"The SDF repelled an attack in Manbij": {"target": "SDF", "place": "Manbij"}},
        no=("The SDF watched a match in Manbij",),
    ),
    Rule(
        "a side says that it struck: X said it shelled P",
        f"sayer=ACTOR DATE* SAYS DATE* THAT? PRONOUN {_MANNER} DONE{{0,2}} {_MANNER} event=STRUCK",
        yes={"The Israeli army said it shelled Tyre": {"means": "shelling", "actor": "Israeli army", "place": "Tyre"}},
        no=("The Israeli army said it visited Tyre",),
    ),
    Rule(
        "a side says that it launched a strike: X said it had fired rockets at P",
        f"sayer=ACTOR DATE* SAYS DATE* THAT? PRONOUN {_MANNER} DONE{{0,2}} {_MANNER} LAUNCHED ~STOP|~BREAK|~STRUCK{{0,5}}? event=WEAPON|STRIKE",
        yes={"Hezbollah said it had fired rockets at Haifa": {"means": "shelling", "actor": "Hezbollah", "place": "Haifa"}},
        no=("Hezbollah said it had written letters to Haifa",),
    ),
    Rule(
        "a side claimed a strike: X claimed responsibility for the attack",
        f"by=ACTOR {_FREE} CLAIMED (FROM|FOR|MANNER|QUALITY)* ~STOP|~BREAK|~STRIKE{{0,4}}? event=STRIKE",
        yes={"Islamic State claimed responsibility for the attack in Kirkuk": {"actor": "Islamic State", "place": "Kirkuk"}},
        no=("Islamic State claimed a reward for the poem in Kirkuk",),
    ),
    Rule(
        "a side opened fire: X opened fire",
        f"{_SIDE} {_FREE} ((?<! WAS) event=STRUCK|FIRE | event=STRIKING)",
        yes={"Turkish border guards opened fire near Kobani": {"means": "shooting"}},
        no=("Turkish border guards opened a gate near Kobani",),
    ),
    Rule(
        "a clash between two sides: clashes between X and Y",
        f"event=STRIKE {_MANNER} ~STOP|~BREAK|~SAYS{{0,6}}? BETWEEN by=ACTOR|STATE ((AND|COMMA) by2=ACTOR)? (AND|WITH|AGAINST) BETWEEN? target=ACTOR|STATE",
        yes={"Clashes broke out between the Yemeni army and the Houthis in Taiz": {"means": "clash", "place": "Taiz"}},
        no=("Talks between the Yemeni army and the Houthis in Taiz",),
    ),
    Rule(
        "a side fights another: X have been battling Y",
        f"{_SIDE} {_FREE} event=FOUGHT WITH? BOTH? target=ACTOR|STATE|COUNTED",
        fixed={"means": "clash"},
        yes={"The Yemeni army battled the Houthis in Taiz": {"means": "clash", "place": "Taiz"}},
        no=("The Yemeni army invited the Houthis to Taiz",),
    ),
    Rule(
        "a place was struck: X was shelled by Y",
        f"passive=DONE{{1,3}} MANNER* event=STRUCK (?<! STRIKING) (DATE | IN PLACE | MANNER)* (BY {_SIDE})?",
        yes={"Kobani was shelled by Turkish forces": {"means": "shelling", "actor": "Turkish forces", "place": "Kobani"}},
        no=("Kobani was visited by Turkish forces",),
    ),
    Rule(
        "a thing or people were struck: a market was bombed",
        "target=(NUMBER* ((?! OWNER) COMMON|QUALITY|FORCE)? TARGET|LANDMARK (WORD|COMMON COUNTED|PEOPLE)? | COUNTED) (IN|AT|ON|FROM DIRECTION* PLACE)? (FROM|IN PLACE)? passive=DONE{1,3} MANNER* event=STRUCK (?<! STRIKING)",
        yes={"A market was bombed in Idlib": {"target": "market", "place": "Idlib"}},
        no=("A market was visited in Idlib",),
    ),
    Rule(
        "a thing was hit by a weapon: a bus was hit by a drone",
        f"target=(NUMBER* ((?! OWNER) COMMON|QUALITY|FORCE)? TARGET|LANDMARK (WORD|COMMON COUNTED|PEOPLE)?) (IN|AT|ON|FROM DIRECTION* PLACE)? (FROM|IN PLACE)? DONE{{0,3}} SUFFERED {_MANNER} (MANNER|NUMBER|QUALITY|NISBA)* event=STRIKE|WEAPON|AIRCRAFT",
        yes={"A car was hit by a drone near Qamishli": {"means": "drone", "target": "car", "place": "Qamishli"}},
        no=("A car was hailed by a man near Qamishli",),
    ),
    Rule(
        "people lost to armed men: killed by unknown gunmen",
        "(target=COUNTED DONE* MANNER*)? event=PAST BY by=ACTOR (?= IN|AT|DATE|STOP|COMMA|DIRECTION|SAYS|WHO)",
        fixed={"means": "shooting"},
        yes={"A judge was killed by unknown gunmen in Daraa": {"means": "shooting", "place": "Daraa"}},
        no=("A judge was praised by officials in Daraa",),
    ),
    Rule(
        "a strike of a nation or a side: Turkish shelling, SDF attacks",
        "(nation=NISBA|FACTION | by=ACTOR|STATE (?! DASH|LOYAL)) POSSESSIVE? (QUALITY|MANNER|WEAPON|NUMBER|WORD|DASH){0,4} event=STRIKE | (nation=NISBA|FACTION | by=ACTOR) POSSESSIVE? event=FIRE (?= DONE|RESULTED|LOST|ON|AT|IN|AGAINST)",
        yes={"Turkish shelling on Kobani": {"means": "shelling", "place": "Kobani"}},
        no=("A Turkish festival in Kobani",),
    ),
    Rule(
        "a strike of a side: the shelling of X forces",
        "event=STRIKE (FROM|FOR) by=ACTOR (AND by2=ACTOR)? (?! SETTLEMENT|POSSESSIVE)",
        yes={"Two men died in the bombardment of regime forces on Maskana": {"means": "shelling", "place": "Maskana"}},
        no=("Two men heard the statement of regime forces on Maskana",),
    ),
    Rule(
        "a place came under a strike: X came under shelling",
        f"SUFFERED {_MANNER} (TO|BY)? (MANNER|NUMBER|QUALITY|WEAPON|WORD|NISBA)* event=STRIKE|WEAPON|AIRCRAFT",
        yes={"The town of Sarmin came under heavy shelling": {"means": "shelling", "place": "town of Sarmin"}},
        no=("The town of Sarmin came under heavy rain",),
    ),
    Rule(
        "a side struck: X forces shelled P",
        f"{_SIDE} {_FREE} ((?<! WAS) event=STRUCK | event=STRIKING)",
        yes={"Syrian government forces shelled Sarmin": {"means": "shelling", "place": "Sarmin"}},
        no=("Syrian government forces arrived in Sarmin",),
    ),
    Rule(
        "a side destroyed or burned: X torched homes in P",
        f"{_SIDE} {_FREE} ((?<! WAS) event=WRECKED | event=WRECKING)",
        yes={"Boko Haram fighters torched homes in Baga": {"means": "other", "actor": "Boko Haram fighters", "place": "Baga"}},
        no=("Boko Haram fighters left homes in Baga",),
    ),
    Rule(
        "a weapon fell or went off: shells landed on P, a car bomb exploded",
        f"(nation=NISBA MANNER* | by=ACTOR|STATE POSSESSIVE?)? event=WEAPON {_MANNER} ((DONE|MANNER)* (HAPPENED|STRUCK) | DONE{{1,2}} MANNER* LAUNCHED)",
        yes={
            "Barrel bombs were dropped on Daraya": {"means": "airstrike", "place": "Daraya"},
            "Russian missiles struck Daraya": {"means": "shelling", "actor": "Russia", "place": "Daraya"},
            "Two shells landed on the Zahraa neighborhood": {"means": "shelling"},
        },
        no=("Two men landed on the Zahraa neighborhood",),
    ),
    Rule(
        "a weapon took people: a mine killed N",
        "(nation=NISBA MANNER* | by=ACTOR POSSESSIVE?)? event=WEAPON ~STOP|~BREAK|~COMMA|~WEAPON|~STRUCK|~STRIKE|~LOST{0,6}? LOST (?= COUNTED|NUMBER)",
        yes={"A mine laid years ago killed two boys in Mosul": {"means": "explosion", "place": "Mosul"}},
        no=("A tree cut years ago killed two boys in Mosul",),
    ),
    Rule(
        "a bomber attacks: a suicide attacker drove into X",
        "event=BOMBER ~STOP|~BREAK|~COMMA|~LOST{0,4}? DROVE|STRUCK|HAPPENED|HIT|LAUNCHED",
        fixed={"means": "suicide"},
        yes={"A suicide attacker drove a truck into a checkpoint in Mubi": {"means": "suicide", "place": "Mubi"}},
        no=("A suicide note was read at a checkpoint in Mubi",),
    ),
    Rule(
        "one blew himself up",
        "event=STRUCK ~STOP|~BREAK{0,3}? ONESELF",
        fixed={"means": "suicide"},
        yes={"A man blew himself up in Maiduguri": {"means": "suicide", "place": "Maiduguri"}},
        no=("Gunmen blew up a bridge in Maiduguri",),
    ),
    Rule(
        "people were lost to a weapon: killed by a landmine",
        "LOST|LOSS ~STOP|~BREAK|~STRIKE|~STRUCK|~COMMA{0,12}? (BY|IN|CAUSED|WITH|FROM) (NUMBER|QUALITY|MANNER|DATE)* event=WEAPON (?! STRIKE)",
        yes={"A farmer was killed by a landmine near Palmyra": {"means": "explosion", "place": "Palmyra"}},
        no=("A farmer was killed near Palmyra",),
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
