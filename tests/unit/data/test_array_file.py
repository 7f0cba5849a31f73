"""Arrays of one's own: what is taken, how, and what is said about the rest."""

import gzip
import io
import pickle
import struct
import zipfile
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from ae_workbench.core.errors import DataError
from ae_workbench.core.recipe import Choice
from ae_workbench.data.dataset import Dataset
from ae_workbench.data.loading import load, shape_of

RNG = np.random.default_rng(0)
IMAGES = RNG.integers(0, 256, (20, 12, 10), np.uint8)


def opened(path: Path, **parameters: object) -> Dataset:
    return load(Choice("array", {"path": str(path), **parameters}))


def shape(path: Path, **parameters: object) -> str:
    return str(shape_of(Choice("array", {"path": str(path), **parameters})))


def saved(path: Path, array: NDArray) -> Path:
    np.save(path, array)
    return path


def idx(path: Path, array: NDArray, code: int = 0x08) -> Path:
    content = struct.pack(f">HBB{array.ndim}I", 0, code, array.ndim, *array.shape) + array.tobytes()
    path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    return path


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


def test_an_archive_as_keras_has_it_keeps_its_own_test_set_and_labels(tmp_path: Path) -> None:
    labels = np.arange(20) % 3 + 5
    np.savez_compressed(tmp_path / "m.npz", x_train=IMAGES[:15], y_train=labels[:15], x_test=IMAGES[15:], y_test=labels[15:])
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


