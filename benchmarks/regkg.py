"""Figures of people read by Marsad and by gdelt-regkg in the same English articles: ``python -m benchmarks.regkg [--python PATH] [--write]``.

gdelt-regkg (MIT) rebuilds the counts of GDELT's Global Knowledge Graph from a text. It needs Python 3.12; ``--python`` is one in which it
is installed. Where there is none, or no gold articles beside the repository, that is said and nothing is measured.

Both are asked the one thing both answer: which numbers of people were killed, injured, displaced, detained, abducted or missing.
An answer is an outcome with a number; bounds, groups, places and who says so, which gdelt-regkg does not tell, are left out. Gold answers are the
figures of the articles' casualties, of persons by name left out: the lower end where there is one, else the upper.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import marsad
from marsad.model import Casualty

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT.parent / "shared" / "gold" / "en-dev"
QUALITY = ROOT / "docs" / "quality.md"
HEAD = "## Figures beside gdelt-regkg"

OUTCOMES = {
    "KILL": "killed", "WOUND": "injured", "DISPLACED": "displaced", "REFUGEES": "displaced", "ARREST": "detained", "KIDNAP": "abducted",
    "CRISISLEX_T08_MISSINGFOUNDTRAPPEDPEOPLE": "missing",
}  # fmt: skip
"""Count types of the Global Knowledge Graph that tell an outcome of the record; the others count themes."""

PEER = """
import json, sys
from gdelt_regkg.fields.counts import analyze_counts
for line in sys.stdin:
    found = analyze_counts(json.loads(line))
    print(json.dumps([[m.count_type, m.number] for m in found.mentions]))
"""

Figures = set[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Score:
    """Answers right, given and wanted."""

    name: str
    right: int
    given: int
    wanted: int

    def row(self) -> str:
        """The score as a row of a table: precision, recall and F1."""
        precision, recall = self.right / (self.given or 1), self.right / (self.wanted or 1)
        f1 = 2 * precision * recall / ((precision + recall) or 1)
        return f"| {self.name} | {precision:.3f} | {recall:.3f} | {f1:.3f} |"


def figure(low: int | None, high: int | None) -> int | None:
    """The number of an interval: its lower end, else its upper."""
    return low if low is not None else high


def wanted(article: Mapping[str, object]) -> Figures:
    """The figures a person entered for an article."""
    claims: Iterable[dict] = article["claims"]  # type: ignore[assignment,type-arg]
    casualties = [c for c in claims if c["kind"] == "casualty" and not c["person"]]
    return {(c["outcome"], n) for c in casualties if (n := figure(c["low"], c["high"])) is not None}


def ours(article: Mapping[str, str]) -> Figures:
    """The figures Marsad reads in an article."""
    report = marsad.read(article["text"], published=article["published"], title=article["title"])
    casualties = [c for c in report.claims if isinstance(c, Casualty) and c.person is None and c.stance == "asserted"]
    return {(c.outcome, n) for c in casualties if (n := figure(c.count.low, c.count.high)) is not None}


def theirs(articles: Iterable[Mapping[str, str]], python: Path) -> list[Figures]:
    """The figures gdelt-regkg reads in each article, under the outcomes of the record."""
    lines = "".join(json.dumps(article["text"]) + "\n" for article in articles)
    told = subprocess.run([python, "-c", PEER], input=lines, capture_output=True, text=True, check=True).stdout
    return [{(OUTCOMES[kind], number) for kind, number in json.loads(line) if kind in OUTCOMES} for line in told.splitlines()]


def scored(name: str, given: list[Figures], gold: list[Figures]) -> Score:
    right = sum(len(a & b) for a, b in zip(given, gold, strict=True))
    return Score(name, right, sum(map(len, given)), sum(map(len, gold)))


def has_peer(python: Path | None) -> bool:
    return python is not None and subprocess.run([python, "-c", "import gdelt_regkg"], capture_output=True).returncode == 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--python", type=Path, help="a Python 3.12 in which gdelt-regkg is installed")
    parser.add_argument("--write", action="store_true", help="write the table into docs/quality.md")
    options = parser.parse_args()
    if not GOLD.is_dir():
        sys.exit("the shared gold articles are not beside the repository: nothing is measured")
    articles = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.glob("*.json"))]
    gold = [wanted(article) for article in articles]
    scores = [scored("Marsad", [ours(article) for article in articles], gold)]
    if has_peer(options.python):
        scores.append(scored("gdelt-regkg", theirs(articles, options.python), gold))
    else:
        print("gdelt-regkg is not there and is skipped: give --python a Python 3.12 in which it is installed", file=sys.stderr)
    table = ["| reader | precision | recall | F1 |", "|---|--:|--:|--:|", *(score.row() for score in scores)]
    print("\n".join(table))
    if options.write:
        write(table, len(articles), sum(map(len, gold)))


def section(text: str) -> str:
    """The part of the document that ``--write`` put there, with an empty line before it; "" where there is none.

    It is measured apart from the rest, since gdelt-regkg needs a Python of its own.
    """
    start = text.find(HEAD)
    end = text.find("\n## ", start + 1)
    return "" if start < 0 else "\n" + (text[start:] if end < 0 else text[start : end + 1])


def write(table: list[str], articles: int, figures: int) -> None:
    """Put the table into the document, in the place of the one before it."""
    text = QUALITY.read_text(encoding="utf-8")
    told = (
        f"{HEAD}\n\n`python -m benchmarks.regkg` asks both for the numbers of people killed, injured, displaced, detained, abducted or missing in the same\n"
        f"{articles} English articles ({figures} figures): an answer is an outcome with its number. gdelt-regkg (MIT) rebuilds GDELT's counts and tells\n"
        "neither bounds nor who says so. The rules of Marsad were developed on part of these articles.\n\n"
        + "\n".join(table)
        + "\n"
    )
    kept = text.replace(section(text), "")
    QUALITY.write_text(kept.rstrip("\n") + "\n\n" + told, encoding="utf-8")


if __name__ == "__main__":
    main()
