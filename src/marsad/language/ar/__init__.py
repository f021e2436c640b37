"""Arabic."""

from importlib.resources import files

from marsad.language.ar import actors, attack, casualty, control, people, persons, places, statement, words
from marsad.language.ar.agreement import gender
from marsad.language.ar.dates import find as find_dates
from marsad.language.ar.letters import PREFIXES, SUFFIXES, relational
from marsad.language.ar.numbers import find as find_numbers
from marsad.language.pack import Phrasebook, Table
from marsad.world.demonyms import demonyms

_COMMON = (files("marsad.language.ar") / "common.txt").read_text(encoding="utf-8").splitlines()
VOCABULARY: Table = {
    "NISBA": {d.code: [form for base in d.nisba for form in relational(base)] for d in demonyms()},
    "COMMON": {None: [word for line in _COMMON if not line.startswith("#") for word in line.split()]},
}

BOOK = Phrasebook(
    code="ar",
    tables=(*words.TABLES, *people.TABLES, people.QUALITIES, people.BOUNDS, places.HEADS, actors.HEADS, persons.NAMES, casualty.WORDS, attack.WORDS, control.WORDS, statement.WORDS, VOCABULARY),
    prefixes=PREFIXES,
    suffixes=SUFFIXES,
    chunks={"person": persons.PERSONS, "place": places.PLACES, "counted": people.COUNTED, "actor": actors.ACTORS},
    claims={"casualty": casualty.CASUALTY, "attack": attack.ATTACK, "control": control.CONTROL},
    numbers=find_numbers,
    dates=find_dates,
    gender=gender,
)
