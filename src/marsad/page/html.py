"""A page's report: its body, and what the metadata around it says."""

import re
from collections.abc import Iterator
from copy import copy, deepcopy
from datetime import date
from itertools import islice
from urllib.parse import urlsplit

import trafilatura
from lxml.etree import LxmlError  # type: ignore[import-untyped]
from lxml.html import HtmlElement, HTMLParser, document_fromstring  # type: ignore[import-untyped]
from trafilatura.settings import DEFAULT_CONFIG, Extractor

from marsad.model import MarsadError
from marsad.page import linked
from marsad.page.mask import kind_of
from marsad.page.page import Page
from marsad.page.published import stamp
from marsad.text import key

_DATED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date", "publish_date",
    "published-date", "publication_date", "article.published", "article_date_original", "dc.date.issued", "dcterms.issued", "dc.date", "dc.date.created", "dcterms.created",
    "dcterms.date", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "datecreated", "originalpublicationdate",
)  # fmt: skip
"""Names of the meta elements that hold the day of publication, surest first."""

_OTHERS = re.compile(
    r"related|sidebar|widget|comment|footer|aside|most[-_]|latest|popular|recommend|more[-_]|trending|ticker|breaking|nav|menu|copyright|modif|updat",
    re.I,
)
_DATE_CLASS = re.compile(r"date|time|publish|posted|(?:^|[\s_-])meta(?:$|[\s_-])|tarikh", re.I)
_SUFFIX = re.compile(r"\s+[|\-–—:•»]{1,2}\s+")
_SPACE = re.compile(r"\s+")
_SHORT = 120  # characters; longer is not a line with a date
_LINK_WORDS = 4
_LINES = ("time", "span", "div", "p", "small", "em", "td", "li", "b", "strong", "h4", "h5", "h6", "address")
_BLOCKS = frozenset(("p", "li", "div", "h2", "h3", "h4", "td", "section"))
_NEAR = 3  # blocks around a headline that are still its own
_LEAST = 40  # characters; less is no report

_SHORT_TOO = deepcopy(DEFAULT_CONFIG)
_SHORT_TOO["DEFAULT"]["MIN_EXTRACTED_SIZE"] = "80"  # under its 250 the paragraphs come as one line, and a wire item may have 150
_OPTIONS = Extractor(config=_SHORT_TOO, fast=True, comments=False, tables=True)


class _Frame:
    """The parts of a page that speak of other reports, or frame it; each element is looked at once."""

    def __init__(self) -> None:
        self._seen: dict[HtmlElement, bool] = {}

    def holds(self, element: HtmlElement) -> bool:
        """Whether an element stands in such a part."""
        chain = []
        at = element
        while at is not None and at not in self._seen:
            chain.append(at)
            at = at.getparent()
        held = at is not None and self._seen[at]
        for below in reversed(chain):
            held = self._seen[below] = held or _is_frame(below)
        return held


def page(markup: str, url: str | None, where: str) -> Page:
    """What a page says. Raises MarsadError when it holds no report."""
    tree, frame = _tree(markup, where), _Frame()
    meta = _metas(tree)
    nodes = linked.nodes(tree)
    address = url or _one(tree, "//link[@rel='canonical']/@href") or meta.get("og:url") or None
    outlet = meta.get("og:site_name") or linked.publisher(nodes) or meta.get("application-name") or _domain(address)
    title = _title(tree, meta, outlet)
    main = linked.main(nodes, title, address)
    published = linked.published(main) or _meta_date(meta) or _time(tree, frame)
    dates = (
        () if published else tuple(_date_lines(tree, frame))
    )  # looked at only where the metadata has no day; a third of the work
    known = frozenset(_known(tree, title))
    declared = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or meta.get("og:locale")
    text = _body(tree, where, frame)
    return Page(text, title or linked.headline(main), outlet, address, declared, published, dates, known)


def _tree(markup: str, where: str) -> HtmlElement:
    try:
        return document_fromstring(
            markup.replace("\0", "").encode("utf-8", "replace"), parser=HTMLParser(encoding="utf-8", huge_tree=True)
        )
    except (ValueError, AssertionError, LxmlError) as error:
        raise MarsadError(f"{where} is a page that cannot be parsed: save it again or give its text") from error


def _body(tree: HtmlElement, where: str, frame: _Frame) -> str:
    """The text of the report, a paragraph a line."""
    text = trafilatura.extract(tree, options=copy(_OPTIONS)) or ""
    if len(text) < _LEAST or "\n" not in text:
        text = _unfolded(text, [line for p in tree.iter("p") if not frame.holds(p) and (line := _plain(p.text_content()))])
    if not any(map(str.isalpha, text)):
        raise MarsadError(
            f"{where} is a page without a report in it (drawn by a script, or a list): give the report's own page or its text"
        )
    return text


def _unfolded(text: str, paragraphs: list[str]) -> str:
    """A body that came as one line or not at all, as the page's paragraphs when they are its greater part."""
    if len(text) < _LEAST:
        longer = "\n".join(paragraphs)
        return longer if len(longer) > len(text) else text
    within = [line for line in paragraphs if line in text]
    return "\n".join(within) if 2 * sum(map(len, within)) > len(text) else text


