"""What reading one article gives."""

from dataclasses import dataclass

from marsad.model.article import Article
from marsad.model.claim import AnyClaim, Evidence

CONTRACT = 1
"""The version of the JSON contract, the value of its ``marsad`` key."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Words that looked like a claim and were not read as one, and why."""

    reason: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Report:
    """One article read: the article, its claims in the order of their evidence, and what was refused."""

    article: Article
    claims: tuple[AnyClaim, ...]
    refusals: tuple[Refusal, ...] = ()
