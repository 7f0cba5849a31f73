"""The sweep page in its window, with a crew that is a fake."""

import pytest

from tests.gui.sweep.sweeps import FakePage, Gate, modes
from tests.gui.windows import open_window


@pytest.fixture
def crew():
    return Gate(2)


@pytest.fixture
def window(qtbot, crew, monkeypatch):
    monkeypatch.setattr(FakePage, "crew", crew, raising=False)
    with open_window(qtbot, modes=modes()) as window:
        yield window


@pytest.fixture
def page(window):
    window.designer.sweep_button.click()
    page = window.modes.page
    page.setup.epochs_box.setValue(3)
    return page
