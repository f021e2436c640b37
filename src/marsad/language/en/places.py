"""How English names a place: the noun before or after the name, the direction, the countryside of a town."""

from marsad.language.en.forms import nouns, split
from marsad.language.pack import Table
from marsad.language.rule import Rule

_SETTLEMENTS = {
    "town": "town city:cities township",
    "village": "village hamlet farm farmland",
    "district": "district area region subdistrict sub-district sector zone directorate county:counties",
    "province": "province governorate canton state: wilayat:",
    "quarter": "neighborhood neighbourhood quarter suburb borough",
    "camp": "camp refugee_camp displacement_camp IDP_camp",
}
_LANDMARKS = {
    "infrastructure": "airport international_airport airfield airbase air_base crossing border_crossing bridge port seaport dam refinery:refineries power_plant power_station water_station "
    "oilfield oil_field gas_field gas_plant plant factory:factories bakery:bakeries silo station depot warehouse",
    "road": "road street square roundabout highway avenue boulevard junction intersection motorway checkpoint front frontline axis:axes",
    "market": "market souk bazaar",
    "hospital": "hospital clinic health_center health_centre medical_center medical_centre",
    "school": "school university:universities college academy:academies institute",
    "worship": "mosque church:churches shrine monastery:monasteries cathedral synagogue",
    "military": "base military_base barracks: prison checkpoint camp post outpost headquarters: compound garrison citadel fort detention_centre detention_center military_airport police_station airstrip",
    "nature": "mountain hill hills valley river island desert: plain plateau lake forest coast: gulf: strait: beach:beaches bay farm",
    "building": "hotel palace stadium: park tower mall theatre theater cinema embassy:embassies courthouse town_hall",
}
TOLD_AGAIN = frozenset(
    split(
        "airport airfield airbase air_base base military_base prison barracks checkpoint port bridge dam refinery compound outpost garrison market mosque church school hotel "
        "fort citadel"
    )
)
"""Landmarks that the noun alone means once they were told of."""
_WAYS = "north:northern south:southern east:eastern west:western"
_CORNERS = "northeast northwest southeast southwest"


def _directions() -> dict[str, list[str]]:
    out = {"centre": ["central", "center of", "centre of"]}
    for pair in _WAYS.split():
        noun, adjective = pair.split(":")
        out[noun] = [
            noun,
            adjective,
            f"{noun} of",
            f"the {noun} of",
            f"{adjective} part of",
            f"{adjective} parts of",
            f"{adjective}most",
            f"{noun[0].upper()}.",
        ]
    for corner in _CORNERS.split():
        up, side = corner[:5], corner[5:]
        for joint in ("", "-", " "):
            out.setdefault(corner, []).extend(
                form
                for noun in (f"{up}{joint}{side}",)
                for form in (noun, f"{noun}ern", f"{noun} of", f"the {noun} of", f"{noun}ern part of")
            )
        out[corner] += [f"{up[0].upper()}{side[0].upper()}", f"{up[0].upper()}.{side[0].upper()}."]
    return out


_BEFORE_NOUN = tuple(
    f"{word} "
    for word in split(
        "northern southern eastern western central northeastern northwestern southeastern southwestern coastal strategic besieged border embattled ancient historic same"
    )
)
"""Adjectives between "the" and a noun that means a place told of before."""

