"""A whole day in one window, everything real: first start, train, explore, draw, compare, and close while a training runs."""

import gc
import weakref
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from shiboken6 import isValid

from ae_workbench.storage.paths import runs_home
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.storage.samples import samples_home
from ae_workbench.ui.main_window import MainWindow
from ae_workbench.ui.settings import Settings
from ae_workbench.variants.recipes import find_recipe, with_settings
from tests.gui.drawing import draw, move, press
from tests.gui.windows import agree_to_close

WAIT_MS = 120_000
LEFT = Qt.MouseButton.LeftButton
EPOCHS = 4
STEPS = 12


def test_a_whole_day(qtbot, home):
    window = MainWindow()
    start(qtbot, window)
    first = train(qtbot, window)
    drag_on_the_plane(qtbot, window)
    drawing = draw_a_seven(qtbot, window)
    compare_two_runs(qtbot, window, first)
    second = close_during_training(qtbot, window)
    nothing_is_left_running(window)
    np.testing.assert_array_equal(drawing, window.canvas.pad.content)
    remembered = window_goes_away(window)
    del window
    gc.unfreeze()  # what was there when TensorFlow came is collected only when asked for
    gc.collect()
    assert [ref() for ref in remembered if ref() is not None] == []
    nothing_is_lost(first, second)
    the_next_day(qtbot, second)


def start(qtbot, window):
    """The first start shows a sample on its latent plane, and something to draw on."""
    with qtbot.waitSignal(window.data_flow.ended, timeout=WAIT_MS):
        window.show()
    assert window.workspace.run.parent == samples_home()
    plane = window.centre.viewers["latent_plane"]
    assert window.centre.tabs.currentWidget() is plane
    qtbot.waitUntil(lambda: plane.is_settled and plane.shows_content, timeout=WAIT_MS)
    assert window.canvas.view.isVisible()
    assert not runs_home().exists()


def train(qtbot, window):
    """The variational autoencoder on the built-in digits; gives the run's folder."""
    recipe = replace(with_settings(find_recipe("variational"), [f"epochs={EPOCHS}"]), limit=0)
    window.model.change(recipe, "Variational")
    assert window.training.start_button.isEnabled()
    with qtbot.waitSignal(window.trainer.idle, timeout=WAIT_MS):
        qtbot.mouseClick(window.training.start_button, LEFT)
    run = RunFolder.open(window.workspace.run)
    assert run.path.parent == runs_home()
    assert run.facts.outcome == "finished" and run.last_full_epoch == EPOCHS
    assert window.workspace.shown_epoch == EPOCHS
    losses = [record.metrics["val_loss"] for record in run.history()]
    assert losses[-1] < losses[0]
    return run.path


def drag_on_the_plane(qtbot, window):
    """What lies under the marker is decoded while it is dragged, and goes along with it."""
    viewer = window.centre.viewers["latent_plane"]
    window.centre.tabs.setCurrentWidget(viewer)
    qtbot.waitUntil(lambda: viewer.is_settled and viewer.shows_content and len(viewer.codes) == 360, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: viewer.snapshot.run == window.workspace.run and viewer.snapshot.epoch == EPOCHS, timeout=WAIT_MS)
    plane, seen = viewer.plane, []
    view = plane.view
    shares = np.linspace(0.15, 0.85, STEPS)
    places = [QPoint(round(view.left + share * view.width), round(view.top + share * view.height)) for share in shares]
    qtbot.mousePress(plane, LEFT, pos=places[0])
    for place in places[1:]:
        qtbot.mouseMove(plane, place)
        text = viewer.side.marker_label.text()
        qtbot.waitUntil(lambda text=text: viewer.side.marker_label.text() != text, timeout=WAIT_MS)
        seen.append(viewer.side.marker_thumb.picture)
    qtbot.mouseRelease(plane, LEFT, pos=places[-1])
    assert plane.marks.marker is not None
    assert all(picture is not None for picture in seen)
    assert len({bytes(picture.constBits()) for picture in seen}) > STEPS // 2
    qtbot.waitUntil(lambda: viewer.is_settled, timeout=WAIT_MS)


