"""Exports from the window: menu, dialog and thread, with real runs and real files."""

import csv
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QMenu

from ae_workbench.core.resources import resource
from ae_workbench.data.loading import load
from ae_workbench.data.source import Cancelled
from ae_workbench.export.exporter import ExportRequest
from ae_workbench.export.exporters import EXPORTERS, export
from ae_workbench.export.figures import FIGURES, FigureRequest, write_figure
from ae_workbench.ui.animation_dialog import AnimationDialog
from ae_workbench.ui.exporting.items import items
from tests.gui.windows import agree_to_close, open_window

WAIT_MS = 60_000
SAMPLES = resource("samples")


@pytest.fixture
def window(qtbot, tmp_path):
    """The real window with a sample run, its exports in the test's folder."""
    with open_window(qtbot, viewers=True, load=load, load_engine=None) as window:
        window.settings.export_folder = tmp_path
        window.documents.open_path(SAMPLES / "denoising")
        viewer = window.centre.commands.viewer
        qtbot.waitUntil(lambda: viewer.is_settled and viewer.shows_content, timeout=WAIT_MS)
        yield window


def opened(window, key: str):
    window.exporting.open_for(key)
    return window.exporting.dialog


def exported(qtbot, window, key: str, **boxes) -> Path:
    """What pressing Export writes; ``boxes`` are chosen before."""
    dialog = opened(window, key)
    for name, value in boxes.items():
        box = getattr(dialog.form, f"{name}_box")
        if hasattr(box, "findData"):
            box.setCurrentIndex(box.findData(value))
        else:
            box.setValue(value)
    path = dialog.path
    assert dialog.export_button.isEnabled(), dialog.problem.text()
    QTest.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.is_busy, timeout=WAIT_MS)
    assert not dialog.isVisible(), dialog.problem.text()
    return path


def test_export_is_where_other_dialogs_have_what_they_are_for(qtbot, window):
    dialog = opened(window, "figure/reconstructions")
    other = AnimationDialog([1, 2, 3])
    qtbot.addWidget(other)
    other.show()
    box = other.findChild(QDialogButtonBox)
    choose, cancel = (box.button(button) for button in (QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel))
    qtbot.waitUntil(lambda: dialog.export_button.x() != dialog.cancel_button.x())
    assert (dialog.export_button.x() < dialog.cancel_button.x()) is (choose.x() < cancel.x())


# The menu


def test_everything_that_can_be_exported_is_in_the_menu(window):
    menus = {menu.objectName(): menu for menu in window.exporting.menu.findChildren(QMenu)}
    names = [action.objectName() for menu in menus.values() for action in menu.actions()]
    assert set(menus) >= {"export_figures_menu", "export_data_menu", "export_models_menu"}
    assert sorted(names) == sorted(f"{item.key.replace('/', '_')}_action" for item in items())
    assert {f"figure_{key}_action" for key in FIGURES.keys} | {f"export_{key}_action" for key in EXPORTERS.keys} == set(names)
    [files] = [action.menu() for action in window.menuBar().actions() if window.exporting.menu.menuAction() in action.menu().actions()]
    assert files.actions()[-1] is window.actions_["quit"]


def test_ctrl_e_opens_the_dialog_at_what_was_exported_last(qtbot, window):
    window.settings.export_key = "export/errors"
    QTest.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    dialog = window.exporting.dialog
    assert dialog.isVisible() and dialog.item.key == "export/errors"
    assert dialog.title.text() == "Errors" and "PSNR" in dialog.help.text()


def test_without_a_run_nothing_can_be_exported_and_that_is_said(qtbot):
    with open_window(qtbot) as window:
        window.exporting.open()
        assert "There is no run to export yet" in window.messages.text() and window.exporting.dialog is None
        assert not any(menu.isEnabled() for menu in window.exporting.menu.findChildren(QMenu))


# Figures


def test_window_and_command_give_the_same_figure(qtbot, window, tmp_path):
    window.workspace.set_epoch(5)
    path = exported(qtbot, window, "figure/codes", dpi=90)
    assert path == tmp_path / "Denoising codes epoch 5.png"
    write_figure(FIGURES["codes"], FigureRequest((SAMPLES / "denoising",), tmp_path / "b.png", epoch=5, dpi=90))
    assert path.read_bytes() == (tmp_path / "b.png").read_bytes()


