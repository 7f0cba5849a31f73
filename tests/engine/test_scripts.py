"""Exported programs run without this project, and their first epoch gives the run's own losses."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from ae_workbench.core.recipe import Choice, Recipe
from ae_workbench.data.loading import load
from ae_workbench.engine.session import Session
from ae_workbench.export.exporters import EXPORTERS, ExportRequest, export
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.variants import VARIANTS
from ae_workbench.variants.recipes import find_recipe, with_settings
from tests.engine.conftest import Recorder

CHILD_SECONDS = 300
DIGITS = Choice("digits")
WAVES = Choice("waves", {"count": 200, "timesteps": 12})
PAGES = Choice("pages", {"pages": 6, "patch": 16, "patches": 30})


@dataclass(frozen=True)
class Case:
    preset: str
    settings: tuple[str, ...] = ()
    data: Choice = DIGITS
    format: str = "script"

    @property
    def recipe(self) -> Recipe:
        recipe = with_settings(find_recipe(self.preset), ("epochs=1", "batch_size=64", *self.settings))
        return replace(recipe, data=self.data, limit=140)  # the last batch is a small one


CASES = {
    "simple": Case("simple-article", ("patience=3",)),
    "sparse": Case("sparse", ("activity_l1=0.001",)),
    "deep": Case("deep", ("optimizer=sgd", "activation=elu", "hidden=40", "seed=700000000")),
    "convolutional": Case("convolutional", format="notebook"),
    "denoising": Case("denoising", ("filters=6",)),
    "pairs": Case("documents", ("filters=4",), PAGES),
    "pairs with noise on top": Case("documents", ("filters=4", "noise=masking", "noise_amount=0.2"), PAGES, "notebook"),
    "sequence": Case("sequence", ("code_size=12", "hidden=6"), WAVES),
    "variational": Case("variational-article", ("kl_weight=0.5", "batch_size=66")),  # rearranged: see engine.sparse_inputs
    "sure of itself": Case("variational", ("learning_rate=0.02",)),  # logits for which sigmoids are 0 or 1
}


def test_the_cases_have_every_variant() -> None:
    assert {case.recipe.variant for case in CASES.values()} == set(VARIANTS.keys)


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A run of one epoch for each case."""
    runs = {}
    for name, case in CASES.items():
        recipe = case.recipe
        dataset = load(recipe.data).limited(recipe.limit)
        runs[name] = tmp_path_factory.mktemp("runs") / name
        recorder = Recorder()
        Session(recipe, dataset, RunFolder.create(runs[name], recipe, dataset)).run(recorder)
        assert recorder.events[-1].outcome == "finished", recorder.events[-1]
    return runs


@pytest.fixture(scope="module")
def histories(trained: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict]:
    """What the exported programs tell of themselves, by case."""
    folder = tmp_path_factory.mktemp("scripts")
    paths = []
    for name, case in CASES.items():
        exporter = EXPORTERS[case.format]
        paths.append(folder / f"{name}{exporter.suffix}")
        export(exporter, ExportRequest(trained[name], paths[-1]))
    script = Path(__file__).with_name("run_scripts.py")
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [sys.executable, "-I", str(script), *map(str, paths)], cwd=folder, env=environment, capture_output=True, text=True,
        timeout=CHILD_SECONDS, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    found = json.loads(done.stdout.splitlines()[-1])
    return {name: found[path.name] for name, path in zip(CASES, paths, strict=True)}


@pytest.mark.parametrize("name", CASES)
def test_the_first_losses_are_the_runs_own(trained: dict[str, Path], histories: dict[str, dict], name: str) -> None:
    """Same weights, batches and draws: what is left is single precision, summed in another order (measured: at most 2e-7).

    The test examples' noise and codes are drawn from other seeds, so their loss is alike within 2 %.
    """
    own = RunFolder.open(trained[name]).history()[0].metrics
    [loss], [val_loss] = histories[name]["loss"], histories[name]["val_loss"]
    plan = RunFolder.open(trained[name]).plan
    other_draws = plan.corruption.kind != "none" or plan.is_variational
    assert loss == pytest.approx(own["loss"], rel=1e-5)
    assert val_loss == pytest.approx(own["val_loss"], rel=0.02 if other_draws else 1e-5)


@pytest.mark.parametrize("name", CASES)
def test_everything_is_drawn(histories: dict[str, dict], name: str) -> None:
    rows = 3 if name == "denoising" else 2
    pictures, curves = 10 * rows, 2
    planes = {"variational": 2, "sure of itself": 2}.get(name, 0)  # codes of two dimensions, with a colour bar, and what they decode to
    assert histories[name]["figures"] == 2 + planes
    assert histories[name]["drawn"] >= pictures + curves + planes
