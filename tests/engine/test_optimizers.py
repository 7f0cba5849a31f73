"""The learning rate over a training, as each schedule says."""

import numpy as np
import pytest

from ae_workbench.core.recipe import Training
from ae_workbench.engine.optimizers import make_optimizer
from tests.unit.analysis.diagnosis.cases import facts

STEPS = 10


def rates(schedule: str, epochs: int, until: int | None = None) -> list[float]:
    training = Training(optimizer="adam", learning_rate=0.01, schedule=schedule, epochs=epochs)
    optimizer = make_optimizer(training, STEPS)
    found = []
    for step in range((until or epochs) * STEPS):
        optimizer.iterations.assign(step)
        found.append(float(optimizer.learning_rate))
    return found


def test_constant_stays() -> None:
    assert rates("constant", 3) == pytest.approx([0.01] * 30)


def test_a_cosine_falls_to_a_hundredth() -> None:
    found = rates("cosine", 4)
    assert found[0] == pytest.approx(0.01) and found[-1] == pytest.approx(1e-4, rel=0.2)
    assert all(np.diff(found) < 0)


@pytest.mark.parametrize("epochs", [7, 10, 63])
def test_restarts_are_three_cosines_each_twice_as_long(epochs: int) -> None:
    found = np.array(rates("restarts", epochs))
    [jumps] = np.nonzero(np.diff(found) > 0)
    first = jumps[0] + 1
    assert len(jumps) == 2 and abs(first - epochs * STEPS / 7) < 1.01
    assert jumps[1] + 1 == pytest.approx(3 * first, abs=1)
    assert found[[0, *(jumps + 1)]] == pytest.approx([0.01, 0.007, 0.0049], rel=0.02)
    assert found[-1] < 2.5e-4


@pytest.mark.parametrize("epochs", [7, 10, 63])
def test_a_diagnosis_knows_the_restarts_also_beyond_the_planned_epochs(epochs: int) -> None:
    [jumps] = np.nonzero(np.diff(rates("restarts", epochs, until=3 * epochs)) > 0)
    restarts = jumps + 1
    assert len(restarts) == 4
    for epoch in range(1, 3 * epochs + 1):
        made = facts("simple", f"epochs={epochs}", "schedule=restarts", "batch_size=10", errors=[0.3] * epoch, train_count=10 * STEPS)
        assert made.restarted_after == max((-(-step // STEPS) for step in restarts if step < epoch * STEPS), default=0)
