"""The record of a set of articles."""

from dataclasses import dataclass

from marsad.model.incident import Incident
from marsad.model.individual import Individual
from marsad.model.tally import Tally
from marsad.model.territory import Territory
from marsad.model.total import LeftOut
from marsad.model.track import Track


@dataclass(frozen=True, slots=True)
class Record:
    """Everything gathered, each kind in the order of its ids' first days.

    ``redirects`` are pairs of an id that was asked about in a judgement or was an earlier name, and the id it now stands in;
    ``refused`` the claims that were not let in, and why; ``lost`` the judgements whose claims are not among the reports.
    """

    incidents: tuple[Incident, ...] = ()
    tallies: tuple[Tally, ...] = ()
    control: tuple[Territory, ...] = ()
    talks: tuple[Track, ...] = ()
    people: tuple[Individual, ...] = ()
    redirects: tuple[tuple[str, str], ...] = ()
    refused: tuple[LeftOut, ...] = ()
    lost: tuple[str, ...] = ()
