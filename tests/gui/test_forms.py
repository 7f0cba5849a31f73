"""Editors generated from specifications."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit

from ae_workbench.core.parameters import Parameters, choice, field, flag, number, size, sizes, text
from ae_workbench.core.recipe import Training
from ae_workbench.ui.forms import SpecForm
from ae_workbench.ui.spin_fields import stepped


@dataclass(frozen=True)
class Every(Parameters):
    """One of each kind."""

    count: int = field(default=3, metadata=size("Count", low=1, high=50, unit="pieces", help="How many."))
    rate: float = field(default=1e-4, metadata=number("Rate", low=0.0, high=1.0, step=1e-5))
    mode: str = field(default="plain", metadata=choice("Mode", "plain", "leaky_relu"))
    fancy: bool = field(default=False, metadata=flag("Fancy"))
    layers: tuple[int, ...] = field(default=(8, 4), metadata=sizes("Layers", high=64, when=("mode", ("plain",))))
    note: str = field(default="", metadata=text("Note"))


@pytest.fixture
def form(qtbot):
    form = SpecForm("parameters", Every)
    qtbot.addWidget(form)
    form.show_values(Every())
    form.show()
    return form


@pytest.fixture
def edits(form):
    found = []
    form.edited.connect(lambda name, value, merge_id: found.append((name, value)))
    return found


def test_every_kind_of_specification_has_a_named_editor(form):
    assert {form.editor(name).objectName() for name in form.rows} == {
        "parameters_count", "parameters_rate", "parameters_mode", "parameters_fancy", "parameters_layers", "parameters_note",
    }  # fmt: skip
    assert all(form.editor(name).accessibleName() for name in form.rows)
    assert form.editor("count").toolTip() == "How many.\nFrom 1 to 50."
    assert form.editor("count").suffix() == " pieces"
    assert (form.editor("count").minimum(), form.editor("count").maximum()) == (1, 50)


def test_showing_values_tells_nothing(form, edits):
    form.show_values(Every(5, 0.5, "leaky_relu", True, (9,), "hello"))
    assert edits == []
    assert form.editor("count").value() == 5 and form.editor("note").line.text() == "hello"


def test_every_editor_tells_its_value(form, edits, qtbot):
    form.editor("count").setValue(9)
    form.editor("rate").setValue(0.25)
    combo = form.editor("mode")
    assert isinstance(combo, QComboBox)
    combo.setCurrentIndex(combo.findData("leaky_relu"))
    box = form.editor("fancy")
    assert isinstance(box, QCheckBox)
    box.setChecked(True)
    form.editor("layers").add()
    line = form.editor("note").findChild(QLineEdit)
    qtbot.keyClicks(line, "x")
    assert edits == [("count", 9), ("rate", 0.25), ("mode", "leaky_relu"), ("fancy", True), ("layers", (8, 8, 4)), ("note", "x")]


def test_rows_that_do_not_matter_are_gone(form):
    assert form.is_shown("layers")
    form.show_values(Every(mode="leaky_relu"))
    assert not form.is_shown("layers") and form.is_shown("count")
    assert not form.editor("layers").isVisible()


def test_small_numbers_are_shown_short_and_typed_as_powers(form, edits, qtbot):
    rate = form.editor("rate")
    assert rate.text() == "0.0001"
    rate.selectAll()
    qtbot.keyClicks(rate, "2e-5")
    assert edits[-1] == ("rate", 2e-5)
    assert rate.validate("2e-", 3)[0] == QValidator.State.Intermediate
    assert rate.validate("two", 3)[0] == QValidator.State.Invalid


@pytest.mark.parametrize(
    ("value", "up", "after"), [(1e-4, True, 2e-4), (1e-4, False, 9e-5), (0.0, True, 1e-5), (9e-4, True, 1e-3), (0.5, False, 0.4)]
)
def test_small_numbers_step_by_their_own_decade(value, up, after):
    assert stepped(value, up, 1e-5) == pytest.approx(after, rel=1e-12)


def test_typing_out_of_range_is_refused_with_a_sentence_and_mended_on_leaving(form, edits, qtbot):
    refusals = []
    form.refused.connect(lambda name, problem: refusals.append((name, problem)))
    count = form.editor("count")
    count.setFocus()
    count.selectAll()
    qtbot.keyClicks(count, "99")
    assert refusals[-1][0] == "count" and "from 1 to 50" in str(refusals[-1][1])
    qtbot.keyClick(count, Qt.Key.Key_Return)
    assert refusals[-1] == ("count", None)
    assert count.value() == 50


def test_a_problem_is_said_at_its_field_only(form):
    form.show_problem("rate", "Too large.")
    assert form.rows["rate"].problem.isVisible() and form.rows["rate"].problem.text() == "Too large."
    assert form.editor("rate").property("wrong") is True
    assert not form.rows["count"].problem.isVisible()
    form.show_problem("", "")
    assert not form.rows["rate"].problem.isVisible() and form.editor("rate").property("wrong") is False


def test_the_wheel_leaves_fields_alone_that_are_not_in_use(form, edits):
    form.editor("rate").setFocus()
    for name in ("count", "mode"):
        editor = form.editor(name)
        middle = QPointF(editor.rect().center())
        event = QWheelEvent(
            middle, editor.mapToGlobal(middle), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(editor, event)
    assert edits == []


def test_leaving_a_field_begins_a_new_undo_step(form, qtbot):
    ids = []
    form.edited.connect(lambda name, value, merge_id: ids.append(merge_id))
    count = form.editor("count")
    count.setValue(4)
    count.setValue(5)
    qtbot.keyClick(count, Qt.Key.Key_Return)
    count.setValue(6)
    assert ids[0] == ids[1] != ids[-1]


def test_a_special_word_stands_for_the_lowest_value(qtbot):
    form = SpecForm("training", Training, names={"epochs": "epochs_box"})
    qtbot.addWidget(form)
    form.say_special("patience", "off")
    form.show_values(Training())
    patience = form.editor("patience")
    assert patience.text() == "off" and patience.hasAcceptableInput() and patience.value() == 0
    patience.setValue(3)
    assert patience.text() == "3 epochs"
    assert form.editor("epochs").objectName() == "epochs_box"


def test_one_of_something_is_called_so(form, qtbot):
    box = form.rows["count"].editor
    training = SpecForm("training", Training)
    qtbot.addWidget(training)
    training.show_values(Training(patience=1, batch_size=2))
    patience, batch = (training.rows[name].editor for name in ("patience", "batch_size"))
    assert (patience.text(), batch.text(), box.text()) == ("1 epoch", "2 examples", "3 pieces")
    batch.setValue(1)
    patience.show_value(2)
    assert (patience.text(), batch.text()) == ("2 epochs", "1 example")
    batch.setFocus()
    batch.lineEdit().setText("25 examples")
    assert batch.validate("25 examples", 0)[0] == QValidator.State.Acceptable
    batch.interpretText()
    assert (batch.value(), batch.text()) == (25, "25 examples")
