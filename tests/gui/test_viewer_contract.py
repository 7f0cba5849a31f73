"""What every viewer keeps to, whatever it is given: content or a sentence, something painted, no exception, gone with its window."""

import gc
import shutil
import weakref
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from ae_workbench.core.recipe import Choice
from ae_workbench.data.loading import load
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.ui.viewers import VIEWERS
from ae_workbench.ui.workers import CodecThread
from ae_workbench.variants import VARIANTS
from ae_workbench.variants.recipes import find_recipe, with_settings
from tests.gui.conftest import TINY, train_tiny
from tests.gui.fakes import small_dataset
from tests.gui.viewing import WAIT_MS, settle

DIGITS = Choice("digits")
SHAPES = {"colour": (16, 12, 3), "small": (5, 3, 1), "wide": (9, 40, 1)}
FEW_COLOURS = 3


@pytest.fixture(scope="module")
def other_runs(tmp_path_factory):
    """Runs on data of other shapes, each trained when first asked for: colour and unusual sizes, and sequences."""
    folder, made = tmp_path_factory.mktemp("other_runs"), {}

    def get(name):
        if name not in made:
            variant = "sequence" if name == "waves" else "simple"
            data = load(Choice("waves", {"count": 120, "timesteps": 24})) if name == "waves" else small_dataset(name, SHAPES[name])
            made[name] = data, train_tiny(folder / name, with_settings(find_recipe(variant), TINY), data)
        return made[name]

    return get


@pytest.fixture
def copy_run(trained_runs, tmp_path):
    """Copies a trained run with only some of its epochs."""

    def copy(key, epochs=(0, 1, 2, 3)):
        path = tmp_path / key
        shutil.copytree(trained_runs[key], path)
        for file in (path / "weights").iterdir():
            if int(file.stem) not in epochs:
                file.unlink()
        return path

    return copy


@pytest.fixture(params=VIEWERS.keys)
def shown(request, qtbot, workspace, codec):
    """A viewer in a window of its own."""
    window = QWidget()
    QVBoxLayout(window).addWidget(VIEWERS[request.param].factory(workspace, codec))
    window.resize(760, 480)
    window.show()
    yield window
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def viewer_of(window):
    return window.layout().itemAt(0).widget()


def has_more_colours(widget, count):
    picture = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    left = np.frombuffer(picture.constBits(), np.uint32)
    for _ in range(count):
        left = left[left != left[0]] if len(left) else left
    return len(left) > 0


def largest_painted(content):
    """The largest visible widget but labels that paints itself; None where Qt's or pyqtgraph's widgets show everything."""
    visible = [widget for widget in content.findChildren(QWidget) if widget.isVisible() and not isinstance(widget, QLabel)]
    own = [widget for widget in visible if "paintEvent" in vars(type(widget)) and type(widget).__module__.startswith("ae_workbench")]
    return max(own, key=lambda widget: widget.width() * widget.height(), default=None)


def check(qtbot, window):
    """It has settled on content that is painted, or on a sentence."""
    viewer = viewer_of(window)
    settle(qtbot, viewer)
    if viewer.shows_content:
        assert has_more_colours(viewer.content, FEW_COLOURS), "nothing is painted"
        canvas = largest_painted(viewer.content)
        assert canvas is None or has_more_colours(canvas, FEW_COLOURS), f"{type(canvas).__name__} paints nothing"
    else:
        assert viewer.empty.isVisible() and viewer.empty.title.text() and len(viewer.empty.sentence.text()) > 10
    assert viewer.picture().width() > 0
    table = viewer.table()
    assert table is None or len(table[0]) > 0


def live(qtbot, window, workspace):
    """All that can happen to a viewer from outside."""
    viewer = viewer_of(window)
    check(qtbot, window)
    workspace.pick(3)
    check(qtbot, window)
    workspace.set_colour_map("viridis")
    check(qtbot, window)
    workspace.set_epoch(0)
    check(qtbot, window)
    workspace.set_epoch(None)
    window.resize(420, 330)
    check(qtbot, window)
    window.hide()
    workspace.pick(1)
    window.show()
    settle(qtbot, viewer)
    viewer.menu_actions()
    check(qtbot, window)


@pytest.mark.parametrize("variant", VARIANTS.keys)
def test_every_variant(qtbot, shown, workspace, digits, trained_runs, variant):
    workspace.set_dataset(DIGITS, digits)
    workspace.set_run(RunFolder.open(trained_runs[variant]))
    live(qtbot, shown, workspace)


@pytest.mark.parametrize("name", [*SHAPES, "waves"])
def test_other_sizes_colour_and_sequences(qtbot, shown, workspace, other_runs, name):
    data, run = other_runs(name)
    workspace.set_dataset(Choice("array"), data)
    workspace.set_run(RunFolder.open(run))
    live(qtbot, shown, workspace)


def test_nothing_at_all(qtbot, shown):
    check(qtbot, shown)


def test_data_without_a_run(qtbot, shown, workspace, digits):
    workspace.set_dataset(DIGITS, digits)
    check(qtbot, shown)
    workspace.pick(2)
    check(qtbot, shown)


def test_a_run_without_data(qtbot, shown, workspace, trained_runs):
    workspace.set_run(RunFolder.open(trained_runs["simple"]))
    check(qtbot, shown)


