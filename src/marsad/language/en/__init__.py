"""English."""

from marsad.language.en import control, events, people, words
from marsad.language.en.dates import find as find_dates
from marsad.language.en.numbers import find as find_numbers
from marsad.language.pack import Phrasebook, Table
from marsad.world.demonyms import demonyms

VOCABULARY: Table = {
    "NISBA": {d.code: list(d.adjective) for d in demonyms()},
    "PARTICLE": {None: [form for values in words.PARTICLES.values() for forms in values.values() for form in forms]},
}

BOOK = Phrasebook(
    code="en",
    tables=(*words.TABLES, *people.TABLES, events.WORDS, control.WORDS, VOCABULARY),
    prefixes=(),
    suffixes=(),
    chunks={"person": events.PERSONS, "place": events.PLACES, "counted": people.COUNTED, "actor": events.ACTORS},
    claims={"casualty": events.CASUALTY, "attack": events.ATTACK, "control": control.CONTROL},
    numbers=find_numbers,
    dates=find_dates,
    capitals=True,
)
