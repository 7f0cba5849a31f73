"""Whole archives: those that open, and those that are refused in one sentence and leave nothing behind."""

import os
import shutil
from pathlib import Path

import pytest

from ae_workbench.core.errors import RunError
from ae_workbench.storage.archive import unpack
from ae_workbench.storage.run_folder import RunFolder
from tests.unit.storage.archive.conftest import Forge
from tests.unit.storage.archive.forging import facts, refused

EXAMPLES = Path(__file__).parents[3] / "data" / "archives"


def test_a_forgery_that_changes_nothing_opens(forge: Forge, tmp_path: Path) -> None:
    assert unpack(forge({}), tmp_path / "out").epochs() == [0, 1, 2, 4, 6]


@pytest.mark.parametrize("name", sorted(path.name for path in EXAMPLES.glob("*.aew")))
def test_the_stored_example_of_every_version_opens(name: str, tmp_path: Path) -> None:
    run = unpack(EXAMPLES / name, tmp_path / "out")
    assert run.recipe.variant == "denoising"
    assert run.epochs() == [0, 20]
    assert len(run.history()) == 20
    assert [array.shape for array in run.weights(20)] == list(run.plan.weight_dims)


@pytest.mark.parametrize("share", [0.0, 0.001, 0.1, 0.5, 0.9, 0.999])
def test_a_file_that_is_cut_off_is_refused(share: float, archive: Path, tmp_path: Path) -> None:
    content = archive.read_bytes()
    archive.write_bytes(content[: int(len(content) * share)])
    refused(archive, tmp_path)


def test_something_before_or_after_the_archive_is_refused(archive: Path, tmp_path: Path) -> None:
    content = archive.read_bytes()
    for odd in (b"#!/bin/sh\n" + content, content + b"\0"):
        archive.write_bytes(odd)
        refused(archive, tmp_path)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert "There is no file" in refused(tmp_path / "none.aew", tmp_path)
    assert "not a file" in refused(tmp_path, tmp_path)


def test_a_place_that_is_taken_is_left_alone(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "letter.txt").write_text("dear")
    assert "already there" in refused(archive, tmp_path, RunError)
    shutil.rmtree(tmp_path / "out")
    (tmp_path / "out").mkdir()
    assert unpack(archive, tmp_path / "out").epochs()


def test_a_full_disk_leaves_nothing_behind(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert "No space left" in refused(archive, tmp_path, RunError)


def test_a_run_that_was_packed_while_it_trained_counts_as_stopped(forge: Forge, run: RunFolder, tmp_path: Path) -> None:
    assert unpack(forge({"run.json": facts(run, outcome="")}), tmp_path / "out").facts.outcome == "stopped"
