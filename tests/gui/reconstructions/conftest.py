"""The reconstructions viewer on the screen, with nothing to show yet."""

import pytest

from ae_workbench.ui.viewers import VIEWERS


@pytest.fixture
def viewer(qtbot, workspace, codec):
    viewer = VIEWERS["reconstructions"].factory(workspace, codec)
    qtbot.addWidget(viewer)
    viewer.resize(900, 400)
    viewer.show()
    return viewer