def _plain(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def _metas(tree: HtmlElement) -> dict[str, str]:
    """The page's meta elements by name in lower case; of several the first that says something."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        value = _plain(element.get("content") or "")
        for name in (element.get("property"), element.get("name"), element.get("itemprop")):
            if name and value:
                found.setdefault(name.strip().lower(), value)
    return found


def _one(tree: HtmlElement, path: str) -> str | None:
    found = tree.xpath(path)
    return _plain(str(found[0])) or None if found else None


def _domain(address: str | None) -> str | None:
    try:
        host = urlsplit(address).hostname if address else None
    except ValueError:  # a host with one bracket, and the like
        return None
    return re.sub(r"^(?:www|m|amp)\.", "", host) if host else None


def _title(tree: HtmlElement, meta: dict[str, str], outlet: str | None) -> str | None:
    """The headline: og:title, else the page's one h1, else its title; without the outlet's name at its end."""
    heads = [line for h1 in tree.iter("h1") if (line := _plain(h1.text_content())) and key(line) != key(outlet or "")]
    titled = _plain(next((t.text_content() for t in tree.iter("title")), ""))
    for candidate in (meta.get("og:title"), heads[0] if len(heads) == 1 else None, meta.get("twitter:title"), titled, *heads):
        if candidate and key(candidate) != key(outlet or ""):
            return _without_outlet(candidate, outlet, heads)
    return None


def _without_outlet(title: str, outlet: str | None, heads: list[str]) -> str:
    """A title cut where its h1 ends or before its last part, when that is the outlet's name."""
    for head in heads:
        if len(head) > 15 and title.startswith(head):
            return head
    parts = _SUFFIX.split(title)
    if len(parts) > 1 and outlet and (key(parts[-1]) in key(outlet) or key(outlet) in key(parts[-1])):
        return title[: title.rindex(parts[-1])].rstrip(" |-–—:•»")
    return title


def _meta_date(meta: dict[str, str]) -> date | None:
    return next((found for name in _DATED if name in meta and (found := stamp(meta[name]))), None)


def _is_frame(at: HtmlElement) -> bool:
    return (
        at.tag in ("aside", "footer", "nav", "a")
        or (at.tag == "li" and _leads_away(at))
        or (at.tag not in ("body", "html") and _OTHERS.search(f"{at.get('class', '')} {at.get('id', '')}") is not None)
    )


def _leads_away(item: HtmlElement) -> bool:
    """Whether a list's item links to another report."""
    return any(len(link.text_content().split()) >= _LINK_WORDS for link in item.iter("a"))


def _beside(tree: HtmlElement, frame: _Frame, *tags: str) -> Iterator[HtmlElement]:
    """The elements of some kinds that are the report's own: after its headline, then before it in the same block.

    A page's first lines often show the day it is seen, so what stands before the headline elsewhere is left out.
    """
    heads = [h1 for h1 in tree.iter("h1") if not frame.holds(h1)]
    head = heads[0] if len(heads) == 1 else None
    block = (
        set(islice((at for at in head.iterancestors() if at.tag not in ("body", "html")), _NEAR)) if head is not None else set()
    )
    before: list[HtmlElement] = []
    passed = head is None
    for element in tree.iter("h1", *tags):
        if element is head:
            passed = True
        elif element.tag in tags and not frame.holds(element):
            if passed:
                yield element
            elif block.intersection(element.iterancestors()):
                before.append(element)
    yield from before


def _time(tree: HtmlElement, frame: _Frame) -> date | None:
    """The day of the page's own ``<time>``: the one marked as publication, else the first."""
    times = list(_beside(tree, frame, "time"))
    marked = [t for t in times if t.get("pubdate") is not None or "published" in (t.get("itemprop") or "").lower()]
    return next((day for t in (*marked, *times) if (day := stamp(t.get("datetime") or "") or stamp(t.text_content()))), None)


def _date_lines(tree: HtmlElement, frame: _Frame) -> Iterator[str]:
    """Short lines of the page's own that are written as a date or that its markup calls one, in order."""
    for element in _beside(tree, frame, *_LINES):
        line = _plain(element.text_content())
        if 5 < len(line) < _SHORT and any(map(str.isdigit, line)) and "©" not in line:
            kind = kind_of(line)
            named = element.tag == "time" or _DATE_CLASS.search(f"{element.get('class', '')} {element.get('id', '')}")
            if named or (kind is not None and kind.name == "date line"):
                yield line


def _known(tree: HtmlElement, title: str | None) -> Iterator[str]:
    """Captions, and links that are a whole line of their own, as the body would have them."""
    for caption in tree.iter("figcaption"):
        yield _plain(caption.text_content())
    own = key(title or "")
    for link in tree.iter("a"):
        line = _plain(link.text_content())
        if line.count(" ") >= _LINK_WORDS - 1 and _fills_its_block(link, line) and key(line) not in own:
            yield line


def _fills_its_block(link: HtmlElement, line: str) -> bool:
    """Whether a link's words are all that the block around it says, and it is no headline."""
    block = None
    for at in link.iterancestors():
        if at.tag == "h1":
            return False
        if block is None and at.tag in _BLOCKS:
            block = at
    return block is not None and _plain(block.text_content()) == line
