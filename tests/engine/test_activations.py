"""Every layer's output for one example, in the order of the plan."""

from pathlib import Path

import numpy as np
import pytest

from ae_workbench.core.shape import Shape
from ae_workbench.data.dataset import Dataset, Scaling, Split
from ae_workbench.engine.build import build
from ae_workbench.engine.snapshot import Snapshot, open_snapshot
from ae_workbench.storage.run_folder import EpochRecord, RunFolder
from ae_workbench.variants import VARIANTS
from ae_workbench.variants.recipes import find_recipe, with_settings

IMAGES = np.random.default_rng(0).integers(0, 256, (4, 12, 9, 3), np.uint8)
COLOUR = Dataset("colour", Shape((12, 9, 3)), Split(IMAGES), Split(IMAGES))
WAVES = np.random.default_rng(0).normal(size=(4, 10, 2)).astype(np.float32)
SEQUENCES = Dataset("waves", Shape((10, 2), "sequence"), Split(WAVES), Split(WAVES), scaling=Scaling((0.0,), (1.0,)))


def untrained(folder: Path, dataset: Dataset, key: str, *settings: str) -> Snapshot:
    run = RunFolder.create(folder, with_settings(find_recipe(key), settings), dataset)
    run.write_weights(0, build(run.plan, seed=1).get_weights())
    return open_snapshot(folder)


@pytest.mark.parametrize("key", VARIANTS.keys)
def test_from_the_example_over_the_code_to_the_reconstruction(tmp_path: Path, key: str) -> None:
    settings = ["filters=4,3"] if key in ("convolutional", "denoising") else []
    snapshot = untrained(tmp_path / "run", COLOUR, key, *settings)
    example = COLOUR.scaling.apply(IMAGES[1])
    found = snapshot.activations(example)
    stages = snapshot.plan.stages
    assert [values.shape for _, values in found] == [stage.output_dims for stage in stages]
    code = [stage.part for stage in stages].index("code")
    np.testing.assert_allclose(found[code][1], snapshot.encode(example[None])[0], atol=1e-6)
    np.testing.assert_allclose(found[-1][1], snapshot.reconstruct(example[None])[0], atol=1e-6)
    assert all(0 <= values.min() <= values.max() <= 1 for stage, (_, values) in zip(stages, found, strict=True) if stage is stages[-1])


def test_layers_behind_the_last_activation_carry_its_output_on(tmp_path: Path) -> None:
    snapshot = untrained(tmp_path / "run", COLOUR, "simple")
    (dense, reshape) = snapshot.activations(COLOUR.scaling.apply(IMAGES[0]))[-2:]
    np.testing.assert_array_equal(dense[1].reshape(12, 9, 3), reshape[1])


def test_captions_say_what_a_layer_is_and_gives(tmp_path: Path) -> None:
    snapshot = untrained(tmp_path / "vae", COLOUR, "variational", "intermediate=16")
    captions = [caption for caption, _ in snapshot.activations(COLOUR.scaling.apply(IMAGES[0]))]
    assert captions == ["Flatten → 324", "Dense → 16", "z_mean → 2", "Dense → 16", "Dense → 324", "Reshape → 12×9×3"]
    snapshot = untrained(tmp_path / "lstm", SEQUENCES, "sequence", "code_size=5")
    assert "Code → 5" in [caption for caption, _ in snapshot.activations(WAVES[0])]


def test_activations_follow_the_weights_of_their_epoch(tmp_path: Path) -> None:
    first = untrained(tmp_path / "run", COLOUR, "simple")
    RunFolder.open(tmp_path / "run").add_epoch(EpochRecord(1, 0.1, {}), [array + 0.1 for array in first.weights()], None)
    last = open_snapshot(tmp_path / "run")
    example = COLOUR.scaling.apply(IMAGES[0])
    before = first.activations(example)[-1][1]
    np.testing.assert_allclose(last.activations(example)[-1][1], last.reconstruct(example[None])[0], atol=1e-6)
    assert not np.allclose(last.activations(example)[-1][1], before)
    np.testing.assert_array_equal(first.activations(example)[-1][1], before)
