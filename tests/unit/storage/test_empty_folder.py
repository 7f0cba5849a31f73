"""A folder in which only a file manager has been is empty: runs, sweeps, archives and exports go into it."""

from pathlib import Path

import pytest

from ae_workbench.core.errors import RunError
from ae_workbench.core.sweep import Sweep
from ae_workbench.core.varying import default_varied
from ae_workbench.export.exporters import EXPORTERS, ExportRequest, check
from ae_workbench.export.whole import written_whole
from ae_workbench.storage.archive.read import unpack
from ae_workbench.storage.archive.write import pack
from ae_workbench.storage.empty_folder import is_empty, remove_empty
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.storage.samples import samples_home
from ae_workbench.storage.sweeps import SweepFolder
from tests.unit.storage.conftest import DATASET, RECIPE, make_run

SAMPLE = samples_home() / "variational"


@pytest.fixture(params=[".DS_Store", "desktop.ini", "Thumbs.db"])
def looked_at(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """An empty folder that a file manager has shown."""
    folder = tmp_path / "new"
    folder.mkdir()
    (folder / request.param).write_bytes(b"view")
    return folder


def test_a_run_is_made_in_it(looked_at: Path) -> None:
    make_run(looked_at)
    assert RunFolder.open(looked_at).recipe.variant == RECIPE.variant


def test_a_sweep_is_made_in_it(looked_at: Path) -> None:
    sweep = Sweep(RECIPE, (default_varied(RECIPE),))
    assert SweepFolder.create(looked_at, sweep).sweep == sweep


def test_an_archive_is_unpacked_into_it(looked_at: Path, tmp_path: Path) -> None:
    pack(RunFolder.open(SAMPLE), tmp_path / "run.aew")
    assert unpack(tmp_path / "run.aew", looked_at).epochs()


def test_a_folder_is_exported_into_it(looked_at: Path) -> None:
    check(EXPORTERS["savedmodel"], ExportRequest(SAMPLE, looked_at))
    with written_whole(looked_at) as made:
        made.mkdir()
        (made / "saved_model.pb").write_bytes(b"model")
    assert [path.name for path in looked_at.iterdir()] == ["saved_model.pb"]


def test_what_a_person_put_there_counts(looked_at: Path) -> None:
    (looked_at / "letter.txt").write_text("dear")
    assert not is_empty(looked_at)
    assert is_empty(looked_at, besides={"letter.txt"})
    with pytest.raises(RunError, match="is not empty"):
        RunFolder.create(looked_at, RECIPE, DATASET)
    with pytest.raises(OSError):
        remove_empty(looked_at)
    assert len(list(looked_at.iterdir())) == 2
