"""Record-linkage pairs: which claims of which asserters tell of one event, for capture-recapture estimates by those who make them."""

import csv
from collections.abc import Iterable
from itertools import combinations
from typing import IO

from marsad.exports.event import About, Event

COLUMNS = ("incident", "asserter_a", "claim_a", "article_a", "asserter_b", "claim_b", "article_b", "score", "reasons")


def write(out: IO[str], events: Iterable[Event], about: About) -> int:
    """Write a row for each two claims of different asserters in one incident, with the link's score where they were compared; how many."""
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    count = 0
    for event in events:
        links = {frozenset((link["a"], link["b"])): link for link in event.incident.get("links") or ()}
        told = [
            (claim, (claim.get("source") or {}).get("id") or (claim.get("source") or {}).get("name")) for claim in event.claims
        ]
        for (first, by_first), (second, by_second) in combinations(told, 2):
            if by_first == by_second:
                continue
            link = links.get(frozenset((first["id"], second["id"])), {})
            sides = [
                cell
                for claim, by in ((first, by_first), (second, by_second))
                for cell in (by or "", claim["id"], claim["article"])
            ]
            writer.writerow([event.incident["id"], *sides, link.get("score", ""), "; ".join(link.get("reasons") or ())])
            count += 1
    for line in about.lines():
        writer.writerow([f"# {line}"])
    return count
