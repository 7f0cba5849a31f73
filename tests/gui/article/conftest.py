"""The window with the article's page, whose sessions are fakes."""

import pytest

from tests.gui.article.fakes import Sessions, modes_with
from tests.gui.windows import WAIT_MS, open_window


@pytest.fixture
def sessions():
    return Sessions()


@pytest.fixture
def window(qtbot, sessions):
    with open_window(qtbot, modes=modes_with(sessions)) as window:
        yield window
        if sessions.gate is not None:
            sessions.gate.set()


@pytest.fixture
def page(qtbot, window):
    window.modes.show("article")
    page = window.modes.page
    qtbot.waitUntil(lambda: page.results.is_known, timeout=WAIT_MS)
    return page
