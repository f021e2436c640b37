"""English words that every kind of claim stands on: marks, particles, verbs of saying, heads of names. Kind -> value -> forms."""

from marsad.language.pack import Table


def split(forms: str) -> list[str]:
    """Words of a table: separated by spaces, "_" inside a phrase."""
    return [form.replace("_", " ") for form in forms.split()]


MARKS: Table = {
    "COMMA": {",": [",", ";", "/"]},
    "COLON": {":": [":"]},
    "STOP": {".": [".", "?", "!"]},
    "DASH": {"-": ["-", "–", "|", "•", "*"]},
    "OPEN": {"«": ["«"], '"': ['"']},
    "CLOSE": {"»": ["»"], '"': ['"']},
    "PAREN_OPEN": {"(": ["(", "["]},
    "PAREN_CLOSE": {")": [")", "]"]},
    "SILENT": {"article": ["the", "a", "an"]},
}
PARTICLES: Table = {
    "IN": {"in": split("in inside within across throughout")},
    "AT": {"at": split("at near outside around close_to")},
    "ON": {"on": split("on against upon")},
    "FROM": {"from": split("from of")},
    "TO": {"to": ["to"]},
    "FOR": {"for": split("for of")},
    "WITH": {"with": ["with"]},
    "BETWEEN": {"between": ["between"]},
    "AND": {"and": split("and &")},
    "OR": {"or": ["or"]},
    "THAT": {"that": ["that"]},
    "WHO": {"who": split("who which")},
    "NOT": {"not": split("not no without never denied")},
    "DONE": {"was": split("was were is are been be being has has_been have_been have had had_been got")},
    "AFTER": {"after": split("after following")},
    "BEFORE": {"before": ["before"]},
    "DURING": {"during": ["during"]},
    "SINCE_WORD": {"since": ["since"]},
    "CAUSED": {"by": split("due_to because_of as_a_result_of as_result_of in_a in")},
    "BY": {"by": split("by at_the_hands_of carried_out_by launched_by")},
    "BREAK": {"while": split("while meanwhile whereas but however")},
    "AMONG": {"including": split("including among_them among_whom mostly")},
    "SO_FAR": {"so far": split("so_far overall_toll")},
    "BESIDES": {"in addition": split("in_addition_to as_well_as along_with")},
    "BOTH": {"both": ["both"]},
    "OTHERS": {"others": split("others other another more")},
    "ONE": {"one": ["one"]},
    "MANNER": {None: split("heavily intensely repeatedly also again reportedly")},
    "RESULTED": {"resulted": split("led_to resulted_in resulting_in left leaving caused causing claimed")},
    "TOTAL": {"total": split("toll death_toll number total")},
    "REACHED": {"rose": split("rose risen climbed reached stands stood rises")},
}
SAYING: Table = {
    "SAYS": {"said": split("said says told reported reports announced stated added confirmed noted claimed")},
    "SAYING": {"saying": split("saying adding stating noting")},
    "ACCORDING": {"according": split("according_to as_reported_by")},
    "STATEMENT_NOUN": {"statement": split("statement report")},
}
PLACES: Table = {
    "SETTLEMENT": {
        "town": split("town city towns cities"),
        "village": split("village villages hamlet"),
        "district": split("district area region subdistrict sub-district"),
        "province": split("province governorate provinces"),
        "quarter": split("neighborhood neighbourhood quarter suburb"),
        "camp": ["camp"],
    },
    "LANDMARK": {
        "infrastructure": split("airport crossing bridge port dam"),
        "market": ["market"],
        "hospital": ["hospital"],
        "school": split("school university"),
        "worship": split("mosque church"),
        "military": split("base checkpoint prison"),
        "road": split("road street square"),
    },
    "COUNTRYSIDE": {"countryside": split("countryside"), "outskirts": split("outskirts")},
    "DIRECTION": {
        "north": split("north northern north_of"),
        "south": split("south southern south_of"),
        "east": split("east eastern east_of"),
        "west": split("west western west_of"),
        "centre": split("central"),
        "northeast": split("northeast northeastern northeast_of"),
        "northwest": split("northwest northwestern northwest_of"),
        "southeast": split("southeast southeastern southeast_of"),
        "southwest": split("southwest southwestern southwest_of"),
    },
    "BEARING": {"side": split("eastward westward")},
}
FORCES: Table = {
    "FORCE": {
        "forces": split(
            "forces army military militia militias troops fighters rebels insurgents militants gunmen factions group "
            "government regime police authorities coalition navy gendarmes occupation mercenaries"
        )
    },
    "AIRCRAFT": {
        "airstrike": split("warplanes warplane jets aircraft helicopters planes air_force"),
        "drone": split("drone drones"),
        "shelling": ["artillery"],
    },
    "LOYAL": {"loyal": split("backed -_backed led -_led allied affiliated")},
}
TABLES: tuple[Table, ...] = (MARKS, PARTICLES, SAYING, PLACES, FORCES)