def npz_with(path: Path, *members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return path


def npy_bytes(array: NDArray, allow_pickle: bool = False) -> bytes:
    file = io.BytesIO()
    np.save(file, array, allow_pickle=allow_pickle)
    return file.getvalue()


class Trap:
    """A pickle that would leave a file if it were ever loaded."""

    def __init__(self, path: Path) -> None:
        self.path = str(path)

    def __reduce__(self) -> tuple[object, tuple[str, str]]:
        return open, (self.path, "w")


def test_python_objects_are_never_unpickled(tmp_path: Path) -> None:
    trap = np.array([Trap(tmp_path / "sprung")] * 4, object)
    (tmp_path / "t.npy").write_bytes(npy_bytes(trap, allow_pickle=True))
    npz_with(tmp_path / "t.npz", ("x_train.npy", npy_bytes(trap, allow_pickle=True)))
    (tmp_path / "bare.npy").write_bytes(pickle.dumps(Trap(tmp_path / "sprung")))
    for name in ("t.npy", "t.npz"):
        with pytest.raises(DataError, match="Python objects"):
            opened(tmp_path / name)
    with pytest.raises(DataError, match="neither a"):
        opened(tmp_path / "bare.npy")
    assert not (tmp_path / "sprung").exists()


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    bomb = npz_with(tmp_path / "bomb.npz", ("x_train.npy", npy_bytes(np.zeros((100_000, 28, 28), np.uint8))))
    with pytest.raises(DataError, match="times its size"):
        shape(bomb)
    head = struct.pack(">HBB3I", 0, 0x08, 3, 2**31, 2**10, 2**10)
    (tmp_path / "bomb.idx.gz").write_bytes(gzip.compress(head + bytes(1000)))
    with pytest.raises(DataError, match="unpacks to"):
        shape(tmp_path / "bomb.idx.gz")


def test_a_header_that_promises_more_than_the_file_holds_is_refused(tmp_path: Path) -> None:
    content = npy_bytes(IMAGES)
    (tmp_path / "a.npy").write_bytes(content[:-1])
    npz_with(tmp_path / "a.npz", ("x.npy", content.replace(b"(20, 12, 10)", b"(99, 12, 10)")))
    idx(tmp_path / "a.idx", IMAGES).write_bytes((tmp_path / "a.idx").read_bytes()[:-1])
    for name in ("a.npy", "a.npz", "a.idx"):
        with pytest.raises(DataError, match="cut off"):
            opened(tmp_path / name)


@pytest.mark.parametrize(
    ("array", "kind", "sentence"),
    [
        (np.linspace(-1, 1, 960).reshape(10, 8, 12), "images", "from -1 to 1, but images must be"),
        (np.full((10, 8, 8), 4000, np.uint16), "auto", "from 4000 to 4000"),
        (np.linspace(0, 1.02, 640).reshape(10, 8, 8), "images", "from 0 to 1.02, but images must be"),
        (np.full((10, 8, 8), np.nan), "images", "not numbers or infinite"),
        (np.zeros((10, 8, 8), complex), "images", "real numbers"),
        (np.zeros((10, 8, 8, 5), np.uint8), "auto", "1 .grey. or 3 .colour. channels"),
        (np.zeros((10, 2, 8, 8, 3), np.uint8), "images", "images must be"),
        (np.zeros((10, 0, 8), np.uint8), "auto", "nothing is in them"),
        (np.zeros(10, np.uint8), "auto", "may be labels"),
        (np.zeros((2, 8, 8), np.uint8), "auto", "2 training and 0 test"),
        (np.zeros((0, 8, 8), np.uint8), "auto", "has no examples"),
        (np.zeros((10, 8, 8), np.uint8), "auto", "is constant"),
        (1e6 + 0.1 * np.sin(np.arange(200.0)).reshape(10, 20), "sequences", r"differ by too little .* subtract 1e\+06"),
        (1_700_000_000 + np.arange(200).reshape(10, 20), "sequences", "differ by too little"),
        (np.where(np.eye(12)[None] * np.arange(10)[:, None, None] > 8, np.inf, -1.0), "auto", "1 values?|12 values that are not a finite"),
        (np.ones((10, 5000, 2), np.uint8), "images", "at most 4096 on a side"),
    ],
)
def test_arrays_that_are_no_data_are_refused_in_one_sentence(tmp_path: Path, array: NDArray, kind: str, sentence: str) -> None:
    with pytest.raises(DataError, match=sentence) as refused:
        opened(saved(tmp_path / "a.npy", array), kind=kind)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("labels", [np.arange(7), np.linspace(0, 1, 20), np.zeros((20, 4), int)])
def test_labels_that_do_not_fit_are_refused(tmp_path: Path, labels: NDArray) -> None:
    np.savez(tmp_path / "m.npz", x=IMAGES, y=labels)
    with pytest.raises(DataError, match="labels"):
        opened(tmp_path / "m.npz")


def test_training_and_test_images_are_read_on_one_scale(tmp_path: Path) -> None:
    fractions = IMAGES.astype(np.float32) / IMAGES.max()
    np.savez(tmp_path / "m.npz", x_train=fractions, x_test=(200 * fractions).round())
    data = opened(tmp_path / "m.npz")
    assert (data.train.examples.max(), data.test.examples.max()) == (1, 200)
    np.savez(tmp_path / "m.npz", x_train=fractions, x_test=fractions + np.float32(0.02))
    with pytest.raises(DataError, match=r"“x_test” .* from 0\.02 to 1\.02"):
        opened(tmp_path / "m.npz")


def test_test_examples_of_another_size_are_refused(tmp_path: Path) -> None:
    np.savez(tmp_path / "m.npz", x_train=IMAGES, x_test=IMAGES[:, :5])
    with pytest.raises(DataError, match="use one size"):
        opened(tmp_path / "m.npz")


def test_nothing_chosen_missing_files_and_folders_say_what_to_choose(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"choose a \.npy"):
        load(Choice("array"))
    with pytest.raises(DataError, match="There is no file"):
        opened(tmp_path / "none.npy")
    with pytest.raises(DataError, match="is a folder"):
        opened(tmp_path)
    with pytest.raises(DataError, match="name the examples x_train"):
        opened(npz_with(tmp_path / "two.npz", ("a.npy", npy_bytes(IMAGES)), ("b.npy", npy_bytes(IMAGES))))


def test_mutated_files_open_rightly_or_give_one_sentence(tmp_path: Path) -> None:
    np.savez_compressed(tmp_path / "m.npz", x_train=IMAGES, y_train=np.arange(20))
    made = [saved(tmp_path / "m.npy", IMAGES), tmp_path / "m.npz", idx(tmp_path / "m.idx.gz", IMAGES), idx(tmp_path / "m.idx", IMAGES)]
    originals = [path.read_bytes() for path in made]
    rng = np.random.default_rng(7)
    refused = 0
    for turn in range(400):
        content = bytearray(originals[turn % 4])
        for at in rng.integers(0, min(len(content), 200 if turn % 8 < 4 else len(content)), 3):
            content[at] = rng.integers(0, 256)
        if turn % 5 == 0:
            content = content[: rng.integers(0, len(content))]
        (tmp_path / "mutated.bin").write_bytes(content)
        try:
            opened(tmp_path / "mutated.bin")
        except DataError as problem:
            refused += 1
            assert "\n" not in str(problem)
    assert refused > 100


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


def test_what_is_out_of_range_is_told_how_to_be_stretched(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"values from -1 to 1.*set the pixel range to full"):
        opened(saved(tmp_path / "images.npy", np.tile([[-1.0, 1.0]], (5, 4, 2))), kind="images")
