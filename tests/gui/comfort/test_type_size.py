"""Larger and smaller type, in every part of the window."""

import pytest
from PySide6.QtWidgets import QLabel

from ae_workbench.ui import theme
from tests.gui.windows import WAIT_MS


@pytest.fixture
def usual_size(qapp):
    yield
    theme.set_scale(qapp, 100)


def test_type_grows_and_shrinks_everywhere_and_is_remembered(qtbot, qapp, window, usual_size):
    before = qapp.font().pointSizeF()
    label = window.findChild(QLabel, "variant_summary")
    small = label.fontMetrics().height()
    tick = window.training.loss_plot.getPlotItem().getAxis("left").style["tickFont"].pointSizeF()
    window.resize(1920, 1080)
    width = window.designer_dock.width()
    for _ in range(3):
        window.actions_["larger"].trigger()
    qtbot.waitUntil(lambda: window.designer_dock.width() > width, timeout=WAIT_MS)
    assert qapp.font().pointSizeF() == pytest.approx(before * 1.5)
    assert label.fontMetrics().height() > small * 1.3
    assert window.training.loss_plot.getPlotItem().getAxis("left").style["tickFont"].pointSizeF() == pytest.approx(tick * 1.5)
    assert window.settings.scale == 150
    window.actions_["smaller"].trigger()
    assert window.settings.scale == 125
    window.actions_["usual_size"].trigger()
    assert qapp.font().pointSizeF() == pytest.approx(before)
