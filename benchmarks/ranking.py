"""The ranker learned, and how much it gives: ``python -m benchmarks.ranking [--write]``.

Weights are those of a softmax over the candidates of each question, found by Newton's method from zero under a penalty on their
squares; the same questions give the same bytes. Gains are measured in five parts of the outlets: what is read in one part is weighed
by what was learned from the other four.
"""

import argparse
import copy
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from tests.reading import raise_gate

from benchmarks.questions import LANGUAGES, Question, article_of, articles, kept, outlet_of
from marsad.model import Report
from marsad.reading import reader_of
from marsad.reading.ranker import WEIGHTS, Option, Ranker

PARTS = 5
PENALTY = {"actor": 8.0, "by": 48.0}
"""Half of it weighs the sum of squares. Of an attack's author 3 to 16 give the same by parts to half a point; of a casualty's a lighter
one than 48 gives no more by parts and fits the articles at hand."""
SEEN = 3
"""Questions in which a trait must stand to be given a weight."""
_STEPS, _STILL = 200, 1e-6


def learn(questions: Sequence[Question]) -> dict[str, float]:
    """The weight of each trait, to three decimals, from the questions of one field of which a candidate is right."""
    told = [q for q in questions if any(q.right)]
    counts = Counter(trait for q in told for trait in {t for option in q.options for t in option})
    traits = sorted(trait for trait, count in counts.items() if count >= SEEN)
    column = {trait: i for i, trait in enumerate(traits)}
    rows = np.zeros((sum(len(q.options) for q in told), len(traits)))
    of = np.repeat(np.arange(len(told)), [len(q.options) for q in told])
    right = np.array([it for q in told for it in q.right], dtype=float)
    for row, option in zip(rows, (option for q in told for option in q.options), strict=True):
        row[[column[t] for t in option if t in column]] = 1.0
    weights = np.zeros(len(traits))
    penalty = PENALTY[told[0].field]
    loss, slope, bend = _loss(weights, rows, of, right, penalty)
    for _ in range(_STEPS):
        step, size = np.linalg.solve(bend, slope), 1.0
        while (found := _loss(weights - size * step, rows, of, right, penalty))[0] > loss and size > _STILL:
            size /= 2
        weights = weights - size * step
        loss, slope, bend = found
        if np.abs(slope).max() < _STILL:
            break
    return {
        trait: round(float(weight), 3) + 0.0 for trait, weight in zip(traits, weights, strict=True) if round(float(weight), 3)
    }


def _loss(weights: Any, rows: Any, of: Any, right: Any, penalty: float) -> tuple[float, Any, Any]:
    """The loss at some weights, its slope, and a bend that is never too small: that of all candidates, without what the right ones take off."""
    score = rows @ weights
    starts = np.flatnonzero(np.diff(of, prepend=-1))
    most = np.maximum.reduceat(score, starts)
    weight = np.exp(score - most[of])
    total, good = np.bincount(of, weight), np.bincount(of, weight * right)
    share, wanted = weight / total[of], weight * right / good[of]
    means = np.add.reduceat(share[:, None] * rows, starts)
    bend = (rows * share[:, None]).T @ rows - means.T @ means + penalty * np.eye(rows.shape[1])
    loss = float((np.log(total) - np.log(good)).sum() + penalty / 2 * (weights @ weights))
    return loss, rows.T @ (share - wanted) + penalty * weights, bend


def ranker(language: str, wanted: Callable[[Question], bool] = lambda question: True) -> Ranker:
    """What is learned of a language from its questions, or from those wanted."""
    return Ranker({name: learn([q for q in questions if wanted(q)]) for name, questions in fields(language).items()})


@cache
def fields(language: str) -> dict[str, list[Question]]:
    """The questions of a language by their field."""
    out: dict[str, list[Question]] = {}
    for question in kept():
        if question.language == language:
            out.setdefault(question.field, []).append(question)
    return out


def part(outlet: str) -> int:
    """Which of the five parts an outlet, by its hash, is of."""
    return int(outlet, 16) // 3 % PARTS


