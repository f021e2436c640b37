"""How well Marsad reads, by every suite there is: ``python -m benchmarks.quality [--write docs/quality.md]``.

Suites of our own stand in ``tests/`` and are part of the repository; those of others, and the gold articles, are measured where they
lie beside it, each by its own scorer.
"""

import argparse
import hashlib
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tests.language.ar import test_dates
from tests.reading import raise_gate, test_places

from benchmarks import ranking, regkg

ROOT = Path(__file__).resolve().parents[1]
SUITES = ROOT.parent / "shared" / "suites"
SCORE = re.compile(r"(?P<right>[0-9]+)/(?P<of>[0-9]+) = [0-9.]+$", re.M)


@dataclass(frozen=True, slots=True)
class Score:
    """Answers right of those asked for, in one suite."""

    suite: str
    what: str
    right: int
    of: int

    def row(self) -> str:
        """The score as a row of the table."""
        return f"| {self.suite} | {self.what} | {self.right} of {self.of} | {self.right / self.of:.3f} |"


def own() -> Iterator[Score]:
    """The suites of this repository."""
    phrases = test_dates.rows()
    right = sum(test_dates.fault(*row) is None for row in phrases)
    yield Score(
        "`tests/language/ar/dates.tsv`", "Arabic dates, half with a wrong reading beside the right one", right, len(phrases)
    )
    sentences = test_places.lines()
    right = sum(test_places.fault(line) is None for line in sentences)
    yield Score(
        "`tests/reading/places.tsv`", "where a sentence says it happened, to 25 km, sixty of them traps", right, len(sentences)
    )


def others() -> Iterator[Score]:
    """The suites beside the repository; nothing where there are none."""
    for script, arguments, names in (
        ("numbers.py", (), ("Arabic numbers", "Arabic ranges")),
        ("bulletins.py", ("--language", "ar"), ("figures of Arabic health ministry bulletins",)),
        ("bulletins.py", ("--language", "en"), ("figures of English health ministry bulletins",)),
    ):
        if (SUITES / script).is_file():
            told = subprocess.run([sys.executable, str(SUITES / script), *arguments], capture_output=True, text=True, check=True)
            for name, hit in zip(names, SCORE.finditer(told.stdout), strict=True):
                yield Score(f"`{script}`", name, int(hit["right"]), int(hit["of"]))


def claims() -> Iterator[str]:
    """The gate's figures: rows of a table, a kind of claim each."""
    present = raise_gate.present()
    columns = [(where, name) for where in ("corpora", "gold-ar", "gold-en") for name in raise_gate.FIGURES if where in present]
    columns = [(where, name) for where, name in columns if where != "corpora" or name == "f1"]
    yield "| kind of claim | " + " | ".join(f"{where}, {name.replace('_', ' ')}" for where, name in columns) + " |"
    yield "|---|" + "--:|" * len(columns)
    for kind in dict.fromkeys(kind for where, _ in columns for kind in present[where] if kind != "none"):
        cells = (present[where].get(kind, {}).get(name) for where, name in columns)
        yield f"| {kind} | " + " | ".join("" if cell is None else f"{cell:.3f}" for cell in cells) + " |"


def held_out(article: dict[str, Any]) -> bool:
    """Whether an article's outlet is of the third whose misses nobody looked at while the rules were made: by the hash of its first letters."""
    letters = re.sub(r"[^a-z\u0600-\u06ff]", "", article["outlet"].lower())[:5]
    return int(hashlib.sha256(f"b{letters}".encode()).hexdigest(), 16) % 3 == 0 and "seed" not in article["id"]


def unseen() -> Iterator[str]:
    """The Arabic gold by whether its misses were looked at: rows of a table; nothing where the gold is not at hand."""
    seen, held = raise_gate.on_gold("ar", lambda article: not held_out(article)), raise_gate.on_gold("ar", held_out)
    if seen is None or held is None:
        return
    yield "| kind of claim | looked at, f1 | record f1 | set aside, f1 | record f1 |"
    yield "|---|--:|--:|--:|--:|"
    for kind in seen:
        cells = (rows.get(kind, {}).get(name) for rows in (seen, held) for name in raise_gate.FIGURES)
        yield f"| {kind} | " + " | ".join("" if cell is None else f"{cell:.3f}" for cell in cells) + " |"


def page() -> str:
    """The page of figures, as Markdown."""
    scores = "\n".join(score.row() for score in (*own(), *others()))
    return f"""# Quality

Made by `make quality` on {date.today()}; do not edit by hand. A suite's answer is right when all of it is: the characters, the value,
the bound or precision. `make test` holds the floors: no change may lower them.

| suite | what | right | share |
|---|---|--:|--:|
{scores}

`numbers.py` asks the Arabic cases of Microsoft's Recognizers-Text (MIT), `bulletins.py` seventeen bulletins of palestine-datasets
(Unlicense), in which the day's dead and the total's must not be mixed up.

## Claims

F1 of the claims of each kind; of "record f1" a claim counts only when every one of its fields is right too. `corpora` are the sentences
beside the rules (`language/*/corpus`), known failures counted as failures; `gold-ar` and `gold-en` are news reports read by people, which
the rules were developed on: unseen reports come out lower.

{chr(10).join(claims())}

A third of the Arabic articles, by whole outlets, was set aside: nobody looked at what was missed in them while the rules were made. What
unseen articles give lies near the right half.

{chr(10).join(unseen())}

## What is learned

One thing is weighed by learned weights (docs/architecture.md): of the sides an article names, who did an attack (`actor`) and by whom
people were killed, hurt or taken (`by`, of which "record f1" does not ask). The questions of the gold
articles are parted by whole outlets into {ranking.PARTS}: what is asked in a part is answered with what was learned from the other
parts, as it would be for articles nobody has seen; the last column is the fit to what was learned from. Where the ranker is
no better by parts, the rules stand alone.

{chr(10).join(ranking.answers())}

{chr(10).join(ranking.claims(held_out))}

## The same claim in other words

`tests/reading/test_hard_cases.py` and `test_hard_events.py` say one claim in many orders, with clauses, times and sources between, in
every digit set and layout; `test_spellings.py` writes every sentence of the Arabic corpora with vowel signs, bidi marks, Persian letters,
presentation forms and more, and asks for the same claims. All of them must pass.
"""


def main() -> int:
    """Measure, print, and write where asked."""
    options = argparse.ArgumentParser(description="How well Marsad reads.")
    options.add_argument("--write", type=Path, metavar="FILE", help="write the page of figures to this file")
    given = options.parse_args()
    text = page()
    print(text)
    if given.write:
        measured = regkg.section(given.write.read_text("utf-8")) if given.write.is_file() else ""
        given.write.write_text(text + measured, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
