"""The whole store as JSON Lines that ``marsad add`` takes back: a report a line, with the claims that stand of it."""

import json
from collections.abc import Iterator
from typing import IO, Any

from sqlalchemy import Connection

from marsad.exports.event import Tell
from marsad.model.report import CONTRACT
from marsad.store import pages
from marsad.store.query import Query

_BATCH = 200
_ARTICLE = ("id", "url", "outlet", "title", "published", "published_from", "language", "sha256", "text")


def write(out: IO[str], connection: Connection, query: Query, tell: Tell = lambda done: None) -> int:
    """Write the reports that answer a question in the form of ``marsad read``; how many. Which filters made it stands in no line."""
    count = 0
    for report in _reports(connection, query):
        out.write(json.dumps(report, ensure_ascii=False) + "\n")
        count += 1
        if count % _BATCH == 0:
            tell(count)
    return count


def _reports(connection: Connection, query: Query) -> Iterator[dict[str, Any]]:
    after: str | None = None
    while True:
        page = pages.articles_page(connection, query, _BATCH, after)
        for article in page.rows:
            claims = [
                {name: value for name, value in c.items() if name != "article"}
                for c in pages.claims_in(connection, article["id"], query)
            ]
            yield {"marsad": CONTRACT, "article": {name: article.get(name) for name in _ARTICLE}, "claims": claims}
        if (after := page.after) is None:
            return
