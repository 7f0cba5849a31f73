"""A training that was cut off."""

import pytest

from ae_workbench.storage.paths import runs_home
from ae_workbench.storage.run_folder import EpochRecord, RunFolder
from tests.gui.fakes import small_dataset
from tests.gui.survival.acting import SHORT


@pytest.fixture
def cut_off(home):
    """A run whose training was killed after two of five epochs."""
    run = RunFolder.create(runs_home() / "bowl", SHORT, small_dataset())
    run.begin(5)
    for epoch in (1, 2):
        run.add_epoch(EpochRecord(epoch, 0.1, {"loss": 1 / epoch, "val_loss": 1 / epoch}), [], None)
    return run.path
