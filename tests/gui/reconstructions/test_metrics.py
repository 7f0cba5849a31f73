"""What stands under and beside each example: its error by the metric that is chosen, its difference, its tip."""

import numpy as np

from ae_workbench.analysis.metrics import ssim_per_image
from ae_workbench.core.recipe import Choice
from ae_workbench.data.loading import load
from ae_workbench.engine.snapshot import open_snapshot
from ae_workbench.ui.colour_maps import paint
from tests.gui.reconstructions.showing import choose, show_run, until


def test_the_tip_names_example_class_and_errors(qtbot, viewer, digits, trained_runs):
    show_run(qtbot, viewer, digits, trained_runs["simple"])
    tip = viewer.grid.tiles[2].tip
    assert "Test example 2" in tip and "PSNR" in tip
    assert digits.class_names[int(digits.test.labels[2])] in tip


def test_another_metric_stands_under_each_and_sorts(qtbot, viewer, digits, trained_runs):
    show_run(qtbot, viewer, digits, trained_runs["simple"])
    choose(viewer.controls.metric_box, "ssim")
    until(qtbot, viewer, lambda page: page.metric == "ssim")
    x = digits.scaling.apply(digits.test.examples)
    y = open_snapshot(trained_runs["simple"]).reconstruct(x)
    similarity = ssim_per_image(x, y)
    np.testing.assert_allclose(viewer.page.errors, similarity[:20], rtol=1e-3, atol=1e-4)
    assert viewer.grid.tiles[0].caption == f"{viewer.page.errors[0]:.3f}"
    choose(viewer.order_box, "worst")
    until(qtbot, viewer, lambda page: page.wanted.order == "worst")
    assert viewer.page.indices[0] == int(similarity.argmin())


def test_the_difference_is_a_row_of_its_own(qtbot, viewer, digits, trained_runs):
    show_run(qtbot, viewer, digits, trained_runs["simple"])
    viewer.controls.difference_button.click()
    until(qtbot, viewer, lambda page: page.differences)
    assert viewer.grid.row_titles == ("Input", "Output", "Difference")
    x = digits.scaling.apply(digits.test.examples[:1])
    error = np.abs(x - open_snapshot(trained_runs["simple"]).reconstruct(x))[0]
    assert viewer.page.differences[0] == paint(error, "magma")


def test_sequences_are_judged_by_squared_error_alone(qtbot, viewer, workspace):
    workspace.set_dataset(Choice("waves"), load(Choice("waves")))
    until(qtbot, viewer, lambda page: True)
    assert viewer.controls.chosen_metric == "mse"
    assert not viewer.controls.metric_box.isVisible() and not viewer.controls.difference_button.isVisible()
