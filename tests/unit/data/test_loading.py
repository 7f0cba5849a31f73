"""Names, paths and recipes' choices to data sets; and what doesn't fit a model."""

import gzip
import struct
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ae_workbench.core.errors import DataError, ParameterError, RecipeError
from ae_workbench.core.parameters import specs
from ae_workbench.core.recipe import Choice
from ae_workbench.core.shape import Shape
from ae_workbench.data import SOURCES
from ae_workbench.data.checks import check_fits, check_learnable, check_usable
from ae_workbench.data.dataset import Dataset, Split
from ae_workbench.data.loading import choice_for, load, shape_of
from ae_workbench.data.source import Progress

IMAGES = np.random.default_rng(3).integers(0, 256, (40, 28, 28), np.uint8)


@pytest.fixture
def keras_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "keras"))
    (tmp_path / "keras" / "datasets" / "fashion-mnist").mkdir(parents=True)
    return tmp_path / "keras"


def put_mnist(home: Path, classes: int = 10) -> None:
    labels = np.arange(40) % classes
    np.savez(home / "datasets" / "mnist.npz", x_train=IMAGES[:30], y_train=labels[:30], x_test=IMAGES[30:], y_test=labels[30:])


def put_fashion(home: Path) -> None:
    for part, images in (("train", IMAGES[:30]), ("t10k", IMAGES[30:])):
        folder = home / "datasets" / "fashion-mnist"
        labels = (np.arange(len(images)) % 10).astype(np.uint8)
        packed = gzip.compress(struct.pack(">HBB3I", 0, 8, 3, *images.shape) + images.tobytes())
        (folder / f"{part}-images-idx3-ubyte.gz").write_bytes(packed)
        (folder / f"{part}-labels-idx1-ubyte.gz").write_bytes(gzip.compress(struct.pack(">HBBI", 0, 8, 1, len(labels)) + labels.tobytes()))


def test_every_source_has_words_for_people_and_help_for_every_field() -> None:
    assert SOURCES.keys == ("digits", "mnist", "fashion_mnist", "waves", "pages", "sounds", "images", "array", "csv")
    for source in SOURCES:
        assert source.title
        assert source.summary.endswith(".")
        assert all(spec.label and spec.help for spec in specs(source.parameters).values())


@pytest.mark.parametrize(("name", "put", "first_class"), [("mnist", put_mnist, "0"), ("fashion_mnist", put_fashion, "T-shirt/top")])
def test_keras_data_sets_are_found_at_once_in_its_cache(keras_home: Path, name: str, put: object, first_class: str) -> None:
    put(keras_home)  # type: ignore[operator]

    def fetch(name: str, progress: Progress) -> None:
        pytest.fail("it was there already")

    data = load(Choice(name), fetch=fetch)
    assert np.array_equal(data.train.examples[..., 0], IMAGES[:30])
    assert np.array_equal(data.test.examples[..., 0], IMAGES[30:])
    assert data.class_names[0] == first_class
    assert len(data.class_names) == 10


def test_a_keras_data_set_that_is_not_here_is_fetched_first(keras_home: Path) -> None:
    fetched: list[str] = []

    def fetch(name: str, progress: Progress) -> None:
        fetched.append(name)
        put_mnist(keras_home)

    assert len(load(Choice("mnist"), fetch=fetch).train) == 30
    assert fetched == ["mnist"]


def test_without_a_download_the_sentence_says_what_to_do(keras_home: Path) -> None:
    with pytest.raises(DataError, match=r"MNIST isn't on this computer.*connect.*mnist\.npz.*built-in digits"):
        load(Choice("mnist"))
    assert shape_of(Choice("mnist")) == Shape((28, 28, 1)), "its shape is known all the same"


def test_a_damaged_cache_says_what_to_delete(keras_home: Path) -> None:
    (keras_home / "datasets" / "mnist.npz").write_bytes(b"PK not really")
    with pytest.raises(DataError, match=r"delete .*mnist\.npz"):
        load(Choice("mnist"))
    put_mnist(keras_home, classes=4)
    with pytest.raises(DataError, match=r"delete .*mnist\.npz"):
        load(Choice("mnist"))
    put_fashion(keras_home)
    (keras_home / "datasets" / "fashion-mnist" / "t10k-labels-idx1-ubyte.gz").write_bytes(b"\x1f\x8b")
    with pytest.raises(DataError, match=r"delete .*fashion-mnist and"):
        load(Choice("fashion_mnist"))


def test_names_and_paths_on_the_command_line_become_choices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    np.save("a.npy", IMAGES)
    for name in ("s.csv", "train-images-idx3-ubyte.gz", "m.npz"):
        Path(name).write_bytes(b"")
    Path("odd.bin").write_bytes(Path("a.npy").read_bytes())
    Path("digits").mkdir()
    assert choice_for("digits") == Choice("digits")
    assert choice_for("./digits") == Choice("images", {"path": str(tmp_path / "digits")})
    assert choice_for("a.npy") == Choice("array", {"path": str(tmp_path / "a.npy")})
    assert {choice_for(name).key for name in ("odd.bin", "m.npz", "train-images-idx3-ubyte.gz")} == {"array"}
    assert choice_for("s.csv").key == "csv"
    assert len(load(choice_for("a.npy")).train) == 32


