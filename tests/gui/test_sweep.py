"""The sweep page: set up, watched, stopped, gone on with, looked at and exported. Its crew is a fake, but for one test."""

import threading

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from ae_workbench.core.registry import Registry
from ae_workbench.core.varying import parse_varied
from ae_workbench.engine.sweep.session import SweepSession
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui.modes import Mode
from ae_workbench.ui.modes.sweep.page import SweepPage
from ae_workbench.ui.modes.sweep.rows import RowLabel
from ae_workbench.ui.panels.section import UprightScroll
from tests.engine.fake_crew import FakeCrew
from tests.gui.type_size import cut, enlarge
from tests.gui.windows import WAIT_MS, open_window

LEFT = Qt.MouseButton.LeftButton


class Gate(FakeCrew):
    """Goes on only while it is open."""

    def __init__(self, *rest):
        super().__init__(*rest)
        self.is_open = threading.Event()
        self.is_open.set()

    def poll(self, timeout_s):
        return super().poll(timeout_s) if self.is_open.wait(timeout_s) else []


@pytest.fixture
def crew():
    return Gate(2)


class FakePage(SweepPage):
    """Its sweeps are worked on by the test's crew."""

    crew: Gate

    def __init__(self, window):
        super().__init__(window, lambda folder, limits, address: SweepSession(folder, lambda: self.crew))


@pytest.fixture
def window(qtbot, crew, monkeypatch):
    monkeypatch.setattr(FakePage, "crew", crew, raising=False)
    modes = Registry("mode", Mode("sweep", "Sweep", "chart-spline", "Sweep", f"{__name__}:FakePage"))
    with open_window(qtbot, modes=modes) as window:
        yield window


@pytest.fixture
def page(window):
    window.designer.sweep_button.click()
    page = window.modes.page
    page.setup.epochs_box.setValue(3)
    return page


def run_it(qtbot, page):
    with qtbot.waitSignal(page.idle, timeout=WAIT_MS):
        qtbot.mouseClick(page.setup.start_button, LEFT)


def shown(page):
    table = page.results.table
    model = table.passing
    return [[model.data(model.index(row, column)) for column in range(model.columnCount())] for row in range(model.rowCount())]


def test_a_sweep_of_the_designed_recipe_fills_table_and_plots_and_opens_its_best_trial(qtbot, window, page, crew):
    assert page.setup.axes[0].name == "code_size" and page.setup.count_label.text().startswith("5 trials")
    assert page.pages.currentWidget() is page.empty
    run_it(qtbot, page)
    assert page.pages.currentWidget() is page.results and [row[1] for row in shown(page)] == ["Complete"] * 5
    assert crew.most == 2 and "5 of 5" in page.results.head.status.text()
    assert len(page.results.rate_view._numbers) == 5 and page.results.parallel.passing == {0, 1, 2, 3, 4}
    qtbot.waitUntil(lambda: page.sweeps.count == 1, timeout=WAIT_MS)
    page.results.head.best_button.click()
    assert window.modes.key == "workbench"
    assert window.workspace.run == page.folder.run_path(4) and window.model.recipe.parameters.code_size == 32


def test_what_is_wrong_in_the_form_is_said_where_it_is(page):
    axis, start = page.setup.axes[0], page.setup.start_button
    axis.values_edit.setText("2, 0")
    axis.values_edit.textEdited.emit("")
    assert "from 1 to 4096" in axis.problem.text() and not start.isEnabled()
    axis.values_edit.setText("")
    axis.values_edit.textEdited.emit("")
    assert "at least one value" in axis.problem.text()
    axis.values_edit.setText("2, 4")
    axis.values_edit.textEdited.emit("")
    assert start.isEnabled() and axis.problem.isHidden()
    page.setup.seeds_edit.setText("1, x")
    page.setup.seeds_edit.textEdited.emit("")
    assert "whole numbers" in page.setup.count_label.text() and not start.isEnabled()
    page.setup.seeds_edit.setText("1 2, 3")
    page.setup.seeds_edit.textEdited.emit("")
    assert page.setup.sweep.seeds == (1, 2, 3) and page.setup.count_label.text().startswith("6 trials: 2 combinations × 3 seeds")


