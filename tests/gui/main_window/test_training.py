"""Training: start, pause, stop, one epoch, go on, and what stands in its way."""

import shutil
from dataclasses import replace

import numpy as np

from ae_workbench.data.loading import choice_for, load
from ae_workbench.engine.session import Session
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui.panels.training_buttons import State
from ae_workbench.variants.recipes import find_recipe, with_settings
from tests.gui.main_window.acting import SHORT, press, runs, until
from tests.gui.windows import WAIT_MS, open_window


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


def test_a_run_goes_on_with_its_data_wherever_they_lie_now(qtbot, tmp_path):
    before, after = tmp_path / "before.npy", tmp_path / "after.npy"
    np.save(before, np.random.default_rng(0).integers(0, 256, (40, 28, 28), np.uint8))
    with open_window(qtbot, load=load) as window:
        window.model.change(SHORT, "Shorter")
        show_data(qtbot, window, before)
        press(qtbot, window, "start_button")
        qtbot.waitUntil(lambda: "Finished after 3" in window.training.status.text(), timeout=WAIT_MS)
        before.rename(after)
        show_data(qtbot, window, after)
        window.training.more_box.setValue(2)
        press(qtbot, window, "more_button")
        qtbot.waitUntil(lambda: "Finished after 5" in window.training.status.text(), timeout=WAIT_MS)


def show_data(qtbot, window, path):
    choice = choice_for(str(path))
    window.model.change(replace(window.model.recipe, data=choice), "Other data")
    qtbot.waitUntil(lambda: getattr(window.workspace.dataset, "name", "") == path.stem, timeout=WAIT_MS)


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


def test_a_run_folder_that_cannot_be_made_is_told(qtbot, window, home):
    (home / "runs").write_text("a file where a folder should be")
    press(qtbot, window, "start_button")
    qtbot.waitUntil(lambda: "No run can be kept" in window.training.status.text(), timeout=WAIT_MS)
    assert window.training.start_button.isEnabled()


def test_two_epochs_on_the_real_digits(qtbot):
    with open_window(qtbot, make_session=Session, load=_load_digits) as window:
        window.model.change(with_settings(find_recipe("simple"), ["epochs=2"]), "Shorter")
        press(qtbot, window, "start_button")
        qtbot.waitUntil(lambda: "Finished after 2" in window.training.status.text(), timeout=60_000)
        history = RunFolder.open(runs()[0]).history()
        assert [record.epoch for record in history] == [1, 2]
        assert history[1].metrics["val_loss"] < history[0].metrics["val_loss"]
        assert len(window.training.curves.history) == 2


def test_a_run_without_weights_cannot_go_on_and_says_what_to_do(qtbot):
    with open_window(qtbot, make_session=Session, load=_load_digits) as window:
        window.model.change(with_settings(find_recipe("simple"), ["epochs=1", "code_size=4"]), "Shorter")
        press(qtbot, window, "start_button")
        qtbot.waitUntil(window.training.more_button.isEnabled, timeout=60_000)
        shutil.rmtree(runs()[0] / "weights")
        press(qtbot, window, "more_button")
        qtbot.waitUntil(lambda: "Failed" in window.training.status.text(), timeout=60_000)
        assert "bring back its folder weights" in window.training.status.text() and "Errno" not in window.training.status.text()


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


def test_event_files_without_their_package_are_refused_before_there_is_a_run(qtbot, monkeypatch):
    monkeypatch.setattr("ae_workbench.engine.session.find_spec", lambda name: None)
    with open_window(qtbot, load=_load_digits) as window:
        window.actions_["event_files"].trigger()
        press(qtbot, window, "start_button")
        qtbot.waitUntil(lambda: "need the package tensorboard" in window.training.status.text(), timeout=20_000)
        assert not runs()


def _load_digits(choice, progress):
    from ae_workbench.data.loading import load

    return load(choice, progress)
