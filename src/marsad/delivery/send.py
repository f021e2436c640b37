"""What changed since last time, sent each way it was asked for: told again the next time, by that way alone, where it did not arrive."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field

from marsad.delivery.hook import Poster
from marsad.delivery.letter import Server, letter
from marsad.exports.event import METHODOLOGY, MINIMUM
from marsad.model import MarsadError
from marsad.store import alerts, captures
from marsad.store.alerts import Alert, News, Way
from marsad.store.atlas import Atlas
from marsad.store.filters import Speech
from marsad.store.store import Store
from marsad.store.wording import Language


@dataclass(frozen=True, slots=True)
class Ways:
    """How news goes out: by whom letters and hooks are sent, and where the desk is for their links."""

    poster: Poster = field(default_factory=Poster)
    server: Server | None = None
    desk: str = ""


def send(store: Store, ways: Ways, now: int, fault: Callable[[str], None]) -> tuple[int, int]:
    """Send every alert its news: how many tellings arrived, and how many did not, each a line to ``fault`` and a problem of the store's
    until that way is told."""
    with store.reading() as connection:
        waiting = [
            (one, way, alerts.news(connection, one, way, store.atlas))
            for one in alerts.everything(connection)
            for way in one.ways
        ]
    arrived = failed = 0
    for one, way, news in waiting:
        place = f"alert {one.id} by {way}"
        try:
            if news.rows:
                tell(one, way, news, ways, now, store.atlas)
                arrived += 1
        except MarsadError as error:
            failed += 1
            fault(f"alert {one.id}: {error}")
            with store.writing() as connection:
                captures.trouble(connection, [(place, str(error))])
            continue
        if news.last > getattr(one, f"{way}_seen"):
            with store.writing() as connection:
                alerts.told(connection, one, way, news.last)
                captures.solve(connection, [place])
    return arrived, failed


def tell(alert: Alert, way: Way, news: News, ways: Ways, now: int, atlas: Atlas) -> None:
    """Tell an alert some news one way; news without rows is a test. MarsadError where it does not arrive."""
    if way == "hook":
        assert alert.hook is not None
        assert alert.secret is not None
        body = {
            "alert": alert.id,
            "filters": asked(alert, atlas, "en"),
            "rows": news.rows,
            "methodology": METHODOLOGY,
            "note": MINIMUM,
        }
        ways.poster.post(alert.hook, json.dumps(body, ensure_ascii=False).encode(), alert.secret, now)
        return
    assert alert.letter is not None
    if ways.server is None:
        raise MarsadError("it goes by letter: name the server with --smtp HOST:PORT and --sender ADDRESS")
    ways.server.send(
        letter(alert.letter, ways.server.sender, asked(alert, atlas, alert.language), news.rows, ways.desk, alert.language)
    )


def asked(alert: Alert, atlas: Atlas, language: Language) -> str:
    """What an alert is of, in words."""
    if alert.record:
        return {"en": "the figures of {}", "ar": "أرقام {}"}[language].format(alert.record)
    return alert.query(atlas).sentence(Speech(atlas, language)) or {"en": "everything", "ar": "كل شيء"}[language]
