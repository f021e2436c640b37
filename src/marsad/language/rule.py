"""A rule carries its own proof: a name that reads as a sentence, a phrase of kinds, and sentences that must and must not match."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Rule:
    """One wording.

    ``pattern`` is a phrase of kinds (see ``pattern.py``); its slots are filled as the kind's reader expects. ``fixed`` fills
    slots that the wording settles by itself. ``yes`` maps sentences to what must come of them (field values of one claim or
    mention, or a list of such); ``no`` are sentences the rule must not match. One test walks every rule of every pack.
    """

    name: str
    pattern: str
    fixed: Mapping[str, Any] = field(default_factory=dict)
    yes: Mapping[str, Any] = field(default_factory=dict)
    no: tuple[str, ...] = ()
