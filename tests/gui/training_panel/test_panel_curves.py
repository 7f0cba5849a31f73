"""The curves of the training panel follow metrics, and are read by pointer and keys."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtWidgets import QApplication

from ae_workbench.engine.events import EpochEnded, Started
from ae_workbench.storage.run_folder import EpochRecord
from ae_workbench.ui import theme
from ae_workbench.ui.panels.line import Line
from ae_workbench.ui.panels.line_looks import swatch
from ae_workbench.ui.panels.loss_plot import LossPlot
from ae_workbench.ui.panels.metric_chip import MetricChip
from tests.gui.training_panel.told import METRICS, started
from tests.gui.viewing import plain, tabbed


def drawn(qtbot, panel):
    """Wait until the panel has drawn what it was told."""
    qtbot.waitUntil(lambda: not panel.curves.is_behind)


def test_curves_show_training_and_validation(qtbot, panel, tmp_path):
    started(panel, tmp_path)
    for epoch in (1, 2, 3):
        panel.show_event(EpochEnded(epoch, 0.1, {"loss": 1 / epoch, "val_loss": 2 / epoch}))
    drawn(qtbot, panel)
    curves = {item.name(): item.getData() for item in panel.loss_plot.getPlotItem().listDataItems() if item.name()}
    assert set(curves) == {"loss", "val_loss"}
    np.testing.assert_allclose(curves["val_loss"], [[1, 2, 3], [2, 1, 2 / 3]])


def test_metrics_are_switched_where_they_exist(qtbot, panel, tmp_path):
    started(panel, tmp_path)
    panel.show_event(EpochEnded(1, 0.1, METRICS))
    drawn(qtbot, panel)
    assert set(panel.curves._chips) == {"loss", "reconstruction"}
    panel.curves._chips["reconstruction"].click()
    names = {item.name() for item in panel.loss_plot.getPlotItem().listDataItems() if item.name()}
    assert names == set(METRICS)
    panel.curves._chips["loss"].click()
    names = {item.name() for item in panel.loss_plot.getPlotItem().listDataItems() if item.name()}
    assert names == {"reconstruction", "val_reconstruction"}


def test_ten_thousand_epochs_are_one_item_per_curve(qtbot, panel, tmp_path):
    panel.curves.show_records(EpochRecord(epoch, 0.1, {"loss": 1 / epoch, "val_loss": 2 / epoch}) for epoch in range(1, 10_001))
    items = len(panel.loss_plot.getPlotItem().items)
    panel.curves.add(10_001, {"loss": 0.1, "val_loss": 0.1})
    drawn(qtbot, panel)
    assert len(panel.loss_plot.getPlotItem().items) == items
    assert len(panel.curves.history.curve("loss")[0]) == 10_001


def test_the_pointer_reads_values(qtbot, panel, tmp_path):
    started(panel, tmp_path)
    for epoch in (1, 2, 3):
        panel.show_event(EpochEnded(epoch, 0.1, {"loss": 0.5, "val_loss": 0.25}))
    drawn(qtbot, panel)
    panel.loss_plot.hovered.emit(2.2)
    said = plain(panel.loss_plot.caption.text())
    assert "Epoch 2" in said and "0.5000" in said and "0.2500" in said
    panel.loss_plot.left.emit()
    assert "validation" in panel.loss_plot.caption.text()


def test_the_legend_has_the_lines_that_are_drawn(qtbot, qapp, panel, tmp_path):
    started(panel, tmp_path)
    panel.show_event(EpochEnded(1, 0.1, METRICS))
    drawn(qtbot, panel)
    caption, chips = panel.loss_plot.caption, panel.curves._chips

    def swatches():
        return swatch([Line("", chips[name].colour, faint=True) for name in panel.curves.chosen])

    assert swatches() in caption.text()
    chips["reconstruction"].click()
    assert panel.curves.chosen == ("loss", "reconstruction") and swatches() in caption.text()
    light = swatches()
    theme.apply(qapp, "dark")
    try:
        assert swatches() != light and swatches() in caption.text()
    finally:
        theme.apply(qapp, "light")


class FinePlot(LossPlot):
    """On a screen of so many pixels to the unit."""

    ratio = 2.0

    def devicePixelRatioF(self):  # noqa: N802 (Qt's name)
        return self.ratio


def test_lines_are_as_wide_on_a_fine_screen_but_long_ones_stay_thin(qtbot):
    plot = FinePlot()
    qtbot.addWidget(plot)
    plot.set_lines([Line("short", 0), Line("long", 1)])
    plot.set_curve("short", np.arange(9.0), np.arange(9.0))
    plot.set_curve("long", np.arange(5000.0), np.arange(5000.0))
    assert [plot._items[key].opts["pen"].widthF() for key in ("short", "long")] == [4.0, 1.0]
    plot.ratio = 1.0
    QApplication.sendEvent(plot, QEvent(QEvent.Type.DevicePixelRatioChange))
    assert [plot._items[key].opts["pen"].widthF() for key in ("short", "long")] == [2.0, 1.0]


def test_moving_over_the_plot_finds_the_epoch(qtbot, panel, tmp_path):
    started(panel, tmp_path)
    for epoch in range(1, 12):
        panel.show_event(EpochEnded(epoch, 0.1, {"loss": 0.5, "val_loss": 0.25}))
    drawn(qtbot, panel)
    box = panel.loss_plot.getPlotItem().getViewBox()
    qtbot.waitUntil(lambda: box.viewRect().right() > 10)
    with qtbot.waitSignal(panel.loss_plot.hovered) as hovered:
        panel.loss_plot.scene().sigMouseMoved.emit(box.mapViewToScene(QPointF(7.0, 0.4)))
    assert hovered.args[0] == pytest.approx(7.0, abs=0.01)


def test_a_log_scale_leaves_out_what_has_no_logarithm(qtbot, panel, tmp_path):
    started(panel, tmp_path)
    panel.show_event(EpochEnded(1, 0.1, {"loss": 0.0, "val_loss": 0.1}))
    panel.show_event(EpochEnded(2, 0.1, {"loss": 0.01, "val_loss": 0.1}))
    drawn(qtbot, panel)
    panel.curves.log_button.click()
    panel.loss_plot.hovered.emit(1.0)
    assert panel.loss_plot.getPlotItem().getAxis("left").logMode
    assert len(panel.loss_plot._dots.data) == 1


def test_a_new_run_clears_the_curves_and_going_on_keeps_them(qtbot, panel, tmp_path):
    started(panel, tmp_path)
    panel.show_event(EpochEnded(1, 0.1, METRICS))
    panel.show_event(Started(tmp_path, 1, 5, 1000, 5000))
    assert len(panel.curves.history) == 1
    started(panel, tmp_path)
    assert len(panel.curves.history) == 0


def test_another_run_takes_the_reading_of_the_last_one_away(qtbot, panel, tmp_path):
    panel.curves.show_records([EpochRecord(epoch, 0.1, {"loss": 1 / epoch, "val_loss": 2 / epoch}) for epoch in (1, 2, 3)])
    panel.curves._read(2.0)
    assert len(panel.loss_plot._dots.data) == 2
    panel.curves.show_records([EpochRecord(epoch, 0.1, {"loss": 3 / epoch, "val_loss": 4 / epoch}) for epoch in (1, 2, 3)])
    assert len(panel.loss_plot._dots.data) == 0
    assert "Epoch 2" not in panel.loss_plot.caption.text()


def test_tab_passes_the_plot_by_which_has_nothing_to_do_with_keys(qtbot, panel):
    with qtbot.waitActive(panel):
        panel.activateWindow()
    panel.curves.show_records([EpochRecord(1, 0.1, METRICS)])
    qtbot.waitUntil(panel.curves.plot.isVisible)
    passed = tabbed(panel.start_button, panel.start_button)
    assert panel.curves.log_button in passed and panel.curves.plot not in passed


def test_tab_comes_to_the_metrics_before_the_scale(qtbot, panel):
    with qtbot.waitActive(panel):
        panel.activateWindow()
    panel.curves.show_records([EpochRecord(1, 0.1, METRICS)])
    first, *others = panel.curves.findChildren(MetricChip)
    qtbot.waitUntil(first.isVisible)
    assert others and tabbed(first, panel.curves.log_button) == others
