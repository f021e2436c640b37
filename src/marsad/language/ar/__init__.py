"""Arabic."""

from marsad.language.ar import actors, attack, casualty, people, persons, places, words
from marsad.language.ar.dates import find as find_dates
from marsad.language.ar.letters import PREFIXES, SUFFIXES, relational
from marsad.language.ar.numbers import find as find_numbers
from marsad.language.pack import Phrasebook

BOOK = Phrasebook(
    code="ar",
    tables=(*words.TABLES, *people.TABLES, people.QUALITIES, people.BOUNDS, places.HEADS, actors.HEADS, persons.NAMES, casualty.WORDS, attack.WORDS),
    prefixes=PREFIXES,
    suffixes=SUFFIXES,
    chunks={"person": persons.PERSONS, "place": places.PLACES, "counted": people.COUNTED, "actor": actors.ACTORS},
    claims={"casualty": casualty.CASUALTY},
    numbers=find_numbers,
    dates=find_dates,
    nisba=relational,
)