def test_the_form_follows_the_kind_of_parameter_and_the_sampler(page):
    first, second = page.setup.axes
    second.choose(parse_varied(page.main_window.model.recipe, "optimizer=adam,sgd"))
    assert (
        second.how_box.isHidden() and [box.isChecked() for box in second.options.findChildren(type(page.setup.prune_box))].count(True) == 2
    )
    first.how_box.setCurrentIndex(first.how_box.findData("log"))
    first.low_edit.setText("1")
    first.high_edit.setText("64")
    first.steps_box.setValue(7)
    first.low_edit.textEdited.emit("")
    assert page.setup.sweep.varied[0].values == (1, 2, 4, 8, 16, 32, 64) and page.setup.sweep.trial_count == 14
    page.setup.sampler_box.setCurrentIndex(page.setup.sampler_box.findData("tpe"))
    page.setup.trials_box.setValue(9)
    sweep = page.setup.sweep
    assert (sweep.sampler, sweep.trials, sweep.varied[0].values, sweep.varied[0].log) == ("tpe", 9, (), True)
    assert first.steps_box.isHidden() and page.setup.trials_box.isVisible()


def test_a_field_of_the_designer_can_be_varied_from_its_menu(window):
    row = window.designer.training_form.rows["learning_rate"]
    QApplication.sendEvent(row.label, QEnterEvent(QPointF(2, 2), QPointF(2, 2), QPointF(2, 2)))
    (action,) = row.label.actions()
    action.trigger()
    setup = window.modes.page.setup
    assert window.modes.key == "sweep" and setup.axes[0].name == "learning_rate" and len(setup.sweep.varied[0].values) == 5


def test_the_page_follows_the_designer(window, page):
    window.designer.variant_cards.picked.emit("convolutional")
    assert page.setup.axes[0].name == "filters" and "Convolutional" in page.setup.recipe_label.text()
    window.model.undo_stack.undo()
    assert page.setup.axes[0].name == "code_size"


def test_how_much_of_the_computer_it_may_take_is_remembered(window, page):
    page.setup.computer.workers_box.setValue(5)
    page.setup.computer.memory_box.setValue(2.5)
    other = SweepPage(window)
    assert (other.setup.computer.limits.workers, other.setup.computer.limits.memory_gb) == (5, 2.5)
    other.setup.computer.recall("nonsense")
    assert other.setup.computer.limits.workers == 5
    other.deleteLater()


def test_pause_stop_and_go_on(qtbot, page, crew):
    head = page.results.head
    crew.is_open.clear()
    qtbot.mouseClick(page.setup.start_button, LEFT)
    qtbot.waitUntil(lambda: [row[1] for row in shown(page)] == ["Running"] * 2, timeout=WAIT_MS)
    assert not page.setup.start_button.isEnabled() and "running" in page.setup.count_label.text()
    qtbot.mouseClick(head.pause_button, LEFT)
    qtbot.waitUntil(lambda: head.status.text() == "Paused", timeout=WAIT_MS)
    qtbot.mouseClick(head.pause_button, LEFT)
    qtbot.waitUntil(lambda: crew.said[-1:] == ["resume"], timeout=WAIT_MS)
    with qtbot.waitSignal(page.idle, timeout=WAIT_MS):
        qtbot.mouseClick(head.stop_button, LEFT)
        crew.is_open.set()
    assert [row[1] for row in shown(page)] == ["Interrupted"] * 2 and head.go_on_button.isVisible()
    crew.stopped.clear()
    with qtbot.waitSignal(page.idle, timeout=WAIT_MS):
        qtbot.mouseClick(head.go_on_button, LEFT)
    assert [row[1] for row in shown(page)] == ["Complete"] * 5 and head.go_on_button.isHidden()


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


def test_two_parameters_make_a_map(qtbot, page):
    page.setup.axes[1].choose(parse_varied(page.main_window.model.recipe, "optimizer=adam,sgd"))
    run_it(qtbot, page)
    heat = page.results.heat_view
    assert heat._found.values.shape == (2, 5) and page.results.views.isTabEnabled(1)
    assert heat.nearest(QPointF(4.5, 0.5)) == next(n for n, t in heat.trials.items() if t.values == {"code_size": 32, "optimizer": "adam"})


