"""Synthetic reports for tests and benchmarks: seeded, as many as wanted, each claim with its true slice and the event it tells
of.

The towns are the gazetteer's; everything else is invented. A longer run covers more days, as an archive grows: events a day
stay the same. The sentences are Arabic news sentences, so the reports can be read as well as gathered.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from hashlib import sha256
from random import Random

from marsad.model import (
    Actor,
    AnyClaim,
    Article,
    AsOf,
    Attack,
    Casualty,
    Control,
    Count,
    Evidence,
    Person,
    Place,
    Quote,
    Report,
    Source,
    Speaker,
    Statement,
    Talks,
    When,
)
from marsad.model.values import Act, Group, Means, Outcome, Period
from marsad.world.names import world

FIRST_DAY = date(2012, 1, 1)
EVENTS_A_DAY = 12
_COUNTRIES = ("SY", "YE", "IQ", "PS", "LB", "LY", "SD")
_TOWNS_EACH = 60
_WORDS: dict[Means, str] = {
    "airstrike": "غارة جوية",
    "shelling": "قصف مدفعي",
    "explosion": "انفجار سيارة مفخخة",
    "drone": "ضربة بطائرة مسيرة",
    "shooting": "إطلاق نار",
    "clash": "اشتباكات",
}
_ACTORS = ("syrian-government", "russia", "sdf", "isis", "houthis", "israel", "rsf-sudan", "turkey")
_ASSERTERS = (
    Source("المرصد السوري لحقوق الإنسان", "sohr", "organisation"),
    Source("الدفاع المدني", "white-helmets", "organisation"),
    Source("اللجنة الدولية للصليب الأحمر", "icrc", "organisation"),
    Source("مصادر طبية", None, "anonymous"),
    Source("مصدر أمني", None, "anonymous"),
    Source("الأمم المتحدة", "un", "organisation"),
    None,
)
_OUTLETS = tuple(
    f"{kind} {name}"
    for kind in ("صحيفة", "قناة", "موقع", "وكالة")
    for name in "الأفق الضفة الرافد الساحل المهجر النيل الأرز".split()
)
_GIVEN = "أحمد محمد علي حسن خالد سامر يوسف ليلى مريم سعاد هدى نور".split()
_FAMILY = "الحسن العلي الخطيب النجار الأحمد الصالح الحموي الشامي العبد الله القاسم".split()
_OPENINGS = (
    "قتل {n} شخصا وأصيب {m} آخرون في {means} على {town}",
    "أسفر {means} على مدينة {town} عن مقتل {n} شخصا وإصابة {m}",
    "لقي {n} أشخاص مصرعهم وجرح {m} جراء {means} في {town}",
    "ارتفعت حصيلة {means} في {town} إلى {n} قتيلا و{m} جريحا",
)
_ACTS: tuple[tuple[Act, str], ...] = (("meeting", "اجتماع"), ("call", "اتصال"), ("round", "جولة محادثات"), ("visit", "زيارة"))
_VOICES = ("بحسب {}", "كما أفاد {}", "وفق {}")
_TRACKS = ("geneva", "astana", "stockholm", "jeddah")


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, as no report fully knows it."""

    number: int
    day: date
    place: Place
    means: Means
    actor: Actor
    killed: int
    injured: int


@dataclass(frozen=True, slots=True)
class Synthetic:
    """A report, and for each claim of an event that event's number."""

    report: Report
    events: dict[str, int]


def reports(claims: int, seed: int = 1) -> Iterator[Synthetic]:
    """Reports of at least ``claims`` claims altogether, by day; the same for the same numbers, and a shorter run is a longer
    one's start."""
    made = number = 0
    day = 0
    recent: list[Event] = []
    while made < claims:
        random = Random(f"{seed}/{day}")
        today = [_event(number + n, FIRST_DAY + timedelta(day), random) for n in range(EVENTS_A_DAY)]
        for event in today:
            for synthetic in _told(event, recent, random, seed):
                yield synthetic
                made += len(synthetic.report.claims)
                if made >= claims:
                    return
        number += EVENTS_A_DAY
        day += 1
        recent = today


