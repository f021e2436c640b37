"""Choosing among the candidates for a field by learned weights: what the traits of each weigh, added up; the heaviest is taken.

The weights are learned from articles that people read (``benchmarks/ranking.py``); docs/architecture.md says what they may do.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

WEIGHTS = files("marsad.reading") / "weights.json"


@dataclass(slots=True)
class Option:
    """A candidate for a field: its value (None: the text does not say), its traits, and whether it is what the rules chose."""

    value: Any
    traits: list[str]
    standing: bool = False


@dataclass(frozen=True, slots=True)
class Ranker:
    """Learned weights: what each trait counts, by the field."""

    weights: Mapping[str, Mapping[str, float]]

    def chooses(self, field: str) -> bool:
        """Whether the field was learned."""
        return field in self.weights

    def best(self, field: str, options: Sequence[Option]) -> Option:
        """The heaviest candidate; of equals the first."""
        weigh = self.weights[field].get
        return max(options, key=lambda option: sum([weigh(trait, 0.0) for trait in option.traits]))


@cache
def learned(language: str) -> Ranker:
    """The ranker of a language that comes with Marsad; one that chooses nothing for a language it was not learned in."""
    return Ranker(json.loads(WEIGHTS.read_text("utf-8")).get(language, {}))


def stride(count: int) -> str:
    """A distance in items, in steps that widen: too few articles are read by people to learn more of it."""
    return str(count) if count < 4 else "4-6" if count < 7 else "7-12" if count < 13 else "13-24" if count < 25 else "25-"
