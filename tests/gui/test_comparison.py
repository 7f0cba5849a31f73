"""Runs beside each other: curves, the same images through all, numbers with the best marked. Real models throughout."""

import csv
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from ae_workbench.core.recipe import Choice
from ae_workbench.data.loading import load
from ae_workbench.storage.samples import samples_home
from ae_workbench.ui import theme
from ae_workbench.ui.viewers.comparison.jobs import ComparedRun, HistoriesJob, Results, typical_indices
from ae_workbench.ui.viewers.comparison.number_table import BEST_ROLE
from ae_workbench.ui.viewers.comparison.numbers import QUANTITIES, numbers
from ae_workbench.ui.workspace import Workspace
from tests.gui.runs_on_disk import copy_run, runs_viewer

WAIT_MS = 60_000


@pytest.fixture
def viewer(qtbot, codec, digits):
    workspace = Workspace()
    workspace.set_dataset(Choice("digits"), digits)
    with runs_viewer(qtbot, codec, workspace) as viewer:
        yield viewer


def compare(qtbot, viewer, *keys):
    """Choose samples in the list and press the button, as a person does."""
    with qtbot.waitSignal(viewer.settled, timeout=WAIT_MS):
        viewer.show()
    viewer.list_page.view.select([samples_home() / key for key in keys])
    qtbot.mouseClick(viewer.list_page.compare_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(viewer.comparison.runs), timeout=WAIT_MS)
    page = viewer.comparison
    fitting = sum(page._fits(run) for run in page.runs)
    qtbot.waitUntil(lambda: len(page.results) == fitting and viewer.is_settled, timeout=WAIT_MS)
    return page


def column(page, key):
    return [quantity.key for quantity in page.numbers.quantities].index(key)


def test_three_runs_beside_each_other(qtbot, viewer):
    page = compare(qtbot, viewer, "simple", "sparse", "variational")
    assert viewer.is_comparing and "3" in page.title.text()
    assert viewer.workspace.compared == tuple(samples_home() / key for key in ("simple", "sparse", "variational"))
    assert page.grid.row_titles == ("Input", "Simple", "Sparse", "Variational")
    assert len(page.grid.tiles) == 10
    assert all(len(tile.pictures) == 4 and None not in tile.pictures for tile in page.grid.tiles)
    reconstruction = column(page, "reconstruction")
    values = [row[reconstruction] for row in page.numbers.values]
    known = [run.records[-1].metrics["val_reconstruction"] for run in page.runs]
    assert values[:2] == pytest.approx(known[:2], rel=1e-3)
    assert values[2] == pytest.approx(known[2], rel=1e-2)  # validated on drawn codes, compared on their means
    model = page.table.numbers_model
    marked = [bool(model.index(row, reconstruction + 1).data(BEST_ROLE)) for row in range(3)]
    assert marked == [value == min(values) for value in values]


def test_curves_are_overlaid_and_the_metric_can_be_chosen(qtbot, viewer):
    page = compare(qtbot, viewer, "simple", "variational")
    assert len(page.curves.plot._items) == 4
    page.metric_box.setCurrentIndex(page.metric_box.findData("kl"))
    page.metric_box.activated.emit(page.metric_box.currentIndex())
    shown = {key: len(item.getData()[0] if item.getData()[0] is not None else ()) for key, item in page.curves.plot._items.items()}
    assert shown["1 kl"] == 80 and shown["0 kl"] == 0
    page.curves.plot.hovered.emit(40.2)
    assert "Epoch 40" in page.curves.plot.caption.text()


def test_a_run_on_other_data_keeps_its_place_but_stays_empty(qtbot, viewer):
    page = compare(qtbot, viewer, "simple", "sequence")
    assert page.grid.row_titles == ("Input", "Simple")
    assert page.numbers.values[1][column(page, "mse")] is None
    assert page.numbers.values[1][column(page, "epochs")] == 80
    assert "another shape" in page.note.text()