@cache
def towns() -> tuple[Place, ...]:
    """Towns of several countries with their coordinates, the same everywhere."""
    gazetteer = world().gazetteer
    found: dict[str, list[Place]] = {code: [] for code in _COUNTRIES}
    for id in sorted(gazetteer.ids()):
        entry = gazetteer.entry(id) if id.startswith("geonames:") else None
        if entry is None or entry.kind != "town" or not entry.arabic or entry.latitude is None:
            continue
        own = found.get(entry.country or "", [])
        if len(own) < _TOWNS_EACH:
            own.append(gazetteer.place(entry, entry.arabic))
    return tuple(place for places in found.values() for place in places)


def _event(number: int, day: date, random: Random) -> Event:
    killed = min(int(random.paretovariate(0.9)), 400)
    actor = random.choice(_ACTORS)
    return Event(
        number,
        day,
        random.choice(towns()),
        random.choice(tuple(_WORDS)),
        Actor(_actor_name(actor), actor, "other"),
        killed,
        killed + int(random.expovariate(0.1)),
    )


@cache
def _actor_name(id: str) -> str:
    actors = world().actors.entries
    return actors[id].names[0] if id in actors else id


@dataclass(slots=True)
class _Writer:
    """An article being written: its sentences, the claims of each, and the events they are of."""

    outlet: str
    published: date
    parts: list[str] = field(default_factory=list)
    length: int = 0
    claims: list[AnyClaim] = field(default_factory=list)
    events: dict[str, int] = field(default_factory=dict)
    salt: str = ""

    def sentence(self, text: str) -> Evidence:
        """Add a sentence; the evidence that is all of it without its full stop."""
        evidence = Evidence(text, self.length, self.length + len(text))
        self.parts.append(f"{text}.\n")
        self.length += len(text) + 2
        return evidence

    def id(self) -> str:
        """The next claim's id."""
        return sha256(f"{self.salt}/{len(self.claims)}".encode()).hexdigest()[:16]

    def add(self, claim: AnyClaim, event: Event | None = None) -> None:
        """Add a claim, of an event or of none."""
        self.claims.append(claim)
        if event is not None:
            self.events[claim.id] = event.number

    def done(self) -> Synthetic:
        """The report."""
        text = "".join(self.parts)
        digest = sha256(f"{self.outlet}/{text}".encode()).hexdigest()
        article = Article(
            f"synthetic-{self.salt}",
            text,
            digest,
            outlet=self.outlet,
            published=self.published.isoformat(),
            published_from="option",
            language="ar",
        )
        return Synthetic(Report(article, tuple(self.claims)), self.events)


def _told(event: Event, recent: Sequence[Event], random: Random, seed: int) -> Iterator[Synthetic]:
    """The reports of an event: at first few dead, later more; some are wire copies of the one before, some recall another
    event."""
    outlets = random.sample(_OUTLETS, min(len(_OUTLETS), 1 + int(random.expovariate(0.4))))
    wire = random.choice(_OPENINGS)
    for n, outlet in enumerate(outlets):
        late = int(n > 1 and random.random() < 0.4)
        writer = _Writer(outlet, event.day + timedelta(late), salt=f"{seed}-{event.number}-{n}")
        copied = random.random() < 0.25
        _opening(writer, event, wire if copied else random.choice(_OPENINGS), random, late)
        if random.random() < 0.3:
            _extra(writer, event, random)
        if recent and random.random() < 0.15:
            _opening(writer, random.choice(recent), random.choice(_OPENINGS), random, 1)
        yield writer.done()


