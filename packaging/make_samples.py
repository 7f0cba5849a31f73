"""Train the small sample runs that ship with the program, one per variant and task, and put them into ``resources/samples``.

Run it with the Python of ``.venv``, which any command of ``packaging/dev.py`` makes; it takes some ten minutes on two cores.
Names of variants and tasks as arguments train only those again. The models are small and only some epochs stay, so that all samples
together are less than 3.5 MB; their optimizer state is left out, so going on with one begins with a fresh optimizer.
"""

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from ae_workbench.core.recipe import Choice, Recipe  # noqa: E402
from ae_workbench.engine.datasets import load  # noqa: E402
from ae_workbench.engine.events import Ended, EpochEnded, Event  # noqa: E402
from ae_workbench.engine.session import Session  # noqa: E402
from ae_workbench.storage.run_folder import RunFolder, best_epoch  # noqa: E402
from ae_workbench.variants import VARIANTS  # noqa: E402
from ae_workbench.variants.recipes import TASKS, find_recipe, with_settings  # noqa: E402

SAMPLES = ROOT / "resources" / "samples"
MOST_BYTES = 3_500_000
KEPT_FILES = ("recipe.json", "run.json", "history.jsonl", "preview.png")
DIGITS = Choice("digits")


@dataclass(frozen=True)
class Sample:
    """What differs from the preset, and which epochs stay beside the first, the best and the last; a task keeps its own data."""

    settings: tuple[str, ...]
    kept: tuple[int, ...]
    data: Choice = DIGITS

    def recipe(self, key: str) -> Recipe:
        recipe = with_settings(find_recipe(key), self.settings)
        return recipe if key in TASKS else replace(recipe, data=self.data, name=VARIANTS[key].title)


WAVES = Choice("waves", {"phase": "fixed", "noise": 0.02})
TABLE = {
    "simple": Sample(("code_size=20", "epochs=60", "batch_size=32", "learning_rate=0.003"), (3, 12)),
    "sparse": Sample(("code_size=20", "epochs=60", "batch_size=32", "learning_rate=0.003"), (3, 12)),
    "deep": Sample(("hidden=24", "code_size=16", "epochs=80", "batch_size=32", "learning_rate=0.003"), (5,)),
    "convolutional": Sample(("epochs=40", "batch_size=32", "learning_rate=0.01"), (1, 2, 5, 10, 20)),
    "denoising": Sample(("filters=16,16", "epochs=20", "batch_size=32", "learning_rate=0.006"), (1, 2, 5, 10)),
    "sequence": Sample(("code_size=24", "epochs=80", "batch_size=32", "learning_rate=0.01"), (2, 5, 10, 20, 40), WAVES),
    "variational": Sample(
        ("form=convolutional", "filters=8,16", "epochs=80", "batch_size=16", "learning_rate=0.004"), (1, 2, 3, 5, 8, 12, 20, 30, 45, 60)
    ),
    "documents": Sample((), (1, 2, 3)),
    "sound": Sample((), (1, 2, 3)),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the samples that are asked for; gives the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("variant", nargs="*", help="only these (all)")
    chosen = parser.parse_args(arguments).variant or list(TABLE)
    unknown = sorted(set(chosen) - set(TABLE))
    if unknown:
        parser.error(f"there is no sample {', '.join(unknown)}: choose of {', '.join(TABLE)}")
    for key in chosen:
        make(key, TABLE[key])
    size = sum(path.stat().st_size for path in SAMPLES.rglob("*") if path.is_file())
    print(f"All samples together: {size:,} bytes")
    return 0 if size <= MOST_BYTES else 1


def make(key: str, sample: Sample) -> None:
    """Train one sample in a temporary folder, and put what is kept of it into its place."""
    recipe = sample.recipe(key)
    dataset = load(recipe.data)
    with tempfile.TemporaryDirectory(prefix="ae-workbench-sample-") as folder:
        run = RunFolder.create(Path(folder) / key, recipe, dataset)
        Session(recipe, dataset, run).run(show)
        copy_thinned(run, SAMPLES / key, sample.kept)


def show(event: Event) -> None:
    match event:
        case EpochEnded(epoch=epoch, metrics=metrics) if epoch % 10 == 0:
            print(f"  epoch {epoch}: {metrics['val_reconstruction']:.4f}", flush=True)
        case Ended(outcome=outcome, epoch=epoch, error=error, run=path):
            if outcome != "finished":
                sys.exit(f"{path}: {outcome} ({error})")
            print(f"{path.name if path else ''}: {epoch} epochs", flush=True)


def copy_thinned(run: RunFolder, target: Path, kept: Sequence[int]) -> None:
    """The run with some of its epochs and without its optimizer; a sample is of no date, so that only what changed changes."""
    shutil.rmtree(target, ignore_errors=True)
    (target / "weights").mkdir(parents=True)
    for name in KEPT_FILES:
        shutil.copyfile(run.path / name, target / name)
    facts = json.loads((target / "run.json").read_text(encoding="utf-8"))
    (target / "run.json").write_text(json.dumps({**facts, "created": ""}, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    for epoch in {0, *kept, best_epoch(run.history()), run.last_full_epoch}:
        shutil.copyfile(run.path / "weights" / f"{epoch:04d}.npz", target / "weights" / f"{epoch:04d}.npz")


if __name__ == "__main__":
    sys.exit(main())
