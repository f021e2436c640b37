"""``marsad show``: one record, claim or article by its id."""

import json
import sys
from typing import Annotated

import typer

from marsad.commands import OK, application
from marsad.commands.asked import Public
from marsad.commands.records import AsJson
from marsad.commands.stored import WHERE, WHO, Where, opened
from marsad.commands.terminal import style_of
from marsad.commands.told import lines
from marsad.model import MarsadError, claim_of
from marsad.show import claim_lines
from marsad.store import pages
from marsad.store.discretion import CLEARED, PUBLIC
from marsad.store.query import Query

app = application()


@app.command()
def show(
    id: Annotated[
        str, typer.Argument(metavar="ID", help="The id of an incident, tally, place's control, track, person, claim or article.")
    ],
    store: Where = WHERE,
    as_json: AsJson = False,
    public: Public = False,
) -> int:
    """Print one record with the claims it rests on, or a claim, or an article with its claims.

    The id of an incident that was merged into another leads to that one.
    """
    query = Query(viewer=PUBLIC if public else CLEARED)
    style = style_of(sys.stdout)
    with opened(store) as held:
        held.settled(WHO)
        with held.reading() as connection:
            record = pages.record(connection, id, query)
            articles = () if record else pages.versions(connection, id, query)
            claim = None if record or articles else pages.claim(connection, id, query)
            claims = (
                pages.claims_of(connection, record["id"], query) if record
                else pages.claims_in(connection, id, query) if articles
                else (claim,) if claim else ()
            )  # fmt: skip
    if not (record or articles or claim):
        raise MarsadError(f"{held.name} holds nothing of the id {id}: take one that a list printed")
    if as_json:
        print(json.dumps(record or ({"versions": articles, "claims": claims} if articles else claim), ensure_ascii=False))
        return OK
    if record:
        if record["id"] != id:
            print(f"{id} now stands in {record['id']}")
        print("\n".join(lines(pages.kind_of(record["id"]) or "incident", record, style)))
    for article in articles:
        facts = (article["title"], article["outlet"], article["published"] or "no date", f"version {article['version']}")
        print(style.paint(" · ".join(style.isolate(fact) for fact in facts if fact), "1"))
        print(f"  SHA-256 {article['sha256']}")
    for one in claims:
        print()
        print("\n".join(claim_lines(claim_of(one), style)))
        print(style.paint(f"             {one['id']} in {one['article']}", "2"))
    return OK
