"""What a sweep found: table, parallel axes, errors and map, looked at and saved."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from ae_workbench.core.varying import parse_varied
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui.plotting import pg
from ae_workbench.variants.recipes import find_recipe
from tests.gui.sweep.sweeps import LEFT, run_it, shown
from tests.gui.type_size import enlarge
from tests.gui.windows import WAIT_MS


def test_axes_have_no_numbers_until_there_is_an_error(qtbot, page, crew):
    view = page.results.rate_view
    axes = [view.getPlotItem().getAxis(side) for side in ("left", "bottom")]
    crew.is_open.clear()
    qtbot.mouseClick(page.setup.start_button, LEFT)
    qtbot.waitUntil(lambda: len(shown(page)) == 2, timeout=WAIT_MS)
    assert view.hint.isVisible() and not any(axis.style["showValues"] for axis in axes)
    with qtbot.waitSignal(page.idle, timeout=WAIT_MS):
        crew.is_open.set()
    assert view.hint.isHidden() and all(axis.style["showValues"] for axis in axes)


def test_brushing_an_axis_filters_the_table_and_escape_shows_all(qtbot, page):
    run_it(qtbot, page)
    plot = page.results.parallel
    drag(plot, QPointF(0, -0.03), QPointF(0, 0.3))
    assert [row[2] for row in shown(page)] == ["2", "4"] and "2 of 5" in page.results.filter_label.text()
    qtbot.keyClick(plot, Qt.Key.Key_Escape)
    assert len(shown(page)) == 5 and page.results.filter_label.text() == ""


def drag(plot, start, end):
    """With the left button held, from one place of the plot to another."""
    view = plot.getPlotItem().getViewBox()
    kinds = (QEvent.Type.MouseButtonPress, LEFT, start), (QEvent.Type.MouseMove, Qt.MouseButton.NoButton, end), (
        QEvent.Type.MouseButtonRelease, LEFT, end,
    )  # fmt: skip
    for kind, button, place in kinds:
        at = QPointF(plot.mapFromScene(view.mapViewToScene(place)))
        held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else LEFT
        event = QMouseEvent(kind, at, plot.viewport().mapToGlobal(at), button, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(plot.viewport(), event)


def test_the_table_sorts_and_what_is_chosen_is_marked_in_the_plots(qtbot, page):
    run_it(qtbot, page)
    table = page.results.table
    error = [column.key for column in table.trials.columns].index("val_reconstruction")
    table.sortByColumn(error, Qt.SortOrder.AscendingOrder)
    assert [row[0] for row in shown(page)] == ["4", "3", "2", "1", "0"]
    table.choose(3)
    assert page.results.parallel.chosen == page.results.rate_view.chosen == 3
    page.results.recipe_button.click()
    assert page.main_window.model.recipe.parameters.code_size == 16 and page.main_window.modes.key == "workbench"
    page.main_window.model.undo_stack.undo()
    assert page.main_window.model.recipe.parameters.code_size == 32


def test_copy_in_the_table_copies_the_chosen_trial_as_text(qtbot, page):
    run_it(qtbot, page)
    table = page.results.table
    table.choose(3)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    titles, row = (line.split("\t") for line in QApplication.clipboard().text().splitlines())
    assert titles[:2] == ["Trial", "State"] and row[:2] == ["3", "Complete"]


def test_the_best_is_named_with_its_mean_over_seeds(qtbot, page):
    page.setup.axes[0].choose(parse_varied(page.main_window.model.recipe, "code_size=2,4"))
    page.setup.seeds_edit.selectAll()
    qtbot.keyClicks(page.setup.seeds_edit, "1, 2")
    run_it(qtbot, page)
    text = page.results.head.best_button.toolTip()
    assert "Code size 4" in text and "±" in text and "2 of 2 seeds" in text and "trial 1, seed 1" in text


def test_lists_of_layers_have_names_of_their_own_on_their_axis(qtbot, page):
    window = page.main_window
    window.model.change(find_recipe("deep"), "deep")
    page.setup.axes[0].choose(parse_varied(window.model.recipe, "hidden=512-256-128-64,512-256-128-32,1024-512-256-128-64-32"))
    page.setup.epochs_box.setValue(1)
    run_it(qtbot, page)
    names = {item.toPlainText() for item in page.results.parallel._frame if isinstance(item, pg.TextItem) and "-" in item.toPlainText()}
    assert len(names) == 3 and all(len(name) <= 12 for name in names)


def test_two_parameters_make_a_map(qtbot, page):
    page.setup.axes[1].choose(parse_varied(page.main_window.model.recipe, "optimizer=adam,sgd"))
    run_it(qtbot, page)
    heat = page.results.heat_view
    assert heat._found.values.shape == (2, 5) and page.results.views.isTabEnabled(1)
    assert heat.nearest(QPointF(4.5, 0.5)) == next(n for n, t in heat.trials.items() if t.values == {"code_size": 32, "optimizer": "adam"})


def test_a_mean_of_fewer_seeds_is_hollow_and_its_cell_says_how_many(qtbot, page, crew):
    recipe = page.main_window.model.recipe
    page.setup.axes[0].choose(parse_varied(recipe, "code_size=2,4"))
    page.setup.axes[1].choose(parse_varied(recipe, "optimizer=adam,sgd"))
    page.setup.seeds_edit.selectAll()
    qtbot.keyClicks(page.setup.seeds_edit, "1, 2, 3")
    crew.ends = {0: ("diverged", "The loss is no number.")}
    run_it(qtbot, page)
    rate, heat = page.results.rate_view, page.results.heat_view
    hollow = [item for item in rate._curves if isinstance(item, pg.ScatterPlotItem)]
    assert [len(item.data) for item in hollow] == [1, 0] and "mean of fewer seeds" in rate.legend.text().replace("&nbsp;", " ")
    assert [text.toPlainText().partition("\n")[2] for text in heat._texts] == ["n = 2/3", "", "", ""]
    number = heat.nearest(QPointF(0.5, 0.5))
    assert "2 of 3 seeds" in heat.tip(heat.sweep, heat.trials[number]) and "±" in rate.tip(heat.sweep, heat.trials[number])


@pytest.mark.parametrize("width", [900, 1900])
def test_the_legend_names_the_second_parameter_and_lies_over_no_data(qtbot, window, page, width):
    window.resize(width, 900)
    recipe = page.main_window.model.recipe
    page.setup.axes[0].choose(parse_varied(recipe, "code_size=2,4"))
    page.setup.axes[1].choose(parse_varied(recipe, "optimizer=adam,sgd,rmsprop,nadam"))
    run_it(qtbot, page)
    rate = page.results.rate_view
    assert rate.legend.isVisible() and "Optimizer:" in rate.legend.text() and "RMSprop" in rate.legend.text()
    qtbot.waitUntil(
        lambda: 0 < rate.legend.geometry().bottom() < rate.getPlotItem().getViewBox().sceneBoundingRect().top(), timeout=WAIT_MS
    )


def test_table_and_plots_are_saved_as_files(qtbot, page, tmp_path, monkeypatch):
    page.setup.axes[0].choose(parse_varied(page.main_window.model.recipe, "code_size=2,4"))
    page.setup.axes[1].choose(parse_varied(page.main_window.model.recipe, "optimizer=adam,sgd"))
    run_it(qtbot, page)
    starts = {
        "table": ("table v1.2", b"trial,"),
        "means": ("means", b"code_size,optimizer,objective,seeds,n,mean,sd"),
        "parallel": ("p.svg", b"<?xml"),
        "rate": ("rate v1.2", b"\x89PNG"),
        "map": ("m.pdf", b"%PDF"),
    }
    for key, (name, start) in starts.items():
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *rest, name=name: (str(tmp_path / name), ""))
        action = next(action for action in page.results.head.menu.actions() if action.objectName() == f"sweep_save_{key}_action")
        with qtbot.waitSignal(page.files.told, timeout=WAIT_MS):
            action.trigger()
        [written] = tmp_path.glob(f"{name}*")
        assert written.suffix in (".csv", ".svg", ".png", ".pdf") and written.name in page.messages.text()
        assert written.read_bytes().startswith(start)


def test_a_trial_is_only_looked_at_and_training_it_further_makes_a_copy(qtbot, window, page):
    run_it(qtbot, page)
    page.open_run(2)
    before = window.workspace.run
    window.trainer.go_on(2)
    qtbot.waitUntil(lambda: not window.trainer.is_busy, timeout=WAIT_MS)
    assert window.workspace.run != before and RunFolder.open(before).last_full_epoch == 3


@pytest.mark.parametrize("width", [1280, 1920])
def test_the_table_has_room_for_larger_type(qtbot, window, page, usual_size, width):
    window.resize(width, 900)
    run_it(qtbot, page)
    enlarge(window, 200)
    table = page.results.table
    header = table.horizontalHeader()

    def check():
        assert table.rowHeight(0) > table.fontMetrics().height()
        places = [place for place in range(header.count()) if not header.isSectionHidden(place)]
        titles = {place: header.model().headerData(place, header.orientation()) for place in places}
        assert all(header.sectionSize(place) >= header.fontMetrics().horizontalAdvance(title) for place, title in titles.items())

    qtbot.waitUntil(check, timeout=WAIT_MS)