def _opening(writer: _Writer, event: Event, wording: str, random: Random, late: int) -> None:
    """The sentence that tells the event: its dead, its wounded, the attack, by someone's word."""
    early = random.random() < 0.3
    killed = max(1, int(event.killed * (0.7 if early and not late else 1)))
    injured = max(1, event.injured + random.choice((0, 0, 0, 2, -1)))
    source = random.choice(_ASSERTERS)
    text = wording.format(n=killed, m=injured, means=_WORDS[event.means], town=event.place.name)
    if source is not None:
        text = f"{text}، {random.choice(_VOICES).format(source.name)}"
    evidence = writer.sentence(f"{text} يوم {event.day.isoformat()}")
    when = When(event.day.isoformat(), event.day.isoformat(), event.day.isoformat(), 1)
    known = event.actor if random.random() < 0.6 else None
    if random.random() < 0.7:
        writer.add(
            Attack(
                id=writer.id(),
                rule="synthetic",
                evidence=evidence,
                source=source,
                place=event.place,
                date=when,
                means=event.means,
                actor=known,
            ),
            event,
        )
    whole = _casualty(writer, evidence, "killed", killed, source=source, place=event.place, date=when)
    writer.add(replace(whole, means=event.means, by=known), event)
    if killed > 3 and random.random() < 0.3:
        part = _casualty(writer, evidence, "killed", killed // 3, source=source, place=event.place, date=when)
        writer.add(replace(part, group=random.choice(("civilians", "children")), part_of=whole.id), event)
    writer.add(_casualty(writer, evidence, "injured", injured, source=source, place=event.place, date=when), event)


def _casualty(
    writer: _Writer,
    evidence: Evidence,
    outcome: Outcome,
    number: int,
    *,
    source: Source | None,
    place: Place | None,
    date: When | None,
    period: Period = "incident",
    since: str | None = None,
    group: Group = "people",
    person: Person | None = None,
) -> Casualty:
    return Casualty(
        id=writer.id(),
        rule="synthetic",
        evidence=evidence,
        source=source,
        place=place,
        date=date,
        as_of=AsOf(writer.published.isoformat(), "published"),
        outcome=outcome,
        count=Count(str(number), number, number, "exact"),
        group=group,
        period=period,
        since=since,
        person=person,
    )


def _extra(writer: _Writer, event: Event, random: Random) -> None:
    """One thing more: a running total, who holds the town, talks, a name, or words someone said."""
    kind = random.randrange(5)
    source = random.choice([s for s in _ASSERTERS if s is not None and s.id])
    days = (writer.published - FIRST_DAY).days
    if kind == 0:
        since = date(writer.published.year, 1, 1).isoformat()
        total = 40 + 3 * (writer.published - date(writer.published.year, 1, 1)).days
        evidence = writer.sentence(f"وأحصى {source.name} مقتل {total} شخصا منذ مطلع العام، بينهم {total // 3} مدنيا")
        whole = _casualty(
            writer, evidence, "killed", total, source=source, place=event.place, date=None, period="cumulative", since=since
        )
        writer.add(whole)
        part = _casualty(
            writer, evidence, "killed", total // 3, source=source, place=event.place, date=None, period="cumulative", since=since
        )
        writer.add(replace(part, group="civilians", part_of=whole.id))
    elif kind == 1:
        evidence = writer.sentence(f"وأعلنت {event.actor.name} سيطرتها على {event.place.name}")
        when = When(None, event.day.isoformat(), event.day.isoformat(), 1)
        writer.add(
            Control(
                id=writer.id(),
                rule="synthetic",
                evidence=evidence,
                place=event.place,
                date=when,
                change=random.choice(("gained", "holds", "lost")),
                actor=event.actor,
                extent="full",
            )
        )
    elif kind == 2:
        act, word = random.choice(_ACTS)
        evidence = writer.sentence(f"وعقد {word} في مسار المحادثات رقم {days % 9}")
        when = When(None, event.day.isoformat(), event.day.isoformat(), 1)
        writer.add(
            Talks(
                id=writer.id(),
                rule="synthetic",
                evidence=evidence,
                date=when,
                act=act,
                track=random.choice(_TRACKS),
                participants=(event.actor, Actor("الأمم المتحدة", "un")),
            )
        )
    elif kind == 3:
        name = f"{random.choice(_GIVEN)} {random.choice(_GIVEN)} {random.choice(_FAMILY)}"
        evidence = writer.sentence(f"ومن بين القتلى {name}")
        when = When(None, event.day.isoformat(), event.day.isoformat(), 1)
        writer.add(
            _casualty(writer, evidence, "killed", 1, source=None, place=event.place, date=when, person=Person(name)), event
        )
    else:
        said = f"ما جرى في {event.place.name} لن يمر"
        name = f"{random.choice(_GIVEN)} {random.choice(_FAMILY)}"
        evidence = writer.sentence(f'وقال {name}: "{said}"')
        start = evidence.start + evidence.text.index(said)
        writer.add(
            Statement(
                id=writer.id(),
                rule="synthetic",
                evidence=evidence,
                speaker=Speaker(name, role="متحدث"),
                quote=Quote(said, start, start + len(said)),
                verb="قال",
            )
        )