def test_a_sweep_on_disk_is_opened_deleted_and_brought_back(qtbot, window, page):
    run_it(qtbot, page)
    path = page.folder.path
    page.open_run(0)
    window.modes.show("sweep")
    qtbot.waitUntil(lambda: page.sweeps.count == 1, timeout=WAIT_MS)
    page.sweeps.list.setCurrentRow(0)
    page.sweeps.delete_button.click()
    assert not path.exists() and page.pages.currentWidget() is page.empty and window.workspace.run is None
    assert window.modes.key == "sweep" and "in the trash" in page.messages.text()
    page.messages.offer_button.click()
    qtbot.waitUntil(lambda: path.exists() and page.sweeps.count == 1, timeout=WAIT_MS)
    page.sweeps.list.setCurrentRow(0)
    page.sweeps.open_button.click()
    qtbot.waitUntil(lambda: page.folder is not None, timeout=WAIT_MS)
    assert len(shown(page)) == 5 and page.folder.path == path


def test_table_and_plots_are_saved_as_files(qtbot, page, tmp_path, monkeypatch):
    page.setup.axes[0].choose(parse_varied(page.main_window.model.recipe, "code_size=2,4"))
    page.setup.axes[1].choose(parse_varied(page.main_window.model.recipe, "optimizer=adam,sgd"))
    run_it(qtbot, page)
    starts = {
        "table": ("table v1.2", b"trial,"),
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


def test_closing_asks_and_waits_for_the_sweep(qtbot, window, page, crew):
    crew.is_open.clear()
    qtbot.mouseClick(page.setup.start_button, LEFT)
    qtbot.waitUntil(lambda: len(shown(page)) == 2, timeout=WAIT_MS)
    window.close()
    question = window.closing.question
    assert "A sweep is running." in question.text()
    stop = next(button for button in question.findChildren(QPushButton) if question.buttonRole(button) is question.ButtonRole.AcceptRole)
    crew.is_open.set()
    with qtbot.waitSignal(window.closed, timeout=WAIT_MS):
        qtbot.mouseClick(stop, LEFT)
    assert not page.is_busy


def test_a_real_trial_in_a_worker_process(qtbot):
    with open_window(qtbot) as window:
        window.designer.sweep_button.click()
        page = window.modes.page
        page.setup.axes[0].choose(parse_varied(window.model.recipe, "code_size=4"))
        page.setup.epochs_box.setValue(1)
        with qtbot.waitSignal(page.idle, timeout=240_000):
            page.setup.start_button.click()
        [row] = shown(page)
        assert row[1] == "Complete" and RunFolder.open(page.folder.run_path(0)).epochs() == [0, 1]


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_form_has_the_room_it_needs_with_larger_type(qtbot, window, page, usual_size, percent):
    window.resize(1280, 800)
    enlarge(window, percent)
    page.setup.axes[0].choose(parse_varied(window.model.recipe, "code_size=lin:2:8:3"))
    scroll = page.findChild(UprightScroll, "sweep_setup_scroll")

    def check():
        assert scroll.viewport().width() >= scroll.widget().minimumSizeHint().width()
        assert not cut(scroll.viewport()) and not cut(page.tabs)
        labels = [label for label in page.setup.findChildren(RowLabel) if label.isVisible()]
        assert all(label.width() >= label.fontMetrics().horizontalAdvance(label.text()) for label in labels)
        assert len({label.width() for label in labels}) == 1

    qtbot.waitUntil(check, timeout=WAIT_MS)


def test_earlier_sweeps_have_room_for_two_lines_of_larger_type(qtbot, window, page, usual_size):
    run_it(qtbot, page)
    qtbot.waitUntil(lambda: page.sweeps.count == 1, timeout=WAIT_MS)
    enlarge(window, 200)
    assert page.sweeps.list.item(0).sizeHint().height() >= 2 * page.sweeps.list.fontMetrics().height()


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
