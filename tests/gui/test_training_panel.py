"""The training panel: buttons follow events, curves follow metrics."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.engine.events import BatchesEnded, Ended, EpochEnded, Paused, Preparing, Resumed, Started
from ae_workbench.storage.run_folder import EpochRecord, RunFolder
from ae_workbench.ui.panels import training
from ae_workbench.ui.panels.metric_chip import MetricChip
from ae_workbench.ui.panels.training import TrainingPanel
from ae_workbench.ui.workers import TrainingThread
from ae_workbench.variants.recipes import find_recipe
from tests.gui.fakes import endless_session, small_dataset
from tests.gui.paintings import Paintings
from tests.gui.turns import settle_events
from tests.gui.viewing import tabbed

METRICS = {"loss": 0.3, "reconstruction": 0.25, "val_loss": 0.35, "val_reconstruction": 0.3}


@pytest.fixture
def panel(qtbot):
    panel = TrainingPanel()
    qtbot.addWidget(panel)
    panel.resize(1000, 260)
    panel.show()
    return panel


@pytest.fixture
def endless(tmp_path):
    recipe, dataset = find_recipe("simple"), small_dataset()
    return endless_session(recipe, dataset, RunFolder.create(tmp_path / "run", recipe, dataset))


def started(panel, tmp_path, epochs=10):
    panel.show_event(Started(tmp_path, 0, epochs, 1000, 5000))


def drawn(qtbot, panel):
    """Wait until the panel has drawn what it was told."""
    qtbot.waitUntil(lambda: not panel.curves.is_behind)


def test_stop_ends_the_run_and_disables_stop(qtbot, panel, endless):
    thread = TrainingThread(endless)
    thread.happened.connect(panel.show_event)
    panel.stop_requested.connect(endless.request_stop)
    thread.start()
    qtbot.waitUntil(panel.stop_button.isEnabled)
    with qtbot.waitSignal(thread.finished):
        qtbot.mouseClick(panel.stop_button, Qt.MouseButton.LeftButton)
    thread.wait()
    qtbot.waitUntil(panel.start_button.isEnabled)
    assert not panel.stop_button.isEnabled()
    assert "Stopped" in panel.status.text()


def test_start_is_off_while_something_is_wrong_and_says_what(panel):
    panel.set_refusal("Code size must be a whole number.")
    assert not panel.start_button.isEnabled()
    assert not panel.epoch_button.isEnabled()
    assert panel.status.text() == "Code size must be a whole number."
    panel.set_refusal("")
    assert panel.start_button.isEnabled()


def test_why_no_training_can_start_is_said_beside_how_the_shown_run_ended(panel, tmp_path):
    usual = panel.start_button.toolTip()
    started(panel, tmp_path)
    panel.show_event(Ended("finished", 3, None))
    panel.set_refusal("The data don't fit.")
    assert panel.status.text() == "Finished after 3 epochs. The data don't fit." and panel.status.tone == "warning"
    for button in (panel.start_button, panel.epoch_button):
        assert "The data don't fit." in button.toolTip() and not button.isEnabled()
    panel.set_refusal("")
    assert panel.status.text() == "Finished after 3 epochs." and panel.status.tone == "good"
    assert panel.start_button.toolTip() == usual


def test_one_epoch_is_told_as_one(panel, tmp_path):
    started(panel, tmp_path)
    panel.show_event(Ended("finished", 1, None))
    assert panel.status.text() == "Finished after 1 epoch."
    panel.more_box.setValue(1)
    assert panel.more_box.text() == "1 epoch"


@pytest.mark.parametrize(
    ("outcome", "error", "words"),
    [
        ("finished", None, "Finished after 7 epochs"),
        ("stopped", None, "Stopped. The last full epoch is 7"),
        ("early_stopped", None, "Stopped early after epoch 7"),
        ("diverged", WorkbenchError("The loss was infinite in epoch 8."), "The loss was infinite in epoch 8"),
        ("failed", WorkbenchError("The disk is full."), "The disk is full"),
    ],
)
def test_every_end_is_told(panel, tmp_path, outcome, error, words):
    started(panel, tmp_path)
    panel.show_event(Ended(outcome, 7, error))
    assert words in panel.status.text()
    assert panel.start_button.isEnabled()


def test_pause_becomes_resume_and_back(qtbot, panel, tmp_path):
    started(panel, tmp_path)
    assert not panel.epoch_button.isEnabled()
    with qtbot.waitSignal(panel.pause_requested):
        panel.pause_button.click()
    panel.show_event(Paused(2))
    assert "Resu" in panel.pause_button.text()
    assert panel.epoch_button.isEnabled()
    with qtbot.waitSignal(panel.resume_requested):
        panel.pause_button.click()
    panel.show_event(Resumed())
    assert "Pause" in panel.pause_button.text()


def test_progress_says_epoch_speed_and_time_left(panel, tmp_path):
    started(panel, tmp_path, epochs=10)
    panel.show_event(BatchesEnded(4, 5, 10, 51234.0, 75.0))
    assert panel.progress_bar.value() / panel.progress_bar.maximum() == pytest.approx(0.35)
    assert panel.epoch_label.text() == "Epoch 4 of 10"
    assert panel.speed_label.text() == "51,200 images/s"
    assert "1 min 15 s left" in panel.status.text()


def test_what_is_prepared_is_said(panel):
    panel.show_event(Preparing("importing"))
    assert "TensorFlow" in panel.status.text()
    assert panel.stop_button.isEnabled()
    assert not panel.start_button.isEnabled()


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
    assert panel.loss_plot.caption.text() == "Epoch 2   Loss 0.5 / 0.25"
    panel.loss_plot.left.emit()
    assert "validation" in panel.loss_plot.caption.text()


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


def test_words_of_speed_rest_between_changes(panel, tmp_path, monkeypatch):
    monkeypatch.setattr(training, "WORDS_MS", 60_000)
    started(panel, tmp_path)
    panel.show_event(BatchesEnded(1, 1, 10, 51234.0, 75.0))
    panel.show_event(BatchesEnded(1, 2, 10, 9999.0, 30.0))
    assert panel.speed_label.text() == "51,200 images/s"
    assert panel.progress_bar.value() / panel.progress_bar.maximum() == pytest.approx(0.02)
    started(panel, tmp_path)
    panel.show_event(BatchesEnded(1, 1, 10, 2000.0, 75.0))
    assert panel.speed_label.text() == "2,000 images/s", "another training says at once how fast it is"


def test_a_training_too_short_for_new_words_ends_with_its_speed(panel, tmp_path, monkeypatch):
    monkeypatch.setattr(training, "WORDS_MS", 60_000)
    started(panel, tmp_path)
    panel.show_event(BatchesEnded(1, 1, 10, 2000.0, 75.0))
    panel.show_event(BatchesEnded(1, 10, 10, 51234.0, 0.0))
    panel.show_event(Ended("finished", 1, None))
    assert panel.speed_label.text() == "51,200 images/s"
    panel.speed_label.clear()
    panel.show_event(Ended("failed", 0, WorkbenchError("There is no data.")))
    assert panel.speed_label.text() == "", "another one that never began had no speed"


def test_the_bar_is_painted_where_it_is_a_pixel_longer(qtbot, panel, tmp_path):
    started(panel, tmp_path, epochs=1000)
    qtbot.waitExposed(panel)
    settle_events()
    paintings = Paintings(panel.progress_bar)
    for done in (1, 2, 3):
        panel.show_event(BatchesEnded(1, done, 10, 1000.0, 75.0))
        settle_events()
    assert not paintings.places and panel.progress_bar.value() == 300
    panel.show_event(BatchesEnded(50, 1, 10, 1000.0, 75.0))
    settle_events()
    assert paintings.places


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


@pytest.fixture
def active(qtbot, panel):
    """The panel in a window that has the focus."""
    with qtbot.waitActive(panel):
        panel.activateWindow()
    return panel


def press(qtbot, button):
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


def test_the_focus_goes_from_start_to_stop_and_back_at_the_end(qtbot, active, tmp_path):
    active.start_requested.connect(lambda: active.show_waiting("One moment"))
    press(qtbot, active.start_button)
    assert active.stop_button.hasFocus()
    started(active, tmp_path)
    assert active.stop_button.hasFocus()
    active.show_event(Ended("finished", 10, None))
    assert active.start_button.hasFocus()


def test_the_focus_goes_from_stop_to_start_once_the_training_has_ended(qtbot, active, tmp_path):
    started(active, tmp_path)
    press(qtbot, active.stop_button)
    assert active.hasFocus() and not active.stop_button.isEnabled()
    active.show_event(Ended("stopped", 3, None))
    assert active.start_button.hasFocus()


def test_epochs_can_be_asked_for_one_by_one_with_one_key(qtbot, active, tmp_path):
    active.epoch_requested.connect(lambda: active.show_waiting("One moment"))
    press(qtbot, active.epoch_button)
    assert not active.epoch_button.hasFocus()
    started(active, tmp_path)
    active.show_event(Paused(1))
    assert active.epoch_button.hasFocus()


def test_the_focus_stays_where_somebody_took_it_during_the_training(qtbot, active, tmp_path):
    active.start_requested.connect(lambda: active.show_waiting("One moment"))
    press(qtbot, active.start_button)
    started(active, tmp_path)
    active.more_box.setFocus()
    active.show_event(Ended("finished", 10, None))
    assert active.more_box.hasFocus()
