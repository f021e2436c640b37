"""How well the reading does now, and the floors of the gate raised to it: ``python tests/reading/raise_gate.py``.

Measured on the project's own corpora and, where it is beside the repository, on the shared gold articles. Floors are raised to the
present figures minus a margin and never lowered; each day's last raising is kept in the history of ``gate.json``, and the gate fails when a
floor is under one of its history. To lower a floor, edit both there, by hand and in plain sight.
"""

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import marsad
import marsad.language
from marsad import jsonl
from marsad.language.corpus import PUBLISHED, entries, unmatched
from marsad.model import Article, Report
from marsad.model.values import KINDS
from marsad.reading import reader_of
from marsad.reading.flat import flattened
from marsad.reading.ranker import WEIGHTS

HERE = Path(__file__).resolve().parent
GATE = HERE / "gate.json"
GOLD = HERE.parents[2] / "shared" / "gold"
MARGIN = 0.005
LANGUAGES = ("ar", "en")
FIGURES = ("f1", "record_f1")
"""What is held: a rule that finds more at some cost of precision, or the reverse, is judged by both together."""

Figures = dict[str, dict[str, float]]


def corpora() -> list[Path]:
    """The corpus files of every pack, in a stable order."""
    return sorted(Path(marsad.language.__file__).parent.glob("[a-z]*/corpus/*.txt"))


def digest(*parts: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def corpus_digest() -> str:
    return digest(*(part for path in corpora() for part in (path.name.encode(), path.read_bytes())))


def weights_digest() -> str:
    """The digest of the learned weights the figures were measured with."""
    return digest(WEIGHTS.read_bytes())


def floors_digest(floors: dict[str, Figures]) -> str:
    return digest(json.dumps(floors, sort_keys=True).encode())


def on_corpora() -> Figures:
    """Precision, recall and F1 of the claims of each kind, known failures counted as failures; of traps the share that give nothing."""
    right, ours, wanted = Counter[str](), Counter[str](), Counter[str]()
    quiet: list[bool] = []
    for path in corpora():
        reader = reader_of(path.parent.parent.name)
        for entry in entries(path.read_text(encoding="utf-8"), path.name):
            found = flattened(reader.read(Article("", entry.sentence, "", published=PUBLISHED)).claims)
            if not entry.claims:
                quiet.append(not found)
            for kind in {path.stem, *(c["kind"] for c in entry.claims)} & set(KINDS):
                expected = [c for c in entry.claims if c["kind"] == kind]
                missing, extra = unmatched(expected, [f for f in found if f["kind"] == kind])
                right[kind] += len(expected) - len(missing)
                wanted[kind] += len(expected)
                ours[kind] += len(expected) - len(missing) + len(extra)
    figures = {kind: _figures(right[kind], ours[kind], wanted[kind]) for kind in KINDS}
    figures["none"] = {"quiet": sum(quiet) / len(quiet)}
    return figures


def _figures(right: int, ours: int, wanted: int) -> dict[str, float]:
    precision, recall = right / (ours or 1), right / (wanted or 1)
    return {"f1": 2 * precision * recall / ((precision + recall) or 1)}


def read(article: dict[str, Any]) -> Report:
    """The report of a gold article, read as anyone would."""
    return marsad.read(article["text"], **{name: article[name] for name in ("id", "title", "outlet", "published")})


def on_gold(
    language: str,
    wanted: Callable[[dict[str, Any]], bool] = lambda article: True,
    read: Callable[[dict[str, Any]], Report] = read,
) -> Figures | None:
    """What the gold's own scorer says of the reading of its articles, or of those wanted, by a reader; None where there are none
    beside the repository."""
    folder = GOLD / f"{language}-dev"
    if not folder.is_dir():
        return None
    with tempfile.TemporaryDirectory() as work:
        chosen, predictions = Path(work) / "gold", Path(work) / "predictions.jsonl"
        chosen.mkdir()
        for path in sorted(folder.glob("*.json")):
            if wanted(json.loads(path.read_text(encoding="utf-8"))):
                shutil.copy(path, chosen)
        predictions.write_text("\n".join(_predictions(chosen, read)), encoding="utf-8")
        command = [sys.executable, str(GOLD / "score.py"), str(chosen), str(predictions), "--json"]
        answer = subprocess.run(command, capture_output=True, text=True, check=True, env={"PYTHONUTF8": "1"})
    scored = json.loads(answer.stdout)
    return {kind: {name: row[name] for name in FIGURES} for kind, row in scored.items()}


def _predictions(folder: Path, read: Callable[[dict[str, Any]], Report]) -> Iterator[str]:
    for path in sorted(folder.glob("*.json")):
        yield jsonl.encode(read(json.loads(path.read_text(encoding="utf-8"))))


def present() -> dict[str, Figures]:
    """The figures of the reading as it is: by what they are measured on, by kind, by name."""
    gold = {f"gold-{language}": on_gold(language) for language in LANGUAGES}
    return {"corpora": on_corpora()} | {name: figures for name, figures in gold.items() if figures is not None}


def raised(floors: dict[str, Figures], figures: dict[str, Figures]) -> dict[str, Figures]:
    """The floors raised to the figures less the margin, none of them lowered."""
    out = json.loads(json.dumps(floors))
    for where, kinds in figures.items():
        for kind, row in kinds.items():
            for name, value in row.items():
                held = out.setdefault(where, {}).setdefault(kind, {})
                held[name] = max(held.get(name, 0.0), round(max(value - MARGIN, 0.0), 3))
    return out


def main() -> None:
    """Print the figures beside the floors, raise the floors and keep them in the history."""
    gate = json.loads(GATE.read_text(encoding="utf-8")) if GATE.exists() else {"floors": {}, "history": []}
    figures = present()
    floors = raised(gate["floors"], figures)
    for where, kinds in figures.items():
        for kind, row in kinds.items():
            print(f"{where:8} {kind:10}", "  ".join(f"{n} {v:.3f} (floor {floors[where][kind][n]:.3f})" for n, v in row.items()))
    if floors != gate["floors"]:
        today = date.today().isoformat()
        before = [entry for entry in gate["history"] if entry["day"] != today]
        gate["history"] = [*before, {"day": today, "digest": floors_digest(floors), "floors": floors}]
    gate |= {"corpora": corpus_digest(), "weights": weights_digest(), "digest": floors_digest(floors), "floors": floors}
    GATE.write_text(json.dumps(gate, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
