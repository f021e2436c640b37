"""The closed lists of words a record may hold, as the contract of the record names them.

Sources: outcomes, groups and bounds follow casualty recorders' practice; actor types are ACLED's;
``where_prec`` and ``date_prec`` are UCDP's.
"""

from typing import Literal, get_args

Kind = Literal["casualty", "control", "attack", "statement", "talks"]
Stance = Literal["asserted", "denied", "expected", "conditional"]
Outcome = Literal["killed", "injured", "missing", "displaced", "detained", "abducted", "casualties"]
Bound = Literal["exact", "at_least", "more_than", "about", "up_to", "range", "vague"]
Group = Literal[
    "people", "civilians", "children", "women", "men", "elderly", "fighters", "soldiers", "police",
    "journalists", "medics", "aid_workers", "prisoners", "officials", "foreigners",
]  # fmt: skip
Period = Literal["incident", "window", "cumulative"]
Means = Literal[
    "airstrike", "drone", "shelling", "explosion", "suicide", "clash", "shooting", "assassination",
    "execution", "arrest", "abduction", "other",
]  # fmt: skip
Change = Literal["gained", "lost", "holds", "besieged", "contested", "withdrew"]
Extent = Literal["full", "partial"]
Act = Literal[
    "meeting", "call", "visit", "round", "agreement", "ceasefire", "resolution", "invitation", "mediation",
    "condemnation", "exchange", "other",
]  # fmt: skip
SourceType = Literal["person", "organisation", "agency", "state", "armed_group", "witnesses", "anonymous"]
ActorType = Literal["state_forces", "rebel_group", "political_militia", "identity_militia", "civilians", "external", "other"]
TargetType = Literal["home", "market", "hospital", "school", "worship", "camp", "aid", "press", "infrastructure", "military"]
PublishedFrom = Literal["page", "option", "text"]
AgeBand = Literal["child", "adult"]
Sex = Literal["female", "male"]
Grade = Literal["confirmed", "fair", "weak", "contested", "discounted"]
"""Airwars' grades: admitted by an actor; two credible independent sources; one; competing attributions; not counted."""
Role = Literal["attacker", "target", "party"]
Stand = Literal["claimed", "denied", "blamed"]
HoldState = Literal["held", "contested", "besieged", "left"]
Fate = Literal["killed", "injured", "missing", "detained", "abducted"]
Reliability = Literal["A", "B", "C", "D", "E", "F"]
"""The Admiralty scale of sources (NATO STANAG 2511, AJP-2.1): from completely reliable to unreliable; F cannot be judged."""
Verdict = Literal[
    "same", "different", "grade", "best", "restricted", "break", "cause", "reliability", "one_person", "two_persons",
]  # fmt: skip

KINDS: tuple[Kind, ...] = get_args(Kind)
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
GROUPS: tuple[Group, ...] = get_args(Group)
MEANS: tuple[Means, ...] = get_args(Means)
