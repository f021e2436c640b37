"""A quantity as a text states it."""

from dataclasses import dataclass

from marsad.model.values import Bound


@dataclass(frozen=True, slots=True)
class Count:
    """A figure of people: its words, the interval it states, and how it is bounded.

    ``low`` and ``high`` are whole numbers of people, both inclusive; an open end is None.
    """

    text: str
    low: int | None
    high: int | None
    bound: Bound


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity found in a text: ``text == whole[start:end]``, counted in Unicode characters."""

    text: str
    start: int
    end: int
    low: int | None
    high: int | None
    bound: Bound
