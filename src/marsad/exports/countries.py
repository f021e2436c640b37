"""Codes of countries: ISO 3166, Gleditsch and Ward's list of states, UCDP's and ACLED's regions."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from marsad.world.table import rows

_COLUMNS = ("iso", "numeric", "alpha3", "gw", "region", "acled", "name")


@dataclass(frozen=True, slots=True)
class Country:
    """One country; ``region`` is UCDP's, ``acled`` ACLED's, None where no list at hand settles it. ``gw`` is None where it is not in Gleditsch and Ward's list."""

    iso: str
    numeric: int
    alpha3: str
    gw: int | None
    region: str
    acled: str | None
    name: str


@cache
def countries() -> dict[str, Country]:
    """Every country by its ISO 3166 alpha-2 code."""
    path = files("marsad.exports") / "data" / "countries.tsv"
    return {
        row["iso"]: Country(
            row["iso"],
            int(row["numeric"]),
            row["alpha3"],
            int(row["gw"]) if row["gw"] else None,
            row["region"],
            row["acled"] or None,
            row["name"],
        )
        for _, row in rows(path, _COLUMNS)
    }
