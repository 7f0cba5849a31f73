"""The curves viewer: every metric, epochs chosen and read off, compared runs, reconstruction against KL, long histories."""

import json
import shutil
from pathlib import Path
from re import findall

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from ae_workbench.storage.run_folder import EpochRecord, RunFolder
from ae_workbench.ui.viewers.curves.grid import LEAST_WIDTH_PX, PATH, best_columns
from ae_workbench.ui.viewers.curves.histories import MOST_PATH_POINTS, HistoriesJob, nearest
from tests.gui.viewing import WAIT_MS, near, plain, settle, show, shown_viewer


@pytest.fixture
def viewer(qtbot):
    with shown_viewer(qtbot, "curves") as viewer:
        yield viewer


def shown(viewer):
    return [cell.shows for cell in viewer.grid.cells]


def spot(plot, epoch):
    """Where an epoch is in a plot, half-way up."""
    box = plot.getPlotItem().getViewBox()
    return near(box.mapViewToScene(QPointF(epoch, sum(box.viewRange()[1]) / 2)))


def numbers(cell):
    return [float(part) for part in findall(r"\d+\.\d+", plain(cell.plot.caption.text()))]


def test_without_a_run_it_says_what_to_do(qtbot, viewer, digits):
    show(qtbot, viewer, digits)
    assert not viewer.shows_content
    assert "Start" in viewer.empty.sentence.text()


def test_a_run_without_an_epoch_says_so(qtbot, viewer, digits, trained_runs, tmp_path):
    path = shutil.copytree(trained_runs["simple"], tmp_path / "run")
    (path / "history.jsonl").unlink()
    show(qtbot, viewer, digits, path)
    assert "first epoch" in viewer.empty.sentence.text()


def test_a_run_that_is_gone_is_told(qtbot, viewer, digits, trained_runs, monkeypatch):
    run = RunFolder.open(trained_runs["simple"])
    run.path = Path("gone")
    viewer.workspace.set_run(run)
    settle(qtbot, viewer)
    assert "gone" in viewer.empty.sentence.text()


def test_each_metric_has_a_plot_of_its_own(qtbot, viewer, digits, trained_runs):
    show(qtbot, viewer, digits, trained_runs["sparse"])
    assert set(shown(viewer)) == {"loss", "reconstruction", "penalty", "seconds"}
    show(qtbot, viewer, digits, trained_runs["variational"])
    assert set(shown(viewer)) == {"loss", "reconstruction", "reconstruction_nats", "kl", "seconds", PATH}


def test_a_loss_that_is_the_reconstruction_is_drawn_once(qtbot, viewer, digits, trained_runs):
    show(qtbot, viewer, digits, trained_runs["simple"])
    assert set(shown(viewer)) == {"loss", "seconds"}
    assert "Loss = Reconstruction" in viewer.grid.cells[0].title.text()


def test_numbers_never_lie_over_the_curves_and_plots_stay_in_line(qtbot, viewer, digits, trained_runs):
    def is_laid_out():
        cells = viewer.grid.cells
        has_room = all(cell.plot.caption.width() >= cell.plot.caption.sizeHint().width() for cell in cells)
        return has_room and cells[0].plot.height() > 0 and cells[0].y() != cells[-1].y()

    for width in (1100, 620):
        viewer.resize(width, 420)
        show(qtbot, viewer, digits, trained_runs["variational"])
        qtbot.waitUntil(is_laid_out, timeout=WAIT_MS)
        cells = viewer.grid.cells
        assert all(cell.plot.caption.geometry().bottom() <= cell.plot.geometry().top() for cell in cells)
        assert max(cell.height() for cell in cells) < 220
        for row in {cell.y() for cell in cells}:
            assert len({cell.plot.y() for cell in cells if cell.y() == row}) == 1


def test_values_of_the_shown_epoch_and_of_the_one_under_the_pointer(qtbot, viewer, digits, trained_runs):
    show(qtbot, viewer, digits, trained_runs["simple"])
    history = viewer.histories.runs[0]
    loss = viewer.grid.cells[shown(viewer).index("loss")]
    assert numbers(loss) == pytest.approx([history.at(3)["loss"], history.at(3)["val_loss"]], rel=1e-3)
    QTest.mouseMove(loss.plot.viewport(), spot(loss.plot, 1))
    qtbot.waitUntil(lambda: viewer.note_label.text().startswith("Epoch 1"))
    assert numbers(loss) == pytest.approx([history.at(1)["loss"], history.at(1)["val_loss"]], rel=1e-3)


def test_a_click_shows_that_epoch_and_the_newest_one_is_live(qtbot, viewer, digits, trained_runs):
    show(qtbot, viewer, digits, trained_runs["simple"])
    plot = viewer.grid.cells[0].plot
    for epoch, wanted in ((1, 1), (2, 2), (3, None)):
        qtbot.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=spot(plot, epoch))
        qtbot.waitUntil(lambda wanted=wanted: viewer.workspace.epoch == wanted)
    settle(qtbot, viewer)


def test_another_epoch_is_marked_without_reading_the_history_again(qtbot, viewer, digits, trained_runs):
    show(qtbot, viewer, digits, trained_runs["simple"])
    before = viewer.histories
    viewer.workspace.set_epoch(1)
    settle(qtbot, viewer)
    qtbot.waitUntil(lambda: "Epoch 1" in viewer.note_label.text())
    assert viewer.histories is before


