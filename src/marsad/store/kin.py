"""Lines of people that people's judgements tie together: where two claims are said to name one person, their lines are gathered as one."""

from collections.abc import Callable, Iterable, Iterator

from sqlalchemy import Connection, select

from marsad.record import person_line
from marsad.store.rows import claim_of_body
from marsad.store.tables import claims, judgements


def together(connection: Connection, chosen: Iterable[int], number: Callable[[str], int]) -> list[int]:
    """The numbers of lines with those of all lines tied to them; ``number`` gives that of a line."""
    found = set(chosen)
    pairs = list(_pairs(connection, number))
    while new := {line for pair in pairs if pair & found for line in pair} - found:
        found |= new
    return sorted(found)


def _pairs(connection: Connection, number: Callable[[str], int]) -> Iterator[set[int]]:
    said = select(judgements.c.a, judgements.c.b).where(judgements.c.verdict == "one_person", judgements.c.withdrawn.is_(None))
    for a, b in connection.execute(said).all():
        bodies = connection.execute(select(claims.c.body).where(claims.c.id.in_((a, b)), claims.c.superseded.is_(None))).scalars()
        yield {number(line) for body in bodies if (line := person_line(claim_of_body(body)))}
