"""Weights from strangers: only the plan's arrays, finite, plainly stored, of epochs in the history."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ae_workbench.storage.run_folder import RunFolder
from tests.unit.storage.archive.conftest import Forge
from tests.unit.storage.archive.forging import npz, refused, shapes


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda arrays: [*arrays[:-1], np.full(24, np.nan, np.float32)], "not finite"),
        (lambda arrays: [*arrays[:-1], np.full(24, -np.inf, np.float32)], "not finite"),
        (lambda arrays: [*arrays[:-1], arrays[-1].astype(np.float64)], "larger than|don't fit"),
        (lambda arrays: [*arrays[:-1], arrays[-1].astype(np.int32)], "don't fit"),
        (lambda arrays: [*arrays[:-1], arrays[-1].astype(">f4")], "don't fit"),
        (lambda arrays: arrays[:-1], "don't fit"),
        (lambda arrays: [*arrays, np.ones(1, np.float32)], "at most 4 are expected"),
        (lambda arrays: [arrays[0].T, *arrays[1:]], "don't fit"),
        (lambda arrays: [arrays[0].reshape(-1), *arrays[1:]], "don't fit"),
        (lambda arrays: [*arrays[:-1], np.array([{"a": 1}], object)], "Python objects"),
        (lambda arrays: [*arrays[:-1], np.zeros(24, [("a", "<f4")])], "named columns"),
    ],
)
def test_weights_that_are_not_the_plans_are_refused(change: Any, says: str, forge: Forge, run: RunFolder, tmp_path: Path) -> None:
    said = refused(forge({"weights/0004.npz": npz(*change(shapes(run)))}), tmp_path)
    assert any(part in said for part in says.split("|")), said


def test_weights_are_stored_plainly_within(forge: Forge, run: RunFolder, tmp_path: Path) -> None:
    assert "not plainly stored" in refused(forge({"weights/0004.npz": npz(*shapes(run), packed=True)}), tmp_path)


@pytest.mark.parametrize("content", [b"", b"PK", b"nonsense" * 100, npz(), b"\x80\x04K\x01."])
def test_weights_that_are_no_arrays_are_refused(content: bytes, forge: Forge, tmp_path: Path) -> None:
    refused(forge({"weights/0004.npz": content}), tmp_path)


def test_weights_of_an_epoch_that_the_history_does_not_know_are_refused(forge: Forge, run: RunFolder, tmp_path: Path) -> None:
    assert "history doesn't know" in refused(forge({"weights/0099.npz": npz(*shapes(run))}), tmp_path)
