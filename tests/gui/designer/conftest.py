"""The designer panel and its model."""

import pytest

from ae_workbench.ui.panels.designer import DesignerPanel
from ae_workbench.ui.recipe_model import RecipeModel


@pytest.fixture
def model(qapp):
    return RecipeModel()


@pytest.fixture
def panel(qtbot, model):
    panel = DesignerPanel(model)
    qtbot.addWidget(panel)
    panel.resize(360, 1000)
    panel.show()
    return panel


@pytest.fixture
def requests(panel):
    found = []
    panel.data_requested.connect(found.append)
    return found
