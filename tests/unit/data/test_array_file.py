"""Arrays of one's own: what is taken, and how."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from ae_workbench.core.errors import DataError
from tests.unit.data.arrays import IMAGES, RNG, idx, opened, saved, shape


def test_a_npy_of_uint8_images_stays_on_disk(tmp_path: Path) -> None:
    data = opened(saved(tmp_path / "mine.npy", IMAGES), test_share=0.25)
    assert isinstance(data.train.examples, np.memmap)
    assert isinstance(data.test.examples, np.memmap)
    assert not data.train.examples.flags.owndata
    assert data.train.examples.shape == (15, 12, 10, 1)
    assert np.array_equal(data.test.examples[..., 0], IMAGES[15:])
    assert data.name == "mine"


def test_a_npy_of_float32_sequences_stays_on_disk(tmp_path: Path) -> None:
    values = RNG.normal(5, 3, (30, 16, 2)).astype(np.float32)
    data = opened(saved(tmp_path / "s.npy", values))
    assert data.shape.kind == "sequence"
    assert isinstance(data.train.examples, np.memmap)
    assert np.allclose(data.scaling.apply(data.train.examples).mean(axis=(0, 1)), 0, atol=1e-4)
    assert np.allclose(data.scaling.apply(data.train.examples).std(axis=(0, 1)), 1, atol=1e-3)


@pytest.mark.parametrize(
    ("array", "kind", "expected"),
    [
        (np.zeros((5, 8, 9), np.uint8), "auto", "image 8×9×1"),
        (np.zeros((5, 8, 9, 3), np.uint8), "auto", "image 8×9×3"),
        (np.zeros((5, 8, 9, 3), np.float32), "auto", "image 8×9×3"),
        (np.zeros((5, 784), np.uint8), "auto", "image 28×28×1"),
        (np.full((5, 784), 255.0), "auto", "image 28×28×1"),
        (np.full((5, 64), -0.5), "auto", "sequence 64×1"),
        (np.full((5, 50), 0.5), "auto", "sequence 50×1"),
        (np.full((5, 20, 8), 0.5), "auto", "image 20×8×1"),
        (np.full((5, 20, 3), 0.5), "auto", "sequence 20×3"),
        (np.where(np.arange(900).reshape(1, 30, 30) == 7, np.nan, 0.5), "auto", "image 30×30×1"),
        (np.full((5, 20, 8), -1.5), "auto", "sequence 20×8"),
        (np.full((5, 20, 8), 0.5), "sequences", "sequence 20×8"),
        (np.full((5, 20, 3), 0.5), "images", "image 20×3×1"),
        (np.zeros((5, 8, 9), np.uint8), "sequences", "sequence 8×9"),
    ],
)
def test_the_kind_is_guessed_by_the_documented_rule_or_as_told(tmp_path: Path, array: NDArray, kind: str, expected: str) -> None:
    assert shape(saved(tmp_path / "a.npy", array), kind=kind) == expected


@pytest.mark.parametrize("factor", [1.0, 1 / 255])
def test_float_images_become_uint8_exactly(tmp_path: Path, factor: float) -> None:
    data = opened(saved(tmp_path / "f.npy", IMAGES * factor), kind="images")
    assert data.train.examples.dtype == np.uint8
    assert np.array_equal(np.concatenate([data.train.examples, data.test.examples])[..., 0], IMAGES)


def test_black_and_white_images_of_booleans_span_the_whole_range(tmp_path: Path) -> None:
    data = opened(saved(tmp_path / "b.npy", IMAGES > 127))
    assert np.unique(data.train.examples).tolist() == [0, 255]


@pytest.mark.parametrize("x", ["x", "X"])
def test_an_archive_as_keras_or_scikit_learn_has_it_keeps_its_own_test_set_and_labels(tmp_path: Path, x: str) -> None:
    labels = np.arange(20) % 3 + 5
    examples = {f"{x}_train": IMAGES[:15], f"{x}_test": IMAGES[15:]}
    np.savez_compressed(tmp_path / "m.npz", y_train=labels[:15], y_test=labels[15:], **examples)
    data = opened(tmp_path / "m.npz")
    assert (len(data.train), len(data.test)) == (15, 5)
    assert data.class_names == ("5", "6", "7")
    assert np.array_equal(data.test.labels, labels[15:] - 5)


@pytest.mark.parametrize("name", ["images", "x", "data", "arr_0", "whatever"])
def test_an_archive_with_one_array_is_split_and_may_have_words_as_labels(tmp_path: Path, name: str) -> None:
    np.savez(tmp_path / "m.npz", **{name: IMAGES, "labels": np.array(["cat", "dog"] * 10)})
    data = opened(tmp_path / "m.npz")
    assert data.class_names == ("cat", "dog")
    assert data.train.labels is not None
    assert data.train.labels[:3].tolist() == [0, 1, 0]
    assert len(data.test) == 4


def test_idx_files_bring_the_labels_and_the_test_set_beside_them(tmp_path: Path) -> None:
    labels = (np.arange(20) % 2).astype(np.uint8)
    train = idx(tmp_path / "train-images-idx3-ubyte.gz", IMAGES[:15])
    idx(tmp_path / "train-labels-idx1-ubyte.gz", labels[:15])
    idx(tmp_path / "t10k-images-idx3-ubyte", IMAGES[15:])
    idx(tmp_path / "t10k-labels-idx1-ubyte", labels[15:])
    data = opened(train)
    assert np.array_equal(data.train.examples[..., 0], IMAGES[:15])
    assert np.array_equal(data.test.examples[..., 0], IMAGES[15:])
    assert isinstance(data.test.examples, np.memmap), "an unpacked IDX file stays on disk"
    assert np.array_equal(data.test.labels, labels[15:])
    with pytest.raises(DataError, match="may be labels"):
        opened(tmp_path / "t10k-labels-idx1-ubyte")


def test_idx_files_of_big_endian_floats_are_read_by_value(tmp_path: Path) -> None:
    values = RNG.normal(size=(10, 6, 2)).astype(">f4")
    data = opened(idx(tmp_path / "s.idx", values, code=0x0D))
    assert data.train.examples.dtype == np.float32
    assert np.array_equal(data.train.examples, values[:8])


def test_training_and_test_images_are_read_on_one_scale(tmp_path: Path) -> None:
    fractions = IMAGES.astype(np.float32) / IMAGES.max()
    np.savez(tmp_path / "m.npz", x_train=fractions, x_test=(200 * fractions).round())
    data = opened(tmp_path / "m.npz")
    assert (data.train.examples.max(), data.test.examples.max()) == (1, 200)
    np.savez(tmp_path / "m.npz", x_train=fractions, x_test=fractions + np.float32(0.02))
    with pytest.raises(DataError, match=r"“x_test” .* from 0\.02 to 1\.02"):
        opened(tmp_path / "m.npz")


def test_mnist_from_its_file(mnist_path: Path) -> None:
    data = opened(mnist_path)
    assert (len(data.train), len(data.test)) == (60_000, 10_000)
    assert data.train.examples.dtype == np.uint8
    assert data.class_names == tuple("0123456789")


@pytest.mark.parametrize(
    "numbers",
    [np.array([[0, 1], [1, 0]], np.uint8), np.array([[0, 16], [16, 0]], np.float64), np.array([[-1.0, 1.0], [1.0, -1.0]], np.float32)],
    ids=["masks", "0 to 16", "-1 to 1"],
)
def test_a_full_pixel_range_goes_from_black_to_white_whatever_the_numbers_are(tmp_path: Path, numbers: NDArray) -> None:
    images = np.stack([np.roll(np.tile(numbers, (4, 4)), place, axis=1) for place in range(10)])
    path = saved(tmp_path / "images.npy", images)
    full = opened(path, kind="images", pixel_range="full")
    np.testing.assert_array_equal(full.train.examples[..., 0], np.where(images[:8] == images.min(), 0, 255))
    np.testing.assert_array_equal(np.load(path), images)


def test_test_images_are_stretched_as_the_training_images_are(tmp_path: Path) -> None:
    train, test = np.full((6, 4, 4), 10.0), np.full((3, 4, 4), 15.0)
    train[0, 0, 0], test[0, 0, 0] = 20.0, 99.0
    np.savez(tmp_path / "images.npz", x_train=train, x_test=test)
    full = opened(tmp_path / "images.npz", kind="images", pixel_range="full")
    assert (full.train.examples.min(), full.train.examples.max()) == (0, 255)
    assert (full.test.examples[1].max(), full.test.examples[0].max()) == (128, 255)
