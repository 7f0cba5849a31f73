"""Files that are no arrays of examples, or mean harm, are refused in a sentence."""

import gzip
import pickle
import struct
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from ae_workbench.core.errors import DataError
from ae_workbench.core.recipe import Choice
from ae_workbench.data.loading import load
from tests.unit.data.arrays import IMAGES, idx, npy_bytes, npz_with, opened, saved, shape


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


def test_what_is_out_of_range_is_told_how_to_be_stretched(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"values from -1 to 1.*set the pixel range to full"):
        opened(saved(tmp_path / "images.npy", np.tile([[-1.0, 1.0]], (5, 4, 2))), kind="images")


@pytest.mark.parametrize("label", [np.inf, -np.inf, np.nan, 2.0**63, np.uint64(2**63)])
def test_labels_that_no_class_has_are_refused(tmp_path: Path, label: float) -> None:
    labels = np.array([0, 1] * 9 + [1, label], np.asarray(label).dtype)
    np.savez(tmp_path / "a.npz", x=IMAGES, y=labels)
    with pytest.raises(DataError, match=r"too large or not finite|not whole numbers"):
        opened(tmp_path / "a.npz")
