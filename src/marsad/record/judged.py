"""People's judgements laid over the record: what is one, what is two, grades; what is withdrawn counts as never made."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import cast, get_args

from marsad.model import Incident, Judgement
from marsad.model.values import Grade
from marsad.record.incident import anchor
from marsad.record.telling import Telling


@dataclass(frozen=True, slots=True)
class Judged:
    """Standing judgements against one set of tellings. ``together`` and ``asunder`` are pairs of tellings by number; ``lost``
    the ids of judgements whose claims are not there."""

    together: tuple[tuple[int, int], ...] = ()
    asunder: tuple[tuple[int, int], ...] = ()
    lost: tuple[str, ...] = ()
    values: tuple[tuple[str, Judgement], ...] = ()
    named: tuple[tuple[str, str], ...] = ()
    """Incident ids that judgements name, and the claim each stands for."""

    @classmethod
    def of(cls, judgements: Iterable[Judgement], told: Sequence[Telling]) -> "Judged":
        """The standing judgements, by time and id; things are named by claim id or by the id of an incident (its earliest
        claim's)."""
        standing = sorted((j for j in judgements if j.withdrawn is None), key=lambda j: (j.at, j.id))
        if not standing:
            return cls()
        number: dict[str, int] = {}
        anchors: dict[str, str] = {}
        for n, telling in enumerate(told):
            for h in telling.members:
                anchors[anchor(h)] = h.claim.id
                number[anchor(h)] = number[h.claim.id] = n
        pairs: dict[str, list[tuple[int, int]]] = {"same": [], "different": []}
        lost: list[str] = []
        named: dict[str, str] = {}
        values: list[tuple[str, Judgement]] = []
        for j in standing:
            known = j.a in number and (j.b is None or j.b in number)
            named.update((id, anchors[id]) for id in (j.a, j.b) if id in anchors)
            if j.verdict in pairs:
                if known and j.b is not None:
                    pairs[j.verdict].append((number[j.a], number[j.b]))
                else:
                    lost.append(j.id)
            elif j.a in number:
                values.append((anchors.get(j.a, j.a), j))
            elif j.a.startswith("in-"):
                lost.append(j.id)
        return cls(tuple(pairs["same"]), tuple(pairs["different"]), tuple(lost), tuple(values), tuple(sorted(named.items())))

    def on(self, made: Incident) -> Incident:
        """The incident with the grade, best figures and restriction that people set on it; the latest word stands."""
        claims = set(made.claims) if self.values else frozenset()
        for claim, j in self.values:
            if claim not in claims:
                continue
            if j.verdict == "grade":
                made = replace(made, grade=cast(Grade, j.value) if j.value in get_args(Grade) else None)
            elif j.verdict == "restricted":
                made = replace(made, restricted=j.value == "true")
            elif j.verdict == "best":
                made = _best(made, j.value or "")
        return made

    def redirects(self, incidents: Iterable[Incident]) -> tuple[tuple[str, str], ...]:
        """For each id that a judgement names and that is no incident's now, the incident that holds its claim."""
        home = {claim: made.id for made in incidents for claim in made.claims} if self.named else {}
        return tuple((id, home[claim]) for id, claim in self.named if home[claim] != id)


def _best(made: Incident, value: str) -> Incident:
    outcome, group, number = (*value.split("/"), "", "")[:3]
    return replace(
        made,
        figures=tuple(
            replace(f, best=int(number)) if (f.outcome, f.group) == (outcome, group) and number.isdecimal() else f
            for f in made.figures
        ),
    )
