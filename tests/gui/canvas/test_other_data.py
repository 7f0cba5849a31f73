"""The canvas with other data, other runs, and none."""

from dataclasses import replace

import numpy as np
import pytest

from ae_workbench.analysis.metrics import error_per_example
from ae_workbench.core.recipe import Choice
from ae_workbench.core.shape import Shape
from ae_workbench.data.dataset import Dataset, Scaling, Split
from ae_workbench.data.loading import load
from ae_workbench.engine.snapshot import open_snapshot
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui.canvas.curve_pad import CurvePad
from ae_workbench.variants.recipes import find_recipe, with_settings
from tests.gui.canvas.waiting import answered, measured
from tests.gui.conftest import train_tiny
from tests.gui.drawing import LEFT, WAIT_MS, draw, shown_canvas
from tests.gui.viewing import pixels


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
        measured(qtbot, canvas)
        assert "test sequences" in canvas.results.standing_label.text()
        canvas.noise.slider.setValue(50)
        assert np.abs(answered(qtbot, canvas).noisy).max() > 1  # not clipped to an image's range


def test_sequences_of_another_spread_are_what_the_run_would_see(qtbot, tmp_path):
    waves = load(Choice("waves", {"count": 100, "timesteps": 24}))
    wider = replace(
        waves, train=Split(9 * waves.train.examples + 5), test=Split(9 * waves.test.examples + 5), scaling=Scaling((5.0,), (0.1,))
    )
    recipe = replace(with_settings(find_recipe("sequence"), ["epochs=1"]), data=Choice("waves", {"count": 100, "timesteps": 24}))
    run = train_tiny(tmp_path / "run", recipe, waves)
    with shown_canvas(qtbot, wider) as canvas:
        assert canvas.workspace.scaling == wider.scaling
        canvas.workspace.set_run(RunFolder.open(run))
        canvas.workspace.pick(3)
        canvas.take_picked()
        answer = answered(qtbot, canvas)
        x = waves.scaling.apply(wider.test.examples)
        np.testing.assert_array_equal(answer.seen, x[3])
        assert canvas.pad.low < x.min() and x.max() < canvas.pad.high
        measured(qtbot, canvas)
        errors = error_per_example("mse", x, open_snapshot(run, 1).reconstruct(x))
        np.testing.assert_allclose(canvas.looking.known_errors.of(answer), np.sort(errors), rtol=1e-4)


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


def test_the_hint_of_an_empty_curve_stands_clear_of_its_line(qtbot):
    with shown_canvas(qtbot, load(Choice("waves", {"count": 100, "timesteps": 24}))) as canvas:
        with_hint, place = pixels(canvas.view), canvas.view.place
        canvas.view.say("")
        written = np.flatnonzero((with_hint != pixels(canvas.view)).any(axis=(1, 2)))
        assert len(written) and written.max() < canvas.pad.zero_in(place) - 3


@pytest.mark.parametrize("dims", [(64, 8, 1), (4, 128, 1)])
def test_the_hint_stands_beside_a_pad_without_room_for_it(qtbot, dims):
    with shown_canvas(qtbot, Dataset("Strips", Shape(dims), *[Split(np.zeros((4, *dims), np.float32))] * 2)) as canvas:
        with_hint, place = pixels(canvas.view), canvas.view.place.toAlignedRect()
        canvas.view.say("")
        written = (with_hint != pixels(canvas.view)).any(axis=2)
        on_pad = written[place.top() : place.bottom(), place.left() : place.right()]
        assert written.any() and not on_pad.any()


def test_while_a_training_goes_on_the_standing_never_vanishes(qtbot, canvas):
    canvas.workspace.newest_epoch = 1
    canvas.workspace.snapshot_changed.emit()
    draw(qtbot, canvas.view)
    assert answered(qtbot, canvas).source[1] == 1
    measured(qtbot, canvas)
    one = canvas.looking.known_errors.of(canvas.results.answer)
    canvas.workspace.epoch_stored(2, {})
    qtbot.waitUntil(lambda: canvas.results.answer.source[1] == 2, timeout=WAIT_MS)
    assert "easier" in canvas.results.standing_label.text()
    qtbot.waitUntil(lambda: canvas.looking.known_errors.of(canvas.results.answer) is not one, timeout=WAIT_MS)
