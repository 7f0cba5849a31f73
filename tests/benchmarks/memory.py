"""Peak memory of a training beside a plain script's, of one on a million images, and what many trainings in one process leave behind."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from tests.benchmarks.targets import Row, at_least, at_most, plain
from tests.benchmarks.trained import usual_choice, usual_data

MANY, SETTLED = 200, 10
MILLION = 1_000_000
MOST_MORE_MB, MOST_GROWTH_MB = 1000, 50
LEAST_SPEED = 0.85
PIECE = 10_000


def measure(tiny: bool) -> Iterator[Row]:
    """Each training in a process of its own."""
    epochs, many, images = (1, 12, 3000) if tiny else (3, MANY, MILLION)
    script = child("plain", str(epochs))["peak_mb"]
    small = child("train", json.dumps({"key": usual_choice().key, "parameters": dict(usual_choice().parameters)}), str(epochs))
    yield plain("plain script on the usual data, peak", script, "MB")
    yield at_most("train simple on the usual data, peak", small["peak_mb"], script, "MB")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        path = write_images(Path(home) / "images.npy", images)
        choice = {"key": "array", "parameters": {"path": str(path), "test_share": _usual_test_share()}}
        large = child("train", json.dumps(choice), "2")
    yield at_most(f"train simple on {images:,} images from a file, above that", large["peak_mb"] - small["peak_mb"], MOST_MORE_MB, "MB")
    yield plain("of it the file's own pages, which the system takes back when it wants", large["file_mb"] - small["file_mb"], "MB")
    yield plain("examples a second on the usual data", small["rate"], "1/s")
    yield at_least("examples a second from the file", large["rate"], LEAST_SPEED * small["rate"], "1/s")
    left = child("many", str(many))
    yield at_most(f"growth from training {SETTLED} to {many} in one process", left["growth_mb"], MOST_GROWTH_MB, "MB")
    yield at_most("threads after them, beyond those after the first", left["threads"], 0, "threads")


def write_images(path: Path, count: int) -> Path:
    """A .npy file of uint8 images (count, height, width), the usual training images moved about."""
    examples = usual_data().train.examples[..., 0]
    rng = np.random.default_rng(1)
    file = np.lib.format.open_memmap(path, "w+", np.uint8, (count, *examples.shape[1:]))
    for start in range(0, count, PIECE):
        stop = min(count, start + PIECE)
        file[start:stop] = np.roll(examples[rng.integers(0, len(examples), stop - start)], int(rng.integers(-3, 4)), axis=2)
    file.flush()
    return path


def _usual_test_share() -> float:
    """Validation takes less for each image than training does, so that its share counts in images a second."""
    usual = usual_data()
    return len(usual.test) / (len(usual.train) + len(usual.test))


def child(*words: str) -> dict[str, float]:
    """What a process of this module measured."""
    done = subprocess.run([sys.executable, "-m", "tests.benchmarks.memory", *words], check=True, capture_output=True, text=True)
    return json.loads(done.stdout.splitlines()[-1])


def _train(choice_text: str, epochs: str) -> dict[str, float]:
    """``train simple`` as the command line does it; the best epoch's speed."""
    from ae_workbench.core.recipe import Choice
    from ae_workbench.data.loading import load

    choice = Choice(**json.loads(choice_text))
    dataset = load(choice)
    seconds = _session_seconds(dataset, int(epochs))
    return {"rate": (len(dataset.train) + len(dataset.test)) / min(seconds), **_memory()}


def _plain(epochs: str) -> dict[str, float]:
    from dataclasses import replace

    from ae_workbench.engine.quiet import import_keras_quietly
    from ae_workbench.variants.recipes import make_plan, presets

    import_keras_quietly()
    from tests.benchmarks.plain import plain_fit

    dataset, recipe = usual_data(), presets()["simple"].recipe
    plain_fit(make_plan(recipe, dataset.shape), dataset, replace(recipe.training, epochs=int(epochs)), int(epochs))
    return _memory()


def _many(count: str) -> dict[str, float]:
    """Trainings one after the other, each of one epoch; memory is what the process holds between them."""
    import gc
    import threading

    from ae_workbench.core.recipe import Choice
    from ae_workbench.data.loading import load

    dataset = load(Choice("digits")).limited(300)
    held, threads = [], []
    for _ in range(int(count)):
        _session_seconds(dataset, 1)
        gc.collect()
        held.append(_status_mb("VmRSS"))
        threads.append(threading.active_count() + _system_threads())
    print(json.dumps(held), file=sys.stderr)
    return {"growth_mb": held[-1] - held[SETTLED - 1], "threads": threads[-1] - threads[0]}


def _session_seconds(dataset, epochs: int) -> list[float]:
    from dataclasses import replace

    from ae_workbench.variants.recipes import presets
    from tests.benchmarks.epochs import epoch_seconds

    recipe = presets()["simple"].recipe
    recipe = replace(recipe, training=replace(recipe.training, epochs=epochs))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        return epoch_seconds(recipe, dataset, Path(folder) / "run")


def _memory() -> dict[str, float]:
    return {"peak_mb": _status_mb("VmHWM"), "file_mb": _status_mb("RssFile")}


def _status_mb(key: str) -> float:
    """A number of Linux's /proc/self/status, kB there."""
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith(key + ":"))
    return int(line.split()[1]) / 1000


def _system_threads() -> int:
    return sum(1 for _ in Path("/proc/self/task").iterdir())


if __name__ == "__main__":
    print(json.dumps({"train": _train, "plain": _plain, "many": _many}[sys.argv[1]](*sys.argv[2:])))
