"""The words around a claim, with the words that state it marked."""

import re
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

_END = re.compile(r"[.!?؟…]\s|\n")


def sentence(article: Mapping[str, Any], claim: Mapping[str, Any]) -> Markup:
    """The sentence of a report that holds a claim's evidence, the evidence marked."""
    return _around(article, claim, _END)


def paragraph(article: Mapping[str, Any], claim: Mapping[str, Any]) -> Markup:
    """The paragraph of a report that holds a claim's evidence, the evidence marked."""
    return _around(article, claim, re.compile(r"\n"))


def _around(article: Mapping[str, Any], claim: Mapping[str, Any], end: re.Pattern[str]) -> Markup:
    evidence = claim["evidence"]
    text: str = (article["title"] if evidence.get("in") == "title" else article["text"]) or ""
    first, last = evidence["start"], evidence["end"]
    begin = max((found.end() for found in end.finditer(text, 0, first)), default=0)
    after = end.search(text, max(last - 1, first))
    close = after.start() + 1 if after else len(text)
    close = max(close, last)
    return Markup("{}<mark>{}</mark>{}").format(text[begin:first].lstrip(), text[first:last], text[last:close].rstrip())
