"""What can be done with every viewer: copy, save picture, data and animation, by menu and by key."""

import csv
from itertools import pairwise

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from ae_workbench.data.loading import load
from ae_workbench.storage.samples import samples_home
from ae_workbench.ui.animation_dialog import MOST_FRAMES, AnimationDialog
from ae_workbench.ui.animation_export import thinned
from ae_workbench.ui.viewers.comparison.number_table import NumberTable
from tests.gui.windows import agree_to_close, open_window

WAIT_MS = 30_000


@pytest.fixture
def window(qtbot, trained_runs):
    """The real window with a real run, settled."""
    run = trained_runs["simple"]
    with open_window(qtbot, viewers=True, load=load, load_engine=None) as window:
        window.documents.open_path(run)
        wait_settled(qtbot, window)
        yield window


def wait_settled(qtbot, window):
    viewer = window.centre.commands.viewer
    qtbot.waitUntil(lambda: viewer.is_settled and viewer.shows_content, timeout=WAIT_MS)


def told(window):
    said = []
    window.centre.commands.told.connect(said.append)
    return said


def test_copy_puts_the_figure_on_the_clipboard_at_twice_the_size(qtbot, window):
    viewer = window.centre.commands.viewer
    window.centre.commands.copy_action.trigger()
    copied = QGuiApplication.clipboard().image()
    assert copied.size() == viewer.figure().size() * 2
    rows = ({copied.pixel(x, y) for x in range(copied.width())} for y in range(0, copied.height(), 4))
    assert max(map(len, rows)) > 100, "a row through pictures has more greys than one through letters"


def copied_by_key(qtbot, view):
    """What the key puts on the clipboard, as rows of cells."""
    QGuiApplication.clipboard().clear()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus, timeout=WAIT_MS)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    return [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]


def test_the_key_copies_chosen_runs_and_compared_numbers_as_text(qtbot, window):
    window.activateWindow()
    viewer = window.centre.viewers["runs"]
    window.centre.tabs.setCurrentWidget(viewer)
    wait_settled(qtbot, window)
    said = told(window)
    view = viewer.list_page.view
    view.clearSelection()
    assert copied_by_key(qtbot, view) == [] and not QGuiApplication.clipboard().image().isNull()
    view.select([samples_home() / "simple", samples_home() / "deep"])
    names = {run.name for run in view.selected}
    titles, *rows = copied_by_key(qtbot, view)
    assert {row[0] for row in rows} == names and len(rows) == 2 and all(len(row) == len(titles) > 3 for row in rows)
    assert said[-1] == "2 rows are on the clipboard"
    viewer.list_page.compare_button.click()
    qtbot.waitUntil(lambda: len(viewer.comparison.runs) == 2 and viewer.is_settled, timeout=WAIT_MS)
    viewer.comparison.findChild(QPushButton, "comparison_numbers_button").click()
    titles, *rows = copied_by_key(qtbot, viewer.comparison.findChild(NumberTable))
    assert titles[0] == "Run" and {row[0] for row in rows} == names


def test_pictures_are_saved_as_png(qtbot, window, tmp_path):
    said = told(window)
    window.centre.commands.save_picture(tmp_path / "figure.png")
    qtbot.waitUntil(lambda: bool(said), timeout=WAIT_MS)
    with Image.open(tmp_path / "figure.png") as picture:
        size = window.centre.commands.viewer.figure().size() * 2
        assert (picture.width, picture.height) == (size.width(), size.height())


def test_a_folder_that_is_not_there_is_told(qtbot, window, tmp_path):
    with qtbot.waitSignal(window.centre.commands.refused, timeout=WAIT_MS):
        window.centre.commands.save_picture(tmp_path / "none" / "figure.png")


def test_data_are_saved_under_the_chosen_name(qtbot, window, tmp_path, monkeypatch):
    said = told(window)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "errors"), "CSV (*.csv)"))
    window.centre.commands.ask_table()
    qtbot.waitUntil(lambda: bool(said), timeout=WAIT_MS)
    titles, *rows = csv.reader((tmp_path / "errors.csv").read_text().splitlines())
    viewer = window.centre.commands.viewer
    assert [int(row[0]) for row in rows] == list(viewer.page.indices)
    assert titles[0] == "example" and len(rows) == len(viewer.page.errors)


