"""How smoothly the window's event loop turns while TensorFlow is imported, a model is traced and a training runs."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.targets import Row, at_least, at_most, percentile, plain
from tests.benchmarks.trained import trained_elsewhere

VARIANTS = ("variational", "convolutional")
STEADY_P99_MS, STEADY_MOST_MS, BUSY_MOST_MS = 16, 50, 300
UPDATES_PER_S, ANSWER_MS = 10, 200


def measure(variant: str, seconds: float, home: Path, tiny: bool) -> Iterator[Row]:
    """A window in a process of its own, its latent plane dragged all the time."""
    run = trained_elsewhere(variant, home)
    command = [sys.executable, "-m", "tests.benchmarks.looping", str(run), str(seconds), "1" if tiny else "5"]
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "AE_WORKBENCH_HOME": str(home / f"loop-{variant}")}
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, env=environment, check=True)
    found = json.loads(done.stdout.splitlines()[-1])
    for phase in ("start", "import", "trace", "steady"):
        gaps = found[phase]
        yield plain(f"{variant}: {phase}, gap p50", percentile(gaps, 50), "ms")
        if phase == "steady":
            yield at_most(f"{variant}: {phase}, gap p99", percentile(gaps, 99), STEADY_P99_MS, "ms")
        else:
            yield plain(f"{variant}: {phase}, gap p99", percentile(gaps, 99), "ms")
        yield at_most(f"{variant}: {phase}, longest gap", max(gaps), STEADY_MOST_MS if phase == "steady" else BUSY_MOST_MS, "ms")
    yield at_least(f"{variant}: curves drawn", found["updates_per_s"], UPDATES_PER_S, "1/s")
    for act in ("pause", "stop"):
        yield at_most(f"{variant}: {act}, longest of {len(found[act])}", max(found[act]), ANSWER_MS, "ms")