def test_the_context_menu_saves_the_figure_of_its_viewer_with_what_it_shows(qtbot, window, tmp_path):
    commands = window.centre.commands
    viewer = commands.viewer
    viewer.count_box.setValue(6)
    qtbot.waitUntil(lambda: viewer.is_settled and viewer.page is not None and len(viewer.page.indices) == 6, timeout=WAIT_MS)
    place = QPoint(60, 60)
    QApplication.sendEvent(viewer.grid, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewer.grid.mapToGlobal(place)))
    qtbot.waitUntil(commands.menu.isVisible, timeout=WAIT_MS)
    shown = commands.menu.actions()
    assert [action for action in shown if action in (commands.copy_action, commands.copy_table_action, commands.figure_action)]
    commands.menu.close()
    commands.figure_action.trigger()
    dialog = window.exporting.dialog
    assert dialog.item.key == "figure/reconstructions" and dialog.form.takes_shown
    path = exported(qtbot, window, "figure/reconstructions", dpi=60)
    wanted = FigureRequest((SAMPLES / "denoising",), tmp_path / "b.png", epoch=20, examples=viewer.page.indices, dpi=60)
    write_figure(FIGURES["reconstructions"], wanted)
    assert path.read_bytes() == (tmp_path / "b.png").read_bytes()


def test_the_form_shows_what_counts_and_the_name_follows(window, tmp_path):
    dialog = opened(window, "figure/denoising")
    form = dialog.form
    seen = lambda box: form.rows.isRowVisible(box)  # noqa: E731
    assert seen(form.noise_row) and seen(form.dpi_box) and seen(form.count_box) and not seen(form.part_box)
    assert form.noise_box.currentData() == "gaussian" and form.amount_box.value() == 0.5
    form.ending_box.setCurrentIndex(form.ending_box.findData(".pdf"))
    assert dialog.name_field.text() == "Denoising epoch 20.pdf"
    dialog.select("export/keras")
    assert seen(form.part_box) and not seen(form.dpi_box) and not seen(form.noise_row) and dialog.name_field.text().endswith(".keras")
    dialog.name_field.clear()
    QTest.keyClicks(dialog.name_field, "mine")
    dialog.select("figure/loss")
    assert dialog.name_field.text() == "mine.png" and not seen(form.epoch_box)
    assert form.ending_box.currentData() == ".png"


def test_a_dot_in_a_name_of_one_s_own_is_no_ending_when_another_format_is_chosen(window):
    dialog = opened(window, "figure/loss")
    dialog.name_field.clear()
    QTest.keyClicks(dialog.name_field, "fig v1.2")
    form = dialog.form
    for ending in (".pdf", ".svg"):
        form.ending_box.setCurrentIndex(form.ending_box.findData(ending))
        assert dialog.name_field.text() == f"fig v1.2{ending}"
    dialog.select("export/savedmodel")
    assert dialog.name_field.text() == "fig v1.2"


def test_what_cannot_be_done_is_said_at_the_button(window, tmp_path):
    dialog = opened(window, "figure/compare")
    assert not dialog.export_button.isEnabled() and "needs two runs" in dialog.problem.text()
    dialog.select("figure/loss")
    assert dialog.export_button.isEnabled() and not dialog.problem.text()
    dialog.name_field.clear()
    QTest.keyClicks(dialog.name_field, "none/a.png")
    assert not dialog.export_button.isEnabled() and "doesn't exist" in dialog.problem.text()
    (tmp_path / "old.png").touch()
    dialog.name_field.clear()
    QTest.keyClicks(dialog.name_field, "old.png")
    assert dialog.export_button.isEnabled() and "will be replaced" in dialog.problem.text()


@pytest.mark.parametrize(("key", "name", "beside"), [
    ("export/script", "mine.py", "mine_data.npz"), ("export/notebook", "mine.ipynb", "mine_data.npz"), ("export/errors", "mine.csv", ""),
])  # fmt: skip
def test_all_files_that_would_be_replaced_are_named(window, tmp_path, key, name, beside):
    dialog = opened(window, key)
    dialog.name_field.setText(name)
    assert not dialog.problem.text()
    (tmp_path / "mine_data.npz").touch()
    dialog.name_field.setText(f"./{name}")
    assert dialog.problem.text() == (f"{beside} is there already and will be replaced." if beside else "")
    (tmp_path / name).touch()
    dialog.name_field.setText(name)
    both = f"{name} and {beside} are there already and will be replaced."
    assert dialog.problem.text() == (both if beside else f"{name} is there already and will be replaced.")


