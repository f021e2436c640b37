"""PLOVER events as JSON Lines: 16 types with their modes, contexts and quad codes (PLOVER manual of February 2024).

SANCTION's quad code differs between the manual's own tables; ``sanction`` says which is written (4, material, as its section says).
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from marsad.exports.countries import countries
from marsad.exports.event import Body, Event
from marsad.exports.policy import numbers

TYPES: Mapping[str, tuple[str, ...]] = {
    "AGREE": (),
    "CONSULT": ("visit", "third-party", "multilateral", "phone"),
    "SUPPORT": (),
    "CONCEDE": (),
    "COOPERATE": (),
    "AID": (),
    "RETREAT": ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    "REQUEST": ("assist", "change", "yield", "meet"),
    "ACCUSE": ("disapprove", "investigate", "allege"),
    "REJECT": ("assist", "change", "yield", "meet"),
    "THREATEN": ("restrict", "arrest", "relations", "expel", "territory", "violence"),
    "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
    "MOBILIZE": ("troops", "weapons", "police", "militia"),
    "COERCE": (
        "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation", "cyber",
    ),
    "ASSAULT": (
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives", "suicide-attack", "aerial",
        "drone", "heavy-weapons", "crowd-control", "unconventional",
    ),
}  # fmt: skip
QUAD: Mapping[str, int] = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}
_MODES = {
    "airstrike": ("ASSAULT", "aerial"),
    "drone": ("ASSAULT", "drone"),
    "shelling": ("ASSAULT", "heavy-weapons"),
    "explosion": ("ASSAULT", "explosives"),
    "suicide": ("ASSAULT", "suicide-attack"),
    "clash": ("ASSAULT", "firearms"),
    "shooting": ("ASSAULT", "firearms"),
    "assassination": ("ASSAULT", "targeted"),
    "execution": ("ASSAULT", "targeted"),
    "abduction": ("ASSAULT", "abduct"),
    "arrest": ("COERCE", "arrest"),
}
_ACTS = {
    "meeting": ("CONSULT", "multilateral"),
    "call": ("CONSULT", "phone"),
    "visit": ("CONSULT", "visit"),
    "round": ("CONSULT", "multilateral"),
    "mediation": ("CONSULT", "third-party"),
    "agreement": ("AGREE", None),
    "ceasefire": ("RETREAT", "ceasefire"),
    "invitation": ("REQUEST", "meet"),
    "condemnation": ("ACCUSE", "disapprove"),
    "exchange": ("RETREAT", "release"),
}
_SECTORS = {
    "state_forces": "MIL",
    "rebel_group": "REB",
    "political_militia": "PRM",
    "identity_militia": "PRM",
    "civilians": "CVL",
}


def rows(
    events: Iterable[Event], tracks: Iterable[Body], reliability: Mapping[str, int], sanction: int = 4
) -> Iterator[dict[str, Any]]:
    """The incidents, then the talks, as PLOVER events; what has no date or falls under no type is left out."""
    for event in events:
        coded = next((_MODES[means] for means in event.incident.get("means") or () if means in _MODES), None)
        if coded is None or event.date is None:
            continue
        place = event.place
        yield _event(event.incident["id"], event.date["start"], coded, sanction) | {
            "actor": [_actor(a) for a in event.sides("attacker", "party")],
            "recipient": [_actor(a) for a in event.sides("target")],
            "event_loc": {"name": place.get("name"), "country": _alpha3(place.get("country"))} if place else None,
            "context": ["military"],
            "dead": _number(event, "killed", reliability),
            "injured": _number(event, "injured", reliability),
            "link": list(dict.fromkeys(r["url"] for r in event.articles if r.get("url"))),
        }
    for track in tracks:
        for number, act in enumerate(track.get("events") or ()):
            if act["act"] in _ACTS and act.get("date"):
                yield _event(f"{track['id']}-{number}", act["date"]["start"], _ACTS[act["act"]], sanction) | {
                    "actor": [_actor(a) for a in act.get("participants") or ()],
                    "recipient": [],
                    "context": ["diplomatic"],
                    "event_text": act.get("topic"),
                }


def _event(id: str, day: str, coded: tuple[str, str | None], sanction: int) -> dict[str, Any]:
    kind, mode = coded
    return {"id": id, "date": day, "event": [kind], "mode": mode, "quad_code": sanction if kind == "SANCTION" else QUAD[kind]}


def _actor(actor: Body) -> dict[str, Any]:
    return {"actorText": actor["name"], "code": actor.get("id"), "sector": _SECTORS.get(actor.get("type") or "", "UNK")}


def _number(event: Event, outcome: str, reliability: Mapping[str, int]) -> int | None:
    told = [n.best for f in event.figures() if f["outcome"] == outcome and (n := numbers(f, reliability)) is not None]
    return max(told, default=None)


def _alpha3(country: str | None) -> str | None:
    known = countries().get(country or "")
    return known.alpha3 if known else None
