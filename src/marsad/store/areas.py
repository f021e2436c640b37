"""Which places lie in which areas, noted when a place is first met, so that a claim is found by any area around it."""

from collections.abc import Iterable

from sqlalchemy import Connection, insert, select

from marsad.store.atlas import Atlas
from marsad.store.tables import areas


def note(connection: Connection, places: Iterable[tuple[str | None, str | None]], atlas: Atlas) -> None:
    """Note the areas of places, given with their countries' codes, that are not noted yet."""
    wanted = {(place, country) for place, country in places if place}
    named = {place for place, _ in wanted}
    known = set(connection.execute(select(areas.c.area, areas.c.place).where(areas.c.place.in_(named))).all()) if named else set()
    rows = {(area, place) for place, country in wanted for area in atlas.areas(place, country)} - known
    if rows:
        connection.execute(insert(areas), [{"area": area, "place": place} for area, place in sorted(rows)])
