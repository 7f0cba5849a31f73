"""Milliseconds to encode and decode one image, a lattice of codes and ten thousand images."""

from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

import numpy as np

from ae_workbench.data.dataset import Dataset, Split
from tests.benchmarks.targets import Row, at_most, percentile
from tests.benchmarks.trained import trained, usual_data

VARIANTS = ("simple", "convolutional", "variational")
SINGLE_MS = {"simple": 1.0, "convolutional": 3.0, "variational": 1.0}
IMAGES = 10_000
SIDE = 40
WARM = 50
ROUNDS = 15


def measure(home: Path, tiny: bool) -> Iterator[Row]:
    """Rows for single images of a dense, a convolutional and a variational run, then for many at once of the dense ones."""
    from ae_workbench.engine.evaluation import batches
    from ae_workbench.engine.snapshot import open_snapshot

    dataset = usual_data()
    images = _many(dataset, 100 if tiny else IMAGES)
    snapshots = {key: open_snapshot(trained(key, home)) for key in VARIANTS}
    for key, snapshot in snapshots.items():
        x = dataset.scaling.apply(dataset.test.examples[:500])
        turns = WARM + (10 if tiny else 2000)

        def one(turn: int, snapshot=snapshot, x=x) -> None:
            snapshot.decode(snapshot.encode(x[turn % len(x)][None]))

        took = _milliseconds(one, turns)[WARM:]
        yield at_most(f"{key}: one image encoded and decoded, p50", percentile(took, 50), SINGLE_MS[key], "ms")
        yield at_most(f"{key}: one image encoded and decoded, p99", percentile(took, 99), SINGLE_MS[key], "ms")
    rounds = 3 if tiny else ROUNDS
    variational = snapshots["variational"]
    axis = np.linspace(-2, 2, SIDE, dtype=np.float32)
    codes = np.zeros((SIDE * SIDE, *variational.plan.code_dims), np.float32)
    codes[:, :2] = np.stack(np.meshgrid(axis, axis), -1).reshape(-1, 2)
    took = _milliseconds(lambda turn: variational.decode(codes), rounds)[1:]
    yield at_most(f"variational: {SIDE}×{SIDE} codes decoded", percentile(took, 50), 60, "ms")
    took = _milliseconds(lambda turn: [snapshots["simple"].encode(x) for x in batches(images, dataset.scaling)], rounds)[1:]
    yield at_most(f"simple: {len(images):,} test images encoded", percentile(took, 50) / 1000, 0.3, "s")


def _many(dataset: Dataset, count: int) -> Split:
    """So many test images, some more than once where there are fewer."""
    return Split(dataset.test.examples[np.arange(count) % len(dataset.test)])


def _milliseconds(act: Callable[[int], object], turns: int) -> list[float]:
    took = []
    for turn in range(turns):
        began = perf_counter()
        act(turn)
        took.append(1000 * (perf_counter() - began))
    return took