def weights() -> str:
    """The file of weights, learned from all questions, of the fields in which the ranker by parts answers better than the rules."""
    learned = {
        language: {name: found for name, found in ranker(language).weights.items() if pays(language, name)}
        for language in LANGUAGES
        if fields(language)
    }
    return json.dumps(learned, indent=0, sort_keys=True) + "\n"


def pays(language: str, name: str) -> bool:
    """Whether the ranker answers more of a field's questions rightly than the rules do, each by what other outlets taught it."""
    parts, questions = in_parts(language), fields(language)[name]
    return sum(_answer(parts[part(q.outlet)], q) for q in questions) > sum(q.right[q.standing] for q in questions)


def answers() -> Iterator[str]:
    """How many questions the rules answer rightly, how many the ranker, by parts and where it was learned from all: rows of a table."""
    yield "| field | language | questions | by the rules | ranker, by parts | ranker, learned from all |"
    yield "|---|---|--:|--:|--:|--:|"
    for language in LANGUAGES:
        parts = in_parts(language)
        whole = ranker(language)
        for name, questions in fields(language).items():
            rules = sum(q.right[q.standing] for q in questions)
            apart = sum(_answer(parts[part(q.outlet)], q) for q in questions)
            fit = sum(_answer(whole, q) for q in questions)
            shares = " | ".join(f"{right / len(questions):.3f}" for right in (rules, apart, fit))
            yield f"| {name} | {language} | {len(questions)} | {shares} |"


@cache
def in_parts(language: str) -> list[Ranker]:
    """For each part of the outlets, what is learned from the others."""

    def without(number: int) -> Ranker:
        return ranker(language, lambda question: part(question.outlet) != number)

    return [without(number) for number in range(PARTS)]


def _answer(learned: Ranker, question: Question) -> bool:
    options = [Option(right, list(traits)) for traits, right in zip(question.options, question.right, strict=True)]
    return bool(learned.best(question.field, options).value)


def reading(language: str, *rankers: Ranker) -> Callable[[dict[str, Any]], Report]:
    """A reader of gold articles of a language that weighs them by a ranker, or each by that of its part."""

    def read(gold: dict[str, Any]) -> Report:
        reader = copy.copy(reader_of(language))
        reader.ranker = rankers[part(outlet_of(gold)) % len(rankers)]
        return reader.read(article_of(gold))

    return read


def claims(held_out: Callable[[dict[str, Any]], bool]) -> Iterator[str]:
    """What the ranker does for the claims, F1 and record F1: rows of a table; nothing where the gold is not at hand."""
    rules = Ranker({})
    aside = {outlet_of(gold) for gold in articles("ar") if held_out(gold)}
    others = ranker("ar", lambda question: question.outlet not in aside)
    measured = [
        *(
            (f"{language}, {what}", raise_gate.on_gold(language, read=reading(language, *rankers)))
            for language in LANGUAGES
            for what, rankers in (
                ("rules alone", [rules]),
                ("ranker, by parts", in_parts(language)),
                ("ranker, learned from all", [ranker(language)]),
            )
        ),
        ("ar, the third set aside, rules alone", raise_gate.on_gold("ar", held_out, reading("ar", rules))),
        ("ar, the same, ranker learned from the other two thirds", raise_gate.on_gold("ar", held_out, reading("ar", others))),
    ]
    kinds = ("casualty", "attack", "all")
    yield "| articles | " + " | ".join(f"{kind}, f1 | record f1" for kind in kinds) + " |"
    yield "|---|" + "--:|" * 2 * len(kinds)
    for what, figures in measured:
        if figures is not None:
            yield f"| {what} | " + " | ".join(f"{figures[k][name]:.3f}" for k in kinds for name in raise_gate.FIGURES) + " |"


def main() -> int:
    """Learn, print what it gives, and write the weights where asked."""
    options = argparse.ArgumentParser(description="What the ranker learns, and what it gives.")
    options.add_argument("--write", action="store_true", help=f"write the weights to {WEIGHTS}")
    given = options.parse_args()
    print("\n".join(answers()))
    if given.write:
        Path(str(WEIGHTS)).write_text(weights(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
