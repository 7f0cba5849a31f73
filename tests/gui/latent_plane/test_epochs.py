"""Epochs shown on the plane: few of those that come fast, and any that is chosen at once."""

from PySide6.QtWidgets import QApplication

from tests.gui.viewing import WAIT_MS, settle


def test_epochs_that_come_fast_are_shown_a_few_times_a_second_and_the_last_always(qtbot, viewer):
    seen = []
    take = viewer._take_snapshot
    viewer._take_snapshot = lambda snapshot: (seen.append(snapshot.epoch), take(snapshot))
    stored = viewer.workspace.run_folder.epochs()
    for epoch in stored[:-1][-6:] + stored[-1:]:
        viewer.workspace.epoch_stored(epoch, {})
        QApplication.processEvents()
    assert not viewer.is_settled
    qtbot.waitUntil(lambda: viewer.is_settled and viewer.snapshot.epoch == stored[-1], timeout=WAIT_MS)
    assert len(seen) <= 3


def test_a_chosen_epoch_is_shown_at_once(qtbot, viewer):
    viewer.workspace.set_epoch(viewer.workspace.run_folder.epochs()[0])
    assert viewer._soon.isActive()
    settle(qtbot, viewer)
    assert viewer.snapshot.epoch == viewer.workspace.epoch
