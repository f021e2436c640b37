"""Tellings of one event found and joined: candidates by block, scored, strongest first, never against a person's word."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from marsad.record.blocks import candidates
from marsad.record.score import LINKED, score
from marsad.record.telling import Telling


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tellings, by number, held to be of one event with a score; ``forced`` by a person."""

    a: int
    b: int
    score: float
    forced: bool = False


@dataclass(slots=True)
class Group:
    """Tellings of one event, by number, and by the article they are of; the links that joined them; ``cluster`` numbers all that
    some link could join."""

    members: list[int]
    articles: dict[str, list[int]]
    links: list[Pair] = field(default_factory=list)
    cluster: int = 0

    def take(self, other: "Group", link: Pair) -> None:
        """Take the tellings of another group, joined by a link."""
        self.members += other.members
        for article, own in other.articles.items():
            self.articles.setdefault(article, []).extend(own)
        self.links += (*other.links, link)


def joined(
    tellings: Sequence[Telling], together: Iterable[tuple[int, int]] = (), asunder: Iterable[tuple[int, int]] = ()
) -> list[Group]:
    """The groups of tellings, in the order of their first members.

    The result depends on the set of tellings only, given in their order: links are taken by falling score, ties in that order.
    The groups of ``together`` are joined last, by a person's word and whatever their score; ``asunder`` never come into one
    group.
    """
    forced = [Pair(min(a, b), max(a, b), 1.0, forced=True) for a, b in together if a != b]
    found = [*sorted(pairs(tellings), key=lambda p: (-p.score, p.a, p.b)), *forced]
    clusters = _Union(len(tellings))
    for pair in found:
        clusters.join(pair.a, pair.b)
    apart: dict[int, set[int]] = {}
    for a, b in asunder:
        apart.setdefault(a, set()).add(b)
        apart.setdefault(b, set()).add(a)
    union = _Union(len(tellings))
    groups = {n: Group([n], {telling.article.id: [n]}) for n, telling in enumerate(tellings)}
    for pair in found:
        one, other = union.find(pair.a), union.find(pair.b)
        if one == other:
            continue
        small, large = sorted((groups[one], groups[other]), key=lambda g: len(g.members))
        if _parted(small, large, apart) or (not pair.forced and _clash(small, large, tellings)):
            continue
        large.take(small, pair)
        del groups[one], groups[other]
        groups[union.join(one, other)] = large
    for group in groups.values():
        group.members.sort()
        group.cluster = clusters.find(group.members[0])
    return sorted(groups.values(), key=lambda g: g.members[0])


def _parted(small: Group, large: Group, apart: dict[int, set[int]]) -> bool:
    """Whether a person holds one of these apart from one of those."""
    return bool(apart) and any(not apart.get(n, _NONE).isdisjoint(large.members) for n in small.members)


_NONE: frozenset[int] = frozenset()


def _clash(small: Group, large: Group, tellings: Sequence[Telling]) -> bool:
    """Whether an article that tells two events apart would see them made one."""
    return any(
        score(tellings[a], tellings[b]) < LINKED
        for article, own in small.articles.items()
        for b in large.articles.get(article, ())
        for a in own
    )


def pairs(tellings: Sequence[Telling]) -> Iterator[Pair]:
    """The linked pairs. Tellings of one signature compare alike with every third, so the first of them stands for all in
    comparing."""
    first: dict[tuple[object, ...], int] = {}
    stand: list[int] = []
    for number, telling in enumerate(tellings):
        one = first.setdefault(telling.signature, number)
        if one == number:
            stand.append(number)
        elif tellings[one].article.id != telling.article.id and (value := score(tellings[one], telling)) >= LINKED:
            yield Pair(one, number, value)
    for i, j in candidates([tellings[n] for n in stand]):
        a, b = stand[i], stand[j]
        if tellings[a].article.id != tellings[b].article.id and (value := score(tellings[a], tellings[b])) >= LINKED:
            yield Pair(a, b, value)


class _Union:
    """Disjoint sets; the smallest member stands for its set."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def find(self, n: int) -> int:
        while self._parent[n] != n:
            self._parent[n] = n = self._parent[self._parent[n]]
        return n

    def join(self, a: int, b: int) -> int:
        one, other = sorted((self.find(a), self.find(b)))
        self._parent[other] = one
        return one
