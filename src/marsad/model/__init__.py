"""The nouns. Frozen, no input or output, nothing of the other rooms."""

from marsad.model.article import Article
from marsad.model.claim import AnyClaim, Attack, Casualty, Claim, Control, Evidence, Quote, Statement, Talks
from marsad.model.dated import AsOf, Dated, When
from marsad.model.errors import MarsadError, Unavailable
from marsad.model.incident import Assertion, Days, Figure, Incident, Involved, Link, Proposal, Responsibility
from marsad.model.individual import Individual
from marsad.model.json import as_json, claim_of, from_json
from marsad.model.judgement import Judgement
from marsad.model.named import Actor, Person, Place, Source, Speaker
from marsad.model.quantity import Count, Quantity
from marsad.model.record import Record
from marsad.model.report import CONTRACT, Refusal, Report
from marsad.model.tally import Break, Fall, Increment, Part, Point, Tally, Window
from marsad.model.territory import Holding, Territory
from marsad.model.total import Counted, LeftOut, Total
from marsad.model.track import TalksEvent, Track

__all__ = [
    "CONTRACT", "Actor", "AnyClaim", "Article", "AsOf", "Assertion", "Attack", "Break", "Casualty", "Claim", "Control", "Count",
    "Counted", "Dated", "Days", "Evidence", "Fall", "Figure", "Holding", "Incident", "Increment", "Individual", "Involved",
    "Judgement", "LeftOut", "Link", "MarsadError", "Part", "Person", "Place", "Point", "Proposal", "Quantity", "Quote", "Record",
    "Refusal", "Report", "Responsibility", "Source", "Speaker", "Statement", "Talks", "TalksEvent", "Tally", "Territory", "Total",
    "Track", "Unavailable", "When", "Window", "as_json", "claim_of", "from_json",
]  # fmt: skip