def draw_a_seven(qtbot, window):
    """While it is drawn its code moves on the plane; undo is the canvas's, not the designer's. Gives the drawing."""
    canvas, plane, places = window.canvas, window.centre.viewers["latent_plane"].plane, set()
    window.workspace.drawing_changed.connect(lambda: places.add(plane.marks.drawing))
    press(qtbot, canvas.view, (0.25, 0.2))
    move(qtbot, canvas.view, (0.25, 0.2), (0.75, 0.2))
    qtbot.waitUntil(lambda: canvas.results.answer is not None and canvas.results.answer.code is not None, timeout=WAIT_MS)
    bar = canvas.results.answer
    for end in ((0.6, 0.5), (0.45, 0.85)):
        move(qtbot, canvas.view, (0.75, 0.2), end)
        qtbot.waitUntil(lambda: canvas.results.answer.number == canvas.looking.asked, timeout=WAIT_MS)
    qtbot.mouseRelease(canvas.view, LEFT)
    seven = canvas.results.answer
    assert seven.source[:2] == (window.workspace.run, EPOCHS)
    assert (seven.code != bar.code).any()
    assert len(places - {None}) > 1
    qtbot.waitUntil(lambda: "easier" in canvas.results.standing_label.text(), timeout=WAIT_MS)
    undo_by_key(qtbot, window)
    return canvas.pad.content


def undo_by_key(qtbot, window):
    """Ctrl+Z in the canvas takes back a stroke and leaves the design alone."""
    recipe, drawn = window.model.recipe, window.canvas.pad.content
    draw(qtbot, window.canvas.view, ((0.2, 0.9), (0.8, 0.9)))
    window.activateWindow()
    window.canvas.view.setFocus()
    qtbot.keyClick(window.canvas.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    np.testing.assert_array_equal(window.canvas.pad.content, drawn)
    assert window.model.recipe == recipe


def compare_two_runs(qtbot, window, run):
    """The new run and a sample: the same images through both, and the drawing through both."""
    viewer = window.centre.viewers["runs"]
    window.centre.tabs.setCurrentWidget(viewer)
    qtbot.waitUntil(lambda: viewer.list_page.model.own_count == 1 and viewer.is_settled, timeout=WAIT_MS)
    viewer.list_page.view.select([run, samples_home() / "simple"])
    qtbot.mouseClick(viewer.list_page.compare_button, LEFT)
    qtbot.waitUntil(lambda: len(viewer.comparison.results) == 2 and viewer.is_settled, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: len(window.canvas.results.compared.rows) == 2, timeout=WAIT_MS)
    assert {row.run for row in window.canvas.results.compared.rows} == {run, samples_home() / "simple"}
    assert all(row.output is not None for row in window.canvas.results.compared.rows)


def close_during_training(qtbot, window):
    """Closing asks, stops after what is under way, and keeps it. Gives the run's folder."""
    recipe = window.model.recipe
    window.model.change(replace(recipe, training=replace(recipe.training, epochs=10_000)), "Longer")
    qtbot.mouseClick(window.training.start_button, LEFT)
    qtbot.waitUntil(lambda: window.trainer.is_training and (window.workspace.newest_epoch or 0) >= 2, timeout=WAIT_MS)
    second = window.workspace.run
    window.close()
    agree_to_close(qtbot, window, WAIT_MS)
    return second


def nothing_is_left_running(window):
    assert not window.isVisible()
    assert not window.trainer.is_busy
    assert not window.codec.isRunning() and not window.engine.thread_.isRunning()


def window_goes_away(window):
    """No viewer and no panel outlives it; gives weak references to them."""
    parts = [window.canvas, window.designer, window.training, *window.centre.viewers.values()]
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not any(isValid(part) for part in parts)
    return [weakref.ref(part) for part in (window, *parts)]


def nothing_is_lost(first, second):
    """Both runs are on disk, whole, and the window remembers what was being designed."""
    assert sorted(path for path in runs_home().iterdir() if path.is_dir() and (path / "run.json").is_file()) == sorted([first, second])
    finished, stopped = RunFolder.open(first), RunFolder.open(second)
    assert finished.facts.outcome == "finished" and finished.epochs() == list(range(EPOCHS + 1))
    assert stopped.facts.outcome == "stopped"
    assert stopped.last_full_epoch >= 2
    kept = stopped.history()[-1].epoch
    assert kept in stopped.epochs()
    assert all(np.isfinite(array).all() for array in stopped.weights(kept))
    assert stopped.optimizer(stopped.last_full_epoch) is not None or stopped.history()[-1].partial
    assert Settings().recipe.training.epochs == 10_000


def the_next_day(qtbot, second):
    """The stopped run can be opened and gone on with where it was."""
    window = MainWindow()
    window.open_at_start(second)
    with qtbot.waitSignal(window.data_flow.ended, timeout=WAIT_MS):
        window.show()
    assert window.workspace.run == second
    before = RunFolder.open(second).last_full_epoch
    window.training.more_box.setValue(1)
    with qtbot.waitSignal(window.trainer.idle, timeout=WAIT_MS):
        qtbot.mouseClick(window.training.more_button, LEFT)
    assert RunFolder.open(second).last_full_epoch == before + 1
    with qtbot.waitSignal(window.closed, timeout=WAIT_MS):
        window.close()
    window.deleteLater()
