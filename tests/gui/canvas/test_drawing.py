"""The canvas as a person draws on it, and what the model answers meanwhile."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSlider, QToolButton

from tests.gui.canvas.waiting import answered, measured
from tests.gui.drawing import LEFT, SEVEN, WAIT_MS, draw, move, press


def test_the_public_names_are_there(canvas):
    assert canvas.findChild(QToolButton, "clear_button") is canvas.tools.clear_button
    assert canvas.view.objectName() == "canvas_view"
    assert canvas.findChild(QSlider, "canvas_noise_slider") is canvas.noise.slider
    assert not canvas.findChildren(QPushButton)


def test_every_control_can_be_named_and_explains_itself(canvas):
    for control in [*canvas.findChildren(QToolButton), *canvas.findChildren(QSlider)]:
        if control.objectName().startswith("qt_"):
            continue
        assert control.objectName(), control
        assert control.accessibleName(), control.objectName()
        assert control.toolTip(), control.objectName()
        by_arrows = isinstance(control, QToolButton) and control.group() is not None  # Qt's way through exclusive buttons
        assert by_arrows or control.focusPolicy() & Qt.FocusPolicy.TabFocus, control.objectName()


def test_what_the_model_makes_of_it_is_shown_while_the_button_is_still_down(qtbot, canvas):
    press(qtbot, canvas.view, SEVEN[0])
    move(qtbot, canvas.view, SEVEN[0], SEVEN[2])
    first = answered(qtbot, canvas)
    assert first.output.shape == (28, 28, 1)
    assert canvas.results.code.isVisible()
    move(qtbot, canvas.view, SEVEN[2], SEVEN[4])
    second = answered(qtbot, canvas)
    assert (first.seen != second.seen).any()
    assert (first.code != second.code).any()
    qtbot.mouseRelease(canvas.view, LEFT)


def test_the_model_sees_the_drawing_framed_as_its_data_are(qtbot, canvas):
    small = [(x * 0.4, y * 0.4) for x, y in SEVEN]
    draw(qtbot, canvas.view, small)
    seen = answered(qtbot, canvas).seen[..., 0]
    rows = np.flatnonzero(seen.max(axis=1) > 0.3)
    assert len(rows) == pytest.approx(24, abs=2)
    assert (rows[0] + rows[-1] + 1) / 2 == pytest.approx(14, abs=1)
    canvas.centre_action.trigger()
    seen = answered(qtbot, canvas).seen[..., 0]
    assert np.flatnonzero(seen.max(axis=1) > 0.3)[-1] < 14


def test_the_error_and_its_place_among_the_test_images_are_shown(qtbot, canvas, digits):
    scribble = [(x, y) for x in np.linspace(0.1, 0.9, 6) for y in (0.1, 0.9)]
    draw(qtbot, canvas.view, scribble)
    answered(qtbot, canvas)
    assert "BCE" in canvas.results.error_label.text()
    assert measured(qtbot, canvas) > 60
    errors = canvas.looking.known_errors.of(canvas.results.answer)
    assert len(errors) == len(digits.test)
    assert (np.diff(errors) >= 0).all()


def test_a_test_image_is_seen_exactly_and_has_its_own_error(qtbot, canvas, digits):
    canvas.workspace.pick(5)
    canvas.tools.picked_button.click()
    answer = answered(qtbot, canvas)
    np.testing.assert_array_equal(answer.seen, digits.scaling.apply(digits.test.examples[5]))
    measured(qtbot, canvas)
    assert np.isclose(canvas.looking.known_errors.of(answer), answer.error, rtol=1e-4).any()


def test_without_a_picked_image_any_is_taken_and_picked(qtbot, canvas):
    canvas.tools.picked_button.click()
    assert canvas.workspace.picked is not None
    assert answered(qtbot, canvas).output is not None


def test_the_drawing_has_a_place_on_the_latent_plane_that_moves(qtbot, variational):
    draw(qtbot, variational.view)
    answered(qtbot, variational)
    first = variational.workspace.drawing_code
    assert first.shape == (2,)
    draw(qtbot, variational.view, ((0.2, 0.8), (0.8, 0.8)))
    answered(qtbot, variational)
    assert (variational.workspace.drawing_code != first).any()
    with qtbot.waitSignal(variational.workspace.drawing_changed, timeout=WAIT_MS):
        variational.tools.clear_button.click()
    assert variational.workspace.drawing_code is None


def test_only_the_newest_drawing_is_looked_at(qtbot, canvas):
    draw(qtbot, canvas.view)
    answered(qtbot, canvas)
    shown = []
    canvas.looking.evaluator.answered.connect(lambda answer: shown.append(answer.number))
    before = canvas.looking.asked
    for _ in range(200):
        canvas.looking.look()
    answered(qtbot, canvas)
    assert canvas.looking.asked == before + 200
    assert len(shown) < 20
