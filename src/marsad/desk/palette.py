"""Colours of armed actors: one each, the same everywhere, told apart by people who see few colours.

The nine are Paul Tol's "muted" scheme, which holds for the commonest forms of colour blindness; an actor's is chosen by its id alone, so
that it never changes with what else is shown. The word always stands beside the colour.
"""

import zlib

MUTED = ("#332288", "#88ccee", "#44aa99", "#117733", "#999933", "#ddcc77", "#cc6677", "#882255", "#aa4499")


def colour(id: str | None) -> str:
    """The colour of an actor; a plain grey for one who is not named."""
    return MUTED[zlib.crc32(id.encode()) % len(MUTED)] if id else "#bbbbbb"
