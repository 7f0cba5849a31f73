"""The window that is told of findings."""

import pytest

from tests.gui.windows import open_window


@pytest.fixture
def window(qtbot):
    with open_window(qtbot) as window:
        yield window