def test_the_menu_comes_by_right_click_and_by_key(qtbot, window):
    commands = window.centre.commands
    viewer = commands.viewer
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        event = QContextMenuEvent(reason, QPoint(60, 60), viewer.grid.mapToGlobal(QPoint(60, 60)))
        QApplication.sendEvent(viewer.grid, event)
        qtbot.waitUntil(commands.menu.isVisible, timeout=WAIT_MS)
        assert commands.copy_action in commands.menu.actions()
        commands.menu.close()
    assert commands.menu in [action.menu() for action in window.menuBar().actions()]


def test_a_list_of_runs_has_no_epochs_in_its_menu(qtbot, window):
    commands = window.centre.commands
    foreign = {commands.back_action, commands.live_action, commands.animation_action}
    commands.pop_up(QPoint(60, 60))
    assert foreign <= set(commands.menu.actions())
    commands.menu.close()
    window.centre.tabs.setCurrentWidget(window.centre.viewers["runs"])
    wait_settled(qtbot, window)
    commands.pop_up(QPoint(60, 60))
    assert commands.copy_action in commands.menu.actions() and not foreign & set(commands.menu.actions())
    assert not [action for action in commands.menu.actions() if action.menu()], "no colour maps"
    commands.menu.close()
    commands.menu.aboutToShow.emit()
    assert foreign <= set(commands.menu.actions()), "the menu bar has them"


def test_keys_step_through_epochs_from_anywhere_in_the_window(qtbot, window):
    window.centre.commands.back_action.trigger()
    assert window.workspace.epoch == 2
    window.centre.commands.forward_action.trigger()
    assert window.workspace.epoch is None


def test_an_animation_shows_each_epoch_and_leaves_the_slider_where_it_was(qtbot, window, tmp_path):
    said = told(window)
    window.workspace.set_epoch(2)
    seen = []
    window.workspace.epoch_changed.connect(lambda: seen.append(window.workspace.epoch))
    window.centre.commands.export_animation(tmp_path / "learning.gif", [0, 1, 2, 3], 100)
    qtbot.waitUntil(lambda: bool(said), timeout=WAIT_MS)
    assert seen == [0, 1, 2, 3, 2]
    with Image.open(tmp_path / "learning.gif") as animation:
        size = window.centre.commands.viewer.figure().size()
        assert animation.n_frames == 4 and animation.size == (size.width(), size.height())
        frames = []
        for number in range(4):
            animation.seek(number)
            frames.append(np.asarray(animation.convert("L")))
        assert all((a != b).any() for a, b in pairwise(frames))


def test_a_cancelled_animation_writes_nothing(qtbot, window, tmp_path):
    path = tmp_path / "learning.gif"
    window.centre.commands.export_animation(path, [0, 1, 2, 3] * 20, 100)
    window.centre.commands.progress_box.reject()
    qtbot.waitUntil(lambda: window.centre.commands.progress_box is None, timeout=WAIT_MS)
    assert not path.exists() and window.workspace.epoch is None


def test_closing_while_an_animation_is_made_asks_and_then_leaves_nothing(qtbot, window, tmp_path):
    commands = window.centre.commands
    commands.export_animation(tmp_path / "learning.gif", [0, 1, 2, 3] * 200, 100)
    window.close()
    assert "An animation is being written" in window.closing.question.text()
    window.closing.question.defaultButton().click()
    assert commands.progress_box.isVisible() and window.isVisible()
    window.close()
    agree_to_close(qtbot, window)
    assert commands.progress_box is None and window.workspace.epoch is None
    assert list(tmp_path.iterdir()) == []


def test_the_dialog_keeps_the_last_epoch_and_a_bound_on_pictures(qtbot):
    assert thinned([0, 1, 2, 5, 9], 2) == [0, 2, 9] and thinned([0, 1, 2, 3], 2) == [0, 2, 3] and thinned([], 2) == []
    dialog = AnimationDialog(range(5000))
    qtbot.addWidget(dialog)
    dialog.every_box.setValue(1)
    assert len(dialog.epochs) <= MOST_FRAMES + 1 and dialog.epochs[-1] == 4999
    dialog.speed_box.setValue(20)
    assert dialog.frame_ms == 50
