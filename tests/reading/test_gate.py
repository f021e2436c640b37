"""The quality gate: figures of the reading may rise and not fall, and no floor is lowered in silence."""

import json
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

_SPEC = spec_from_file_location("raise_gate", Path(__file__).with_name("raise_gate.py"))
assert _SPEC is not None
assert _SPEC.loader is not None
gate = module_from_spec(_SPEC)
_SPEC.loader.exec_module(gate)

HELD: dict[str, Any] = json.loads(gate.GATE.read_text(encoding="utf-8"))


def below(figures: dict[str, dict[str, float]], floors: dict[str, dict[str, float]]) -> list[str]:
    return [
        f"{kind} {name} {figures[kind][name]:.3f} is below its floor {floor:.3f}"
        for kind, row in floors.items()
        for name, floor in row.items()
        if figures[kind][name] < floor
    ]


def test_on_the_projects_own_corpora() -> None:
    assert not below(gate.on_corpora(), HELD["floors"]["corpora"])


@pytest.mark.parametrize("language", gate.LANGUAGES)
def test_on_the_gold_articles(language: str) -> None:
    figures = gate.on_gold(language)
    if figures is None:
        pytest.skip("the shared gold articles are not beside the repository")
    assert not below(figures, HELD["floors"].get(f"gold-{language}", {}))


def test_floors_are_those_that_were_raised_last() -> None:
    assert HELD["digest"] == gate.floors_digest(HELD["floors"]), (
        "floors were edited: python tests/reading/raise_gate.py raises them"
    )
    assert HELD["history"][-1]["floors"] == HELD["floors"]
    assert all(entry["digest"] == gate.floors_digest(entry["floors"]) for entry in HELD["history"])


def test_no_floor_is_under_one_of_its_history() -> None:
    for entry in HELD["history"]:
        for where, kinds in entry["floors"].items():
            assert not below(HELD["floors"][where], kinds), entry["day"]


def test_the_corpora_are_those_the_floors_were_measured_on() -> None:
    """A sentence added, changed or taken away shows as an edit of the gate beside it."""
    assert HELD["corpora"] == gate.corpus_digest(), "corpora have changed: run python tests/reading/raise_gate.py"


def test_the_weights_are_those_the_floors_were_measured_with() -> None:
    assert HELD["weights"] == gate.weights_digest(), "the weights have changed: run python tests/reading/raise_gate.py"


def test_raising_never_lowers() -> None:
    floors = {"corpora": {"casualty": {"f1": 0.9}}}
    assert gate.raised(floors, {"corpora": {"casualty": {"f1": 0.5}}}) == floors
    assert gate.raised(floors, {"corpora": {"casualty": {"f1": 0.95}}}) == {"corpora": {"casualty": {"f1": 0.945}}}
