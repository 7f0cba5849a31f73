"""Noise on the canvas's drawing."""

import numpy as np

from ae_workbench.core.corruption import Corruption
from ae_workbench.storage.run_folder import RunFolder
from tests.gui.canvas.waiting import answered, measured
from tests.gui.drawing import draw, shown_canvas


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
