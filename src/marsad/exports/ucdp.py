"""UCDP Georeferenced Event Dataset rows: 49 columns in the order of version 17 and later.

Codes are UCDP's; what is assumed: ``id`` is a number made from Marsad's id, which stands in ``relid``; UCDP's own ids of conflicts and
dyads are empty, since UCDP gives them; ``code_status`` is "Clear" where a person has graded the event, else "Check"; ``active_year`` is 1
where the rows of this export alone reach 25 deaths in the dyad and year.
"""

import hashlib
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from marsad.exports.countries import countries
from marsad.exports.dead import dead
from marsad.exports.event import Body, Event
from marsad.world.actors import Actors

COLUMNS = tuple(
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id dyad_new_id dyad_name "
    "side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office source_date "
    "source_headline source_original where_prec where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country "
    "country_id region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob".split()
)
ACTIVE = 25
"""Deaths in a calendar year that make a dyad active (UCDP's definition of armed conflict)."""

Row = dict[str, str | int | float | None]


def rows(events: Iterable[Event], reliability: Mapping[str, int], actors: Actors) -> list[Row]:
    """A row for each event with a date and at least one death under the export policy; ``low <= best <= high``."""
    made = list(_rows(events, reliability, actors))
    deaths = Counter[tuple[object, object]]()
    for row in made:
        deaths[row["dyad_name"], row["year"]] += int(row["best"] or 0)
    for row in made:
        row["active_year"] = int(deaths[row["dyad_name"], row["year"]] >= ACTIVE)
    return made


def _rows(events: Iterable[Event], reliability: Mapping[str, int], actors: Actors) -> Iterator[Row]:
    for event in events:
        lost = dead(event, reliability)
        when = event.date
        if lost is None or when is None or lost.total.best < 1:
            continue
        row: Row = dict.fromkeys(COLUMNS)
        row |= _who(event, actors) | _where(event) | _sources(event)
        row |= {
            "id": number_of(event.incident["id"]),
            "relid": event.incident["id"],
            "year": int(when["start"][:4]),
            "code_status": "Clear" if event.incident.get("grade") else "Check",
            "event_clarity": 1 if when["precision"] <= 2 else 2,
            "date_prec": when["precision"],
            "date_start": f"{when['start']} 00:00:00.000",
            "date_end": f"{when['end']} 00:00:00.000",
            "deaths_a": lost.side_a,
            "deaths_b": lost.side_b,
            "deaths_civilians": lost.civilians,
            "deaths_unknown": lost.unknown,
            "best": lost.total.best,
            "high": lost.total.high,
            "low": lost.total.low,
        }
        yield row


def number_of(id: str) -> int:
    """A whole number under 2**53 that stands for one of our ids, always the same."""
    return int.from_bytes(hashlib.sha256(id.encode()).digest()[:6], "big")


def _who(event: Event, actors: Actors) -> Row:
    attackers = event.sides("attacker", "party")
    others = [a for a in event.sides("target", "party") if a not in attackers[:1]]
    side_a = attackers[0] if attackers else None
    side_b = next((a for a in others if a.get("type") != "civilians"), None)
    first, second = _name(side_a), _name(side_b) if side_b else ("Civilians" if side_a else "Unknown")
    dyad = f"{first} - {second}"
    return {
        "type_of_violence": violence(side_a, side_b),
        "side_a": first,
        "side_b": second,
        "dyad_name": dyad,
        "conflict_name": dyad,
        "gwnoa": _state(side_a, actors),
        "gwnob": _state(side_b, actors),
    }


def violence(side_a: Body | None, side_b: Body | None) -> int:
    """UCDP's type: 1 state-based (a state on either side), 2 non-state, 3 one-sided (no organised target is named)."""
    if side_b is None:
        return 3
    return 1 if "state_forces" in ((side_a or {}).get("type"), side_b.get("type")) else 2


def _name(actor: Body | None) -> str:
    return actor["name"] if actor else "Unknown"


def _state(actor: Body | None, actors: Actors) -> int | None:
    """The Gleditsch-Ward number of a side that is a state's forces."""
    if not actor or actor.get("type") != "state_forces" or actor.get("id") not in actors.entries:
        return None
    country = countries().get(actors.entries[actor["id"]].country or "")
    return country.gw if country else None


def _where(event: Event) -> Row:
    place = event.place
    latitude, longitude = place.get("latitude"), place.get("longitude")
    country = countries().get(place.get("country") or "")
    known = latitude is not None and longitude is not None
    return {
        "where_prec": place.get("precision") or 6,
        "where_coordinates": place.get("name"),
        "where_description": place.get("name"),
        "adm_1": event.division("province"),
        "adm_2": event.division("district"),
        "latitude": latitude,
        "longitude": longitude,
        "geom_wkt": f"POINT ({longitude} {latitude})" if known else None,
        "priogrid_gid": priogrid(latitude, longitude) if latitude is not None and longitude is not None else None,
        "country": country.name if country else None,
        "country_id": country.gw if country else None,
        "region": country.region if country else None,
    }


def priogrid(latitude: float, longitude: float) -> int:
    """The cell of the 0.5 degree grid that holds a point: 720 cells a row, the first at 90 south and 180 west (PRIO-GRID)."""
    row = min(math.floor((latitude + 90) * 2), 359)
    column = min(math.floor((longitude + 180) * 2), 719)
    return row * 720 + column + 1


def _sources(event: Event) -> Row:
    reports = event.articles
    return {
        "number_of_sources": max((f.get("independent_sources") or 0 for f in event.figures()), default=0)
        or len(event.asserters())
        or len(reports),
        "source_article": _joined(
            f'"{r.get("outlet") or ""},{r.get("published") or ""},{r.get("title") or r["id"]}"' for r in reports
        ),
        "source_office": _joined(r.get("outlet") for r in reports),
        "source_date": _joined(r.get("published") for r in reports),
        "source_headline": _joined(r.get("title") for r in reports),
        "source_original": _joined(event.asserters()),
    }


def _joined(values: Iterable[str | None]) -> str | None:
    return ";".join(dict.fromkeys(value for value in values if value)) or None
