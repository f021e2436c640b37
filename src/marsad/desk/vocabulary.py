"""The closed lists whose values the desk writes in words, by the name under which the catalogues hold them."""

from collections.abc import Mapping
from typing import get_args

from marsad.model.values import (
    Act,
    ActorType,
    AgeBand,
    Bound,
    Change,
    Extent,
    Fate,
    Grade,
    Group,
    HoldState,
    Kind,
    Means,
    Outcome,
    Period,
    PublishedFrom,
    Reliability,
    Role,
    SourceType,
    Stance,
    Stand,
    TargetType,
)  # fmt: skip
from marsad.store.complaints import ENDINGS
from marsad.store.releases import STATES
from marsad.store.testimonies import KINDS as TESTIMONIES
from marsad.store.wording import values

VERDICTS = (
    "accept",
    "reject",
    "unsure",
    "correct",
    "add",
    "same",
    "different",
    "grade",
    "best",
    "restricted",
    "break",
    "cause",
    "reliability",
    "one_person",
    "two_persons",
)

CLOSED: Mapping[str, tuple[str, ...]] = {
    "kind": get_args(Kind),
    "stance": get_args(Stance),
    "outcome": get_args(Outcome),
    "bound": get_args(Bound),
    "group": get_args(Group),
    "period": get_args(Period),
    "means": get_args(Means),
    "change": get_args(Change),
    "extent": get_args(Extent),
    "act": get_args(Act),
    "source type": get_args(SourceType),
    "actor type": get_args(ActorType),
    "target": get_args(TargetType),
    "published from": get_args(PublishedFrom),
    "age band": get_args(AgeBand),
    "grade": get_args(Grade),
    "reliability": get_args(Reliability),
    "role": get_args(Role),
    "stand": get_args(Stand),
    "state": get_args(HoldState),
    "fate": get_args(Fate),
    "verdict": VERDICTS,
    "cause": ("entry error", "revision", "definition"),
    "precision": tuple("1234567"),
    "date precision": tuple("12345"),
    "track": ("geneva", "astana", "sochi", "stockholm", "riyadh", "cairo", "doha", "vienna", "jeddah", "skhirat", "berlin"),
    "page": tuple(values("page")),
    "testimony": TESTIMONIES,
    "ending": ENDINGS,
    "release": STATES,
    "account": ("reader", "analyst", "reviewer", "administrator"),
}
"""List -> its values. Precisions are UCDP's ``where_prec`` and ``date_prec``."""