@pytest.mark.parametrize("key", ["latent_plane", "codes", "filters", "denoising"])
def test_a_model_that_is_still_being_loaded_is_waited_for_in_words(qtbot, workspace, digits, trained_runs, key):
    window = QWidget()
    viewer = VIEWERS[key].factory(workspace, CodecThread())  # never begun, so that it answers nothing
    QVBoxLayout(window).addWidget(viewer)
    qtbot.addWidget(window)
    window.show()

    def told():
        qtbot.waitUntil(lambda: not viewer._stale)
        return viewer.frame.note_label.text() if key == "denoising" else viewer.empty.sentence.text()

    workspace.set_dataset(DIGITS, digits)
    assert "Press Start" in told()
    workspace.set_run(RunFolder.open(trained_runs["simple"]))
    assert "Press Start" not in told() and ("Waiting for the model" in told() or "wait for TensorFlow" in told())


def test_a_run_on_data_of_another_shape(qtbot, shown, workspace, other_runs, trained_runs):
    workspace.set_dataset(Choice("array"), other_runs("colour")[0])
    workspace.set_run(RunFolder.open(trained_runs["simple"]))
    check(qtbot, shown)


def test_data_without_labels(qtbot, shown, workspace, digits, trained_runs):
    bare = replace(digits, test=replace(digits.test, labels=None), train=replace(digits.train, labels=None), class_names=())
    workspace.set_dataset(DIGITS, bare)
    workspace.set_run(RunFolder.open(trained_runs["variational"]))
    live(qtbot, shown, workspace)


def test_one_test_example(qtbot, shown, workspace, digits, trained_runs):
    workspace.set_dataset(DIGITS, replace(digits, test=digits.test.first(1)))
    workspace.set_run(RunFolder.open(trained_runs["variational"]))
    check(qtbot, shown)


def test_a_run_with_one_epoch(qtbot, shown, workspace, digits, copy_run):
    path = copy_run("simple", epochs=(1,))
    (path / "history.jsonl").write_text((path / "history.jsonl").read_text().splitlines()[0] + "\n")
    workspace.set_dataset(DIGITS, digits)
    workspace.set_run(RunFolder.open(path))
    check(qtbot, shown)


def test_a_run_with_no_epoch_yet(qtbot, shown, workspace, digits, copy_run):
    path = copy_run("simple", epochs=())
    (path / "history.jsonl").unlink()
    workspace.set_dataset(DIGITS, digits)
    workspace.set_run(RunFolder.open(path))
    check(qtbot, shown)


def test_a_run_folder_that_is_deleted(qtbot, shown, workspace, digits, copy_run):
    path = copy_run("variational")
    workspace.set_dataset(DIGITS, digits)
    workspace.set_run(RunFolder.open(path))
    check(qtbot, shown)
    shutil.rmtree(path)
    workspace.set_epoch(1)
    check(qtbot, shown)
    workspace.pick(4)
    check(qtbot, shown)
    workspace.set_run(None)
    check(qtbot, shown)


def test_broken_weights(qtbot, shown, workspace, digits, copy_run):
    path = copy_run("simple")
    (path / "weights" / "0003.npz").write_bytes(b"broken")
    workspace.set_dataset(DIGITS, digits)
    workspace.set_run(RunFolder.open(path))
    check(qtbot, shown)
    workspace.set_epoch(2)
    check(qtbot, shown)


def test_a_run_while_it_trains(qtbot, shown, workspace, digits, copy_run, trained_runs):
    """Epochs appear in the folder one after another, as a session leaves them; none is waited for but the last."""
    path = copy_run("variational", epochs=(0,))
    lines = (path / "history.jsonl").read_text().splitlines(keepends=True)
    (path / "history.jsonl").unlink()
    workspace.set_dataset(DIGITS, digits)
    workspace.set_run(RunFolder.open(path))
    for epoch in (1, 2, 3):
        shutil.copy(trained_runs["variational"] / "weights" / f"{epoch:04d}.npz", path / "weights")
        with (path / "history.jsonl").open("a") as history:
            history.write(lines[epoch - 1])
        workspace.epoch_stored(epoch, {})
        QCoreApplication.processEvents()
    check(qtbot, shown)
    workspace.set_epoch(1)
    workspace.epoch_stored(4, {})
    check(qtbot, shown)


def test_another_run_and_other_data_in_quick_succession(qtbot, shown, workspace, digits, trained_runs, other_runs):
    data, run = other_runs("colour")
    for _ in range(3):
        workspace.set_dataset(DIGITS, digits)
        workspace.set_run(RunFolder.open(trained_runs["simple"]))
        QCoreApplication.processEvents()
        workspace.set_dataset(Choice("array"), data)
        QCoreApplication.processEvents()
        workspace.set_run(RunFolder.open(run))
    check(qtbot, shown)


@pytest.mark.parametrize("key", VIEWERS.keys)
def test_no_viewer_outlives_its_window(qtbot, workspace, codec, digits, trained_runs, key):
    window = QWidget()
    viewer = VIEWERS[key].factory(workspace, codec)
    QVBoxLayout(window).addWidget(viewer)
    workspace.set_dataset(DIGITS, digits)
    workspace.set_run(RunFolder.open(trained_runs["variational"]))
    window.resize(760, 480)
    window.show()
    settle(qtbot, viewer)
    children = list(viewer.findChildren(QWidget))
    gone, remembered = [], weakref.ref(viewer)
    viewer.destroyed.connect(lambda: gone.append(key))
    assert viewer.objectName() == f"{key}_view"
    viewer.invalidate()  # something is still under way
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert gone == [key] and not isValid(viewer)
    assert [child for child in children if isValid(child)] == []
    del viewer, children
    qtbot.waitUntil(lambda: gc.collect() >= 0 and remembered() is None, timeout=WAIT_MS)
