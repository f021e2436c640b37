"""A desk served on this machine, and people who decide at it all at once: by its forms, signed in, and by its API, with a key.

Each act bears a reason of its own, by which it is found again; an act counts as acknowledged when its answer has come.
"""

import asyncio
import shutil
import socket
import subprocess
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from types import TracebackType

import httpx
from sqlalchemy import select

from marsad import read
from marsad.store import accounts, reviews, settle, tokens
from marsad.store.store import Store
from marsad.store.tables import acts, claims, judgements
from rehearsal import material
from rehearsal.stage import PROGRAM

PASSWORD = "a password of the rehearsal"
_SOUGHT = 12  # claims that all decide of, so that they meet
_WAIT = 120.0  # seconds that an answer may take


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an account, the secret of a key, and the claims they decide of."""

    name: str
    key: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody did and was told had been kept: the claim, what they had seen of it, the verdict, their reason."""

    by: str
    claim: str
    seen: int
    verdict: str
    reason: str


def filled(where: str, count: int, people: int) -> list[Person]:
    """A store of so many reports, and so many reviewers with their keys."""
    with Store(where, make=True) as store:
        store.add(
            [read(one.text, published=one.published, outlet=one.outlet, id=f"r{one.number}") for one in material.reports(count)],
            "rehearsal",
        )
        store.settle("rehearsal")
        found = []
        with store.writing() as connection:
            ids = tuple(
                connection.execute(select(claims.c.id).where(claims.c.superseded.is_(None)).order_by(claims.c.no)).scalars()
            )
            for number in range(people):
                account = accounts.make(connection, f"reviewer {number + 1}", "reviewer", PASSWORD, "rehearsal")
                key = tokens.make(connection, account, "rehearsal", ("read", "review"), 30, int(time.time()))
                found.append(Person(account.name, key, ids[:_SOUGHT] + ids[_SOUGHT + number :: people]))
    return found


class Desk:
    """A desk in a process of its own, while the block runs."""

    def __init__(
        self, where: str, log: Path | None = None, command: tuple[str, ...] = PROGRAM, env: dict[str, str] | None = None
    ) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.base = f"http://127.0.0.1:{port}"
        self._log = log.open("ab") if log else None
        self.process = subprocess.Popen(
            [*command, "desk", "--store", where, "--port", str(port)],
            stdout=subprocess.DEVNULL, stderr=self._log or subprocess.DEVNULL, start_new_session=True, env=env,
        )  # fmt: skip

    def __enter__(self) -> "Desk":
        for _ in range(1800):
            if self.process.poll() is not None:
                raise RuntimeError(f"the desk ended with exit code {self.process.returncode} before it answered")
            try:
                httpx.get(f"{self.base}/robots.txt")
                return self
            except httpx.HTTPError:
                time.sleep(0.1)
        raise RuntimeError("the desk does not answer")

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.process.terminate()
        self.process.wait()
        if self._log:
            self._log.close()


@dataclass
class Work:
    """What people did: acts acknowledged, and how many answers of which status there were; ``odd`` are those nobody expects."""

    acts: list[Act] = field(default_factory=list)
    withdrawn: list[Act] = field(default_factory=list)
    answers: Counter[str] = field(default_factory=Counter)
    odd: list[str] = field(default_factory=list)
    slowest: float = 0.0

    def note(self, kind: str, answer: httpx.Response, expected: tuple[int, ...]) -> None:
        self.answers[f"{kind} {answer.status_code}"] += 1
        self.slowest = max(self.slowest, answer.elapsed.total_seconds())
        if answer.status_code not in expected:
            self.odd.append(f"{kind} was answered with {answer.status_code}: {answer.text[:200]}")


