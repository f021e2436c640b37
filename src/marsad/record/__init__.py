"""Gathering: claims of many articles become incidents, tallies, control, talks and people; disagreement is kept, and why is
said."""

from marsad.record.gather import Footing, along, footings, gather
from marsad.record.lines import lines, person_line
from marsad.record.territory import state_on
from marsad.record.totals import totals

__all__ = ["Footing", "along", "footings", "gather", "lines", "person_line", "state_on", "totals"]
