"""The page of pages and sound in its window, with the built-in page cleaned, and presets small enough for a test."""

from dataclasses import replace

import pytest

from ae_workbench.core.recipe import Choice
from ae_workbench.variants.recipes import presets, with_settings
from tests.gui.documents.cleaning import settle
from tests.gui.documents.fakes import modes
from tests.gui.windows import open_window

FEW = {"documents": {"pages": 4, "patch": 16, "patches": 12}, "sound": {"sounds": 4, "pieces": 4, "frames": 16, "window": "256"}}


@pytest.fixture
def small_presets(monkeypatch):
    """What the page trains, small enough for a test."""
    made = dict(presets())
    for key, parameters in FEW.items():
        recipe = with_settings(made[key].recipe, ["filters=4", "epochs=2"])
        made[key] = replace(made[key], recipe=replace(recipe, data=Choice(recipe.data.key, parameters)))
    monkeypatch.setattr("ae_workbench.ui.modes.documents.page.presets", lambda: made)
    monkeypatch.setattr("ae_workbench.ui.modes.documents.training.FEWEST_STEPS", 1)


@pytest.fixture
def window(qtbot):
    with open_window(qtbot, modes=modes("small_page")) as window:
        yield window


@pytest.fixture
def page(qtbot, window):
    """With the built-in page cleaned by the run that ships with the program."""
    window.modes.show("documents")
    page = window.modes.page
    settle(qtbot, page)
    return page
