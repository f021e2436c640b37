"""Claims made by hand for the record's tests: a short article for each, whose text is its evidence."""

from collections.abc import Callable
from hashlib import sha256
from typing import Any

import pytest

from marsad.model import AnyClaim, Article, Evidence, Report

Make = Callable[..., Report]


@pytest.fixture(scope="session")
def report() -> Make:
    """report(day, *drafts, outlet=…): an article of that day, one sentence a claim; a draft is (kind, its fields)."""

    def make(day: str, *drafts: tuple[type[AnyClaim], dict[str, Any]], outlet: str = "outlet", text: str = "") -> Report:
        sentences = [f"{outlet} {day} {number}." for number, _ in enumerate(drafts)]
        body = f"{text}\n" if text else ""
        claims = []
        article_id = f"{outlet}/{day}"
        for number, (kind, fields) in enumerate(drafts):
            evidence = Evidence(sentences[number], len(body), len(body) + len(sentences[number]))
            body += sentences[number] + "\n"
            known: dict[str, Any] = {"id": f"{article_id}#{number}", "rule": "by hand", "evidence": evidence}
            claims.append(kind(**known | fields))
        digest = sha256(body.encode()).hexdigest()
        return Report(
            Article(article_id, body, digest, outlet=outlet, published=day, published_from="option", language="ar"), tuple(claims)
        )

    return make
