"""The latent plane of runs that ship with the program: one with codes of two units, one with wide codes."""

import pytest

from ae_workbench.storage.samples import samples_home
from tests.gui.latent_plane.plane import ready
from tests.gui.viewing import show, shown_viewer


@pytest.fixture
def viewer(qtbot, digits):
    """Two-dimensional codes of a variational run."""
    with shown_viewer(qtbot, "latent_plane", 900, 640) as viewer:
        show(qtbot, viewer, digits, samples_home() / "variational")
        ready(qtbot, viewer)
        yield viewer


@pytest.fixture
def wide(qtbot, digits):
    """Codes of 32 units."""
    with shown_viewer(qtbot, "latent_plane", 900, 640) as viewer:
        show(qtbot, viewer, digits, samples_home() / "simple")
        ready(qtbot, viewer)
        yield viewer
