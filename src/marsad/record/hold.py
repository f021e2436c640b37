"""Claims let into the record: none without its article's hash and a true slice of it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Generic, TypeVar, cast

from marsad.model import AnyClaim, Article, Claim, MarsadError, Source
from marsad.text import key
from marsad.world.names import world

_HASH = re.compile(r"[0-9a-f]{64}")
C = TypeVar("C", bound=Claim, covariant=True)
K = TypeVar("K", bound=Claim)
_UNNAMED = frozenset(("anonymous", "witnesses"))
_REPORTER = tuple(key(w) for w in ("مراسل", "موفد", "correspondent", "our correspondent", "our reporter"))
"""How an outlet's own people are named, folded: "our correspondent", "the correspondent of …"."""


@dataclass(frozen=True, slots=True)
class Held(Generic[C]):
    """A claim with the article it is cut from. Making one raises MarsadError unless the article has the SHA-256 of its bytes and
    the evidence is the very characters of the text (or title) between its ends."""

    claim: C
    article: Article

    def __post_init__(self) -> None:
        evidence, article = self.claim.evidence, self.article
        if not _HASH.fullmatch(article.sha256):
            raise MarsadError(f"claim {self.claim.id}: article {article.id} has no SHA-256 of its bytes; read it anew from them")
        whole = (article.title or "") if evidence.in_ == "title" else article.text
        if not 0 <= evidence.start < evidence.end <= len(whole) or whole[evidence.start : evidence.end] != evidence.text:
            raise MarsadError(
                f"claim {self.claim.id}: its evidence is not characters {evidence.start} to {evidence.end} of article "
                f"{article.id}; read the article anew"
            )

    @property
    def order(self) -> tuple[str, str, int, str]:
        """What puts claims in one order whatever the order of reading: article date, hash, first character, id."""
        return (self.article.published or "9999-12-31", self.article.sha256, self.claim.evidence.start, self.claim.id)


def only(held: Iterable[Held[AnyClaim]], kind: type[K]) -> list[Held[K]]:
    """Those held that are of a kind."""
    return [cast("Held[K]", h) for h in held if isinstance(h.claim, kind)]


@dataclass(frozen=True, slots=True)
class Asserter:
    """By whose word a claim stands. ``key`` tells whether two are one; ``label`` is the id, or the name where there is none."""

    key: str
    label: str
    own: bool
    """Whether the outlet speaks in its own voice, or by someone it does not name."""


def asserter(held: Held[Claim]) -> Asserter:
    """The one who asserts a claim: its source, not its outlet, unless the outlet speaks in its own voice.

    Its correspondents are the outlet, and unnamed sources and witnesses are known only through it, so they count as its own
    voice.
    """
    source = held.claim.source
    if source is None or (source.id is None and (source.type in _UNNAMED or key(source.name).startswith(_REPORTER))):
        name, known = outlet(held.article)
        return Asserter(known, source.name if source is not None else name, own=True)
    return Asserter(source.id or key(source.name), source.id or source.name, own=False)


def outlet(article: Article) -> tuple[str, str]:
    """The outlet's name (the article's id where it has none) and the key that tells outlets apart: a listed body's id."""
    return _outlet(article.outlet) if article.outlet else (article.id, article.id)


@lru_cache(maxsize=10_000)
def _outlet(name: str) -> tuple[str, str]:
    entry = world().actors.resolve(name)
    return (entry.id, entry.id) if entry is not None else (name, key(name))


def source_of(held: Held[Claim]) -> Source:
    """The asserter as a source: the claim's own, or the outlet that speaks."""
    if held.claim.source is not None:
        return held.claim.source
    label, known = outlet(held.article)
    return Source(held.article.outlet or label, known if known != key(held.article.outlet or label) else None)


def made(prefix: str, *parts: object) -> str:
    """An id of the record: the prefix and 16 hexadecimal digits of the SHA-256 of what it is made from."""
    return f"{prefix}-{sha256(chr(31).join(map(str, parts)).encode()).hexdigest()[:16]}"
