"""English."""

from importlib.resources import files

from marsad.language.en import actors, attack, casualty, control, mishaps, people, persons, places, statement, talks, words
from marsad.language.en.dates import find as find_dates
from marsad.language.en.numbers import find as find_numbers
from marsad.language.lexicon import Affix
from marsad.language.pack import Phrasebook, Table
from marsad.world.demonyms import demonyms

_LISTED = (files("marsad.language.en") / "common.txt").read_text(encoding="utf-8").splitlines()
VOCABULARY: Table = {
    "NISBA": {d.code: list(d.adjective) for d in demonyms()},
    "PARTICLE": {None: [form for values in words.PARTICLES.values() for forms in values.values() for form in forms]},
    "COMMON": {None: [word for line in _LISTED if not line.startswith("#") for word in line.split()]},
}

BOOK = Phrasebook(
    code="en",
    tables=(
        *words.TABLES,
        *people.TABLES,
        places.HEADS,
        actors.HEADS,
        persons.NAMES,
        casualty.WORDS,
        mishaps.WORDS,
        attack.WORDS,
        control.WORDS,
        talks.WORDS,
        statement.WORDS,
        VOCABULARY,
    ),
    prefixes=(),
    suffixes=(Affix("s", "POSSESSIVE", "'s", onto=frozenset(["SPEAKER"])),),
    chunks={
        "person": persons.PERSONS,
        "place": places.PLACES,
        "dateline": places.DATELINE,
        "counted": people.COUNTED,
        "actor": actors.ACTORS,
    },
    claims={"casualty": casualty.CASUALTY, "attack": attack.ATTACK, "control": control.CONTROL, "talks": talks.TALKS},
    speech=statement.SPEECH,
    numbers=find_numbers,
    dates=find_dates,
    capitals=True,
    towns_as_targets=False,
    leading=frozenset("al el ad an ar as ash at az et ez er es esh ath adh".split()),
)