@pytest.mark.parametrize("text", ["mnits", "none/at/all.npy", "", "x" * 5000])
def test_what_is_no_data_set_is_answered_with_the_names(text: str) -> None:
    with pytest.raises(DataError, match="digits, mnist, fashion_mnist, waves"):
        choice_for(text)


def test_files_of_unknown_kinds_are_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("hello")
    (tmp_path / "one.png").write_bytes(b"")
    with pytest.raises(DataError, match="of no known kind"):
        choice_for(str(tmp_path / "notes.txt"))
    with pytest.raises(DataError, match="single picture"):
        choice_for(str(tmp_path / "one.png"))


def test_bad_choices_in_a_recipe_are_refused() -> None:
    with pytest.raises(DataError, match="the data sets are digits"):
        load(Choice("minst"))
    with pytest.raises(RecipeError, match="no parameter"):
        load(Choice("waves", {"cuont": 3}))
    with pytest.raises(ParameterError, match="Time steps"):
        shape_of(Choice("waves", {"timesteps": 0}))


@pytest.mark.parametrize(
    ("shape", "wanted", "sentence"),
    [
        (
            Shape((64, 1), "sequence"),
            Shape((28, 28, 1)),
            "trained on grey images of 28×28 pixels.*Other has sequences.*choose images",
        ),
        (Shape((28, 28, 1)), Shape((64, 1), "sequence"), "choose sequences"),
        (Shape((32, 1), "sequence"), Shape((64, 1), "sequence"), "of that length"),
        (Shape((28, 28, 3)), Shape((28, 28, 1)), "load them in grey"),
        (Shape((28, 28, 1)), Shape((28, 28, 3)), "load them in colour"),
        (Shape((32, 32, 1)), Shape((28, 28, 1)), "at that height and width"),
    ],
)
def test_data_of_another_shape_than_the_model_say_what_would_fit(shape: Shape, wanted: Shape, sentence: str) -> None:
    with pytest.raises(DataError, match=sentence):
        check_fits(_empty(shape), wanted)
    check_fits(_empty(wanted), wanted)


def _empty(shape: Shape) -> Dataset:
    none = Split(np.zeros((0, *shape.dims), np.uint8))
    return Dataset("Other", shape, none, none)


def split(count: int, dtype: type = np.uint8) -> Split:
    return Split(np.arange(count * 4).reshape(count, 2, 2, 1).astype(dtype))


@pytest.mark.parametrize(
    ("train", "test", "sentence"),
    [
        (split(1), split(1), "1 training and 1 test"),
        (split(2), split(0), "2 training and 0 test"),
        (split(3), Split(np.zeros((1, 3, 2, 1), np.uint8)), "instead of 2×2×1"),
        (Split(split(3).examples, np.zeros(2, np.int64)), split(1), "2 labels for 3 training"),
        (Split(np.repeat(split(1).examples, 100, axis=0)), split(1), "is constant"),
    ],
)
def test_data_that_cannot_be_trained_on_are_refused(train: Split, test: Split, sentence: str) -> None:
    with pytest.raises(DataError, match=sentence):
        check_learnable(Dataset("Mine", Shape((2, 2, 1)), train, test))
    check_learnable(Dataset("Mine", Shape((2, 2, 1)), split(2), split(1)))


def test_to_show_them_to_a_model_one_example_is_enough() -> None:
    check_usable(Dataset("Mine", Shape((2, 2, 1)), split(1), split(0)))
    with pytest.raises(DataError, match="has no examples"):
        check_usable(Dataset("Mine", Shape((2, 2, 1)), split(0), split(0)))


def paired(count: int, noisy_count: int, dtype: type = np.uint8) -> Split:
    return Split(split(count).examples, noisy=split(noisy_count, dtype).examples)


@pytest.mark.parametrize(
    ("train", "test", "sentence"),
    [
        (paired(3, 2), paired(1, 1), "each needs its partner"),
        (paired(3, 3, np.float32), paired(1, 1), "each needs its partner"),
        (paired(3, 3), split(1), "Only one of"),
        (
            Split(np.zeros((3, 2, 2, 1), np.float32), noisy=np.full((3, 2, 2, 1), np.nan, np.float32)),
            paired(1, 1),
            "12 values that are not",
        ),
    ],
)
def test_pairs_that_cannot_be_trained_on_are_refused(train: Split, test: Split, sentence: str) -> None:
    with pytest.raises(DataError, match=sentence):
        check_learnable(Dataset("Mine", Shape((2, 2, 1)), train, test))
    check_learnable(Dataset("Mine", Shape((2, 2, 1)), paired(3, 3), paired(1, 1)))


def test_what_is_made_of_pairs_keeps_both_halves() -> None:
    data = Dataset("Mine", Shape((2, 2, 1)), paired(4, 4), paired(2, 2))
    fewer = data.limited(3).train
    assert fewer.is_paired and len(fewer.inputs) == len(fewer) == 3
    other = replace(data, train=Split(data.train.examples, noisy=255 - data.train.inputs))
    plain = replace(data, train=split(4), test=split(2))
    assert len({data.fingerprint, other.fingerprint, plain.fingerprint}) == 3
    assert plain.train.inputs is plain.train.examples