def test_a_long_path_in_what_is_said_leaves_the_dialog_as_wide_as_it_was(qtbot, window):
    dialog = opened(window, "figure/loss")
    width = dialog.width()
    dialog.name_field.setText(f"{'folder_that_is_not_there_' * 9}/a.png")
    qtbot.waitUntil(lambda: dialog.problem.height() >= dialog.problem.heightForWidth(dialog.problem.width()))
    assert not dialog.export_button.isEnabled() and "exist" in dialog.problem.text()
    assert dialog.minimumSizeHint().width() <= width == dialog.width()


def test_runs_chosen_for_comparison_are_compared(qtbot, window):
    window.workspace.compare((SAMPLES / "denoising", SAMPLES / "simple"))
    path = exported(qtbot, window, "figure/compare", dpi=60)
    assert path.name == "Comparison.png"
    with Image.open(path) as picture:
        assert picture.width > 300


# Data and models


def test_data_are_those_of_the_exporter(qtbot, window, tmp_path):
    path = exported(qtbot, window, "export/errors", ending=".csv", split="train")
    export(EXPORTERS["errors"], ExportRequest(SAMPLES / "denoising", tmp_path / "b.csv", split="train"))
    assert path.read_bytes() == (tmp_path / "b.csv").read_bytes()
    with path.open(encoding="utf-8") as file:
        assert len(list(csv.reader(file))) == 1 + 1437


def test_a_model_is_written_and_its_folder_shown(qtbot, window, tmp_path, monkeypatch):
    path = exported(qtbot, window, "export/onnx", part="encoder")
    assert path.stat().st_size > 1000
    opened_urls = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened_urls.append)
    assert "Exported" in window.messages.text()
    window.messages.offer_button.click()
    assert [Path(url.toLocalFile()) for url in opened_urls] == [tmp_path]
    assert window.settings.export_key == "export/onnx" and window.settings.export_folder == tmp_path


def test_an_export_can_be_cancelled_and_leaves_nothing(qtbot, window, tmp_path):
    dialog = opened(window, "export/tsne")
    dialog.export_button.click()
    assert dialog.is_busy and not dialog.form.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.is_busy, timeout=WAIT_MS)
    assert dialog.isVisible() and dialog.export_button.isEnabled() and list(tmp_path.iterdir()) == []


def test_a_failure_is_said_in_the_dialog(qtbot, window, tmp_path):
    dialog = opened(window, "figure/loss")

    def fail(progress):
        progress(0.5, "Trying")
        raise OSError("the disk is on fire")

    dialog._show_busy(True)
    window.exporting.begin(fail)
    qtbot.waitUntil(lambda: not dialog.is_busy, timeout=WAIT_MS)
    assert "the disk is on fire" in dialog.problem.text() and dialog.isVisible()
    assert window.exporting.thread_ is None


def test_closing_while_an_export_is_written_asks_and_then_ends_it(qtbot, window, tmp_path):
    ended = []

    def endless(progress):
        try:
            while True:
                progress(0.0, "Waiting")
        except Cancelled:
            ended.append(True)
            raise

    dialog = opened(window, "figure/loss")
    dialog._show_busy(True)
    window.exporting.begin(endless)
    window.close()
    assert "An export is being written" in window.closing.question.text()
    window.closing.question.defaultButton().click()
    assert window.exporting.thread_ is not None and window.isVisible()
    window.close()
    agree_to_close(qtbot, window)
    assert ended == [True] and list(tmp_path.iterdir()) == [] and not dialog.isVisible()


# The clipboard


def test_a_table_is_copied_as_spreadsheets_take_it(qtbot, window):
    commands = window.centre.commands
    viewer = commands.viewer
    commands.fill()
    assert commands.copy_table_action.isVisible()
    commands.copy_table_action.trigger()
    titles, *rows = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert titles[:2] == ["example", "label"] and [int(row[0]) for row in rows] == list(viewer.page.indices)
    np.testing.assert_allclose([float(row[titles.index("bce")]) for row in rows], viewer.page.values["bce"])
