"""The door of the room: bytes or text, HTML or not, to an article."""

import hashlib
import re
from datetime import date

from marsad.model import Article, MarsadError
from marsad.model.values import PublishedFrom
from marsad.page.decode import decode, refuse_noise
from marsad.page.mask import Survey, survey
from marsad.page.page import Page
from marsad.page.parts import part
from marsad.page.published import Dateline, address, option, stated, written
from marsad.page.script import language

_MARKUP = re.compile(
    r"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype|html|head|body|meta|title|article|main|section|header|div|p|h1|script|span|table)\b"
    r"|<(?:html|body|article)\b[^<>]*>|</(?:p|div|html|body|article)\s*>",
    re.I | re.S,
)
_FEED = re.compile(r"\A\s*(?:<\?xml[^>]*>\s*)?<(?:rss|feed|rdf:RDF|urlset)\b", re.I)
_HALF_PAIR = re.compile("[\ud800-\udfff]")
_PEEK = 200_000  # characters


def article(
    data: bytes | str,
    *,
    id: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    published: str | date | None = None,
    dateline: Dateline | None = None,
) -> Article:
    """The article that some bytes or a text hold, HTML or plain text by its content.

    Plain text stays as it came, with its furniture in ``masked``; of a page the body is extracted. What the caller gives
    (``url``, ``outlet``, ``title``, ``published`` as YYYY-MM-DD) goes before what the page says. ``dateline`` reads a date
    from folded words and is a language's own; without it only figures are read. ``id`` is by default the start of the
    SHA-256. A text may be empty where a title is given. Raises MarsadError when the data is no article or ``published`` is no day.
    """
    given = option(published)
    where = id or url or "input"
    raw, text = _read(data, where, empty=bool(title))
    if _FEED.match(text):
        raise MarsadError(f"{where} looks like a feed or a site map, not a report: give one of the pages it lists")
    page: Page = part("html").page(text, url, where) if is_page(text) else Page(text)
    spoken = language(page.text, page.language)
    seen = survey(page.text, page.known)
    day, source = (given, "option") if given else _dated(page, url, seen, dateline, day_first=spoken != "en")
    digest = hashlib.sha256(raw).hexdigest()
    return Article(
        id=id or digest[:16],
        text=page.text,
        sha256=digest,
        url=url or page.url,
        outlet=outlet or page.outlet,
        title=title or page.title,
        published=day,
        published_from=source,
        language=spoken,
        masked=seen.masked,
    )


def is_page(text: str) -> bool:
    """Whether a text is HTML, by its content."""
    return "<" in text and _MARKUP.search(text[:_PEEK]) is not None


def _read(data: bytes | str, where: str, empty: bool) -> tuple[bytes, str]:
    """The bytes and their text; half a surrogate pair, which no encoding can hold, becomes U+FFFD. An ``empty`` text may be meant."""
    if isinstance(data, bytes):
        return data, decode(data, where)
    if data.strip() or not empty:
        refuse_noise(data, where)
    try:
        return data.encode("utf-8"), data
    except UnicodeEncodeError:
        text = _HALF_PAIR.sub("\ufffd", data)
        return text.encode("utf-8"), text


def _dated(
    page: Page, url: str | None, seen: Survey, dateline: Dateline | None, day_first: bool
) -> tuple[str | None, PublishedFrom | None]:
    """The day of a report by what its page holds: metadata, ``<time>``, address, a line beside the headline, the text."""
    found = page.published or address(url or page.url)
    for line in () if found else page.dates:
        found = found or written(line, dateline, day_first)
    if found:
        return found.isoformat(), "page"
    said, source = stated(seen.lines, seen.kinds, dateline, day_first)
    return (said.isoformat(), source) if said else (None, None)
