"""The list of runs with a codec of its own, and three runs to list."""

import pytest

from ae_workbench.storage.samples import samples_home
from ae_workbench.ui.workspace import Workspace
from tests.gui.runs_on_disk import copy_run, runs_viewer


@pytest.fixture
def viewer(qtbot, codec):
    with runs_viewer(qtbot, codec, Workspace()) as viewer:
        yield viewer


@pytest.fixture
def three(digits):
    """Own runs of three variants, the simple one the newest."""
    home = samples_home()
    return [
        copy_run(home / "deep", "a", "Ocean", "2026-03-01T10:00:00+00:00"),
        copy_run(home / "sparse", "b", "Few units", "2026-03-02T10:00:00+00:00"),
        copy_run(home / "simple", "c", "First try", "2026-03-03T10:00:00+00:00"),
    ]
