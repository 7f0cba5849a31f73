"""The page of pages and sound with larger type."""

import pytest

from ae_workbench.ui.panels.section import UprightScroll
from tests.gui.type_size import cut, enlarge
from tests.gui.windows import WAIT_MS


@pytest.mark.parametrize("percent", [100, 125, 150, 200])
def test_what_stands_beside_the_page_has_the_room_it_needs(qtbot, window, page, usual_size, percent):
    window.resize(1280, 800)
    enlarge(window, percent)
    scroll = page.findChild(UprightScroll, "documents_side_scroll")

    def check():
        assert scroll.viewport().width() >= page.side.minimumSizeHint().width()
        assert not cut(scroll.viewport())

    qtbot.waitUntil(check, timeout=WAIT_MS)
