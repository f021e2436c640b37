"""Gathering: claims of many articles become incidents, tallies, control, talks and people; disagreement is kept, and why is said."""

from marsad.record.gather import Footing, footings, gather

__all__ = ["Footing", "footings", "gather"]
