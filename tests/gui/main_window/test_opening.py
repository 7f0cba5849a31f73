"""Recipes, runs and data: saved, opened, dropped, or refused in a sentence."""

import shutil
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from ae_workbench.core.recipe import Choice
from ae_workbench.storage.paths import runs_home
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui.panels.training_buttons import State
from ae_workbench.variants.recipes import find_recipe
from tests.gui.dropping import drop
from tests.gui.main_window.acting import SHORT, press, runs, until
from tests.gui.windows import WAIT_MS


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


def test_a_dot_in_a_recipe_s_name_is_no_ending(window, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine v1.2"), ""))
    window.documents.save_as()
    assert window.documents.open_path(tmp_path / "mine v1.2.json")


def test_a_recipe_whose_ending_was_not_typed_is_not_replaced_unasked(window, tmp_path, monkeypatch):
    (tmp_path / "mine.json").write_text("precious")
    typed = iter([str(tmp_path / "mine"), ""])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (next(typed), ""))
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.No)
    window.documents.save_as()
    assert (tmp_path / "mine.json").read_text() == "precious"


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


def test_looking_at_a_run_costs_no_design(window, trained_runs):
    mine = find_recipe("deep")
    window.model.change(mine, "Another variant")
    window.documents.open_path(trained_runs["simple"])
    assert window.model.recipe != mine and not window.isWindowModified()
    assert "Open run Simple" in window.actions_["undo"].text()
    window.actions_["undo"].trigger()
    assert window.model.recipe == mine and window.isWindowModified()
    assert window.workspace.run == trained_runs["simple"]


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
    assert window.settings.recent == [table, recipe]


def test_of_several_dropped_files_one_is_opened_and_the_others_are_named(window, tmp_path):
    recipe = tmp_path / "deep.json"
    window.documents.save_to(recipe)
    window.model.change(find_recipe("deep"), "Another variant")
    drop(window, recipe, tmp_path / "b.json", tmp_path / "c.csv")
    assert window.model.recipe == SHORT
    assert window.messages.text().endswith("Left out: b.json, c.csv")
    drop(window, recipe)
    assert window.messages.text() == ""


def test_recent_files_of_one_name_are_told_apart(window, tmp_path):
    places = ["mine.json", "a/mine.json", "b/deep/mine.json", "c/deep/mine.json", "more & other.json"]
    for place in places:
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        window.documents.save_to(tmp_path / place)
    menu = window.documents.recent_menu
    window.documents.fill_recent()
    assert [action.text() for action in menu.actions()][::-1] == [
        f"mine.json ({tmp_path.name})", "mine.json (a)", f"mine.json ({tmp_path / 'b/deep'})", f"mine.json ({tmp_path / 'c/deep'})",
        "more && other.json",
    ]  # fmt: skip
    assert menu.toolTipsVisible() and [action.toolTip() for action in menu.actions()][::-1] == [str(tmp_path / place) for place in places]
    menu.actions()[-2].trigger()
    assert window.model.path == tmp_path / "a/mine.json"


def test_recent_runs_are_called_by_their_own_names(window, trained_runs, tmp_path):
    for folder, name in (("run-1", "Mine"), ("run-2", "Twice"), ("run-3", "Twice")):
        run = RunFolder.open(shutil.copytree(trained_runs["simple"], tmp_path / folder))
        run.change_recipe(replace(run.recipe, name=name))
        window.documents.open_path(tmp_path / folder)
    window.documents.fill_recent()
    assert [action.text() for action in window.documents.recent_menu.actions()] == ["Twice (run-3)", "Twice (run-2)", "Mine"]
