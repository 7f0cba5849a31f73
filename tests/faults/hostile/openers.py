"""What is done with each kind of input: it is opened as the program opens it, and what opens is looked at."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import numpy as np

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.recipe import Choice
from ae_workbench.core.shape import Shape
from ae_workbench.data.loading import load, shape_of
from ae_workbench.export.codes import read_codes
from ae_workbench.storage.archive import import_archive, opened_run, unpack
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.storage.runs import summary
from ae_workbench.variants.recipes import make_plan, read_recipe

SHAPES = (Shape((28, 28, 1)), Shape((64, 2), "sequence"))
Opener = Callable[[Path, Path], None]
"""Opens an input; may write into the second folder, nowhere else."""


def open_archive(path: Path, out: Path) -> None:
    _look_at(unpack(path, out / "run"), finite=True)


def open_as_own(path: Path, out: Path) -> None:
    _look_at(RunFolder.open(import_archive(path)), finite=True)


def open_for_a_command(path: Path, out: Path) -> None:
    _look_at(RunFolder.open(opened_run(path)), finite=True)


def open_run(path: Path, out: Path) -> None:
    with suppress(FileNotFoundError):  # as the list of runs does
        summary(path)
    _look_at(RunFolder.open(path), finite=False)


def open_recipe(path: Path, out: Path) -> None:
    recipe = read_recipe(path)
    for shape in SHAPES:
        try:
            make_plan(recipe, shape)
        except WorkbenchError:
            continue


def open_array(path: Path, out: Path) -> None:
    _open_data(Choice("array", {"path": str(path)}))


def open_pictures(path: Path, out: Path) -> None:
    _open_data(Choice("images", {"path": str(path), "height": 16, "width": 16}))


def open_sounds(path: Path, out: Path) -> None:
    _open_data(Choice("sounds", {"path": str(path), "rate": "8000", "frames": 16}))


def open_pages(path: Path, out: Path) -> None:
    _open_data(Choice("pages", {"path": str(path), "patch": 16}))


def open_table(path: Path, out: Path) -> None:
    _open_data(Choice("csv", {"path": str(path)}))


def open_codes(path: Path, out: Path) -> None:
    assert read_codes(path, (3,)).shape[1:] == (3,)


def _open_data(choice: Choice) -> None:
    shape = shape_of(choice)
    dataset = load(choice)
    assert dataset.shape == shape
    for split in (dataset.train, dataset.test):
        assert split.examples.shape[1:] == shape.dims
        assert np.isfinite(split.examples[:100]).all()
        assert split.labels is None or len(split.labels) == len(split)
        assert len(split.inputs) == len(split)


def _look_at(run: RunFolder, finite: bool) -> None:
    """Everything that viewers ask of a run."""
    dims = run.plan.weight_dims
    history = run.history()
    epochs = [record.epoch for record in history]
    assert epochs == sorted(set(epochs))
    run.newest_record()
    for epoch in run.epochs():
        weights = run.weights(epoch)
        if finite:
            assert [array.shape for array in weights] == list(dims)
            assert all(array.dtype == np.float32 and np.isfinite(array).all() for array in weights)
    run.optimizer(max((record.epoch for record in history if not record.partial), default=0))
    if finite and run.preview_path.exists():
        from PIL import Image

        with Image.open(run.preview_path, formats=("PNG",)) as picture:
            picture.load()


OPENERS: dict[str, Opener] = {
    "archive": open_archive,
    "own": open_as_own,
    "command": open_for_a_command,
    "run": open_run,
    "recipe": open_recipe,
    "array": open_array,
    "pictures": open_pictures,
    "sounds": open_sounds,
    "pages": open_pages,
    "table": open_table,
    "codes": open_codes,
}
