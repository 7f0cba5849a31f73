"""Trained runs for benchmarks that look at one; ``python -m tests.benchmarks.trained VARIANT FOLDER`` makes one in its own process."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from ae_workbench.core.recipe import Choice
from ae_workbench.data.dataset import Dataset
from ae_workbench.data.loading import choice_for, load


def usual_choice() -> Choice:
    """MNIST where AE_WORKBENCH_DATA has it, otherwise the built-in digits."""
    shared = Path(os.environ.get("AE_WORKBENCH_DATA", "")) / "mnist.npz"
    return choice_for(str(shared) if shared.is_file() else "digits")


def usual_data() -> Dataset:
    return load(usual_choice())


LIMIT = 2000


def trained(variant: str, home: Path) -> Path:
    """A run of one epoch on the usual data: the one in this home, or a new one there. Whoever changes it works on a copy."""
    path = _place(variant, home)
    if path.exists():
        return path
    from ae_workbench.engine.session import Session
    from ae_workbench.engine.warmup import import_tensorflow
    from ae_workbench.storage.run_folder import RunFolder
    from ae_workbench.variants.recipes import find_recipe, with_settings

    import_tensorflow()
    recipe = replace(with_settings(find_recipe(variant), ("epochs=1",)), data=usual_choice(), limit=LIMIT)
    dataset = load(recipe.data)
    Session(recipe, dataset, RunFolder.create(path, recipe, dataset)).run(lambda event: None)
    return path


def trained_elsewhere(variant: str, home: Path) -> Path:
    """The same, without TensorFlow in this process."""
    path = _place(variant, home)
    if not path.exists():
        subprocess.run([sys.executable, "-m", "tests.benchmarks.trained", variant, str(home)], check=True, stdout=subprocess.DEVNULL)
    return path


def _place(variant: str, home: Path) -> Path:
    return home / f"trained-{variant}"


if __name__ == "__main__":
    trained(sys.argv[1], Path(sys.argv[2]))
