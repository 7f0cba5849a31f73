"""Which examples the viewer shows: sorted by error, shuffled, of one class, page by page."""

import numpy as np

from ae_workbench.analysis.metrics import bce_per_image
from ae_workbench.engine.snapshot import open_snapshot
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui.viewers.pages import Ranking, ReconstructionsJob, Wanted
from tests.gui.fakes import small_dataset
from tests.gui.reconstructions.showing import DIGITS, choose, show_run, until


def test_worst_and_best_first(qtbot, viewer, digits, trained_runs):
    show_run(qtbot, viewer, digits, trained_runs["simple"])
    for order, sign in (("worst", -1), ("best", 1)):
        viewer.order_box.setCurrentIndex(viewer.order_box.findData(order))
        viewer.order_box.activated.emit(viewer.order_box.currentIndex())
        until(qtbot, viewer, lambda page, order=order: page.wanted.order == order and page.outputs)
        errors = sign * np.array(viewer.page.errors)
        assert (np.diff(errors) >= 0).all()
    x = digits.scaling.apply(digits.test.examples)
    errors = bce_per_image(x, open_snapshot(trained_runs["simple"]).reconstruct(x))
    assert viewer.page.indices[0] == int(errors.argmin())


def test_without_a_model_nothing_is_sorted_by_error(qtbot, viewer, workspace, digits):
    viewer.order_box.setCurrentIndex(viewer.order_box.findData("worst"))
    workspace.set_dataset(DIGITS, digits)
    until(qtbot, viewer, lambda page: True)
    assert viewer.page.indices == tuple(range(20))


def test_pages_and_shuffling(qtbot, viewer, workspace, digits):
    workspace.set_dataset(DIGITS, digits)
    until(qtbot, viewer, lambda page: True)
    assert not viewer.back_button.isEnabled()
    viewer.forward_button.click()
    until(qtbot, viewer, lambda page: page.indices == tuple(range(20, 40)))
    assert viewer.page_label.text() == f"21–40 of {len(digits.test)}"
    viewer.back_button.click()
    until(qtbot, viewer, lambda page: page.indices == tuple(range(20)))
    viewer.shuffle_button.click()
    until(qtbot, viewer, lambda page: page.wanted.order == "shuffled")
    first = viewer.page.indices
    viewer.shuffle_button.click()
    until(qtbot, viewer, lambda page: page.indices != first)
    viewer.count_box.setValue(40)
    until(qtbot, viewer, lambda page: len(page.indices) == 40)


def test_the_last_page_ends_with_the_data(qtbot, viewer, workspace):
    workspace.set_dataset(DIGITS, small_dataset(count=50))
    until(qtbot, viewer, lambda page: True)
    viewer.forward_button.click()
    until(qtbot, viewer, lambda page: page.indices == tuple(range(20, 25)))
    assert not viewer.forward_button.isEnabled()


def test_one_class_at_a_time(qtbot, viewer, digits, trained_runs):
    show_run(qtbot, viewer, digits, trained_runs["simple"])
    choose(viewer.controls.class_box, 3)
    until(qtbot, viewer, lambda page: page.wanted.label == 3)
    threes = np.flatnonzero(digits.test.labels == 3)
    assert viewer.page.indices == tuple(threes[:20])
    assert viewer.page_label.text().endswith(str(len(threes)))
    choose(viewer.order_box, "best")
    until(qtbot, viewer, lambda page: page.wanted.order == "best")
    assert set(viewer.page.indices) <= set(threes.tolist())


def test_pages_of_an_order_by_error_are_reconstructed_once(digits, trained_runs):
    run, snapshot, ranking = RunFolder.open(trained_runs["simple"]), open_snapshot(trained_runs["simple"]), Ranking()
    rows = []

    class Counting:
        run, epoch, stamp, plan = snapshot.run, snapshot.epoch, snapshot.stamp, snapshot.plan

        def reconstruct(self, x):
            rows.append(len(x))
            return snapshot.reconstruct(x)

    def page(wanted):
        rows.clear()
        return ReconstructionsJob(digits, wanted, run.facts.scaling, run.plan.corruption, ranking)(Counting()).indices

    first = page(Wanted("worst", 0, 10))
    assert sum(rows) == len(digits.test) + 10
    second = page(Wanted("worst", 10, 10))
    assert sum(rows) == 10 and not set(first) & set(second)
    page(Wanted("best", 0, 10))
    assert sum(rows) == len(digits.test) + 10
