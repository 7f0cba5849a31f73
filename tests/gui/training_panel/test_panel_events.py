"""The training panel's buttons, words and bar follow events."""

import pytest
from PySide6.QtCore import Qt

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.engine.events import BatchesEnded, Ended, EpochEnded, Paused, Preparing, Resumed
from ae_workbench.storage.run_folder import EpochRecord, RunFolder
from ae_workbench.ui.panels import training
from ae_workbench.ui.workers import TrainingThread
from ae_workbench.variants.recipes import find_recipe
from tests.gui.fakes import endless_session, small_dataset
from tests.gui.paintings import Paintings
from tests.gui.training_panel.told import started
from tests.gui.turns import settle_events


@pytest.fixture
def endless(tmp_path):
    recipe, dataset = find_recipe("simple"), small_dataset()
    return endless_session(recipe, dataset, RunFolder.create(tmp_path / "run", recipe, dataset))


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
        ("stopped", None, "Stopped after epoch 7."),
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


def test_epochs_that_are_whole_are_counted_once_a_training_stands(panel, tmp_path):
    started(panel, tmp_path, 3)
    panel.show_event(BatchesEnded(2, 5, 10, 1000.0, 1.0, {"loss": 0.5}))
    assert panel.epoch_label.text() == "Epoch 2 of 3"
    panel.show_event(Paused(1))
    assert panel.epoch_label.text() == "Epoch 1 of 3" and "after epoch 1" in panel.status.text()
    panel.show_event(Resumed())
    panel.show_event(BatchesEnded(3, 5, 10, 1000.0, 1.0, {"loss": 0.5}))
    panel.show_event(Ended("stopped", 2, None))
    assert panel.epoch_label.text() == "Epoch 2 of 3" and panel.status.text() == "Stopped after epoch 2."


@pytest.mark.parametrize(
    ("whole", "said"),
    [
        (0, "Stopped in the first epoch."),
        (1, "Stopped in epoch 2; 1 epoch is whole."),
        (6, "Stopped in epoch 7; 6 epochs are whole."),
    ],
)
def test_an_epoch_that_was_begun_is_named_as_the_slider_does(panel, tmp_path, whole, said):
    started(panel, tmp_path)
    panel.show_event(EpochEnded(whole + 1, 1.0, {"loss": 0.5}, partial=True))
    panel.show_event(Ended("stopped", whole, None))
    assert panel.status.text() == said and panel.epoch_label.text() == f"Epoch {whole + 1} of 10"


def test_nothing_is_left_of_a_run_that_is_no_longer_shown(panel, tmp_path):
    started(panel, tmp_path)
    panel.show_event(BatchesEnded(2, 5, 10, 1000.0, 1.0, {"loss": 0.5}))
    panel.show_event(Ended("stopped", 1, None))
    panel.show_run(None)
    assert panel.status.text() == "Ready to train." and panel.progress_bar.value() <= 0
    assert panel.epoch_label.text() == "" and panel.speed_label.text() == ""


def test_a_stored_run_is_told_as_it_was_when_it_was_stopped(panel, tmp_path):
    run = RunFolder.create(tmp_path / "run", find_recipe("simple"), small_dataset())
    run.add_epoch(EpochRecord(1, 0.1, {"loss": 1.0, "val_loss": 1.0}), [], None)
    run.add_epoch(EpochRecord(2, 0.1, {"loss": 0.5}, partial=True), [], None)
    run.end("stopped")
    panel.show_run(run)
    assert panel.status.text() == "Stopped in epoch 2; 1 epoch is whole."
    assert panel.epoch_label.text().startswith("Epoch 2 of")
