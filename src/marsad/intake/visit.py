"""Asking hosts politely: what their robots.txt allows, not too often, and what an answer means for the next time."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from protego import Protego

from marsad.intake.fetch import Fetched, Fetcher, Unreachable
from marsad.model import MarsadError

ROBOTS_LAST = 86_400.0
"""Seconds that a robots.txt is believed: RFC 9309, 2.4, asks for no more than a day."""

LONGEST_ROBOTS = 500_000  # bytes that are read of one: RFC 9309, 2.5, asks for at least 500 KiB
LONGEST_WAIT = 86_400.0  # seconds
DELAY, LONGEST_DELAY = 2.0, 60.0
"""Seconds between two questions to one host where its robots.txt gives no Crawl-delay, and the longest such delay that is kept to."""

_PASSING = frozenset((408, 425, 429, 500, 502, 503, 504))
"""Statuses that another try may better (RFC 9110, RFC 6585)."""

GONE = frozenset((404, 410))


@dataclass(frozen=True, slots=True)
class Retry:
    """How often a passing failure is tried again: the first time after ``first`` seconds, then four times as long each time."""

    tries: int = 5
    first: float = 60.0

    def wait(self, failed: int) -> float | None:
        """Seconds to the next try after so many earlier ones failed, a fifth more or less; None after the last."""
        if failed + 1 >= self.tries:
            return None
        return min(self.first * 4.0**failed, LONGEST_WAIT) * random.uniform(0.8, 1.2)


@dataclass(frozen=True, slots=True)
class Manners:
    """What a host asks for: whether an address may be asked, and the seconds between two questions."""

    allowed: bool
    delay: float


@dataclass(frozen=True, slots=True)
class Visit:
    """What came of asking for an address: an answer, or why there is none and whether that may pass."""

    got: Fetched | None = None
    refused: str | None = None
    passing: bool = False
    again: float | None = None
    robots: str | None = None
    delay: float = DELAY


def host_of(url: str) -> str:
    """The host and port by which an address's politeness is counted."""
    return urlsplit(url).netloc.lower()


def manners(robots: str, url: str, agent: str, delay: float = DELAY) -> Manners:
    """What a robots.txt says of an address to our agent (RFC 9309; Crawl-delay as Bing and Yandex define it)."""
    read = Protego.parse(robots)
    asked = read.crawl_delay(agent)
    return Manners(read.can_fetch(url, agent), min(max(delay, asked or 0.0), LONGEST_DELAY))


def visit(
    fetcher: Fetcher, url: str, robots: str | None, delay: float = DELAY, etag: str | None = None, modified: str | None = None
) -> Visit:
    """Ask for an address as its host's ``robots`` allows, which are asked for first when they are None. Never raises MarsadError.

    ``passing`` tells that another try may do better, and ``again`` in how many seconds where the host says so.
    """
    try:
        text = _robots(fetcher, url) if robots is None else robots
        asked = manners(text, url, fetcher.agent, delay)
        if not asked.allowed:
            refused = f"{url} is closed to programs by its robots.txt: save the page by hand and add the file"
            return Visit(refused=refused, robots=text, delay=asked.delay)
        got = fetcher.get(url, etag=etag, modified=modified)
    except Unreachable as error:
        return Visit(refused=str(error), passing=True, delay=delay)
    except MarsadError as error:
        return Visit(refused=str(error), delay=delay)
    if got.status in _PASSING:
        again = _told(got.header("retry-after"), fetcher.clock)
        return Visit(
            refused=f"{url} was answered with status {got.status}", passing=True, again=again, robots=text, delay=asked.delay
        )  # fmt: skip
    return Visit(got=got, robots=text, delay=asked.delay)


def _robots(fetcher: Fetcher, url: str) -> str:
    """A host's robots.txt. RFC 9309, 2.3.1: none at all allows everything; one that cannot be had forbids, so it is tried again."""
    parts = urlsplit(url)
    got = fetcher.get(f"{parts.scheme}://{parts.netloc}/robots.txt")
    if got.status == 200:
        return got.content[:LONGEST_ROBOTS].decode("utf-8", "replace")
    if got.status >= 500 or got.status == 429:
        raise Unreachable(f"{parts.netloc} does not answer for its robots.txt (status {got.status}): try again later")
    return ""


def _told(retry_after: str | None, clock: Callable[[], datetime]) -> float | None:
    """The seconds of a Retry-After header, which gives them or a moment (RFC 9110, 10.2.3)."""
    if not retry_after:
        return None
    if retry_after.strip().isdecimal():
        return min(float(retry_after), LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    seconds = (moment.replace(tzinfo=moment.tzinfo or UTC) - clock()).total_seconds()
    return min(max(seconds, 1.0), LONGEST_WAIT)
