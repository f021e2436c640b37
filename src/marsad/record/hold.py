"""Claims let into the record: none without its article's hash and a true slice of it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
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
_OUTLET_NOUNS = frozenset(("news", "agency", "network", "website"))
"""Words that an outlet's Latin name is written with or without."""


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
    source = source_of(held)
    own = held.claim.source is None or (source.id is None and (source.type in _UNNAMED or key(source.name).startswith(_REPORTER)))
    if not own:
        return Asserter(source.id or key(source.name), source.id or source.name, own)
    label, known = outlet(held.article)
    return Asserter(known, label if held.claim.source is None else source.name, own)


def source_of(held: Held[Claim]) -> Source:
    """The asserter as a source: the claim's own, with the id of a body listed under that name, or the outlet that speaks."""
    source = held.claim.source
    if source is not None:
        place = held.claim.place
        return source if source.id is not None else replace(source, id=_listed(source.name, place.country if place else None))
    name = held.article.outlet
    return Source(name, _outlet(name)[0]) if name else Source(held.article.id)


def outlet(article: Article) -> tuple[str, str]:
    """The outlet's id, or its name where it has none (the article's id where it names none), and the key that tells outlets
    apart."""
    if not article.outlet:
        return article.id, article.id
    listed, bare = _outlet(article.outlet)
    return listed or article.outlet, listed or bare


@lru_cache(maxsize=10_000)
def _outlet(name: str) -> tuple[str | None, str]:
    """The id of a listed outlet, and the folded name without the nouns that come and go."""
    bare = key(name)
    while (rest := bare.rpartition(" "))[2] in _OUTLET_NOUNS and rest[0]:
        bare = rest[0]
    return _listed(name) or (_listed(bare) if _is_outlet(_listed(bare)) else None), bare


def _is_outlet(id: str | None) -> bool:
    return id is not None and world().actors.entries[id].source_type == "agency"


@lru_cache(maxsize=50_000)
def _listed(name: str, country: str | None = None) -> str | None:
    """The id of the body that bears a name in a country."""
    entry = world().actors.resolve(name, country)
    return entry.id if entry is not None else None


def made(prefix: str, *parts: object) -> str:
    """An id of the record: the prefix and 16 hexadecimal digits of the SHA-256 of what it is made from."""
    return f"{prefix}-{sha256(chr(31).join(map(str, parts)).encode()).hexdigest()[:16]}"
