"""The canvas as a person uses it: draw, see the model's answer while drawing, undo, load, compare, save."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QSlider, QToolButton

from ae_workbench.core.corruption import Corruption
from ae_workbench.core.recipe import Choice
from ae_workbench.core.shape import Shape
from ae_workbench.data.dataset import Dataset, Split
from ae_workbench.data.loading import load
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui.canvas.curve_pad import CurvePad
from ae_workbench.variants.recipes import find_recipe, with_settings
from tests.gui.conftest import train_tiny
from tests.gui.drawing import LEFT, SEVEN, WAIT_MS, at, draw, move, press, shown_canvas
from tests.gui.viewing import pixels

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def canvas(qtbot, digits, trained_runs):
    with shown_canvas(qtbot, digits, trained_runs["simple"]) as panel:
        yield panel


@pytest.fixture
def variational(qtbot, digits, trained_runs):
    with shown_canvas(qtbot, digits, trained_runs["variational"]) as panel:
        yield panel


def answered(qtbot, panel):
    """Wait until what is drawn now has been through the model."""

    def is_there():
        answer = panel.results.answer
        return answer is not None and answer.number == panel.looking.asked and answer.output is not None

    qtbot.waitUntil(is_there, timeout=WAIT_MS)
    return panel.results.answer


def measured(qtbot, panel):
    """Wait until the drawing's error stands among those of the test examples."""
    qtbot.waitUntil(lambda: "easier" in panel.results.standing_label.text(), timeout=WAIT_MS)
    return int(panel.results.standing_label.text().split()[0])


# Drawing


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


# Undo


def test_undo_and_redo_by_key_are_the_canvas_s_own(qtbot, canvas):
    draw(qtbot, canvas.view)
    one = canvas.pad.content
    draw(qtbot, canvas.view, ((0.2, 0.2), (0.8, 0.8)))
    two = canvas.pad.content
    canvas.view.setFocus()
    qtbot.keyClick(canvas.view, Qt.Key.Key_Z, CONTROL)
    np.testing.assert_array_equal(canvas.pad.content, one)
    qtbot.keyClick(canvas.view, Qt.Key.Key_Z, CONTROL)
    assert canvas.pad.is_blank
    assert not canvas.tools.undo_button.isEnabled()
    canvas.tools.redo_button.click()
    canvas.tools.redo_button.click()
    np.testing.assert_array_equal(canvas.pad.content, two)


def test_clear_can_be_undone_and_the_key_works_too(qtbot, canvas):
    draw(qtbot, canvas.view)
    drawn = canvas.pad.content
    qtbot.keyClick(canvas.view, Qt.Key.Key_Delete)
    assert canvas.pad.is_blank
    canvas.tools.undo_button.click()
    np.testing.assert_array_equal(canvas.pad.content, drawn)
    assert answered(qtbot, canvas).output is not None


# Brush


def test_keys_choose_brush_eraser_and_size(qtbot, canvas):
    before = canvas.view.brush.size
    qtbot.keyClick(canvas.view, Qt.Key.Key_E)
    assert canvas.view.brush.erases
    qtbot.keyClick(canvas.view, Qt.Key.Key_B)
    assert not canvas.view.brush.erases
    qtbot.keyClick(canvas.view, Qt.Key.Key_BracketRight)
    assert canvas.view.brush.size > before
    canvas.tools.softness_slider.setValue(80)
    assert canvas.view.brush.softness == 0.8


def test_the_brush_suits_the_data_until_somebody_sets_it(qtbot, digits):
    with shown_canvas(qtbot, digits) as canvas:
        usual = canvas.tools.size_slider.value()
        qtbot.waitUntil(lambda: canvas.tools.size_slider.value() != usual, timeout=WAIT_MS)
        assert 10 <= canvas.tools.size_slider.value() <= 15  # lines of the digits are some four of 28 pixels wide
        canvas.tools.size_slider.setValue(30)
        canvas.workspace.set_dataset(Choice("digits"), replace(digits, name="again"))
        qtbot.waitUntil(lambda: canvas.looking.framing is not None, timeout=WAIT_MS)
        assert canvas.tools.size_slider.value() == 30


def test_the_right_button_erases(qtbot, canvas):
    draw(qtbot, canvas.view, ((0.3, 0.5), (0.7, 0.5)))
    canvas.tools.size_slider.setValue(40)
    qtbot.mousePress(canvas.view, Qt.MouseButton.RightButton, pos=at(canvas.view, (0.3, 0.5)))
    move(qtbot, canvas.view, (0.3, 0.5), (0.7, 0.5))
    qtbot.mouseRelease(canvas.view, Qt.MouseButton.RightButton)
    assert canvas.pad.is_blank


