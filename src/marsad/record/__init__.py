"""Gathering: claims of many articles become incidents, tallies, control, talks and people; disagreement is kept, and why is
said."""

from marsad.record.gather import Footing, footings, gather
from marsad.record.territory import state_on
from marsad.record.totals import totals

__all__ = ["Footing", "footings", "gather", "state_on", "totals"]
