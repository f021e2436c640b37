"""Words that every kind of claim stands on. Kind -> value -> forms, each as it is written; folding is done for you.

The kinds are those that ``reading/`` knows: keep their names, and leave out those the language has no word for.
"""

from marsad.language.pack import Table

MARKS: Table = {
    "COMMA": {",": [",", ";"]},
    "COLON": {":": [":"]},
    "STOP": {".": [".", "?", "!"]},
    "DASH": {"-": ["-", "•", "*"]},
    "OPEN": {"«": ["«"], '"': ['"']},
    "CLOSE": {"»": ["»"], '"': ['"']},
    "PAREN_OPEN": {"(": ["(", "["]},
    "PAREN_CLOSE": {")": [")", "]"]},
    "SILENT": {"article": ["the", "a"]},  # words that no rule needs to see
}
PARTICLES: Table = {
    "IN": {"in": ["in"]},
    "AT": {"at": ["near"]},
    "ON": {"on": ["on"]},
    "FROM": {"from": ["from", "of"]},
    "AND": {"and": ["and"]},
    "NOT": {"not": ["not", "no"]},
    "DONE": {"was": ["was", "were"], "is": ["is", "are"]},
    "AMONG": {"including": ["including", "among them"]},
    "BREAK": {"while": ["while", "but"]},
}
SAYING: Table = {
    "SAYS": {"said": ["said"]},
    "ACCORDING": {"according": ["according to"]},
}