class Working:
    """People at work in a thread of their own, until they are stopped."""

    def __init__(self, bases: list[str], people: list[Person], seed: float) -> None:
        self.work = Work()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._all(bases, people, seed)), daemon=True)
        self._thread.start()

    def stop(self) -> list[Act]:
        """Stop them after the answers that are under way; the acts acknowledged."""
        self._stop.set()
        self._thread.join()
        return self.work.acts

    async def _all(self, bases: list[str], people: list[Person], seed: float) -> None:
        limits = httpx.Limits(max_connections=len(people) + 10, max_keepalive_connections=len(people) + 10)
        async with httpx.AsyncClient(timeout=_WAIT, limits=limits, headers={"sec-fetch-site": "same-origin"}) as client:
            everyone = [self._one(client, bases[n % len(bases)], one, Random(f"{seed}/{n}")) for n, one in enumerate(people)]
            await asyncio.gather(*everyone)

    async def _one(self, client: httpx.AsyncClient, base: str, person: Person, chance: Random) -> None:
        """One person: by the forms for every second act, by the API for the others; now and then they take one back."""
        cookie, number = None, 0
        while not self._stop.is_set():
            number += 1
            try:
                if number % 2:
                    await self._by_api(client, base, person, chance, number)
                    continue
                cookie = cookie or await self._sign_in(client, base, person)
                if cookie:
                    await self._by_form(client, base, person, chance, number, cookie)
            except httpx.HTTPError as error:
                self.work.answers[f"no answer ({type(error).__name__})"] += 1
                await asyncio.sleep(0.1)

    async def _sign_in(self, client: httpx.AsyncClient, base: str, person: Person) -> str | None:
        answer = await client.post(f"{base}/en/login", data={"name": person.name, "password": PASSWORD})
        client.cookies.clear()
        self.work.note("sign in", answer, (303, 503))
        return answer.cookies.get("marsad_session")

    async def _seen(
        self, client: httpx.AsyncClient, base: str, person: Person, claim: str
    ) -> tuple[str, list[dict[str, str]]] | None:
        answer = await client.get(f"{base}/api/v1/claims/{claim}/verdicts", headers={"authorization": f"Bearer {person.key}"})
        self.work.note("verdicts", answer, (200, 429, 503))
        if answer.status_code != 200:
            await asyncio.sleep(0.5)
            return None
        return answer.headers["etag"], answer.json()["rows"]

    async def _by_api(self, client: httpx.AsyncClient, base: str, person: Person, chance: Random, number: int) -> None:
        claim = chance.choice(person.claims[:_SOUGHT] if chance.random() < 0.5 else person.claims)
        seen = await self._seen(client, base, person, claim)
        if seen is None:
            return
        act = self._act(person, claim, int(seen[0].strip('"')), chance, number)
        headers = {"authorization": f"Bearer {person.key}", "if-match": seen[0]}
        body = {"verdict": act.verdict, "reason": act.reason}
        answer = await client.post(f"{base}/api/v1/claims/{claim}/verdicts", headers=headers, json=body)
        self.work.note("verdict by the API", answer, (201, 412, 429, 503))
        if answer.status_code == 503:
            await asyncio.sleep(chance.uniform(0.2, 2.0))
        if answer.status_code == 201:
            self.work.acts.append(act)

    async def _by_form(
        self, client: httpx.AsyncClient, base: str, person: Person, chance: Random, number: int, cookie: str
    ) -> None:
        claim = chance.choice(person.claims[:_SOUGHT] if chance.random() < 0.5 else person.claims)
        seen = await self._seen(client, base, person, claim)
        if seen is None:
            return
        headers = {"cookie": f"marsad_session={cookie}"}
        own = [row for row in seen[1] if row.get("by") == person.name and not row.get("withdrawn")]
        if own and chance.random() < 0.3:
            answer = await client.post(f"{base}/en/judgements/{own[0]['id']}/withdraw", headers=headers)
            self.work.note("withdrawal", answer, (303, 503))
            if answer.status_code == 303:
                self.work.withdrawn.append(Act(person.name, claim, -1, own[0]["verdict"], own[0]["reason"]))
            return
        act = self._act(person, claim, int(seen[0].strip('"')), chance, number)
        fields = {"verdict": act.verdict, "reason": act.reason, "seen": str(act.seen)}
        answer = await client.post(f"{base}/en/review/{claim}", headers=headers, data=fields)
        self.work.note("verdict by the form", answer, (303, 409, 503))
        if answer.status_code == 503:
            await asyncio.sleep(chance.uniform(0.2, 2.0))
        if answer.status_code == 303:
            self.work.acts.append(act)

    def _act(self, person: Person, claim: str, seen: int, chance: Random, number: int) -> Act:
        verdict = chance.choices(("accept", "reject", "unsure"), (6, 2, 2))[0]
        return Act(person.name, claim, seen, verdict, f"{person.name}, {number}, {chance.getrandbits(40):010x}")


def working(base: str | list[str], people: list[Person], seed: float) -> Working:
    """People who decide at a desk, or at several over one store, until they are stopped."""
    return Working([base] if isinstance(base, str) else base, people, seed)


def missing(where: str, acknowledged: list[Act], withdrawn: list[Act] | None = None) -> list[str]:
    """Acts that were acknowledged and are not kept as they were sent, or in the trail; and acts saved over another unseen."""
    with Store(where) as store, store.reading() as connection:
        kept = {row["reason"]: row for row in connection.execute(select(judgements)).mappings()}
        told = set(connection.execute(select(acts.c.subject).where(acts.c.act == "judged")).scalars())
    found = []
    for act in acknowledged:
        row = kept.get(act.reason)
        if row is None:
            found.append(f"the verdict {act.reason} of claim {act.claim} was acknowledged and is lost")
        elif (row["a"], row["by"], row["verdict"]) != (act.claim, act.by, act.verdict) or row["id"] not in told:
            found.append(f"the verdict {act.reason} is not kept as it was sent, or no act tells of it")
    twice = Counter((act.claim, act.seen) for act in acknowledged)
    found += [
        f"{times} verdicts on claim {claim} were taken from people who had seen the same"
        for (claim, _), times in twice.items()
        if times > 1
    ]
    found += [
        f"{act.reason} was taken back and still stands"
        for act in withdrawn or ()
        if (row := kept.get(act.reason)) and not row["withdrawn"]
    ]
    return found


def behind(where: str) -> list[str]:
    """What says that the record is not up to date with what was decided."""
    with Store(where) as store, store.reading() as connection:
        left = settle.work(connection)
    return [f"{left.articles} articles and {left.lines} lines wait to be gathered"] if left else []


def replayed(before: str, after: str) -> str:
    """A copy of an undisturbed store in which the same was decided, in the order of the trail."""
    copy = str(Path(before).with_name("replayed.db"))
    shutil.copy(before, copy)
    with Store(after) as store, store.reading() as connection:
        rows = {row["id"]: dict(row) for row in connection.execute(select(judgements)).mappings()}
        order = connection.execute(
            select(acts.c.act, acts.c.subject).where(acts.c.act.in_(("judged", "withdrawn"))).order_by(acts.c.no)
        ).all()
    made: dict[str, str] = {}
    with Store(copy) as store, store.writing() as connection:
        for act, id in order:
            row = rows[id]
            if act == "judged":
                made[id] = reviews.decide(
                    connection, row["a"], row["verdict"], row["by"], row["reason"], reviews.seen(connection, row["a"])
                )
            else:
                reviews.withdraw(connection, made[id], row["by"])
    return copy
