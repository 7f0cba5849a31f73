"""The data a program needs beside it, where Keras hasn't them."""

import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.data.dataset import Dataset
from ae_workbench.data.loading import load
from ae_workbench.export.exporter import ExportRequest
from ae_workbench.export.script.data import KERAS_DATA
from ae_workbench.export.whole import written_whole
from ae_workbench.storage.run_folder import RunFolder

MARK = "made_by"
"""An array that only this program's own files have, so that nobody's data are taken for one and replaced."""


@dataclass(frozen=True)
class DataFile:
    """``path`` is beside the program. ``dataset`` is nothing where Keras has the data, or where they are gone from this computer."""

    path: Path
    dataset: Dataset | None

    @property
    def has_labels(self) -> bool:
        return self.dataset is not None and self.dataset.test.labels is not None

    def write(self) -> None:
        """Write the file, if there is one to write; it replaces only what was written so before.

        Raises:
            WorkbenchError: something else has its name.
        """
        if self.dataset is None:
            return
        if self.path.exists() and not _is_data_file(self.path):
            raise WorkbenchError(f"{self.path} is there already and isn't the data of a script: choose another name.")
        data, scaling = self.dataset, self.dataset.scaling
        arrays: dict[str, Any] = {MARK: np.array("AE Workbench"), "x_train": data.train.examples, "x_test": data.test.examples}
        if data.train.is_paired:
            arrays |= {"x_train_seen": data.train.inputs, "x_test_seen": data.test.inputs}
        if data.test.labels is not None:
            arrays["y_test"] = data.test.labels
        if not data.shape.is_image:
            arrays |= {"offset": np.asarray(scaling.offset, np.float32), "scale": np.asarray(scaling.scale, np.float32)}
        with written_whole(self.path) as path:
            np.savez_compressed(path, **arrays)


def files_beside(request: ExportRequest) -> tuple[Path, ...]:
    """The file of the data, where Keras hasn't them."""
    key = RunFolder.open(request.run).recipe.data.key
    return () if key in KERAS_DATA else (_place(request),)


def data_file(request: ExportRequest) -> DataFile:
    """The data of a run's recipe, loaded. Data that are gone are left out: the program says what it needs."""
    run = RunFolder.open(request.run)
    path = _place(request)
    if _is_own(path, run):
        raise WorkbenchError(f"{path} is what the run was trained on, and would be replaced: choose another name.")
    if run.recipe.data.key in KERAS_DATA:
        return DataFile(path, None)
    try:
        dataset = load(run.recipe.data, request.progress).limited(run.recipe.limit)
    except WorkbenchError:
        return DataFile(path, None)
    return DataFile(path, dataset if dataset.shape == run.facts.shape else None)


def _is_own(path: Path, run: RunFolder) -> bool:
    """Whether the run's data are read from this file."""
    try:
        return path.samefile(str(run.recipe.data.parameters["path"]))
    except (KeyError, OSError, ValueError):  # from elsewhere, or not there
        return False


def _place(request: ExportRequest) -> Path:
    return request.out.with_name(f"{request.out.stem}_data.npz")


def _is_data_file(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return f"{MARK}.npy" in archive.namelist()
    except (OSError, zipfile.BadZipFile):
        return False
