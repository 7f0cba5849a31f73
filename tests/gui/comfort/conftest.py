"""The window with its viewers."""

import pytest

from tests.gui.windows import open_window


@pytest.fixture
def window(qtbot):
    with open_window(qtbot, viewers=True) as opened:
        yield opened
