"""Reports made by hand: a text, and claims that are slices of it."""

import hashlib
from typing import Any

from marsad.model import Article, Casualty, Count, Evidence, Place, Report, Source

RAQQA = Place("الرقة", "geonames:172955", 35.95283, 39.00788, 1, "SY")
SOHR = Source("المرصد السوري لحقوق الإنسان", "sohr", "organisation")
TEXT = "قال المرصد السوري لحقوق الإنسان إن 12 مدنيا قتلوا في الرقة."


def article(text: str = TEXT, id: str = "a1", **more: Any) -> Article:
    given = {"published": "2017-10-18", "published_from": "option", "language": "ar", "outlet": "نشرة"}
    return Article(id, text, hashlib.sha256(text.encode()).hexdigest(), **(given | more))


def evidence(text: str, said: str) -> Evidence:
    at = text.index(said)
    return Evidence(said, at, at + len(said))


def killed(text: str, said: str, low: int, id: str = "c1", **more: Any) -> Casualty:
    given = {"source": SOHR, "place": RAQQA, "group": "civilians", "reader": "1"}
    count = Count(str(low), low, low, "exact")
    return Casualty(id=id, rule="counted", evidence=evidence(text, said), outcome="killed", count=count, **(given | more))


def report(text: str = TEXT, said: str = "12 مدنيا قتلوا", low: int = 12, id: str = "a1", **more: Any) -> Report:
    return Report(article(text, id, **more), (killed(text, said, low, f"c-{id}"),))
