"""Windows with a short training and with an endless one."""

import pytest

from tests.gui.fakes import endless_session
from tests.gui.main_window.acting import SHORT
from tests.gui.windows import open_window


@pytest.fixture
def window(qtbot):
    with open_window(qtbot) as window:
        window.model.change(SHORT, "Shorter")
        yield window


@pytest.fixture
def endless(qtbot):
    with open_window(qtbot, make_session=endless_session) as window:
        yield window
