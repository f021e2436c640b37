"""The nouns. Frozen, no input or output, nothing of the other rooms."""

from marsad.model.article import Article
from marsad.model.claim import AnyClaim, Attack, Casualty, Claim, Control, Evidence, Quote, Statement, Talks
from marsad.model.dated import AsOf, Dated, When
from marsad.model.errors import MarsadError
from marsad.model.json import as_json
from marsad.model.named import Actor, Person, Place, Source, Speaker
from marsad.model.quantity import Count, Quantity
from marsad.model.report import CONTRACT, Refusal, Report

__all__ = [
    "CONTRACT", "Actor", "AnyClaim", "Article", "AsOf", "Attack", "Casualty", "Claim", "Control", "Count", "Dated",
    "Evidence", "MarsadError", "Person", "Place", "Quantity", "Quote", "Refusal", "Report", "Source", "Speaker",
    "Statement", "Talks", "When", "as_json",
]  # fmt: skip