def test_runs_that_take_none_of_the_data_say_what_to_choose(qtbot, viewer):
    copy_run(samples_home() / "sequence", "twin", "Twin")
    with qtbot.waitSignal(viewer.settled, timeout=WAIT_MS):
        viewer.show()
    viewer.workspace.compare((samples_home() / "sequence", viewer.list_page.model.found[0].path))
    qtbot.waitUntil(lambda: bool(viewer.comparison.runs) and viewer.is_settled, timeout=WAIT_MS)
    assert "choose data" in viewer.comparison.hint.text() and viewer.comparison.hint.isVisible()
    viewer.workspace.set_dataset(Choice("waves"), load(Choice("waves", {"count": 100})))
    qtbot.waitUntil(lambda: len(viewer.comparison.results) == 2, timeout=WAIT_MS)
    assert viewer.comparison.grid.isVisible()
    assert "PSNR" not in [quantity.title for quantity in viewer.comparison.numbers.quantities]


def test_escape_and_the_button_lead_back(qtbot, viewer):
    page = compare(qtbot, viewer, "simple", "sparse")
    qtbot.keyClick(page.back_button, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not viewer.is_comparing, timeout=WAIT_MS)
    assert viewer.workspace.compared == ()
    assert [run.name for run in viewer.list_page.view.selected] == ["Simple", "Sparse"]


def test_a_click_picks_the_image_and_one_picked_elsewhere_is_shown_first(qtbot, viewer):
    page = compare(qtbot, viewer, "simple", "sparse")
    viewer.workspace.pick(page.grid.tiles[3].index)
    assert page.grid.marked == page.grid.tiles[3].index
    viewer.workspace.pick(200)
    qtbot.waitUntil(lambda: page.grid.tiles[0].index == 200, timeout=WAIT_MS)


