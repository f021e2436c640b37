"""Countries as adjectives: each country's code, its Arabic name and its masculine adjectives, from the hand-kept file."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from marsad.world.table import rows

_COLUMNS = ("code", "arabic", "nisba", "english", "adjective", "capital")


@dataclass(frozen=True, slots=True)
class Demonym:
    """One country: ISO 3166 alpha-2 code, first Arabic name, Arabic adjectives (masculine singular), English adjectives."""

    code: str
    arabic: str
    nisba: tuple[str, ...]
    adjective: tuple[str, ...]


@cache
def demonyms() -> tuple[Demonym, ...]:
    """Every country of the file, in its order. Raises MarsadError for a file that cannot be read."""
    path = files("marsad.world") / "data" / "demonyms.tsv"
    return tuple(
        Demonym(row["code"], row["arabic"].split("|")[0], tuple(row["nisba"].split("|")), tuple(row["adjective"].split("|")))
        for _, row in rows(path, _COLUMNS)
    )