HEADS: Table = {
    "SETTLEMENT": {
        kind: [a + f for f in nouns(forms) for a in ("", "the ", *(f"the {way}" for way in _BEFORE_NOUN))]
        for kind, forms in _SETTLEMENTS.items()
    },
    "LANDMARK": {
        kind: nouns(forms) + [f"the {one}" for one in nouns(forms) if one in TOLD_AGAIN] for kind, forms in _LANDMARKS.items()
    },
    "THE_LANDMARK": {"the": [f"the {one}" for one in sorted(TOLD_AGAIN)]},
    "COUNTRYSIDE": {
        "countryside": split("countryside environs hinterland rural_areas"),
        "outskirts": split("outskirts suburbs surroundings vicinity perimeter periphery"),
    },
    "DIRECTION": _directions(),
    "SIDED": {None: split("northern southern eastern western central")},
    "SIDE_OF": {way: [form for form in forms if form.endswith(" of")] for way, forms in _directions().items()},
    "BEARING": {"side": split("eastward westward northward southward")},
    "SEVERAL": {
        "row": [
            article + form
            for form in split(
                "villages towns cities districts areas neighborhoods neighbourhoods quarters suburbs provinces governorates camps regions localities settlements towns_and_villages"
            )
            for article in ("", "the ")
        ]
    },
    "SUCH": {
        "such": split(
            "two three four several both other some many various nearby neighboring neighbouring surrounding occupied predominantly coastal border strategic key besieged"
        )
    },
    "CITY": {
        "city": [
            f"the {way}{noun}"
            for way in ("", *_BEFORE_NOUN)
            for forms in _SETTLEMENTS.values()
            for noun in split(forms.replace(":", " "))
            if not noun.endswith("s")
        ]
    },
    "LANDS": {"lands": split("territory territories soil border borders")},
    "BELONGING": {"of": split("located situated lying")},
    "ROUTE": {"road": nouns("road highway route motorway railway crossing")},
    "LINKING": {
        "links": split(
            "linking connecting joining that_links that_connects which_links which_connects linking_the connecting_the"
        )
    },
    "SEAT": {"capital": ["capital"]},
    "LYING": {"lies": split("located situated lying lies lie located_in located_near situated_in located_at nestled perched")},
    "TOPONYM": {
        None: split(
            "tel tal tell til tall tull ras kafr kafar khan deir dayr jabal jebel wadi beit bayt khirbet khirbat bir ain ayn ein eyn umm jisr burj maarat qalaat kfar"
        )
    },
    "LEADING": {
        None: split(
            "tel tal tell til tall tull umm um abu ain ayn ras kafr kafar khan deir dayr bab jabal jebel wadi beit bayt khirbet khirbat bir wad abu sheikh shaykh al el ash as- ben bin ibn"
        )
    },
}

_WORD = "CAPITAL|PLACE|LEADING|PERSON|GIVEN"
_ALIAS = f"(PAREN_OPEN ({_WORD}){{1,3}} PAREN_CLOSE)?"
NAME = f"(OPEN ({_WORD}){{1,4}} CLOSE | LEADING* ({_WORD}){{1,3}} {_ALIAS})"
_HEAD = "SETTLEMENT|LANDMARK"
_PLAIN = "(SUCH|QUALITY|DIRECTION|FORCE|NISBA)*"

