"""A group of tellings made an incident: where and when at the best precision told, by what means, whose figures, who answers
for it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from marsad.model import Actor, Attack, Casualty, Days, Incident, Involved, Link, Place, Proposal, Responsibility
from marsad.model.values import Role, Stand
from marsad.record.copies import originals
from marsad.record.figures import Policy, figures, said
from marsad.record.hold import Held, asserter, made, outlet
from marsad.record.links import Group, Pair
from marsad.record.score import reasons
from marsad.record.telling import Telling, Violent, family

_SPREAD = ((0, 1), (5, 2), (7, 3), (31, 4))
"""Days between first and last, at most, and UCDP's date_prec for them."""


def anchor(held: Held[Violent]) -> str:
    """The id of the incident of which a claim is the earliest."""
    published, sha256, start, claim = held.order
    return made("in", published, sha256, start, claim)


def incident(group: Group, tellings: Sequence[Telling], policy: Policy) -> Incident:
    """The incident of a group of tellings; its claims are in order of article date and hash, so its id is the earliest's."""
    told = [tellings[n] for n in group.members]
    held = sorted((h for t in told for h in t.members), key=lambda h: h.order)
    answers = responsibility(held)
    copied = originals({t.article.id: t.article for t in told}.values())
    voices = {t.article.id: outlet(t.article)[1] for t in told}
    casualties = [Held(h.claim, h.article) for h in held if isinstance(h.claim, Casualty)]
    news = {t.article.id for t in told if t.news}
    articles = list(dict.fromkeys(h.article.id for h in held))
    seen = sorted(t.article.published for t in told if t.article.published)
    rows = figures(said(casualties, copied, voices), policy)
    return Incident(
        id=anchor(held[0]),
        date=_date(told),
        place=_place(told),
        means=tuple(sorted({m for t in told for m in t.means})),
        actors=tuple(_involved(held)),
        figures=rows,
        articles=tuple(a for a in articles if a in news),
        claims=tuple(h.claim.id for h in held),
        links=tuple(sorted((_link(p, tellings) for p in group.links), key=lambda link: (-link.score, link.a, link.b))),
        responsibility=answers,
        target_type=tuple(
            sorted({c.target_type for h in held if isinstance(c := h.claim, Attack) and c.target_type is not None})
        ),
        proposed=_proposal(answers, sources((h for h in held if h.claim.stance == "asserted"), copied, voices)),
        recalled=tuple(a for a in articles if a not in news),
        first_seen=seen[0] if seen else None,
        last_seen=seen[-1] if seen else None,
        cluster=anchor(tellings[group.cluster].members[0]),
    )


def sources(held: Iterable[Held[Violent]], copied: dict[str, str], voices: dict[str, str]) -> int:
    """How many independent asserters: outlets with one asserter are one, and so are wire copies."""
    return len({voices[copied[h.article.id]] if (by := asserter(h)).own else by.key for h in held})


def _link(pair: Pair, tellings: Sequence[Telling]) -> Link:
    a, b = tellings[pair.a], tellings[pair.b]
    why = ("a person holds them to be one",) if pair.forced else reasons(a, b)
    return Link(a.members[0].claim.id, b.members[0].claim.id, round(pair.score, 3), why)


def _date(told: Sequence[Telling]) -> Days | None:
    """The days most tellings with a stated day give, the shortest first; UCDP's precision of how far they reach."""
    dated = [t for t in told if t.dated] or [t for t in told if t.last]
    if not dated:
        return None
    votes = Counter((t.first, t.last) for t in dated)
    first, last = min(votes, key=lambda days: (days[1] - days[0], -votes[days], days))
    spread = last - first
    return Days(
        date.fromordinal(first).isoformat(),
        date.fromordinal(last).isoformat(),
        next((p for most, p in _SPREAD if spread <= most), 5),
    )


def _place(told: Sequence[Telling]) -> Place | None:
    """The place told by most tellings, towns and spots before stretches of country, listed places before others, whose
    coordinates are their town's."""
    places = [t.where for t in told if t.where is not None]
    votes = Counter(w.id or w.named for w in places)
    best = min(places, key=lambda w: (not w.fine, -votes[w.id or w.named], w.id is None, w.radius, w.place.name), default=None)
    return best.place if best is not None else None


def _involved(held: Iterable[Held[Violent]]) -> Iterator[Involved]:
    seen: set[tuple[str, Role]] = set()
    for actor, role in _parts(held):
        if (actor.id or actor.name, role) not in seen:
            seen.add((actor.id or actor.name, role))
            yield Involved(actor.name, actor.id, actor.type, role)


def _parts(held: Iterable[Held[Violent]]) -> Iterator[tuple[Actor, Role]]:
    for h in held:
        claim = h.claim
        if claim.stance == "denied":
            continue
        if isinstance(claim, Attack):
            yield from ((a, "attacker") for a in (claim.actor,) if a is not None)
            yield from ((a, "target") for a in (claim.target,) if a is not None and a.id is not None)
        elif claim.by is not None:
            yield claim.by, "attacker"


def responsibility(held: Sequence[Held[Violent]]) -> tuple[Responsibility, ...]:
    """Who claims, denies or is blamed, each with those who say so; a body that speaks of its own act claims it, and a claim denied
    is a denial for its author."""
    found: dict[tuple[str, Stand], tuple[Actor, list[str], list[str]]] = {}
    for h in held:
        claim = h.claim
        by = asserter(h)
        stands: list[tuple[Actor | None, Stand]] = []
        if isinstance(claim, Attack):
            stands = [(claim.claimed_by, "claimed"), (claim.denied_by, "denied")]
        author = claim.actor if isinstance(claim, Attack) else claim.by
        if author is not None and not any(a is not None and _name(a) == _name(author) for a, _ in stands):
            own = author.id is not None and not by.own and family(author.id) == family(by.key)
            stands.append((author, "denied" if claim.stance == "denied" else "claimed" if own else "blamed"))
        for actor, stand in stands:
            if actor is not None:
                _, says, claims = found.setdefault((_name(actor), stand), (actor, [], []))
                says.append(by.label)
                claims.append(claim.id)
    return tuple(
        Responsibility(actor, stand, tuple(dict.fromkeys(says)), tuple(claims))
        for (_, stand), (actor, says, claims) in sorted(found.items())
    )


def _name(actor: Actor) -> str:
    return actor.id or actor.name


def _proposal(answers: Sequence[Responsibility], independent: int) -> Proposal:
    """The grade that Airwars' definitions would give, for a person to set or not (STANDARDS B)."""
    claimed = [r for r in answers if r.stand == "claimed"]
    blamed = {family(_name(r.actor)) for r in answers if r.stand in ("blamed", "claimed")}
    denied = {family(_name(r.actor)) for r in answers if r.stand == "denied"}
    if claimed:
        return Proposal("confirmed", f"{claimed[0].actor.name} claims it")
    if len(blamed) > 1 or blamed & denied:
        return Proposal("contested", f"laid to {len(blamed)} actors" if len(blamed) > 1 else "laid to one who denies it")
    if independent > 1:
        return Proposal("fair", f"{independent} independent sources")
    return Proposal("weak", "one independent source")
