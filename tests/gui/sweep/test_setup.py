"""The form of a sweep: what is varied, how, and what is wrong with it."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication

from ae_workbench.core.varying import parse_varied
from ae_workbench.ui.modes.sweep.page import SweepPage
from ae_workbench.ui.modes.sweep.rows import RowLabel
from ae_workbench.ui.panels.section import UprightScroll
from tests.gui.type_size import cut, enlarge
from tests.gui.windows import WAIT_MS


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
