"""The epoch slider: drives the workspace's epoch, follows while live, keeps its place otherwise, and plays."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ae_workbench.storage.run_folder import EpochRecord, RunFolder
from ae_workbench.ui.panels.epoch_bar import EpochBar
from ae_workbench.variants.recipes import find_recipe
from tests.gui.fakes import small_dataset
from tests.gui.layouts import Requests
from tests.gui.turns import fire, long_rests, settle_events

WAIT_MS = 10_000


def record(epoch):
    return EpochRecord(epoch, 0.1, {"loss": 1 / epoch, "val_loss": abs(epoch - 7) + 0.5})


@pytest.fixture
def run(tmp_path):
    """Epochs 0 to 10; the seventh has the lowest validation loss."""
    run = RunFolder.create(tmp_path / "run", find_recipe("simple"), small_dataset())
    run.write_weights(0, [np.zeros(1)])
    for epoch in range(1, 11):
        run.add_epoch(record(epoch), [np.zeros(1)], None)
    return run


@pytest.fixture
def bar(qtbot, workspace, codec):
    bar = EpochBar(workspace, codec)
    qtbot.addWidget(bar)
    bar.resize(900, 44)
    bar.show()
    return bar


def store(workspace, epoch):
    workspace.run_folder.add_epoch(record(epoch), [np.zeros(1)], None)
    workspace.epoch_stored(epoch, record(epoch).metrics)


def test_without_a_run_it_is_empty_and_off(bar):
    assert bar.label.text() == ""
    assert not any(widget.isEnabled() for widget in (bar.slider, bar.play_button, bar.live_button))


def test_it_begins_live_at_the_right_end(bar, workspace, run):
    workspace.set_run(run)
    assert (bar.slider.minimum(), bar.slider.maximum(), bar.slider.value()) == (0, 10, 10)
    assert bar.live_button.isChecked() and bar.label.text() == "Epoch 10"


def test_keys_choose_the_epoch(qtbot, bar, workspace, run):
    workspace.set_run(run)
    bar.slider.setFocus()
    qtbot.keyClick(bar.slider, Qt.Key.Key_Left)
    assert workspace.epoch == 9 and not bar.live_button.isChecked()
    qtbot.keyClick(bar.slider, Qt.Key.Key_Home)
    assert workspace.epoch == 0 and bar.label.text() == "Epoch 0"
    qtbot.keyClick(bar.slider, Qt.Key.Key_Right)
    assert workspace.epoch == 1
    qtbot.keyClick(bar.slider, Qt.Key.Key_End)
    assert workspace.epoch is None and bar.live_button.isChecked()


def test_a_click_on_the_groove_goes_there(qtbot, bar, workspace, run):
    workspace.set_run(run)
    place = bar.slider.rect().center()
    place.setX(round(bar.slider.x_of(4)))
    qtbot.mouseClick(bar.slider, Qt.MouseButton.LeftButton, pos=place)
    assert workspace.epoch == 4


def test_live_it_follows_new_epochs_and_pinned_it_keeps_its_place(qtbot, bar, workspace, run):
    workspace.set_run(run)
    store(workspace, 11)
    assert bar.slider.value() == bar.slider.maximum() == 11 and bar.label.text() == "Epoch 11"
    bar.slider.setValue(3)
    store(workspace, 12)
    qtbot.waitUntil(lambda: bar.slider.maximum() == 12)
    assert workspace.epoch == 3 and bar.slider.value() == 3
    bar.live_button.click()
    assert workspace.epoch is None and bar.label.text() == "Epoch 12"


def test_it_says_what_the_viewers_show_as_soon_as_they_do(qtbot, bar, workspace, run, monkeypatch):
    workspace.set_run(run)
    long_rests(qtbot, monkeypatch, workspace.pace, bar._pace)
    store(workspace, 11)
    store(workspace, 12)
    workspace.pace.catch_up()  # as a training's end has it
    assert bar.label.text() == "Epoch 12"


def test_epochs_that_come_fast_are_all_known_and_the_last_is_shown(qtbot, bar, workspace, run, monkeypatch):
    workspace.set_run(run)
    long_rests(qtbot, monkeypatch, workspace.pace, bar._pace)
    for epoch in range(11, 15):
        store(workspace, epoch)
    assert bar.label.text() == "Epoch 11"
    fire(bar._pace._rest)
    assert bar.label.text() == "Epoch 14"
    assert all(f"Loss: {1 / epoch:.4g}" in bar._tip(epoch) for epoch in range(11, 15))
    workspace.pace.catch_up()  # the viewers' rest would outlive the test


def test_another_epoch_leaves_what_is_around_the_bar_in_its_place(qtbot, bar, workspace, run):
    around = QWidget()
    qtbot.addWidget(around)
    QVBoxLayout(around).addWidget(bar)
    around.show()
    workspace.set_run(run)

    settle_events()
    requests, groove = Requests(around), bar.slider.geometry()
    store(workspace, 11)
    settle_events()
    assert bar.label.text() == "Epoch 11" and bar.label.width() >= bar.label.sizeHint().width()
    assert requests.count == 0 and bar.slider.geometry() == groove
    bar.setParent(None)  # closed for itself, as in the other tests


def test_it_follows_the_workspace(bar, workspace, run):
    workspace.set_run(run)
    workspace.set_epoch(6)
    assert bar.slider.value() == 6
    workspace.set_run(None)
    assert not bar.slider.isEnabled() and bar.label.text() == ""


def test_the_tip_tells_an_epochs_metrics_and_which_is_best(qtbot, bar, workspace, run):
    workspace.set_run(run)
    qtbot.waitUntil(lambda: 7 in bar.metrics, timeout=WAIT_MS)
    assert "Loss: 0.1429" in bar._tip(7) and "Loss, validation: 0.5" in bar._tip(7)
    assert "Lowest" in bar._tip(7) and "Lowest" not in bar._tip(6)
    store(workspace, 11)
    assert "Loss: 0.09091" in bar._tip(11)


def test_play_goes_through_all_epochs_and_stops_at_the_end(qtbot, bar, workspace, run):
    workspace.set_run(run)
    bar.speed_box.setCurrentIndex(bar.speed_box.count() - 1)
    seen = []
    workspace.epoch_changed.connect(lambda: seen.append(workspace.epoch))
    bar.play_button.click()
    assert bar.is_playing
    qtbot.waitUntil(lambda: not bar.is_playing, timeout=WAIT_MS)
    assert seen == [*range(10), None]
    assert not bar.play_button.isChecked()


def test_another_run_ends_playing(bar, workspace, run):
    workspace.set_run(run)
    bar.play_button.click()
    workspace.set_run(None)
    assert not bar.is_playing


def test_a_thousand_epochs_stay_quick(qtbot, bar, workspace, run):
    with (run.path / "history.jsonl").open("a") as history:
        for epoch in range(11, 1001):
            (run.path / "weights" / f"{epoch:04d}.npz").touch()
            history.write(f'{{"epoch": {epoch}, "seconds": 1.0, "metrics": {{"loss": 0.5}}}}\n')
    workspace.set_run(RunFolder.open(run.path))
    assert bar.slider.maximum() == 1000
    bar.slider.setValue(500)
    assert workspace.epoch == 500