def test_a_new_epoch_is_added_while_training_goes_on(qtbot, viewer, digits, trained_runs, tmp_path):
    path = shutil.copytree(trained_runs["simple"], tmp_path / "run")
    show(qtbot, viewer, digits, path)
    run = RunFolder.open(path)
    run.add_epoch(EpochRecord(4, 0.1, {"loss": 0.5, "val_loss": 0.01}), run.weights(3), None)
    viewer.workspace.epoch_stored(4, {})
    qtbot.waitUntil(lambda: viewer.histories.runs[0].epochs[-1] == 4)
    qtbot.waitUntil(lambda: viewer.note_label.text() == "Epoch 4 · best 4")


def test_training_or_validation_can_be_left_out(qtbot, viewer, digits, trained_runs):
    show(qtbot, viewer, digits, trained_runs["simple"])
    plot = viewer.grid.cells[0].plot
    assert set(plot._items) == {"0 ", "0 val_"}
    qtbot.mouseClick(viewer.training_button, Qt.MouseButton.LeftButton)
    assert set(plot._items) == {"0 val_"}
    assert len(numbers(viewer.grid.cells[0])) == 1
    assert "validation" in viewer.legend.text() and "training" not in viewer.legend.text()


def test_the_scale_becomes_logarithmic(qtbot, viewer, digits, trained_runs):
    show(qtbot, viewer, digits, trained_runs["variational"])
    plot = viewer.grid.cells[shown(viewer).index("loss")].plot
    assert plot.getPlotItem().getViewBox().viewRange()[1][1] > 10
    qtbot.mouseClick(viewer.log_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: plot.getPlotItem().getViewBox().viewRange()[1][1] < 10)


def test_compared_runs_are_drawn_over_the_shown_one(qtbot, viewer, digits, trained_runs):
    show(qtbot, viewer, digits, trained_runs["simple"])
    viewer.workspace.compare((trained_runs["simple"], trained_runs["variational"], Path("gone")))
    qtbot.waitUntil(lambda: len(viewer.histories.runs) == 2)
    assert {"loss", "kl", PATH} <= set(shown(viewer))
    assert set(viewer.grid.cells[shown(viewer).index("loss")].plot._items) == {"0 ", "0 val_", "1 ", "1 val_"}
    assert set(viewer.grid.cells[shown(viewer).index("kl")].plot._items) == {"1 ", "1 val_"}
    assert viewer.legend.text().count("━") == 2


def test_reconstruction_against_kl_is_a_way_whose_points_are_epochs(qtbot, viewer, digits, trained_runs):
    show(qtbot, viewer, digits, trained_runs["variational"])
    plot = viewer.grid.cells[shown(viewer).index(PATH)].plot
    at = viewer.histories.runs[0].at(2)
    box = plot.getPlotItem().getViewBox()
    box.setRange(xRange=(at["val_kl"] - 5, at["val_kl"] + 5), yRange=(at["val_reconstruction_nats"] - 5, at["val_reconstruction_nats"] + 5))
    place = near(box.mapViewToScene(QPointF(at["val_kl"], at["val_reconstruction_nats"])))
    qtbot.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: viewer.workspace.epoch == 2)
    settle(qtbot, viewer)


def test_ten_thousand_epochs_are_read_and_thinned(qtbot, viewer, digits, trained_runs, tmp_path):
    path = shutil.copytree(trained_runs["variational"], tmp_path / "run")
    record = {"loss": 3.0, "kl": 1.0, "reconstruction_nats": 2.0, "val_loss": 3.0, "val_kl": 1.0, "val_reconstruction_nats": 2.0}
    lines = [json.dumps({"epoch": epoch, "seconds": 0.1, "metrics": record}) for epoch in range(1, 10_001)]
    (path / "history.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    show(qtbot, viewer, digits, path)
    history = viewer.histories.runs[0]
    assert viewer.histories.read_s < 10
    assert len(history.epochs) == 10_000
    epochs, _, _ = history.path_points()
    assert len(epochs) <= MOST_PATH_POINTS + 1 and epochs[-1] == 10_000


def test_the_table_has_a_line_per_epoch(qtbot, viewer, digits, trained_runs):
    show(qtbot, viewer, digits, trained_runs["simple"])
    titles, lines = viewer.table()
    assert [line[0] for line in lines] == [1, 2, 3]
    assert lines[1][titles.index("val_loss")] == viewer.histories.runs[0].at(2)["val_loss"]


def test_the_shown_run_comes_first_and_only_once(trained_runs):
    histories = HistoriesJob(trained_runs["simple"], (trained_runs["deep"], trained_runs["simple"]))()
    assert [run.path for run in histories.runs] == [trained_runs["simple"], trained_runs["deep"]]


def test_the_nearest_epoch():
    epochs = np.asarray([1, 2, 10, 20])
    assert [epochs[nearest(epochs, place)] for place in (-5, 1.4, 5, 7, 14, 99)] == [1, 1, 2, 10, 10, 20]
    assert nearest(np.asarray([7]), 3) == 0


def test_columns_keep_plots_wide_enough():
    assert best_columns(6, 620, 340) == 3
    assert best_columns(2, 620, 340) in (1, 2)
    assert best_columns(6, LEAST_WIDTH_PX + 10, 900) == 1
