"""ACLED rows: 31 columns, its event and sub-event types, and its codes of interacting sides.

Assumed where the codebook at hand does not say: tags and sources are joined by ";"; ``interaction`` is the lower code first, a lone side
gets 0. ``inter`` codes are written as numbers in the columns of that name; the labels go with them in ``tags``.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from marsad.exports.countries import countries
from marsad.exports.event import Body, Event
from marsad.exports.policy import numbers
from marsad.exports.ucdp import number_of

COLUMNS = tuple(
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2 assoc_actor_2 "
    "inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude geo_precision source "
    "source_scale notes fatalities tags timestamp".split()
)
TYPES: Mapping[str, tuple[str, ...]] = {
    "Battles": ("Government regains territory", "Non-state actor overtakes territory", "Armed clash"),
    "Protests": ("Excessive force against protesters", "Protest with intervention", "Peaceful protest"),
    "Riots": ("Violent demonstration", "Mob violence"),
    "Explosions/Remote violence": (
        "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack", "Remote explosive/landmine/IED", "Grenade",
    ),
    "Violence against civilians": ("Sexual violence", "Attack", "Abduction/forced disappearance"),
    "Strategic developments": (
        "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use", "Headquarters or base established",
        "Looting/property destruction", "Non-violent transfer of territory", "Other",
    ),
}  # fmt: skip
"""Event types and their 25 sub-event types (ACLED codebook, 2023)."""
INTER: Mapping[str, tuple[int, str]] = {
    "state_forces": (1, "State forces"),
    "rebel_group": (2, "Rebel group"),
    "political_militia": (3, "Political militia"),
    "identity_militia": (4, "Identity militia"),
    "civilians": (7, "Civilians"),
    "external": (8, "External/Other forces"),
    "other": (8, "External/Other forces"),
}
_BY_MEANS = {
    "airstrike": "Air/drone strike",
    "drone": "Air/drone strike",
    "shelling": "Shelling/artillery/missile attack",
    "explosion": "Remote explosive/landmine/IED",
    "suicide": "Suicide bomb",
    "clash": "Armed clash",
    "shooting": "Attack",
    "assassination": "Attack",
    "execution": "Attack",
    "abduction": "Abduction/forced disappearance",
    "arrest": "Arrests",
}
_PARENT = {sub: event for event, subs in TYPES.items() for sub in subs}
_DISORDER = {"Protests": "Demonstrations", "Riots": "Demonstrations", "Strategic developments": "Strategic developments"}
_TIME = {1: 1, 2: 2, 3: 2, 4: 3, 5: 3}
_GEO = {1: 1, 2: 2, 3: 2, 4: 3, 5: 3, 6: 3, 7: 3}

Row = dict[str, str | int | float | None]


def rows(events: Iterable[Event], reliability: Mapping[str, int], made: int) -> Iterator[Row]:
    """A row for each event with a date; ``made`` is the moment of the export in Unix seconds."""
    for event in events:
        when = event.date
        if when is None:
            continue
        sub = sub_event(event)
        kind = _PARENT[sub]
        actor1, actor2 = _sides(event)
        codes = [INTER[(a or {}).get("type") or "other"] if a else (0, "") for a in (actor1, actor2)]
        place = event.place
        country = countries().get(place.get("country") or "")
        row: Row = dict.fromkeys(COLUMNS)
        row |= {
            "event_id_cnty": f"{country.alpha3 if country else 'XXX'}{number_of(event.incident['id'])}",
            "event_date": when["start"],
            "year": int(when["start"][:4]),
            "time_precision": _TIME[when["precision"]],
            "disorder_type": _DISORDER.get(kind, "Political violence"),
            "event_type": kind,
            "sub_event_type": sub,
            "actor1": (actor1 or {}).get("name"),
            "inter1": codes[0][0],
            "actor2": (actor2 or {}).get("name"),
            "inter2": codes[1][0],
            "interaction": interaction(codes[0][0], codes[1][0]),
            "civilian_targeting": "Civilian targeting" if kind != "Strategic developments" and _civilians(actor2) else None,
            "iso": country.numeric if country else None,
            "region": country.acled if country else None,
            "country": country.name if country else None,
            "admin1": event.division("province"),
            "admin2": event.division("district"),
            "location": place.get("name"),
            "latitude": place.get("latitude"),
            "longitude": place.get("longitude"),
            "geo_precision": _GEO[place.get("precision") or 6],
            "source": ";".join(dict.fromkeys(r["outlet"] for r in event.articles if r.get("outlet"))) or None,
            "source_scale": None,
            "notes": _notes(event),
            "fatalities": fatalities(event, reliability),
            "tags": ";".join(f"inter{n}={label}" for n, (_, label) in enumerate(codes, 1) if label) or None,
            "timestamp": made,
        }
        yield row


def sub_event(event: Event) -> str:
    """ACLED's sub-event type of an incident by its means; "Attack" where civilians were hurt by means unknown, else "Other"."""
    told = [_BY_MEANS[means] for means in event.incident.get("means") or () if means in _BY_MEANS]
    if any((claim.get("weapon") or "").lower() in ("chemical", "كيماوي", "كيميائي") for claim in event.claims):
        return "Chemical weapon"
    if told:
        return told[0]
    return "Attack" if any(f["outcome"] in ("killed", "injured", "casualties") for f in event.figures()) else "Other"


def interaction(first: int, second: int) -> int:
    """Two codes as ACLED writes them: the lower first, a lone one with 0 behind it; 0 where neither side is known."""
    low, high = sorted((first, second))
    return low * 10 + high if low else high * 10


def fatalities(event: Event, reliability: Mapping[str, int]) -> int:
    """The one number ACLED asks for: the best of all the people killed under the export policy, 0 where no number is stated."""
    killed = [n for f in event.figures() if f["outcome"] == "killed" and (n := numbers(f, reliability)) is not None]
    return max((n.best for n in killed), default=0)


def _sides(event: Event) -> tuple[Body | None, Body | None]:
    sides = event.sides("attacker", "party")
    actor1 = sides[0] if sides else None
    actor2 = next((a for a in event.sides("target", "party") if a is not actor1), None)
    if actor2 is None and any(f["group"] in ("civilians", "children", "women") for f in event.figures()):
        actor2 = {"name": "Civilians", "type": "civilians"}
    return actor1, actor2


def _civilians(actor: Body | None) -> bool:
    return bool(actor) and (actor or {}).get("type") == "civilians"


def _notes(event: Event) -> str:
    """Each figure in its source's words, and by whom: the sentence ACLED's readers look for."""
    said = [
        f"{one['by']}: {one['text']} {f['outcome']}"
        for f in event.figures()
        for one in f.get("assertions") or ()
        if one.get("standing", True)
    ]
    days = date.fromisoformat(event.incident["date"]["start"]).strftime("%d %B %Y")
    return f"{days}, {event.place.get('name') or 'place not stated'}. " + "; ".join(said)
