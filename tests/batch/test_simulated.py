"""The simulated scheduler: seeded, never better than the ideal, and worse for stragglers, failures and a busy scheduler."""

from dataclasses import replace

import pytest
from benchmarks.scheduler import Setting, simulate

CALM = Setting(200_000, 0.003, 0.02, 0.0005, workers=50, spread=0.0, stragglers=0.0, between_failures=1e12, poison=0.0)


def test_the_same_seed_gives_the_same_run_and_another_another() -> None:
    rough = replace(CALM, stragglers=0.1, between_failures=100.0, poison=1e-5)
    assert simulate(rough, 256, 1) == simulate(rough, 256, 1)
    assert simulate(rough, 256, 1) != simulate(rough, 256, 2)


def test_a_calm_run_comes_near_the_ideal() -> None:
    run = simulate(CALM, 256)
    assert 0.8 < run.efficiency <= 1
    assert (run.failures, run.poisoned, run.lost) == (0, 0, 0)
    assert max(run.working) <= CALM.workers


@pytest.mark.parametrize(
    "worse",
    [{"between_failures": 60.0}, {"poison": 1e-4}, {"dispatch": 0.05}, {"setup": 2.0}, {"spread": 20.0}],
)
def test_what_goes_wrong_costs_time(worse: dict[str, float]) -> None:
    assert simulate(replace(CALM, **worse), 256).seconds > simulate(CALM, 256).seconds  # type: ignore[arg-type]


def test_a_scheduler_that_is_too_slow_is_busy_all_the_time() -> None:
    assert simulate(replace(CALM, dispatch=0.05), 64).scheduler > 0.95
