"""Lines that people's judgements tie together, to be gathered as one: of two claims said to name one person, and of one claim that a
correction moved from line to line."""

from collections.abc import Iterable, Iterator, Set
from itertools import chain

from sqlalchemy import Connection, select

from marsad.record import lines, person_line
from marsad.store.bulk import chunks, number
from marsad.store.load import former, reports
from marsad.store.rows import claim_of_body
from marsad.store.tables import claims, judgements, ties


def together(connection: Connection, kind: str, chosen: Iterable[int]) -> list[int]:
    """The numbers of lines of a kind with those of all lines tied to them.

    A moved claim's lines are gathered together, for its record of one line would else be taken for one of the other.
    """
    found = set(chosen)
    pairs = list(_people(connection)) if kind == "person" else []
    new: Set[int] = found
    while new:
        tied = [line for pair in pairs if pair & found for line in pair]
        new = {*tied, *_moved(connection, kind, new)} - found
        found |= new
    return sorted(found)


def _people(connection: Connection) -> Iterator[set[int]]:
    said = select(judgements.c.a, judgements.c.b).where(judgements.c.verdict == "one_person", judgements.c.withdrawn.is_(None))
    for a, b in connection.execute(said).all():
        bodies = connection.execute(select(claims.c.body).where(claims.c.id.in_((a, b)), claims.c.superseded.is_(None))).scalars()
        yield {number("person", line) for body in bodies if (line := person_line(claim_of_body(body)))}


def _moved(connection: Connection, kind: str, among: Set[int]) -> set[int]:
    """The lines of the claims of some lines that people corrected, in every form these have had."""
    corrected = (
        select(claims.c.id, claims.c.article)
        .join(ties, ties.c.claim == claims.c.no)
        .join(judgements, judgements.c.a == claims.c.id)
        .where(claims.c.superseded.is_(None), judgements.c.verdict == "correct")
    )
    found = [row for some in chunks(among) for row in connection.execute(corrected.where(ties.c.tie.in_(some)).distinct())]
    ids, held = {row.id for row in found}, {row.article for row in found}
    return {
        number(kind, name)
        for report in chain(reports(connection, held), former(connection, held))
        for id, own in lines(report).items()
        if id in ids
        for own_kind, name in own
        if own_kind == kind
    }
