"""What changed since last time, sent to each who asked: told again the next time where it did not arrive."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field

from marsad.delivery.hook import Poster
from marsad.delivery.letter import Server, letter
from marsad.exports.event import METHODOLOGY, MINIMUM
from marsad.model import MarsadError
from marsad.store import alerts
from marsad.store.alerts import Alert, News
from marsad.store.filters import Speech
from marsad.store.store import Store


@dataclass(frozen=True, slots=True)
class Ways:
    """How news goes out: by whom letters and hooks are sent, and where the desk is for their links."""

    poster: Poster = field(default_factory=Poster)
    server: Server | None = None
    desk: str = ""


def send(store: Store, ways: Ways, now: int, fault: Callable[[str], None]) -> tuple[int, int]:
    """Send every alert its news: how many had some and were told, and how many were not, each a line to ``fault``."""
    with store.reading() as connection:
        waiting = [(one, alerts.news(connection, one, store.atlas)) for one in alerts.everything(connection)]
    arrived = failed = 0
    for one, news in waiting:
        try:
            if news.rows:
                _tell(store, one, news, ways, now)
                arrived += 1
        except MarsadError as error:
            failed += 1
            fault(f"alert {one.id}: {error}")
            continue
        with store.writing() as connection:
            alerts.told(connection, one, news.last)
    return arrived, failed


def _tell(store: Store, alert: Alert, news: News, ways: Ways, now: int) -> None:
    filters = news.query.sentence(Speech(store.atlas)) or "everything"
    if alert.letter and ways.server is None:
        raise MarsadError("it goes by letter: name the server with --smtp HOST:PORT and --sender ADDRESS")
    if alert.hook and alert.secret:
        body = {"alert": alert.id, "filters": filters, "rows": news.rows, "methodology": METHODOLOGY, "note": MINIMUM}
        ways.poster.post(alert.hook, json.dumps(body, ensure_ascii=False).encode(), alert.secret, now)
    if alert.letter and ways.server:
        ways.server.send(letter(alert.letter, ways.server.sender, filters, news.rows, ways.desk))
