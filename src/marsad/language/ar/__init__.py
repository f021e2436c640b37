"""Arabic."""

from importlib.resources import files

from marsad.language.ar import (
    actors,
    attack,
    casualty,
    control,
    mishaps,
    people,
    persons,
    places,
    seizing,
    statement,
    talks,
    words,
)
from marsad.language.ar.agreement import gender
from marsad.language.ar.dates import find as find_dates
from marsad.language.ar.letters import PREFIXES, SUFFIXES, relational
from marsad.language.ar.numbers import find as find_numbers
from marsad.language.ar.quantities import quantities
from marsad.language.pack import Phrasebook, Table
from marsad.text import key
from marsad.world.demonyms import demonyms

_LISTED = (files("marsad.language.ar") / "common.txt").read_text(encoding="utf-8").splitlines()
_COMMON = [word for line in _LISTED if not line.startswith("#") for word in line.split()]
_TABLES: tuple[Table, ...] = (
    *words.TABLES,
    *people.TABLES,
    people.QUALITIES,
    people.BOUNDS,
    people.KIN,
    people.OWNED,
    people.SECTS,
    places.HEADS,
    actors.HEADS,
    persons.NAMES,
    casualty.WORDS,
    attack.WORDS,
    seizing.WORDS,
    talks.WORDS,
    mishaps.WORDS,
    statement.WORDS,
)
_FORMS = frozenset(key(form) for table in _TABLES for values in table.values() for forms in values.values() for form in forms)
"""Words of the tables: one of them after a conjunction ("ووفقا") is read as two words and not looked for in the common ones."""
VOCABULARY: Table = {
    "NISBA": {d.code: [form for base in d.nisba for form in relational(base)] for d in demonyms()},
    "COMMON": {None: [word for word in _COMMON if not (word[0] in "وف" and word[1:] in _FORMS)]},
}

BOOK = Phrasebook(
    code="ar",
    tables=(*_TABLES, VOCABULARY),
    prefixes=PREFIXES,
    suffixes=SUFFIXES,
    chunks={"person": persons.PERSONS, "place": places.PLACES, "counted": people.COUNTED, "actor": actors.ACTORS},
    claims={"casualty": casualty.CASUALTY, "attack": attack.ATTACK, "control": control.CONTROL, "talks": talks.TALKS},
    numbers=find_numbers,
    dates=find_dates,
    quantities=quantities,
    gender=gender,
)
