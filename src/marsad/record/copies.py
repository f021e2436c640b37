"""Wire copies: articles whose text is nearly one text speak with one voice."""

from collections.abc import Iterable
from functools import lru_cache
from zlib import crc32

from marsad.model import Article
from marsad.text import words

_SHINGLE = 4
"""Words of a shingle: short enough to outlive an editor's cuts."""
_KEPT = 128
"""Smallest hashes kept of an article (Broder 1997, bottom-k sketch): similarity within 0.09 nineteen times in twenty."""
_PROBES = 12
"""Smallest hashes by which candidates are found: two texts of similarity 0.5 share none of them once in 4,000."""
_LEAST = 16
"""Shingles of the shortest text compared; shorter ones say the same thing in the same words by chance."""
NEAR = 0.5
"""The share of common shingles from which on two texts are one: an agency's text under two headlines reaches 0.6 and more, two
reporters' accounts of one event at most 0.2."""


def originals(articles: Iterable[Article]) -> dict[str, str]:
    """For each article's id the id of the earliest article that it is a copy of, itself when it is none."""
    ordered = sorted(articles, key=lambda a: (a.published or "9999-12-31", a.sha256))
    out: dict[str, str] = {}
    by_hash: dict[int, list[Article]] = {}
    for article in ordered:
        mine = sketch(article)
        probes = mine[:_PROBES] if len(mine) >= _LEAST else ()
        near = (other for h in probes for other in by_hash.get(h, ()))
        found = next((other for other in near if similarity(mine, sketch(other)) >= NEAR), None)
        out[article.id] = out[found.id] if found is not None else article.id
        for h in probes:
            by_hash.setdefault(h, []).append(article)
    return out


def similarity(a: tuple[int, ...], b: tuple[int, ...]) -> float:
    """The estimated share of common shingles of two sketches, from 0 to 1."""
    least = sorted({*a, *b})[:_KEPT]
    both = {*a} & {*b}
    return sum(h in both for h in least) / len(least) if least else 0.0


@lru_cache(maxsize=4096)
def sketch(article: Article) -> tuple[int, ...]:
    """The smallest hashes of the article's shingles, in order; page furniture is left out."""
    told = [w for w in words(article.text, article.masked).words if w[0].isalnum()]
    return tuple(sorted({crc32(" ".join(told[i : i + _SHINGLE]).encode()) for i in range(len(told) - _SHINGLE + 1)})[:_KEPT])