def test_arrow_keys_with_shift_draw(qtbot, canvas):
    for _ in range(5):
        qtbot.keyClick(canvas.view, Qt.Key.Key_Right)
    assert canvas.pad.is_blank
    for _ in range(5):
        qtbot.keyClick(canvas.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert not canvas.pad.is_blank
    assert canvas.undo_stack.count() == 5


def tablet(canvas, kind, share, pressure):
    position = QPointF(at(canvas.view, share))
    event = QTabletEvent(
        kind, QPointingDevice.primaryPointingDevice(), position, position, pressure, 0, 0, 0, 0, 0,
        Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton,
    )  # fmt: skip
    QApplication.sendEvent(canvas.view, event)


def test_a_pen_draws_by_its_pressure(qtbot, canvas):
    kind = QEvent.Type
    tablet(canvas, kind.TabletPress, (0.2, 0.5), 0.1)
    for step in range(1, 13):
        tablet(canvas, kind.TabletMove, (0.2 + 0.05 * step, 0.5), 0.1 + 0.07 * step)
    tablet(canvas, kind.TabletRelease, (0.8, 0.5), 0)
    widths = (canvas.pad.pixels[..., 0] > 127).sum(axis=0)
    assert 0 < widths[80] < widths[210]
    assert canvas.undo_stack.count() == 1


def test_a_finger_draws(qtbot, canvas):
    device = QTest.createTouchDevice()
    touch = QTest.touchEvent(canvas.view, device)
    touch.press(0, at(canvas.view, (0.3, 0.3)), canvas.view).commit()
    for step in range(1, 6):
        touch = QTest.touchEvent(canvas.view, device)
        touch.move(0, at(canvas.view, (0.3 + 0.06 * step, 0.3)), canvas.view).commit()
    QTest.touchEvent(canvas.view, device).release(0, at(canvas.view, (0.6, 0.3)), canvas.view).commit()
    assert (canvas.pad.pixels[84, 90:160, 0] > 200).all()
    assert canvas.undo_stack.count() == 1


# Noise


def test_noise_is_added_and_the_model_gets_the_noisy_drawing(qtbot, canvas):
    draw(qtbot, canvas.view)
    clean = answered(qtbot, canvas)
    canvas.noise.slider.setValue(60)
    noisy = answered(qtbot, canvas)
    assert noisy.corruption == Corruption("gaussian", 0.6)
    np.testing.assert_array_equal(noisy.seen, clean.seen)
    assert np.abs(noisy.noisy - noisy.seen).mean() > 0.1
    assert [panel.title for panel in canvas.results.pictures.panels] == ["Model sees", "Noisy 0.60", "Denoised"]
    canvas.looking.look()
    np.testing.assert_array_equal(answered(qtbot, canvas).noisy, noisy.noisy)  # doesn't flicker while one draws
    canvas.noise_action.trigger()
    assert (answered(qtbot, canvas).noisy != noisy.noisy).any()


def test_the_test_images_get_the_same_kind_of_noise_before_they_are_compared(qtbot, canvas):
    draw(qtbot, canvas.view)
    answered(qtbot, canvas)
    measured(qtbot, canvas)
    clean = canvas.looking.known_errors.of(canvas.results.answer)
    canvas.noise.slider.setValue(90)
    answered(qtbot, canvas)
    measured(qtbot, canvas)
    noisy = canvas.looking.known_errors.of(canvas.results.answer)
    assert noisy.shape == clean.shape
    assert (noisy != clean).any()


def test_a_denoiser_begins_with_the_noise_it_was_trained_for(qtbot, digits, trained_runs):
    with shown_canvas(qtbot, digits, trained_runs["denoising"]) as canvas:
        assert canvas.noise.corruption == RunFolder.open(trained_runs["denoising"]).plan.corruption
        canvas.workspace.set_run(RunFolder.open(trained_runs["simple"]))
        assert canvas.noise.corruption.kind == "none"


# Images in and out


def paper(tmp_path):
    """A dark seven on white paper."""
    image = QImage(200, 150, QImage.Format.Format_RGB888)
    image.fill(Qt.GlobalColor.white)
    for x in range(60, 140):
        for y in range(20, 32):
            image.setPixelColor(x, y, Qt.GlobalColor.black)
    path = tmp_path / "paper.png"
    assert image.save(str(path))
    return path, image


def test_an_image_is_dropped_and_pasted(qtbot, canvas, tmp_path):
    path, image = paper(tmp_path)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    with qtbot.waitSignal(canvas.looking.picture_read, timeout=WAIT_MS):
        canvas.view.dropEvent(event)
    dropped = canvas.pad.content
    assert dropped.max() == 255
    assert np.median(dropped) == 0
    canvas.clear()
    QGuiApplication.clipboard().setImage(image)
    with qtbot.waitSignal(canvas.looking.picture_read, timeout=WAIT_MS):
        qtbot.keyClick(canvas.view, Qt.Key.Key_V, CONTROL)
    assert np.abs(canvas.pad.content.astype(int) - dropped).mean() < 2
    canvas.tools.undo_button.click()
    assert canvas.pad.is_blank


def test_what_is_no_image_is_refused_with_a_sentence(qtbot, canvas, tmp_path):
    (tmp_path / "notes.png").write_text("no image")
    with qtbot.waitSignal(canvas.refused, timeout=WAIT_MS) as refused:
        canvas.files.take_file(str(tmp_path / "notes.png"))
    assert "notes.png" in refused.args[0]
    assert canvas.pad.is_blank


def test_drawing_and_result_are_saved_as_png(qtbot, canvas, tmp_path):
    draw(qtbot, canvas.view)
    answered(qtbot, canvas)
    canvas.files.save_drawing(str(tmp_path / "drawing.png"))
    assert QImage(str(tmp_path / "drawing.png")).width() == 280
    with qtbot.waitSignal(canvas.told):
        canvas.files.save_result(str(tmp_path / "result.png"))
    result = QImage(str(tmp_path / "result.png"))
    assert result.width() > 4 * 280  # drawing, what the model sees, output, difference
    with qtbot.waitSignal(canvas.refused) as refused:
        canvas.files.save_drawing(str(tmp_path / "no folder" / "drawing.png"))
    assert "drawing.png" in refused.args[0]


def test_the_drawing_is_copied(qtbot, canvas):
    draw(qtbot, canvas.view)
    qtbot.keyClick(canvas.view, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().image().width() == 280


# Other data, other runs, none


def test_without_data_and_run_it_says_what_to_do(qtbot, digits):
    with shown_canvas(qtbot) as canvas:
        qtbot.mouseClick(canvas.view, LEFT)
        assert canvas.pad is None
        assert "data" in canvas.results.note.text()
        canvas.workspace.set_dataset(Choice("digits"), digits)
        assert "Press Start" in canvas.results.note.text()
        draw(qtbot, canvas.view)
        qtbot.waitUntil(lambda: canvas.results.answer is not None, timeout=WAIT_MS)
        assert canvas.results.answer.seen.max() > 0.9
        assert "Press Start" in canvas.results.note.text()
        assert not canvas.results.code.isVisible()


def test_compared_runs_stand_in_rows(qtbot, canvas, trained_runs):
    draw(qtbot, canvas.view)
    runs = (trained_runs["simple"], trained_runs["sparse"], trained_runs["variational"])
    canvas.workspace.compare(runs)
    qtbot.waitUntil(lambda: len(canvas.results.compared.rows) == 3, timeout=WAIT_MS)
    assert all(row.output.shape == (28, 28, 1) and row.error > 0 for row in canvas.results.compared.rows)
    assert canvas.results.compared.isVisible()
    before = canvas.results.compared.rows
    draw(qtbot, canvas.view, ((0.2, 0.8), (0.8, 0.8)))
    qtbot.waitUntil(lambda: canvas.results.compared.rows[2].error != before[2].error, timeout=WAIT_MS)
    canvas.workspace.compare(())
    assert not canvas.results.compared.isVisible()


def test_a_compared_run_that_is_gone_says_so(qtbot, canvas, tmp_path, trained_runs):
    draw(qtbot, canvas.view)
    canvas.workspace.compare((tmp_path / "gone", trained_runs["simple"]))
    qtbot.waitUntil(lambda: len(canvas.results.compared.rows) == 2, timeout=WAIT_MS)
    gone, there = canvas.results.compared.rows
    assert "gone" in gone.problem
    assert there.error > 0
    assert pixels(canvas.results.compared).std() > 0


def test_sequences_are_drawn_as_curves(qtbot, tmp_path):
    waves = load(Choice("waves", {"count": 100, "timesteps": 24}))
    recipe = replace(with_settings(find_recipe("sequence"), ["epochs=1"]), data=Choice("waves", {"count": 100, "timesteps": 24}))
    run = train_tiny(tmp_path / "run", recipe, waves)
    with shown_canvas(qtbot, waves, run) as canvas:
        assert isinstance(canvas.pad, CurvePad)
        assert not canvas.tools.brush_row.isVisible()
        draw(qtbot, canvas.view, ((0.1, 0.3), (0.5, 0.7), (0.9, 0.2)))
        answer = answered(qtbot, canvas)
        assert answer.output.shape == (24, 1)
        assert "MSE" in canvas.results.error_label.text()
        assert measured(qtbot, canvas) >= 0
        canvas.noise.slider.setValue(50)
        assert np.abs(answered(qtbot, canvas).noisy).max() > 1  # not clipped to an image's range


def test_colour_data_of_another_size_are_drawn_on_in_colour(qtbot, tmp_path):
    rng = np.random.default_rng(0)
    examples = np.zeros((60, 12, 20, 3), np.uint8)
    for image in examples:
        image[rng.integers(1, 5) : 9, rng.integers(1, 8) : 15] = rng.integers(80, 255, 3)
    colour = Dataset("Blocks", Shape((12, 20, 3)), Split(examples[:40]), Split(examples[40:]))
    run = train_tiny(tmp_path / "run", with_settings(find_recipe("simple"), ["epochs=1"]), colour)
    with shown_canvas(qtbot, colour, run) as canvas:
        assert canvas.tools.colour_button.isVisible()
        assert canvas.view.place.width() / canvas.view.place.height() == pytest.approx(20 / 12, abs=0.05)
        draw(qtbot, canvas.view, ((0.3, 0.5), (0.6, 0.5)))
        assert answered(qtbot, canvas).output.shape == (12, 20, 3)


def test_a_run_for_another_shape_says_so_and_the_drawing_stays(qtbot, canvas, tmp_path):
    waves = load(Choice("waves", {"count": 100, "timesteps": 24}))
    recipe = replace(with_settings(find_recipe("sequence"), ["epochs=1"]), data=Choice("waves", {"count": 100, "timesteps": 24}))
    draw(qtbot, canvas.view)
    answered(qtbot, canvas)
    drawn = canvas.pad.content
    canvas.workspace.set_run(RunFolder.open(train_tiny(tmp_path / "run", recipe, waves)))
    qtbot.waitUntil(lambda: "another shape" in canvas.results.note.text(), timeout=WAIT_MS)
    np.testing.assert_array_equal(canvas.pad.content, drawn)
    assert canvas.workspace.drawing_code is None


def test_another_epoch_looks_at_the_same_drawing(qtbot, canvas):
    draw(qtbot, canvas.view)
    trained = answered(qtbot, canvas)
    canvas.workspace.set_epoch(0)
    untrained = answered(qtbot, canvas)
    assert untrained.source[1] == 0
    assert untrained.error > trained.error
    np.testing.assert_array_equal(untrained.seen, trained.seen)


def test_a_deleted_run_is_told_and_the_canvas_goes_on(qtbot, canvas, tmp_path, trained_runs):
    draw(qtbot, canvas.view)
    answered(qtbot, canvas)
    broken = RunFolder(tmp_path / "deleted", canvas.workspace.run_folder.recipe, canvas.workspace.run_folder.facts)
    canvas.workspace.run_folder, canvas.workspace.newest_epoch = broken, 3
    canvas.workspace.run_changed.emit()
    canvas.workspace.snapshot_changed.emit()
    qtbot.waitUntil(lambda: "deleted" in canvas.results.note.text(), timeout=WAIT_MS)
    assert canvas.workspace.drawing_code is None
    canvas.workspace.set_run(RunFolder.open(trained_runs["simple"]))
    assert answered(qtbot, canvas).output is not None


def test_a_hidden_canvas_asks_for_nothing(qtbot, canvas):
    draw(qtbot, canvas.view)
    answered(qtbot, canvas)
    canvas.hide()
    assert canvas.workspace.drawing_code is None
    asked = canvas.looking.asked
    canvas.workspace.snapshot_changed.emit()
    assert canvas.looking.asked == asked
    canvas.show()
    assert answered(qtbot, canvas).number > asked


def test_an_example_sent_by_a_viewer_is_taken_if_it_fits(qtbot, canvas, digits):
    canvas.workspace.send_to_canvas(np.zeros((5, 5, 1), np.float32))
    assert canvas.pad.is_blank
    example = digits.scaling.apply(digits.test.examples[3])
    canvas.workspace.send_to_canvas(example)
    np.testing.assert_array_equal(answered(qtbot, canvas).seen, example)


def test_the_hint_stands_on_an_empty_canvas_only(qtbot, canvas):
    empty = pixels(canvas.view)
    draw(qtbot, canvas.view)
    canvas.clear()
    canvas.view.say("")
    assert (empty != pixels(canvas.view)).any()


def test_while_a_training_goes_on_the_standing_never_vanishes(qtbot, canvas):
    canvas.workspace.newest_epoch = 1
    canvas.workspace.snapshot_changed.emit()
    draw(qtbot, canvas.view)
    assert answered(qtbot, canvas).source[1] == 1
    measured(qtbot, canvas)
    one = canvas.looking.known_errors.of(canvas.results.answer)
    canvas.workspace.epoch_stored(2)
    qtbot.waitUntil(lambda: canvas.results.answer.source[1] == 2, timeout=WAIT_MS)
    assert "easier" in canvas.results.standing_label.text()
    qtbot.waitUntil(lambda: canvas.looking.known_errors.of(canvas.results.answer) is not one, timeout=WAIT_MS)
