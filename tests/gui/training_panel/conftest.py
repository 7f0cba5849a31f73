"""A training panel on the screen."""

import pytest

from ae_workbench.ui.panels.training import TrainingPanel


@pytest.fixture
def panel(qtbot):
    panel = TrainingPanel()
    qtbot.addWidget(panel)
    panel.resize(1000, 260)
    panel.show()
    return panel
