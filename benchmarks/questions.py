"""What the ranker is learned from: the questions that reading the gold articles asks, and which of the candidates are right.

``python -m benchmarks.questions`` asks them anew and writes ``benchmarks/questions.jsonl.gz``. The file holds traits and no text: the
first line all traits, then a question a line. Candidates are right by the gold's own scorer.
"""

import gzip
import hashlib
import importlib.util
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from marsad import page
from marsad.language import dateline
from marsad.model import Article, Report, as_json
from marsad.reading import reader_of
from marsad.reading.chosen import questions
from marsad.reading.claims import claims, in_order
from marsad.reading.draft import Draft
from marsad.reading.tied import with_wholes

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"
FILE = Path(__file__).with_name("questions.jsonl.gz")
LANGUAGES = ("ar", "en")


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its field, a hash of the outlet's first letters, the traits of each candidate, which are right, which the rules chose."""

    language: str
    field: str
    outlet: str
    options: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]
    standing: int


def outlet_of(gold: dict[str, Any]) -> str:
    """A hash of an article's outlet by its first letters, so that one outlet under two spellings is one."""
    letters = re.sub(r"[^a-z\u0600-\u06ff]", "", gold["outlet"].lower())[:5]
    return hashlib.sha256(f"b{letters}".encode()).hexdigest()[:16]


def articles(language: str) -> list[dict[str, Any]]:
    """The gold articles of a language, those there are."""
    return [json.loads(path.read_text("utf-8")) for path in sorted((GOLD / f"{language}-dev").glob("*.json"))]


def article_of(gold: dict[str, Any]) -> Article:
    """A gold article as the reader takes it."""
    given = {name: gold[name] for name in ("id", "title", "outlet", "published")}
    return page.article(gold["text"], dateline=dateline, **given)


def asked(language: str) -> Iterator[Question]:
    """The questions of the gold articles of a language whose answer the gold holds."""
    score = _scorer()
    reader = reader_of(language)
    for gold in articles(language):
        article = article_of(gold)
        drafts, discourse, _ = reader.settled(article)
        put = [(draft, name, options) for draft, name, options in questions(drafts, discourse)]
        whole = in_order(with_wholes(drafts))
        answers = _answers(score, gold, whole, Report(article, claims(whole, discourse, reader.version), ()))
        for draft, name, options in put:
            answer = answers.get(id(draft))
            if answer is not None:
                right = tuple(score.same_name(answer[name], option.value and option.value.name) for option in options)
                standing = next(i for i, option in enumerate(options) if option.standing)
                yield Question(language, name, outlet_of(gold), tuple(tuple(o.traits) for o in options), right, standing)


def _answers(score: ModuleType, gold: dict[str, Any], drafts: list[Draft], report: Report) -> dict[int, dict[str, Any]]:
    """The gold claim of each draft, by its ``id()``: as the scorer pairs them, else the one that the draft's word stands alone in."""
    told = [score.flat(claim) for claim in json.loads(json.dumps(as_json(report)))["claims"]]
    known = [(claim, draft) for claim, draft in zip(told, drafts, strict=True) if claim["kind"] in score.FIELDS]
    ours = score.distinct([claim for claim, _ in known])
    wholes = {claim["id"]: claim for claim, _ in known}
    back = {id(claim): draft for claim, draft in known}
    out: dict[int, dict[str, Any]] = {}
    paired: set[int] = set()
    for i, j in score.pair_up(gold["claims"], ours, wholes):
        out[id(back[id(ours[j])])] = gold["claims"][i]
        paired.add(i)
    rest: dict[str, list[int]] = {}
    for i, claim in enumerate(gold["claims"]):
        if claim["kind"] == "attack" and claim["evidence"]:
            rest.setdefault(claim["evidence"], []).append(i)
    for evidence, numbers in rest.items():
        claim, first = gold["claims"][numbers[0]], gold["text"].find(evidence)
        if first < 0 or not paired.isdisjoint(numbers) or len({gold["claims"][i]["actor"] for i in numbers}) > 1:
            continue
        within = [
            d for d in drafts
            if d.kind == "attack" and not d.sentence.in_title and d.fields["means"] == claim["means"]
            and first <= d.sentence.span(d.anchor, d.anchor + 1)[0] < first + len(evidence)
        ]  # fmt: skip
        if len({id(d.event) for d in within}) == 1:
            out.setdefault(id(within[0]), claim)
    return out


def _scorer() -> ModuleType:
    """The gold's own scorer."""
    spec = importlib.util.spec_from_file_location("score", GOLD / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def write(found: list[Question]) -> None:
    """Keep questions in the file."""
    traits = sorted({trait for question in found for option in question.options for trait in option})
    number = {trait: i for i, trait in enumerate(traits)}
    lines = [json.dumps(traits)]
    for q in found:
        options = [[number[trait] for trait in option] for option in q.options]
        right = [i for i, it in enumerate(q.right) if it]
        lines.append(json.dumps([q.language, q.field, q.outlet, options, right, q.standing], separators=(",", ":")))
    FILE.write_bytes(gzip.compress("\n".join(lines).encode(), mtime=0))


def kept() -> list[Question]:
    """The questions of the file."""
    first, *lines = gzip.decompress(FILE.read_bytes()).decode().splitlines()
    traits = json.loads(first)
    out = []
    for line in lines:
        language, name, outlet, options, right, standing = json.loads(line)
        told = tuple(tuple(traits[i] for i in option) for option in options)
        out.append(Question(language, name, outlet, told, tuple(i in right for i in range(len(told))), standing))
    return out


def main() -> int:
    """Ask anew and keep the questions."""
    found = [question for language in LANGUAGES for question in asked(language)]
    if not found:
        sys.exit(f"there are no gold articles in {GOLD}")
    write(found)
    print(f"{len(found)} questions in {FILE.name}, {FILE.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
