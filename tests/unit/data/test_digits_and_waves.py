"""The two data sets that are there without a file or a network."""

import subprocess
import sys

import numpy as np
import pytest
from PIL import Image

from ae_workbench.core.errors import DataError
from ae_workbench.core.recipe import Choice
from ae_workbench.data.loading import load, shape_of


def one_enlarged(image: np.ndarray) -> np.ndarray:
    """By Pillow alone, of (8, 8) up to 16."""
    bordered = Image.fromarray(np.pad(image / 16, 1).astype(np.float32))
    smooth = np.asarray(bordered.resize((28, 28), Image.Resampling.LANCZOS))
    return (np.clip(2 * smooth - 0.5, 0, 1) * 255).round().astype(np.uint8)[..., None]


def test_the_digits_are_those_of_scikit_learn_which_needs_not_be_imported() -> None:
    from sklearn.datasets import load_digits

    digits, theirs = load(Choice("digits")), load_digits()
    wanted = {(one_enlarged(image).tobytes(), int(label)) for image, label in zip(theirs.images, theirs.target, strict=True)}
    ours = {
        (image.tobytes(), int(label))
        for split in (digits.train, digits.test)
        for image, label in zip(split.examples, split.labels, strict=True)
    }
    assert ours == wanted
    script = "import sys; from ae_workbench.data.digits import _digits; _digits(); print('sklearn' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.strip() == "False"


def test_the_digits_are_crisp_uint8_images_with_every_class_in_both_splits() -> None:
    digits = load(Choice("digits"))
    assert (len(digits.train), len(digits.test)) == (1437, 360)
    assert digits.train.examples.dtype == np.uint8
    assert digits.train.examples.shape[1:] == digits.shape.dims == (28, 28, 1)
    assert digits.class_names == tuple("0123456789")
    assert np.bincount(digits.test.labels).min() >= 35
    middling = np.mean((digits.train.examples > 64) & (digits.train.examples < 192))
    inked = np.mean(digits.train.examples >= 192)
    assert middling < inked / 2, "strokes are mostly edges: the digits are blurred"


def test_the_digits_stand_in_the_middle_with_a_black_border() -> None:
    images = load(Choice("digits")).train.examples[..., 0].astype(float)
    mean = images.mean(axis=0)
    rows, columns = np.indices(mean.shape)
    assert abs((mean * rows).sum() / mean.sum() - 13.5) < 1
    assert abs((mean * columns).sum() / mean.sum() - 13.5) < 1
    border = np.concatenate([images[:, 0], images[:, -1], images[:, :, 0], images[:, :, -1]], axis=1)
    assert border.mean() < 1


def test_a_digit_looks_like_its_class() -> None:
    digits = load(Choice("digits"))
    train, test = (split.examples.reshape(len(split), -1).astype(np.float32) for split in (digits.train, digits.test))
    distances = (test**2).sum(1)[:, None] - 2 * test @ train.T + (train**2).sum(1)
    nearest = digits.train.labels[distances.argmin(axis=1)]
    assert np.mean(nearest == digits.test.labels) > 0.96


def test_no_test_digit_is_trained_on_and_the_split_never_changes() -> None:
    digits = load(Choice("digits"))
    both = np.concatenate([digits.train.examples, digits.test.examples]).reshape(1797, -1)
    assert len(np.unique(both, axis=0)) >= 1796  # the source has no copies, but enlarging may make two alike
    assert digits.train.labels[:8].tolist() == [4, 0, 8, 8, 0, 6, 1, 0]


def test_waves_are_labelled_standardised_sequences_that_follow_their_seed() -> None:
    waves = load(Choice("waves", {"count": 400, "timesteps": 32}))
    assert waves.shape == shape_of(Choice("waves", {"timesteps": 32}))
    assert waves.shape.dims == (32, 1)
    assert waves.train.examples.dtype == np.float32
    assert waves.class_names == ("sine", "square", "saw", "chirp")
    assert np.bincount(waves.test.labels).tolist() == [20, 20, 20, 20]
    seen = waves.scaling.apply(waves.train.examples)
    assert abs(seen.mean()) < 1e-4
    assert abs(seen.std() - 1) < 1e-3
    assert np.allclose(waves.scaling.undo(seen), waves.train.examples, atol=1e-5)
    assert load(Choice("waves", {"count": 400, "timesteps": 32})).fingerprint == waves.fingerprint
    assert load(Choice("waves", {"count": 400, "timesteps": 32, "seed": 2})).fingerprint != waves.fingerprint


def test_square_waves_have_two_values_and_fixed_phases_start_alike() -> None:
    waves = load(Choice("waves", {"count": 400, "noise": 0.0, "phase": "fixed"}))
    squares = waves.train.examples[waves.train.labels == 1]
    assert np.unique(squares).tolist() == [-1.0, 1.0]
    sines = waves.train.examples[waves.train.labels == 0]
    assert np.abs(sines[:, 0]).max() == 0
    chirps = waves.train.examples[waves.train.labels == 3][:, :, 0]
    crossings = np.diff(np.sign(chirps), axis=1) != 0
    assert crossings[:, 32:].sum() > 1.4 * crossings[:, 1:32].sum(), "a chirp gets faster"


def test_more_waves_than_fit_are_refused() -> None:
    with pytest.raises(DataError, match="fewer or shorter"):
        load(Choice("waves", {"count": 1_000_000, "timesteps": 4096}))
