"""English."""

from marsad.language.en import events, people, words
from marsad.language.en.dates import find as find_dates
from marsad.language.en.numbers import find as find_numbers
from marsad.language.pack import Phrasebook, Table
from marsad.world.demonyms import demonyms

VOCABULARY: Table = {"NISBA": {d.code: list(d.adjective) for d in demonyms()}}

BOOK = Phrasebook(
    code="en",
    tables=(*words.TABLES, *people.TABLES, events.WORDS, VOCABULARY),
    prefixes=(),
    suffixes=(),
    chunks={"place": events.PLACES, "counted": people.COUNTED, "actor": events.ACTORS},
    claims={"casualty": events.CASUALTY, "attack": events.ATTACK},
    numbers=find_numbers,
    dates=find_dates,
)