DATELINE = (
    Rule(
        "where a report was filed: SANAA, Yemen (AP) -",
        "^ (PLACE|CAPITAL|STATE|ACTOR|COMMA|AND|DIRECTION|SEVERAL){1,9} (DATE COMMA?)? (PAREN_OPEN ~STOP{1,5} PAREN_CLOSE)? DASH{1,2} | ^ (PLACE|CAPITAL|STATE|COMMA){1,4} COLON",
        yes={"SANAA (Reuters) - Twelve people were killed in Taiz": {"outcome": "killed", "place": "Taiz"}},
        no=("Twelve people were killed in Taiz - a city of Yemen",),
    ),
)
PLACES = (
    Rule(
        "the countryside of a place: the western countryside of X",
        f"(DIRECTION|BEARING){{0,2}} head=COUNTRYSIDE (FROM|FOR|TO)? (SETTLEMENT (FROM|FOR))? name={NAME} (SETTLEMENT (?! FROM))?",
        yes={"Clashes in the western countryside of Aleppo": {"place": "western countryside of Aleppo"}},
        no=("Clashes in Aleppo",),
    ),
    Rule(
        "the countryside of a place, the name first: X countryside",
        f"DIRECTION{{0,2}} name={NAME} POSSESSIVE? SETTLEMENT? POSSESSIVE? DIRECTION{{0,2}} head=COUNTRYSIDE (?! FROM)",
        yes={"Clashes in Tal Tamr countryside": {"place": "Tal Tamr countryside"}},
        no=("Clashes in the countryside",),
    ),
    Rule(
        "a place told with the area it is of: Syria's Aleppo, Syria's southern province of Quneitra",
        "PLACE SETTLEMENT? POSSESSIVE (DIRECTION|WORD|QUALITY|SUCH){0,2} SETTLEMENT? FROM? name=PLACE (?! SETTLEMENT|COUNTRYSIDE|LANDMARK)",
        yes={"A car bomb exploded in Syria's Aleppo": {"place": "Aleppo"}},
        no=("A car bomb exploded in Syria",),
    ),
    Rule(
        "a quarter by its name and kind, in its town: X district of P",
        "name=(LEADING{1,2} (CAPITAL|PLACE|GIVEN){1,2} | (CAPITAL|GIVEN){1,2}) head=SETTLEMENT (?= FROM PLACE)",
        yes={"A car bomb exploded in the al Maysat district of Damascus": {"place": "al Maysat district"}},
        no=("A car bomb exploded in the old district of Damascus",),
    ),
    Rule(
        "a road by what it joins: the road between X and Y",
        f"head=ROUTE (LANDMARK|COMMON|BELONGING)? (BETWEEN|FROM | LINKING BETWEEN?) name=((SETTLEMENT|SEVERAL FROM?)? {NAME} SETTLEMENT? AND|TO|WITH (SETTLEMENT FROM?)? {NAME})",
        yes={"A mine blew up on the road between Tabqa and Raqqa": {"place": "road between Tabqa and Raqqa"}},
        no=("A mine blew up on the road",),
    ),
    Rule(
        "a settlement by its kind and name: the village of X",
        f"(PLACE|CAPITAL LANDMARK)? DIRECTION{{0,2}} (?! SEVERAL) head={_HEAD} (FROM|FOR|NAMELY) DIRECTION* COMMA? name={NAME} (?! COUNTRYSIDE|SETTLEMENT|LANDMARK)",
        yes={"An explosion in the village of Kafr Batikh": {"place": "village of Kafr Batikh"}},
        no=("They entered nearby villages",),
    ),
    Rule(
        "a row of settlements by their kind: the villages of X, Y",
        f"DIRECTION{{0,2}} head=SEVERAL (FROM|FOR|COMMA|NAMELY)* name={NAME} (?! COUNTRYSIDE|SETTLEMENT|LANDMARK)",
        yes={"Shelling hit the villages of Maskana and Jahbal": {"place": "Jahbal"}},
        no=("They entered nearby villages",),
    ),
    Rule(
        "a settlement by its name and kind: X village",
        f"(PLACE POSSESSIVE)? DIRECTION{{0,2}} name=({NAME} | CAPITAL MEASURE|NUMBER (?= ROUTE)) CAPITAL? head={_HEAD} (LANDMARK|SETTLEMENT)? (?! FROM CAPITAL|PLACE | SETTLEMENT (FROM|FOR))",
        yes={"A mine exploded in Majdaliya village": {"place": "Majdaliya village"}},
        no=("Mines exploded in a village",),
    ),
    Rule(
        "two parts of a land, the second listed by its name: northern and eastern X",
        "(?= SIDED) head=DIRECTION AND name=PLACE",
        yes={"Clashes in northern and northeastern Syria": {"place": "northern and northeastern Syria"}},
        no=("Clashes in Idlib and northeastern Syria",),
    ),
    Rule(
        "a direction from a place: northern X",
        "head=DIRECTION{1,2} (AND DIRECTION)? (FROM|FOR)? SETTLEMENT? FROM? name=(PLACE | TOPONYM LEADING? (CAPITAL|PLACE|PERSON|GIVEN){1,2} | LEADING* CAPITAL (?! CAPITAL|FORCE|SPEAKER|STRONG|PEOPLE|SAYS|DASH))",
        yes={"Clashes in northern Aleppo": {"place": "northern Aleppo"}},
        no=("Clashes in Aleppo",),
    ),
    Rule(
        "a capital by whose it is: the Syrian capital",
        "DIRECTION* name=(NISBA|STATE POSSESSIVE? DIRECTION* SEAT) (?! COMMA? FROM? PLACE|CAPITAL|COMMON|NISBA)",
        yes={"A car bomb went off near the Syrian capital.": {"place": "Syrian capital"}},
        no=("A car bomb went off near the capital",),
    ),
    Rule(
        "an unlisted name by its first word: Tel X, Kafr X",
        "name=(TOPONYM LEADING? (CAPITAL|PLACE|PERSON|GIVEN){1,2}) (?! PEOPLE|SAYS)",
        yes={"Shelling hit Kafr Batikh and Khirbet Dada": {"place": "Khirbet Dada"}},
        no=("Shelling hit a village",),
    ),
    Rule(
        "an unlisted name after a preposition of place: in X",
        "((?<= IN|AT) | (?<= STRIKE|STRUCK|WEAPON|ACTOR|FORCE|STRONG|MANNER ON)) name=(LEADING* CAPITAL{1,3}) (?! PERSON|ACTOR|FORCE|SPEAKER|SAYS|PEOPLE|CAPITAL|POSSESSIVE|LOYAL|STRIKE|NUMBER)",
        yes={"Shelling killed two men in Zirgan on Sunday": {"place": "Zirgan"}},
        no=("Shelling killed two men in a village",),
    ),
    Rule(
        "an unlisted name told of by where it lies: X is located in",
        "name=(LEADING* CAPITAL{1,3}) (?= COMMA? DONE? MANNER* LYING)",
        yes={"Jeb al-Rawdah is located south of Jarabulus": {"place": "Jeb al-Rawdah"}},
        no=("The mill is located south of Jarabulus",),
    ),
    Rule(
        "an unlisted name that is taken, held or struck: captured X",
        "((?<= TOOK|BESIEGED|HOLDS|LOST_HOLD|RETAKING|SIEGE|GRIP_ON|WITHDREW|LEAVING|UNDER) | (?<= STRUCK)(?<! LOST)) name=(LEADING* CAPITAL{1,2}) (?= STOP|COMMA|FROM|DATE|AND|IN|AFTER|WITH|BY|SINCE|DURING|BREAK | $) (?! COMMA? AND? PERSON|ACTOR|SPEAKER|SAYS|PEOPLE | CAPITAL SAYS)",
        yes={"Government troops seized Zirgan from the rebels": {"place": "Zirgan"}},
        no=("Government troops seized arms from the rebels",),
    ),
    Rule(
        "an unlisted name in a row of places: P, X and Q",
        f"(?<= PLACE COMMA) name=(LEADING* CAPITAL{{1,2}} {_ALIAS}) (?= COMMA|AND) (?! COMMA? AND? PERSON|ACTOR|SPEAKER|SAYS|PEOPLE|CAPITAL SAYS)",
        yes={"Shelling hit Aleppo, Zirgan and Homs": {"place": "Zirgan"}},
        no=("Shelling hit Maskana, a village and Aleppo",),
    ),
    Rule(
        "an unlisted name that opens a row of places: struck P, X and Q",
        "(?<= STRUCK|HIT|TOOK|TOOK_LAND|BESIEGED) name=(LEADING* CAPITAL{1,2}) (?= (COMMA LEADING* CAPITAL{1,2}){0,5}? (COMMA|AND){1,2} LEADING* PLACE)",
        yes={"Shelling hit Maskana and Aleppo": {"place": "Maskana"}},
        no=("Shelling hit a village and Aleppo",),
    ),
    Rule(
        "an unlisted name that closes a row of places: P and X",
        "(?<= PLACE AND) name=(LEADING* CAPITAL{1,2}) (?= STOP|COMMA|DATE|FROM)",
        yes={"Shelling hit Aleppo and Maskana.": {"place": "Maskana"}},
        no=("Shelling hit Aleppo and a village.",),
    ),
)
