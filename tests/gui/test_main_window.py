"""The window as a person uses it: start, pause, stop, go on, open, drop, close."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QThread, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QComboBox, QProgressBar, QPushButton, QSpinBox, QWidget

from ae_workbench.core.recipe import Choice
from ae_workbench.engine.session import Session
from ae_workbench.storage.paths import runs_home
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui.panels.training import State
from ae_workbench.variants.recipes import find_recipe, with_settings
from tests.gui.fakes import FakeLoad, endless_session
from tests.gui.windows import WAIT_MS, no_sample, open_window

SHORT = with_settings(find_recipe("simple"), ["epochs=3"])


@pytest.fixture
def window(qtbot):
    with open_window(qtbot) as window:
        window.model.change(SHORT, "Shorter")
        yield window


@pytest.fixture
def endless(qtbot):
    with open_window(qtbot, make_session=endless_session) as window:
        yield window


def press(qtbot, window, name):
    button = window.findChild(QPushButton, name)
    assert button.isEnabled(), name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def until(qtbot, window, state):
    qtbot.waitUntil(lambda: window.training.state is state, timeout=WAIT_MS)


def runs():
    return sorted(runs_home().iterdir()) if runs_home().is_dir() else []


def test_the_public_names_are_there(window):
    kinds = {
        "variant_cards": QWidget, "preset_box": QComboBox, "data_box": QComboBox, "start_button": QPushButton,
        "pause_button": QPushButton, "epoch_button": QPushButton, "stop_button": QPushButton, "epochs_box": QSpinBox,
        "progress_bar": QProgressBar, "loss_plot": QWidget, "reconstructions_view": QWidget,
    }  # fmt: skip
    for name, kind in kinds.items():
        assert len(window.findChildren(kind, name)) == 1, name


def test_every_control_can_be_named_and_is_explained(window):
    for button in window.training.findChildren(QPushButton):
        assert button.objectName() and (button.accessibleName() or button.text()) and button.toolTip(), button.text()


def test_start_trains_into_a_new_run_folder(qtbot, window):
    press(qtbot, window, "start_button")
    qtbot.waitUntil(lambda: "Finished after 3" in window.training.status.text(), timeout=WAIT_MS)
    [path] = runs()
    assert path.name.endswith("-simple")
    assert RunFolder.open(path).last_full_epoch == 3
    assert window.workspace.run == path
    assert window.workspace.newest_epoch == 3
    assert window.training.progress_bar.value() == window.training.progress_bar.maximum()


def test_starting_again_makes_another_run(qtbot, window):
    for _ in range(2):
        press(qtbot, window, "start_button")
        with qtbot.waitSignal(window.trainer.idle, timeout=WAIT_MS):
            pass
        until(qtbot, window, State.IDLE)
    assert len(runs()) == 2


def test_one_epoch_at_a_time(qtbot, window):
    for epoch in (1, 2):
        press(qtbot, window, "epoch_button")
        qtbot.waitUntil(lambda epoch=epoch: f"Paused after epoch {epoch}" in window.training.status.text(), timeout=WAIT_MS)
    assert RunFolder.open(runs()[0]).last_full_epoch == 2
    press(qtbot, window, "pause_button")
    qtbot.waitUntil(lambda: "Finished after 3" in window.training.status.text(), timeout=WAIT_MS)


def test_pause_resume_and_stop(qtbot, endless):
    press(qtbot, endless, "start_button")
    until(qtbot, endless, State.RUNNING)
    press(qtbot, endless, "pause_button")
    until(qtbot, endless, State.PAUSED)
    press(qtbot, endless, "pause_button")
    until(qtbot, endless, State.RUNNING)
    press(qtbot, endless, "stop_button")
    until(qtbot, endless, State.IDLE)
    assert RunFolder.open(runs()[0]).facts.outcome == "stopped"
    assert not endless.trainer.is_busy


def test_going_on_continues_the_same_run(qtbot, window):
    press(qtbot, window, "start_button")
    qtbot.waitUntil(window.training.more_button.isEnabled, timeout=WAIT_MS)
    window.training.more_box.setValue(2)
    window.model.change(find_recipe("deep"), "Another variant")
    press(qtbot, window, "more_button")
    qtbot.waitUntil(lambda: "Finished after 5" in window.training.status.text(), timeout=WAIT_MS)
    assert len(runs()) == 1
    assert len(window.training.curves.history) == 5


def test_shortcuts_press_the_buttons(qtbot, window):
    with qtbot.waitSignal(window.training.start_requested):
        window.actions_["start"].trigger()
    qtbot.waitUntil(lambda: window.training.start_button.isEnabled(), timeout=WAIT_MS)
    assert window.actions_["start"].shortcut().toString() == "F5"
    assert not window.actions_["stop"].isEnabled()


def test_the_designer_stays_usable_while_training(qtbot, endless):
    press(qtbot, endless, "start_button")
    until(qtbot, endless, State.RUNNING)
    endless.model.change(find_recipe("deep"), "Another variant")
    assert endless.model.plan is not None
    assert RunFolder.open(runs()[0]).recipe.variant == "simple"


def test_what_cannot_be_built_turns_start_off(window):
    window.model.change(with_settings(find_recipe("convolutional"), ["filters=8,8,8,8,8,8"]), "Too deep")
    window.model.refuse(ValueError("no"))
    assert not window.training.start_button.isEnabled()
    assert not window.actions_["start"].isEnabled()


def test_start_waits_for_data_that_are_still_loading(qtbot):
    load = FakeLoad()
    with open_window(qtbot, load=load) as window:
        window.model.change(replace(SHORT, data=Choice("mnist")), "Data set")
        press(qtbot, window, "start_button")
        assert "Loading the data" in window.training.status.text()
        assert window.training.stop_button.isEnabled()
        load.let_go.set()
        qtbot.waitUntil(lambda: "Finished after 3" in window.training.status.text(), timeout=WAIT_MS)


def test_waiting_for_data_can_be_given_up(qtbot, window):
    window.model.change(replace(SHORT, data=Choice("mnist")), "Data set")
    press(qtbot, window, "start_button")
    press(qtbot, window, "stop_button")
    qtbot.waitUntil(lambda: not window.loader.is_busy, timeout=WAIT_MS)
    assert window.training.start_button.isEnabled()
    assert not window.trainer.is_busy
    assert runs() == []


def test_data_that_cannot_be_loaded_are_told_in_a_sentence(qtbot, window):
    with qtbot.waitSignal(window.loader.failed, timeout=WAIT_MS):
        window.model.change(replace(SHORT, data=Choice("images", {"path": "/nowhere"})), "Data set")
    assert window.messages.text() == "There are no images in this folder: choose another."
    press(qtbot, window, "start_button")
    qtbot.waitUntil(lambda: "There are no images" in window.training.status.text(), timeout=WAIT_MS)
    assert window.training.state is State.IDLE


def test_a_run_folder_that_cannot_be_made_is_told(qtbot, window, home):
    (home / "runs").write_text("a file where a folder should be")
    press(qtbot, window, "start_button")
    qtbot.waitUntil(lambda: "No run can be kept" in window.training.status.text(), timeout=WAIT_MS)
    assert window.training.start_button.isEnabled()


def test_a_recipe_is_saved_and_opened_again(qtbot, window, tmp_path):
    path = tmp_path / "mine.json"
    assert window.isWindowModified()
    assert window.documents.save_to(path)
    assert not window.isWindowModified()
    assert window.windowTitle().startswith("mine")
    window.model.change(find_recipe("deep"), "Another variant")
    assert window.isWindowModified()
    window.actions_["undo"].trigger()
    assert not window.isWindowModified()
    window.model.change(find_recipe("deep"), "Another variant")
    assert window.documents.open_path(path)
    assert window.model.recipe == SHORT
    assert window.settings.recent == [path]


def test_opening_a_run_shows_its_recipe_and_curves(qtbot, window):
    press(qtbot, window, "start_button")
    qtbot.waitUntil(lambda: "Finished after 3" in window.training.status.text(), timeout=WAIT_MS)
    [path] = runs()
    window.model.change(find_recipe("deep"), "Another variant")
    window.workspace.set_run(None)
    assert len(window.training.curves.history) == 0
    assert window.documents.open_path(path)
    assert window.model.recipe == SHORT
    assert len(window.training.curves.history) == 3
    assert window.workspace.shown_epoch == 3
    assert "Finished after 3" in window.training.status.text()


def test_another_run_can_be_looked_at_while_one_trains(qtbot, endless):
    press(qtbot, endless, "start_button")
    until(qtbot, endless, State.RUNNING)
    trained = endless.workspace.run_folder
    other = RunFolder.create(runs_home() / "other", SHORT, endless.workspace.dataset)
    assert endless.documents.open_path(other.path)
    with qtbot.waitSignal(endless.trainer.happened, timeout=WAIT_MS):
        pass
    assert endless.workspace.run == other.path
    press(qtbot, endless, "stop_button")
    until(qtbot, endless, State.IDLE)
    assert RunFolder.open(trained.path).facts.outcome == "stopped"


@pytest.mark.parametrize("name", ["nothing.csv", "broken.json", "nothing.png"])
def test_what_cannot_be_opened_is_told_in_a_sentence(window, tmp_path, name):
    (tmp_path / "broken.json").write_text("{}")
    before = window.model.recipe
    assert not window.documents.open_path(tmp_path / name)
    assert window.messages.text().endswith((".", "?"))
    assert window.model.recipe == before


def drop(window, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, data, buttons, keys))


def test_recipes_and_data_can_be_dropped(qtbot, window, tmp_path):
    recipe = tmp_path / "deep.json"
    window.documents.save_to(recipe)
    window.model.change(find_recipe("deep"), "Another variant")
    drop(window, recipe)
    assert window.model.recipe == SHORT
    table = tmp_path / "waves.csv"
    table.write_text("1,2,3\n4,5,6\n")
    with qtbot.waitSignal(window.loader.began, timeout=WAIT_MS):
        drop(window, table)
    assert window.model.recipe.data == Choice("csv", {"path": str(table)})


def test_closing_while_training_asks_and_can_be_taken_back(qtbot, endless):
    press(qtbot, endless, "start_button")
    until(qtbot, endless, State.RUNNING)
    endless.close()
    question = endless.closing.question
    assert question is not None
    keep = question.defaultButton()
    qtbot.mouseClick(keep, Qt.MouseButton.LeftButton)
    assert endless.isVisible()
    assert endless.trainer.is_training
    assert endless.closing.question is None


def test_closing_while_training_stops_and_leaves_no_thread(qtbot, endless):
    press(qtbot, endless, "start_button")
    until(qtbot, endless, State.RUNNING)
    endless.close()
    stop = next(button for button in endless.closing.question.buttons() if button is not endless.closing.question.defaultButton())
    with qtbot.waitSignal(endless.closed, timeout=WAIT_MS):
        qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)
    assert not endless.isVisible()
    assert [thread for thread in endless.findChildren(QThread) if thread.isRunning()] == []
    assert RunFolder.open(runs()[0]).facts.outcome == "stopped"


def test_closing_while_data_load_does_not_wait_for_them(qtbot):
    with open_window(qtbot) as window:
        with qtbot.waitSignal(window.loader.began, timeout=WAIT_MS):
            window.model.change(replace(SHORT, data=Choice("mnist")), "Data set")
        with qtbot.waitSignal(window.closed, timeout=WAIT_MS):
            window.close()


def test_closing_before_the_first_paint_is_fine(qtbot):
    from ae_workbench.ui.main_window import MainWindow

    window = MainWindow(load_engine=lambda: "", find_sample=no_sample)
    with qtbot.waitSignal(window.closed, timeout=WAIT_MS):
        window.close()
    window.deleteLater()


def test_two_epochs_on_the_real_digits(qtbot):
    with open_window(qtbot, make_session=Session, load=_load_digits) as window:
        window.model.change(with_settings(find_recipe("simple"), ["epochs=2"]), "Shorter")
        press(qtbot, window, "start_button")
        qtbot.waitUntil(lambda: "Finished after 2" in window.training.status.text(), timeout=60_000)
        history = RunFolder.open(runs()[0]).history()
        assert [record.epoch for record in history] == [1, 2]
        assert history[1].metrics["val_loss"] < history[0].metrics["val_loss"]
        assert len(window.training.curves.history) == 2


def test_event_files_for_tensorboard_are_written_when_asked_for_and_the_wish_is_remembered(qtbot):
    with open_window(qtbot, make_session=Session, load=_load_digits) as window:
        window.model.change(with_settings(find_recipe("simple"), ["epochs=1", "code_size=4"]), "Shorter")
        window.actions_["event_files"].trigger()
        press(qtbot, window, "start_button")
        qtbot.waitUntil(lambda: "Finished after 1" in window.training.status.text(), timeout=60_000)
        assert list((runs()[0] / "tensorboard").rglob("events.out.*"))
    with open_window(qtbot) as window:
        assert window.actions_["event_files"].isChecked()
        assert window.trainer.writes_event_files


def _load_digits(choice, progress):
    from ae_workbench.data.loading import load

    return load(choice, progress)


STARTS_WITHOUT_TENSORFLOW = """
import json, sys
from ae_workbench.ui.application import make_application
app = make_application()
from ae_workbench.ui.main_window import MainWindow
slow = ("tensorflow", "keras", "sklearn", "scipy", "matplotlib", "PIL")
window = MainWindow(load_engine=lambda: "later", find_sample=lambda: None)
made = [name for name in slow if name in sys.modules]
window.workspace.dataset_changed.connect(window.close)
window.closed.connect(app.quit)
window.show()
app.exec()
print(json.dumps([made, [name for name in ("tensorflow", "keras") if name in sys.modules], window.workspace.dataset.name]))
"""


def test_the_window_and_its_first_data_need_no_tensorflow():
    done = subprocess.run([sys.executable, "-c", STARTS_WITHOUT_TENSORFLOW], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    made, loaded, name = json.loads(done.stdout)
    assert made == []
    assert loaded == []
    assert "igits" in name