def test_numbers_are_copied_and_saved(qtbot, viewer, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "numbers v1.2"), ""))
    page = compare(qtbot, viewer, "simple", "sparse")
    page.copy_button.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("run\treconstruction\tmse") and lines[1].startswith("Simple\t0.1")
    with qtbot.waitSignal(viewer.told, timeout=WAIT_MS):
        page.save_button.click()
    with (tmp_path / "numbers v1.2.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["run"] for row in rows] == ["Simple", "Sparse"]
    assert float(rows[0]["psnr"]) > 15
    assert viewer.table()[0][0] == "run"


def test_a_run_that_goes_while_compared_is_told_of(qtbot, viewer):
    mine = copy_run(samples_home() / "simple", "mine", "Mine")
    with qtbot.waitSignal(viewer.settled, timeout=WAIT_MS):
        viewer.show()
    for path in (mine / "weights").iterdir():
        path.write_bytes(b"")
    viewer.workspace.compare((mine, samples_home() / "sparse"))
    qtbot.waitUntil(lambda: bool(viewer.said) and len(viewer.comparison.results) == 1, timeout=WAIT_MS)
    assert "can't be read" in viewer.said[-1]
    assert viewer.comparison.numbers.values[0][0] is None


def made_up(name, **changes):
    run = ComparedRun(samples_home() / name, name, code_size=32, parameter_count=100)
    return replace(run, **changes)


def result(run, digits, **metrics):
    return Results(run.path, 1, digits, (0,), metrics=metrics)


def test_the_best_is_the_smallest_or_the_largest_as_far_as_it_can_be_read(digits):
    a, b, c = (made_up(name, code_size=size) for name, size in (("a", 8), ("b", 8), ("c", 16)))
    found = {
        a.path: result(a, digits, mse=0.010001, psnr=20.0, kl=3.0),
        b.path: result(b, digits, mse=0.010002, psnr=21.0, kl=2.0),
        c.path: result(c, digits, mse=0.02, psnr=19.0),
    }
    made = numbers((a, b, c), found)
    best = {quantity.key: made.best(place) for place, quantity in enumerate(made.quantities)}
    assert best["mse"] == {0, 1} and best["psnr"] == {1} and best["code"] == {0, 1}
    assert best["kl"] == best["parameters"] == frozenset()
    assert made.text(2, [quantity.key for quantity in made.quantities].index("kl")) == "–"


def test_quantities_that_no_run_has_are_left_out(digits):
    a = made_up("a")
    keys = [quantity.key for quantity in numbers((a,), {}).quantities]
    assert "kl" not in keys and "code" in keys
    assert len({quantity.key for quantity in QUANTITIES}) == len(QUANTITIES)


def test_shown_are_one_of_each_class_and_the_picked_one_first(digits):
    labels = digits.test.labels
    indices = typical_indices(labels, len(labels), None)
    assert sorted(labels[list(indices)]) == list(range(10))
    assert typical_indices(labels, len(labels), 77)[0] == 77
    assert typical_indices(None, 4, None) == (0, 1, 2, 3)


def test_a_folder_without_a_run_has_a_problem(tmp_path):
    [run] = HistoriesJob((tmp_path,))()
    assert "no run" in run.problem


def test_in_little_room_curves_pictures_and_numbers_of_six_runs_take_turns(qtbot, viewer):
    viewer.resize(640, 340)
    page = compare(qtbot, viewer, "simple", "sparse", "deep", "convolutional", "variational", "denoising")
    parts = page.parts.buttons
    assert page.curves.isVisible() and page.metric_box.isVisible() and not page.grid.isVisible() and not page.table.isVisible()
    qtbot.waitUntil(lambda: page.curves.width() > 500, timeout=WAIT_MS)
    assert all(run.name in page.legend.text() for run in page.runs) and page.legend.isVisible()

    qtbot.mouseClick(parts["pictures"], Qt.MouseButton.LeftButton)
    assert page.grid.isVisible() and not page.curves.isVisible() and not page.metric_box.isVisible()

    def check():
        layout = page.grid.layout_of_tiles
        assert layout.columns == 10 and min(layout.width, layout.height) >= 28

    qtbot.waitUntil(check, timeout=WAIT_MS)
    qtbot.mouseClick(parts["numbers"], Qt.MouseButton.LeftButton)
    assert page.table.isVisible() and not page.grid.isVisible()
    qtbot.waitUntil(lambda: page.table.verticalScrollBar().maximum() == 0, timeout=WAIT_MS)

    viewer.resize(1400, 900)
    assert all(each.isVisible() for each in (page.curves, page.grid, page.table, page.metric_box, page.title))
    assert not page.parts.isVisible() and not page.legend.isVisible()
    viewer.resize(640, 340)
    assert page.table.isVisible() and not page.curves.isVisible(), "the chosen part"


def test_rows_of_pictures_have_the_colours_of_their_runs(qtbot, viewer):
    viewer.resize(1200, 800)
    viewer.show()
    page = viewer.comparison
    viewer.workspace.compare(tuple(samples_home() / key for key in ("sequence", "simple", "sparse")))
    qtbot.waitUntil(lambda: len(page.results) == 2 and viewer.is_settled, timeout=WAIT_MS)
    assert page.grid.row_titles == ("Input", "Simple", "Sparse")
    beside = page.grid.grab(QRect(0, 0, round(page.grid.layout_of_tiles.left) - 4, page.grid.height())).toImage()
    shown = {beside.pixelColor(x, y).name() for x in range(beside.width()) for y in range(beside.height())}
    series = theme.current().series
    assert QColor(series[1]).name() in shown and QColor(series[2]).name() in shown and QColor(series[0]).name() not in shown


def test_numbers_have_room_in_larger_type(qtbot, qapp, viewer, usual_size):
    page = compare(qtbot, viewer, "simple", "sparse")
    theme.set_scale(qapp, 200)
    header = page.table.horizontalHeader()
    assert page.table.rowHeight(0) > page.table.fontMetrics().height() < header.height()


def test_names_are_whole_where_there_is_room_and_cut_in_their_middle_otherwise(qtbot, viewer):
    name = "Trained on my own noisy scans from March, third attempt"
    run = copy_run(samples_home() / "simple", "long", name, "2026-03-01T10:00:00+00:00")
    viewer.resize(1800, 900)
    viewer.show()
    viewer.workspace.compare((run, samples_home() / "sparse"))
    page = viewer.comparison
    qtbot.waitUntil(lambda: len(page.results) == 2 and viewer.is_settled, timeout=WAIT_MS)
    header = page.table.horizontalHeader()
    qtbot.waitUntil(lambda: header.sectionSize(0) == page.table.sizeHintForColumn(0), timeout=WAIT_MS)
    viewer.resize(900, 900)
    qtbot.waitUntil(lambda: header.sectionSize(0) < page.table.sizeHintForColumn(0), timeout=WAIT_MS)
    assert header.sectionSize(0) >= 200
    assert page.grid.row_titles[1] == "Trained o…attempt"
